//! `POST /items/{item}/submission`: an item is put before leaders, and reported to the level above.

use crate::api::body::Body;
use crate::api::caller::Caller;
use crate::api::error::ApiError;
use crate::api::query::plain_id;
use crate::state::AppState;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use office::items::Report;
use serde::Deserialize;
use utoipa::ToSchema;

/// The report.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ItemSubmission)]
pub(crate) struct Draft {
    /// The role before which it is put, by id.
    to: String,
    /// The report.
    text: String,
    /// Links to the level above by which it is reported as well, by id.
    #[serde(default)]
    peers: Vec<String>,
    /// Who of the level above was told otherwise, and how.
    #[serde(default)]
    above: Option<String>,
}

/// Put an item before leaders
///
/// With a short report; everybody who holds the role is told. By links to the level above it is reported there too, in a signed
/// message.
#[utoipa::path(
    post, path = "/items/{item}/submission", operation_id = "submit-item", tag = "items",
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
    let report = Report {
        to: draft.to,
        text: draft.text,
        above: draft.above,
        peers: draft.peers,
    };
    let item = plain_id(item)?;
    state
        .office
        .submit_item(&caller.j, caller.actor(), &item, report)
        .await?;
    Ok(StatusCode::NO_CONTENT)
}
