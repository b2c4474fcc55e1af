//! Signing in by a service that knows the staff already.

use super::back::faults;
use super::knock::{Knock, entered};
use super::sign_in::show;
use crate::pages::desk::sign_in::inside;
use crate::shell::{Here, Life, PageError};
use crate::state::AppState;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use office::Problem;
use office::sign_on::Back;
use serde::Deserialize;

/// Holds what belongs to one sign-in while the browser is at the service.
const COOKIE: &str = "sign-on";
const SECONDS: u32 = 600;

/// The page that was wanted.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Wanted {
    #[serde(default)]
    to: String,
}

/// What the service sends along.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Sent {
    code: Option<String>,
    state: Option<String>,
    error: Option<String>,
    iss: Option<String>,
}

/// `GET /desk/sign-on`: on to the service.
pub(crate) async fn begin(
    State(state): State<AppState>,
    here: Here,
    knock: Knock,
    Query(wanted): Query<Wanted>,
) -> Result<Response, PageError> {
    match state.office.begin_sign_on(&knock.j, inside(&wanted.to)).await {
        Ok((address, kept)) => {
            let mut response = Redirect::to(&address).into_response();
            here.set_cookie(&mut response, COOKIE, &kept, Life::Seconds(SECONDS));
            Ok(response)
        }
        Err(problem) => failed(&state, &here, &knock.j, problem).await,
    }
}

/// `GET /desk/sign-on/back`: back from the service.
pub(crate) async fn back(
    State(state): State<AppState>,
    here: Here,
    knock: Knock,
    Query(sent): Query<Sent>,
) -> Result<Response, PageError> {
    let kept = knock.cookie(&here, COOKIE).unwrap_or_default();
    let back = Back {
        code: sent.code.as_deref(),
        state: sent.state.as_deref(),
        error: sent.error.as_deref(),
        issuer: sent.iss.as_deref(),
    };
    let done = state
        .office
        .finish_sign_on(&knock.j, &kept, back, knock.origin(None))
        .await;
    let mut response = match done {
        Ok((opened, login, to)) => entered(&state, &here, &knock, &login, &opened, inside(&to)).await?,
        Err(problem) => failed(&state, &here, &knock.j, problem).await?,
    };
    here.set_cookie(&mut response, COOKIE, "", Life::Gone);
    Ok(response)
}

/// The form for signing in, with why the service did not help.
async fn failed(state: &AppState, here: &Here, j: &str, problem: Problem) -> Result<Response, PageError> {
    match problem {
        Problem::Invalid(found) => {
            let says = faults(here.t, &found).into_iter().map(|(_, says)| says).next();
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            show(state, here, j, status, "", "", says).await
        }
        other => Err(other.into()),
    }
}
