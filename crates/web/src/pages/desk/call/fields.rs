//! The fields of the form, in the order in which a caller tells it.

use super::outcomes::{Outcome, grounds};
use crate::parts::{Ask, Choice, Choices, Field, Input, Unit, anonymous, asks_on_receipt, control, controls};
use crate::shell::T;
use procedure::model::CountsFrom;
use procedure::{Do, Procedure, Purpose, Words};

/// Who calls: number and name.
pub(super) fn caller(t: T, procedure: &Procedure, was: &dyn Fn(&str) -> String) -> [Field; 2] {
    let phone = Input::Line {
        value: was("phone"),
        kind: "tel",
        // the browser knows the operator's number, not the caller's
        autocomplete: "off",
        keyboard: "tel",
        most: 20,
    };
    let mut fields = [
        Field::new(t, "phone", t.say("desk-caller-phone"), phone),
        Field::new(
            t,
            "name",
            t.say("desk-caller-name"),
            Input::line(&was("name"), 40),
        ),
    ];
    if anonymous(procedure) {
        for field in &mut fields {
            field.must = false;
        }
    }
    fields
}

/// What the caller says, where, and what it is about in a few words.
pub(super) fn matter(t: T, procedure: &Procedure, was: &dyn Fn(&str) -> String) -> [Vec<Field>; 2] {
    let line = |name: &str, key: &str, most| {
        Field::new(t, name, t.say(key), Input::line(&was(name), most)).optional()
    };
    let said = vec![Field::new(
        t,
        "text",
        t.say("desk-call-text"),
        Input::area(&was("text"), 5, 20_000),
    )];
    let mut about = vec![
        line("place", "desk-place", 120),
        line("title", "desk-title", 60).hint(t.say("call-title-hint")),
    ];
    let kinds = procedure.categories.iter().map(|c| (&c.id, &c.name));
    let kinds = choices(t, kinds, &was("category"));
    if !kinds.is_empty() {
        about.push(Field::new(t, "category", t.say("desk-category"), Input::Radios(kinds)).optional());
    }
    [said, about]
}

/// Who the caller is by their papers, where the procedure asks for real names.
pub(super) fn real_name(t: T, was: &dyn Fn(&str) -> String) -> Vec<Field> {
    let line = |name: &str, label: String, most| {
        Field::new(t, name, label, Input::line(&was(name), most)).optional()
    };
    vec![
        line("id_number", t.say("desk-id-number"), 18),
        line("phone_code", t.say("call-code"), 8).hint(t.say("call-code-hint")),
    ]
}

/// What the outcome asks for: each field with the part of the form to which it belongs.
pub(super) fn onward(
    t: T,
    procedure: &Procedure,
    outcomes: &[Outcome],
    units: &[Unit],
    was: &dyn Fn(&str) -> String,
) -> Vec<(&'static str, Field)> {
    let any = |part: &str| {
        outcomes
            .iter()
            .any(|o| o.shows().split(' ').any(|shown| shown == part))
    };
    let field = |name: &str, key: &str, input| Field::new(t, name, t.say(key), input);
    let list = |purpose, name: &str| Input::List(grounds(t, procedure, purpose, &was(name)));
    let all_units = units.iter().map(|unit| Choice {
        value: unit.id.clone(),
        label: match &unit.on_duty {
            Some(person) => format!("{} · {person}", unit.name),
            None => unit.name.clone(),
        },
        note: None,
        chosen: unit.id == was("unit"),
    });
    let fields = [
        (
            "ground",
            field(
                "accept_ground",
                "call-accept-ground",
                list(Purpose::Accept, "accept_ground"),
            ),
        ),
        (
            "answer",
            field(
                "answer_text",
                "call-answer",
                Input::area(&was("answer_text"), 4, 20_000),
            ),
        ),
        (
            "partner",
            field("partner", "call-partner", Input::line(&was("partner"), 120)),
        ),
        (
            "unit",
            field("unit", "call-unit", Input::List(all_units.collect())).hint(t.say("call-unit-hint")),
        ),
        (
            "refuse",
            field(
                "refuse_ground",
                "call-refuse-ground",
                list(Purpose::Refuse, "refuse_ground"),
            ),
        ),
        (
            "refuse",
            field(
                "explanation",
                "call-explanation",
                Input::area(&was("explanation"), 3, 4_000),
            )
            .hint(t.say("call-explanation-hint"))
            .optional(),
        ),
        (
            "pass-up",
            field("reason", "call-reason", Input::area(&was("reason"), 3, 4_000)),
        ),
    ];
    fields.into_iter().filter(|(part, _)| any(part)).collect()
}

/// What a call may bring along.
pub(super) fn more(t: T, procedure: &Procedure, units: &[Unit], was: &dyn Fn(&str) -> String) -> Vec<Field> {
    let by_staff = procedure.channels.iter().filter(|c| !c.self_service);
    let first = by_staff.clone().next().map(|c| c.id.clone()).unwrap_or_default();
    let channel = Some(was("channel")).filter(|c| !c.is_empty()).unwrap_or(first);
    let channels = choices(t, by_staff.map(|c| (&c.id, &c.name)), &channel);
    let line = |name: &str, key: &str, most| {
        Field::new(t, name, t.say(key), Input::line(&was(name), most)).optional()
    };
    let mut fields = vec![
        Field::new(t, "channel", t.say("desk-channel"), Input::List(channels)),
        line("address", "desk-address", 200),
        line("external", "desk-external", 60),
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
