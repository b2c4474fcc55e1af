//! What the administrator does for one person: end all sessions, take off a second factor that was lost, undo the link
//! to the sign-on service.

use super::signed::Desk;
use crate::pages::desk::person::{PersonPage, address};
use crate::shell::{Flash, PageError, Posted};
use crate::state::AppState;
use axum::extract::{Path, State};
use axum::response::Response;

/// `GET /desk/people/{login}`.
pub(crate) async fn show(
    State(state): State<AppState>,
    desk: Desk,
    Path(login): Path<String>,
) -> Result<Response, PageError> {
    let seen = state.office.way_in(&desk.j, desk.actor(), &login).await?;
    let linked = state
        .office
        .sign_on()
        .map(|service| desk.here.t.text(&service.name).to_owned());
    let frame = desk.frame(seen.person.name.clone());
    Ok(desk.here.show(&PersonPage::of(frame, &seen, linked)))
}

/// `POST /desk/people/{login}/{what}`.
pub(crate) async fn act(
    State(state): State<AppState>,
    desk: Desk,
    Path((login, what)): Path<(String, String)>,
    _posted: Posted,
) -> Result<Response, PageError> {
    let (office, j, who) = (&state.office, &desk.j, desk.actor());
    let says = match what.as_str() {
        "sessions" => {
            office.end_sessions_of(j, who, &login).await?;
            "people-sessions-ended"
        }
        "second" => {
            office.reset_second(j, who, &login).await?;
            "people-second-off"
        }
        "sign-on" => {
            office.unlink_sign_on(j, who, &login).await?;
            "people-unlinked"
        }
        _ => return Err(PageError::NotFound),
    };
    Ok(desk.here.go(&address(&login), Some(Flash::new(says))))
}
