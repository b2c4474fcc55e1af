//! `POST /items/{item}/notes`: what became of an item is noted, or a leader says what to do.

use crate::api::body::Body;
use crate::api::caller::Caller;
use crate::api::error::ApiError;
use crate::api::query::plain_id;
use crate::state::AppState;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use serde::Deserialize;
use utoipa::ToSchema;

/// The note.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ItemNote)]
pub(crate) struct Draft {
    /// What became of it, or what is to be done.
    text: String,
}

/// Note what became of an item
///
/// By people of the office. What a leader says before whom it was put is an instruction; whoever put it there is told.
#[utoipa::path(
    post, path = "/items/{item}/notes", operation_id = "follow-item", tag = "items",
    params(("item" = String, Path, description = "Id of the item.")),
    request_body = Draft,
    security(("bearer" = [])),
    responses(
        (status = 204, description = "Recorded."),
        (status = 403, description = "The caller is no member of staff."),
    ),
)]
pub(crate) async fn handle(
    State(state): State<AppState>,
    caller: Caller,
    Path(item): Path<String>,
    Body(draft): Body<Draft>,
) -> Result<StatusCode, ApiError> {
    let item = plain_id(item)?;
    let office = &state.office;
    office
        .follow_item(&caller.j, caller.actor(), &item, &draft.text)
        .await?;
    Ok(StatusCode::NO_CONTENT)
}
