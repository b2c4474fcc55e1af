//! What a session owes before it opens anything: the code of an authenticator, or setting one up.

use super::back::faults;
use super::knock::{Knock, entered, known};
use crate::pages::desk::second::{Codes, Second, SetUp};
use crate::pages::desk::sign_in::inside;
use crate::shell::{Frame, Here, PageError, Posted};
use crate::state::AppState;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use case::PersonId;
use office::Problem;
use office::staff::{Offer, Owes};
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
    owing(&state, &here, &knock.j, Owes::Code).await?;
    Ok(show(&here, StatusCode::OK, &wanted.to, None))
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
            Ok(show(&here, StatusCode::UNPROCESSABLE_ENTITY, to, Some(wrong)))
        }
        Err(other) => Err(other.into()),
    }
}

fn show(here: &Here, status: StatusCode, to: &str, wrong: Option<String>) -> Response {
    let frame = Frame::new(here, here.t.say("second-title"));
    here.show_as(status, &Second::of(frame, inside(to), wrong))
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
            let mut response = here.show(&Codes::of(frame, codes, "/desk"));
            here.set_session(&mut response, &opened.token);
            known(&state, &here, &knock, &login, &mut response).await?;
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
