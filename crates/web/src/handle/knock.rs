//! From where somebody signs in: address, browser, and the marks that earlier sign-ins left in it.

use super::place::Place;
use crate::shell::{Here, Life, PageError, read_cookie};
use crate::state::AppState;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};
use axum::response::Response;
use office::staff::{Opened, Origin, Owes};

/// A browser in which somebody has signed in is known for half a year.
const KNOWN_SECONDS: u32 = 183 * 24 * 3600;

/// From where somebody signs in.
pub(crate) struct Knock {
    pub(crate) j: String,
    address: String,
    headers: HeaderMap,
}

impl FromRequestParts<AppState> for Knock {
    type Rejection = PageError;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, PageError> {
        let place = Place::from_request_parts(parts, state).await?;
        Ok(Self {
            j: place.j,
            address: place.whole,
            headers: parts.headers.clone(),
        })
    }
}

impl Knock {
    /// The mark of a person in this browser.
    pub(crate) fn device(&self, state: &AppState, here: &Here, login: &str) -> Option<String> {
        let name = here.cookie(&state.office.device_name(login));
        read_cookie(&self.headers, &name, here.shell.https)
    }

    /// As the office takes it.
    pub(crate) fn origin<'a>(&'a self, device: Option<&'a str>) -> Origin<'a> {
        let browser = self.headers.get(header::USER_AGENT);
        Origin {
            address: &self.address,
            browser: browser
                .and_then(|browser| browser.to_str().ok())
                .unwrap_or_default(),
            device,
        }
    }

    /// A cookie of this site.
    pub(crate) fn cookie(&self, here: &Here, name: &str) -> Option<String> {
        read_cookie(&self.headers, &here.cookie(name), here.shell.https)
    }
}

/// On with a session that was opened: to the page that was wanted, or to what it owes. A browser in which a sign-in was
/// finished is known from then on.
pub(crate) async fn entered(
    state: &AppState,
    here: &Here,
    knock: &Knock,
    login: &str,
    opened: &Opened,
    to: &str,
) -> Result<Response, PageError> {
    let mut response = match opened.owes {
        None => here.go(to, None),
        Some(Owes::Code) => here.go(&format!("/desk/second?to={to}"), None),
        Some(Owes::SetUp) => here.go("/desk/second/set-up", None),
        Some(Owes::Password) => here.go("/desk/new-password", None),
    };
    here.set_session(&mut response, &opened.token);
    if opened.owes.is_none() {
        arrive(state, here, knock, login, &mut response).await?;
    }
    Ok(response)
}

/// Notes that a person is in, and leaves their mark in the browser.
pub(crate) async fn arrive(
    state: &AppState,
    here: &Here,
    knock: &Knock,
    login: &str,
    response: &mut Response,
) -> Result<(), PageError> {
    let earlier = knock.device(state, here, login);
    let origin = knock.origin(earlier.as_deref());
    state.office.arrived(&knock.j, login, origin).await?;
    mark(state, here, knock, login, response).await
}

/// Leaves the mark of a person who is in in the browser.
pub(super) async fn mark(
    state: &AppState,
    here: &Here,
    knock: &Knock,
    login: &str,
    response: &mut Response,
) -> Result<(), PageError> {
    let earlier = knock.device(state, here, login);
    let mark = state
        .office
        .device_mark(&knock.j, login, earlier.as_deref())
        .await?;
    if let Some(mark) = mark {
        let name = state.office.device_name(login);
        here.set_cookie(response, &name, &mark, Life::Seconds(KNOWN_SECONDS));
    }
    Ok(())
}
