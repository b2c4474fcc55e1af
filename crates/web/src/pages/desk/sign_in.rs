//! Signing in.

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
        let inside = to == "/desk" || to.starts_with("/desk/");
        Self {
            login: Field::new(t, "login", t.say("desk-login"), name),
            password: Field::new(t, "password", t.say("desk-password"), secret),
            to: if inside { to } else { "/desk" }.to_owned(),
            wrong,
            frame,
        }
    }

    /// Where to go after signing in.
    pub fn to(&self) -> &str {
        &self.to
    }
}
