//! Hours within office hours, forward and back.

use jiff::civil::Date;

use crate::calendar::{in_range, next, previous};
use crate::count::span_ms;
use crate::tally::Tally;
use crate::{Calendar, Due, DueError, Instant, Limit, Why};

/// Which way time is counted.
#[derive(Copy, Clone, PartialEq, Eq)]
enum Way {
    Forward,
    Back,
}

impl Calendar {
    /// So many office hours on from the moment.
    pub(crate) fn workhours(&self, from: Instant, limit: Limit) -> Result<Due, DueError> {
        self.count_hours(from, limit, Way::Forward)
    }

    /// So many office hours back from the moment.
    pub(crate) fn workhours_back(&self, from: Instant, limit: Limit) -> Result<Due, DueError> {
        self.count_hours(from, limit, Way::Back)
    }

    fn count_hours(&self, from: Instant, limit: Limit, way: Way) -> Result<Due, DueError> {
        if self.hours.is_empty() {
            return Err(DueError::NoOfficeHours);
        }
        let whole = span_ms(limit);
        let mut done = 0;
        let mut tally = Tally::new(self);
        let mut day = self.local(in_range(from)?).date();
        loop {
            if tally.works(day) {
                let before = done;
                let due = self.take_hours(day, from, whole, &mut done, way)?;
                // Parts of minutes are carried over, so that the minutes add up to the limit.
                match u32::try_from(done / 60_000 - before / 60_000) {
                    Ok(minutes) if done > before => tally.count_minutes(day, minutes),
                    _ => tally.skip(day, Why::OutsideOfficeHours),
                }
                if let Some(due) = due {
                    return tally.due(from, due, limit);
                }
            } else {
                tally.skip_free(day);
            }
            day = if way == Way::Forward {
                next(day)?
            } else {
                previous(day)?
            };
        }
    }

    /// Takes what the day's office hours beyond `from` offer, in milliseconds; the moment at which the whole
    /// is reached, if it is.
    fn take_hours(
        &self,
        day: Date,
        from: Instant,
        whole: i64,
        done: &mut i64,
        way: Way,
    ) -> Result<Option<Instant>, DueError> {
        let count = self.hours.len();
        for i in 0..count {
            let (open, close) = self.hours[if way == Way::Forward { i } else { count - 1 - i }];
            let open = self.instant(day.to_datetime(open))?;
            let close = self.instant(day.to_datetime(close))?;
            let (open, close) = if way == Way::Forward {
                (open.max(from), close)
            } else {
                (open, close.min(from))
            };
            let take = (close.ms() - open.ms()).clamp(0, whole - *done);
            *done += take;
            if *done == whole {
                return Ok(Some(if way == Way::Forward {
                    open.plus_ms(take)
                } else {
                    close.plus_ms(-take)
                }));
            }
        }
        Ok(None)
    }
}
