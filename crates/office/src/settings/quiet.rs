//! Quiet hours: messages to citizens wait until they are over. No clause asks for them, so they are the office's own
//! rule, with its reason.

use calendar::{Calendar, Instant};
use jiff::ToSpan as _;
use jiff::civil::Time;

/// From one time of the day to another, in the calendar's zone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuietHours {
    /// The first quiet minute.
    pub from: Time,
    /// The first minute that is not quiet any more; over midnight where it is earlier than `from`.
    pub to: Time,
    /// Why.
    pub reason: String,
    /// Who set it.
    pub set_by: String,
}

impl QuietHours {
    /// When the quiet hours that reign at `now` are over; `None` where none do.
    pub fn over_at(&self, calendar: &Calendar, now: Instant) -> Option<Instant> {
        let local = calendar.local(now);
        let time = local.time();
        let over_midnight = self.to <= self.from;
        let (quiet, tomorrow) = if over_midnight {
            (time >= self.from || time < self.to, time >= self.from)
        } else {
            (time >= self.from && time < self.to, false)
        };
        if !quiet {
            return None;
        }
        let day = if tomorrow {
            local.date().checked_add(1.day()).ok()?
        } else {
            local.date()
        };
        calendar.instant(day.to_datetime(self.to)).ok()
    }
}
