//! What stands beside the lines of a list: which unit has the case, and which clock runs out first.

use crate::StoreError;
use crate::columns::Columns;
use crate::places::Places;
use crate::sql::query;
use calendar::Instant;
use case::{CaseNumber, OrderNo, UnitId};

/// A unit that has an open work order of a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holding {
    /// The case.
    pub number: CaseNumber,
    /// The unit.
    pub unit: UnitId,
    /// Lead or assisting.
    pub lead: bool,
}

/// A clock that runs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Running {
    /// The case.
    pub number: CaseNumber,
    /// Its work order, if it is one's.
    pub order: Option<OrderNo>,
    /// Clock id of the procedure.
    pub clock: String,
    /// Due: the first instant that is too late.
    pub due: Instant,
}

operation! {
    /// The units that have open work orders of some cases, those that lead first.
    read fn holding(c, jurisdiction: &str, numbers: &[CaseNumber]) -> Vec<Holding> {
        if numbers.is_empty() {
            return Ok(vec![]);
        }
        let mut query = query(format!(
            "SELECT number, unit, lead FROM order_row WHERE jurisdiction = $1 AND ended = 0 AND number IN {}
             ORDER BY number, lead DESC, order_no",
            Places::after(1).list(numbers.len())
        ))
        .bind(jurisdiction);
        for number in numbers {
            query = query.bind(number.as_str());
        }
        query.fetch_all(&mut *c).await?.iter().map(holding).collect()
    }
}

operation! {
    /// The duties of some cases that run, of each case the first due first.
    read fn running(c, jurisdiction: &str, numbers: &[CaseNumber]) -> Vec<Running> {
        if numbers.is_empty() {
            return Ok(vec![]);
        }
        let mut query = query(format!(
            "SELECT number, order_no, clock, due FROM clock_row WHERE jurisdiction = $1 AND live = 1 AND number IN {}
             ORDER BY number, due, position",
            Places::after(1).list(numbers.len())
        ))
        .bind(jurisdiction);
        for number in numbers {
            query = query.bind(number.as_str());
        }
        query.fetch_all(&mut *c).await?.iter().map(running).collect()
    }
}

fn holding(row: &impl Columns) -> Result<Holding, StoreError> {
    Ok(Holding {
        number: row.text("number")?.into(),
        unit: row.text("unit")?.into(),
        lead: row.flag("lead")?,
    })
}

fn running(row: &impl Columns) -> Result<Running, StoreError> {
    let order = row.maybe_number("order_no")?.map(u16::try_from).transpose();
    Ok(Running {
        number: row.text("number")?.into(),
        order: order.map_err(|_| StoreError::Corrupt("order_no is out of range".to_owned()))?,
        clock: row.text("clock")?,
        due: row.instant("due")?,
    })
}
