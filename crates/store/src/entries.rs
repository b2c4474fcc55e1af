//! Reads of the log what anybody may have: commitments in their order, and signed heads.

use crate::columns::{Columns, stored};
use crate::sql::query;
use crate::tree::{StoredHead, digest, stored_head};
use proof::Digest;

operation! {
    /// Commitments from one leaf on up to another, which is not among them.
    scan fn commitments(c, jurisdiction: &str, from: u64, behind: u64) -> Vec<(u64, Digest)> {
        let rows = query(
            "SELECT leaf, commitment FROM log_leaf WHERE jurisdiction = $1 AND leaf >= $2 AND leaf < $3 ORDER BY leaf",
        )
        .bind(jurisdiction)
        .bind(stored(from))
        .bind(stored(behind))
        .fetch_all(&mut *c)
        .await?;
        rows.iter().map(|row| Ok((row.count("leaf")?, digest(row, "commitment")?))).collect()
    }
}

operation! {
    /// The leaf with a commitment, among those from one on up to another, which is not among them. There is no index of
    /// commitments: one over random bytes would cost every event, and whoever asks knows about when it was.
    scan fn leaf_of(c, jurisdiction: &str, commitment: &Digest, from: u64, behind: u64) -> Option<u64> {
        let row = query(
            "SELECT leaf FROM log_leaf WHERE jurisdiction = $1 AND leaf >= $2 AND leaf < $3 AND commitment = $4
             ORDER BY leaf LIMIT 1",
        )
        .bind(jurisdiction)
        .bind(stored(from))
        .bind(stored(behind))
        .bind(commitment.as_bytes())
        .fetch_optional(&mut *c)
        .await?;
        row.map(|row| row.count("leaf")).transpose()
    }
}

operation! {
    /// All heads of more than so many leaves (`-1`: also of none) and of at most so many, the smallest first.
    scan fn heads_between(c, jurisdiction: &str, above: i64, most: u64) -> Vec<StoredHead> {
        let rows = query(
            "SELECT * FROM tree_head WHERE jurisdiction = $1 AND size > $2 AND size <= $3 ORDER BY size, at",
        )
        .bind(jurisdiction)
        .bind(above)
        .bind(stored(most))
        .fetch_all(&mut *c)
        .await?;
        rows.iter().map(stored_head).collect()
    }
}

operation! {
    /// Heads that were published for days before one, or for all, the newest first.
    read fn heads_before(c, jurisdiction: &str, day: Option<&str>, limit: u32) -> Vec<StoredHead> {
        // Days are digits and dashes: all of them come before this.
        let rows = query(
            "SELECT * FROM tree_head WHERE jurisdiction = $1 AND day IS NOT NULL AND day < $2 ORDER BY day DESC LIMIT $3",
        )
        .bind(jurisdiction)
        .bind(day.unwrap_or("~"))
        .bind(i64::from(limit))
        .fetch_all(&mut *c)
        .await?;
        rows.iter().map(stored_head).collect()
    }
}
