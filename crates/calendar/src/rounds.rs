//! The next of a few times of day: duties at fixed times, such as looking through new messages at nine and at three.

use jiff::civil::Time;

use crate::calendar::{in_range, next};
use crate::{Calendar, DueError, Instant};

impl Calendar {
    /// The first of `times` strictly after `after`, on a workday where `workdays` says so, with whether the day's kind
    /// is provisional. `None` where there are no times.
    ///
    /// # Errors
    /// Beyond the years that can be counted.
    pub fn next_of(
        &self,
        after: Instant,
        times: &[Time],
        workdays: bool,
    ) -> Result<Option<(Instant, bool)>, DueError> {
        let mut times = times.to_vec();
        times.sort_unstable();
        if times.is_empty() {
            return Ok(None);
        }
        let mut day = self.local(in_range(after)?).date();
        loop {
            let day_of = self.day(day);
            if !workdays || day_of.kind.works() {
                for time in &times {
                    let at = self.instant(day.to_datetime(*time))?;
                    if at > after {
                        return Ok(Some((at, workdays && day_of.provisional)));
                    }
                }
            }
            day = next(day)?;
        }
    }
}
