//! Reading aids: what there is, and what of it this browser uses.

use crate::parts::{Field, Input};
use crate::shell::{Frame, Reading, T};
use askama::Template;

/// `GET /reading`.
#[derive(Debug, Template)]
#[template(path = "reading.html")]
pub struct ReadingPage {
    frame: Frame,
    fields: Vec<Field>,
    to: String,
}

/// Names of the ticks.
pub(crate) const TICKS: [&str; 3] = ["large", "contrast", "simple"];

impl ReadingPage {
    /// Title of the page.
    pub fn title(t: T) -> String {
        t.say("reading-title")
    }

    /// With what is on, and the page to which the form leads back.
    pub fn of(frame: Frame, on: Reading, to: &str) -> Self {
        let t = frame.t;
        let tick = |name: &str, on: bool, label: &str, hint: &str| {
            let field = Field::new(t, name, t.say(label), Input::Tick { on });
            field.hint(t.say(hint)).optional()
        };
        Self {
            fields: vec![
                tick(TICKS[0], on.large, "reading-large", "reading-large-hint"),
                tick(TICKS[1], on.contrast, "reading-contrast", "reading-contrast-hint"),
                tick(TICKS[2], on.simple, "reading-words", "reading-words-hint"),
            ],
            to: to.to_owned(),
            frame,
        }
    }
}
