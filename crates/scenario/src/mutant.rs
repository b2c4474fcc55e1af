//! Is a clause conformant? Only where somebody notices that its rule is gone. Here the rules of a clause are taken out
//! of a procedure one by one, or loosened by one step, and the scenarios that carry the clause are played.

mod change;

use crate::cite::{Cited, Part, cited};
use crate::{File, Scenario};
use calendar::Calendar;
use change::{changes, clock_face};
use procedure::{Clause, ClauseKind, Fault, Procedure};
use serde::Deserialize;

/// A rule that can be taken out or loosened without any scenario of its clause failing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Survivor {
    /// The clause.
    pub clause: String,
    /// Line of the procedure file.
    pub line: usize,
    /// What was changed.
    pub what: String,
}

/// A procedure with the text it was read from, ready to be changed.
pub struct Subject<'a> {
    /// As it is.
    pub procedure: Procedure,
    cited: Vec<Cited>,
    root: toml::Value,
    calendar: &'a Calendar,
}

impl<'a> Subject<'a> {
    /// Of the text of a procedure, with everything that it includes.
    ///
    /// # Errors
    /// The text cannot be read.
    pub fn of(text: &str, calendar: &'a Calendar) -> Result<Self, Fault> {
        let procedure = procedure::read(text)?;
        let root: toml::Table = toml::from_str(text).map_err(|error| Fault {
            line: 1,
            what: error.to_string(),
        })?;
        Ok(Self {
            procedure,
            cited: cited(text),
            root: toml::Value::Table(root),
            calendar,
        })
    }

    /// The changes of the procedure that no scenario of their clause notices, of all clauses that set a time or are
    /// enforced. Second: how many changes there were.
    pub fn survivors(&self, files: &[&File]) -> (Vec<Survivor>, usize) {
        let mut survivors = Vec::new();
        let mut tried = 0;
        let asked = |clause: &&Clause| matches!(clause.kind, ClauseKind::Timed | ClauseKind::Enforced);
        for clause in self.procedure.clauses.iter().filter(asked) {
            let id = clause.id.as_str();
            let scenarios: Vec<&Scenario> = files.iter().flat_map(|file| file.of_clause(id)).collect();
            for (line, what, mutant) in self.mutants(id) {
                tried += 1;
                if !self.noticed(&mutant, &scenarios) {
                    survivors.push(Survivor {
                        clause: id.to_owned(),
                        line,
                        what,
                    });
                }
            }
        }
        (survivors, tried)
    }

    /// Whether a scenario fails on the changed procedure.
    fn noticed(&self, mutant: &toml::Value, scenarios: &[&Scenario]) -> bool {
        // one that cannot even be read was not noticed by a scenario
        Procedure::deserialize(mutant.clone()).is_ok_and(|procedure| {
            scenarios
                .iter()
                .any(|scenario| !scenario.run(&procedure, self.calendar).is_empty())
        })
    }

    /// Every change of the rules of a clause, with its line and a word for it.
    fn mutants(&self, clause: &str) -> Vec<(usize, String, toml::Value)> {
        let mut all = Vec::new();
        let of_clause: Vec<&Cited> = self.cited.iter().filter(|cited| cited.clause == clause).collect();
        for cited in &of_clause {
            for change in changes(&self.root, &cited.path) {
                let mut root = self.root.clone();
                if change.make(&mut root) {
                    all.push((
                        cited.line,
                        format!("{} {}: {}", cited.table, cited.name, change.word),
                        root,
                    ));
                }
            }
        }
        if of_clause.is_empty() {
            // what no rule stands on can only say from when to when the procedure is in force
            all.extend(
                clock_face(&self.root)
                    .into_iter()
                    .map(|(what, root)| (1, what, root)),
            );
        }
        all
    }
}

/// The value at the end of a way.
fn at<'a>(root: &'a toml::Value, path: &[Part]) -> Option<&'a toml::Value> {
    path.iter().try_fold(root, |value, part| match part {
        Part::Key(key) => value.get(key),
        Part::At(index) => value.get(*index),
    })
}

/// The value at the end of a way, to be changed.
fn at_mut<'a>(root: &'a mut toml::Value, path: &[Part]) -> Option<&'a mut toml::Value> {
    path.iter().try_fold(root, |value, part| match part {
        Part::Key(key) => value.get_mut(key),
        Part::At(index) => value.get_mut(*index),
    })
}
