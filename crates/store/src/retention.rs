//! Cases whose data may be old enough to be destroyed.

use crate::StoreError;
use crate::columns::Columns;
use crate::sql::query;
use calendar::Instant;
use case::CaseNumber;

/// An ended case whose key is still there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EndedCase {
    /// Its number.
    pub number: CaseNumber,
    /// When it was received, UTC milliseconds; the order in which they are listed.
    pub received: Instant,
    /// When its last event was recorded, UTC milliseconds.
    pub last: Instant,
}

operation! {
    /// Ended cases to which nothing happened at or after an instant and whose key is there, in the order in which they were
    /// received, from behind one (time of receipt, number) on. Cases whose key is gone are not passed over one by one.
    scan fn ended_before(
        c,
        jurisdiction: &str,
        before: Instant,
        behind: Option<(Instant, CaseNumber)>,
        limit: u32,
    ) -> Vec<EndedCase> {
        let (received, number) = behind.unwrap_or((Instant::from_ms(i64::MIN), CaseNumber::from("")));
        let rows = query(
            "SELECT case_row.number AS number, case_row.received AS received, event.recorded AS last FROM case_row
             JOIN event ON event.jurisdiction = case_row.jurisdiction
                 AND event.stream = 'case/' || case_row.number AND event.seq = case_row.seq
             WHERE case_row.jurisdiction = $1 AND case_row.ended = 1 AND case_row.key_destroyed IS NULL
                 AND case_row.received < $2
                 AND event.recorded < $2 AND (case_row.received, case_row.number) > ($3, $4)
             ORDER BY case_row.received, case_row.number LIMIT $5",
        )
        .bind(jurisdiction)
        .bind(before.ms())
        .bind(received.ms())
        .bind(number.as_str())
        .bind(i64::from(limit))
        .fetch_all(&mut *c)
        .await?;
        rows.iter().map(ended).collect()
    }
}

fn ended(row: &impl Columns) -> Result<EndedCase, StoreError> {
    Ok(EndedCase {
        number: row.text("number")?.into(),
        received: row.instant("received")?,
        last: row.instant("last")?,
    })
}

statements! {
    /// The keys that are gone, in the rows of cases: no event of the case itself says it.
    trait Retention {
        /// The key of one case is gone. It stays as it was noted first.
        fn note_destroyed(c, jurisdiction: &str, number: &str, at: Instant) -> Result<(), StoreError> {
            query(
                "UPDATE case_row SET key_destroyed = $3
                 WHERE jurisdiction = $1 AND number = $2 AND key_destroyed IS NULL",
            )
            .bind(jurisdiction)
            .bind(number)
            .bind(at.ms())
            .execute(&mut *c)
            .await?;
            Ok(())
        }

        /// The rows of cases were made again from the log: those whose keys are gone say so again.
        fn note_all_destroyed(c, jurisdiction: &str) -> Result<(), StoreError> {
            query(
                "UPDATE case_row SET key_destroyed = (
                     SELECT destroyed_at FROM sealing_key
                     WHERE sealing_key.jurisdiction = $1 AND sealing_key.id = 'case:' || case_row.number)
                 WHERE jurisdiction = $1 AND number IN (
                     SELECT SUBSTR(id, 6) FROM sealing_key
                     WHERE jurisdiction = $1 AND id >= 'case:' AND id < 'case;' AND destroyed_at IS NOT NULL)",
            )
            .bind(jurisdiction)
            .execute(&mut *c)
            .await?;
            Ok(())
        }
    }
}
