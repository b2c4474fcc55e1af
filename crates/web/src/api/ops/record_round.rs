//! `POST /rounds/{round}`: somebody did a round.

use super::rounds::moment;
use crate::api::body::Body;
use crate::api::caller::Caller;
use crate::api::error::ApiError;
use crate::state::AppState;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use office::rounds::RoundRecord;
use serde::Deserialize;
use utoipa::ToSchema;

/// What was found.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = RoundRecord)]
pub(crate) struct Record {
    /// The time at which the round was due.
    #[schema(format = DateTime)]
    slot: String,
    /// How many items were found.
    #[serde(default)]
    items: Option<u32>,
    /// What was found.
    #[serde(default)]
    text: String,
}

/// Record a round
///
/// In the name of the caller, who holds a role that does this round; each time once. After its time it is recorded as
/// late.
#[utoipa::path(
    post, path = "/rounds/{round}", operation_id = "record-round", tag = "rounds",
    params(("round" = String, Path, description = "Id of the round.")),
    request_body = Record,
    security(("bearer" = [])),
    responses(
        (status = 204, description = "Recorded."),
        (status = 403, description = "The caller does not do this round."),
    ),
)]
pub(crate) async fn handle(
    State(state): State<AppState>,
    caller: Caller,
    Path(round): Path<String>,
    Body(record): Body<Record>,
) -> Result<StatusCode, ApiError> {
    let slot = moment("slot", &record.slot)?;
    let record = RoundRecord {
        round,
        slot,
        items: record.items,
        text: record.text,
    };
    state.office.record_round(&caller.j, caller.actor(), record).await?;
    Ok(StatusCode::NO_CONTENT)
}
