//! Who is on duty.

use super::signed::Desk;
use crate::pages::desk::roster::Roster;
use crate::shell::PageError;
use crate::state::AppState;
use axum::extract::State;
use axum::response::Response;

/// `GET /desk/roster`.
pub(crate) async fn show(State(state): State<AppState>, desk: Desk) -> Result<Response, PageError> {
    let lines = state.office.roster(&desk.j, desk.actor()).await?;
    let frame = desk.frame(desk.here.t.say("roster-title"));
    Ok(desk.here.show(&Roster::of(frame, &desk.adopted.calendar, &lines)))
}
