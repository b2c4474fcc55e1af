//! Following a case: number and check code.

use crate::parts::{Field, Input};
use crate::shell::{Frame, T};
use askama::Template;

/// `GET /follow`; sends to `POST /follow`.
#[derive(Debug, Template)]
#[template(path = "follow.html")]
pub struct Follow {
    frame: Frame,
    number: Field,
    code: Field,
    wrong: Option<String>,
    accounts: bool,
}

impl Follow {
    /// Title of the page.
    pub fn title(t: T) -> String {
        t.say("shell-nav-follow")
    }

    /// Empty, or come back with what is wrong, in the reader's language. The check code is typed again.
    pub fn of(frame: Frame, number: &str, wrong: Option<String>) -> Self {
        let t = frame.t;
        let numeric = Input::Line {
            value: number.to_owned(),
            kind: "text",
            autocomplete: "off",
            keyboard: "numeric",
            most: 24,
        };
        let number = Field::new(t, "number", t.say("citizen-number"), numeric);
        let code = Field::new(t, "code", t.say("citizen-check-code"), Input::line("", 12));
        Self {
            number: number.hint(t.say("citizen-number-hint")),
            code: code.hint(t.say("citizen-check-code-hint")),
            wrong,
            accounts: false,
            frame,
        }
    }

    /// With the way to one's account, where codes can be sent.
    pub fn with_accounts(self, accounts: bool) -> Self {
        Self { accounts, ..self }
    }
}
