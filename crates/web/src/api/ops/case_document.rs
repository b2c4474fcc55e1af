//! `GET /cases/{number}/documents/{place}`: an issued document of a case.

use super::attachment::download;
use crate::api::caller::Caller;
use crate::api::error::ApiError;
use crate::api::query::{Asked, Number};
use crate::state::AppState;
use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use calendar::Lang;
use office::Problem;
use serde::Deserialize;
use utoipa::IntoParams;

/// In which language its fixed words are.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct InLanguage {
    /// `zh`, which is also taken where nothing is said, or `en`.
    #[serde(default)]
    #[param(value_type = Option<String>, pattern = "^(zh|en)$")]
    lang: Lang,
}

impl InLanguage {
    pub(super) fn lang(&self) -> Lang {
        self.lang
    }
}

/// A document of a case
///
/// As DOCX. `documents` of the case lists what there is with its place. Who may not read it gets 404.
#[utoipa::path(
    get, path = "/cases/{number}/documents/{place}", operation_id = "case-document", tag = "documents",
    params(
        ("number" = String, Path, description = "Number of the case."),
        ("place" = u32, Path, description = "Its place among the documents of the case, from 1."),
        InLanguage,
    ),
    security(("bearer" = [])),
    responses((
        status = 200, description = "The document.", body = Vec<u8>,
        content_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    )),
)]
pub(crate) async fn handle(
    State(state): State<AppState>,
    caller: Caller,
    Number(number): Number,
    path: Result<Path<(String, usize)>, axum::extract::rejection::PathRejection>,
    Asked(asked): Asked<InLanguage>,
) -> Result<Response, ApiError> {
    let Path((_, place)) = path.map_err(|_| ApiError::not_found())?;
    let office = &state.office;
    let paper = office
        .case_paper(&caller.j, caller.actor(), &number, place, asked.lang())
        .await?;
    docx(&paper)
}

/// A document as a download.
pub(super) fn docx(paper: &report::Paper) -> Result<Response, ApiError> {
    let content = paper.docx().map_err(|error| Problem::Corrupt(error.to_string()))?;
    let number = paper.number.as_ref().map(ToString::to_string);
    let name = number.unwrap_or_else(|| paper.title.clone());
    let headers = [
        (header::CONTENT_TYPE, report::docx::MEDIA.to_owned()),
        (header::CONTENT_DISPOSITION, download(&format!("{name}.docx"))),
    ];
    Ok((headers, content).into_response())
}
