//! Reading aids, chosen and remembered.

use super::place::Place;
use crate::pages::reading::{ReadingPage, TICKS};
use crate::shell::{Flash, Frame, Here, PageError, Posted, Reading};
use crate::state::AppState;
use axum::extract::{FromRequestParts as _, Query, State};
use axum::http::request::Parts;
use axum::response::Response;
use office::Adopted;
use serde::Deserialize;

/// From which page somebody comes.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Asked {
    #[serde(default)]
    to: String,
}

/// A page of ours, or the first one: nobody is led elsewhere.
fn inside(to: &str) -> &str {
    let plain = |c: char| c.is_ascii_alphanumeric() || "/-_.".contains(c);
    let ours = to.starts_with('/') && !to.starts_with("//") && to.chars().all(plain);
    if ours { to } else { "/" }
}

/// `GET /reading`: for everybody, also where no rules are in force.
pub(crate) async fn show(
    State(state): State<AppState>,
    here: Here,
    Query(asked): Query<Asked>,
    parts: Parts,
) -> Result<Response, PageError> {
    let mut frame = Frame::new(&here, ReadingPage::title(here.t));
    if let Some(rules) = rules(&state, parts).await {
        frame = frame.with_nav_of(&rules.procedure);
    }
    Ok(here.show(&ReadingPage::of(frame, here.reading, inside(&asked.to))))
}

async fn rules(state: &AppState, mut parts: Parts) -> Option<Adopted> {
    let place = Place::from_request_parts(&mut parts, state).await.ok()?;
    state.office.in_force(&place.j, state.office.now()).await.ok()
}

/// `POST /reading`.
pub(crate) async fn keep(here: Here, posted: Posted) -> Response {
    let [large, contrast, simple] = TICKS.map(|name| posted.ticked(name));
    let reading = Reading {
        large,
        contrast,
        simple,
    };
    let to = inside(posted.text("to").unwrap_or("/"));
    let mut response = here.go(to, Some(Flash::new("reading-saved")));
    here.keep_reading(&mut response, reading);
    response
}

#[cfg(test)]
mod tests {
    use super::inside;

    #[test]
    fn nobody_is_led_elsewhere() {
        assert_eq!(inside("/follow"), "/follow");
        for away in ["//evil.example", "https://evil.example", "/x?y", "/\\evil", ""] {
            assert_eq!(inside(away), "/", "{away}");
        }
    }
}
