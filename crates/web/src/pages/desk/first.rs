//! The first administrator of an installation, by the one-time link that the first run prints.

use crate::parts::{Field, Input};
use crate::shell::{Frame, T};
use askama::Template;

/// `GET /desk/first/{link}`; sends to the same address.
#[derive(Debug, Template)]
#[template(path = "desk/first.html")]
pub struct First {
    frame: Frame,
    action: String,
    fields: Vec<Field>,
}

impl First {
    /// Title of the page.
    pub fn title(t: T) -> String {
        t.say("desk-first")
    }

    /// Empty, or come back. `was` gives what was typed before; `faults` what is wrong, in the reader's language.
    pub fn of(frame: Frame, action: &str, was: &dyn Fn(&str) -> String, faults: &[(String, String)]) -> Self {
        let t = frame.t;
        let line = |value: String, kind, autocomplete| Input::Line {
            value,
            kind,
            autocomplete,
            keyboard: "text",
            most: 128,
        };
        let mut fields = vec![
            Field::new(
                t,
                "name",
                t.say("desk-staff-name"),
                line(was("name"), "text", "name"),
            ),
            Field::new(
                t,
                "login",
                t.say("desk-login"),
                line(was("login"), "text", "username"),
            ),
            Field::new(
                t,
                "password",
                t.say("desk-password"),
                line(String::new(), "password", "new-password"),
            )
            .hint(t.args(
                "desk-password-hint",
                &[("least", office::staff::password::SHORTEST.to_string())],
            )),
        ];
        for field in &mut fields {
            let wrong = faults.iter().find(|(name, _)| *name == field.name);
            field.fault = wrong.map(|(_, says)| says.clone());
        }
        Self {
            frame,
            action: action.to_owned(),
            fields,
        }
    }

    fn faulty(&self) -> Vec<&Field> {
        self.fields.iter().filter(|f| f.fault.is_some()).collect()
    }
}
