//! What a session owes before it opens anything: the code of an authenticator or a passkey, or setting up a factor.

use super::back::faults;
use super::knock::{Knock, arrive, entered};
use super::passkey::{brought, new_passkey};
use crate::pages::desk::passkey::Ask;
use crate::pages::desk::second::{Codes, Second, SetUp};
use crate::pages::desk::sign_in::inside;
use crate::shell::{Frame, Here, PageError, Posted};
use crate::state::AppState;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use case::PersonId;
use office::Problem;
use office::staff::{Asked, Offer, Opened, Owes};
use serde::Deserialize;

/// The page that was wanted.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Wanted {
    #[serde(default)]
    to: String,
}

/// Whoever holds a session that owes this; anybody else signs in first.
async fn owing(state: &AppState, here: &Here, j: &str, owed: Owes) -> Result<PersonId, PageError> {
    let token = here.session().ok_or(PageError::SignIn)?;
    match state.office.owing(j, token).await? {
        (person, owes) if owes == owed => Ok(person),
        _ => Err(PageError::SignIn),
    }
}

/// `GET /desk/second`.
pub(crate) async fn form(
    State(state): State<AppState>,
    here: Here,
    knock: Knock,
    Query(wanted): Query<Wanted>,
) -> Result<Response, PageError> {
    let person = owing(&state, &here, &knock.j, Owes::Code).await?;
    show(&state, &here, &knock.j, &person, StatusCode::OK, &wanted.to, None).await
}

/// `POST /desk/second`.
pub(crate) async fn code(
    State(state): State<AppState>,
    here: Here,
    knock: Knock,
    posted: Posted,
) -> Result<Response, PageError> {
    let person = owing(&state, &here, &knock.j, Owes::Code).await?;
    let login = state.office.person(&knock.j, &person).await?.login;
    let device = knock.device(&state, &here, &login);
    let (token, given) = (
        here.session().unwrap_or_default(),
        posted.text("code").unwrap_or_default(),
    );
    let to = posted.text("to").unwrap_or_default();
    let shown = state
        .office
        .show_second(&knock.j, token, given, knock.origin(device.as_deref()))
        .await;
    match shown {
        Ok(opened) => entered(&state, &here, &knock, &login, &opened, inside(to)).await,
        Err(Problem::WrongSecret) => {
            let wrong = here.t.say("field-second-wrong");
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            show(&state, &here, &knock.j, &person, status, to, Some(wrong)).await
        }
        Err(other) => Err(other.into()),
    }
}

async fn show(
    state: &AppState,
    here: &Here,
    j: &str,
    person: &PersonId,
    status: StatusCode,
    to: &str,
    wrong: Option<String>,
) -> Result<Response, PageError> {
    let factors = state.office.factors(j, person).await?;
    let challenge = match factors.passkeys {
        0 => None,
        _ => state.office.challenge(j, Asked::Beside(person)).await?,
    };
    let frame = Frame::new(here, here.t.say("second-title"));
    let ask = challenge.map(|challenge| Ask::beside(here.t, challenge, &frame.token, inside(to)));
    let page = Second::of(frame, inside(to), wrong, factors.authenticator, ask);
    Ok(here.show_as(status, &page))
}

/// `POST /desk/second/passkey`.
pub(crate) async fn passkey(
    State(state): State<AppState>,
    here: Here,
    knock: Knock,
    posted: Posted,
) -> Result<Response, PageError> {
    let person = owing(&state, &here, &knock.j, Owes::Code).await?;
    let login = state.office.person(&knock.j, &person).await?.login;
    let device = knock.device(&state, &here, &login);
    let token = here.session().unwrap_or_default();
    let to = posted.text("to").unwrap_or_default();
    let origin = knock.origin(device.as_deref());
    let shown = state
        .office
        .show_passkey(&knock.j, token, brought(&posted), origin);
    match shown.await {
        Ok(opened) => entered(&state, &here, &knock, &login, &opened, inside(to)).await,
        Err(Problem::WrongSecret) => {
            let wrong = here.t.say("field-passkey");
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            show(&state, &here, &knock.j, &person, status, to, Some(wrong)).await
        }
        Err(other) => Err(other.into()),
    }
}

/// `GET /desk/second/set-up`: an authenticator, or a passkey where browsers make one.
pub(crate) async fn set_up_form(
    State(state): State<AppState>,
    here: Here,
    knock: Knock,
) -> Result<Response, PageError> {
    let person = owing(&state, &here, &knock.j, Owes::SetUp).await?;
    let offer = offer(&state, &here, &knock.j, &person).await?;
    let page = set_up_page(&state, &here, &knock.j, &person, &offer, ("", &[])).await?;
    Ok(here.show(&page))
}

/// `POST /desk/second/set-up`.
pub(crate) async fn set_up(
    State(state): State<AppState>,
    here: Here,
    knock: Knock,
    posted: Posted,
) -> Result<Response, PageError> {
    let person = owing(&state, &here, &knock.j, Owes::SetUp).await?;
    let (office, text) = (&state.office, |name: &str| posted.text(name).unwrap_or_default());
    let token = here.session().unwrap_or_default();
    let origin = knock.origin(None);
    let taken = office.set_up_owed(&knock.j, token, text("kept"), text("code"), origin);
    match taken.await {
        Ok((codes, opened)) => set_up_done(&state, &here, &knock, &person, codes, &opened).await,
        Err(Problem::Invalid(found)) => {
            let issuer = issuer(&here);
            let again = office
                .offered_again(&knock.j, &person, &issuer, text("kept"))
                .await;
            let Ok(offer) = again else {
                return Ok(here.go("/desk/second/set-up", None));
            };
            let says = faults(here.t, &found);
            let page = set_up_page(&state, &here, &knock.j, &person, &offer, ("", &says)).await?;
            Ok(here.show_as(StatusCode::UNPROCESSABLE_ENTITY, &page))
        }
        Err(other) => Err(other.into()),
    }
}

/// `POST /desk/second/set-up/passkey`.
pub(crate) async fn set_up_passkey(
    State(state): State<AppState>,
    here: Here,
    knock: Knock,
    posted: Posted,
) -> Result<Response, PageError> {
    let person = owing(&state, &here, &knock.j, Owes::SetUp).await?;
    let new = new_passkey(&posted);
    let token = here.session().unwrap_or_default();
    let taken = state
        .office
        .set_up_owed_passkey(&knock.j, token, new, knock.origin(None));
    match taken.await {
        Ok((codes, opened)) => set_up_done(&state, &here, &knock, &person, codes, &opened).await,
        Err(Problem::Invalid(found)) => {
            let offer = offer(&state, &here, &knock.j, &person).await?;
            let says = faults(here.t, &found);
            let again = (new.name, says.as_slice());
            let page = set_up_page(&state, &here, &knock.j, &person, &offer, again).await?;
            Ok(here.show_as(StatusCode::UNPROCESSABLE_ENTITY, &page))
        }
        Err(other) => Err(other.into()),
    }
}

/// The recovery codes, with the session that takes the place of the one that owed.
async fn set_up_done(
    state: &AppState,
    here: &Here,
    knock: &Knock,
    person: &PersonId,
    codes: Vec<String>,
    opened: &Opened,
) -> Result<Response, PageError> {
    let login = state.office.person(&knock.j, person).await?.login;
    let frame = Frame::new(here, here.t.say("second-codes"));
    let on = match opened.owes {
        Some(_) => "/desk/new-password",
        None => "/desk",
    };
    let mut response = here.show(&Codes::of(frame, codes, on));
    here.set_session(&mut response, &opened.token);
    if opened.owes.is_none() {
        arrive(state, here, knock, &login, &mut response).await?;
    }
    Ok(response)
}

/// What an authenticator shows beside the name.
pub(super) fn issuer(here: &Here) -> String {
    Frame::new(here, String::new()).name()
}

pub(super) async fn offer(
    state: &AppState,
    here: &Here,
    j: &str,
    person: &PersonId,
) -> Result<Offer, PageError> {
    Ok(state.office.offer_authenticator(j, person, &issuer(here)).await?)
}

/// The page with both; `again` is what the passkey was to be called, and what is wrong.
async fn set_up_page(
    state: &AppState,
    here: &Here,
    j: &str,
    person: &PersonId,
    offer: &Offer,
    again: (&str, &[(String, String)]),
) -> Result<SetUp, PageError> {
    let (name, says) = again;
    let frame = Frame::new(here, here.t.say("second-set-up-owed"));
    let login = state.office.person(j, person).await?.login;
    let challenge = state.office.challenge(j, Asked::Make(person)).await?;
    // passkeys need an address with a name of its own
    let lead = match challenge {
        Some(_) => here.t.say("second-required"),
        None => here.t.say("second-required-app"),
    };
    let ask = challenge.map(|challenge| Ask::owed(&frame, challenge, &login, name, says));
    let page = SetUp::of(frame, lead, "/desk/second/set-up", offer, false, says);
    Ok(page.or_passkey(ask, says))
}
