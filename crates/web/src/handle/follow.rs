//! A citizen opens a case: by number and check code, or by the link of a return visit.

use super::place::Place;
use crate::pages::follow::Follow;
use crate::shell::{Frame, Here, PageError, Posted};
use crate::state::AppState;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use office::Problem;

/// `GET /follow`.
pub(crate) async fn form(State(state): State<AppState>, here: Here) -> Response {
    show(&state, &here, StatusCode::OK, "", None)
}

/// `GET /follow/{number}`: from a message.
pub(crate) async fn form_for(
    State(state): State<AppState>,
    here: Here,
    Path(number): Path<String>,
) -> Response {
    show(&state, &here, StatusCode::OK, &number, None)
}

/// `POST /follow`.
pub(crate) async fn open(
    State(state): State<AppState>,
    here: Here,
    place: Place,
    posted: Posted,
) -> Result<Response, PageError> {
    let number = posted.text("number").unwrap_or_default();
    let code = posted.text("code").unwrap_or_default();
    if let Err(fault) = seal::number::check(number).and(seal::number::normalise_check_code(code)) {
        let wrong = here.t.args(fault.code(), &fault.args());
        return Ok(show(
            &state,
            &here,
            StatusCode::UNPROCESSABLE_ENTITY,
            number,
            Some(wrong),
        ));
    }
    match state.office.follow(&place.j, number, code, &place.address).await {
        Ok((_, opened)) => {
            let mut response = here.go("/case", None);
            here.set_session(&mut response, &opened.token);
            Ok(response)
        }
        Err(Problem::WrongSecret) => {
            let wrong = here.t.say("citizen-follow-wrong");
            Ok(show(
                &state,
                &here,
                StatusCode::UNPROCESSABLE_ENTITY,
                number,
                Some(wrong),
            ))
        }
        Err(other) => Err(other.into()),
    }
}

/// `GET /visit/{token}`: the link in a message asks how it went.
pub(crate) async fn visit(
    State(state): State<AppState>,
    here: Here,
    place: Place,
    Path(token): Path<String>,
) -> Result<Response, PageError> {
    match state.office.visit_link(&place.j, &token).await {
        Ok((_, opened)) => {
            let mut response = here.go("/case/visit", None);
            here.set_session(&mut response, &opened.token);
            Ok(response)
        }
        Err(Problem::WrongSecret) => {
            let wrong = here.t.say("citizen-visit-over");
            Ok(show(&state, &here, StatusCode::NOT_FOUND, "", Some(wrong)))
        }
        Err(other) => Err(other.into()),
    }
}

fn show(state: &AppState, here: &Here, status: StatusCode, number: &str, wrong: Option<String>) -> Response {
    let frame = Frame::new(here, here.t.say("citizen-follow"));
    let page = Follow::of(frame, number, wrong);
    here.show_as(status, &page.with_accounts(state.office.code_ways().any()))
}
