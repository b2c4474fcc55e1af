//! The dispatch catalogue of a jurisdiction.

use crate::StoreError;
use crate::columns::{Columns, json, stored};
use crate::sql::{Query, query};
use case::catalogue::Entry;

/// An entry as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CatalogueRow {
    /// The entry.
    pub entry: Entry,
    /// Sequence number of the last event folded into this row.
    pub seq: u64,
}

operation! {
    /// All entries ever entered, by id.
    read fn catalogue(c, jurisdiction: &str) -> Vec<Entry> {
        let rows = query("SELECT entry FROM catalogue_row WHERE jurisdiction = $1 ORDER BY id")
            .bind(jurisdiction)
            .fetch_all(&mut *c)
            .await?;
        rows.iter().map(|row| row.json("entry")).collect()
    }
}

/// Sets an entry.
pub(crate) fn put<'q>(jurisdiction: &'q str, row: &'q CatalogueRow) -> Result<Query<'q>, StoreError> {
    let set = query(
        "INSERT INTO catalogue_row (jurisdiction, id, entry, seq) VALUES ($1, $2, $3, $4)
         ON CONFLICT (jurisdiction, id) DO UPDATE SET entry = excluded.entry, seq = excluded.seq",
    );
    Ok(set
        .bind(jurisdiction)
        .bind(&row.entry.id)
        .bind(json(&row.entry)?)
        .bind(stored(row.seq)))
}
