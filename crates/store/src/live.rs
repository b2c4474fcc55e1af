//! What has happened to cases since a position of the log: for pages that are told of news while they stay open. The
//! position is an index (SQLite: the row itself), so a look costs what is new and not what is stored.

use crate::QueueOf;
use crate::columns::Columns;
use crate::macros::Engine;
use crate::places::Places;
use crate::rows::case_row;
use crate::sql::query;
use case::rows::CaseRow;
use case::{CaseNumber, UnitId};

/// An event of a case, by its place in the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseNews {
    /// Position among all events of the database.
    pub position: i64,
    /// Whose.
    pub jurisdiction: String,
    /// The case.
    pub number: CaseNumber,
}

operation! {
    /// The position of the last event there is; 0 where there is none.
    read fn last_position(c) -> i64 {
        let text = format!("SELECT COALESCE(MAX({}), 0) AS position FROM event", c.position());
        query(text).fetch_one(&mut *c).await?.number("position")
    }
}

operation! {
    /// Events of cases behind a position, the newest first.
    read fn cases_moved(c, after: i64, limit: u32) -> Vec<CaseNews> {
        let position = c.position();
        let rows = query(format!(
            "SELECT {position} AS position, jurisdiction, stream FROM event
             WHERE {position} > $1 AND stream LIKE 'case/%' ORDER BY {position} DESC LIMIT $2"
        ))
        .bind(after)
        .bind(i64::from(limit))
        .fetch_all(&mut *c)
        .await?;
        rows.iter()
            .map(|row| {
                let stream = row.text("stream")?;
                Ok(CaseNews {
                    position: row.number("position")?,
                    jurisdiction: row.text("jurisdiction")?,
                    number: stream.trim_start_matches("case/").into(),
                })
            })
            .collect()
    }
}

operation! {
    /// Those of some cases that a queue holds.
    scan fn queue_among(c, jurisdiction: &str, of: &QueueOf, numbers: &[CaseNumber]) -> Vec<CaseRow> {
        if numbers.is_empty() {
            return Ok(vec![]);
        }
        let mut places = Places::after(1);
        let condition = of.condition(&mut places);
        let text = format!(
            "SELECT * FROM case_row WHERE jurisdiction = $1 AND live = 1{condition} AND number IN {}",
            places.list(numbers.len())
        );
        let mut query = query(text).bind(jurisdiction);
        for wanted in of.wanted() {
            query = query.bind(wanted);
        }
        for wanted in of.narrow.numbers() {
            query = query.bind(wanted);
        }
        for number in numbers {
            query = query.bind(number.as_str());
        }
        query.fetch_all(&mut *c).await?.iter().map(case_row).collect()
    }
}

operation! {
    /// Those of some cases of which these units have a work order that is not ended.
    scan fn units_among(c, jurisdiction: &str, units: &[UnitId], numbers: &[CaseNumber]) -> Vec<CaseRow> {
        if numbers.is_empty() || units.is_empty() {
            return Ok(vec![]);
        }
        let mut places = Places::after(1);
        let numbered = places.list(numbers.len());
        let text = format!(
            "SELECT * FROM case_row WHERE jurisdiction = $1 AND number IN {numbered} AND number IN (
                 SELECT number FROM order_row
                 WHERE jurisdiction = $1 AND ended = 0 AND number IN {numbered} AND unit IN {})",
            places.list(units.len())
        );
        let mut query = query(text).bind(jurisdiction);
        for number in numbers {
            query = query.bind(number.as_str());
        }
        for unit in units {
            query = query.bind(unit.as_str());
        }
        query.fetch_all(&mut *c).await?.iter().map(case_row).collect()
    }
}
