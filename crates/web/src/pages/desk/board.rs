//! The supervision board: what is overdue, what repeats, what is urged or supervised and since when, who is slow; each case
//! with the acts that press on.

use super::Line;
use super::today::unit_name;
use crate::parts::{ActForm, Choice, Field, Input, Pager, act_name, length};
use crate::shell::{Entry, Frame, T};
use askama::Template;
use calendar::Instant;
use office::Adopted;
use office::counts::{Press, UnitPace};
use office::view::QueueLine;

/// `GET /desk/board`.
#[derive(Debug, Template)]
#[template(path = "desk/board.html")]
pub struct Board {
    frame: Frame,
    tabs: Vec<Entry>,
    tab: String,
    /// What the tab leaves as it is.
    what: String,
    filter: Field,
    body: Body,
    pager: Pager,
}

/// What stands below the tabs.
#[derive(Debug)]
enum Body {
    Cases(Vec<Pressed>),
    Units(Vec<Slow>),
}

/// A case with what was done so far and what can be done.
#[derive(Debug)]
struct Pressed {
    line: Line,
    since: Vec<String>,
    acts: Vec<(String, String)>,
}

/// A unit with how fast it is.
#[derive(Debug)]
struct Slow {
    name: String,
    href: String,
    open: u64,
    overdue: u64,
    done: u64,
    median: String,
}

/// What a board shows.
#[derive(Debug)]
pub enum Shows<'a> {
    /// Cases, each with the acts that press on.
    Cases(&'a [(QueueLine, Vec<Press>)]),
    /// Units.
    Units(&'a [UnitPace]),
}

impl Board {
    /// From what a tab shows. `units` are those to choose among, by id and name.
    pub fn of(
        frame: Frame,
        adopted: &Adopted,
        (tabs, what): (Vec<Entry>, &str),
        (units, unit): (Vec<(String, String)>, &str),
        shows: &Shows<'_>,
        (pager, now): (Pager, Instant),
    ) -> Self {
        let t = frame.t;
        let body = match shows {
            Shows::Cases(cases) => {
                let one = |(line, presses): &(QueueLine, Vec<Press>)| pressed(t, adopted, line, presses, now);
                Body::Cases(cases.iter().map(one).collect())
            }
            Shows::Units(units) => Body::Units(units.iter().map(|unit| slow(t, unit)).collect()),
        };
        Self {
            tab: address(what, unit),
            filter: filter(t, units, unit),
            what: what.to_owned(),
            tabs,
            frame,
            body,
            pager,
        }
    }
}

/// The address of a tab.
pub fn address(what: &str, unit: &str) -> String {
    match unit {
        "" => format!("/desk/board?what={what}"),
        unit => format!("/desk/board?what={what}&unit={unit}"),
    }
}

fn pressed(t: T, adopted: &Adopted, line: &QueueLine, presses: &[Press], now: Instant) -> Pressed {
    let told = |key: &str, at: Option<Instant>| {
        at.map(|at| t.args(key, &[("at", adopted.calendar.show_due_short(at, t.lang()))]))
    };
    let since = [
        told("board-supervised-since", line.row.supervised_since),
        told("board-urged-at", line.row.urged),
        told("board-instructed-at", line.row.instructed),
    ];
    let mut line = Line::of(t, adopted, line, now);
    // since when it is supervised stands beside it
    let supervised = t.say("desk-mark-supervised");
    line.marks.retain(|mark| *mark != supervised);
    let act = |press: &Press| {
        let anchor = ActForm::id_of(press.does, press.order, press.names.as_deref());
        (format!("{}#{anchor}", line.href), act_name(t, press.does))
    };
    let mut acts: Vec<(String, String)> = Vec::new();
    for (href, word) in presses.iter().map(act) {
        // one of several work orders is enough to go there
        if acts.iter().all(|(_, known)| *known != word) {
            acts.push((href, word));
        }
    }
    Pressed {
        since: since.into_iter().flatten().collect(),
        acts,
        line,
    }
}

fn slow(t: T, unit: &UnitPace) -> Slow {
    Slow {
        name: unit_name(t, &unit.figures),
        href: address("overdue", unit.figures.unit.as_str()),
        open: unit.figures.open,
        overdue: unit.figures.overdue,
        done: unit.done,
        median: match unit.median {
            None => t.say("board-no-median"),
            Some(0) => t.say("board-within-a-quarter"),
            Some(quarters) => length(t, quarters * 6 * 60),
        },
    }
}

fn filter(t: T, units: Vec<(String, String)>, chosen: &str) -> Field {
    let any = Choice {
        value: String::new(),
        label: t.say("desk-filter-any"),
        note: None,
        chosen: chosen.is_empty(),
    };
    let choices = units.into_iter().map(|(value, label)| Choice {
        chosen: value == chosen,
        value,
        label,
        note: None,
    });
    let choices = std::iter::once(any).chain(choices).collect();
    Field::new(t, "unit", t.say("desk-unit-any"), Input::List(choices)).optional()
}
