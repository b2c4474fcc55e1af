//! What a check found, and the list that collects it.

use super::Report;
use crate::{ClauseId, Procedure};

/// How bad it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Severity {
    /// The file cannot be adopted.
    Fault,
    /// It can; somebody should look.
    Advice,
}

/// The arguments of a text in the catalogue.
pub(crate) type Args = Vec<(&'static str, String)>;

/// One thing found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The other file in which the line stands: a fragment, or a procedure that is extended. `None` for the file checked.
    pub file: Option<String>,
    /// Line in the file, from 1: that of the faulty key.
    pub line: usize,
    /// How bad it is.
    pub severity: Severity,
    /// The key of the catalogue; its text has two lines: what is wrong, and what to do.
    pub code: &'static str,
    /// The clause whose rule is concerned.
    pub clause: Option<ClauseId>,
    /// The arguments of the text.
    pub args: Vec<(&'static str, String)>,
}

impl Finding {
    pub(crate) fn fault(line: usize, code: &'static str, args: Args) -> Self {
        Self {
            file: None,
            line,
            severity: Severity::Fault,
            code,
            clause: None,
            args,
        }
    }

    /// That the procedure which own rules extend is not there.
    pub fn no_parent(line: usize, id: &str) -> Self {
        Self::fault(line, "check-own-parent", vec![("id", id.to_owned())])
    }

    pub(crate) fn of_clause(self, clause: Option<&ClauseId>) -> Self {
        Self {
            clause: clause.cloned(),
            ..self
        }
    }

    pub(crate) fn in_file(self, file: &str) -> Self {
        Self {
            file: Some(file.to_owned()),
            ..self
        }
    }
}

#[derive(Default)]
pub(super) struct Findings(Vec<Finding>);

impl Findings {
    pub(super) fn fault(&mut self, line: usize, code: &'static str, clause: Option<&ClauseId>, args: Args) {
        self.add(line, Severity::Fault, code, clause, args);
    }

    pub(super) fn advice(&mut self, line: usize, code: &'static str, clause: Option<&ClauseId>, args: Args) {
        self.add(line, Severity::Advice, code, clause, args);
    }

    fn add(
        &mut self,
        line: usize,
        severity: Severity,
        code: &'static str,
        clause: Option<&ClauseId>,
        args: Args,
    ) {
        let finding = Finding {
            file: None,
            line,
            severity,
            code,
            clause: clause.cloned(),
            args,
        };
        if !self.0.contains(&finding) {
            self.0.push(finding);
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn faults(&self) -> usize {
        self.0.iter().filter(|f| f.severity == Severity::Fault).count()
    }

    pub(super) fn list(self) -> Vec<Finding> {
        self.0
    }

    pub(super) fn report(mut self, procedure: Option<Procedure>) -> Report {
        self.0.sort_by_key(|f| f.line);
        Report {
            findings: self.0,
            procedure,
            text: String::new(),
            proof: None,
        }
    }
}
