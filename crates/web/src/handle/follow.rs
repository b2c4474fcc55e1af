//! A citizen opens a case: by number and check code, or by the link of a return visit.

use super::late;
use super::place::Place;
use crate::pages::follow::Follow;
use crate::shell::{Frame, Here, PageError, Posted, T};
use crate::state::AppState;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use office::Problem;

/// `GET /follow`.
pub(crate) async fn form(State(state): State<AppState>, here: Here) -> Response {
    show(&state, &here, StatusCode::OK, ("", None), &[])
}

/// `GET /follow/{number}`: from a message.
pub(crate) async fn form_for(
    State(state): State<AppState>,
    here: Here,
    Path(number): Path<String>,
    Query(asked): Query<late::Asked>,
) -> Response {
    show(&state, &here, StatusCode::OK, (&number, asked.token()), &[])
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
    let kept = posted.text("kept").and_then(late::token);
    let faulty = StatusCode::UNPROCESSABLE_ENTITY;
    let says = numbered(here.t, number, code);
    if !says.is_empty() {
        return Ok(show(&state, &here, faulty, (number, kept), &says));
    }
    match state.office.follow(&place.j, number, code, &place.address).await {
        Ok((_, opened)) => {
            let to = kept.map_or_else(|| "/case".to_owned(), |kept| format!("/case?kept={kept}"));
            let mut response = here.go(&to, None);
            here.set_session(&mut response, &opened.token);
            Ok(response)
        }
        Err(Problem::WrongSecret) => {
            let says = [(String::new(), here.t.say("citizen-follow-wrong"))];
            Ok(show(&state, &here, faulty, (number, kept), &says))
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
            let says = [(String::new(), here.t.say("citizen-visit-over"))];
            Ok(show(&state, &here, StatusCode::NOT_FOUND, ("", None), &says))
        }
        Err(other) => Err(other.into()),
    }
}

/// What is wrong with a number and its check code, by field, everything at once.
pub(super) fn numbered(t: T, number: &str, code: &str) -> Vec<(String, String)> {
    let said = |field: &str, fault: seal::number::NumberError| {
        (field.to_owned(), t.args(fault.code(), &fault.args()))
    };
    let empty = |field: &str| (field.to_owned(), t.say("field-empty"));
    let of_number = match number {
        "" => Some(empty("number")),
        _ => seal::number::check(number)
            .err()
            .map(|fault| said("number", fault)),
    };
    let of_code = match code {
        "" => Some(empty("code")),
        _ => seal::number::normalise_check_code(code)
            .err()
            .map(|fault| said("code", fault)),
    };
    of_number.into_iter().chain(of_code).collect()
}

fn show(
    state: &AppState,
    here: &Here,
    status: StatusCode,
    (number, kept): (&str, Option<&str>),
    says: &[(String, String)],
) -> Response {
    let frame = Frame::new(here, here.t.say("citizen-follow"));
    let page = Follow::of(frame, number, says).with_kept(kept.map(str::to_owned));
    here.show_as(status, &page.with_accounts(state.office.code_ways().any()))
}
