//! Plays one scenario, and compares what it expects with what was found.

mod compare;
mod told;

use crate::play::Play;
use crate::{Expect, Fault, File, Scenario};
use calendar::Calendar;
use case::{Refusal, Rules};
use procedure::{Basis, Procedure};

impl Scenario {
    /// Plays the scenario on these rules. Nothing wrong: it passed.
    pub fn run(&self, procedure: &Procedure, calendar: &Calendar) -> Vec<Fault> {
        let rules = Rules { procedure, calendar };
        let Some(first) = self.given.first().or(self.when.first()) else {
            return vec![Fault::new(self.line, "scenario-empty")];
        };
        let mut play = Play::new(rules, first.at, self.used_until);
        for step in &self.given {
            if let Err(refusal) = play.step(step) {
                return vec![refused(step.line, "scenario-given-refused", &refusal)];
            }
        }
        let before = play.events.len();
        let mut last = None;
        for (index, step) in self.when.iter().enumerate() {
            if let Err(refusal) = play.step(step) {
                if index + 1 < self.when.len() || !self.expects_refusal() {
                    return vec![refused(step.line, "scenario-when-refused", &refusal)];
                }
                last = Some(refusal);
                // the refused act records no lapse; the timer does, as it would in the office
                play.timers();
            }
        }
        let found = compare::Found {
            play: &play,
            since: play.events.get(before..).unwrap_or_default(),
            refusal: last.as_ref(),
        };
        let expected = self.then.iter();
        expected
            .filter_map(|(line, expect)| found.mismatch(*line, expect))
            .collect()
    }

    fn expects_refusal(&self) -> bool {
        self.then
            .iter()
            .any(|(_, expect)| matches!(expect, Expect::Refused(_)))
    }
}

impl File {
    /// The scenarios that carry this clause.
    pub fn of_clause<'a>(&'a self, clause: &'a str) -> impl Iterator<Item = &'a Scenario> {
        self.scenarios
            .iter()
            .filter(move |scenario| scenario.clauses.iter().any(|c| c == clause))
    }
}

/// A refusal where none was expected.
fn refused(line: usize, code: &'static str, refusal: &Refusal) -> Fault {
    let found = shown(refusal);
    Fault {
        line,
        code,
        args: vec![("found", found)],
    }
}

/// A refusal with its arguments, for the one who wrote the scenario.
fn shown(refusal: &Refusal) -> String {
    let mut shown = format!(
        "{} ({})",
        refusal.code.trim_start_matches("refusal-"),
        basis(&refusal.basis)
    );
    for (name, value) in &refusal.args {
        shown.push_str(&format!(", {name} = {value}"));
    }
    shown
}

/// The clause of a basis; `house`, or the product's own rule.
fn basis(basis: &Basis) -> &str {
    match basis {
        Basis::Clause(clause) => clause.as_str(),
        Basis::House => "house",
        Basis::Product(code) => code,
    }
}
