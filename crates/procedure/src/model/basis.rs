//! Why a rule stands: a clause of the regulation, or the office's own decision with a reason.

use super::Words;
use serde::{Deserialize, Serialize};

/// A clause id as the conformance table writes it, such as `SQ-10(3)`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ClauseId(String);

impl ClauseId {
    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<&str> for ClauseId {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

impl std::fmt::Display for ClauseId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// What a clause asks of the software (`clauses.md` of the specification).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ClauseKind {
    /// A clock starts, is visible, and its lapse is an event.
    Timed,
    /// The engine refuses what the clause forbids.
    Enforced,
    /// People can do it in the product.
    Feature,
    /// A figure, page or document.
    Report,
    /// A duty of people; the text is shown where it applies.
    Duty,
}

/// One numbered piece of the regulation.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Clause {
    /// Stable id.
    pub id: ClauseId,
    /// What it asks.
    pub kind: ClauseKind,
    /// The adopted text.
    pub text: String,
    /// What the text is taken to mean where it is silent or open.
    #[serde(default)]
    pub reading: Option<Words>,
    /// What the product adds and cites as its own, never as the clause.
    #[serde(default)]
    pub product_rule: Option<Words>,
    /// Where the duty shows, for clauses that no rule can enforce.
    #[serde(default)]
    pub shown: Option<Words>,
}

/// A rule that no clause asks for, set by the office.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct House {
    /// Why the office set it.
    pub reason: String,
    /// Who set it.
    pub set_by: String,
}

/// Why something was decided, as it stands in events and on screens.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Basis {
    /// A clause of the regulation.
    Clause(ClauseId),
    /// 本单位规定: the office's own rule.
    House,
    /// A rule of the product itself, such as "nothing is deleted"; its code.
    Product(String),
}

/// Anything that must say why it stands.
pub trait Ruled {
    /// The clause, if one is named.
    fn clause(&self) -> Option<&ClauseId>;
    /// The office's own basis, if stated.
    fn house(&self) -> Option<&House>;
    /// The basis as events carry it. A file without either is refused when read.
    fn basis(&self) -> Basis {
        match self.clause() {
            Some(clause) => Basis::Clause(clause.clone()),
            None => Basis::House,
        }
    }
}

macro_rules! ruled {
    ($($name:ty),+) => { $(
        impl $crate::model::Ruled for $name {
            fn clause(&self) -> Option<&$crate::model::ClauseId> { self.clause.as_ref() }
            fn house(&self) -> Option<&$crate::model::House> { self.house.as_ref() }
        }
    )+ };
}
pub(crate) use ruled;
