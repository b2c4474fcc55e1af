//! Takes events into the log: finds those without a leaf, and stores leaves and nodes. No commit waits for it: an event
//! gets its place in the log some seconds after it was stored.

use crate::columns::Columns;
use crate::log::stored_event;
use crate::macros::Engine;
use crate::sql::query;
use crate::{StoreError, StoredEvent};
use proof::Digest;

/// An event without a leaf, with its place in the order in which events were stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unsequenced {
    /// Whose.
    pub jurisdiction: String,
    /// Position among all events of the database.
    pub position: i64,
    /// The event.
    pub event: StoredEvent,
}

/// What a turn of the sequencer stores.
#[derive(Debug, Clone, Default)]
pub struct Sequenced {
    /// Up to which position all events have their leaves afterwards.
    pub mark: i64,
    /// New leaves.
    pub leaves: Vec<LogLeaf>,
    /// Nodes that they complete.
    pub nodes: Vec<(String, proof::Node)>,
}

/// A leaf of a log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogLeaf {
    /// Whose log.
    pub jurisdiction: String,
    /// Position in the log, from 0.
    pub leaf: u64,
    /// Stream of the event.
    pub stream: String,
    /// Its position there.
    pub seq: u64,
    /// Its commitment.
    pub commitment: Digest,
}

/// The one row of marks.
const MARK: &str = "log";

operation! {
    /// Up to which position all events have their leaves. Where the event there is not one of the log, somebody removed rows
    /// and others have taken their positions: then everything is looked at again.
    read fn log_mark(c) -> i64 {
        let text = format!(
            "SELECT m.position FROM log_mark m
             JOIN event e ON e.{} = m.position
             JOIN log_leaf l ON l.jurisdiction = e.jurisdiction AND l.stream = e.stream AND l.seq = e.seq
             WHERE m.name = $1",
            c.position()
        );
        let row = query(text).bind(MARK).fetch_optional(&mut *c).await?;
        row.map_or(Ok(0), |row| row.number("position"))
    }
}

operation! {
    /// Events without a leaf from behind a position on, in the order in which they were stored. One that is being stored
    /// just now may still come to stand before the last of them.
    scan fn unsequenced(c, after: i64, limit: u32) -> Vec<Unsequenced> {
        let position = c.position();
        let rows = query(format!(
            "SELECT e.{position} AS position, e.jurisdiction, e.stream, e.seq, e.kind, e.version, e.at, e.recorded,
                 e.\"procedure\", e.calendar, e.bytes
             FROM event e
             LEFT JOIN log_leaf l ON l.jurisdiction = e.jurisdiction AND l.stream = e.stream AND l.seq = e.seq
             WHERE e.{position} > $1 AND l.leaf IS NULL ORDER BY e.{position} LIMIT $2"
        ))
        .bind(after)
        .bind(i64::from(limit))
        .fetch_all(&mut *c)
        .await?;
        rows.iter().map(unsequenced_event).collect()
    }
}

fn unsequenced_event(row: &impl Columns) -> Result<Unsequenced, StoreError> {
    Ok(Unsequenced {
        jurisdiction: row.text("jurisdiction")?,
        position: row.number("position")?,
        event: stored_event(row)?,
    })
}

operation! {
    /// The position up to which nothing more will come: waits for what is being stored just now.
    write fn settled_position(c) -> i64 {
        if let Some(hold) = c.hold_events() {
            query(hold).execute(&mut *c).await?;
        }
        let text = format!("SELECT COALESCE(MAX({}), 0) AS position FROM event", c.position());
        query(text).fetch_one(&mut *c).await?.number("position")
    }
}

operation! {
    /// Stores leaves and nodes. Fails, and stores nothing, where somebody else stored one of them meanwhile.
    write fn append_log(c, batch: Sequenced) -> () {
        insert_many!(
            c,
            "INSERT INTO log_leaf (jurisdiction, leaf, stream, seq, commitment)",
            &batch.leaves,
            "",
            |query, row| query
                .bind(&row.jurisdiction)
                .bind(crate::columns::stored(row.leaf))
                .bind(&row.stream)
                .bind(crate::columns::stored(row.seq))
                .bind(row.commitment.as_bytes())
        );
        insert_many!(
            c,
            "INSERT INTO log_node (jurisdiction, level, position, hash)",
            &batch.nodes,
            "",
            |query, row| query
                .bind(&row.0)
                .bind(i64::from(row.1.level))
                .bind(crate::columns::stored(row.1.index))
                .bind(row.1.hash.as_bytes())
        );
        query(
            "INSERT INTO log_mark (name, position) VALUES ($1, $2)
             ON CONFLICT (name) DO UPDATE SET position = excluded.position",
        )
        .bind(MARK)
        .bind(batch.mark)
        .execute(&mut *c)
        .await?;
        Ok(())
    }
}
