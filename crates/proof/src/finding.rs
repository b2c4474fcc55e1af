//! What going through a log brought to light.

use crate::{Algorithm, PublicKey, Receipt};
use serde::Serialize;

/// Something that does not fit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// What is wrong.
    pub found: Found,
    /// The leaf, where it has to do with one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub leaf: Option<u64>,
    /// Stream of the event, where it is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stream: Option<String>,
    /// Its position there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub seq: Option<u64>,
    /// Leaves of the head that it has to do with.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub head: Option<u64>,
}

/// What is wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Found {
    /// The file does not begin as a log does, or a line cannot be read.
    Unreadable,
    /// The file names another key than the one that was given.
    OtherKey,
    /// Leaves are not numbered one after the other.
    LeafNumber,
    /// The event is not the one that the log took in: it was altered.
    Altered,
    /// The event that the log took in is not there any more.
    Gone,
    /// The event is not in the log, though it says that it was recorded before the last head.
    NotLogged,
    /// The event says that it was recorded well before a head that does not have it: it was dated back.
    DatedBack,
    /// Positions in its stream do not go up one by one, or its recorded time goes back.
    OutOfOrder,
    /// A head is not signed, or by another key.
    HeadSignature,
    /// A head has fewer leaves or an earlier time than the one before.
    HeadOrder,
    /// The leaves up to a head do not give its root: one of those since the last good head was changed.
    Root,
    /// This leaf is among those of which one was changed.
    Suspect,
    /// A stored node is not the one that its leaves give: proofs made from it fail.
    Node,
    /// The log does not begin with the leaves of the older head that was given.
    NotExtended,
    /// There are leaves and no signed head: nobody vouches for them.
    NoHead,
}

impl Found {
    /// Its name in the catalogue.
    pub fn code(self) -> &'static str {
        match self {
            Self::Unreadable => "log-found-unreadable",
            Self::OtherKey => "log-found-other-key",
            Self::LeafNumber => "log-found-leaf-number",
            Self::Altered => "log-found-altered",
            Self::Gone => "log-found-gone",
            Self::NotLogged => "log-found-not-logged",
            Self::DatedBack => "log-found-dated-back",
            Self::OutOfOrder => "log-found-out-of-order",
            Self::HeadSignature => "log-found-head-signature",
            Self::HeadOrder => "log-found-head-order",
            Self::Root => "log-found-root",
            Self::Suspect => "log-found-suspect",
            Self::Node => "log-found-node",
            Self::NotExtended => "log-found-not-extended",
            Self::NoHead => "log-found-no-head",
        }
    }
}

/// How a promise stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kept {
    /// The event is in the log.
    InLog,
    /// No head that is known was signed after the promise falls due.
    NotYet,
    /// A signed head says that the promise fell due, and the event is not in the log: receipt and head together prove it.
    Broken,
    /// The receipt is not signed, or by another key, or is of another log.
    NotOurs,
}

impl Kept {
    /// Its name in the catalogue.
    pub fn code(self) -> &'static str {
        match self {
            Self::InLog => "log-promise-kept",
            Self::NotYet => "log-promise-early",
            Self::Broken => "log-promise-broken",
            Self::NotOurs => "log-promise-foreign",
        }
    }
}

/// What became of a receipt.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Promised {
    /// Stream of the event.
    pub stream: String,
    /// Its position there.
    pub seq: u64,
    /// How it stands.
    pub kept: Kept,
    /// The leaf that keeps it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub leaf: Option<u64>,
    #[serde(skip)]
    pub(crate) receipt: Option<Box<Receipt>>,
}

/// The whole outcome.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Report {
    /// Whether nothing was found and every promise stands.
    pub sound: bool,
    /// Whose log.
    pub log: Option<String>,
    /// Who signs it.
    pub key: Option<PublicKey>,
    /// Its hash function.
    pub hash: Option<Algorithm>,
    /// Leaves.
    pub leaves: u64,
    /// Leaves whose events were there and compared.
    pub events: u64,
    /// Heads that were checked.
    pub heads: u64,
    /// Leaves of the last head.
    pub covered: u64,
    /// When the last head was signed, UTC milliseconds.
    pub until: Option<i64>,
    /// What does not fit.
    pub findings: Vec<Finding>,
    /// What became of the receipts.
    pub receipts: Vec<Promised>,
}
