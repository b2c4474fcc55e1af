//! What a session owes before it opens anything: the code of an authenticator or a passkey, or setting up a factor.

use super::back::faults;
use super::knock::{Knock, entered, known};
use super::passkey::brought;
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
use office::staff::{Asked, Offer, Owes};
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

/// `GET /desk/second/set-up`.
pub(crate) async fn set_up_form(
    State(state): State<AppState>,
    here: Here,
    knock: Knock,
) -> Result<Response, PageError> {
    let person = owing(&state, &here, &knock.j, Owes::SetUp).await?;
    let offer = offer(&state, &here, &knock.j, &person).await?;
    Ok(set_up_page(&here, StatusCode::OK, &offer, &[]))
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
    match office
        .set_up_owed(&knock.j, token, text("kept"), text("code"), origin)
        .await
    {
        Ok((codes, opened)) => {
            let login = office.person(&knock.j, &person).await?.login;
            let frame = Frame::new(&here, here.t.say("second-codes"));
            let on = match opened.owes {
                Some(_) => "/desk/new-password",
                None => "/desk",
            };
            let mut response = here.show(&Codes::of(frame, codes, on));
            here.set_session(&mut response, &opened.token);
            if opened.owes.is_none() {
                known(&state, &here, &knock, &login, &mut response).await?;
            }
            Ok(response)
        }
        Err(Problem::Invalid(found)) => {
            let issuer = issuer(&here);
            let again = office
                .offered_again(&knock.j, &person, &issuer, text("kept"))
                .await;
            let Ok(offer) = again else {
                return Ok(here.go("/desk/second/set-up", None));
            };
            let says = faults(here.t, &found);
            Ok(set_up_page(
                &here,
                StatusCode::UNPROCESSABLE_ENTITY,
                &offer,
                &says,
            ))
        }
        Err(other) => Err(other.into()),
    }
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

fn set_up_page(here: &Here, status: StatusCode, offer: &Offer, says: &[(String, String)]) -> Response {
    let frame = Frame::new(here, here.t.say("second-set-up"));
    let lead = here.t.say("second-required");
    here.show_as(
        status,
        &SetUp::of(frame, lead, "/desk/second/set-up", offer, false, says),
    )
}
