//! Events of the `items` stream, version 1, and the rows folded from them.

use super::{ASIDE, CASE, NEW, STREAM, SUBMITTED};
use calendar::Instant;
use case::CaseNumber;
use seal::Sealed;
use serde::{Deserialize, Serialize};
use store::{ItemMoved, ItemRow, NewEvent, RowChange, SourceRow, StoreError, StoredEvent};

const VERSION: u16 = 1;

/// How a source is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// RSS 2.0 or Atom: every post is an item.
    Feed,
    /// A page: a change of its text is an item.
    Page,
}

/// Where items are looked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// Id.
    pub id: String,
    /// Name.
    pub name: String,
    /// How it is looked at.
    pub kind: Kind,
    /// Its address.
    pub address: String,
    /// The channel of a case that is made of an item.
    pub channel: String,
    /// The place that such a case concerns.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// Words, one of which an item must hold; all items where there are none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub words: Vec<String>,
    /// Whether it is asked.
    pub active: bool,
}

/// One event.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "kebab-case")]
pub(super) enum Stored {
    /// A source was set up or changed.
    Source { by: String, source: Source },
    /// An item was found.
    Captured {
        id: String,
        /// The source; none where a person noticed it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        source: Option<String>,
        /// The person.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        by: Option<String>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        posted: Option<Instant>,
        /// Keyed hash of what the source calls it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        mark: Option<String>,
        /// Keyed hash of its address.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        link: Option<String>,
        /// Title, text, address and changes, as JSON.
        content: Sealed,
    },
    /// A case was made of it.
    Taken {
        id: String,
        /// Sequence number of the event about this item before this one.
        after: u64,
        by: String,
        number: CaseNumber,
    },
    /// It was set aside.
    Aside {
        id: String,
        /// As above.
        after: u64,
        by: String,
        reason: Sealed,
    },
    /// It was put before leaders.
    Submitted {
        id: String,
        /// As above.
        after: u64,
        by: String,
        to: String,
        text: Sealed,
        /// Who of the level above was told, and how.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        above: Option<Sealed>,
        /// Links to the level above by which it was reported.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        peers: Vec<String>,
    },
    /// What became of it was noted, or a leader said what to do.
    Followed {
        id: String,
        /// As above.
        after: u64,
        by: String,
        /// How far it was; that stays.
        state: String,
        text: Sealed,
        /// The role of the leader before whom it was put, where one spoke.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        role: Option<String>,
    },
}

impl Stored {
    fn word(&self) -> &'static str {
        match self {
            Self::Source { .. } => "source",
            Self::Captured { .. } => "captured",
            Self::Taken { .. } => "taken",
            Self::Aside { .. } => "aside",
            Self::Submitted { .. } => "submitted",
            Self::Followed { .. } => "followed",
        }
    }

    /// As it is appended.
    pub(super) fn event(&self, at: Instant) -> Result<NewEvent, serde_json::Error> {
        crate::stored::event(self.word(), VERSION, at, self)
    }

    /// The row that follows from it.
    pub(super) fn row(&self, at: Instant, seq: u64) -> Result<Option<RowChange>, serde_json::Error> {
        let moved = |id: &str, state: &str, told_role: Option<&String>, number: Option<&CaseNumber>| {
            RowChange::MoveItem(ItemMoved {
                id: id.to_owned(),
                state: state.to_owned(),
                told_role: told_role.cloned(),
                number: number.cloned(),
                seq,
            })
        };
        Ok(Some(match self {
            Self::Source { source, .. } => RowChange::Source(SourceRow {
                id: source.id.clone(),
                source: serde_json::to_string(source)?,
                active: source.active,
                seq,
            }),
            Self::Captured {
                id,
                source,
                posted,
                mark,
                link,
                ..
            } => RowChange::Item(ItemRow {
                id: id.clone(),
                source: source.clone(),
                state: NEW.to_owned(),
                found: at,
                posted: *posted,
                mark: mark.clone(),
                link: link.clone(),
                told_role: None,
                number: None,
                captured: seq,
                seq,
            }),
            Self::Taken { id, number, .. } => moved(id, CASE, None, Some(number)),
            Self::Aside { id, .. } => moved(id, ASIDE, None, None),
            Self::Submitted { id, to, .. } => moved(id, SUBMITTED, Some(to), None),
            Self::Followed { id, state, .. } => moved(id, known(state), None, None),
        }))
    }
}

/// One of the states that pages know.
fn known(state: &str) -> &'static str {
    let all = [NEW, CASE, ASIDE, SUBMITTED];
    all.into_iter().find(|known| *known == state).unwrap_or(NEW)
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
    let row = read(stored)?.row(stored.at, stored.seq);
    let row = row.map_err(|error| crate::stored::corrupt(stored, &error.to_string()))?;
    Ok(row.into_iter().collect())
}

#[cfg(test)]
mod tests {
    use super::Stored;

    /// A sample of every version ever landed; a sample is never edited.
    #[test]
    fn every_version_of_the_items_is_read() {
        let lines = include_str!("../../samples/items-1.jsonl");
        assert_eq!(lines.lines().count(), 7);
        for line in lines.lines() {
            let event: Stored = serde_json::from_str(line).unwrap();
            assert_eq!(serde_json::to_string(&event).unwrap(), line);
        }
    }
}
