//! Forward from a moment: clauses.md, "Counting time", after 民法典 第200 to 204条.

use jiff::civil::{Date, DateTime, Time};
use jiff::{Span, ToSpan};

use crate::calendar::{in_range, next, previous};
use crate::tally::Tally;
use crate::{Calendar, Counting, Due, DueError, Instant, Limit, Roll, Start, Unit, Why};

impl Calendar {
    /// When a limit that starts at `from` ends. Minutes, hours and workhours run from the moment; days,
    /// workdays and months to the end of a day, as `counting` says.
    pub fn due(&self, from: Instant, limit: Limit, counting: Counting) -> Result<Due, DueError> {
        let limit = Limit::new(limit.amount, limit.unit)?;
        match limit.unit {
            Unit::Minutes | Unit::Hours => self.moment(from, limit),
            Unit::Workhours => self.workhours(from, limit),
            Unit::Days | Unit::Workdays | Unit::Months => {
                let local = self.local(in_range(from)?);
                let mut tally = Tally::new(self);
                let opens = self.first_day(&mut tally, local, counting)?;
                let last = run(&mut tally, local.date(), opens, limit, counting.roll)?;
                let due = self.end_of(&mut tally, last, counting.close)?;
                tally.due(from, due, limit)
            }
        }
    }

    /// Minutes and hours: from the moment to the moment, whatever the days are.
    pub(crate) fn moment(&self, from: Instant, limit: Limit) -> Result<Due, DueError> {
        Tally::new(self).due(from, from.plus_ms(span_ms(limit)), limit)
    }

    /// The first day that counts; those before it are passed over.
    fn first_day(
        &self,
        tally: &mut Tally<'_>,
        local: DateTime,
        counting: Counting,
    ) -> Result<Date, DueError> {
        let mut day = local.date();
        if matches!(counting.start, Start::NextDay | Start::NextWorkday) {
            tally.skip(day, Why::FirstDay);
            day = next(day)?;
        } else if counting.close
            && self
                .close_of(tally, day)
                .is_some_and(|close| local.time() >= close)
        {
            // The day's business is over: a period that would end with it would be over before it starts.
            tally.skip(day, Why::OutsideOfficeHours);
            day = next(day)?;
        }
        if matches!(counting.start, Start::NextWorkday | Start::SameWorkday) {
            while !tally.works(day) {
                tally.skip_free(day);
                day = next(day)?;
            }
        }
        Ok(day)
    }

    /// Close of business, on a day that has office hours.
    fn close_of(&self, tally: &mut Tally<'_>, day: Date) -> Option<Time> {
        let (_, close) = *self.hours.last()?;
        tally.works(day).then_some(close)
    }

    /// The end of a last day: 24:00, or close of business if that is asked for and there is one.
    pub(crate) fn end_of(&self, tally: &mut Tally<'_>, last: Date, close: bool) -> Result<Instant, DueError> {
        let close = if close { self.close_of(tally, last) } else { None };
        match close {
            Some(close) => self.instant(last.to_datetime(close)),
            None => self.instant(next(last)?.to_datetime(Time::midnight())),
        }
    }
}

/// How long a limit in minutes or hours is, in milliseconds.
pub(crate) fn span_ms(limit: Limit) -> i64 {
    i64::from(limit.amount)
        * if limit.unit == Unit::Minutes {
            60_000
        } else {
            3_600_000
        }
}

/// Counts a limit in days, workdays or months from the day it opens, and gives its last day. `start` is the
/// day that is not counted, whose number a month goes by.
pub(crate) fn run(
    tally: &mut Tally<'_>,
    start: Date,
    opens: Date,
    limit: Limit,
    roll: Roll,
) -> Result<Date, DueError> {
    if limit.unit == Unit::Workdays {
        return workdays(tally, opens, limit.amount);
    }
    let last = if limit.unit == Unit::Months {
        last_of_months(start, opens, limit.amount)?
    } else {
        later(opens, i64::from(limit.amount - 1).days())?
    };
    let mut day = opens;
    while day < last {
        tally.count(day);
        day = next(day)?;
    }
    if roll == Roll::NextWorkday {
        return workdays(tally, last, 1);
    }
    tally.count(last);
    Ok(last)
}

/// Counts so many workdays and gives the last of them.
fn workdays(tally: &mut Tally<'_>, mut day: Date, amount: u32) -> Result<Date, DueError> {
    let mut left = amount;
    loop {
        left -= u32::from(tally.count_workday(day));
        if left == 0 {
            return Ok(day);
        }
        day = next(day)?;
    }
}

/// The day of the same number, or the last of a shorter month (民法典 第202条). A period whose first day
/// itself counts ends the day before that number comes round again.
fn last_of_months(start: Date, opens: Date, amount: u32) -> Result<Date, DueError> {
    let months = i64::from(amount).months();
    if next(start)? == opens {
        return later(start, months);
    }
    let last = later(opens, months)?;
    if last.day() == opens.day() {
        previous(last)
    } else {
        Ok(last)
    }
}

fn later(date: Date, span: Span) -> Result<Date, DueError> {
    date.checked_add(span).map_err(|_| DueError::OutOfRange)
}
