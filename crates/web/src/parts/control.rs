//! The control for one field of an act's form, with its choices from the procedure and the units.

use super::labels::hint;
use super::{Ask, Choice, Field, Input, UnitLine, grouped, label};
use crate::shell::T;
use office::publicity::PublicFinds;
use procedure::{Do, Procedure, Purpose, Role, Ruled, Scope, Seat, Words};

/// A unit that can be chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    /// Its id.
    pub id: String,
    /// Its name today.
    pub name: String,
    /// Who is on duty there now.
    pub on_duty: Option<String>,
}

/// An earlier case that may be the same problem.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Earlier {
    /// Its number.
    pub number: String,
    /// What it is about, and when it came.
    pub about: String,
}

/// Where the choices come from.
#[derive(Debug, Clone, Copy)]
pub struct Choices<'a> {
    /// The rules of the case.
    pub procedure: &'a Procedure,
    /// The units that can get a work order.
    pub units: &'a [Unit],
    /// Cases that may be the same problem.
    pub earlier: &'a [Earlier],
    /// The work orders of the case.
    pub orders: &'a [case::Order],
    /// The unit whose work order the form is about.
    pub unit: Option<&'a str>,
    /// The kind that the case has already.
    pub category: Option<&'a str>,
    /// Units for which the person can claim.
    pub own: &'a [Unit],
    /// The message, or the clean copy of it, for whoever makes one.
    pub text: Option<&'a str>,
    /// What the dispatch catalogue says.
    pub suggested: Option<&'a Suggested>,
    /// What of the message tells who somebody is, for whoever publishes it.
    pub finds: Option<&'a PublicFinds>,
}

/// Units that the dispatch catalogue names for a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggested {
    /// Unit ids, the lead first.
    pub units: Vec<String>,
    /// Why, in the reader's language.
    pub says: String,
}

/// How many units one dispatch can name.
pub(crate) const UNIT_LINES: u8 = 4;

/// Groups of marks and questions of a visit each have a field of their own, whose name ends with a number up to this.
pub(crate) const MOST_OF_A_KIND: usize = 30;

/// The fields for `ask`: one, but for marks and questions.
pub fn controls(
    t: T,
    ask: Ask,
    act: Do,
    must: bool,
    choices: &Choices<'_>,
    was: &dyn Fn(&str) -> Vec<String>,
) -> Vec<Field> {
    match ask {
        Ask::Marks => marks(t, choices.procedure, must, was),
        Ask::Questions => questions(t, choices.procedure, must, was),
        _ => vec![control(t, ask, act, must, choices, was)],
    }
}

/// A field for each group of marks, one of which is chosen, and one for marks that exclude no other.
fn marks(t: T, procedure: &Procedure, must: bool, was: &dyn Fn(&str) -> Vec<String>) -> Vec<Field> {
    let mut groups: Vec<&str> = Vec::new();
    for group in procedure.marks.iter().filter_map(|m| m.group.as_deref()) {
        if !groups.contains(&group) {
            groups.push(group);
        }
    }
    let one_field = groups.len() == 1 && procedure.marks.iter().all(|m| m.group.is_some());
    let mut fields = Vec::new();
    for (no, group) in (1..=MOST_OF_A_KIND).zip(groups) {
        let name = format!("marks-{no}");
        let of = procedure
            .marks
            .iter()
            .filter(|m| m.group.as_deref() == Some(group));
        let called = of.clone().find_map(|m| m.group_name.as_ref());
        let called = called.map_or_else(|| t.say("desk-marks-one"), |words| t.text(words).to_owned());
        let all = list(t, of, &was(&name), |m| (&m.id, &m.name));
        let mut field = Field::new(t, &name, called, Input::Radios(all));
        field.must = must && one_field;
        fields.push(field);
    }
    let free: Vec<_> = procedure.marks.iter().filter(|m| m.group.is_none()).collect();
    if !free.is_empty() {
        let all = list(t, free, &was("marks"), |m| (&m.id, &m.name));
        let called = if fields.is_empty() {
            "desk-marks"
        } else {
            "desk-marks-other"
        };
        fields.push(Field::new(t, "marks", t.say(called), Input::Boxes(all)).optional());
    }
    fields
}

/// Each question of a return visit, to be answered yes or no.
fn questions(t: T, procedure: &Procedure, must: bool, was: &dyn Fn(&str) -> Vec<String>) -> Vec<Field> {
    let field = |(no, question): (usize, &procedure::model::Question)| {
        let name = format!("answers-{no}");
        let chosen = was(&name);
        let answer = |yes: &str, says: String| choice(&format!("{yes} {}", question.id), says, None, &chosen);
        let all = vec![answer("yes", t.say("shell-yes")), answer("no", t.say("shell-no"))];
        let mut field = Field::new(t, &name, t.text(&question.name).to_owned(), Input::Radios(all));
        field.must = must;
        field
    };
    (1..=MOST_OF_A_KIND)
        .zip(&procedure.questions)
        .map(field)
        .collect()
}

/// The field for `ask`. `was` gives what was typed before, by name, when a form comes back.
pub fn control(
    t: T,
    ask: Ask,
    act: Do,
    must: bool,
    choices: &Choices<'_>,
    was: &dyn Fn(&str) -> Vec<String>,
) -> Field {
    let was_one = |name: &str| was(name).into_iter().next().unwrap_or_default();
    let mut value = was_one(ask.name());
    if value.is_empty() && ask == Ask::Text && act == Do::Tidy {
        value = choices.text.unwrap_or_default().to_owned();
    }
    let chosen = was(ask.name());
    let procedure = choices.procedure;
    let yes_no = |yes: &str, no: &str| {
        Input::Radios(vec![
            choice("yes", t.say(yes), None, &chosen),
            choice("no", t.say(no), None, &chosen),
        ])
    };
    let input = match ask {
        Ask::AcceptGround => Input::List(grounds(t, procedure, Purpose::Accept, &chosen)),
        Ask::RefuseGround => Input::List(grounds(t, procedure, Purpose::Refuse, &chosen)),
        Ask::Category => Input::Radios(list(t, &procedure.categories, &chosen, |c| (&c.id, &c.name))),
        Ask::Way => {
            let ways: Vec<_> = procedure.ways.iter().filter(|w| w.by_act == act).collect();
            Input::Radios(list(t, ways, &chosen, |w| (&w.id, &w.name)))
        }
        Ask::Faults => {
            let norms: Vec<_> = procedure
                .norms
                .iter()
                .filter(|n| n.holds_for(choices.unit))
                .collect();
            Input::Boxes(list(t, norms, &chosen, |n| (&n.id, &n.name)))
        }
        Ask::Priority => Input::List(list(t, &procedure.priorities, &chosen, |p| (&p.id, &p.name))),
        Ask::Measure => Input::List(list(t, &procedure.measures, &chosen, |m| (&m.id, &m.name))),
        Ask::Outcome => {
            let of_act: Vec<_> = procedure.outcomes.iter().filter(|o| o.of_act == act).collect();
            Input::Radios(list(t, of_act, &chosen, |o| (&o.id, &o.name)))
        }
        Ask::Unit if act == Do::Claim => Input::List(units(choices.own, &value)),
        Ask::Unit => Input::List(units(choices.units, &value)),
        Ask::To => Input::Radios(list(t, readers(procedure), &chosen, |r| (&r.id, &r.name))),
        Ask::Checks => Input::Boxes(list(t, &procedure.gates, &chosen, |g| (&g.id, &g.name))),
        Ask::Channel => Input::List(list(t, &procedure.channels, &chosen, |c| (&c.id, &c.name))),
        Ask::Accused => {
            let all = choices.units.iter();
            let office = (case::access::THIS_OFFICE, t.say("desk-this-office"));
            let units = all.map(|u| (u.id.as_str(), u.name.clone()));
            let only = (office::draft::ONLY_THESE, t.say("desk-accused-only"));
            let all = units.chain([office]).chain((act == Do::Mark).then_some(only));
            Input::Boxes(all.map(|(id, name)| choice(id, name, None, &chosen)).collect())
        }
        Ask::AccusedPeople | Ask::AccusedNamed => Input::line(&value, 200),
        Ask::Claimed => Input::Tick { on: value == "yes" },
        Ask::Number => Input::line(&value, 64),
        Ask::Into => Input::line(&value, 40),
        Ask::Division => Input::line(&value, 12),
        Ask::Attendance => {
            let all = choices
                .units
                .iter()
                .map(|u| choice(&u.id, u.name.clone(), None, &chosen));
            Input::Boxes(all.collect())
        }
        Ask::Units => Input::Units(
            (1..=UNIT_LINES)
                .map(|no| unit_line(choices.units, no, &was_one))
                .collect(),
        ),
        Ask::Earlier => {
            let label = |e: &Earlier| format!("{} {}", grouped(&e.number), e.about);
            let all = choices
                .earlier
                .iter()
                .map(|e| choice(&e.number, label(e), None, &chosen));
            Input::Radios(all.collect())
        }
        Ask::Mended => Input::List(mendable(t, &chosen)),
        Ask::Keep => {
            let pieces = choices.finds.iter().flat_map(|finds| &finds.pieces);
            let kind = |kind: redact::Kind| Some(t.say(kind.code()));
            Input::Boxes(
                pieces
                    .map(|(piece, of)| choice(piece, piece.clone(), kind(*of), &chosen))
                    .collect(),
            )
        }
        Ask::Found => {
            let seen = choices.finds.map(|finds| finds.seen.clone()).unwrap_or_default();
            Input::Boxes(vec![choice(&seen, t.say("desk-found-seen"), None, &chosen)])
        }
        Ask::Granted => yes_no("desk-grant", "desk-deny"),
        Ask::Passed => yes_no("desk-pass", "desk-return"),
        Ask::Reached => yes_no("desk-reached-yes", "desk-reached-no"),
        Ask::Solved | Ask::Satisfied => yes_no("shell-yes", "shell-no"),
        Ask::Serious | Ask::RefusalWithoutReason => Input::Tick { on: value == "yes" },
        Ask::Limit => Input::Limit {
            units: spans(t, &was("limit_unit")),
            amount: value,
        },
        Ask::Attachments => Input::files(5),
        Ask::When => Input::Line {
            value,
            kind: "datetime-local",
            autocomplete: "off",
            keyboard: "text",
            most: 25,
        },
        Ask::Phone => Input::phone(&value),
        Ask::Name | Ask::PhoneCode | Ask::IdNumber | Ask::Partner | Ask::New => Input::line(&value, 120),
        Ask::Address => Input::line(&value, 200),
        Ask::Text if matches!(act, Do::Report | Do::Reply | Do::Answer | Do::Tidy | Do::Publish) => {
            Input::area(&value, 8, 20_000)
        }
        _ => Input::area(&value, 3, 4_000),
    };
    let mut field = Field::new(t, ask.name(), label(t, ask, act), input);
    field.hint = hint(t, ask, act);
    if let (Ask::Units, Some(suggested)) = (ask, choices.suggested) {
        let rest = field.hint.take().unwrap_or_default();
        field.hint = Some(format!("{} {rest}", suggested.says));
    }
    field.must = must;
    field
}

/// The roles before which a case can be put: leaders first, and whoever else sees every case.
fn readers(procedure: &Procedure) -> Vec<&Role> {
    let seats = procedure.roles.iter().filter(|r| r.seat != Seat::Citizen);
    let leaders = seats.clone().filter(|r| r.sees == Scope::Submitted);
    let all: Vec<&Role> = leaders.collect();
    if all.is_empty() {
        return seats.filter(|r| r.sees == Scope::All).collect();
    }
    all
}

fn choice(value: &str, label: String, note: Option<String>, chosen: &[String]) -> Choice {
    Choice {
        value: value.to_owned(),
        label,
        note,
        chosen: chosen.iter().any(|c| c == value),
    }
}

/// The items of a list of the procedure, each with its clause.
fn list<'a, I: Ruled + 'a>(
    t: T,
    items: impl IntoIterator<Item = &'a I>,
    chosen: &[String],
    named: impl Fn(&'a I) -> (&'a String, &'a Words),
) -> Vec<Choice> {
    let one = |item: &'a I| {
        let (id, name) = named(item);
        let clause = item.clause().map(|c| c.as_str().to_owned());
        choice(id, t.text(name).to_owned(), clause, chosen)
    };
    items.into_iter().map(one).collect()
}

fn grounds(t: T, procedure: &Procedure, purpose: Purpose, chosen: &[String]) -> Vec<Choice> {
    let of: Vec<_> = procedure
        .grounds
        .iter()
        .filter(|g| g.purpose == purpose)
        .collect();
    list(t, of, chosen, |g| (&g.id, &g.name))
}

fn units(units: &[Unit], chosen: &str) -> Vec<Choice> {
    let one = |unit: &Unit| {
        let label = match &unit.on_duty {
            Some(person) => format!("{} · {person}", unit.name),
            None => unit.name.clone(),
        };
        choice(&unit.id, label, None, &[chosen.to_owned()])
    };
    units.iter().map(one).collect()
}

fn unit_line(all: &[Unit], no: u8, was: &dyn Fn(&str) -> String) -> UnitLine {
    UnitLine {
        no,
        units: units(all, &was(&format!("to-{no}"))),
        lead: no == 1,
        direct: was(&format!("direct-{no}")) == "yes",
    }
}

fn spans(t: T, chosen: &[String]) -> Vec<Choice> {
    vec![
        choice("days", t.say("desk-days"), None, chosen),
        choice("hours", t.say("desk-hours"), None, chosen),
        choice("workdays", t.say("desk-workdays"), None, chosen),
    ]
}

fn mendable(t: T, chosen: &[String]) -> Vec<Choice> {
    vec![
        choice("name", t.say("desk-name"), None, chosen),
        choice("phone", t.say("desk-phone"), None, chosen),
        choice("id-number", t.say("desk-id-number"), None, chosen),
        choice("address", t.say("desk-address"), None, chosen),
        choice("title", t.say("desk-title"), None, chosen),
    ]
}
