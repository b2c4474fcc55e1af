//! Cases that a timer has to look at.

use crate::StoreError;
use crate::columns::Columns;
use crate::sql::query;
use calendar::Instant;
use case::CaseNumber;

/// A case with something to fire.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DueTimer {
    /// Whose.
    pub jurisdiction: String,
    /// The case.
    pub number: CaseNumber,
    /// The earliest instant at which something fires, UTC milliseconds.
    pub at: Instant,
}

operation! {
    /// Cases of all jurisdictions with a timer at or before `now`, the earliest first. A case stands here once, with
    /// its earliest timer, so there may be fewer than `limit` although more wait.
    read fn due_timers(c, now: Instant, limit: u32) -> Vec<DueTimer> {
        let rows = query(
            "SELECT jurisdiction, number, timer FROM clock_row WHERE timer <= $1 ORDER BY timer LIMIT $2",
        )
        .bind(now.ms())
        .bind(i64::from(limit))
        .fetch_all(&mut *c)
        .await?;
        let mut due: Vec<DueTimer> = vec![];
        for row in &rows {
            let timer = timer(row)?;
            if !due.iter().any(|d| d.number == timer.number && d.jurisdiction == timer.jurisdiction) {
                due.push(timer);
            }
        }
        Ok(due)
    }
}

operation! {
    /// When the next timer fires, UTC milliseconds.
    read fn next_timer(c) -> Option<Instant> {
        let row = query("SELECT MIN(timer) AS timer FROM clock_row WHERE timer IS NOT NULL")
            .fetch_one(&mut *c)
            .await?;
        row.maybe_instant("timer")
    }
}

fn timer(row: &impl Columns) -> Result<DueTimer, StoreError> {
    Ok(DueTimer {
        jurisdiction: row.text("jurisdiction")?,
        number: row.text("number")?.into(),
        at: row.instant("timer")?,
    })
}
