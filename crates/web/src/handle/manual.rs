//! The manual. Everybody may read all of it; staff keep their own navigation beside it.

use super::place::Place;
use super::signed::Desk;
use crate::pages::manual::ManualPage;
use crate::shell::{Frame, Here, PageError};
use crate::state::AppState;
use axum::extract::{FromRequestParts, RawPathParams, State};
use axum::http::request::Parts;
use axum::response::Response;
use manual::{INDEX, Page};

/// `GET /manual`.
pub(crate) async fn index(
    State(state): State<AppState>,
    here: Here,
    place: Place,
    parts: Parts,
) -> Result<Response, PageError> {
    shown(&state, here, place, parts, &INDEX).await
}

/// `GET /manual/{role}`.
pub(crate) async fn show(
    State(state): State<AppState>,
    here: Here,
    place: Place,
    named: RawPathParams,
    parts: Parts,
) -> Result<Response, PageError> {
    let mut named = named.iter();
    let role = named.find_map(|(name, role)| (name == "role").then_some(role));
    let page = role.and_then(manual::page).ok_or(PageError::NotFound)?;
    shown(&state, here, place, parts, page).await
}

async fn shown(
    state: &AppState,
    here: Here,
    place: Place,
    mut parts: Parts,
    page: &Page,
) -> Result<Response, PageError> {
    let title = ManualPage::title(here.t, page);
    let frame = match Desk::from_request_parts(&mut parts, state).await {
        Ok(desk) => desk.frame(title),
        Err(_) => {
            let adopted = state.office.in_force(&place.j, state.office.now()).await?;
            Frame::new(&here, title).with_nav_of(&adopted.procedure)
        }
    };
    Ok(here.show(&ManualPage::of(frame, page)))
}
