//! What people show beside their password, and keys of machines: as they stand, and how far they are used up.

use crate::StoreError;
use crate::columns::{Columns, stored};
use crate::sql::{Query, query};
use calendar::Instant;
use case::PersonId;

/// One of them, as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CredentialRow {
    /// Its id.
    pub id: String,
    /// What it is: `totp`, `recovery`, `sign-on`, `key`.
    pub kind: String,
    /// Whose it is.
    pub person: PersonId,
    /// The rest, as JSON; secrets stand in it sealed or hashed.
    pub credential: String,
    /// Whether it is taken still.
    pub active: bool,
    /// Sequence number of the last event folded into this row.
    pub seq: u64,
}

operation! {
    /// The credential with this id, taken still or not.
    read fn credential(c, jurisdiction: &str, id: &str) -> Option<CredentialRow> {
        let row = query("SELECT * FROM credential_row WHERE jurisdiction = $1 AND id = $2")
            .bind(jurisdiction)
            .bind(id)
            .fetch_optional(&mut *c)
            .await?;
        row.as_ref().map(credential).transpose()
    }
}

operation! {
    /// What a person can show, in the order in which it was entered.
    read fn credentials_of(c, jurisdiction: &str, person: &PersonId) -> Vec<CredentialRow> {
        let rows = query(
            "SELECT * FROM credential_row WHERE jurisdiction = $1 AND person = $2 AND active = 1 ORDER BY seq",
        )
        .bind(jurisdiction)
        .bind(person.as_str())
        .fetch_all(&mut *c)
        .await?;
        rows.iter().map(credential).collect()
    }
}

operation! {
    /// All of a kind, the last changed first; those that are taken no more too.
    scan fn credentials_of_kind(c, jurisdiction: &str, kind: &str) -> Vec<CredentialRow> {
        let rows = query("SELECT * FROM credential_row WHERE jurisdiction = $1 AND kind = $2 ORDER BY seq DESC")
            .bind(jurisdiction)
            .bind(kind)
            .fetch_all(&mut *c)
            .await?;
        rows.iter().map(credential).collect()
    }
}

operation! {
    /// When a credential was used last, and its count.
    read fn credential_used(c, jurisdiction: &str, id: &str) -> Option<(Instant, i64)> {
        let row = query("SELECT used, count FROM credential_state WHERE jurisdiction = $1 AND id = $2")
            .bind(jurisdiction)
            .bind(id)
            .fetch_optional(&mut *c)
            .await?;
        row.map(|row| Ok((row.instant("used")?, row.number("count")?))).transpose()
    }
}

operation! {
    /// Uses a credential up to a count; `false` where somebody came as far before.
    write fn use_credential(c, jurisdiction: String, id: String, at: Instant, count: i64) -> bool {
        let written = query(
            "INSERT INTO credential_state (jurisdiction, id, used, count) VALUES ($1, $2, $3, $4)
             ON CONFLICT (jurisdiction, id) DO UPDATE SET used = excluded.used, count = excluded.count
                 WHERE credential_state.count < excluded.count",
        )
        .bind(jurisdiction)
        .bind(id)
        .bind(at.ms())
        .bind(count)
        .execute(&mut *c)
        .await?;
        Ok(written == 1)
    }
}

operation! {
    /// Notes that a credential was used, whatever its count.
    write fn touch_credential(c, jurisdiction: String, id: String, at: Instant) -> () {
        query(
            "INSERT INTO credential_state (jurisdiction, id, used, count) VALUES ($1, $2, $3, 0)
             ON CONFLICT (jurisdiction, id) DO UPDATE SET used = excluded.used",
        )
        .bind(jurisdiction)
        .bind(id)
        .bind(at.ms())
        .execute(&mut *c)
        .await?;
        Ok(())
    }
}

/// Sets a credential.
pub(crate) fn put<'q>(jurisdiction: &'q str, row: &'q CredentialRow) -> Query<'q> {
    query(
        "INSERT INTO credential_row (jurisdiction, id, kind, person, credential, active, seq)
         VALUES ($1, $2, $3, $4, $5, $6, $7)
         ON CONFLICT (jurisdiction, id) DO UPDATE SET kind = excluded.kind, person = excluded.person,
             credential = excluded.credential, active = excluded.active, seq = excluded.seq",
    )
    .bind(jurisdiction)
    .bind(&row.id)
    .bind(&row.kind)
    .bind(row.person.as_str())
    .bind(&row.credential)
    .bind(i64::from(row.active))
    .bind(stored(row.seq))
}

fn credential(row: &impl Columns) -> Result<CredentialRow, StoreError> {
    Ok(CredentialRow {
        id: row.text("id")?,
        kind: row.text("kind")?,
        person: row.text("person")?.into(),
        credential: row.text("credential")?,
        active: row.flag("active")?,
        seq: row.count("seq")?,
    })
}
