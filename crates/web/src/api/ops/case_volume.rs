//! `GET /cases/{number}/volume`: what is filed of a case.

use super::case_document::{InLanguage, docx};
use crate::api::caller::Caller;
use crate::api::error::ApiError;
use crate::api::query::{Asked, Number};
use crate::state::AppState;
use axum::extract::State;
use axum::response::Response;

/// The volume of a case
///
/// As DOCX, with an index: the message, handling, transfers and replies, evidence, instructions, documents, and the
/// course. For staff who may see the case.
#[utoipa::path(
    get, path = "/cases/{number}/volume", operation_id = "case-volume", tag = "documents",
    params(("number" = String, Path, description = "Number of the case."), InLanguage),
    security(("bearer" = [])),
    responses((
        status = 200, description = "The volume.", body = Vec<u8>,
        content_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    )),
)]
pub(crate) async fn handle(
    State(state): State<AppState>,
    caller: Caller,
    Number(number): Number,
    Asked(asked): Asked<InLanguage>,
) -> Result<Response, ApiError> {
    let office = &state.office;
    docx(&office.volume(&caller.j, caller.actor(), &number, asked.lang()).await?)
}
