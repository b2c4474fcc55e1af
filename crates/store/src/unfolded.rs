//! What was read before there were rows for it (schema 12): found, entered once, and remembered as done.

use crate::access;
use crate::log::stored_event;
use crate::sql::query;
use crate::{AccessRow, StoredEvent};

/// In the table of marks: that nothing is left.
const DONE: &str = "access-folded";

operation! {
    /// Whether every event of the access log has had its rows since the program saw to it once.
    read fn access_folded(c) -> bool {
        let row = query("SELECT position FROM log_mark WHERE name = $1").bind(DONE).fetch_optional(&mut *c).await?;
        Ok(row.is_some())
    }
}

operation! {
    /// Events of the access log that have no rows, from behind `after`, a stream and a position in it.
    scan fn access_without_rows(c, jurisdiction: &str, after: &(String, u64), limit: u32) -> Vec<StoredEvent> {
        let rows = query(
            "SELECT e.* FROM event e
             LEFT JOIN access_row a
                 ON a.jurisdiction = e.jurisdiction AND a.stream = e.stream AND a.seq = e.seq AND a.n = 0
             WHERE e.jurisdiction = $1 AND e.stream >= 'access/' AND e.stream < 'access0'
                 AND (e.stream, e.seq) > ($2, $3) AND a.seq IS NULL
             ORDER BY e.stream, e.seq LIMIT $4",
        )
        .bind(jurisdiction)
        .bind(&after.0)
        .bind(crate::columns::stored(after.1))
        .bind(i64::from(limit))
        .fetch_all(&mut *c)
        .await?;
        rows.iter().map(stored_event).collect()
    }
}

operation! {
    /// Enters rows of the access log; those that stand there already stay, so that two processes may do it at once.
    write fn enter_access(c, jurisdiction: String, rows: Vec<AccessRow>) -> () {
        for row in &rows {
            access::put(&jurisdiction, row)?.execute(&mut *c).await?;
        }
        Ok(())
    }
}

operation! {
    /// Remembers that nothing is left.
    write fn remember_access_folded(c) -> () {
        query("INSERT INTO log_mark (name, position) VALUES ($1, 0) ON CONFLICT DO NOTHING")
            .bind(DONE)
            .execute(&mut *c)
            .await?;
        Ok(())
    }
}
