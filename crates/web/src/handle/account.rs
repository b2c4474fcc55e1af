//! One's own way in: sessions, password, second factor.

use super::back::faults;
use super::knock::{Knock, mark};
use super::second::{issuer, offer};
use super::signed::Desk;
use crate::pages::desk::account::Account;
use crate::pages::desk::second::{Codes, SetUp};
use crate::shell::{Flash, PageError, Posted};
use crate::state::AppState;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use case::PersonId;
use office::Problem;
use office::staff::Offer;

const HERE: &str = "/desk/account";
/// The field for the password of the second factor.
const SECOND: &str = "second_password";
/// Unusual sign-ins that are shown, at most.
const UNUSUAL: u32 = 10;

/// `GET /desk/account`.
pub(crate) async fn show(State(state): State<AppState>, desk: Desk) -> Result<Response, PageError> {
    page(&state, &desk, StatusCode::OK, &[]).await
}

fn own(desk: &Desk) -> Result<(&PersonId, &str), PageError> {
    let person = desk.signed.person().ok_or(PageError::SignIn)?;
    Ok((person, desk.here.session().unwrap_or_default()))
}

async fn page(
    state: &AppState,
    desk: &Desk,
    status: StatusCode,
    says: &[(String, String)],
) -> Result<Response, PageError> {
    let (id, token) = own(desk)?;
    let person = state.office.person(&desk.j, id).await?;
    let sessions = state.office.sessions(&desk.j, id, token).await?;
    let factors = state.office.factors(&desk.j, id).await?;
    let unusual = state.office.unusual_sign_ins(&desk.j, id, UNUSUAL).await?;
    let passkeys = match state.office.passkey_site(&desk.j).await? {
        Some(_) => Some(state.office.passkeys(&desk.j, id).await?),
        None => None,
    };
    let frame = desk.frame(desk.here.t.say("account"));
    let page = Account::of(frame, &desk.adopted.calendar, &person, &sessions, factors, says)
        .with_unusual(&desk.adopted.calendar, &unusual)
        .with_passkeys(&desk.adopted.calendar, passkeys.as_deref());
    Ok(desk.here.show_as(status, &page))
}

/// Back to the page with a sentence, or to the form with what is wrong.
pub(super) async fn answered(
    state: &AppState,
    desk: &Desk,
    done: Result<(), Problem>,
    says: &str,
) -> Result<Response, PageError> {
    match done {
        Ok(()) => Ok(desk.here.go(HERE, Some(Flash::new(says)))),
        Err(Problem::Invalid(found)) => {
            let says = faults(desk.here.t, &found);
            page(state, desk, StatusCode::UNPROCESSABLE_ENTITY, &says).await
        }
        Err(other) => Err(other.into()),
    }
}

/// `POST /desk/account/password`.
pub(crate) async fn password(
    State(state): State<AppState>,
    desk: Desk,
    knock: Knock,
    posted: Posted,
) -> Result<Response, PageError> {
    let (person, token) = own(&desk)?;
    let text = |name: &str| posted.text(name).unwrap_or_default();
    let done = state
        .office
        .change_password(&desk.j, person, token, text("password"), text("new_password"))
        .await;
    let changed = done.is_ok();
    let mut response = answered(&state, &desk, done, "account-password-changed").await?;
    if changed {
        // the mark of the old password is worth nothing, and this browser is no stranger
        let login = state.office.person(&desk.j, person).await?.login;
        mark(&state, &desk.here, &knock, &login, &mut response).await?;
    }
    Ok(response)
}

/// `POST /desk/account/session/{id}/end`; `others` in place of an id ends all but this one.
pub(crate) async fn end_session(
    State(state): State<AppState>,
    desk: Desk,
    Path(id): Path<String>,
    _posted: Posted,
) -> Result<Response, PageError> {
    let (person, token) = own(&desk)?;
    let done = match id.as_str() {
        "others" => state
            .office
            .end_other_sessions(&desk.j, person, token)
            .await
            .map(|_| ()),
        id => state.office.end_own_session(&desk.j, person, id).await,
    };
    answered(&state, &desk, done, "account-session-ended").await
}

/// `GET /desk/account/second`.
pub(crate) async fn second_form(State(state): State<AppState>, desk: Desk) -> Result<Response, PageError> {
    let (person, _) = own(&desk)?;
    let offer = offer(&state, &desk.here, &desk.j, person).await?;
    Ok(set_up_page(&desk, StatusCode::OK, &offer, &[]))
}

/// `POST /desk/account/second`.
pub(crate) async fn second(
    State(state): State<AppState>,
    desk: Desk,
    posted: Posted,
) -> Result<Response, PageError> {
    let (person, _) = own(&desk)?;
    let (office, text) = (&state.office, |name: &str| posted.text(name).unwrap_or_default());
    let taken = match office.ask_password(&desk.j, person, text("password")).await {
        Ok(()) => {
            office
                .take_authenticator(&desk.j, person, text("kept"), text("code"))
                .await
        }
        Err(problem) => Err(problem),
    };
    match taken {
        Ok(codes) => Ok(codes_page(&desk, codes)),
        Err(Problem::Invalid(found)) => {
            let issuer = issuer(&desk.here);
            let again = office.offered_again(&desk.j, person, &issuer, text("kept")).await;
            let Ok(offer) = again else {
                return Ok(desk.here.go("/desk/account/second", None));
            };
            let says = faults(desk.here.t, &found);
            Ok(set_up_page(
                &desk,
                StatusCode::UNPROCESSABLE_ENTITY,
                &offer,
                &says,
            ))
        }
        Err(other) => Err(other.into()),
    }
}

/// `POST /desk/account/second/{what}`: `codes` makes new recovery codes, `off` takes the factor off.
pub(crate) async fn change_second(
    State(state): State<AppState>,
    desk: Desk,
    Path(what): Path<String>,
    posted: Posted,
) -> Result<Response, PageError> {
    let (person, _) = own(&desk)?;
    let password = posted.text("password").unwrap_or_default();
    match what.as_str() {
        "codes" => {
            let made = match state.office.ask_password(&desk.j, person, password).await {
                Ok(()) => state.office.new_recovery_codes(&desk.j, person).await,
                Err(problem) => Err(problem),
            };
            match made {
                Ok(codes) => Ok(codes_page(&desk, codes)),
                Err(problem) => answered(&state, &desk, Err(in_field(problem, SECOND)), "").await,
            }
        }
        "off" => {
            let done = state.office.drop_second(&desk.j, person, password).await;
            let done = done.map_err(|problem| in_field(problem, SECOND));
            answered(&state, &desk, done, "account-second-off").await
        }
        _ => Err(PageError::NotFound),
    }
}

/// The page has several fields for the password; this is the one that is meant.
pub(super) fn in_field(problem: Problem, field: &str) -> Problem {
    match problem {
        Problem::Invalid(mut faults) => {
            for fault in &mut faults {
                if fault.field == "password" {
                    fault.field = field.to_owned();
                }
            }
            Problem::Invalid(faults)
        }
        other => other,
    }
}

fn codes_page(desk: &Desk, codes: Vec<String>) -> Response {
    let frame = desk.frame(desk.here.t.say("second-codes"));
    desk.here.show(&Codes::of(frame, codes, HERE))
}

fn set_up_page(desk: &Desk, status: StatusCode, offer: &Offer, says: &[(String, String)]) -> Response {
    let t = desk.here.t;
    let frame = desk.frame(t.say("second-set-up"));
    let page = SetUp::of(
        frame,
        t.say("second-lead"),
        "/desk/account/second",
        offer,
        true,
        says,
    );
    desk.here.show_as(status, &page)
}
