//! A refusal: a code with arguments and its basis, never prose. Pages and API put it into words.

use calendar::Instant;
use procedure::{Basis, Words};
use serde::Serialize;

/// Why a command changes nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Refusal {
    /// Catalogue key, `refusal-…`.
    pub code: &'static str,
    /// Arguments of the catalogue text: ids, moments in UTC milliseconds, limits; [`crate::said`] puts them into words.
    pub args: Vec<(&'static str, String)>,
    /// The clause or other basis.
    pub basis: Basis,
    /// What the procedure file says about it, where it says something.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub say: Option<Words>,
}

impl Refusal {
    pub(crate) fn new(code: &'static str, basis: Basis) -> Self {
        Self {
            code,
            args: Vec::new(),
            basis,
            say: None,
        }
    }

    pub(crate) fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.args.push((name, value.to_string()));
        self
    }

    pub(crate) fn at(self, name: &'static str, value: Instant) -> Self {
        let ms = value.ms();
        self.with(name, ms)
    }

    pub(crate) fn product(code: &'static str) -> Self {
        Self::new(
            code,
            Basis::Product(code.trim_start_matches("refusal-").to_owned()),
        )
    }
}

impl std::fmt::Display for Refusal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {:?} {:?}", self.code, self.args, self.basis)
    }
}

impl std::error::Error for Refusal {}
