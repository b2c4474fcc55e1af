//! What is noticed elsewhere and may become a case: sources, items, and how asking a source went.

use crate::StoreError;
use crate::columns::{Columns, json, stored};
use crate::sql::{Query, query};
use calendar::Instant;
use case::CaseNumber;
use seal::Sealed;

/// Where items are looked for. `source` is as the office describes it, in JSON.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceRow {
    /// Id.
    pub id: String,
    /// What it is.
    pub source: String,
    /// Whether it is asked.
    pub active: bool,
    /// Sequence number of the last event folded into this row.
    pub seq: u64,
}

/// An item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ItemRow {
    /// Id.
    pub id: String,
    /// The source; `None` where a person noticed it.
    pub source: Option<String>,
    /// How far it is.
    pub state: String,
    /// When it was found, UTC milliseconds.
    pub found: Instant,
    /// When it was posted, where that is known.
    pub posted: Option<Instant>,
    /// Keyed hash of what its source calls it.
    pub mark: Option<String>,
    /// Keyed hash of its address.
    pub link: Option<String>,
    /// The role before which it was put.
    pub told_role: Option<String>,
    /// The case made of it.
    pub number: Option<CaseNumber>,
    /// Sequence number of the event that holds it.
    pub captured: u64,
    /// Sequence number of the last event about it.
    pub seq: u64,
}

/// What an event about an item changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ItemMoved {
    /// Id.
    pub id: String,
    /// How far it is now.
    pub state: String,
    /// The role before which it was put.
    pub told_role: Option<String>,
    /// The case made of it.
    pub number: Option<CaseNumber>,
    /// Sequence number of the event.
    pub seq: u64,
}

/// How asking a source went.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SourceState {
    /// When it was asked last, UTC milliseconds.
    pub tried: i64,
    /// When it answered last.
    pub fetched: Option<i64>,
    /// When it is asked next.
    pub next: i64,
    /// Failures since it answered last.
    pub failures: u32,
    /// Why it failed: a code of the catalogue.
    pub fault: Option<String>,
    /// What was said beside.
    pub detail: Option<String>,
    /// For conditional requests.
    pub etag: Option<String>,
    /// For conditional requests.
    pub modified: Option<String>,
    /// The text of a watched page as it was seen last.
    pub seen: Option<Sealed>,
}

operation! {
    /// Items of which a case was made, by its number.
    scan fn items_of(c, jurisdiction: &str, number: &str) -> Vec<String> {
        let rows = query("SELECT id FROM item_row WHERE jurisdiction = $1 AND number = $2 ORDER BY id")
            .bind(jurisdiction)
            .bind(number)
            .fetch_all(&mut *c)
            .await?;
        rows.iter().map(|row| row.text("id")).collect()
    }
}

operation! {
    /// The sources of a jurisdiction, by id.
    read fn sources(c, jurisdiction: &str) -> Vec<SourceRow> {
        let rows = query("SELECT * FROM source_row WHERE jurisdiction = $1 ORDER BY id")
            .bind(jurisdiction)
            .fetch_all(&mut *c)
            .await?;
        rows.iter().map(source).collect()
    }
}

operation! {
    /// How asking a source went.
    read fn source_state(c, jurisdiction: &str, id: &str) -> Option<SourceState> {
        let row = query("SELECT * FROM source_state WHERE jurisdiction = $1 AND id = $2")
            .bind(jurisdiction)
            .bind(id)
            .fetch_optional(&mut *c)
            .await?;
        row.as_ref().map(state).transpose()
    }
}

operation! {
    /// Notes how asking a source went.
    write fn note_source(c, jurisdiction: String, id: String, state: SourceState) -> () {
        query(
            "INSERT INTO source_state (jurisdiction, id, tried, fetched, next, failures, fault, detail, etag, modified,
                 seen)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
             ON CONFLICT (jurisdiction, id) DO UPDATE SET tried = excluded.tried, fetched = excluded.fetched,
                 next = excluded.next, failures = excluded.failures, fault = excluded.fault,
                 detail = excluded.detail, etag = excluded.etag, modified = excluded.modified, seen = excluded.seen",
        )
        .bind(jurisdiction)
        .bind(id)
        .bind(state.tried)
        .bind(state.fetched)
        .bind(state.next)
        .bind(i64::from(state.failures))
        .bind(state.fault)
        .bind(state.detail)
        .bind(state.etag)
        .bind(state.modified)
        .bind(state.seen.as_ref().map(json).transpose()?)
        .execute(&mut *c)
        .await?;
        Ok(())
    }
}

operation! {
    /// Items in a state, the newest first.
    scan fn items(c, jurisdiction: &str, state: &str, limit: u32) -> Vec<ItemRow> {
        let rows = query(
            "SELECT * FROM item_row WHERE jurisdiction = $1 AND state = $2 ORDER BY found DESC, id LIMIT $3",
        )
        .bind(jurisdiction)
        .bind(state)
        .bind(i64::from(limit))
        .fetch_all(&mut *c)
        .await?;
        rows.iter().map(item).collect()
    }
}

operation! {
    /// One item.
    read fn item(c, jurisdiction: &str, id: &str) -> Option<ItemRow> {
        let row = query("SELECT * FROM item_row WHERE jurisdiction = $1 AND id = $2")
            .bind(jurisdiction)
            .bind(id)
            .fetch_optional(&mut *c)
            .await?;
        row.as_ref().map(item).transpose()
    }
}

operation! {
    /// Whether an item of this mark or this address was found before.
    read fn item_known(c, jurisdiction: &str, mark: Option<&str>, link: Option<&str>) -> bool {
        for (column, value) in [("mark", mark), ("link", link)] {
            let Some(value) = value else { continue };
            let text = format!("SELECT id FROM item_row WHERE jurisdiction = $1 AND {column} = $2 LIMIT 1");
            let row = query(text).bind(jurisdiction).bind(value).fetch_optional(&mut *c).await?;
            if row.is_some() {
                return Ok(true);
            }
        }
        Ok(false)
    }
}

fn source(row: &impl Columns) -> Result<SourceRow, StoreError> {
    Ok(SourceRow {
        id: row.text("id")?,
        source: row.text("source")?,
        active: row.flag("active")?,
        seq: row.count("seq")?,
    })
}

fn item(row: &impl Columns) -> Result<ItemRow, StoreError> {
    Ok(ItemRow {
        id: row.text("id")?,
        source: row.maybe_text("source")?,
        state: row.text("state")?,
        found: row.instant("found")?,
        posted: row.maybe_instant("posted")?,
        mark: row.maybe_text("mark")?,
        link: row.maybe_text("link")?,
        told_role: row.maybe_text("told_role")?,
        number: row.maybe_text("number")?.map(Into::into),
        captured: row.count("captured")?,
        seq: row.count("seq")?,
    })
}

fn state(row: &impl Columns) -> Result<SourceState, StoreError> {
    Ok(SourceState {
        tried: row.number("tried")?,
        fetched: row.maybe_number("fetched")?,
        next: row.number("next")?,
        failures: row.count("failures")?,
        fault: row.maybe_text("fault")?,
        detail: row.maybe_text("detail")?,
        etag: row.maybe_text("etag")?,
        modified: row.maybe_text("modified")?,
        seen: row.maybe_json("seen")?,
    })
}

/// Sets a source.
pub(crate) fn put_source<'q>(jurisdiction: &'q str, row: &'q SourceRow) -> Query<'q> {
    query(
        "INSERT INTO source_row (jurisdiction, id, source, active, seq) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (jurisdiction, id) DO UPDATE SET source = excluded.source, active = excluded.active,
             seq = excluded.seq",
    )
    .bind(jurisdiction)
    .bind(&row.id)
    .bind(&row.source)
    .bind(i64::from(row.active))
    .bind(stored(row.seq))
}

/// Enters an item that was found.
pub(crate) fn put_item<'q>(jurisdiction: &'q str, row: &'q ItemRow) -> Query<'q> {
    query(
        "INSERT INTO item_row (jurisdiction, id, source, state, found, posted, mark, link, told_role, number, captured,
             seq)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) ON CONFLICT (jurisdiction, id) DO NOTHING",
    )
    .bind(jurisdiction)
    .bind(&row.id)
    .bind(row.source.as_deref())
    .bind(&row.state)
    .bind(row.found.ms())
    .bind(row.posted.map(Instant::ms))
    .bind(row.mark.as_deref())
    .bind(row.link.as_deref())
    .bind(row.told_role.as_deref())
    .bind(row.number.as_ref().map(|number| number.as_str()))
    .bind(stored(row.captured))
    .bind(stored(row.seq))
}

/// Moves an item on.
pub(crate) fn move_item<'q>(jurisdiction: &'q str, moved: &'q ItemMoved) -> Query<'q> {
    query(
        "UPDATE item_row SET state = $3, told_role = COALESCE($4, told_role), number = COALESCE($5, number), seq = $6
         WHERE jurisdiction = $1 AND id = $2",
    )
    .bind(jurisdiction)
    .bind(&moved.id)
    .bind(&moved.state)
    .bind(moved.told_role.as_deref())
    .bind(moved.number.as_ref().map(|number| number.as_str()))
    .bind(stored(moved.seq))
}
