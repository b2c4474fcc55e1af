//! Taking a call: who, what, where, at typing speed; the caller's earlier cases beside it.

use super::Line;
use crate::parts::{Ask, Choice, Choices, Field, Input, Unit, anonymous, asks_on_receipt, control, controls};
use crate::shell::{Frame, T};
use askama::Template;
use procedure::model::CountsFrom;
use procedure::{Do, Procedure, Words};

/// `GET /desk/call`; sends to `POST /desk/call`, or to `POST /desk/call/earlier` to look for earlier cases.
#[derive(Debug, Template)]
#[template(path = "desk/call.html")]
pub struct Call {
    frame: Frame,
    caller: [Field; 2],
    matter: Vec<Field>,
    more: Vec<Field>,
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
        units: &[Unit],
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
        let mut caller = caller(t, was);
        if anonymous(procedure) {
            for field in &mut caller {
                field.must = false;
            }
        }
        let mut page = Self {
            caller,
            matter: matter(t, procedure, was),
            more: more(t, procedure, units, was),
            earlier,
            emergency: guidance.map(|g| t.text(&g.text).to_owned()),
            command: command.to_owned(),
            frame,
        };
        let fields = page
            .caller
            .iter_mut()
            .chain(&mut page.matter)
            .chain(&mut page.more);
        for field in fields {
            let wrong = faults.iter().find(|(name, _)| *name == field.name);
            field.fault = wrong.map(|(_, says)| says.clone());
        }
        page
    }

    fn faulty(&self) -> Vec<&Field> {
        let all = self.caller.iter().chain(&self.matter).chain(&self.more);
        all.filter(|field| field.fault.is_some()).collect()
    }
}

fn caller(t: T, was: &dyn Fn(&str) -> String) -> [Field; 2] {
    let phone = Input::Line {
        value: was("phone"),
        kind: "tel",
        // the browser knows the operator's number, not the caller's
        autocomplete: "off",
        keyboard: "tel",
        most: 20,
    };
    [
        Field::new(t, "phone", t.say("desk-caller-phone"), phone),
        Field::new(
            t,
            "name",
            t.say("desk-caller-name"),
            Input::line(&was("name"), 40),
        ),
    ]
}

/// In the order in which a caller tells it.
fn matter(t: T, procedure: &Procedure, was: &dyn Fn(&str) -> String) -> Vec<Field> {
    let kinds = procedure.categories.iter().map(|c| (&c.id, &c.name));
    let kinds = choices(t, kinds, &was("category"));
    let mut fields = vec![
        Field::new(
            t,
            "text",
            t.say("desk-call-text"),
            Input::area(&was("text"), 8, 20_000),
        ),
        Field::new(t, "title", t.say("desk-title"), Input::line(&was("title"), 60)),
    ];
    if !kinds.is_empty() {
        fields.push(Field::new(t, "category", t.say("desk-category"), Input::Radios(kinds)).optional());
    }
    fields
}

/// What a call may bring along.
fn more(t: T, procedure: &Procedure, units: &[Unit], was: &dyn Fn(&str) -> String) -> Vec<Field> {
    let by_staff = procedure.channels.iter().filter(|c| !c.self_service);
    let first = by_staff.clone().next().map(|c| c.id.clone()).unwrap_or_default();
    let channel = Some(was("channel")).filter(|c| !c.is_empty()).unwrap_or(first);
    let channels = choices(t, by_staff.map(|c| (&c.id, &c.name)), &channel);
    let mut fields = vec![
        Field::new(t, "place", t.say("desk-place"), Input::line(&was("place"), 120)).optional(),
        Field::new(
            t,
            "address",
            t.say("desk-address"),
            Input::line(&was("address"), 200),
        )
        .optional(),
        Field::new(
            t,
            "id_number",
            t.say("desk-id-number"),
            Input::line(&was("id_number"), 18),
        )
        .optional(),
        Field::new(t, "channel", t.say("desk-channel"), Input::List(channels)),
        Field::new(
            t,
            "external",
            t.say("desk-external"),
            Input::line(&was("external"), 60),
        )
        .optional(),
    ];
    fields.extend(found(t, procedure, units, was));
    fields
}

/// Where and when a message was found, and what kind of matter it is, as far as the procedure wants to know.
fn found(t: T, procedure: &Procedure, units: &[Unit], was: &dyn Fn(&str) -> String) -> Vec<Field> {
    let asked = |field| asks_on_receipt(procedure, field);
    let posted = asked(procedure::Field::Posted)
        || procedure
            .clocks
            .iter()
            .any(|clock| clock.counts_from == CountsFrom::Posted);
    let claimed = procedure.acts.iter().any(|rule| rule.does == Do::Claim);
    let choices = Choices {
        procedure,
        units,
        earlier: &[],
        orders: &[],
        unit: None,
        category: None,
        own: &[],
        text: None,
        suggested: None,
        finds: None,
    };
    let typed = |name: &str| was(name).split(' ').map(str::to_owned).collect::<Vec<_>>();
    let mut fields = Vec::new();
    if posted {
        let mut field = control(t, Ask::When, Do::Receive, false, &choices, &|_| typed("posted"));
        (field.name, field.id) = ("posted".to_owned(), "posted".to_owned());
        field.label = t.say("desk-posted");
        field.must = asked(procedure::Field::Posted);
        fields.push(field);
    }
    if claimed || asked(procedure::Field::Division) {
        let must = asked(procedure::Field::Division);
        fields.push(control(t, Ask::Division, Do::Receive, must, &choices, &typed));
    }
    if !procedure.marks.is_empty() {
        let must = asked(procedure::Field::Marks);
        fields.extend(controls(t, Ask::Marks, Do::Receive, must, &choices, &typed));
    }
    if procedure.has_accusing_kind() {
        let line = Input::line(&was("accused_named"), 200);
        fields.push(Field::new(t, "accused_named", t.say("desk-accused-named"), line).optional());
    }
    let accuses = procedure.acts.iter().any(|rule| rule.does == Do::Mark);
    if (accuses || asked(procedure::Field::Accused)) && !units.is_empty() {
        let must = asked(procedure::Field::Accused);
        fields.push(control(t, Ask::Accused, Do::Receive, must, &choices, &typed));
        fields.push(control(
            t,
            Ask::AccusedPeople,
            Do::Receive,
            false,
            &choices,
            &typed,
        ));
    }
    fields
}

fn choices<'a>(t: T, all: impl Iterator<Item = (&'a String, &'a Words)>, chosen: &str) -> Vec<Choice> {
    let one = |(id, name): (&String, &Words)| Choice {
        value: id.clone(),
        label: t.text(name).to_owned(),
        note: None,
        chosen: id == chosen,
    };
    all.map(one).collect()
}
