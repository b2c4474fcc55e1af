//! Reads the log that outsiders can check: leaves, nodes, heads.

use crate::columns::{Columns, stored};
use crate::log::stored_event;
use crate::sql::query;
use crate::{LogLeaf, StoreError, StoredEvent};
use calendar::Instant;
use proof::{Digest, Run};

/// A signed head as it lies in the database.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredHead {
    /// Leaves that it covers.
    pub size: u64,
    /// When it was signed, UTC milliseconds.
    pub at: Instant,
    /// The signed text.
    pub text: String,
    /// The day for which it was published.
    pub day: Option<String>,
}

/// What another jurisdiction signed of a head.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cosignature {
    /// Leaves that the head covers.
    pub size: u64,
    /// Who signed, by the id of the link.
    pub peer: String,
    /// When it came, UTC milliseconds.
    pub at: Instant,
    /// The signed text.
    pub text: String,
}

/// A head of the log of another jurisdiction, as it showed it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PeerHead {
    /// Who showed it, by the id of the link.
    pub peer: String,
    /// Leaves that it covers.
    pub size: u64,
    /// When it came, UTC milliseconds.
    pub at: Instant,
    /// The signed text.
    pub text: String,
}

operation! {
    /// The last head that a peer showed.
    read fn peer_head(c, jurisdiction: &str, peer: &str) -> Option<PeerHead> {
        let row = query(
            "SELECT * FROM peer_head WHERE jurisdiction = $1 AND peer = $2 ORDER BY size DESC, at DESC LIMIT 1",
        )
        .bind(jurisdiction)
        .bind(peer)
        .fetch_optional(&mut *c)
        .await?;
        row.as_ref().map(peer_head_of).transpose()
    }
}

operation! {
    /// Keeps a head that a peer showed.
    write fn put_peer_head(c, jurisdiction: String, seen: PeerHead) -> () {
        query(
            "INSERT INTO peer_head (jurisdiction, peer, size, at, text) VALUES ($1, $2, $3, $4, $5)
             ON CONFLICT DO NOTHING",
        )
        .bind(&jurisdiction)
        .bind(&seen.peer)
        .bind(stored(seen.size))
        .bind(seen.at.ms())
        .bind(&seen.text)
        .execute(&mut *c)
        .await?;
        Ok(())
    }
}

operation! {
    /// Number of leaves.
    read fn log_size(c, jurisdiction: &str) -> u64 {
        let row = query("SELECT COALESCE(MAX(leaf) + 1, 0) AS size FROM log_leaf WHERE jurisdiction = $1")
            .bind(jurisdiction)
            .fetch_one(&mut *c)
            .await?;
        row.count("size")
    }
}

operation! {
    /// Stored nodes, by level and index. On level 0 these are commitments of leaves, not their hashes.
    read fn log_nodes(c, jurisdiction: &str, runs: &[Run]) -> Vec<(u8, u64, Digest)> {
        let mut nodes = vec![];
        for run in runs {
            let (first, behind) = (stored(run.from), stored(run.from + run.count));
            let rows = if run.level == 0 {
                query(
                    "SELECT leaf AS position, commitment AS hash FROM log_leaf
                     WHERE jurisdiction = $1 AND leaf >= $2 AND leaf < $3",
                )
                .bind(jurisdiction)
                .bind(first)
                .bind(behind)
                .fetch_all(&mut *c)
                .await?
            } else {
                query(
                    "SELECT position, hash FROM log_node
                     WHERE jurisdiction = $1 AND level = $4 AND position >= $2 AND position < $3",
                )
                .bind(jurisdiction)
                .bind(first)
                .bind(behind)
                .bind(i64::from(run.level))
                .fetch_all(&mut *c)
                .await?
            };
            for row in &rows {
                nodes.push((run.level, row.count("position")?, digest(row, "hash")?));
            }
        }
        Ok(nodes)
    }
}

operation! {
    /// The leaves of a stream, in the order of its events.
    read fn leaves_of(c, jurisdiction: &str, stream: &str) -> Vec<LogLeaf> {
        let rows = query("SELECT * FROM log_leaf WHERE jurisdiction = $1 AND stream = $2 ORDER BY seq")
            .bind(jurisdiction)
            .bind(stream)
            .fetch_all(&mut *c)
            .await?;
        rows.iter().map(log_leaf).collect()
    }
}

operation! {
    /// Leaves from one on, each with its event where that is there.
    scan fn log_page(c, jurisdiction: &str, from: u64, limit: u32) -> Vec<(LogLeaf, Option<StoredEvent>)> {
        let rows = query(
            "SELECT l.jurisdiction, l.leaf, l.stream, l.seq, l.commitment, e.kind, e.version, e.at, e.recorded,
                 e.\"procedure\", e.calendar, e.bytes
             FROM log_leaf l
             LEFT JOIN event e ON e.jurisdiction = l.jurisdiction AND e.stream = l.stream AND e.seq = l.seq
             WHERE l.jurisdiction = $1 AND l.leaf >= $2 ORDER BY l.leaf LIMIT $3",
        )
        .bind(jurisdiction)
        .bind(stored(from))
        .bind(i64::from(limit))
        .fetch_all(&mut *c)
        .await?;
        rows.iter().map(with_event).collect()
    }
}

operation! {
    /// Events of a jurisdiction that have no leaf, as stream, position and when they were recorded.
    scan fn unlogged(c, jurisdiction: &str) -> Vec<(String, u64, Instant)> {
        let rows = query(
            "SELECT e.stream, e.seq, e.recorded FROM event e
             LEFT JOIN log_leaf l ON l.jurisdiction = e.jurisdiction AND l.stream = e.stream AND l.seq = e.seq
             WHERE e.jurisdiction = $1 AND l.leaf IS NULL ORDER BY e.recorded, e.stream, e.seq",
        )
        .bind(jurisdiction)
        .fetch_all(&mut *c)
        .await?;
        rows.iter().map(|row| Ok((row.text("stream")?, row.count("seq")?, row.instant("recorded")?))).collect()
    }
}

operation! {
    /// The last head of a log.
    read fn tree_head(c, jurisdiction: &str) -> Option<StoredHead> {
        let row = query("SELECT * FROM tree_head WHERE jurisdiction = $1 ORDER BY size DESC, at DESC LIMIT 1")
            .bind(jurisdiction)
            .fetch_optional(&mut *c)
            .await?;
        row.as_ref().map(stored_head).transpose()
    }
}

operation! {
    /// Heads of more than so many leaves, the smallest first.
    scan fn tree_heads(c, jurisdiction: &str, above: i64, limit: u32) -> Vec<StoredHead> {
        let rows = query(
            "SELECT * FROM tree_head WHERE jurisdiction = $1 AND size > $2 ORDER BY size, at LIMIT $3",
        )
        .bind(jurisdiction)
        .bind(above)
        .bind(i64::from(limit))
        .fetch_all(&mut *c)
        .await?;
        rows.iter().map(stored_head).collect()
    }
}

operation! {
    /// Heads that were published for days, the newest first.
    read fn published_heads(c, jurisdiction: &str, limit: u32) -> Vec<StoredHead> {
        let rows = query(
            "SELECT * FROM tree_head WHERE jurisdiction = $1 AND day IS NOT NULL ORDER BY day DESC LIMIT $2",
        )
        .bind(jurisdiction)
        .bind(i64::from(limit))
        .fetch_all(&mut *c)
        .await?;
        rows.iter().map(stored_head).collect()
    }
}

operation! {
    /// The head that was published for a day.
    read fn published_head(c, jurisdiction: &str, day: &str) -> Option<StoredHead> {
        let row = query("SELECT * FROM tree_head WHERE jurisdiction = $1 AND day = $2")
            .bind(jurisdiction)
            .bind(day)
            .fetch_optional(&mut *c)
            .await?;
        row.as_ref().map(stored_head).transpose()
    }
}

operation! {
    /// Stores a head, with what leaves because of it. Whether it is new: one for each day, one for each size and instant.
    write fn put_head(c, jurisdiction: String, head: StoredHead, outbox: Vec<crate::NewOutbox>) -> bool {
        let new = query(
            "INSERT INTO tree_head (jurisdiction, size, at, text, day) VALUES ($1, $2, $3, $4, $5)
             ON CONFLICT DO NOTHING",
        )
        .bind(&jurisdiction)
        .bind(stored(head.size))
        .bind(head.at.ms())
        .bind(&head.text)
        .bind(head.day.as_deref())
        .execute(&mut *c)
        .await?
            == 1;
        if new {
            let rows: Vec<_> = outbox.iter().map(|message| (&jurisdiction[..], message)).collect();
            crate::put::Put::put_outbox(&mut *c, &rows).await?;
        }
        Ok(new)
    }
}

operation! {
    /// Stores what another jurisdiction signed; what stands there already stays.
    write fn put_cosignature(c, jurisdiction: String, seen: Cosignature) -> () {
        query(
            "INSERT INTO cosignature (jurisdiction, size, peer, at, text) VALUES ($1, $2, $3, $4, $5)
             ON CONFLICT DO NOTHING",
        )
        .bind(&jurisdiction)
        .bind(stored(seen.size))
        .bind(&seen.peer)
        .bind(seen.at.ms())
        .bind(&seen.text)
        .execute(&mut *c)
        .await?;
        Ok(())
    }
}

operation! {
    /// What others signed of heads, the newest first.
    read fn cosignatures(c, jurisdiction: &str, limit: u32) -> Vec<Cosignature> {
        let rows = query("SELECT * FROM cosignature WHERE jurisdiction = $1 ORDER BY size DESC, peer LIMIT $2")
            .bind(jurisdiction)
            .bind(i64::from(limit))
            .fetch_all(&mut *c)
            .await?;
        rows.iter().map(cosignature).collect()
    }
}

pub(crate) fn digest(row: &impl Columns, name: &str) -> Result<Digest, StoreError> {
    let bytes = row.bytes(name)?;
    Digest::of_bytes(&bytes).ok_or_else(|| StoreError::Corrupt(format!("{name} is no digest")))
}

fn log_leaf(row: &impl Columns) -> Result<LogLeaf, StoreError> {
    Ok(LogLeaf {
        jurisdiction: row.text("jurisdiction")?,
        leaf: row.count("leaf")?,
        stream: row.text("stream")?,
        seq: row.count("seq")?,
        commitment: digest(row, "commitment")?,
    })
}

fn with_event(row: &impl Columns) -> Result<(LogLeaf, Option<StoredEvent>), StoreError> {
    let event = row.maybe_bytes("bytes")?.map(|_| stored_event(row)).transpose()?;
    Ok((log_leaf(row)?, event))
}

pub(crate) fn stored_head(row: &impl Columns) -> Result<StoredHead, StoreError> {
    Ok(StoredHead {
        size: row.count("size")?,
        at: row.instant("at")?,
        text: row.text("text")?,
        day: row.maybe_text("day")?,
    })
}

fn peer_head_of(row: &impl Columns) -> Result<PeerHead, StoreError> {
    Ok(PeerHead {
        peer: row.text("peer")?,
        size: row.count("size")?,
        at: row.instant("at")?,
        text: row.text("text")?,
    })
}

fn cosignature(row: &impl Columns) -> Result<Cosignature, StoreError> {
    Ok(Cosignature {
        size: row.count("size")?,
        peer: row.text("peer")?,
        at: row.instant("at")?,
        text: row.text("text")?,
    })
}
