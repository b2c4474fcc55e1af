//! The governments that use this database.

use crate::columns::Columns;
use crate::sql::query;
use crate::{Jurisdiction, StoreError};

operation! {
    /// All of them, by id.
    read fn jurisdictions(c) -> Vec<Jurisdiction> {
        let rows = query("SELECT jurisdiction, zh, en, host FROM jurisdiction ORDER BY jurisdiction")
            .fetch_all(&mut *c)
            .await?;
        rows.iter().map(jurisdiction).collect()
    }
}

fn jurisdiction(row: &impl Columns) -> Result<Jurisdiction, StoreError> {
    Ok(Jurisdiction {
        id: row.text("jurisdiction")?,
        zh: row.text("zh")?,
        en: row.text("en")?,
        host: row.maybe_text("host")?,
    })
}
