//! `POST /inbox/{peer}/{id}/ruling`: a report of the level below is approved or returned.

use crate::api::body::Body;
use crate::api::caller::Caller;
use crate::api::error::ApiError;
use crate::state::AppState;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use serde::Deserialize;
use utoipa::ToSchema;

/// A ruling.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = RulingOnReport)]
pub(crate) struct Ruling {
    /// Approved or returned.
    passed: bool,
    /// What is to be completed; needed where it is returned.
    #[serde(default)]
    note: String,
}

/// Rule on a report
///
/// The ruling goes back to whoever reported, signed.
#[utoipa::path(
    post, path = "/inbox/{peer}/{id}/ruling", operation_id = "rule-report", tag = "exchange",
    params(
        ("peer" = String, Path, description = "The link by which it came."),
        ("id" = String, Path, description = "Id of the message."),
    ),
    request_body = Ruling,
    security(("bearer" = [])),
    responses(
        (status = 204, description = "Recorded."),
        (status = 403, description = "The caller does not correspond with other jurisdictions."),
    ),
)]
pub(crate) async fn handle(
    State(state): State<AppState>,
    caller: Caller,
    Path((peer, id)): Path<(String, String)>,
    Body(ruling): Body<Ruling>,
) -> Result<StatusCode, ApiError> {
    let (office, message) = (&state.office, (&*peer, &*id));
    office
        .rule_on_report(&caller.j, caller.actor(), message, ruling.passed, &ruling.note)
        .await?;
    Ok(StatusCode::NO_CONTENT)
}
