//! The stretches of time that figures are counted over: whole days and whole weeks of the calendar's zone.

use super::{monday, out_of_range};
use crate::Problem;
use calendar::{Calendar, Instant};
use jiff::ToSpan;
use jiff::civil::Date;
use store::Came;

/// A day with what came and was answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Day {
    /// The day, in the calendar's zone.
    pub day: Date,
    /// Cases received, and what became of them.
    pub came: Came,
    /// Cases whose last answer went out.
    pub answered: u64,
}

/// A week with what became of what came in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Week {
    /// Its Monday, in the calendar's zone.
    pub monday: Date,
    /// Cases received, and what became of them.
    pub came: Came,
}

/// Days or weeks in a row, with the instants between them.
pub(super) struct Row {
    pub(super) first: Vec<Date>,
    pub(super) edges: Vec<Instant>,
}

impl Row {
    /// Where the so-manieth stretch before the end begins.
    pub(super) fn back(&self, stretches: usize) -> Result<Instant, Problem> {
        let at = self.edges.len().checked_sub(stretches + 1);
        let edge = at.and_then(|at| self.edges.get(at));
        edge.copied().ok_or_else(out_of_range)
    }

    /// Where the last one ends.
    pub(super) fn end(&self) -> Result<Instant, Problem> {
        self.back(0)
    }
}

fn row(calendar: &Calendar, first: Vec<Date>, step: i32) -> Result<Row, Problem> {
    let behind = first.last().map(|last| last.saturating_add(step.days()));
    let edges = first
        .iter()
        .chain(&behind)
        .map(|day| calendar.instant(day.at(0, 0, 0, 0)).map_err(|_| out_of_range()));
    let edges = edges.collect::<Result<_, _>>()?;
    Ok(Row { first, edges })
}

/// So many days, the one of `now` being the last.
pub(super) fn days(calendar: &Calendar, now: Instant, count: usize) -> Result<Row, Problem> {
    stretches(calendar, calendar.local(now).date(), count, 1)
}

/// So many weeks, the one of `now` being the last.
pub(super) fn weeks(calendar: &Calendar, now: Instant, count: usize) -> Result<Row, Problem> {
    stretches(calendar, monday(calendar.local(now).date()), count, 7)
}

fn stretches(calendar: &Calendar, last: Date, count: usize, step: i32) -> Result<Row, Problem> {
    let back = |n: usize| i32::try_from(n).unwrap_or(i32::MAX).saturating_mul(step);
    let first = (0..count).rev().map(|n| last.saturating_sub(back(n).days()));
    row(calendar, first.collect(), step)
}

impl Day {
    pub(super) fn of(row: &Row, came: &[Came], answered: &[u64]) -> Vec<Self> {
        let both = row.first.iter().zip(came).zip(answered);
        both.map(|((day, came), answered)| Self {
            day: *day,
            came: *came,
            answered: *answered,
        })
        .collect()
    }
}

impl Week {
    pub(super) fn of(row: &Row, came: &[Came]) -> Vec<Self> {
        let both = row.first.iter().zip(came);
        both.map(|(monday, came)| Self {
            monday: *monday,
            came: *came,
        })
        .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn weeks_begin_on_monday_and_days_at_midnight_in_china() {
        let calendar = Calendar::from_toml(calendar::SHIPPED).unwrap();
        // Sunday, 29 November 2026, half past midnight
        let now = Instant::parse("2026-11-29T00:30:00+08:00").unwrap();
        let weeks = weeks(&calendar, now, 2).unwrap();
        assert_eq!(weeks.first, [date(2026, 11, 16), date(2026, 11, 23)]);
        let edge = |text: &str| Instant::parse(text).unwrap();
        assert_eq!(weeks.end().unwrap(), edge("2026-11-30T00:00:00+08:00"));
        let days = days(&calendar, now, 3).unwrap();
        assert_eq!(days.first.last(), Some(&date(2026, 11, 29)));
        assert_eq!(days.back(3).unwrap(), edge("2026-11-27T00:00:00+08:00"));
        assert!(days.back(4).is_err());
    }
}
