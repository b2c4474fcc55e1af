//! Back from a due moment: a limit before another one, as 48 hours before.

use jiff::ToSpan;
use jiff::civil::Time;

use crate::calendar::{in_range, previous};
use crate::count::span_ms;
use crate::tally::Tally;
use crate::{Calendar, Due, DueError, Instant, Limit, Unit, Why};

impl Calendar {
    /// A limit counted back from the due moment of another. Minutes, hours and workhours go back from the
    /// moment. Of days, workdays and months so many whole ones stay free between the two: two days before
    /// the end of 10 March is the end of 8 March, before noon of it the end of 7 March.
    pub fn before(&self, due: Instant, limit: Limit) -> Result<Due, DueError> {
        let limit = Limit::new(limit.amount, limit.unit)?;
        match limit.unit {
            Unit::Minutes | Unit::Hours => Tally::new(self).due(due, due.plus_ms(-span_ms(limit)), limit),
            Unit::Workhours => self.workhours_back(due, limit),
            Unit::Days | Unit::Workdays | Unit::Months => self.days_back(due, limit),
        }
    }

    fn days_back(&self, due: Instant, limit: Limit) -> Result<Due, DueError> {
        let local = self.local(in_range(due)?);
        let mut tally = Tally::new(self);
        if local.time() != Time::midnight() {
            tally.skip(local.date(), Why::FirstDay);
        }
        let mut day = local.date();
        if limit.unit == Unit::Workdays {
            let mut left = limit.amount;
            while left > 0 {
                day = previous(day)?;
                left -= u32::from(tally.count_workday(day));
            }
        } else {
            let amount = i64::from(limit.amount);
            let span = if limit.unit == Unit::Months {
                amount.months()
            } else {
                amount.days()
            };
            let first = day.checked_sub(span).map_err(|_| DueError::OutOfRange)?;
            while day > first {
                day = previous(day)?;
                tally.count(day);
            }
        }
        let back = self.instant(day.to_datetime(Time::midnight()))?;
        tally.due(due, back, limit)
    }
}
