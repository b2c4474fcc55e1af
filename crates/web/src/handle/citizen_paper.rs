//! The documents of a citizen's own case: the list, each as a page that prints on A4, and as DOCX.

use super::desk_paper::docx;
use super::signed::Own;
use crate::pages::desk::paper::PaperPage;
use crate::pages::my_papers::MyPapers;
use crate::shell::{Frame, PageError};
use crate::state::AppState;
use axum::extract::{Path, State};
use axum::response::Response;
use report::Paper;
use serde::Deserialize;

/// The place of a document in an address.
#[derive(Deserialize)]
pub(crate) struct Named {
    place: String,
}

/// `GET /case/document`; this and the others are the same below `/my/case/{number}`.
pub(crate) async fn list(State(state): State<AppState>, own: Own) -> Result<Response, PageError> {
    let view = state.office.case(&own.j, &own.actor, &own.number).await?;
    let frame = Frame::new(&own.here, own.here.t.say("citizen-papers")).reworded(&view.adopted.procedure);
    Ok(own.here.show(&MyPapers::of(frame, &own.page, &view)))
}

/// `GET /case/document/{place}`, where `reply` stands for the reply.
pub(crate) async fn document(
    State(state): State<AppState>,
    own: Own,
    Path(Named { place }): Path<Named>,
) -> Result<Response, PageError> {
    let paper = paper_of(&state, &own, &place).await?;
    let adopted = state.office.in_force(&own.j, state.office.now()).await?;
    let frame = Frame::new(&own.here, paper.title.clone()).with_nav_of(&adopted.procedure);
    let back = (format!("{}/document", own.page), own.here.t.say("citizen-papers"));
    let page = PaperPage::of(frame, &paper, back, format!("{}/document/{place}/docx", own.page));
    Ok(own.here.show(&page.map_err(|_| PageError::Internal)?))
}

/// `GET /case/document/{place}/docx`.
pub(crate) async fn document_docx(
    State(state): State<AppState>,
    own: Own,
    Path(Named { place }): Path<Named>,
) -> Result<Response, PageError> {
    docx(&paper_of(&state, &own, &place).await?)
}

async fn paper_of(state: &AppState, own: &Own, place: &str) -> Result<Paper, PageError> {
    let (office, lang) = (&state.office, own.here.t.lang());
    if place == "reply" {
        return Ok(office.reply_paper(&own.j, &own.actor, &own.number, lang).await?);
    }
    let place = place.parse().map_err(|_| PageError::NotFound)?;
    let paper = office.case_paper(&own.j, &own.actor, &own.number, place, lang);
    Ok(paper.await?)
}
