//! Decisions on retention as they are stored, and what follows from them.

use calendar::Instant;
use case::CaseNumber;
use seal::{KeyId, Sealed};
use serde::{Deserialize, Serialize};

/// The stream of a jurisdiction's decisions on retention. What was destroyed of a case stands in a stream of its own
/// under it.
pub(crate) const STREAM: &str = "retention";
pub(super) const VERSION: u16 = 1;

/// The stream of what was destroyed of a case.
pub(crate) fn stream_of(number: &str) -> String {
    format!("{STREAM}/{number}")
}

/// A decision. Reasons are sealed under the key of the office.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "kebab-case", deny_unknown_fields)]
pub(super) enum Stored {
    /// How long data is kept from now on.
    Set {
        #[serde(default, skip_serializing_if = "Option::is_none")]
        days: Option<u32>,
        by: String,
        reason: Sealed,
    },
    /// A case is kept longer.
    Held {
        number: CaseNumber,
        by: String,
        reason: Sealed,
    },
    /// And no more.
    Lifted {
        number: CaseNumber,
        by: String,
        reason: Sealed,
    },
    /// Keys were destroyed.
    Destroyed {
        number: CaseNumber,
        by: String,
        reason: Sealed,
        keys: Vec<KeyId>,
        rest: Vec<Rest>,
    },
}

/// What is left of one text.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Rest {
    /// Commitment of the text as it was written.
    pub(super) of: String,
    /// The text without what tells who somebody is.
    pub(super) text: Sealed,
}

impl Stored {
    /// The word under which it stands in the log.
    pub(super) fn kind(&self) -> &'static str {
        match self {
            Self::Set { .. } => "set-retention",
            Self::Held { .. } => "hold",
            Self::Lifted { .. } => "lift-hold",
            Self::Destroyed { .. } => "destroy-keys",
        }
    }
}

/// A case that is kept longer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    /// Which.
    pub number: CaseNumber,
    /// Since when, UTC milliseconds.
    pub since: Instant,
    /// Who decided.
    pub by: String,
    /// Why.
    pub reason: Option<String>,
}

/// How long data is kept, and what is held.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Standing {
    /// Days without anything new after which the data of an ended case may be destroyed; `None` for never.
    pub days: Option<u32>,
    /// Since when that is so, who decided, and why.
    pub set: Option<(Instant, String, Option<String>)>,
    /// What is held.
    pub held: Vec<Held>,
}

impl Standing {
    /// Whether a case is held.
    pub fn holds(&self, number: &CaseNumber) -> bool {
        self.held.iter().any(|held| held.number == *number)
    }

    pub(super) fn apply(&mut self, stored: Stored, at: Instant, open: &dyn Fn(&Sealed) -> Option<String>) {
        match stored {
            Stored::Set { days, by, reason } => {
                self.days = days;
                self.set = Some((at, by, open(&reason)));
            }
            Stored::Held { number, by, reason } => {
                self.held.retain(|held| held.number != number);
                self.held.push(Held {
                    number,
                    since: at,
                    by,
                    reason: open(&reason),
                });
            }
            Stored::Lifted { number, .. } => self.held.retain(|held| held.number != number),
            Stored::Destroyed { .. } => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Stored;

    /// A sample of every version ever landed; a sample is never edited.
    #[test]
    fn every_version_of_a_decision_is_read() {
        for line in include_str!("../../samples/retention-1.jsonl").lines() {
            let stored: Stored = serde_json::from_str(line).unwrap();
            assert_eq!(serde_json::to_string(&stored).unwrap(), line);
        }
    }
}
