//! Pages for everybody.

use super::place::{self, Place};
use crate::pages::about::{About, Health};
use crate::pages::conformance::Conformance;
use crate::pages::design::Design;
use crate::pages::desk::rules::banner;
use crate::pages::home::Home;
use crate::pages::procedure::ProcedurePage;
use crate::shell::{Frame, Here, PageError};
use crate::state::AppState;
use axum::extract::State;
use axum::http::request::Parts;
use axum::response::Response;
use case::facets::{PublicFilter, PublicState};
use office::view::public::PublicLine;
use office::{Office, Problem};
use store::PublicOf;

/// `GET /`.
pub(crate) async fn home(
    State(state): State<AppState>,
    here: Here,
    place: Place,
) -> Result<Response, PageError> {
    let adopted = state.office.in_force(&place.j, state.office.now()).await?;
    let mut frame = Frame::new(&here, here.t.say("citizen-home")).reworded(&adopted.procedure);
    let lapse = state.office.lapse(&place.j, state.office.now()).await?;
    let used_on = lapse.as_ref().filter(|lapse| lapse.decision.is_some());
    frame.banner = used_on.map(|lapse| banner(here.t, lapse)).or(frame.banner);
    let mut page = Home::of(frame, &adopted.procedure, "/procedure");
    if let Some(lapse) = lapse.filter(|lapse| lapse.decision.is_none()) {
        page = page.taking_none(&adopted.procedure, lapse.last_day);
    }
    let page = page.with_accounts(state.office.code_ways().any());
    if adopted.procedure.head.public {
        let mut lines = answered(&state.office, &place.j).await?;
        let names = state.office.unit_names(&place.j, here.t.lang()).await?;
        lines.iter_mut().for_each(|line| line.call_units(&names));
        return Ok(here.show(&page.with_recent(&adopted.calendar, &lines)));
    }
    let lately = state.office.lately(&place.j).await?;
    Ok(here.show(&page.with_lately(&adopted.procedure, lately)))
}

/// Messages on the first page.
const RECENT: u32 = 4;

/// What is typical; where that is little, what was closed lately, and what was answered; each once.
async fn answered(office: &Office, j: &str) -> Result<Vec<PublicLine>, Problem> {
    let standing = |state| PublicFilter {
        state: Some(state),
        ..PublicFilter::default()
    };
    let typical = PublicFilter {
        typical: true,
        ..PublicFilter::default()
    };
    let mut lines: Vec<PublicLine> = Vec::new();
    for filter in [
        typical,
        standing(PublicState::Closed),
        standing(PublicState::Answered),
    ] {
        if lines.len() >= RECENT as usize {
            break;
        }
        let of = PublicOf {
            filter,
            ..PublicOf::default()
        };
        for line in office.public_list(j, &of, None, RECENT).await? {
            if !lines.iter().any(|known| known.number == line.number) {
                lines.push(line);
            }
        }
    }
    lines.truncate(RECENT as usize);
    Ok(lines)
}

/// `GET /procedure`.
pub(crate) async fn procedure(
    State(state): State<AppState>,
    here: Here,
    place: Place,
) -> Result<Response, PageError> {
    let adopted = state.office.in_force(&place.j, state.office.now()).await?;
    let title = here.t.text(&adopted.procedure.head.title).to_owned();
    let mut frame = Frame::new(&here, title).with_nav_of(&adopted.procedure);
    let lapse = state.office.lapse(&place.j, state.office.now()).await?;
    frame.banner = lapse.map(|lapse| banner(here.t, &lapse)).or(frame.banner);
    Ok(here.show(&ProcedurePage::of(frame, &adopted.procedure)))
}

/// `GET /procedure/conformance`.
pub(crate) async fn conformance(
    State(state): State<AppState>,
    here: Here,
    place: Place,
) -> Result<Response, PageError> {
    let adopted = state.office.in_force(&place.j, state.office.now()).await?;
    let frame = Frame::new(&here, Conformance::title(here.t)).with_nav_of(&adopted.procedure);
    Ok(here.show(&Conformance::of(frame, &adopted.procedure)))
}

/// `GET /design`: what pages are made of. It shows nothing of any case.
pub(crate) async fn design(here: Here) -> Response {
    let mut frame = Frame::new(&here, Design::title(here.t));
    frame.wide = true;
    here.show(&Design::of(frame, here.shell.clock.now()))
}

/// `GET /about`: says whether the store answers, and never fails because it does not.
pub(crate) async fn about(State(state): State<AppState>, here: Here, parts: Parts) -> Response {
    let found = health(&state.office, &parts).await.unwrap_or_default();
    let mut frame = Frame::new(&here, About::title(here.t));
    if let Some(adopted) = &found.adopted {
        frame = frame.with_nav_of(&adopted.procedure);
    }
    let lapse = found.lapse.as_ref().map(|lapse| banner(here.t, lapse));
    frame.banner = lapse.or(frame.banner);
    here.show(&About::of(frame, &found))
}

/// Messages are counted up to so many.
const COUNTED: u32 = 1000;

async fn health(office: &Office, parts: &Parts) -> Result<Health, Problem> {
    let jurisdiction = place::of(office, parts).await?;
    let now = office.now();
    let waiting = office.undelivered(&jurisdiction, COUNTED).await?;
    let stuck = waiting.iter().filter(|m| m.why.code() != "outbox-quiet");
    Ok(Health {
        store: true,
        adopted: office.in_force(&jurisdiction, now).await.ok(),
        lapse: office.lapse(&jurisdiction, now).await.ok().flatten(),
        now: Some(now),
        undelivered: Some(stuck.count()),
    })
}
