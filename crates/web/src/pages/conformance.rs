//! What proves each clause: where its rules stand in the file, which scenarios and tests carry its id. What is known of
//! tests was gathered when the program was built; `cargo xtask conformance` writes it.

use super::procedure::kind;
use crate::shell::{Frame, T};
use askama::Template;
use procedure::Procedure;
use serde::Deserialize;
use std::collections::HashMap;
use std::sync::OnceLock;

/// What was gathered, of every procedure that ships.
const DATA: &str = include_str!("../../../../docs/conformance/proofs.json");

/// What was gathered of one procedure.
#[derive(Debug, Deserialize)]
struct Gathered {
    hash: String,
    proofs: Vec<Proof>,
}

#[derive(Debug, Deserialize)]
struct Proof {
    clause: String,
    standing: Standing,
    places: Vec<Place>,
    scenarios: Vec<Named>,
    tests: Vec<Named>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Standing {
    Tested,
    Shown,
    Pending,
    Unproved,
}

#[derive(Debug, Clone, Deserialize)]
struct Place {
    file: String,
    line: usize,
    table: String,
    name: String,
}

/// Scenarios or tests of one file.
#[derive(Debug, Clone, Deserialize)]
struct Named {
    file: String,
    names: Vec<String>,
}

/// `GET /procedure/conformance`.
#[derive(Debug, Template)]
#[template(path = "conformance.html")]
pub struct Conformance {
    frame: Frame,
    title: String,
    /// What is to be said of the whole, where something is.
    note: Option<String>,
    /// Scenarios are played on it.
    played: bool,
    clauses: Vec<Shown>,
}

#[derive(Debug)]
struct Shown {
    id: String,
    kind: String,
    standing: String,
    /// Nothing proves it yet.
    open: bool,
    reading: Option<String>,
    product_rule: Option<String>,
    shown: Option<String>,
    places: Vec<Place>,
    scenarios: Vec<Named>,
    scenario_count: usize,
    tests: Vec<Named>,
    test_count: usize,
}

impl Conformance {
    /// Its title.
    pub fn title(t: T) -> String {
        t.say("conformance-title")
    }

    /// Of the procedure in force.
    pub fn of(frame: Frame, procedure: &Procedure) -> Self {
        let t = frame.t;
        let gathered = gathered().get(&procedure.head.id);
        let note = match gathered {
            None => Some(t.say("conformance-own")),
            Some(found) if found.hash != procedure.hash => Some(t.say("conformance-other-version")),
            Some(_) => None,
        };
        let said = |words: &Option<procedure::Words>| words.as_ref().map(|w| t.text(w).to_owned());
        let mut proofs = gathered.iter().flat_map(|found| &found.proofs);
        let played = proofs.any(|proof| !proof.scenarios.is_empty());
        let clauses = procedure.clauses.iter().map(|clause| {
            let id = clause.id.as_str();
            let proof = gathered.and_then(|found| found.proofs.iter().find(|proof| proof.clause == id));
            let standing = proof.map_or(Standing::Unproved, |proof| proof.standing);
            let scenarios = proof.map(|proof| proof.scenarios.clone()).unwrap_or_default();
            let tests = proof.map(|proof| proof.tests.clone()).unwrap_or_default();
            Shown {
                id: id.to_owned(),
                kind: kind(t, clause.kind),
                standing: self::standing(t, standing),
                open: matches!(standing, Standing::Pending | Standing::Unproved),
                reading: said(&clause.reading),
                product_rule: said(&clause.product_rule),
                shown: said(&clause.shown),
                places: proof.map(|proof| proof.places.clone()).unwrap_or_default(),
                scenario_count: count(&scenarios),
                scenarios,
                test_count: count(&tests),
                tests,
            }
        });
        Self {
            title: t.text(&procedure.head.title).to_owned(),
            note,
            played,
            clauses: clauses.collect(),
            frame,
        }
    }
}

/// What was gathered when the program was built, read once.
fn gathered() -> &'static HashMap<String, Gathered> {
    static READ: OnceLock<HashMap<String, Gathered>> = OnceLock::new();
    READ.get_or_init(|| serde_json::from_str(DATA).unwrap_or_default())
}

fn count(files: &[Named]) -> usize {
    files.iter().map(|file| file.names.len()).sum()
}

fn standing(t: T, standing: Standing) -> String {
    match standing {
        Standing::Tested => t.say("conformance-tested"),
        Standing::Shown => t.say("conformance-shown"),
        Standing::Pending => t.say("conformance-pending"),
        Standing::Unproved => t.say("conformance-unproved"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_gathered_can_be_read() {
        let read: HashMap<String, Gathered> = serde_json::from_str(DATA).unwrap();
        assert!(read.values().all(|found| !found.proofs.is_empty()) && !read.is_empty());
    }
}
