//! The second factor: showing a code, setting up an authenticator, the recovery codes.

use super::account::{fault, secret};
use super::passkey::Ask;
use crate::parts::{Field, Input};
use crate::shell::{Frame, T};
use askama::Template;
use credentials::qr::{Drawing, draw};
use office::staff::Offer;

/// `GET /desk/second`; sends to the same address.
#[derive(Debug, Template)]
#[template(path = "desk/second.html")]
pub struct Second {
    frame: Frame,
    code: Field,
    lead: &'static str,
    ask: Option<Ask>,
    to: String,
}

impl Second {
    /// Empty, or come back with what is wrong. `to` is the page that was wanted; whoever has no authenticator has
    /// recovery codes for the day on which the passkey is not at hand.
    pub fn of(frame: Frame, to: &str, wrong: Option<String>, authenticator: bool, ask: Option<Ask>) -> Self {
        let t = frame.t;
        let (label, lead) = if authenticator {
            ("second-code", "second-ask")
        } else {
            ("second-recovery", "second-ask-passkey")
        };
        let mut code = code(t, t.say(label)).hint(t.say("second-code-hint"));
        code.fault = wrong;
        Self {
            code,
            lead,
            ask,
            to: to.to_owned(),
            frame,
        }
    }
}

/// A code that is typed: browsers offer what an authenticator of theirs shows.
fn code(t: T, label: String) -> Field {
    let input = Input::Line {
        value: String::new(),
        kind: "text",
        autocomplete: "one-time-code",
        keyboard: "text",
        most: 20,
    };
    Field::new(t, "code", label, input)
}

/// An authenticator is set up; sends to where it was asked for.
#[derive(Debug, Template)]
#[template(path = "desk/set-up.html")]
pub struct SetUp {
    frame: Frame,
    lead: String,
    action: &'static str,
    drawing: Option<Drawing>,
    secret: String,
    kept: String,
    fields: Vec<Field>,
    ask: Option<Ask>,
    wrong: Option<String>,
}

impl SetUp {
    /// From an offer; `again` asks for the password too.
    pub fn of(
        frame: Frame,
        lead: String,
        action: &'static str,
        offer: &Offer,
        again: bool,
        faults: &[(String, String)],
    ) -> Self {
        let t = frame.t;
        let mut fields = vec![code(t, t.say("second-first-code"))];
        if again {
            fields.push(secret(
                t,
                "password",
                t.say("account-password-now"),
                "current-password",
            ));
        }
        for field in &mut fields {
            let wrong = faults.iter().find(|(name, _)| *name == field.name);
            field.fault = wrong.map(|(_, says)| says.clone());
        }
        Self {
            lead,
            action,
            drawing: draw(&offer.address),
            secret: offer.secret.clone(),
            kept: offer.kept.clone(),
            fields,
            ask: None,
            wrong: None,
            frame,
        }
    }

    /// With a passkey to choose in its place; `faults` say why the last one was not taken.
    pub fn or_passkey(self, ask: Option<Ask>, faults: &[(String, String)]) -> Self {
        Self {
            ask,
            wrong: fault(faults, "passkey"),
            ..self
        }
    }
}

/// The recovery codes, shown once.
#[derive(Debug, Template)]
#[template(path = "desk/recovery-codes.html")]
pub struct Codes {
    frame: Frame,
    codes: Vec<String>,
    on: &'static str,
}

impl Codes {
    /// `on` is where the page leads.
    pub fn of(frame: Frame, codes: Vec<String>, on: &'static str) -> Self {
        Self { frame, codes, on }
    }
}
