//! Following a case: number and check code.

use crate::parts::{Field, Input, note};
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
    kept: Option<String>,
}

impl Follow {
    /// Title of the page.
    pub fn title(t: T) -> String {
        t.say("shell-nav-follow")
    }

    /// Empty, or come back with what is wrong, in the reader's language, by field; what is wrong with both together is named
    /// by no field. The check code is typed again.
    pub fn of(frame: Frame, number: &str, says: &[(String, String)]) -> Self {
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
        let mut fields = [
            number.hint(t.say("citizen-number-hint")),
            code.hint(t.say("citizen-check-code-hint")),
        ];
        note(&mut fields, says);
        let [number, code] = fields;
        let wrong = says.iter().find(|(field, _)| field.is_empty());
        Self {
            number,
            code,
            wrong: wrong.map(|(_, says)| says.clone()),
            accounts: false,
            kept: None,
            frame,
        }
    }

    /// Leads back to a form that was sent after the session had lapsed.
    pub fn with_kept(self, kept: Option<String>) -> Self {
        Self { kept, ..self }
    }

    fn faulty(&self) -> Vec<&Field> {
        let both = [&self.number, &self.code];
        both.into_iter().filter(|field| field.fault.is_some()).collect()
    }

    /// With the way to one's account, where codes can be sent.
    pub fn with_accounts(self, accounts: bool) -> Self {
        Self { accounts, ..self }
    }
}
