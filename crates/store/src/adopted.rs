//! Adopted procedures and calendars: what runs is the copy here, named by its hash.

use crate::columns::Columns;
use crate::sql::query;
use crate::{Adopted, Kind, StoreError};
use calendar::Instant;
use jiff::civil::Date;

operation! {
    /// The adopted copy with this hash.
    read fn adopted(c, jurisdiction: &str, hash: &str) -> Option<Adopted> {
        let row = query("SELECT * FROM adopted WHERE jurisdiction = $1 AND hash = $2")
            .bind(jurisdiction)
            .bind(hash)
            .fetch_optional(&mut *c)
            .await?;
        row.as_ref().map(adopted).transpose()
    }
}

operation! {
    /// What is in force on a day: of all copies of the kind in force by then the last, and of several from one day
    /// the one adopted last.
    read fn in_force(c, jurisdiction: &str, kind: Kind, day: Date) -> Option<Adopted> {
        let row = query(
            "SELECT * FROM adopted WHERE jurisdiction = $1 AND kind = $2 AND in_force <= $3
             ORDER BY in_force DESC, adopted_at DESC, hash LIMIT 1",
        )
        .bind(jurisdiction)
        .bind(kind.as_str())
        .bind(day.to_string())
        .fetch_optional(&mut *c)
        .await?;
        row.as_ref().map(adopted).transpose()
    }
}

operation! {
    /// The hash of what is in force on a day, without its text; see [`crate::Store::in_force`].
    read fn in_force_hash(c, jurisdiction: &str, kind: Kind, day: Date) -> Option<String> {
        let row = query(
            "SELECT hash FROM adopted WHERE jurisdiction = $1 AND kind = $2 AND in_force <= $3
             ORDER BY in_force DESC, adopted_at DESC, hash LIMIT 1",
        )
        .bind(jurisdiction)
        .bind(kind.as_str())
        .bind(day.to_string())
        .fetch_optional(&mut *c)
        .await?;
        row.map(|row| row.text("hash")).transpose()
    }
}

/// An adopted copy without its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AdoptedHead {
    /// Hash of the text.
    pub hash: String,
    /// First day in force.
    pub in_force: Date,
    /// When it was adopted, UTC milliseconds.
    pub adopted_at: Instant,
    /// Who adopted it; see [`Adopted::adopted_by`].
    pub adopted_by: String,
}

operation! {
    /// Every copy of the kind, without the texts, in the order of [`Store::all_adopted`](crate::Store::all_adopted).
    read fn adopted_heads(c, jurisdiction: &str, kind: Kind) -> Vec<AdoptedHead> {
        let rows = query(
            "SELECT hash, in_force, adopted_at, adopted_by FROM adopted WHERE jurisdiction = $1 AND kind = $2
             ORDER BY in_force, adopted_at, hash DESC",
        )
        .bind(jurisdiction)
        .bind(kind.as_str())
        .fetch_all(&mut *c)
        .await?;
        rows.iter().map(head).collect()
    }
}

fn head(row: &impl Columns) -> Result<AdoptedHead, StoreError> {
    Ok(AdoptedHead {
        hash: row.text("hash")?,
        in_force: row.day("in_force")?,
        adopted_at: row.instant("adopted_at")?,
        adopted_by: row.text("adopted_by")?,
    })
}

operation! {
    /// Every copy of the kind ever adopted, the first in force first.
    scan fn all_adopted(c, jurisdiction: &str, kind: Kind) -> Vec<Adopted> {
        let rows = query(
            "SELECT * FROM adopted WHERE jurisdiction = $1 AND kind = $2 ORDER BY in_force, adopted_at, hash DESC",
        )
        .bind(jurisdiction)
        .bind(kind.as_str())
        .fetch_all(&mut *c)
        .await?;
        rows.iter().map(adopted).collect()
    }
}

fn adopted(row: &impl Columns) -> Result<Adopted, StoreError> {
    let kind = match &row.text("kind")?[..] {
        "procedure" => Kind::Procedure,
        "calendar" => Kind::Calendar,
        "own-rules" => Kind::OwnRules,
        "parent" => Kind::Parent,
        other => return Err(StoreError::Corrupt(format!("kind of rules {other}"))),
    };
    Ok(Adopted {
        hash: row.text("hash")?,
        kind,
        id: row.text("id")?,
        version: row.text("version")?,
        in_force: row.day("in_force")?,
        text: row.bytes("text")?,
        adopted_at: row.instant("adopted_at")?,
        adopted_by: row.text("adopted_by")?,
    })
}
