//! A password that was given is changed for one's own before anything else.

use super::back::faults;
use super::knock::{Knock, entered};
use crate::pages::desk::new_password::NewPassword;
use crate::shell::{Frame, Here, PageError, Posted};
use crate::state::AppState;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use office::Problem;
use office::staff::Owes;

/// The login of whoever holds a session that owes it; anybody else signs in first.
async fn login(state: &AppState, here: &Here, knock: &Knock) -> Result<String, PageError> {
    let token = here.session().ok_or(PageError::SignIn)?;
    match state.office.owing(&knock.j, token).await? {
        (person, Owes::Password) => Ok(state.office.person(&knock.j, &person).await?.login),
        _ => Err(PageError::SignIn),
    }
}

/// `GET /desk/new-password`.
pub(crate) async fn form(
    State(state): State<AppState>,
    here: Here,
    knock: Knock,
) -> Result<Response, PageError> {
    let login = login(&state, &here, &knock).await?;
    Ok(page(&here, StatusCode::OK, &login, &[]))
}

/// `POST /desk/new-password`.
pub(crate) async fn take(
    State(state): State<AppState>,
    here: Here,
    knock: Knock,
    posted: Posted,
) -> Result<Response, PageError> {
    let login = login(&state, &here, &knock).await?;
    let token = here.session().unwrap_or_default();
    let new = posted.text("new_password").unwrap_or_default();
    let device = knock.device(&state, &here, &login);
    let origin = knock.origin(device.as_deref());
    match state.office.replace_given(&knock.j, token, new, origin).await {
        Ok(opened) => entered(&state, &here, &knock, &login, &opened, "/desk").await,
        Err(Problem::Invalid(found)) => {
            let says = faults(here.t, &found);
            Ok(page(&here, StatusCode::UNPROCESSABLE_ENTITY, &login, &says))
        }
        Err(other) => Err(other.into()),
    }
}

fn page(here: &Here, status: StatusCode, login: &str, says: &[(String, String)]) -> Response {
    let frame = Frame::new(here, here.t.say("new-password"));
    here.show_as(status, &NewPassword::of(frame, login, says))
}
