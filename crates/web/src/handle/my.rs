//! A citizen's account: opened by a code to phone or mail, with all of their cases on one page.

use super::back::faults;
use super::place::Place;
use super::signed::{Mine, in_account};
use crate::pages::my::{Cases, Code, SignIn, inside};
use crate::shell::{Flash, Frame, Here, PageError, Posted};
use crate::state::AppState;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use calendar::Instant;
use office::Problem;
use serde::Deserialize;
use store::LedgerAfter;

/// Lines on one page.
const PAGE: u32 = 30;
/// How long a browser keeps the cookie of an account that stays open there: as long as the session lasts at most.
const STAY_SECONDS: u32 = 180 * 24 * 3600;

/// Which page.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Asked {
    /// Behind this time.
    #[serde(default)]
    at: Option<i64>,
    /// And this number.
    #[serde(default)]
    after: Option<String>,
    /// The page that was wanted.
    #[serde(default)]
    to: String,
}

/// `GET /my`: the cases, or the way in.
pub(crate) async fn show(
    State(state): State<AppState>,
    here: Here,
    place: Place,
    Query(asked): Query<Asked>,
) -> Result<Response, PageError> {
    let Some(account) = in_account(&state, &here, &place.j).await? else {
        let mut response = sign_in(&state, &here, StatusCode::OK, ("", &asked.to), &[]);
        if here.account().is_some() {
            here.drop_account(&mut response);
        }
        return Ok(response);
    };
    let after = asked.at.zip(asked.after).map(|(at, number)| LedgerAfter {
        received: Instant::from_ms(at),
        number: number.into(),
    });
    let found = state
        .office
        .account_cases(&place.j, &account, after.as_ref(), PAGE);
    let (lines, next) = found.await?;
    let next = next.map(|last| format!("/my?at={}&after={}", last.received.ms(), last.number));
    let adopted = state.office.in_force(&place.j, state.office.now()).await?;
    let frame = Frame::new(&here, here.t.say("my-cases")).reworded(&adopted.procedure);
    let contact = account.contact.masked();
    let page = Cases::of(frame, &adopted.calendar, contact, &lines, after.is_none(), next);
    Ok(here.show(&page))
}

/// `POST /my/code`: sends a code, and asks for it. Whether there is an account, no answer tells.
pub(crate) async fn code(
    State(state): State<AppState>,
    here: Here,
    place: Place,
    posted: Posted,
) -> Result<Response, PageError> {
    let contact = posted.text("contact").unwrap_or_default();
    let to = posted.text("to").unwrap_or_default();
    let sent = state.office.send_account_code(&place.j, contact, &place.address);
    match sent.await {
        Ok(sent) => {
            let frame = Frame::new(&here, here.t.say("my-sign-in"));
            let page = Code::of(frame, contact, &sent.masked(), posted.ticked("stay"), None);
            Ok(here.show(&page.leading_to(to)))
        }
        Err(Problem::Invalid(found)) => {
            let says = faults(here.t, &found);
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            Ok(sign_in(&state, &here, status, (contact, to), &says))
        }
        Err(other) => Err(other.into()),
    }
}

/// `POST /my`: opens the account by the code.
pub(crate) async fn open(
    State(state): State<AppState>,
    here: Here,
    place: Place,
    posted: Posted,
) -> Result<Response, PageError> {
    let text = |name: &str| posted.text(name).unwrap_or_default();
    let (contact, stay, to) = (text("contact"), posted.ticked("stay"), text("to"));
    let opened = state
        .office
        .open_account(&place.j, contact, text("code"), stay, &place.address)
        .await;
    match opened {
        Ok(opened) => {
            // the token of a session that stood in this browser before is worth nothing from now on
            if let Some(earlier) = here.account() {
                state.office.sign_out(&place.j, earlier).await?;
            }
            let mut response = here.go(inside(to), None);
            here.set_account(&mut response, &opened.token, stay.then_some(STAY_SECONDS));
            Ok(response)
        }
        Err(Problem::Invalid(found)) => {
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            let says = faults(here.t, &found);
            let (of_code, others): (Vec<_>, Vec<_>) =
                says.into_iter().partition(|(field, _)| field == "code");
            let Some((_, wrong)) = of_code.into_iter().next() else {
                return Ok(sign_in(&state, &here, status, (contact, to), &others));
            };
            let masked = office::accounts::Contact::read(contact).map(|contact| contact.masked());
            let frame = Frame::new(&here, here.t.say("my-sign-in"));
            let page = Code::of(frame, contact, &masked.unwrap_or_default(), stay, Some(wrong));
            Ok(here.show_as(status, &page.leading_to(to)))
        }
        Err(other) => Err(other.into()),
    }
}

/// `POST /my/sign-out`: here, or in every browser.
pub(crate) async fn leave(
    State(state): State<AppState>,
    mine: Mine,
    posted: Posted,
) -> Result<Response, PageError> {
    if posted.ticked("everywhere") {
        state.office.leave_account(&mine.j, &mine.account).await?;
    } else if let Some(token) = mine.here.account() {
        state.office.sign_out(&mine.j, token).await?;
    }
    let mut response = mine.here.go("/my", Some(Flash::new("my-signed-out")));
    mine.here.drop_account(&mut response);
    Ok(response)
}

/// `POST /my/close`: the account is closed.
pub(crate) async fn close(
    State(state): State<AppState>,
    mine: Mine,
    posted: Posted,
) -> Result<Response, PageError> {
    if !posted.ticked("sure") {
        return Ok(mine.here.go("/my", Some(Flash::new("my-close-sure"))));
    }
    state.office.close_account(&mine.j, &mine.account).await?;
    let mut response = mine.here.go("/my", Some(Flash::new("my-closed")));
    mine.here.drop_account(&mut response);
    Ok(response)
}

fn sign_in(
    state: &AppState,
    here: &Here,
    status: StatusCode,
    (contact, to): (&str, &str),
    says: &[(String, String)],
) -> Response {
    let frame = Frame::new(here, here.t.say("my-sign-in"));
    let page = SignIn::of(frame, state.office.code_ways(), contact, says);
    here.show_as(status, &page.leading_to(to))
}
