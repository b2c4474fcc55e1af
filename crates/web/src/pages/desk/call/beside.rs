//! What stands beside the form: the caller's earlier cases, entries of the knowledge base that fit, the unit that the
//! catalogue suggests. Each is a part of the page, and an answer of its own for the script that fetches it while somebody
//! types.

use super::super::Line;
use crate::parts::{Suggested, piece};
use crate::shell::T;
use askama::Template;
use store::KnowledgeRow;

/// The caller's earlier cases.
#[derive(Debug, Template)]
#[template(path = "desk/call-earlier.html")]
pub struct Earlier {
    /// The catalogue.
    pub t: T,
    /// The cases, once they were looked up: each with its number, and whether it is said to be the same problem.
    pub earlier: Option<Vec<(Line, String, bool)>>,
    /// Whether this person can say so.
    pub repeats: bool,
    /// Why they cannot be looked up.
    pub wrong: Option<String>,
}

/// What fits what the caller says.
#[derive(Debug, Template)]
#[template(path = "desk/call-beside.html")]
pub struct Beside {
    /// The catalogue.
    pub t: T,
    /// Entries of the knowledge base, once something was looked up.
    pub entries: Option<Vec<Known>>,
    /// The unit of the dispatch catalogue: its name and who is on duty there, and why.
    pub unit: Option<(String, String)>,
    /// Its id.
    pub suggested: String,
}

/// An entry of the knowledge base, to be read out.
#[derive(Debug)]
pub struct Known {
    href: String,
    title: String,
    text: String,
    due: bool,
}

impl Known {
    /// Of an entry on a day.
    pub fn of(row: &KnowledgeRow, today: jiff::civil::Date) -> Self {
        Self {
            href: format!("/desk/knowledge/{}", row.id),
            title: row.entry.title.clone(),
            text: row.entry.text.clone(),
            due: row.entry.is_due(today),
        }
    }
}

piece!(Earlier, Beside);

impl Beside {
    /// Nothing was looked up yet.
    pub fn nothing(t: T) -> Self {
        Self {
            t,
            entries: None,
            unit: None,
            suggested: String::new(),
        }
    }

    /// With what the catalogue says.
    pub fn with_unit(mut self, found: Option<Suggested>, units: &[crate::parts::Unit]) -> Self {
        let Some(found) = found else { return self };
        let Some(lead) = found.units.first() else {
            return self;
        };
        let Some(unit) = units.iter().find(|unit| unit.id == *lead) else {
            return self;
        };
        let name = match &unit.on_duty {
            Some(person) => format!("{} · {person}", unit.name),
            None => unit.name.clone(),
        };
        self.suggested = unit.id.clone();
        self.unit = Some((name, found.says));
        self
    }
}

impl Earlier {
    /// Nothing was looked up yet.
    pub fn nothing(t: T, repeats: bool) -> Self {
        Self {
            t,
            earlier: None,
            repeats,
            wrong: None,
        }
    }
}
