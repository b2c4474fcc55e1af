//! Wrapped keys of cases and people.

use crate::columns::Columns;
use crate::sql::query;
use seal::KeyId;

operation! {
    /// A wrapped key; `None` where there is none or it was destroyed.
    read fn key(c, jurisdiction: &str, id: &KeyId) -> Option<Vec<u8>> {
        let row = query("SELECT wrapped FROM sealing_key WHERE jurisdiction = $1 AND id = $2")
            .bind(jurisdiction)
            .bind(id.as_str())
            .fetch_optional(&mut *c)
            .await?;
        row.map_or(Ok(None), |row| row.maybe_bytes("wrapped"))
    }
}
