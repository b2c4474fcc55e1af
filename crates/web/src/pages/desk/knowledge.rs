//! The knowledge base at the desk: the list, a new entry, an entry with what its keepers can do.

mod entry;
mod fields;
mod list;

pub use entry::{Back, EntryPage, NewEntry};
pub use list::{Asking, List};

use crate::shell::T;
use calendar::{Calendar, Lang};
use case::{Actor, UnitId};
use jiff::civil::Date;
use office::view::lists::UnitLine;
use procedure::Procedure;

/// What the pages are made from.
#[derive(Debug)]
pub struct Known<'a> {
    /// The rules in force.
    pub procedure: &'a Procedure,
    /// Units of today.
    pub units: &'a [UnitLine],
    /// Today.
    pub today: Date,
    /// For times.
    pub calendar: &'a Calendar,
    /// Whether this person confirms.
    pub confirms: bool,
    /// The units for which this person supplies.
    pub own: Vec<&'a UnitId>,
}

/// The value that stands for the office itself in lists of units.
const OFFICE: &str = "-";

impl Known<'_> {
    /// The units for whose entries this person can write, by value and name.
    pub(crate) fn units_of(&self, who: &Actor) -> Vec<&UnitLine> {
        let mine = |line: &&UnitLine| self.confirms || self.own.contains(&&line.unit.id);
        let staff = matches!(who, Actor::Staff { .. });
        self.units.iter().filter(|line| staff && mine(line)).collect()
    }

    fn unit(&self, t: T, unit: Option<&UnitId>) -> String {
        match unit {
            None => t.say("knowledge-office"),
            Some(id) => {
                let found = self.units.iter().find(|line| line.unit.id == *id);
                found.map_or_else(|| id.to_string(), |line| unit_name(t, line))
            }
        }
    }

    fn topics(&self, t: T) -> Vec<(String, String)> {
        let categories = self.procedure.categories.iter().map(|c| (&c.id, &c.name));
        let marks = self.procedure.marks.iter().map(|m| (&m.id, &m.name));
        let all = categories.chain(marks);
        all.map(|(id, name)| (id.clone(), t.text(name).to_owned()))
            .collect()
    }

    fn topic(&self, t: T, topic: Option<&String>) -> Option<String> {
        let id = topic?;
        let found = self.topics(t).into_iter().find(|(topic, _)| topic == id);
        Some(found.map_or_else(|| id.clone(), |(_, name)| name))
    }
}

fn unit_name(t: T, line: &UnitLine) -> String {
    if t.lang() == Lang::Zh {
        line.unit.zh.clone()
    } else {
        line.unit.en.clone()
    }
}
