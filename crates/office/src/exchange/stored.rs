//! Events of the `exchange` stream, version 1, and the rows folded from them. What came stands in them sealed.

use super::{DONE, FAILED, OPEN, SENT, STREAM};
use calendar::Instant;
use case::CaseNumber;
use seal::Sealed;
use serde::{Deserialize, Serialize};
use store::{Crossing, Peer, RowChange, StoreError, StoredEvent};

/// Version of the events' form.
pub(super) const VERSION: u16 = 1;

/// One event.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "kebab-case")]
pub(super) enum Stored {
    /// A link was set up or changed.
    Link(Link),
    /// A message was checked and kept.
    Taken(Taken),
    /// A message was refused.
    Refused {
        /// The link that it claims to come by.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        peer: Option<String>,
        /// Why: a code of the catalogue.
        code: String,
        /// SHA-256 of what came, in hex.
        digest: String,
    },
    /// A message of ours was taken by the other side.
    Delivered(Delivered),
    /// A person ruled on a report.
    Ruled {
        peer: String,
        id: String,
        kind: String,
        by: String,
        passed: bool,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<Sealed>,
    },
    /// A person acknowledged what came.
    Acknowledged {
        peer: String,
        id: String,
        kind: String,
        by: String,
    },
}

/// A link as the administrator entered it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Link {
    pub(super) by: String,
    pub(super) peer: String,
    pub(super) zh: String,
    pub(super) en: String,
    pub(super) key: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) address: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) body: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) unit: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) channel: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) role: Option<String>,
    pub(super) above: bool,
    pub(super) takes: Vec<String>,
    pub(super) active: bool,
    /// Id of the message by which the other side told its new key; then nobody here entered it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) announced: Option<String>,
}

/// A message as it was kept.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Taken {
    pub(super) peer: String,
    pub(super) id: String,
    pub(super) kind: String,
    pub(super) sent: Instant,
    /// Our case.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) number: Option<CaseNumber>,
    /// Their case.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) theirs: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) answers: Option<String>,
    pub(super) state: String,
    /// Why it could not be carried out by itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) fault: Option<String>,
    /// What it says, without the contents of files, sealed under a key of its own.
    pub(super) content: Sealed,
    /// SHA-256 of the message that was signed, in hex, and the signature.
    pub(super) digest: String,
    pub(super) signature: String,
}

/// A message of ours with the receipt of the other side.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Delivered {
    pub(super) peer: String,
    pub(super) id: String,
    pub(super) kind: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) number: Option<CaseNumber>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) theirs: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) answers: Option<String>,
    /// The document of the procedure that it carried.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) document: Option<String>,
    /// What was noticed elsewhere.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) item: Option<String>,
    /// SHA-256 of the message that was signed, in hex.
    pub(super) digest: String,
    /// The receipt as the other side signed it: message and signature.
    pub(super) receipt: (String, String),
}

impl Stored {
    /// The word under which it stands in the log.
    pub(super) fn word(&self) -> &'static str {
        match self {
            Self::Link(_) => "link",
            Self::Taken(_) => "taken",
            Self::Refused { .. } => "refused",
            Self::Delivered(_) => "delivered",
            Self::Ruled { .. } => "ruled",
            Self::Acknowledged { .. } => "acknowledged",
        }
    }

    /// The row that follows from it.
    pub(super) fn row(&self, at: Instant, seq: u64) -> Option<RowChange> {
        let done = |peer: &str, id: &str, kind: &str| {
            RowChange::Crossing(Crossing {
                outgoing: false,
                peer: peer.to_owned(),
                id: id.to_owned(),
                kind: kind.to_owned(),
                at,
                state: DONE.to_owned(),
                number: None,
                theirs: None,
                answers: None,
                seq,
            })
        };
        Some(match self {
            Self::Link(link) => RowChange::Peer(link.row(seq)),
            Self::Refused { .. } => return None,
            Self::Taken(taken) => RowChange::Crossing(Crossing {
                outgoing: false,
                peer: taken.peer.clone(),
                id: taken.id.clone(),
                kind: taken.kind.clone(),
                at,
                state: known(&taken.state),
                number: taken.number.clone(),
                theirs: taken.theirs.clone(),
                answers: taken.answers.clone(),
                seq,
            }),
            Self::Delivered(sent) => RowChange::Crossing(Crossing {
                outgoing: true,
                peer: sent.peer.clone(),
                id: sent.id.clone(),
                kind: sent.kind.clone(),
                at,
                state: SENT.to_owned(),
                number: sent.number.clone(),
                theirs: sent.theirs.clone(),
                answers: sent.answers.clone(),
                seq,
            }),
            Self::Ruled { peer, id, kind, .. } | Self::Acknowledged { peer, id, kind, .. } => {
                done(peer, id, kind)
            }
        })
    }
}

/// One of the states that pages know.
fn known(state: &str) -> String {
    let found = [OPEN, DONE, FAILED].into_iter().find(|known| *known == state);
    found.unwrap_or(OPEN).to_owned()
}

impl Link {
    /// As it stands, for a change by the system.
    pub(super) fn of(peer: &Peer) -> Self {
        Self {
            by: "system".to_owned(),
            peer: peer.id.clone(),
            zh: peer.zh.clone(),
            en: peer.en.clone(),
            key: peer.public_key.clone(),
            address: peer.address.clone(),
            body: peer.body.clone(),
            unit: peer.unit.as_ref().map(ToString::to_string),
            channel: peer.channel.clone(),
            role: peer.role.clone(),
            above: peer.above,
            takes: peer.takes.clone(),
            active: peer.active,
            announced: None,
        }
    }

    fn row(&self, seq: u64) -> Peer {
        Peer {
            id: self.peer.clone(),
            zh: self.zh.clone(),
            en: self.en.clone(),
            public_key: self.key.clone(),
            address: self.address.clone(),
            body: self.body.clone(),
            unit: self.unit.as_deref().map(Into::into),
            channel: self.channel.clone(),
            role: self.role.clone(),
            above: self.above,
            takes: self.takes.clone(),
            active: self.active,
            seq,
        }
    }
}

/// Reads an event.
pub(super) fn read(stored: &StoredEvent) -> Result<Stored, StoreError> {
    crate::stored::read(stored, VERSION)
}

/// How the events fold into rows.
///
/// # Errors
/// An event that cannot be read.
pub fn fold(stored: &StoredEvent) -> Result<Vec<RowChange>, StoreError> {
    if stored.stream != STREAM {
        return Ok(Vec::new());
    }
    Ok(read(stored)?.row(stored.at, stored.seq).into_iter().collect())
}

#[cfg(test)]
mod tests {
    use super::{STREAM, Stored, VERSION, fold};
    use calendar::Instant;
    use store::StoredEvent;

    /// A sample of every version ever landed; a sample is never edited.
    #[test]
    fn every_version_of_the_exchange_is_read() {
        let lines = include_str!("../../samples/exchange-1.jsonl");
        assert_eq!(lines.lines().count(), 8);
        for line in lines.lines() {
            let event: Stored = serde_json::from_str(line).unwrap();
            assert_eq!(serde_json::to_string(&event).unwrap(), line);
            let stored = StoredEvent {
                stream: STREAM.to_owned(),
                seq: 1,
                kind: event.word().to_owned(),
                version: VERSION,
                at: Instant::from_ms(0),
                recorded: Instant::from_ms(0),
                procedure: String::new(),
                calendar: String::new(),
                bytes: line.as_bytes().to_vec(),
            };
            let rows = usize::from(!matches!(event, Stored::Refused { .. }));
            assert_eq!(fold(&stored).unwrap().len(), rows);
        }
    }
}
