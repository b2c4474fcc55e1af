//! Events of the `catalogue` stream, version 1, and the rows folded from them.

use super::STREAM;
use case::catalogue::Entry;
use serde::{Deserialize, Serialize};
use store::{CatalogueRow, RowChange, StoreError, StoredEvent};

/// Version of the events' form.
pub(super) const VERSION: u16 = 1;

/// One event: an entry was entered, or given its last day. It holds the whole entry, as it stands from then on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Stored {
    pub(super) by: String,
    pub(super) entry: Entry,
}

impl Stored {
    /// The row that follows from it.
    pub(super) fn row(&self, seq: u64) -> RowChange {
        RowChange::Catalogue(CatalogueRow {
            entry: self.entry.clone(),
            seq,
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
    Ok(vec![event.row(stored.seq)])
}

#[cfg(test)]
mod tests {
    use super::Stored;

    /// A sample of every version ever landed; a sample is never edited.
    #[test]
    fn every_version_of_the_catalogue_is_read() {
        let lines = include_str!("../../samples/catalogue-1.jsonl");
        assert_eq!(lines.lines().count(), 2);
        for line in lines.lines() {
            let event: Stored = serde_json::from_str(line).unwrap();
            assert_eq!(serde_json::to_string(&event).unwrap(), line);
        }
    }
}
