//! The course of a case under the rules in force, as a picture and in words.

use super::place::Place;
use crate::pages::flow::Flow;
use crate::shell::{Frame, Here, PageError};
use crate::state::AppState;
use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use procedure::draw::draw;
use procedure::explain::Voice;

/// `GET /procedure/flow`.
pub(crate) async fn show(
    State(state): State<AppState>,
    here: Here,
    place: Place,
) -> Result<Response, PageError> {
    let adopted = state.office.in_force(&place.j, state.office.now()).await?;
    let rules = &adopted.procedure;
    let mut frame = Frame::new(&here, here.t.say("flow-title")).with_nav_of(rules);
    frame.wide = true;
    Ok(here.show(&Flow::of(frame, rules)))
}

/// `GET /procedure/picture`: the picture alone, as SVG.
pub(crate) async fn picture(
    State(state): State<AppState>,
    here: Here,
    place: Place,
) -> Result<Response, PageError> {
    let adopted = state.office.in_force(&place.j, state.office.now()).await?;
    let lang = here.t.lang();
    let catalogue = |key: &str, args: &[(&str, String)]| words::say(lang, key, args);
    let picture = draw(&Voice {
        procedure: &adopted.procedure,
        lang,
        catalogue: &catalogue,
    });
    let media = (header::CONTENT_TYPE, "image/svg+xml; charset=utf-8");
    Ok(([media], picture).into_response())
}
