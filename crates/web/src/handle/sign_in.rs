//! Staff sign in and out; the first administrator comes by a one-time link.

use super::back::faults;
use super::knock::{Knock, entered};
use super::place::Place;
use crate::pages::desk::first::First;
use crate::pages::desk::passkey::Ask;
use crate::pages::desk::sign_in::{SignIn as SignInPage, inside};
use crate::shell::{Frame, Here, PageError, Posted};
use crate::state::AppState;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use office::Problem;
use office::staff::{Asked, SignIn};
use serde::Deserialize;

/// The page that was wanted.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Wanted {
    #[serde(default)]
    to: String,
}

/// `GET /desk/sign-in`.
pub(crate) async fn form(
    State(state): State<AppState>,
    here: Here,
    place: Place,
    Query(wanted): Query<Wanted>,
) -> Result<Response, PageError> {
    show(&state, &here, &place.j, StatusCode::OK, "", &wanted.to, None).await
}

/// `POST /desk/sign-in`.
pub(crate) async fn sign_in(
    State(state): State<AppState>,
    here: Here,
    knock: Knock,
    posted: Posted,
) -> Result<Response, PageError> {
    let text = |name: &str| posted.text(name).unwrap_or_default();
    let (login, to) = (text("login"), inside(text("to")));
    let device = knock.device(&state, &here, login);
    let given = SignIn {
        login,
        password: text("password"),
        code: None,
        origin: knock.origin(device.as_deref()),
    };
    match state.office.sign_in(&knock.j, given).await {
        Ok(opened) => entered(&state, &here, &knock, login, &opened, to).await,
        Err(Problem::WrongSecret) => {
            let wrong = here.t.say("desk-sign-in-wrong");
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            show(&state, &here, &knock.j, status, login, to, Some(wrong)).await
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
pub(crate) async fn first_form(
    State(state): State<AppState>,
    here: Here,
    place: Place,
    Path(link): Path<String>,
) -> Result<Response, PageError> {
    if !state.office.awaits_first(&place.j).await? {
        let over = Some(here.t.say("desk-first-over"));
        return show(&state, &here, &place.j, StatusCode::NOT_FOUND, "", "", over).await;
    }
    Ok(first_page(&here, StatusCode::OK, &link, &|_| String::new(), &[]))
}

/// `POST /desk/first/{link}`.
pub(crate) async fn first(
    State(state): State<AppState>,
    here: Here,
    knock: Knock,
    Path(link): Path<String>,
    posted: Posted,
) -> Result<Response, PageError> {
    let was = |name: &str| posted.text(name).unwrap_or_default().to_owned();
    let made = state
        .office
        .first_administrator(
            &knock.j,
            &link,
            &was("login"),
            &was("name"),
            &was("password"),
            knock.origin(None),
        )
        .await;
    match made {
        Ok(opened) => entered(&state, &here, &knock, &was("login"), &opened, "/desk").await,
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
            show(
                &state,
                &here,
                &knock.j,
                StatusCode::NOT_FOUND,
                "",
                "",
                Some(wrong),
            )
            .await
        }
        Err(other) => Err(other.into()),
    }
}

pub(super) async fn show(
    state: &AppState,
    here: &Here,
    j: &str,
    status: StatusCode,
    login: &str,
    to: &str,
    wrong: Option<String>,
) -> Result<Response, PageError> {
    let frame = Frame::new(here, here.t.say("desk-sign-in-title"));
    let service = state.office.sign_on();
    let service = service.map(|service| {
        let name = here.t.text(&service.name).to_owned();
        here.t.args("sign-on-by", &[("name", name)])
    });
    let challenge = state.office.challenge(j, Asked::Alone).await?;
    let ask = challenge.map(|challenge| Ask::alone(here.t, challenge, &frame.token, inside(to)));
    let page = SignInPage::of(frame, login, to, wrong)
        .with_service(service)
        .with_passkey(ask);
    Ok(here.show_as(status, &page))
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
