//! Figures of now: what came in, what became of it, what is open and overdue, by day, week, unit, channel and kind.
//!
//! Each is counted when it is asked for, over a bounded time, from the rows of cases and work orders; what is late follows
//! from times. History and cases that accuse somebody are in no figure, whoever asks: so no figure tells of a case that
//! must not be known, also not when it is compared with another figure or with a list.

mod pace;
mod time;
mod watch;

pub use pace::UnitPace;
pub use time::{Day, Week};
pub use watch::{Press, Why};

use crate::{Office, Problem};
use calendar::Instant;
use case::access::Wish;
use case::{Actor, UnitId};
use jiff::civil::Date;
use std::collections::BTreeMap;
use store::{Came, Tally, TallyBy};

/// Days of the trend, today being the last.
pub const DAYS: usize = 30;

/// Weeks of the shares and of the heat map, this one being the last.
pub const WEEKS: usize = 8;

/// What stands on the page of leaders.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figures {
    /// As of when.
    pub now: Instant,
    /// The last days, today being the last.
    pub days: Vec<Day>,
    /// The last weeks, this one being the last.
    pub weeks: Vec<Week>,
    /// What was received within the last seven days, beside the seven before, by channel.
    pub channels: Vec<Tally>,
    /// The same by kind.
    pub categories: Vec<Tally>,
    /// Open cases by the step in which they stand.
    pub steps: Vec<Tally>,
    /// The units of today and all that have open work orders; what is most overdue first.
    pub units: Vec<UnitFigures>,
    /// Open cases with something overdue.
    pub overdue: u64,
    /// Open cases that repeat an earlier one.
    pub repeats: u64,
    /// Open cases that are urged or supervised.
    pub pressed: u64,
    /// Open cases under an instruction; for a leader, of those that were put before them.
    pub instructed: u64,
}

/// One unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitFigures {
    /// Unit.
    pub unit: UnitId,
    /// Its names, Chinese and English; `None` where there is no such unit today.
    pub names: Option<(String, String)>,
    /// Open work orders.
    pub open: u64,
    /// Of these, how many are overdue.
    pub overdue: u64,
    /// Work orders that it got, week by week.
    pub weeks: Vec<u64>,
}

impl Figures {
    /// All open cases.
    pub fn open(&self) -> u64 {
        self.steps.iter().map(|step| step.count).sum()
    }
}

impl Office {
    /// The figures of now. For people who see all cases of the office, and for leaders.
    ///
    /// # Errors
    /// [`Problem::Forbidden`] for others.
    pub async fn figures(&self, j: &str, who: &Actor) -> Result<Figures, Problem> {
        self.may_list(j, who, Wish::SeeFigures).await?;
        let (store, now) = (self.store(), self.now());
        let calendar = self.in_force(j, now).await?.calendar.clone();
        let days = time::days(&calendar, now, DAYS)?;
        let weeks = time::weeks(&calendar, now, WEEKS)?;
        let came = store.came(j, &days.edges, now).await?;
        let answered = store.answered_between(j, &days.edges).await?;
        let by_week = store.came(j, &weeks.edges, now).await?;
        let (week, fortnight) = (days.back(7)?, days.back(14)?);
        let until = days.end()?;
        let figures = Figures {
            now,
            channels: store.tally(j, TallyBy::Channel, fortnight, week, until).await?,
            categories: store.tally(j, TallyBy::Category, fortnight, week, until).await?,
            steps: store.steps_now(j).await?,
            units: self.unit_figures(j, now, &weeks.edges).await?,
            overdue: self.watched_count(j, who, Why::Overdue, None).await?,
            repeats: self.watched_count(j, who, Why::Repeat, None).await?,
            pressed: self.watched_count(j, who, Why::Pressed, None).await?,
            instructed: self.watched_count(j, who, Why::Instructed, None).await?,
            days: Day::of(&days, &came, &answered),
            weeks: Week::of(&weeks, &by_week),
        };
        Ok(figures)
    }

    /// Each unit with what it has and what it got.
    async fn unit_figures(
        &self,
        j: &str,
        now: Instant,
        edges: &[Instant],
    ) -> Result<Vec<UnitFigures>, Problem> {
        let units = self.store().units(j, crate::directory::day_of(now)).await?;
        let mut found: BTreeMap<UnitId, UnitFigures> = BTreeMap::new();
        let none = |unit: UnitId| UnitFigures {
            unit,
            names: None,
            open: 0,
            overdue: 0,
            weeks: vec![0; edges.len().saturating_sub(1)],
        };
        for unit in units {
            let figures = found.entry(unit.id.clone()).or_insert_with(|| none(unit.id));
            figures.names = Some((unit.zh, unit.en));
        }
        for load in self.store().unit_loads(j, now).await? {
            let figures = found.entry(load.unit.clone()).or_insert_with(|| none(load.unit));
            (figures.open, figures.overdue) = (load.open, load.overdue);
        }
        let ids: Vec<UnitId> = found.keys().cloned().collect();
        for came in self.store().units_came(j, &ids, edges).await? {
            let of = found
                .get_mut(&came.unit)
                .and_then(|f| f.weeks.get_mut(came.stretch));
            if let Some(week) = of {
                *week = came.count;
            }
        }
        let mut all: Vec<UnitFigures> = found.into_values().collect();
        all.sort_by_key(|unit| (std::cmp::Reverse((unit.overdue, unit.open)), unit.unit.clone()));
        Ok(all)
    }
}

/// What is past the last instant that a calendar serves.
fn out_of_range() -> Problem {
    Problem::Corrupt("no calendar serves these days".to_owned())
}

/// What became of cases, as far as it is decided: in time of all that is done or overdue.
pub fn open_of(came: Came) -> u64 {
    came.all.saturating_sub(came.in_time + came.late + came.overdue)
}

/// The first day of a week.
fn monday(day: Date) -> Date {
    let back = i32::from(day.weekday().to_monday_zero_offset());
    day.saturating_sub(jiff::Span::new().days(back))
}
