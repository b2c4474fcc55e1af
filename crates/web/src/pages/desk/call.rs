//! Taking a call: who, what, where, at typing speed; the caller's earlier cases beside it.

use super::Line;
use crate::parts::{Choice, Field, Input};
use crate::shell::{Frame, T};
use askama::Template;
use procedure::Procedure;

/// `GET /desk/call`; `?phone=` looks for earlier cases; sends to `POST /desk/call`.
#[derive(Debug, Template)]
#[template(path = "desk/call.html")]
pub struct Call {
    frame: Frame,
    phone: Field,
    fields: Vec<Field>,
    earlier: Option<Vec<Line>>,
    emergency: Option<String>,
    command: String,
}

impl Call {
    /// Title of the page.
    pub fn title(t: T) -> String {
        t.say("desk-call")
    }

    /// Empty, or come back. `was` gives what was typed before, `faults` what is wrong, in the reader's language;
    /// `earlier` the cases of the number, once it was looked up.
    pub fn of(
        frame: Frame,
        procedure: &Procedure,
        command: &str,
        was: &dyn Fn(&str) -> String,
        faults: &[(String, String)],
        earlier: Option<Vec<Line>>,
    ) -> Self {
        let t = frame.t;
        let emergency = procedure.grounds.iter().find(|g| g.emergency);
        let guidance = emergency
            .and_then(|g| g.guidance.as_deref())
            .and_then(|id| procedure.guidance.iter().find(|g| g.id == id));
        let mut phone = Field::new(
            t,
            "phone",
            t.say("desk-caller-phone"),
            Input::phone(&was("phone")),
        );
        let mut fields = fields(t, procedure, was);
        for field in fields.iter_mut().chain([&mut phone]) {
            let wrong = faults.iter().find(|(name, _)| *name == field.name);
            field.fault = wrong.map(|(_, says)| says.clone());
        }
        Self {
            frame,
            phone,
            fields,
            earlier,
            emergency: guidance.map(|g| t.text(&g.text).to_owned()),
            command: command.to_owned(),
        }
    }

    fn faulty(&self) -> Vec<&Field> {
        let all = self.fields.iter().chain([&self.phone]);
        all.filter(|f| f.fault.is_some()).collect()
    }
}

/// In the order in which a caller tells it.
fn fields(t: T, procedure: &Procedure, was: &dyn Fn(&str) -> String) -> Vec<Field> {
    let named = |list: Vec<(&String, &procedure::Words)>, chosen: String| -> Vec<Choice> {
        let one = |(id, name): (&String, &procedure::Words)| Choice {
            value: id.clone(),
            label: t.text(name).to_owned(),
            note: None,
            chosen: *id == chosen,
        };
        list.into_iter().map(one).collect()
    };
    let by_staff = procedure.channels.iter().filter(|c| !c.self_service);
    let mut channels = named(by_staff.map(|c| (&c.id, &c.name)).collect(), was("channel"));
    if let (Some(first), false) = (channels.first_mut(), was("channel") != "") {
        first.chosen = true;
    }
    let kinds = procedure.categories.iter().map(|c| (&c.id, &c.name)).collect();
    vec![
        Field::new(
            t,
            "name",
            t.say("desk-caller-name"),
            Input::line(&was("name"), 40),
        ),
        Field::new(
            t,
            "category",
            t.say("desk-category"),
            Input::Radios(named(kinds, was("category"))),
        )
        .optional(),
        Field::new(t, "title", t.say("desk-title"), Input::line(&was("title"), 60)),
        Field::new(
            t,
            "text",
            t.say("desk-call-text"),
            Input::area(&was("text"), 8, 20_000),
        ),
        Field::new(t, "place", t.say("desk-place"), Input::line(&was("place"), 120)).optional(),
        Field::new(
            t,
            "id_number",
            t.say("desk-id-number"),
            Input::line(&was("id_number"), 18),
        )
        .optional(),
        Field::new(
            t,
            "address",
            t.say("desk-address"),
            Input::line(&was("address"), 200),
        )
        .optional(),
        Field::new(t, "channel", t.say("desk-channel"), Input::Radios(channels)),
        Field::new(
            t,
            "external",
            t.say("desk-external"),
            Input::line(&was("external"), 60),
        )
        .optional(),
    ]
}
