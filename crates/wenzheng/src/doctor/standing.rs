//! What lags behind: timers, messages, the log that outsiders can check.

use ::calendar::Instant;
use jiff::ToSpan as _;
use office::directory::day_of;
use store::condition::Standing;

use super::finding::{Finding, State};
use super::minutes;

/// Timers and the log may be behind for so many minutes.
const SOON: i64 = 2;
/// Messages may be behind for so many minutes.
const LATER: i64 = 10;

/// In all of the database.
pub(super) fn look(standing: &Standing, now: Instant, found: &mut Vec<Finding>) {
    let late = |at: Option<Instant>| at.map_or(0, |at| minutes(at, now));
    let mut lag = |about, at, most, keys: (&'static str, &'static str), count: u64| {
        let behind = late(at);
        let args = [("minutes", behind.to_string()), ("count", count.to_string())];
        let (state, key) = if behind > most {
            (State::Wrong, keys.1)
        } else {
            (State::Good, keys.0)
        };
        found.push(Finding::new(state, about, key, &args));
    };
    lag(
        "timers",
        standing.timer,
        SOON,
        ("doctor-timers", "doctor-timers-late"),
        0,
    );
    lag(
        "outbox",
        standing.outbox,
        LATER,
        ("doctor-outbox", "doctor-outbox-late"),
        standing.waiting,
    );
    let (count, since) = standing.unsequenced;
    lag("log", since, SOON, ("doctor-log", "doctor-log-late"), count);
    if standing.given_up > 0 {
        let args = [("count", standing.given_up.to_string())];
        found.push(Finding::new(
            State::ToDo,
            "outbox",
            "doctor-outbox-given-up",
            &args,
        ));
    }
    heads(standing, now, found);
}

/// A head is published for every day on which a server runs.
fn heads(standing: &Standing, now: Instant, found: &mut Vec<Finding>) {
    let since = day_of(now).saturating_sub(1.day()).to_string();
    for jurisdiction in &standing.jurisdictions {
        let last = standing.heads.iter().find(|(of, _)| of == jurisdiction);
        let id = ("jurisdiction", jurisdiction.clone());
        let (state, key, day) = match last {
            None => (State::ToDo, "doctor-heads-none", String::new()),
            Some((_, day)) if *day < since => (State::Wrong, "doctor-heads-old", day.clone()),
            Some((_, day)) => (State::Good, "doctor-heads", day.clone()),
        };
        found.push(Finding::new(state, "heads", key, &[id, ("day", day)]));
    }
}
