//! Events of the `knowledge` stream, version 1, and the rows folded from them.

use super::STREAM;
use calendar::Instant;
use case::knowledge::{Entry, Standing};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use store::{KnowledgeChange, KnowledgeMoved, KnowledgeRow, NewEvent, RowChange, StoreError, StoredEvent};

const VERSION: u16 = 1;

/// One event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "kebab-case")]
pub(super) enum Stored {
    /// Somebody wrote a version.
    Supplied {
        by: String,
        id: String,
        version: u32,
        entry: Entry,
    },
    /// It became what the entry says.
    Confirmed { by: String, id: String, version: u32 },
    /// It went back to whoever wrote it.
    Returned {
        by: String,
        id: String,
        version: u32,
        reason: String,
    },
    /// Somebody looked whether it still holds, and it does.
    Reviewed {
        by: String,
        id: String,
        version: u32,
        /// The day by which it is looked at again.
        review: Date,
    },
    /// It is used no more.
    Withdrawn {
        by: String,
        id: String,
        version: u32,
        reason: String,
    },
}

impl Stored {
    fn word(&self) -> &'static str {
        match self {
            Self::Supplied { .. } => "supplied",
            Self::Confirmed { .. } => "confirmed",
            Self::Returned { .. } => "returned",
            Self::Reviewed { .. } => "reviewed",
            Self::Withdrawn { .. } => "withdrawn",
        }
    }

    /// As it is appended.
    pub(super) fn event(&self, at: Instant) -> Result<NewEvent, serde_json::Error> {
        crate::stored::event(self.word(), VERSION, at, self)
    }

    /// The change of rows that follows from it.
    pub(super) fn row(&self, at: Instant, seq: u64) -> RowChange {
        let moved = |by: &str, id: &str, version: u32, to| KnowledgeMoved {
            id: id.to_owned(),
            version,
            to,
            at,
            by: by.into(),
            review: None,
            reason: None,
            seq,
        };
        RowChange::Knowledge(match self {
            Self::Supplied {
                by,
                id,
                version,
                entry,
            } => KnowledgeChange::Supply(KnowledgeRow {
                id: id.clone(),
                version: *version,
                standing: Standing::Proposed,
                entry: entry.clone(),
                supplied: at,
                supplied_by: by.as_str().into(),
                decided: None,
                decided_by: None,
                reason: None,
                seq,
            }),
            Self::Confirmed { by, id, version } => {
                KnowledgeChange::Move(moved(by, id, *version, Standing::Current))
            }
            Self::Reviewed {
                by,
                id,
                version,
                review,
            } => KnowledgeChange::Move(KnowledgeMoved {
                review: Some(*review),
                ..moved(by, id, *version, Standing::Current)
            }),
            Self::Returned {
                by,
                id,
                version,
                reason,
            } => KnowledgeChange::Move(KnowledgeMoved {
                reason: Some(reason.clone()),
                ..moved(by, id, *version, Standing::Returned)
            }),
            Self::Withdrawn {
                by,
                id,
                version,
                reason,
            } => KnowledgeChange::Move(KnowledgeMoved {
                reason: Some(reason.clone()),
                ..moved(by, id, *version, Standing::Withdrawn)
            }),
        })
    }
}

/// How the events fold into rows.
///
/// # Errors
/// An event that cannot be read.
pub fn fold(stored: &StoredEvent) -> Result<Vec<RowChange>, StoreError> {
    if stored.stream != STREAM {
        return Ok(Vec::new());
    }
    let event: Stored = crate::stored::read(stored, VERSION)?;
    Ok(vec![event.row(stored.at, stored.seq)])
}

#[cfg(test)]
mod tests {
    use super::Stored;

    /// A sample of every version ever landed; a sample is never edited.
    #[test]
    fn every_version_of_the_knowledge_base_is_read() {
        let lines = include_str!("../../samples/knowledge-1.jsonl");
        assert_eq!(lines.lines().count(), 6);
        for line in lines.lines() {
            let event: Stored = serde_json::from_str(line).unwrap();
            assert_eq!(serde_json::to_string(&event).unwrap(), line);
        }
    }
}
