//! Open cases whose clocks were counted by another calendar than the one in force.

use crate::columns::Columns;
use crate::sql::query;
use case::CaseNumber;

/// A case with the calendar by which it was counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counted {
    /// Hash of that calendar.
    pub calendar: String,
    /// The case.
    pub number: CaseNumber,
}

operation! {
    /// Up to `limit` open cases not counted by `calendar`, from behind `after`, by calendar and number. An index leads
    /// to them alone: where all are counted by it, nothing is looked at.
    read fn counted_otherwise(
        c,
        jurisdiction: &str,
        calendar: &str,
        after: &Counted,
        limit: u32,
    ) -> Vec<Counted> {
        let mut found = vec![];
        for text in [
            "SELECT calendar, number FROM case_row
             WHERE jurisdiction = $1 AND live = 1 AND calendar < $2 AND (calendar, number) > ($3, $4)
             ORDER BY calendar, number LIMIT $5",
            "SELECT calendar, number FROM case_row
             WHERE jurisdiction = $1 AND live = 1 AND calendar > $2 AND (calendar, number) > ($3, $4)
             ORDER BY calendar, number LIMIT $5",
        ] {
            let rows = query(text)
                .bind(jurisdiction)
                .bind(calendar)
                .bind(&after.calendar)
                .bind(after.number.as_str())
                .bind(i64::from(limit))
                .fetch_all(&mut *c)
                .await?;
            for row in &rows {
                found.push(Counted {
                    calendar: row.text("calendar")?,
                    number: row.text("number")?.into(),
                });
            }
        }
        found.truncate(limit as usize);
        Ok(found)
    }
}
