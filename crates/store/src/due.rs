//! The due list: duties that run, whatever they are about, the first due first.

use crate::StoreError;
use crate::columns::Columns;
use crate::places::Places;
use crate::rows::{CLOCK_COLUMNS, case_row, clock_row};
use crate::sql::query;
use calendar::Instant;
use case::rows::{CaseRow, ClockRow};
use case::{CaseNumber, UnitId};

/// What the due list shows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DueFilter {
    /// Only duties of this unit's work orders.
    pub unit: Option<UnitId>,
    /// Only what is due before this instant, UTC milliseconds.
    pub before: Option<Instant>,
}

/// The last line of a page of the due list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DueAfter {
    /// Its due time, UTC milliseconds.
    pub due: Instant,
    /// Its case.
    pub number: CaseNumber,
    /// Its position among the clocks of the case.
    pub index: u32,
}

/// One running duty with its case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DueLine {
    /// The clock.
    pub clock: ClockRow,
    /// The unit, where the clock is a work order's.
    pub unit: Option<UnitId>,
    /// The case.
    pub case: CaseRow,
}

operation! {
    /// Clocks of duties that are neither met nor withdrawn, lapsed or not, the first due first.
    scan fn due_list(
        c,
        jurisdiction: &str,
        filter: &DueFilter,
        after: Option<&DueAfter>,
        limit: u32,
    ) -> Vec<DueLine> {
        let mut places = Places::after(2);
        let mut text = format!(
            "SELECT c.*, {CLOCK_COLUMNS}, o.unit FROM clock_row k
             JOIN case_row c ON c.jurisdiction = k.jurisdiction AND c.number = k.number
             LEFT JOIN order_row o
                 ON o.jurisdiction = k.jurisdiction AND o.number = k.number AND o.order_no = k.order_no
             WHERE k.jurisdiction = $1 AND k.live = 1"
        );
        if filter.unit.is_some() {
            text += &format!(" AND o.unit = {}", places.next());
        }
        if filter.before.is_some() {
            text += &format!(" AND k.due < {}", places.next());
        }
        if after.is_some() {
            text += &format!(" AND (k.due, k.number, k.position) > {}", places.list(3));
        }
        text += " ORDER BY k.due, k.number, k.position LIMIT $2";
        let mut query = query(text).bind(jurisdiction).bind(i64::from(limit));
        if let Some(unit) = &filter.unit {
            query = query.bind(unit.as_str());
        }
        if let Some(before) = filter.before {
            query = query.bind(before.ms());
        }
        if let Some(after) = after {
            query = query.bind(after.due.ms()).bind(after.number.as_str()).bind(i64::from(after.index));
        }
        query.fetch_all(&mut *c).await?.iter().map(line).collect()
    }
}

fn line(row: &impl Columns) -> Result<DueLine, StoreError> {
    let unit = row.maybe_text("unit")?.map(Into::into);
    Ok(DueLine {
        clock: clock_row(row)?,
        unit,
        case: case_row(row)?,
    })
}
