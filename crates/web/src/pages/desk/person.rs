//! The way in of one person, for the administrator.

use crate::shell::Frame;
use askama::Template;
use office::staff::WayIn;

/// `GET /desk/people/{login}`; the forms send to addresses below it.
#[derive(Debug, Template)]
#[template(path = "desk/person.html")]
pub struct PersonPage {
    frame: Frame,
    login: String,
    base: String,
    sessions: String,
    second: bool,
    linked: bool,
    /// What people call the sign-on service, where there is one.
    service: Option<String>,
}

impl PersonPage {
    /// From what the office tells.
    pub fn of(frame: Frame, seen: &WayIn, service: Option<String>) -> Self {
        let count = seen.sessions.to_string();
        Self {
            base: address(&seen.person.login),
            login: seen.person.login.clone(),
            sessions: frame.t.args("people-sessions", &[("count", count)]),
            second: seen.factors.any(),
            linked: seen.linked,
            service,
            frame,
        }
    }
}

/// The address of the page of a person: a login is whatever the administrator typed.
pub(crate) fn address(login: &str) -> String {
    let plain = |b: u8| b.is_ascii_alphanumeric() || b"-_.".contains(&b);
    let each = login.bytes().map(|b| match plain(b) {
        true => char::from(b).to_string(),
        false => format!("%{b:02X}"),
    });
    format!("/desk/people/{}", each.collect::<String>())
}
