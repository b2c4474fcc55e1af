//! A pause: the time between two moments does not count, as while the citizen is asked for more.

use crate::calendar::{in_range, next};
use crate::{Calendar, Counting, Due, DueError, Instant, Limit, Unit};

impl Calendar {
    /// The due moment of the limit `original`, which was `due`, when it goes on at `resumed` after a pause from
    /// `paused`. Minutes and hours go on by as much as the pause was long. Days and workdays go on by the days, or
    /// workdays, after the one in which the pause began, up to the one in which it ended: a pause within one day gives
    /// none. Workhours and months go on by natural days too.
    ///
    /// # Errors
    /// Beyond the years that can be counted.
    pub fn resumed(
        &self,
        due: Instant,
        original: Limit,
        (paused, resumed): (Instant, Instant),
        counting: Counting,
    ) -> Result<Option<Due>, DueError> {
        let unit = match original.unit {
            Unit::Minutes | Unit::Hours => {
                let minutes = (resumed.ms() - paused.ms()) / 60_000;
                let minutes = u32::try_from(minutes).unwrap_or(0);
                return if minutes == 0 {
                    Ok(None)
                } else {
                    let by = Limit::new(minutes, Unit::Minutes)?;
                    self.extend(due, original, by, counting).map(Some)
                };
            }
            Unit::Workdays => Unit::Workdays,
            Unit::Days | Unit::Workhours | Unit::Months => Unit::Days,
        };
        let last = self.local(in_range(resumed)?).date();
        let mut day = self.local(in_range(paused)?).date();
        let mut days = 0;
        while day < last {
            day = next(day)?;
            days += u32::from(unit == Unit::Days || self.day(day).kind.works());
        }
        if days == 0 {
            return Ok(None);
        }
        self.extend(due, original, Limit::new(days, unit)?, counting)
            .map(Some)
    }
}
