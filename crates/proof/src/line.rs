//! The lines of an exported log, one JSON object each. What a stranger gets has commitments and heads; what an auditor
//! gets has the events with their salts beside them.

use crate::{Algorithm, Digest, Entry, PublicKey};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde::{Deserialize, Serialize};

/// What stands in the field `format` of the first line.
pub(crate) const FORMAT: &str = "wenzheng log 1";

/// One line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Line {
    /// The first.
    Opening(Opening),
    /// A leaf, in their order.
    Leaf(Leaf),
    /// A head, behind the last leaf that it covers.
    Head {
        /// Its text.
        head: String,
    },
    /// A stored node, behind the last leaf under it. Only for auditors: it narrows down where a tree was changed.
    Node {
        /// Its level and index.
        node: (u8, u64),
        /// Its hash.
        hash: Digest,
    },
    /// An event without a leaf. Only for auditors, at the end.
    Unlogged {
        /// Which.
        unlogged: Unlogged,
    },
}

/// The first line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opening {
    /// `wenzheng log 1`.
    pub format: String,
    /// Whose log.
    pub log: String,
    /// Who signs it.
    pub key: PublicKey,
    /// Its hash function.
    pub hash: Algorithm,
}

impl Opening {
    /// Of a log.
    pub fn new(log: &str, key: PublicKey, hash: Algorithm) -> Self {
        Self {
            format: FORMAT.to_owned(),
            log: log.to_owned(),
            key,
            hash,
        }
    }
}

/// A leaf.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Leaf {
    /// Position in the log, from 0.
    pub leaf: u64,
    /// The commitment that it holds.
    pub commitment: Digest,
    /// Stream of the event.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stream: Option<String>,
    /// Its position there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seq: Option<u64>,
    /// The event; absent where the line is for strangers, or where it is gone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub event: Option<Event>,
}

/// An event with its salt.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Event {
    /// The salt, in hexadecimal digits.
    pub salt: String,
    /// What kind.
    pub kind: String,
    /// Version of its form.
    pub version: u64,
    /// When it happened, UTC milliseconds.
    pub at: i64,
    /// When it was recorded, UTC milliseconds.
    pub recorded: i64,
    /// Hash of the procedure.
    pub procedure: String,
    /// Hash of the calendar.
    pub calendar: String,
    /// The bytes that were decided, in base64.
    pub bytes: String,
}

impl Event {
    /// Of a row of the log.
    pub fn of(entry: &Entry<'_>, salt: &[u8]) -> Self {
        Self {
            salt: hex::encode(salt),
            kind: entry.kind.to_owned(),
            version: entry.version,
            at: entry.at,
            recorded: entry.recorded,
            procedure: entry.procedure.to_owned(),
            calendar: entry.calendar.to_owned(),
            bytes: BASE64.encode(entry.bytes),
        }
    }

    /// The commitment that the event gives; `None` where salt or bytes cannot be read.
    pub(crate) fn commitment(
        &self,
        algorithm: Algorithm,
        log: &str,
        stream: &str,
        seq: u64,
    ) -> Option<Digest> {
        let bytes = BASE64.decode(&self.bytes).ok()?;
        let entry = Entry {
            log,
            stream,
            seq,
            kind: &self.kind,
            version: self.version,
            at: self.at,
            recorded: self.recorded,
            procedure: &self.procedure,
            calendar: &self.calendar,
            bytes: &bytes,
        };
        Some(entry.commitment(algorithm, &hex::decode(&self.salt).ok()?))
    }
}

/// An event without a leaf.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unlogged {
    /// Its stream.
    pub stream: String,
    /// Its position there.
    pub seq: u64,
    /// When it was recorded, UTC milliseconds.
    pub recorded: i64,
}
