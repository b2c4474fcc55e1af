//! What is wrong, and on which line: in a scenario file itself, or between what it expects and what was found.

use serde::Serialize;

/// One thing wrong: a key of the catalogue with its arguments, never prose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Fault {
    /// Line in the scenario file, from 1.
    pub line: usize,
    /// Catalogue key, `scenario-…`.
    pub code: &'static str,
    /// Arguments of the catalogue text.
    pub args: Vec<(&'static str, String)>,
}

impl Fault {
    /// A fault without arguments.
    pub(crate) fn new(line: usize, code: &'static str) -> Self {
        Self {
            line,
            code,
            args: Vec::new(),
        }
    }

    /// One more argument.
    pub(crate) fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.args.push((name, value.to_string()));
        self
    }
}
