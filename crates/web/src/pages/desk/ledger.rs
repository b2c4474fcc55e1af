//! The ledger: every case, newest first, with filters.

use super::Line;
use crate::parts::{Choice, Field, Input, Pager, note};
use crate::shell::{Frame, T};
use askama::Template;
use procedure::{Of, Procedure};

/// `GET /desk/ledger`; the form sends to `POST /desk/ledger`, which puts the filters into the address, the words covered.
#[derive(Debug, Template)]
#[template(path = "desk/ledger.html")]
pub struct Ledger {
    frame: Frame,
    filters: Vec<Field>,
    wrong: bool,
    monthly: bool,
    lines: Vec<Line>,
    pager: Pager,
    /// Addresses of the same as CSV and as XLSX.
    take: [String; 2],
    /// How far was looked for words, and what was found.
    searched: Option<String>,
}

/// What stands in the address, by the name of the filter, and what is wrong with which.
pub(super) type Asked<'a> = (&'a dyn Fn(&str) -> String, &'a [(String, String)]);

impl Ledger {
    /// Title of the page.
    pub fn title(t: T) -> String {
        t.say("desk-ledger")
    }

    /// From the lines of one page. `was` gives the filters: `q`, `step`, `channel`, `unit`, `from`, `to`
    /// (days), `external`, `division`; beside them what is wrong with which.
    pub fn of(
        frame: Frame,
        procedure: &Procedure,
        units: &[(String, String)],
        (was, wrong): Asked<'_>,
        lines: Vec<Line>,
        (pager, take, searched): (Pager, [String; 2], Option<String>),
    ) -> Self {
        let t = frame.t;
        let steps = procedure.steps.iter().filter(|s| s.of == Of::Case);
        let steps = steps.map(|s| (s.id.clone(), t.text(&s.name).to_owned()));
        let channels = procedure.channels.iter();
        let channels = channels.map(|c| (c.id.clone(), t.text(&c.name).to_owned()));
        let mut filters = vec![
            Field::new(
                t,
                "q",
                t.say("ledger-words"),
                Input::line(&was("q"), crate::handle::MOST_WORDS),
            )
            .hint(t.say("ledger-words-hint"))
            .optional(),
            list(t, "step", t.say("desk-step"), steps.collect(), was),
            list(t, "channel", t.say("desk-channel"), channels.collect(), was),
            list(t, "unit", t.say("desk-unit-any"), units.to_vec(), was),
            day(t, "from", t.say("desk-day-from"), was),
            day(t, "to", t.say("desk-day-to"), was),
            Field::new(
                t,
                "external",
                t.say("desk-external"),
                Input::line(&was("external"), 60),
            )
            .optional(),
            Field::new(
                t,
                "division",
                t.say("desk-division-code"),
                Input::line(&was("division"), 12),
            )
            .optional(),
        ];
        note(&mut filters, wrong);
        Self {
            frame,
            monthly: !procedure.monthly.is_empty(),
            wrong: !wrong.is_empty(),
            filters,
            lines,
            pager,
            take,
            searched,
        }
    }
}

pub(super) fn list(
    t: T,
    name: &str,
    label: String,
    all: Vec<(String, String)>,
    was: &dyn Fn(&str) -> String,
) -> Field {
    let chosen = was(name);
    let choices = std::iter::once(any(t, &chosen)).chain(choices(all, &chosen));
    Field::new(t, name, label, Input::List(choices.collect())).optional()
}

/// The same in groups, of which two may have choices of one name; empty groups are none.
pub(super) fn list_in_groups(
    t: T,
    name: &str,
    label: String,
    groups: Vec<(String, Vec<(String, String)>)>,
    was: &dyn Fn(&str) -> String,
) -> Field {
    let chosen = was(name);
    let groups = groups.into_iter().filter(|(_, all)| !all.is_empty());
    let groups = groups.map(|(name, all)| (name, choices(all, &chosen)));
    let input = Input::Groups(vec![any(t, &chosen)], groups.collect());
    Field::new(t, name, label, input).optional()
}

fn choices(all: Vec<(String, String)>, chosen: &str) -> Vec<Choice> {
    let choices = all.into_iter().map(|(value, label)| Choice {
        chosen: value == chosen,
        value,
        label,
        note: None,
    });
    choices.collect()
}

fn any(t: T, chosen: &str) -> Choice {
    Choice {
        value: String::new(),
        label: t.say("desk-filter-any"),
        note: None,
        chosen: chosen.is_empty(),
    }
}

pub(super) fn day(t: T, name: &str, label: String, was: &dyn Fn(&str) -> String) -> Field {
    let input = Input::Line {
        value: was(name),
        kind: "date",
        autocomplete: "off",
        keyboard: "text",
        most: 10,
    };
    Field::new(t, name, label, input).optional()
}
