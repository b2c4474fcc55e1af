//! Duties at fixed times: each time that was recorded or missed.

use crate::StoreError;
use crate::columns::{Columns, stored};
use crate::sql::{Query, query};
use calendar::Instant;
use case::PersonId;

/// One time of a round. Of a change only what it brings is filled in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SlotRow {
    /// Id of the round.
    pub round: String,
    /// When it was due, UTC milliseconds.
    pub slot: Instant,
    /// Who recorded it, where somebody did.
    pub recorded: Option<SlotRecord>,
    /// When it was missed, where it was, UTC milliseconds.
    pub missed: Option<Instant>,
}

/// That a time was recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SlotRecord {
    /// When, UTC milliseconds.
    pub at: Instant,
    /// By whom.
    pub person: PersonId,
    /// How many items were found, where that was said.
    pub items: Option<u32>,
    /// Sequence number of the event that holds what was found.
    pub seq: u64,
}

operation! {
    /// Times of rounds that were recorded or missed, from one instant on and before another, the earliest first.
    scan fn round_slots(c, jurisdiction: &str, from: Instant, before: Instant) -> Vec<SlotRow> {
        let rows = query(
            "SELECT * FROM round_row WHERE jurisdiction = $1 AND slot >= $2 AND slot < $3 ORDER BY slot, round",
        )
        .bind(jurisdiction)
        .bind(from.ms())
        .bind(before.ms())
        .fetch_all(&mut *c)
        .await?;
        rows.iter().map(slot).collect()
    }
}

fn slot(row: &impl Columns) -> Result<SlotRow, StoreError> {
    let record = |at: Instant| -> Result<SlotRecord, StoreError> {
        let items = row.maybe_number("items")?;
        Ok(SlotRecord {
            at,
            person: row.text("person")?.into(),
            items: items.and_then(|items| u32::try_from(items).ok()),
            seq: row.count("seq")?,
        })
    };
    Ok(SlotRow {
        round: row.text("round")?,
        slot: row.instant("slot")?,
        recorded: row.maybe_instant("recorded")?.map(record).transpose()?,
        missed: row.maybe_instant("missed")?,
    })
}

/// Writes one time; what stands there already stays.
pub(crate) fn put<'q>(jurisdiction: &'q str, row: &'q SlotRow) -> Query<'q> {
    let record = row.recorded.as_ref();
    query(
        "INSERT INTO round_row (jurisdiction, round, slot, recorded, person, items, missed, seq)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
         ON CONFLICT (jurisdiction, round, slot) DO UPDATE SET
             recorded = COALESCE(round_row.recorded, excluded.recorded),
             person = COALESCE(round_row.person, excluded.person),
             items = COALESCE(round_row.items, excluded.items),
             missed = COALESCE(round_row.missed, excluded.missed),
             seq = COALESCE(round_row.seq, excluded.seq)",
    )
    .bind(jurisdiction)
    .bind(&row.round)
    .bind(row.slot.ms())
    .bind(record.map(|record| record.at.ms()))
    .bind(record.map(|record| record.person.as_str()))
    .bind(record.and_then(|record| record.items).map(i64::from))
    .bind(row.missed.map(Instant::ms))
    .bind(record.map(|record| stored(record.seq)))
}
