//! `POST /inbox/{peer}/{id}/acknowledgement`: written feedback was read.

use crate::api::caller::Caller;
use crate::api::error::ApiError;
use crate::state::AppState;
use axum::extract::{Path, State};
use axum::http::StatusCode;

/// Acknowledge feedback
///
/// The other side learns of it: there it counts as delivered. What could not be carried out by itself is taken off the
/// list by the same call; of that the other side learns nothing.
#[utoipa::path(
    post, path = "/inbox/{peer}/{id}/acknowledgement", operation_id = "acknowledge", tag = "exchange",
    params(
        ("peer" = String, Path, description = "The link by which it came."),
        ("id" = String, Path, description = "Id of the message."),
    ),
    security(("bearer" = [])),
    responses(
        (status = 204, description = "Recorded."),
        (status = 403, description = "The caller does not correspond with other jurisdictions."),
        (status = 422, description = "It was answered before, or asks for a ruling."),
    ),
)]
pub(crate) async fn handle(
    State(state): State<AppState>,
    caller: Caller,
    Path((peer, id)): Path<(String, String)>,
) -> Result<StatusCode, ApiError> {
    let message = (&*peer, &*id);
    state.office.acknowledge(&caller.j, caller.actor(), message).await?;
    Ok(StatusCode::NO_CONTENT)
}
