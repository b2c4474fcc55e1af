//! Forms that ask the browser for a passkey. Without the script they stay out of sight.

use super::account::{fault, secret};
use crate::parts::{Field, Input, note, piece};
use crate::shell::{Frame, T, passkey_script};
use askama::Template;
use office::staff::{Challenge, PasskeyLine};

/// One form.
#[derive(Debug, Clone, Template)]
#[template(path = "parts/passkey.html")]
pub struct Ask {
    t: T,
    /// Address of the script.
    pub script: String,
    action: &'static str,
    what: &'static str,
    host: String,
    known: String,
    alone: bool,
    challenge: String,
    token: String,
    to: String,
    new: Option<New>,
    fields: Vec<Field>,
    button: String,
}
piece!(Ask);

/// What a new passkey is made with.
#[derive(Debug, Clone)]
struct New {
    site: String,
    user: String,
    login: String,
    kinds: String,
}

impl Ask {
    fn of(t: T, challenge: Challenge, token: &str, action: &'static str, button: &str) -> Self {
        Self {
            script: passkey_script(),
            action,
            what: "show",
            host: challenge.host,
            known: challenge.known.join(" "),
            alone: false,
            challenge: challenge.text,
            token: token.to_owned(),
            to: String::new(),
            new: None,
            fields: Vec::new(),
            button: t.say(button),
            t,
        }
    }

    /// A new passkey, called `name` so far; the fields come before the button.
    fn make(frame: &Frame, challenge: Challenge, login: &str, name: &str, action: &'static str) -> Self {
        let t = frame.t;
        let new = New {
            site: frame.name(),
            user: challenge.user.clone(),
            login: login.to_owned(),
            kinds: challenge.kinds.map(|kind| kind.to_string()).join(" "),
        };
        let line = Input::line(name, 40);
        Self {
            what: "make",
            new: Some(new),
            fields: vec![Field::new(t, "name", t.say("passkey-name"), line).hint(t.say("passkey-name-hint"))],
            ..Self::of(t, challenge, &frame.token, action, "passkey-make")
        }
    }

    /// A passkey that is set up because a role asks for a second factor: the password was shown just now.
    pub fn owed(
        frame: &Frame,
        challenge: Challenge,
        login: &str,
        name: &str,
        faults: &[(String, String)],
    ) -> Self {
        let mut ask = Self::make(frame, challenge, login, name, "/desk/second/set-up/passkey");
        note(&mut ask.fields, faults);
        ask
    }

    /// A passkey beside the password; `to` is the page that was wanted.
    pub fn beside(t: T, challenge: Challenge, token: &str, to: &str) -> Self {
        Self {
            to: to.to_owned(),
            ..Self::of(t, challenge, token, "/desk/second/passkey", "passkey-show")
        }
    }

    /// A passkey alone.
    pub fn alone(t: T, challenge: Challenge, token: &str, to: &str) -> Self {
        Self {
            to: to.to_owned(),
            alone: true,
            ..Self::of(t, challenge, token, "/desk/sign-in/passkey", "passkey-sign-in")
        }
    }
}

/// `GET /desk/account/passkey`; sends to the same address.
#[derive(Debug, Template)]
#[template(path = "desk/passkey.html")]
pub struct NewPasskey {
    frame: Frame,
    ask: Ask,
    wrong: Option<String>,
}

impl NewPasskey {
    /// Empty, or come back with what is wrong.
    pub fn of(
        frame: Frame,
        challenge: Challenge,
        login: &str,
        name: &str,
        faults: &[(String, String)],
    ) -> Self {
        let t = frame.t;
        let mut ask = Ask::make(&frame, challenge, login, name, "/desk/account/passkey");
        let password = secret(t, "password", t.say("account-password-now"), "current-password");
        ask.fields.push(password);
        note(&mut ask.fields, faults);
        Self {
            ask,
            wrong: fault(faults, "passkey"),
            frame,
        }
    }
}

/// A passkey on the account page.
#[derive(Debug)]
pub(super) struct Line {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) used: String,
}

impl Line {
    pub(super) fn of(t: T, calendar: &calendar::Calendar, line: &PasskeyLine) -> Self {
        Self {
            id: line.id.clone(),
            name: line.name.clone().unwrap_or_else(|| t.say("shell-destroyed")),
            used: match line.used {
                Some(at) => t.args("passkey-used", &[("at", calendar.show(at, t.lang()))]),
                None => t.say("passkey-unused"),
            },
        }
    }
}
