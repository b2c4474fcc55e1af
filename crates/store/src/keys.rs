//! Wrapped keys of cases and people.

use crate::StoreError;
use crate::columns::Columns;
use crate::places::Places;
use crate::sql::query;
use seal::KeyId;

/// A wrapped key with its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WrappedKey {
    /// Whose.
    pub jurisdiction: String,
    /// Its name.
    pub id: KeyId,
    /// As it is stored.
    pub wrapped: Vec<u8>,
}

/// A key that is wrapped anew.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rewrap {
    /// As it was read.
    pub key: WrappedKey,
    /// Under another master key.
    pub wrapped: Vec<u8>,
}

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

operation! {
    /// Keys of all jurisdictions that are not destroyed, by jurisdiction and name, from behind `after`.
    scan fn sealing_keys(c, after: Option<&(String, KeyId)>, limit: u32) -> Vec<WrappedKey> {
        let mut text = "SELECT jurisdiction, id, wrapped FROM sealing_key WHERE wrapped IS NOT NULL".to_owned();
        if after.is_some() {
            text += &format!(" AND (jurisdiction, id) > {}", Places::after(1).list(2));
        }
        text += " ORDER BY jurisdiction, id LIMIT $1";
        let mut query = query(text).bind(i64::from(limit));
        if let Some((jurisdiction, id)) = after {
            query = query.bind(jurisdiction).bind(id.as_str());
        }
        query.fetch_all(&mut *c).await?.iter().map(wrapped_key).collect()
    }
}

operation! {
    /// Wraps keys anew; how many. One that was destroyed or wrapped by another meanwhile stays as it is.
    write fn rewrap(c, changes: Vec<Rewrap>) -> u64 {
        let mut done = 0;
        for change in changes {
            done += query(
                "UPDATE sealing_key SET wrapped = $4
                 WHERE jurisdiction = $1 AND id = $2 AND wrapped = $3",
            )
            .bind(&change.key.jurisdiction)
            .bind(change.key.id.as_str())
            .bind(change.key.wrapped.as_slice())
            .bind(change.wrapped.as_slice())
            .execute(&mut *c)
            .await?;
        }
        Ok(done)
    }
}

fn wrapped_key(row: &impl Columns) -> Result<WrappedKey, StoreError> {
    Ok(WrappedKey {
        jurisdiction: row.text("jurisdiction")?,
        id: KeyId::new(row.text("id")?),
        wrapped: row.bytes("wrapped")?,
    })
}
