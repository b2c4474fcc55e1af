//! A citizen's account: the way in, and all their cases in one place.

use crate::parts::{Field, Input, Pager, Tag, grouped};
use crate::shell::{Frame, T};
use askama::Template;
use calendar::Calendar;
use office::accounts::{AccountLine, Asks, Ways};

/// `GET /my` for whoever is in no account; sends to `POST /my/code`.
#[derive(Debug, Template)]
#[template(path = "my-sign-in.html")]
pub struct SignIn {
    frame: Frame,
    /// `None` where codes cannot be sent.
    contact: Option<Field>,
    stay: Field,
    to: String,
}

impl SignIn {
    /// Title of the page.
    pub fn title(t: T) -> String {
        t.say("my-sign-in")
    }

    /// Empty, or come back with what is wrong.
    pub fn of(frame: Frame, ways: Ways, contact: &str, faults: &[(String, String)]) -> Self {
        let t = frame.t;
        let (label, kind, autocomplete, keyboard) = match ways {
            Ways {
                phone: true,
                email: true,
            } => ("my-contact", "text", "username", "email"),
            Ways { email: true, .. } => ("my-contact-mail", "email", "email", "email"),
            Ways { .. } => ("citizen-phone", "tel", "tel", "tel"),
        };
        let line = Input::Line {
            value: contact.to_owned(),
            kind,
            autocomplete,
            keyboard,
            most: 254,
        };
        let mut field = Field::new(t, "contact", t.say(label), line);
        field.fault = faults.first().map(|(_, says)| says.clone());
        Self {
            contact: ways.any().then_some(field),
            stay: stay(t, false),
            to: String::new(),
            frame,
        }
    }

    /// On to the page that was wanted.
    pub fn leading_to(self, to: &str) -> Self {
        let to = inside(to).to_owned();
        Self { to, ..self }
    }
}

/// The answer to `POST /my/code`; sends to `POST /my`.
#[derive(Debug, Template)]
#[template(path = "my-code.html")]
pub struct Code {
    frame: Frame,
    contact: String,
    sent: String,
    code: Field,
    stay: bool,
    to: String,
}

impl Code {
    /// Asks for the code that went to `masked`; come back with what is wrong.
    pub fn of(frame: Frame, contact: &str, masked: &str, stay: bool, wrong: Option<String>) -> Self {
        let t = frame.t;
        let line = Input::Line {
            value: String::new(),
            kind: "text",
            autocomplete: "one-time-code",
            keyboard: "numeric",
            most: 12,
        };
        let mut code = Field::new(t, "code", t.say("my-code"), line);
        code.fault = wrong;
        Self {
            contact: contact.to_owned(),
            sent: t.args("my-code-sent", &[("to", masked.to_owned())]),
            code,
            stay,
            to: String::new(),
            frame,
        }
    }

    /// On to the page that was wanted.
    pub fn leading_to(self, to: &str) -> Self {
        let to = inside(to).to_owned();
        Self { to, ..self }
    }
}

/// `GET /my` for whoever is in an account.
#[derive(Debug, Template)]
#[template(path = "my-cases.html")]
pub struct Cases {
    frame: Frame,
    contact: String,
    lines: Vec<Line>,
    pager: Pager,
    everywhere: Field,
    sure: Field,
}

#[derive(Debug)]
struct Line {
    href: String,
    number: String,
    title: String,
    step: Option<Tag>,
    received: String,
    replied: bool,
    due: Option<String>,
    /// What the citizen is asked for, with the address where they say it.
    asked: Option<(String, String)>,
}

impl Cases {
    /// From what the office tells of an account.
    pub fn of(
        frame: Frame,
        calendar: &Calendar,
        contact: String,
        lines: &[AccountLine],
        from_the_top: bool,
        next: Option<String>,
    ) -> Self {
        let t = frame.t;
        let line = |line: &AccountLine| Line {
            href: format!("/my/case/{}", line.number),
            number: grouped(line.number.as_str()),
            title: line.title.clone().unwrap_or_else(|| t.say("shell-destroyed")),
            step: line.step.as_ref().map(|step| Tag::plain(t.text(step))),
            received: calendar.show(line.received, t.lang()),
            replied: line.replied,
            due: line.due.as_ref().map(|(name, due)| {
                let args = [
                    ("what", t.text(name).to_owned()),
                    ("due", calendar.show_due_short(*due, t.lang())),
                ];
                t.args("portal-my-due", &args)
            }),
            asked: line.asked.map(|asked| match asked {
                Asks::Rating => (t.say("portal-my-rate"), format!("/my/case/{}/visit", line.number)),
                Asks::More => (t.say("portal-my-more"), format!("/my/case/{}", line.number)),
            }),
        };
        let mut everywhere = Field::new(t, "everywhere", t.say("my-everywhere"), Input::Tick { on: false });
        everywhere.must = false;
        let mut sure = Field::new(t, "sure", t.say("my-close-tick"), Input::Tick { on: false });
        sure.must = false;
        Self {
            contact,
            lines: lines.iter().map(line).collect(),
            pager: Pager {
                t,
                first: (!from_the_top).then(|| "/my".to_owned()),
                next,
            },
            everywhere,
            sure,
            frame,
        }
    }
}

/// The page that was wanted, if it is one of an account; nobody is sent anywhere else.
pub(crate) fn inside(to: &str) -> &str {
    let plain = to.bytes().all(|b| b.is_ascii_graphic() && b != b'\\');
    if plain && to.starts_with("/my/case/") && !to.contains("//") {
        to
    } else {
        "/my"
    }
}

/// Whether the account stays open in this browser.
fn stay(t: T, on: bool) -> Field {
    let mut field = Field::new(t, "stay", t.say("my-stay"), Input::Tick { on });
    field.must = false;
    field.hint(t.say("my-stay-hint"))
}

#[cfg(test)]
mod tests {
    use super::inside;

    #[test]
    fn nobody_is_sent_elsewhere() {
        for there in ["/my/case/2025030300000000", "/my/case/2025030300000000?kept=0a"] {
            assert_eq!(inside(there), there);
        }
        for elsewhere in [
            "",
            "/desk",
            "https://evil.example",
            "//evil.example",
            "/my/case//evil.example",
            "/my/case/\\evil",
            "/my/case/\r\nx: y",
            "/my-evil",
        ] {
            assert_eq!(inside(elsewhere), "/my", "{elsewhere}");
        }
    }
}
