//! One message and its reply under one limit.

use calendar::{Calendar, Counting, DueError, Instant, Limit, Unit};
use jiff::civil::Time;

/// How a reply fares under a limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Fare {
    /// By how many units it was late; nothing in time.
    pub(crate) late: u32,
    /// In time by the workdays gone by, though the moment of the due time had passed.
    pub(crate) past_due: bool,
    /// The due time rests on a year whose holidays are not announced.
    pub(crate) provisional: bool,
}

/// Measures a reply. With the day of the message as day 0, so many workdays have gone by at the reply; on a
/// free day no further one has. A running clock is stricter: it lapses with the end of the last workday, and
/// a reply on the free day after it comes past the due time, which is said beside.
pub(crate) fn fare(
    calendar: &Calendar,
    received: Instant,
    replied: Instant,
    limit: Limit,
    counting: Counting,
) -> Result<Fare, DueError> {
    let due = calendar.due(received, limit, counting)?;
    let at = if limit.unit == Unit::Workdays {
        on_a_workday(calendar, replied)?.max(received)
    } else {
        replied
    };
    let late = calendar.late_by(due.due, limit, at, counting)?;
    Ok(Fare {
        late,
        past_due: late == 0 && replied >= due.due,
        provisional: due.provisional,
    })
}

/// The moment itself on a workday, else the last moment of the workday before.
fn on_a_workday(calendar: &Calendar, at: Instant) -> Result<Instant, DueError> {
    let mut day = calendar.local(at).date();
    let mut moment = at;
    while !calendar.day(day).kind.works() {
        moment = calendar.instant(day.to_datetime(Time::midnight()))?.plus_ms(-1);
        day = day.yesterday().map_err(|_| DueError::OutOfRange)?;
    }
    Ok(moment)
}
