//! Names in both languages, and what a thing stands on.

use procedure::{Basis, Ruled, Words};
use serde::Serialize;
use utoipa::ToSchema;

/// A name or sentence in both languages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub(crate) struct Both {
    /// Chinese.
    zh: String,
    /// English.
    en: String,
}

impl Both {
    /// Of a text of the procedure.
    pub(crate) fn of(words: &Words) -> Self {
        Self {
            zh: words.zh.clone(),
            en: words.en.clone(),
        }
    }

    /// Of the two texts.
    pub(crate) fn new(zh: &str, en: &str) -> Self {
        Self {
            zh: zh.to_owned(),
            en: en.to_owned(),
        }
    }
}

/// On what a rule or decision stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum StandsOn {
    /// A clause of the regulation.
    Clause,
    /// 本单位规定: the office's own rule.
    House,
    /// A rule of the product itself.
    Product,
}

/// On what a rule or decision stands, with the clause.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = Basis)]
pub(crate) struct BasisView {
    /// Of which kind.
    kind: StandsOn,
    /// The clause, such as `SQ-10(3)`.
    #[serde(skip_serializing_if = "Option::is_none")]
    clause: Option<String>,
}

impl BasisView {
    /// Of a basis.
    pub(crate) fn of(basis: &Basis) -> Self {
        let (kind, clause) = stands_on(basis);
        Self { kind, clause }
    }
}

/// The kind and the clause of a basis.
pub(crate) fn stands_on(basis: &Basis) -> (StandsOn, Option<String>) {
    match basis {
        Basis::Clause(id) => (StandsOn::Clause, Some(id.to_string())),
        Basis::House => (StandsOn::House, None),
        Basis::Product(_) => (StandsOn::Product, None),
    }
}

/// Something that the procedure names: a step, a ground, a channel. What does not apply is left out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub(crate) struct Named {
    /// Id, as commands and views use it.
    pub(crate) id: String,
    /// Name.
    pub(crate) name: Both,
    /// On what it stands.
    pub(crate) basis: BasisView,
    /// Channels: whether citizens write there themselves.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) self_service: Option<bool>,
    /// Kinds: whether such a message accuses somebody; it says whom.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) accuses: Option<bool>,
    /// Grounds: `accept` or `refuse`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) purpose: Option<&'static str>,
    /// Grounds of refusal: what the citizen is told to do instead.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) guidance: Option<Both>,
    /// Grounds: an emergency.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) emergency: Option<bool>,
    /// Ways and outcomes: the act that takes them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) act: Option<String>,
    /// Ways: whether somebody else takes part and is named.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) partner: Option<bool>,
    /// Steps and clocks: of a `case` or of a work `order`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) of: Option<&'static str>,
    /// Steps: whether nothing more has to happen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) ends: Option<bool>,
    /// Clocks: the limit, such as `5 workdays`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) limit: Option<String>,
    /// Clocks: a right that expires, not a duty that can be overdue.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) right: Option<bool>,
    /// Outcomes: whether it counts against the handling.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) bad: Option<bool>,
}

impl Named {
    /// A thing with its basis.
    pub(crate) fn of(id: &str, name: &Words, rule: &impl Ruled) -> Self {
        Self {
            id: id.to_owned(),
            name: Both::of(name),
            basis: BasisView::of(&rule.basis()),
            self_service: None,
            accuses: None,
            purpose: None,
            guidance: None,
            emergency: None,
            act: None,
            partner: None,
            of: None,
            ends: None,
            limit: None,
            right: None,
            bad: None,
        }
    }
}
