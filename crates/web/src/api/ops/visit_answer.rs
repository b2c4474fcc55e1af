//! `POST /visit-answers`: the SMS or WeChat gateway brings the answer of a citizen to a return visit.

use super::act::Done;
use crate::api::answer::Answer;
use crate::api::body::SMALL;
use crate::api::caller::Place;
use crate::api::error::ApiError;
use crate::state::AppState;
use axum::Json;
use axum::body::{Bytes, to_bytes};
use axum::extract::{Request, State};
use axum::http::HeaderMap;
use office::VisitAnswer;
use office::senders::sign::{SIGNATURE, SignedCall, TIMESTAMP};

/// A gateway brings the answer to a return visit
///
/// Signed as the messages to the gateway are: `Wenzheng-Timestamp` in seconds since 1970, at most five minutes away,
/// and `Wenzheng-Signature` as `v1=` and HMAC-SHA256 over timestamp, a dot and the body, under the secret of the
/// gateway. A second delivery gets the first answer.
#[utoipa::path(
    post, path = "/visit-answers", operation_id = "visit-answer", tag = "service",
    params(
        ("Wenzheng-Timestamp" = String, Header, description = "When it was signed, in seconds since 1970."),
        ("Wenzheng-Signature" = String, Header, description = "The signature."),
    ),
    request_body = VisitAnswer,
    responses(
        (status = 200, description = "Recorded, or recorded before.", body = Done),
        (status = 422, description = "Wrongly signed, not as described, or refused by the rules."),
    ),
)]
pub(crate) async fn handle(
    State(state): State<AppState>,
    place: Place,
    headers: HeaderMap,
    request: Request,
) -> Answer<Done> {
    let body = bytes(request).await?;
    let header = |name: &str| {
        headers
            .get(name)
            .and_then(|v| v.to_str().ok())
            .unwrap_or_default()
    };
    let call = SignedCall {
        timestamp: header(TIMESTAMP),
        signature: header(SIGNATURE),
        body: &body,
    };
    let done = state.office.visit_answer_by_gateway(&place.j, call).await?;
    Ok(Json(done.into()))
}

/// The body as it was signed, byte for byte.
async fn bytes(request: Request) -> Result<Bytes, ApiError> {
    to_bytes(request.into_body(), SMALL)
        .await
        .map_err(|_| ApiError::TooLarge(SMALL))
}
