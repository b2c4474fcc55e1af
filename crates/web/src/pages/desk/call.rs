//! Taking a call: who, what, where, at typing speed; the caller's earlier cases, the knowledge base and the grounds beside
//! it; and at once what becomes of it.

mod beside;
mod fields;
mod outcomes;

pub use beside::{Beside, Earlier, Known};
pub use outcomes::{Guided, Outcome, TAKE, guidance, outcomes};

use crate::parts::{Field, Input, Stopped, Unit};
use crate::shell::{Frame, T};
use askama::Template;
use outcomes::guided;
use procedure::Procedure;

/// `GET /desk/call`; sends to `POST /desk/call`, to `POST /desk/call/earlier` and `POST /desk/call/beside` to look
/// something up, to `POST /desk/call/code` to send the caller a code.
#[derive(Debug, Template)]
#[template(path = "desk/call.html")]
pub struct Call {
    frame: Frame,
    taken: Option<Taken>,
    caller: [Field; 2],
    said: Vec<Field>,
    about: Vec<Field>,
    real_name: Vec<Field>,
    told: Option<String>,
    stopped: Option<Stopped>,
    outcomes: Vec<(Outcome, bool)>,
    onward: Vec<(&'static str, Field)>,
    more: Vec<Field>,
    beside: Beside,
    earlier: Earlier,
    grounds: Vec<Guided>,
    emergency: Option<String>,
    command: String,
    focus: &'static str,
}

/// The call that was taken just now.
#[derive(Debug, Clone)]
pub struct Taken {
    /// The number, grouped for reading out.
    pub number: String,
    /// The check code; `None` where the form arrived a second time.
    pub code: Option<String>,
    /// What became of it.
    pub says: String,
    /// Address of the case.
    pub href: String,
    /// What was to be done with it and was not, and why.
    pub not_done: Option<String>,
    /// Whether the form below still holds this call, to go on with it.
    pub kept: bool,
}

/// What the form is made from.
#[derive(Debug)]
pub struct Form<'a> {
    /// The rules in force.
    pub procedure: &'a Procedure,
    /// Units of today.
    pub units: &'a [Unit],
    /// What the call can come to.
    pub outcomes: &'a [Outcome],
    /// Makes the call one, however often it is sent.
    pub command: &'a str,
    /// What is wrong, by field, in the reader's language.
    pub faults: &'a [(String, String)],
    /// What was done meanwhile: a code was sent.
    pub told: Option<String>,
    /// Why nothing was stored of what was sent.
    pub stopped: Option<Stopped>,
    /// The field in which the operator goes on: `phone`, `name` or `outcome`.
    pub focus: &'static str,
}

impl Call {
    /// Title of the page.
    pub fn title(t: T) -> String {
        t.say("desk-call")
    }

    /// Empty, or come back. `was` gives what was typed before; `earlier` and `beside` what was looked up.
    pub fn of(
        frame: Frame,
        form: &Form<'_>,
        was: &dyn Fn(&str) -> String,
        (earlier, beside): (Earlier, Beside),
        taken: Option<Taken>,
    ) -> Self {
        let (t, procedure) = (frame.t, form.procedure);
        let emergency = procedure.grounds.iter().find(|g| g.emergency);
        let emergency = emergency.and_then(|ground| guidance(procedure, &ground.id));
        let chosen = was("outcome");
        let chosen = Some(&chosen[..]).filter(|id| form.outcomes.iter().any(|o| o.id == **id));
        let unit = |name: &str| match was(name) {
            // what the catalogue says stands in the list until somebody chooses
            blank if name == "unit" && blank.is_empty() => beside.suggested.clone(),
            typed => typed,
        };
        let names_people = form
            .outcomes
            .iter()
            .any(|o| o.needs.contains(&procedure::Field::RealName));
        let [said, about] = fields::matter(t, procedure, was);
        let mut page = Self {
            taken,
            caller: fields::caller(t, procedure, was),
            said,
            about,
            real_name: if names_people {
                fields::real_name(t, was)
            } else {
                Vec::new()
            },
            told: form.told.clone(),
            stopped: form.stopped.clone(),
            outcomes: form
                .outcomes
                .iter()
                .map(|o| (o.clone(), o.id == chosen.unwrap_or(TAKE)))
                .collect(),
            onward: fields::onward(t, procedure, form.outcomes, form.units, &unit),
            more: fields::more(t, procedure, form.units, was),
            grounds: guided(t, procedure),
            emergency: emergency.map(|words| t.text(words).to_owned()),
            command: form.command.to_owned(),
            // where something is wrong, that is read first
            focus: if form.faults.is_empty() { form.focus } else { "" },
            beside,
            earlier,
            frame,
        };
        for field in page.fields_mut() {
            let wrong = form.faults.iter().find(|(name, _)| *name == field.name);
            field.fault = wrong.map(|(_, says)| says.clone());
        }
        page
    }

    fn fields_mut(&mut self) -> impl Iterator<Item = &mut Field> {
        self.caller
            .iter_mut()
            .chain(&mut self.said)
            .chain(&mut self.about)
            .chain(&mut self.real_name)
            .chain(self.onward.iter_mut().map(|(_, field)| field))
            .chain(&mut self.more)
    }

    fn faulty(&self) -> Vec<&Field> {
        let onward = self.onward.iter().map(|(_, field)| field);
        let all = self.caller.iter().chain(&self.said).chain(&self.about);
        let all = all.chain(&self.real_name).chain(onward).chain(&self.more);
        all.filter(|field| field.fault.is_some()).collect()
    }

    /// Whether this is the field in which the operator goes on.
    fn at(&self, name: &str) -> bool {
        self.focus == name
    }

    /// What stands in a line or an area.
    fn typed<'a>(&self, field: &'a Field) -> &'a str {
        match &field.input {
            Input::Line { value, .. } | Input::Area { value, .. } => value,
            _ => "",
        }
    }

    /// Whether something rare was typed, or is wrong.
    fn more_open(&self) -> bool {
        self.more.iter().any(|field| field.fault.is_some())
    }

    /// Whether the caller's papers were asked for.
    fn real_name_open(&self) -> bool {
        let typed = |field: &Field| !self.typed(field).is_empty();
        let mut fields = self.real_name.iter();
        self.told.is_some() || fields.any(|field| field.fault.is_some() || typed(field))
    }
}
