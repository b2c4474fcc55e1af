//! The last backup that is known of: each leaves a note in the data folder.

use std::path::Path;

use ::calendar::Instant;
use jiff::Timestamp;

use super::finding::{Finding, State};
use super::minutes;
use crate::backup::LAST;

/// A backup is old after so many minutes: two days and some hours.
const OLD: i64 = 52 * 60;

pub(super) fn look(folder: &Path, now: Instant, found: &mut Vec<Finding>) {
    let note = std::fs::read_to_string(folder.join(LAST)).unwrap_or_default();
    let (at, file) = note.trim().split_once(' ').unwrap_or_default();
    let taken = at
        .parse::<Timestamp>()
        .ok()
        .map(|at| Instant::from_ms(at.as_millisecond()));
    let args = [("at", at.to_owned()), ("file", file.to_owned())];
    let (state, key) = match taken {
        None => (State::ToDo, "doctor-backup-none"),
        Some(taken) if minutes(taken, now) > OLD => (State::ToDo, "doctor-backup-old"),
        Some(_) => (State::Good, "doctor-backup"),
    };
    found.push(Finding::new(state, "backup", key, &args));
}
