//! What was noticed elsewhere: the lists, and one item with what may be decided about it.

use super::directory::{list, typed};
use crate::parts::{Field, Input};
use crate::shell::{Frame, T};
use askama::Template;
use calendar::Calendar;
use office::Adopted;
use office::items::{ASIDE, CASE, ItemLine, ItemView, NEW, SUBMITTED};
use procedure::Scope;

/// `GET /desk/items`; the form sends to `POST /desk/items`.
#[derive(Debug, Template)]
#[template(path = "desk/items.html")]
pub struct Items {
    frame: Frame,
    waiting: Vec<Line>,
    submitted: Vec<Line>,
    done: Vec<Line>,
    /// Empty for those who only read.
    fields: Vec<Field>,
    open: bool,
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
}

#[derive(Debug)]
struct Decision {
    head: String,
    text: String,
    above: Option<String>,
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

fn state_name(t: T, state: &str) -> String {
    match state {
        NEW => t.say("items-state-new"),
        CASE => t.say("items-state-case"),
        ASIDE => t.say("items-state-aside"),
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
                .map(|number| (format!("/desk/case/{number}"), number.to_string())),
        }
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

fn line_of(t: T, name: &str, label: String, value: &str, most: u16) -> Field {
    Field::new(t, name, label, Input::line(value, most))
}

fn note_fields(t: T, was: &dyn Fn(&str) -> String) -> Vec<Field> {
    vec![
        line_of(t, "title", t.say("items-title"), &was("title"), 300).hint(t.say("items-title-hint")),
        Field::new(
            t,
            "text",
            t.say("items-text"),
            Input::area(&was("text"), 5, 20_000),
        )
        .optional(),
        line_of(t, "address", t.say("items-address"), &was("address"), 2000)
            .hint(t.say("items-address-hint"))
            .optional(),
        typed(t, "posted", t.say("items-posted"), "datetime-local", was).optional(),
    ]
}

impl Item {
    /// An item; of the form that came back, which it is and what was typed, with what is wrong with it.
    pub fn of(
        frame: Frame,
        adopted: &Adopted,
        view: &ItemView,
        may: May,
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
                name,
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
                report_fields(t, adopted, typed),
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
            let said = [
                Some(state_name(t, &one.state)),
                role,
                Some(one.by.clone()),
                Some(at),
            ];
            Decision {
                head: said.into_iter().flatten().collect::<Vec<_>>().join(" · "),
                text: one.text.clone().unwrap_or_default(),
                above: one.above.clone(),
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

fn case_fields(
    t: T,
    adopted: &Adopted,
    view: &ItemView,
    typed: &dyn Fn(&str) -> Option<String>,
) -> Vec<Field> {
    let rules = &adopted.procedure;
    let content = view.content.clone().unwrap_or_default();
    let text = match (&content.address, content.text.as_str()) {
        (Some(address), "") => format!("{}\n{address}", content.title),
        (Some(address), text) => format!("{text}\n{address}"),
        (None, "") => content.title.clone(),
        (None, text) => text.to_owned(),
    };
    let known = |name: &str| match name {
        "channel" => view.channel.clone(),
        "place" => view.place.clone(),
        "title" => Some(content.title.clone()),
        "text" => Some(text.clone()),
        _ => None,
    };
    let was = |name: &str| typed(name).or_else(|| known(name)).unwrap_or_default();
    let channels: Vec<(String, String)> = rules
        .channels
        .iter()
        .map(|channel| (channel.id.clone(), t.text(&channel.name).to_owned()))
        .collect();
    let categories: Vec<(String, String)> = rules
        .categories
        .iter()
        .map(|category| (category.id.clone(), t.text(&category.name).to_owned()))
        .collect();
    vec![
        list(t, "channel", t.say("items-channel"), &channels, &was),
        line_of(t, "title", t.say("items-title"), &was("title"), 300),
        Field::new(
            t,
            "text",
            t.say("items-text"),
            Input::area(&was("text"), 8, 20_000),
        ),
        list(t, "category", t.say("items-category"), &categories, &was).optional(),
        line_of(t, "place", t.say("items-place"), &was("place"), 300).optional(),
        line_of(t, "external", t.say("items-external"), &was("external"), 64)
            .hint(t.say("items-external-hint"))
            .optional(),
    ]
}

fn report_fields(t: T, adopted: &Adopted, typed: &dyn Fn(&str) -> Option<String>) -> Vec<Field> {
    let was = |name: &str| typed(name).unwrap_or_default();
    let leads = |scope| matches!(scope, Scope::Submitted | Scope::All);
    let mut roles = adopted
        .procedure
        .roles
        .iter()
        .filter(|role| leads(role.sees) && !role.outside)
        .collect::<Vec<_>>();
    // leaders first
    roles.sort_by_key(|role| role.sees != Scope::Submitted);
    let roles: Vec<(String, String)> = roles
        .into_iter()
        .map(|role| (role.id.clone(), t.text(&role.name).to_owned()))
        .collect();
    vec![
        list(t, "to", t.say("items-to"), &roles, &was),
        Field::new(
            t,
            "report",
            t.say("items-report"),
            Input::area(&was("report"), 6, 20_000),
        )
        .hint(t.say("items-report-hint")),
        Field::new(
            t,
            "above",
            t.say("items-above"),
            Input::area(&was("above"), 2, 20_000),
        )
        .hint(t.say("items-above-hint"))
        .optional(),
    ]
}
