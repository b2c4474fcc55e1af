//! Signing in.

use super::passkey::Ask;
use crate::parts::{Field, Input};
use crate::shell::{Frame, T};
use askama::Template;

/// `GET /desk/sign-in`; sends to `POST /desk/sign-in`.
#[derive(Debug, Template)]
#[template(path = "desk/sign-in.html")]
pub struct SignIn {
    frame: Frame,
    login: Field,
    password: Field,
    wrong: Option<String>,
    to: String,
    service: Option<String>,
    ask: Option<Ask>,
}

impl SignIn {
    /// Title of the page.
    pub fn title(t: T) -> String {
        t.say("desk-sign-in")
    }

    /// Empty, or come back with what is wrong. `to` is the page that was wanted; only pages of the desk are taken.
    pub fn of(frame: Frame, login: &str, to: &str, wrong: Option<String>) -> Self {
        let t = frame.t;
        let line = |value: &str, kind, autocomplete| Input::Line {
            value: value.to_owned(),
            kind,
            autocomplete,
            keyboard: "text",
            most: 128,
        };
        let name = line(login, "text", "username");
        let secret = line("", "password", "current-password");
        Self {
            login: Field::new(t, "login", t.say("desk-login"), name),
            password: Field::new(t, "password", t.say("desk-password"), secret),
            to: inside(to).to_owned(),
            wrong,
            service: None,
            ask: None,
            frame,
        }
    }

    /// With another way in: what people call the sign-on service.
    pub fn with_service(self, service: Option<String>) -> Self {
        Self { service, ..self }
    }

    /// With the form that asks for a passkey.
    pub fn with_passkey(self, ask: Option<Ask>) -> Self {
        Self { ask, ..self }
    }
}

/// The page that was wanted, if it is one of the desk; nobody is sent anywhere else.
pub(crate) fn inside(to: &str) -> &str {
    let plain = to.bytes().all(|b| b.is_ascii_graphic() && b != b'\\');
    if plain && (to == "/desk" || to.starts_with("/desk/")) && !to.contains("//") {
        to
    } else {
        "/desk"
    }
}

#[cfg(test)]
mod tests {
    use super::inside;

    #[test]
    fn nobody_is_sent_elsewhere() {
        for there in ["/desk", "/desk/case/2025030300000000", "/desk/ledger?step=x"] {
            assert_eq!(inside(there), there);
        }
        for elsewhere in [
            "",
            "https://evil.example",
            "//evil.example",
            "/\\evil.example",
            "/desk//evil.example",
            "/desk/\\evil",
            "/desk/\r\nx: y",
            "/deskevil",
            "javascript:alert(1)",
        ] {
            assert_eq!(inside(elsewhere), "/desk", "{elsewhere}");
        }
    }
}
