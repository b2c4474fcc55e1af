//! `POST /catalogue/{entry}/end`: an entry gets its last day.

use super::enter_catalogue::date;
use crate::api::body::Body;
use crate::api::caller::Caller;
use crate::api::error::ApiError;
use crate::api::query::plain_id;
use crate::state::AppState;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use serde::Deserialize;
use utoipa::ToSchema;

/// Until when.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = CatalogueEnd)]
pub(crate) struct Draft {
    /// First day on which it fits nothing any more.
    #[schema(format = Date)]
    to: String,
}

/// End an entry of the dispatch catalogue
///
/// Nothing is deleted. For administrators.
#[utoipa::path(
    post, path = "/catalogue/{entry}/end", operation_id = "end-catalogue", tag = "catalogue",
    params(("entry" = String, Path, description = "Id of the entry.")),
    request_body = Draft,
    security(("bearer" = [])),
    responses(
        (status = 204, description = "Recorded."),
        (status = 403, description = "The caller is no administrator."),
    ),
)]
pub(crate) async fn handle(
    State(state): State<AppState>,
    caller: Caller,
    Path(entry): Path<String>,
    Body(draft): Body<Draft>,
) -> Result<StatusCode, ApiError> {
    let to = date("to", &draft.to)?;
    let entry = plain_id(entry)?;
    let office = &state.office;
    office.end_catalogue(&caller.j, caller.actor(), &entry, to).await?;
    Ok(StatusCode::NO_CONTENT)
}
