//! What was published, for everybody; nothing of it where the procedure makes nothing public.

use super::back::faults;
use super::desk_ledger::status;
use super::desk_paper::docx;
use super::place::Place;
use super::public_filter::{Asked, address};
use crate::pages::desk::paper::PaperPage;
use crate::pages::public_list::{Found, PublicList};
use crate::pages::published::PublicPage;
use crate::parts::reworded;
use crate::shell::{Frame, Here, PageError};
use crate::state::AppState;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use calendar::Instant;
use case::CaseNumber;
use report::Paper;
use store::PublicAfter;

/// Lines on one page.
const PAGE: u32 = 20;
/// Messages are counted up to so many.
const COUNTED: u32 = 1000;

/// `GET /public`.
pub(crate) async fn list(
    State(state): State<AppState>,
    here: Here,
    place: Place,
    Query(asked): Query<Asked>,
) -> Result<Response, PageError> {
    let office = &state.office;
    let now = office.now();
    let adopted = office.in_force(&place.j, now).await?;
    let after = asked.at.zip(asked.after.clone()).map(|(at, number)| PublicAfter {
        at: Instant::from_ms(at),
        number: number.into(),
    });
    let mut found = Found {
        units: office.public_units(&place.j).await?,
        first: after.is_none(),
        ..Found::default()
    };
    match asked.of(&adopted.calendar) {
        Ok(of) => {
            found.lines = office.public_list(&place.j, &of, after.as_ref(), PAGE).await?;
            let names = office.unit_names(&place.j, here.t.lang()).await?;
            found.lines.iter_mut().for_each(|line| line.call_units(&names));
            // one more tells that there are more than were counted
            found.count = office.public_count(&place.j, &of, COUNTED + 1).await?;
            found.most = COUNTED;
        }
        Err(wrong) => found.faults = faults(here.t, &wrong),
    }
    if found.lines.len() == PAGE as usize
        && let Some(last) = found.lines.last()
    {
        let (at, number) = (last.at.ms().to_string(), last.number.to_string());
        let mut pairs = asked.pairs();
        pairs.extend([("at", at.as_str()), ("after", number.as_str())]);
        found.next = Some(address("/public", &pairs));
    }
    let frame = Frame::new(&here, here.t.say("public-list")).reworded(&adopted.procedure);
    let status = status(&found.faults);
    Ok(here.show_as(status, &PublicList::of(frame, &adopted, now, &asked, found)))
}

/// `GET /public/{number}`.
pub(crate) async fn show(
    State(state): State<AppState>,
    here: Here,
    place: Place,
    Path(number): Path<String>,
) -> Result<Response, PageError> {
    let number = CaseNumber::from(number);
    let mut case = state.office.public_case(&place.j, &number).await?;
    case.call_units(&state.office.unit_names(&place.j, here.t.lang()).await?);
    let frame = Frame::new(&here, here.t.say("public-message")).reworded(&case.adopted.procedure);
    Ok(here.show(&PublicPage::of(frame, &case, state.office.now())))
}

/// `GET /public/{number}/reply`: the last reply as a sheet that prints on A4.
pub(crate) async fn reply(
    State(state): State<AppState>,
    here: Here,
    place: Place,
    Path(number): Path<String>,
) -> Result<Response, PageError> {
    let paper = reply_of(&state, &here, &place, &number).await?;
    let adopted = state.office.in_force(&place.j, state.office.now()).await?;
    let frame = Frame::new(&here, paper.title.clone()).with_nav_of(&adopted.procedure);
    let list = reworded(here.t, &adopted.procedure, here.t.say("public-message"));
    let back = (format!("/public/{number}"), list);
    let page = PaperPage::of(frame, &paper, back, format!("/public/{number}/reply/docx"));
    Ok(here.show(&page.map_err(|_| PageError::Internal)?))
}

/// `GET /public/{number}/reply/docx`.
pub(crate) async fn reply_docx(
    State(state): State<AppState>,
    here: Here,
    place: Place,
    Path(number): Path<String>,
) -> Result<Response, PageError> {
    docx(&reply_of(&state, &here, &place, &number).await?)
}

async fn reply_of(state: &AppState, here: &Here, place: &Place, number: &str) -> Result<Paper, PageError> {
    let (number, lang) = (CaseNumber::from(number.to_owned()), here.t.lang());
    Ok(state.office.public_reply_paper(&place.j, &number, lang).await?)
}
