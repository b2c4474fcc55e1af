//! `POST /items/{item}/aside`: an item is set aside, with a reason.

use crate::api::body::Body;
use crate::api::caller::Caller;
use crate::api::error::ApiError;
use crate::api::query::plain_id;
use crate::state::AppState;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use serde::Deserialize;
use utoipa::ToSchema;

/// Why.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ItemAside)]
pub(crate) struct Draft {
    /// The reason.
    reason: String,
}

/// Set an item aside
///
/// With a reason, which stays. For people of the office.
#[utoipa::path(
    post, path = "/items/{item}/aside", operation_id = "set-item-aside", tag = "items",
    params(("item" = String, Path, description = "Id of the item.")),
    request_body = Draft,
    security(("bearer" = [])),
    responses(
        (status = 204, description = "Recorded."),
        (status = 403, description = "The caller does not decide about items."),
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
        .set_item_aside(&caller.j, caller.actor(), &item, &draft.reason)
        .await?;
    Ok(StatusCode::NO_CONTENT)
}
