//! Cases whose data may be old enough to be destroyed.

use crate::StoreError;
use crate::columns::Columns;
use crate::sql::query;
use calendar::Instant;
use case::CaseNumber;

operation! {
    /// Ended cases to which nothing happened at or after an instant and whose key is there, with the time of their last
    /// event; the oldest first.
    scan fn ended_before(c, jurisdiction: &str, before: Instant, limit: u32) -> Vec<(CaseNumber, Instant)> {
        let rows = query(
            "SELECT case_row.number AS number, event.recorded AS last FROM case_row
             JOIN event ON event.jurisdiction = case_row.jurisdiction
                 AND event.stream = 'case/' || case_row.number AND event.seq = case_row.seq
             JOIN sealing_key ON sealing_key.jurisdiction = case_row.jurisdiction
                 AND sealing_key.id = 'case:' || case_row.number AND sealing_key.wrapped IS NOT NULL
             WHERE case_row.jurisdiction = $1 AND case_row.ended = 1 AND case_row.received < $2
                 AND event.recorded < $2
             ORDER BY case_row.received, case_row.number LIMIT $3",
        )
        .bind(jurisdiction)
        .bind(before.ms())
        .bind(i64::from(limit))
        .fetch_all(&mut *c)
        .await?;
        rows.iter().map(ended).collect()
    }
}

fn ended(row: &impl Columns) -> Result<(CaseNumber, Instant), StoreError> {
    Ok((row.text("number")?.into(), row.instant("last")?))
}
