//! `POST /months`: files the list of a month.

use crate::api::answer::Answer;
use crate::api::body::Body;
use crate::api::caller::Caller;
use crate::api::command_id;
use crate::state::AppState;
use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Which list of which month.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct FileMonth {
    /// Made by the client; a second arrival gets the first answer. Or the header `Idempotency-Key`.
    #[serde(default)]
    id: Option<String>,
    /// The list, by its id in the procedure (`[[monthly]]`).
    list: String,
    /// The month, such as `2026-03`. It must be over.
    month: String,
}

/// Where the list stands.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct FiledMonth {
    /// Its place in its series.
    no: u64,
}

/// File the list of a month
///
/// Under the next number of its series, as its cases stand now. For the roles that the procedure names.
#[utoipa::path(
    post, path = "/months", operation_id = "file-month", tag = "documents",
    params(("Idempotency-Key" = Option<String>, Header, description = "The id, where the body has none.")),
    request_body = FileMonth,
    security(("bearer" = [])),
    responses(
        (status = 200, description = "Filed, or filed before under the same id.", body = FiledMonth),
        (status = 403, description = "The caller does not file this list."),
        (status = 422, description = "There is no such list, or it is no month that is over."),
    ),
)]
pub(crate) async fn handle(
    State(state): State<AppState>,
    caller: Caller,
    headers: HeaderMap,
    Body(request): Body<FileMonth>,
) -> Answer<FiledMonth> {
    let id = command_id::of(request.id.as_deref(), &headers, caller.actor(), &[])?;
    let office = &state.office;
    let filed = office
        .file_month(&caller.j, caller.actor(), &id, &request.list, &request.month)
        .await?;
    Ok(Json(FiledMonth { no: filed.no }))
}
