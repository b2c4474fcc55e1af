//! One's passkeys: made and ended on the account page, shown alone to sign in.

use super::account::{answered, in_field};
use super::back::faults;
use super::knock::{Knock, entered};
use super::signed::Desk;
use crate::pages::desk::passkey::NewPasskey as Page;
use crate::pages::desk::second::Codes;
use crate::pages::desk::sign_in::inside;
use crate::shell::{Flash, Here, PageError, Posted};
use crate::state::AppState;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use office::Problem;
use office::staff::{Asked, Brought, NewPasskey};

const ACCOUNT: &str = "/desk/account";

/// What a page brings when a passkey was shown.
pub(super) fn brought(posted: &Posted) -> Brought<'_> {
    let text = |name: &str| posted.text(name).unwrap_or_default();
    Brought {
        challenge: text("challenge"),
        credential: text("credential"),
        client: text("client"),
        authenticator: text("authenticator"),
        signature: text("signature"),
    }
}

/// What a page brings when a passkey was made.
pub(super) fn new_passkey(posted: &Posted) -> NewPasskey<'_> {
    let text = |name: &str| posted.text(name).unwrap_or_default();
    NewPasskey {
        name: text("name"),
        challenge: text("challenge"),
        client: text("client"),
        authenticator: text("authenticator"),
    }
}

/// `GET /desk/account/passkey`.
pub(crate) async fn form(State(state): State<AppState>, desk: Desk) -> Result<Response, PageError> {
    page(&state, &desk, StatusCode::OK, "", &[]).await
}

async fn page(
    state: &AppState,
    desk: &Desk,
    status: StatusCode,
    name: &str,
    says: &[(String, String)],
) -> Result<Response, PageError> {
    let id = desk.signed.person().ok_or(PageError::SignIn)?;
    let person = state.office.person(&desk.j, id).await?;
    let challenge = state.office.challenge(&desk.j, Asked::Make(id)).await?;
    let challenge = challenge.ok_or(PageError::NotFound)?;
    let frame = desk.frame(desk.here.t.say("passkey-new"));
    let page = Page::of(frame, challenge, &person.login, name, says);
    Ok(desk.here.show_as(status, &page))
}

/// `POST /desk/account/passkey`.
pub(crate) async fn make(
    State(state): State<AppState>,
    desk: Desk,
    posted: Posted,
) -> Result<Response, PageError> {
    let (office, id) = (&state.office, desk.signed.person().ok_or(PageError::SignIn)?);
    let text = |name: &str| posted.text(name).unwrap_or_default();
    let new = new_passkey(&posted);
    let taken = match office.ask_password(&desk.j, id, text("password")).await {
        Ok(()) => office.take_passkey(&desk.j, id, new).await,
        Err(problem) => Err(problem),
    };
    match taken {
        Ok(Some(codes)) => {
            let frame = desk.frame(desk.here.t.say("second-codes"));
            Ok(desk.here.show(&Codes::of(frame, codes, ACCOUNT)))
        }
        Ok(None) => Ok(desk.here.go(ACCOUNT, Some(Flash::new("passkey-made")))),
        Err(Problem::Invalid(found)) => {
            let says = faults(desk.here.t, &found);
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            page(&state, &desk, status, text("name"), &says).await
        }
        Err(other) => Err(other.into()),
    }
}

/// `POST /desk/account/passkey/{id}/end`.
pub(crate) async fn end(
    State(state): State<AppState>,
    desk: Desk,
    Path(id): Path<String>,
    posted: Posted,
) -> Result<Response, PageError> {
    let person = desk.signed.person().ok_or(PageError::SignIn)?;
    let password = posted.text("password").unwrap_or_default();
    let done = state.office.revoke_passkey(&desk.j, person, &id, password).await;
    let done = done.map_err(|problem| in_field(problem, "passkey_password"));
    answered(&state, &desk, done, "passkey-ended").await
}

/// `POST /desk/sign-in/passkey`.
pub(crate) async fn sign_in(
    State(state): State<AppState>,
    here: Here,
    knock: Knock,
    posted: Posted,
) -> Result<Response, PageError> {
    let to = inside(posted.text("to").unwrap_or_default());
    let origin = knock.origin(None);
    match state
        .office
        .sign_in_by_passkey(&knock.j, brought(&posted), origin)
        .await
    {
        Ok((login, opened)) => entered(&state, &here, &knock, &login, &opened, to).await,
        Err(Problem::WrongSecret) => {
            let wrong = here.t.say("field-passkey");
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            super::sign_in::show(&state, &here, &knock.j, status, "", to, Some(wrong)).await
        }
        Err(other) => Err(other.into()),
    }
}
