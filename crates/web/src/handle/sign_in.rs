//! Staff sign in and out; the first administrator comes by a one-time link.

use super::back::faults;
use super::place::Place;
use crate::pages::desk::first::First;
use crate::pages::desk::sign_in::SignIn;
use crate::shell::{Frame, Here, PageError, Posted};
use crate::state::AppState;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use office::Problem;
use serde::Deserialize;

/// The page that was wanted.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Wanted {
    #[serde(default)]
    to: String,
}

/// `GET /desk/sign-in`.
pub(crate) async fn form(here: Here, Query(wanted): Query<Wanted>) -> Response {
    show(&here, StatusCode::OK, "", &wanted.to, None)
}

/// `POST /desk/sign-in`.
pub(crate) async fn sign_in(
    State(state): State<AppState>,
    here: Here,
    place: Place,
    posted: Posted,
) -> Result<Response, PageError> {
    let text = |name: &str| posted.text(name).unwrap_or_default();
    match state
        .office
        .sign_in(&place.j, text("login"), text("password"), &place.address)
        .await
    {
        Ok(opened) => {
            let frame = Frame::new(&here, String::new());
            let to = SignIn::of(frame, "", text("to"), None).to().to_owned();
            let mut response = here.go(&to, None);
            here.set_session(&mut response, &opened.token);
            Ok(response)
        }
        Err(Problem::WrongSecret) => {
            let wrong = here.t.say("desk-sign-in-wrong");
            Ok(show(
                &here,
                StatusCode::UNPROCESSABLE_ENTITY,
                text("login"),
                text("to"),
                Some(wrong),
            ))
        }
        Err(other) => Err(other.into()),
    }
}

/// `POST /desk/sign-out`.
pub(crate) async fn sign_out(
    State(state): State<AppState>,
    here: Here,
    place: Place,
    _posted: Posted,
) -> Result<Response, PageError> {
    if let Some(token) = here.session() {
        state.office.sign_out(&place.j, token).await?;
    }
    let mut response = here.go("/desk/sign-in", None);
    here.drop_session(&mut response);
    Ok(response)
}

/// `GET /desk/first/{link}`.
pub(crate) async fn first_form(here: Here, Path(link): Path<String>) -> Response {
    first_page(&here, StatusCode::OK, &link, &|_| String::new(), &[])
}

/// `POST /desk/first/{link}`.
pub(crate) async fn first(
    State(state): State<AppState>,
    here: Here,
    place: Place,
    Path(link): Path<String>,
    posted: Posted,
) -> Result<Response, PageError> {
    let was = |name: &str| posted.text(name).unwrap_or_default().to_owned();
    let made = state
        .office
        .first_administrator(&place.j, &link, &was("login"), &was("name"), &was("password"))
        .await;
    match made {
        Ok(opened) => {
            let mut response = here.go("/desk", None);
            here.set_session(&mut response, &opened.token);
            Ok(response)
        }
        Err(Problem::Invalid(found)) => {
            let says = faults(here.t, &found);
            Ok(first_page(
                &here,
                StatusCode::UNPROCESSABLE_ENTITY,
                &link,
                &was,
                &says,
            ))
        }
        Err(Problem::WrongSecret) => {
            let wrong = here.t.say("desk-first-over");
            Ok(show(&here, StatusCode::NOT_FOUND, "", "", Some(wrong)))
        }
        Err(other) => Err(other.into()),
    }
}

fn show(here: &Here, status: StatusCode, login: &str, to: &str, wrong: Option<String>) -> Response {
    let frame = Frame::new(here, here.t.say("desk-sign-in-title"));
    here.show_as(status, &SignIn::of(frame, login, to, wrong))
}

fn first_page(
    here: &Here,
    status: StatusCode,
    link: &str,
    was: &dyn Fn(&str) -> String,
    says: &[(String, String)],
) -> Response {
    let frame = Frame::new(here, here.t.say("desk-first"));
    here.show_as(
        status,
        &First::of(frame, &format!("/desk/first/{link}"), was, says),
    )
}
