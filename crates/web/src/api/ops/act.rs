//! `POST /cases/{number}/acts`: something is done to a case.

use crate::api::answer::Answer;
use crate::api::body::Body;
use crate::api::caller::Caller;
use crate::api::command_id;
use crate::api::error::ApiError;
use crate::api::file::{WITH_FILES, uploads};
use crate::api::ops::act::request::ActRequest;
use crate::api::query::Number;
use crate::state::AppState;
use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;
use office::{Draft, Order};
use serde::Serialize;
use utoipa::ToSchema;

mod request;

/// The answer to a command; the same for every arrival of its id.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Done {
    /// Number of the case.
    number: String,
    /// Sequence number of the case's last event, to be sent as `seen`.
    seq: u64,
    /// Step in which the case stands now, by id.
    step: String,
}

impl From<office::Done> for Done {
    fn from(done: office::Done) -> Self {
        Self {
            number: done.number.to_string(),
            seq: done.seq,
            step: done.step,
        }
    }
}

/// Act on a case
///
/// What the caller may do now, and what it must bring along, stands in `offers` of the case. A refusal names its
/// clause and changes nothing. Acts that judge a text must say which state of the case was `seen`; where that has
/// changed since, the answer is 409 and the case must be looked at again.
#[utoipa::path(
    post, path = "/cases/{number}/acts", operation_id = "act", tag = "cases",
    params(
        ("number" = String, Path, description = "Number of the case."),
        ("Idempotency-Key" = Option<String>, Header, description = "The id, where the body has none."),
    ),
    request_body = ActRequest,
    security(("bearer" = [])),
    responses(
        (status = 200, description = "Done, or done before under the same id.", body = Done),
        (status = 409, description = "What was judged has changed since it was seen."),
    ),
)]
pub(crate) async fn handle(
    State(state): State<AppState>,
    caller: Caller,
    Number(number): Number,
    headers: HeaderMap,
    Body(request): Body<ActRequest, WITH_FILES>,
) -> Answer<Done> {
    let takes_files = matches!(
        request.draft,
        Draft::Report { .. } | Draft::Add { .. } | Draft::Record { .. }
    );
    if !takes_files && !request.around.attachments.is_empty() {
        return Err(ApiError::field("attachments", "api-no-files-here"));
    }
    let order = Order {
        number,
        order: request.around.order,
        id: command_id::of(request.around.id.as_deref(), &headers, caller.actor(), &[])?,
        seen: request.around.seen,
        draft: request.draft,
        uploads: uploads(request.around.attachments).await?,
    };
    let done = state.office.command(&caller.j, caller.actor(), order).await?;
    Ok(Json(done.into()))
}
