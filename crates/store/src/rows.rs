//! Rows of cases from columns.

use crate::StoreError;
use crate::columns::Columns;
use case::rows::{CaseRow, ClockRow, OrderRow};

pub(crate) fn case_row(row: &impl Columns) -> Result<CaseRow, StoreError> {
    Ok(CaseRow {
        number: row.text("number")?.into(),
        external: row.maybe_text("external")?,
        step: row.text("step")?,
        channel: row.text("channel")?,
        category: row.maybe_text("category")?,
        title: row.json("title")?,
        received: row.instant("received")?,
        accepted: row.maybe_instant("accepted")?,
        replied: row.maybe_instant("replied")?,
        closed: row.maybe_instant("closed")?,
        due: row.maybe_instant("due")?,
        history: row.flag("history")?,
        ended: row.flag("ended")?,
        repeat_of: row.maybe_text("repeat_of")?.map(Into::into),
        supervised: row.flag("supervised")?,
        calendar: row.text("calendar")?,
        seq: row.count("seq")?,
    })
}

/// Columns of a work order beside those of its case, for [`order_row`].
pub(crate) const ORDER_COLUMNS: &str = "o.order_no, o.unit, o.step AS order_step, o.lead, o.dispatched, \
    o.due AS order_due, o.ended AS order_ended, o.asked";

pub(crate) fn order_row(row: &impl Columns) -> Result<OrderRow, StoreError> {
    Ok(OrderRow {
        number: row.text("number")?.into(),
        order: row.count("order_no")?,
        unit: row.text("unit")?.into(),
        step: row.text("order_step")?,
        lead: row.flag("lead")?,
        dispatched: row.instant("dispatched")?,
        due: row.maybe_instant("order_due")?,
        ended: row.flag("order_ended")?,
        asked: row.flag("asked")?,
    })
}

/// Columns of a clock beside those of its case, for [`clock_row`].
pub(crate) const CLOCK_COLUMNS: &str = "k.position, k.order_no AS clock_order, k.clock, k.started, \
    k.due AS clock_due, k.timer, k.met, k.lapsed, k.withdrawn, k.is_right";

pub(crate) fn clock_row(row: &impl Columns) -> Result<ClockRow, StoreError> {
    let order = row.maybe_number("clock_order")?;
    let order = order.map(u16::try_from).transpose();
    Ok(ClockRow {
        number: row.text("number")?.into(),
        index: row.count("position")?,
        order: order.map_err(|_| StoreError::Corrupt("order_no is out of range".to_owned()))?,
        clock: row.text("clock")?,
        started: row.instant("started")?,
        due: row.instant("clock_due")?,
        timer: row.maybe_instant("timer")?,
        met: row.maybe_instant("met")?,
        lapsed: row.maybe_instant("lapsed")?,
        withdrawn: row.maybe_instant("withdrawn")?,
        right: row.flag("is_right")?,
    })
}
