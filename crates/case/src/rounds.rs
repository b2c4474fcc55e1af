//! Rounds: duties at fixed times. Which times there are, and whether a record meets one.

use crate::{Actor, Rules};
use calendar::{DueError, Instant};
use procedure::{Round, RoundDays};

/// How many times one look at a round finds at most: a year of several a day.
const MOST: usize = 4000;

/// One time at which a round is due.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slot {
    /// Id of the round.
    pub round: String,
    /// When it is due, UTC milliseconds.
    pub at: Instant,
    /// From this instant on it counts as missed where nobody recorded it.
    pub until: Instant,
}

/// How a record stands to its time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Met {
    /// Its time has not come.
    Early,
    /// Within the time that the procedure gives.
    InTime,
    /// After it was missed.
    Late,
}

impl Slot {
    /// How a record made at `now` stands to it.
    pub fn met(&self, now: Instant) -> Met {
        if now < self.at {
            Met::Early
        } else if now < self.until {
            Met::InTime
        } else {
            Met::Late
        }
    }
}

/// The first time of a round after an instant, and whether it is provisional; `None` where the round names no times.
pub(crate) fn next(
    rules: &Rules<'_>,
    round: &Round,
    after: Instant,
) -> Result<Option<(Instant, bool)>, DueError> {
    let workdays = round.days == RoundDays::Workdays;
    rules.calendar.next_of(after, &round.times, workdays)
}

/// The times of a round after one instant and up to another, the earliest first. Beyond the years that can be counted
/// there are none.
pub fn slots(rules: &Rules<'_>, round: &Round, after: Instant, until: Instant) -> Vec<Slot> {
    let (calendar, counting) = (rules.calendar, rules.procedure.head.counting());
    let mut found = Vec::new();
    let mut last = after;
    while let Ok(Some((at, _))) = next(rules, round, last) {
        let Ok(missed) = calendar.due(at, round.within, counting) else {
            break;
        };
        if at > until || found.len() == MOST {
            break;
        }
        found.push(Slot {
            round: round.id.clone(),
            at,
            until: missed.due,
        });
        last = at;
    }
    found
}

/// Whether somebody holds a role that does the round.
pub fn does(round: &Round, who: &Actor) -> bool {
    matches!(who, Actor::Staff { posts, .. } if posts.iter().any(|post| round.by.contains(&post.role)))
}
