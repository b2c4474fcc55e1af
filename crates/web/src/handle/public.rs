//! Pages for everybody.

use super::place::Place;
use crate::pages::about::About;
use crate::pages::home::Home;
use crate::pages::procedure::ProcedurePage;
use crate::shell::{Frame, Here, PageError};
use crate::state::AppState;
use axum::extract::State;
use axum::response::Response;

/// `GET /`.
pub(crate) async fn home(
    State(state): State<AppState>,
    here: Here,
    place: Place,
) -> Result<Response, PageError> {
    let adopted = state.office.in_force(&place.j, state.office.now()).await?;
    let frame = Frame::new(&here, here.t.say("citizen-home"));
    Ok(here.show(&Home::of(frame, &adopted.procedure, "/procedure")))
}

/// `GET /procedure`.
pub(crate) async fn procedure(
    State(state): State<AppState>,
    here: Here,
    place: Place,
) -> Result<Response, PageError> {
    let adopted = state.office.in_force(&place.j, state.office.now()).await?;
    let frame = Frame::new(&here, here.t.text(&adopted.procedure.head.title).to_owned());
    Ok(here.show(&ProcedurePage::of(frame, &adopted.procedure)))
}

/// `GET /about`: says whether the store answers, and never fails because it does not.
pub(crate) async fn about(State(state): State<AppState>, here: Here) -> Response {
    let office = &state.office;
    let now = office.now();
    let found = match office.jurisdiction("").await {
        Ok(jurisdiction) => office.in_force(&jurisdiction.id, now).await.ok(),
        Err(_) => None,
    };
    let page = About {
        frame: Frame::new(&here, here.t.say("shell-about")),
        version: env!("CARGO_PKG_VERSION"),
        well: found.is_some(),
        now: found
            .as_ref()
            .map(|a| a.calendar.show(now, here.t.lang()))
            .unwrap_or_default(),
        rules: found
            .map(|a| here.t.text(&a.procedure.head.title).to_owned())
            .unwrap_or_default(),
    };
    here.show(&page)
}
