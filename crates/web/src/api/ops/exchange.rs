//! `POST /exchange`: another jurisdiction sends a signed message.

use crate::api::answer::Answer;
use crate::api::caller::Place;
use crate::api::error::ApiError;
use crate::state::AppState;
use axum::Json;
use axum::body::to_bytes;
use axum::extract::{Request, State};
use office::exchange::envelope::Envelope;

/// Most bytes of a message: eight megabytes of files in base64, and the rest.
const MOST: usize = 16 << 20;

/// Another jurisdiction sends a signed message
///
/// The signature says who sends, so there is no token. The message must be signed by a jurisdiction that is linked, be
/// addressed to this one, be of a kind that the link lets in, and have been signed within the last half hour. A second
/// arrival of its id gets the receipt of the first. What stands in a message is told in `docs/exchange.md`.
#[utoipa::path(
    post, path = "/exchange", operation_id = "exchange", tag = "service",
    request_body = Envelope,
    responses(
        (status = 200, description = "It was checked and kept: the receipt, signed.", body = Envelope),
        (status = 422, description = "Refused; the code at field `message` says why. The refusal is recorded."),
        (status = 429, description = "Too many messages were refused."),
    ),
)]
pub(crate) async fn handle(State(state): State<AppState>, place: Place, request: Request) -> Answer<Envelope> {
    let bytes = to_bytes(request.into_body(), MOST)
        .await
        .map_err(|_| ApiError::TooLarge(MOST))?;
    let taken = state.office.take_message(&place.j, &bytes, &place.address);
    Ok(Json(taken.await?))
}
