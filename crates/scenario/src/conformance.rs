//! What proves each clause: where its rules stand in the file, and which scenarios and tests carry its id.

mod markdown;
mod named;

pub use markdown::markdown;
pub use named::{Test, tests};

use crate::{Cited, File, cited};
use procedure::{Assembled, Clause, ClauseKind, Procedure};
use serde::Serialize;

/// All that is known of a procedure and of what is played and tested on it.
pub struct Proofs<'a> {
    /// Path of the procedure file from the root of the repository.
    pub path: &'a str,
    /// Its text with everything it includes.
    pub whole: &'a Assembled,
    /// As it was read.
    pub procedure: &'a Procedure,
    /// Its scenario files, each with its path.
    pub files: &'a [(String, File)],
    /// Every test of the sources, whatever it is about.
    pub tests: &'a [Test],
    /// Clauses whose proof is agreed to come later.
    pub pending: &'a [String],
}

/// What proves one clause.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Proof {
    /// The clause.
    pub clause: String,
    /// How it stands.
    pub standing: Proved,
    /// Where its rules stand.
    pub places: Vec<Place>,
    /// The scenarios that carry its id.
    pub scenarios: Vec<Named>,
    /// The tests that carry its id in their name or in that of their file.
    pub tests: Vec<Named>,
}

/// How a clause stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Proved {
    /// Scenarios or tests carry its id.
    Tested,
    /// It asks for nothing that could be tested: its text is shown where it applies, and the file says where.
    Shown,
    /// Its proof is agreed to come later.
    Pending,
    /// Nothing proves it.
    Unproved,
}

/// Where a rule stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Place {
    /// Path of the file from the root of the repository.
    pub file: String,
    /// Line in it.
    pub line: usize,
    /// Kind of table as files write it.
    pub table: String,
    /// Its id, or what is done, and the key within it that cites the clause.
    pub name: String,
}

/// Scenarios or tests of one file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Named {
    /// Path of the file from the root of the repository.
    pub file: String,
    /// Their names.
    pub names: Vec<String>,
}

impl Proofs<'_> {
    /// The proof of every clause, in the order of the file.
    pub fn of_clauses(&self) -> Vec<Proof> {
        let cited = cited(&self.whole.text);
        let tests = self.tests_of_clauses();
        let clauses = self.procedure.clauses.iter().enumerate();
        clauses
            .map(|(index, clause)| {
                let own = tests.iter().filter(|(of, _)| *of == index);
                self.proof(
                    clause,
                    &cited,
                    grouped(own.map(|(_, test)| (test.file.clone(), test.name.clone()))),
                )
            })
            .collect()
    }

    /// Each test with the position of the clause that it is about: the most particular one whose numbers its name, or
    /// that of its file, begins with.
    fn tests_of_clauses(&self) -> Vec<(usize, &Test)> {
        let ids = self
            .procedure
            .clauses
            .iter()
            .map(|clause| named::numbers(clause.id.as_str()));
        let ids: Vec<Vec<String>> = ids.collect();
        let of = |test: &Test| {
            let about = test.about();
            let fits = ids.iter().enumerate().filter(|(_, id)| about.starts_with(id));
            fits.max_by_key(|(_, id)| id.len()).map(|(index, _)| index)
        };
        self.tests
            .iter()
            .filter_map(|test| Some((of(test)?, test)))
            .collect()
    }

    fn proof(&self, clause: &Clause, all: &[Cited], tests: Vec<Named>) -> Proof {
        let id = clause.id.as_str();
        let places: Vec<Place> = all
            .iter()
            .filter(|cited| cited.clause == id)
            .map(|cited| self.place(cited))
            .collect();
        let scenarios = grouped(self.files.iter().flat_map(|(path, file)| {
            file.of_clause(id)
                .map(|scenario| (path.clone(), scenario.name.clone()))
        }));
        let tested = !(scenarios.is_empty() && tests.is_empty());
        let standing = match clause.kind {
            _ if self.pending.iter().any(|pending| pending == id) => Proved::Pending,
            _ if tested => Proved::Tested,
            ClauseKind::Duty | ClauseKind::Feature | ClauseKind::Report if clause.shown.is_some() => {
                Proved::Shown
            }
            _ => Proved::Unproved,
        };
        Proof {
            clause: id.to_owned(),
            standing,
            places,
            scenarios,
            tests,
        }
    }

    fn place(&self, cited: &Cited) -> Place {
        let (file, line) = self.whole.place(cited.line);
        let file = file.map_or_else(
            || self.path.to_owned(),
            |rules| format!("procedures/rules/{rules}.toml"),
        );
        let name = match &cited.key {
            Some(key) => format!("{} {key}", cited.name).trim().to_owned(),
            None => cited.name.clone(),
        };
        Place {
            file,
            line,
            table: cited.table.clone(),
            name,
        }
    }
}

/// Names by file, in the order in which they come.
fn grouped(all: impl Iterator<Item = (String, String)>) -> Vec<Named> {
    let mut grouped: Vec<Named> = Vec::new();
    for (file, name) in all {
        match grouped.iter_mut().find(|named| named.file == file) {
            Some(named) => named.names.push(name),
            None => grouped.push(Named {
                file,
                names: vec![name],
            }),
        }
    }
    grouped
}
