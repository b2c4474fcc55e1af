//! Documents of a case, and its volume: as pages that print on A4, and as DOCX.

use super::file::download;
use super::signed::Desk;
use crate::pages::desk::paper::PaperPage;
use crate::parts::reworded;
use crate::shell::PageError;
use crate::state::AppState;
use axum::extract::{Path, State};
use axum::response::Response;
use case::CaseNumber;
use report::Paper;

/// `GET /desk/case/{number}/document/{place}`.
pub(crate) async fn document(
    State(state): State<AppState>,
    desk: Desk,
    Path((number, place)): Path<(String, usize)>,
) -> Result<Response, PageError> {
    let paper = document_of(&state, &desk, &number, place).await?;
    let docx = format!("/desk/case/{number}/document/{place}/docx");
    page(&desk, &paper, back_to_case(&desk, &number), docx)
}

/// `GET /desk/case/{number}/document/{place}/docx`.
pub(crate) async fn document_docx(
    State(state): State<AppState>,
    desk: Desk,
    Path((number, place)): Path<(String, usize)>,
) -> Result<Response, PageError> {
    docx(&document_of(&state, &desk, &number, place).await?)
}

async fn document_of(state: &AppState, desk: &Desk, number: &str, place: usize) -> Result<Paper, PageError> {
    let (number, lang) = (CaseNumber::from(number), desk.here.t.lang());
    let paper = state
        .office
        .case_paper(&desk.j, desk.actor(), &number, place, lang);
    Ok(paper.await?)
}

/// `GET /desk/case/{number}/volume`.
pub(crate) async fn volume(
    State(state): State<AppState>,
    desk: Desk,
    Path(number): Path<String>,
) -> Result<Response, PageError> {
    let paper = volume_of(&state, &desk, &number).await?;
    page(
        &desk,
        &paper,
        back_to_case(&desk, &number),
        format!("/desk/case/{number}/volume/docx"),
    )
}

/// `GET /desk/case/{number}/volume/docx`.
pub(crate) async fn volume_docx(
    State(state): State<AppState>,
    desk: Desk,
    Path(number): Path<String>,
) -> Result<Response, PageError> {
    docx(&volume_of(&state, &desk, &number).await?)
}

async fn volume_of(state: &AppState, desk: &Desk, number: &str) -> Result<Paper, PageError> {
    let lang = desk.here.t.lang();
    Ok(state
        .office
        .volume(&desk.j, desk.actor(), &CaseNumber::from(number), lang)
        .await?)
}

fn back_to_case(desk: &Desk, number: &str) -> (String, String) {
    let t = desk.here.t;
    let name = reworded(t, &desk.adopted.procedure, t.say("desk-case"));
    (format!("/desk/case/{number}"), name)
}

/// A document as a page.
pub(super) fn page(
    desk: &Desk,
    paper: &Paper,
    back: (String, String),
    docx: String,
) -> Result<Response, PageError> {
    let frame = desk.frame(paper.title.clone());
    let page = PaperPage::of(frame, paper, back, docx).map_err(|_| PageError::Internal)?;
    Ok(desk.here.show(&page))
}

/// A document as a download, named by number and title.
pub(super) fn docx(paper: &Paper) -> Result<Response, PageError> {
    let content = paper.docx().map_err(|error| {
        tracing::error!(%error, "a document could not be put together");
        PageError::Internal
    })?;
    let name = match &paper.number {
        Some(number) => format!("{number} {}.docx", paper.title),
        None => format!("{}.docx", paper.title),
    };
    Ok(download((name, report::docx::MEDIA.to_owned(), content)))
}
