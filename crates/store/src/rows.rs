//! Rows of cases from columns.

use crate::StoreError;
use crate::columns::Columns;
use case::rows::{CaseRow, ClockRow, OrderRow, Shown};

/// Whether anybody may read a case, as it is stored.
pub(crate) fn stored_shown(shown: Shown) -> i64 {
    match shown {
        Shown::No => 0,
        Shown::Public => 1,
        Shown::Hidden => 2,
    }
}

fn shown(stored: i64) -> Result<Shown, StoreError> {
    match stored {
        0 => Ok(Shown::No),
        1 => Ok(Shown::Public),
        2 => Ok(Shown::Hidden),
        _ => Err(StoreError::Corrupt("public is out of range".to_owned())),
    }
}

/// Ids as they are stored: with a blank before and behind each, so that one can be looked for; nothing where there are
/// none.
pub(crate) fn stored_words(words: &[String]) -> Option<String> {
    (!words.is_empty()).then(|| format!(" {} ", words.join(" ")))
}

fn words(stored: Option<String>) -> Vec<String> {
    stored.map_or_else(Vec::new, |text| {
        text.split_whitespace().map(str::to_owned).collect()
    })
}

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
        supervised_since: row.maybe_instant("supervised_since")?,
        urged: row.maybe_instant("urged")?,
        instructed: row.maybe_instant("instructed")?,
        late: row.flag("late")?,
        calendar: row.text("calendar")?,
        public: shown(row.number("public")?)?,
        public_at: row.maybe_instant("public_at")?,
        accused: row.flag("accused")?,
        merged_into: row.maybe_text("merged_into")?.map(Into::into),
        division: row.maybe_text("division")?,
        submitted: words(row.maybe_text("submitted")?),
        seq: row.count("seq")?,
    })
}

/// Columns of a work order beside those of its case, for [`order_row`].
pub(crate) const ORDER_COLUMNS: &str = "o.order_no, o.unit, o.step AS order_step, o.lead, o.dispatched, \
    o.due AS order_due, o.ended AS order_ended, o.asked, o.done, o.late AS order_late, o.apart";

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
        done: row.maybe_instant("done")?,
        late: row.flag("order_late")?,
        apart: row.flag("apart")?,
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
