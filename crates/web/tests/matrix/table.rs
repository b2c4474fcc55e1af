//! Reads `table.toml`: which doors there are, and before whom they open.

use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

/// The table.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Table {
    /// Whom a word means, by procedure: roles, or `role@unit`.
    who: BTreeMap<String, BTreeMap<String, Vec<String>>>,
    /// The doors.
    #[serde(rename = "door")]
    pub(crate) lines: Vec<Line>,
}

/// One door.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Line {
    /// Method and path as the router knows them.
    pub(crate) is: String,
    /// The address that is asked; words in braces stand for what the world holds. The path, where it has none.
    at: Option<String>,
    /// What is sent, where anything is.
    pub(crate) send: Option<String>,
    /// Before whom it opens.
    opens: Vec<String>,
    /// Whether others are told that nothing is there.
    #[serde(default)]
    hides: bool,
    /// Words that stand behind the door, and who reads them: whom else it opens for does not.
    says: Option<String>,
    #[serde(default)]
    reads: Vec<String>,
    /// The procedure under which it is tried; all, where none is named.
    under: Option<String>,
}

impl Line {
    pub(crate) fn method(&self) -> &str {
        self.is.split_once(' ').unwrap().0
    }

    pub(crate) fn at(&self) -> &str {
        self.at
            .as_deref()
            .unwrap_or_else(|| self.is.split_once(' ').unwrap().1)
    }

    pub(crate) fn hides(&self) -> bool {
        self.hides
    }

    pub(crate) fn says(&self) -> Option<&str> {
        self.says.as_deref()
    }

    pub(crate) fn is_under(&self, procedure: &str) -> bool {
        self.under.as_deref().is_none_or(|under| under == procedure)
    }
}

impl Table {
    pub(crate) fn read() -> Self {
        toml::from_str(include_str!("table.toml")).unwrap()
    }

    /// The roles that it names under a procedure.
    pub(crate) fn named(&self, procedure: &str) -> BTreeSet<String> {
        let all = self.who.values().filter_map(|by| by.get(procedure)).flatten();
        all.map(|role| role.split('@').next().unwrap().to_owned())
            .collect()
    }

    /// Whether a door opens before somebody.
    pub(crate) fn opens(&self, line: &Line, procedure: &str, name: &str, unit: Option<&str>) -> bool {
        self.means(&line.opens, procedure, name, unit)
    }

    /// Whether somebody reads what the line says.
    pub(crate) fn reads(&self, line: &Line, procedure: &str, name: &str, unit: Option<&str>) -> bool {
        self.means(&line.reads, procedure, name, unit)
    }

    fn means(&self, words: &[String], procedure: &str, name: &str, unit: Option<&str>) -> bool {
        words.iter().any(|word| match word.as_str() {
            "everybody" => true,
            "staff" => !["nobody", "citizen", "account", "stranger"].contains(&name),
            "nobody" | "citizen" | "account" | "stranger" | "administrator" | "informant-keeper" => {
                word == name
            }
            word => {
                let by = self
                    .who
                    .get(word)
                    .unwrap_or_else(|| panic!("nobody says who is '{word}'"));
                let meant = by.get(procedure).into_iter().flatten();
                meant.into_iter().any(|one| match one.split_once('@') {
                    Some((role, at)) => role == name && Some(at) == unit,
                    None => one == name,
                })
            }
        })
    }
}
