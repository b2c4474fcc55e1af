//! `GET /months/{series}/{year}/{no}`: a filed list of a month.

use super::case_document::{InLanguage, docx};
use crate::api::caller::Caller;
use crate::api::error::ApiError;
use crate::api::query::Asked;
use crate::state::AppState;
use axum::extract::{Path, State};
use axum::response::Response;
use office::papers::OFFICE;
use store::paper_stream;

/// A filed list of a month
///
/// As DOCX. For people of the office.
#[utoipa::path(
    get, path = "/months/{series}/{year}/{no}", operation_id = "month-list", tag = "documents",
    params(
        ("series" = String, Path, description = "The words of its series."),
        ("year" = i16, Path, description = "The year of its series."),
        ("no" = u64, Path, description = "Its place in the series."),
        InLanguage,
    ),
    security(("bearer" = [])),
    responses(
        (
            status = 200, description = "The list.", body = Vec<u8>,
            content_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ),
        (status = 403, description = "The caller does not belong to the office."),
    ),
)]
pub(crate) async fn handle(
    State(state): State<AppState>,
    caller: Caller,
    path: Result<Path<(String, i16, u64)>, axum::extract::rejection::PathRejection>,
    Asked(asked): Asked<InLanguage>,
) -> Result<Response, ApiError> {
    let Path((series, year, no)) = path.map_err(|_| ApiError::not_found())?;
    // no series holds U+0000, and PostgreSQL cannot look for it
    if series.contains('\0') {
        return Err(ApiError::not_found());
    }
    let stream = paper_stream(OFFICE, &series, year);
    let at = (stream.as_str(), no);
    let office = &state.office;
    docx(&office.filed_month(&caller.j, caller.actor(), at, asked.lang()).await?)
}
