//! On from a due moment: an extension, as clauses.md "Counting time" reads it.

use jiff::civil::Time;

use crate::calendar::{in_range, next};
use crate::count::run;
use crate::tally::Tally;
use crate::{Calendar, Counting, Due, DueError, Instant, Limit, Roll, Unit};

impl Calendar {
    /// The due moment of the limit `original`, which was `due`, extended by `by`.
    ///
    /// Minutes, hours and workhours go on from the due moment. Days on a limit in hours are 24 hours each;
    /// workdays and months on it end at the same time of day (house reading). On a limit in days, workdays
    /// or months they go on to the end of the n-th after the old last day; `counting.start` plays no part.
    pub fn extend(
        &self,
        due: Instant,
        original: Limit,
        by: Limit,
        counting: Counting,
    ) -> Result<Due, DueError> {
        let by = Limit::new(by.amount, by.unit)?;
        let in_hours = matches!(original.unit, Unit::Minutes | Unit::Hours | Unit::Workhours);
        match by.unit {
            Unit::Minutes | Unit::Hours => self.moment(due, by),
            Unit::Workhours => self.workhours(due, by),
            Unit::Days if in_hours => {
                Tally::new(self).due(due, due.plus_ms(i64::from(by.amount) * 86_400_000), by)
            }
            Unit::Days | Unit::Workdays | Unit::Months => {
                let mut tally = Tally::new(self);
                // A due moment at midnight belongs to the day that it ends.
                let old_last = self.local(in_range(due)?.plus_ms(-1)).date();
                let roll = if in_hours { Roll::None } else { counting.roll };
                let last = run(&mut tally, old_last, next(old_last)?, by, roll)?;
                let time = self.local(due).time();
                let new = if in_hours && time != Time::midnight() {
                    self.instant(last.to_datetime(time))?
                } else {
                    self.end_of(&mut tally, last, counting.close && !in_hours)?
                };
                tally.due(due, new, by)
            }
        }
    }
}
