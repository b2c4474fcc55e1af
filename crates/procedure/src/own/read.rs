//! Reading a file with a unit's own rules.

use crate::check::{Finding, own_shape};
use crate::model::{ActRule, Norm};
use crate::read::{hash, line_of};
use crate::{ClauseId, Condition, Scope, Words};
use calendar::Limit;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use toml::Spanned;

/// Which own rules a procedure holds: stands in the head of the adopted text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OwnRules {
    /// Whose work orders they are for.
    pub unit: String,
    /// Id of the file.
    pub id: String,
    /// Its version.
    pub version: String,
    /// Its first day in force.
    pub in_force: Date,
    /// SHA-256 of its text, in hex.
    pub hash: String,
    /// Id of the procedure that it extends.
    pub extends: String,
    /// Its title.
    pub title: Words,
}

/// Own rules of a unit that the procedure held, and holds no more: stands in the head of the adopted text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OwnEnded {
    /// Whose work orders they were for.
    pub unit: String,
    /// Id of the file.
    pub id: String,
    /// Its version.
    pub version: String,
    /// The first day on which they hold no more.
    pub from: Date,
    /// Who decided.
    pub decided_by: String,
    /// Why.
    pub reason: String,
}

#[derive(Deserialize)]
pub(super) struct OwnHead {
    id: String,
    pub(super) extends: String,
    unit: String,
    title: Words,
    version: String,
    in_force: Date,
    pub(super) public: Option<Spanned<bool>>,
}

/// A limit, or a clock of the unit's own.
#[derive(Deserialize)]
pub(super) struct OwnClock {
    pub(super) id: String,
    pub(super) limit: Option<Limit>,
    #[serde(default)]
    pub(super) limits: Vec<OwnLimit>,
    pub(super) clause: Option<ClauseId>,
}

#[derive(Deserialize)]
pub(super) struct OwnLimit {
    #[serde(default, rename = "if")]
    pub(super) only_if: Vec<Condition>,
    pub(super) limit: Limit,
    pub(super) clause: Option<ClauseId>,
}

#[derive(Deserialize)]
pub(super) struct OwnRole {
    pub(super) id: String,
    pub(super) sees: Scope,
    pub(super) clause: Option<ClauseId>,
}

/// The tables, with where each begins.
#[derive(Deserialize)]
pub(super) struct Tables {
    #[serde(rename = "procedure")]
    pub(super) head: OwnHead,
    #[serde(default, rename = "clock")]
    pub(super) clocks: Vec<Spanned<OwnClock>>,
    #[serde(default, rename = "role")]
    pub(super) roles: Vec<Spanned<OwnRole>>,
    #[serde(default, rename = "norm")]
    pub(super) norms: Vec<Spanned<Norm>>,
    #[serde(default, rename = "act")]
    pub(super) acts: Vec<Spanned<ActRule>>,
}

/// A file with own rules.
pub(super) struct Own<'a> {
    pub(super) text: &'a str,
    pub(super) tables: Tables,
    pub(super) rules: OwnRules,
}

impl Own<'_> {
    /// The line of a byte position.
    pub(super) fn line(&self, at: usize) -> usize {
        line_of(self.text, at)
    }
}

#[derive(Deserialize)]
struct Extends {
    procedure: ExtendsHead,
}

#[derive(Deserialize)]
struct ExtendsHead {
    extends: String,
}

pub(super) fn extends(text: &str) -> Option<String> {
    toml::from_str::<Extends>(text)
        .ok()
        .map(|file| file.procedure.extends)
}

pub(super) fn head(text: &str) -> Option<OwnRules> {
    let tables: Tables = toml::from_str(text).ok()?;
    Some(rules(text, &tables.head))
}

fn rules(text: &str, head: &OwnHead) -> OwnRules {
    OwnRules {
        unit: head.unit.clone(),
        id: head.id.clone(),
        version: head.version.clone(),
        in_force: head.in_force,
        hash: hash(text),
        extends: head.extends.clone(),
        title: head.title.clone(),
    }
}

/// Reads it, or tells what is wrong with its form.
pub(super) fn read(text: &str) -> Result<Own<'_>, Vec<Finding>> {
    let wrong = own_shape(text);
    if !wrong.is_empty() {
        return Err(wrong);
    }
    let tables: Tables = toml::from_str(text).map_err(|error| {
        let line = error.span().map_or(1, |span| line_of(text, span.start));
        let args = vec![("message", error.message().to_owned())];
        vec![Finding::fault(line, "check-syntax", args)]
    })?;
    let rules = rules(text, &tables.head);
    Ok(Own { text, tables, rules })
}
