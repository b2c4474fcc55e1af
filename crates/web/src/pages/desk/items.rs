//! What was noticed elsewhere: the lists, and one item with what may be decided about it.

mod forms;

use crate::parts::{Field, Input, grouped, reworded};
use crate::shell::{Frame, T};
use askama::Template;
use calendar::Calendar;
use forms::{case_fields, note_fields, report_fields};
use office::Adopted;
use office::items::{
    ASIDE, CASE, CaseStands, FOLLOWED, INSTRUCTED, ItemLine, ItemView, NEW, ReportedTo, SUBMITTED,
};

/// `GET /desk/items`; the form sends to `POST /desk/items`.
#[derive(Debug, Template)]
#[template(path = "desk/items.html")]
pub struct Items {
    frame: Frame,
    lead: String,
    waiting: Vec<Line>,
    submitted: Vec<Line>,
    done: Vec<Line>,
    /// Empty for those who only read.
    fields: Vec<Field>,
    open: bool,
    /// Whether the person decides about items; leaders read what was put before them.
    decides: bool,
}

/// `GET /desk/items/{id}`.
#[derive(Debug, Template)]
#[template(path = "desk/item.html")]
pub struct Item {
    frame: Frame,
    line: Line,
    address: Option<String>,
    text: String,
    changes: Vec<(bool, String)>,
    destroyed: bool,
    decisions: Vec<Decision>,
    forms: Vec<Form>,
    /// Why it was not decided as asked.
    not_done: Option<String>,
}

#[derive(Debug)]
struct Line {
    href: String,
    title: String,
    source: String,
    found: String,
    posted: String,
    state: String,
    ours: Option<(String, String)>,
    /// How far the case is that was made of it.
    stands: Option<String>,
}

#[derive(Debug)]
struct Decision {
    head: String,
    /// Before whom, by whom, when.
    about: String,
    text: String,
    above: Option<String>,
    /// How far the report to the level above is, a line for each link.
    reported: Vec<String>,
}

#[derive(Debug)]
struct Form {
    action: String,
    name: String,
    fields: Vec<Field>,
    open: bool,
}

/// What was typed into the form that came back.
pub type Typed<'a> = &'a dyn Fn(&str) -> Option<String>;

/// What the person may do.
#[derive(Debug, Clone, Copy)]
pub struct May {
    /// Decide about items.
    pub decide: bool,
    /// Take a message in.
    pub receive: bool,
}

/// Another side to which can be reported: its id and its name.
pub type Above = (String, String);

fn state_name(t: T, state: &str) -> String {
    match state {
        NEW => t.say("items-state-new"),
        CASE => t.say("items-state-case"),
        ASIDE => t.say("items-state-aside"),
        FOLLOWED => t.say("items-followed"),
        INSTRUCTED => t.say("items-instructed"),
        _ => t.say("items-state-submitted"),
    }
}

impl Line {
    fn of(t: T, calendar: &Calendar, line: &ItemLine) -> Self {
        let row = &line.row;
        Self {
            href: format!("/desk/items/{}", row.id),
            title: line.title.clone().unwrap_or_else(|| t.say("shell-destroyed")),
            source: line.source.clone().unwrap_or_else(|| t.say("items-by-hand")),
            found: calendar.show(row.found, t.lang()),
            posted: row
                .posted
                .map(|at| calendar.show(at, t.lang()))
                .unwrap_or_default(),
            state: state_name(t, &row.state),
            ours: row
                .number
                .as_ref()
                .map(|number| (format!("/desk/case/{number}"), grouped(number.as_str()))),
            stands: line.case.as_ref().map(|case| stands(t, calendar, case)),
        }
    }
}

fn stands(t: T, calendar: &Calendar, case: &CaseStands) -> String {
    let step = t.text(&case.step).to_owned();
    match case.replied {
        Some(at) => t.args(
            "items-case-replied",
            &[("step", step), ("at", calendar.show(at, t.lang()))],
        ),
        None => step,
    }
}

/// How far a report to the level above is.
fn reported(t: T, calendar: &Calendar, one: &ReportedTo) -> String {
    let to = ("to", t.text(&one.name).to_owned());
    let at = |at: calendar::Instant| ("at", calendar.show(at, t.lang()));
    match (one.taken, one.read) {
        (_, Some(read)) => t.args("items-reported-read", &[to, at(read)]),
        (Some(taken), None) => t.args("items-reported-taken", &[to, at(taken)]),
        (None, None) => t.args("items-reported-leaves", &[to]),
    }
}

impl Items {
    /// From what waits, what was put before leaders and what is decided; `was` fills the form of those who note items.
    pub fn of(
        frame: Frame,
        calendar: &Calendar,
        [waiting, submitted, done]: [&[ItemLine]; 3],
        was: Option<&dyn Fn(&str) -> String>,
        faults: &[(String, String)],
    ) -> Self {
        let t = frame.t;
        let lines = |all: &[ItemLine]| all.iter().map(|line| Line::of(t, calendar, line)).collect();
        let mut fields = was.map(|was| note_fields(t, was)).unwrap_or_default();
        mark(&mut fields, faults);
        Self {
            lead: t.say(if was.is_some() {
                "items-lead"
            } else {
                "items-lead-leaders"
            }),
            decides: was.is_some(),
            waiting: lines(waiting),
            submitted: lines(submitted),
            done: lines(done),
            fields,
            open: !faults.is_empty(),
            frame,
        }
    }
}

fn mark(fields: &mut [Field], faults: &[(String, String)]) {
    for field in fields {
        let wrong = faults.iter().find(|(name, _)| *name == field.name);
        field.fault = wrong.map(|(_, says)| says.clone());
    }
}

impl Item {
    /// An item; of the form that came back, which it is and what was typed, with what is wrong with it.
    pub fn of(
        frame: Frame,
        adopted: &Adopted,
        view: &ItemView,
        (may, above): (May, &[Above]),
        (back, typed): (Option<&str>, Typed<'_>),
        faults: &[(String, String)],
    ) -> Self {
        let t = frame.t;
        let calendar = &adopted.calendar;
        let row = &view.line.row;
        let undecided = [NEW, SUBMITTED].contains(&row.state.as_str());
        let mut forms = Vec::new();
        let mut add = |what: &str, name: String, mut fields: Vec<Field>| {
            if back == Some(what) {
                mark(&mut fields, faults);
            }
            for field in &mut fields {
                field.id = format!("{what}-{}", field.name);
            }
            forms.push(Form {
                action: format!("/desk/items/{}/{what}", row.id),
                name: reworded(t, &adopted.procedure, name),
                fields,
                open: back == Some(what),
            });
        };
        if may.decide && undecided {
            if may.receive {
                add(
                    "case",
                    t.say("items-make-case"),
                    case_fields(t, adopted, view, typed),
                );
            }
            add(
                "submission",
                t.say("items-submit"),
                report_fields(t, adopted, above, typed),
            );
            let reason = typed("reason").unwrap_or_default();
            let reason = Field::new(
                t,
                "reason",
                t.say("items-reason"),
                Input::area(&reason, 3, 20_000),
            );
            add("aside", t.say("items-set-aside-do"), vec![reason]);
        }
        // what became of it is noted by the office; a leader before whom it was put says what to do
        let (name, hint) = if may.decide {
            ("items-follow", "items-follow-hint")
        } else {
            ("items-instruct", "items-instruct-hint")
        };
        let note = typed("note").unwrap_or_default();
        let note = Field::new(
            t,
            "note",
            t.say("items-follow-text"),
            Input::area(&note, 3, 20_000),
        );
        add("note", t.say(name), vec![note.hint(t.say(hint))]);
        let content = view.content.as_ref();
        let changes = content
            .map(|content| content.changes.as_slice())
            .unwrap_or_default();
        let decision = |one: &office::items::ItemDecision| {
            let role = one.to.as_ref().map(|id| {
                let role = adopted.procedure.role(id);
                role.map_or_else(|| id.clone(), |role| t.text(&role.name).to_owned())
            });
            let at = calendar.show(one.at, t.lang());
            let said = [role, Some(one.by.clone()), Some(at)];
            Decision {
                head: state_name(t, &one.state),
                about: said.into_iter().flatten().collect::<Vec<_>>().join(" · "),
                text: one.text.clone().unwrap_or_default(),
                above: one.above.clone(),
                reported: one
                    .reported
                    .iter()
                    .map(|one| reported(t, calendar, one))
                    .collect(),
            }
        };
        let not_done = faults.iter().find(|(name, _)| name == "item");
        let mut line = Line::of(t, calendar, &view.line);
        if let Some(by) = &view.by {
            line.source = format!("{} · {by}", line.source);
        }
        Self {
            line,
            address: content.and_then(|content| content.address.clone()),
            text: content.map(|content| content.text.clone()).unwrap_or_default(),
            changes: changes
                .iter()
                .map(|change| (change.starts_with('+'), change.chars().skip(1).collect()))
                .collect(),
            destroyed: content.is_none(),
            decisions: view.decisions.iter().map(decision).collect(),
            forms,
            not_done: not_done.map(|(_, says)| says.clone()),
            frame,
        }
    }
}
