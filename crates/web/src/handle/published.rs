//! What was published, for everybody; nothing of it where the procedure makes nothing public.

use super::place::Place;
use crate::pages::published::{PublicList, PublicPage};
use crate::shell::{Frame, Here, PageError};
use crate::state::AppState;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use calendar::Instant;
use case::CaseNumber;
use serde::Deserialize;
use store::PublicAfter;

/// Lines on one page.
const PAGE: u32 = 30;

/// Which page.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Asked {
    /// Behind this time.
    #[serde(default)]
    at: Option<i64>,
    /// And this number.
    #[serde(default)]
    after: Option<String>,
}

/// `GET /public`.
pub(crate) async fn list(
    State(state): State<AppState>,
    here: Here,
    place: Place,
    Query(asked): Query<Asked>,
) -> Result<Response, PageError> {
    let after = asked.at.zip(asked.after.clone()).map(|(at, number)| PublicAfter {
        at: Instant::from_ms(at),
        number: number.into(),
    });
    let lines = state.office.public_list(&place.j, after.as_ref(), PAGE).await?;
    let next = lines.last().filter(|_| lines.len() == PAGE as usize);
    let next = next.map(|line| format!("/public?at={}&after={}", line.at.ms(), line.number));
    let adopted = state.office.in_force(&place.j, state.office.now()).await?;
    let frame = Frame::new(&here, here.t.say("public-list")).reworded(&adopted.procedure);
    Ok(here.show(&PublicList::of(frame, &adopted, &lines, after.is_none(), next)))
}

/// `GET /public/{number}`.
pub(crate) async fn show(
    State(state): State<AppState>,
    here: Here,
    place: Place,
    Path(number): Path<String>,
) -> Result<Response, PageError> {
    let number = CaseNumber::from(number);
    let case = state.office.public_case(&place.j, &number).await?;
    let frame = Frame::new(&here, here.t.say("public-message")).reworded(&case.adopted.procedure);
    Ok(here.show(&PublicPage::of(frame, &case)))
}
