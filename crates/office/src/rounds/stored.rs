//! Events of the `rounds` stream, version 1, and the rows folded from them. What was found stands in them sealed.

use super::STREAM;
use calendar::Instant;
use seal::Sealed;
use serde::{Deserialize, Serialize};
use store::{NewEvent, RowChange, SlotRecord, SlotRow, StoreError, StoredEvent};

const VERSION: u16 = 1;

/// One event.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "kebab-case")]
pub(super) enum Stored {
    /// From now on the rounds are watched.
    Begun,
    /// Somebody did a round.
    Recorded {
        by: String,
        round: String,
        slot: Instant,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        items: Option<u32>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        text: Option<Sealed>,
    },
    /// Nobody had recorded it when its time was over.
    Missed {
        round: String,
        slot: Instant,
        /// When its time was over.
        until: Instant,
    },
}

impl Stored {
    fn word(&self) -> &'static str {
        match self {
            Self::Begun => "begun",
            Self::Recorded { .. } => "recorded",
            Self::Missed { .. } => "missed",
        }
    }

    /// As it is appended.
    pub(super) fn event(&self, at: Instant) -> Result<NewEvent, serde_json::Error> {
        crate::stored::event(self.word(), VERSION, at, self)
    }

    /// The row that follows from it.
    pub(super) fn row(&self, at: Instant, seq: u64) -> Option<RowChange> {
        let (round, slot, recorded, missed) = match self {
            Self::Begun => return None,
            Self::Recorded {
                by,
                round,
                slot,
                items,
                ..
            } => {
                let record = SlotRecord {
                    at,
                    person: by.as_str().into(),
                    items: *items,
                    seq,
                };
                (round, slot, Some(record), None)
            }
            Self::Missed { round, slot, until } => (round, slot, None, Some(*until)),
        };
        Some(RowChange::Slot(SlotRow {
            round: round.clone(),
            slot: *slot,
            recorded,
            missed,
        }))
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
    use super::Stored;

    /// A sample of every version ever landed; a sample is never edited.
    #[test]
    fn every_version_of_the_rounds_is_read() {
        let lines = include_str!("../../samples/rounds-1.jsonl");
        assert_eq!(lines.lines().count(), 3);
        for line in lines.lines() {
            let event: Stored = serde_json::from_str(line).unwrap();
            assert_eq!(serde_json::to_string(&event).unwrap(), line);
        }
    }
}
