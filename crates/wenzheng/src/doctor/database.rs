//! The database: reachable, whole, of the right schema, and set so that what was answered outlasts a power cut.

use ::calendar::Instant;
use store::StoreError;
use store::condition::{Condition, Engine, Standing};

use super::finding::{Finding, State};
use super::folder::megabytes;
use crate::fault::Said as _;

/// A log of writes that is longer was not taken in for long, bytes.
const WAL: u64 = 256 * 1024 * 1024;
/// Clocks may be so far apart, milliseconds.
const APART: i64 = 2_000;
/// The oldest PostgreSQL that is still looked after by those who make it.
const POSTGRES: u32 = 14;

/// What waits in it, where it can be read.
pub(super) async fn look(url: &str, now: Instant, found: &mut Vec<Finding>) -> Option<Standing> {
    match read(url, now, found).await {
        Ok(standing) => standing,
        Err(error) => {
            found.push(Finding::of(State::Wrong, "database", |lang| error.said(lang)));
            None
        }
    }
}

async fn read(url: &str, now: Instant, found: &mut Vec<Finding>) -> Result<Option<Standing>, StoreError> {
    let mut condition = Condition::open(url).await?;
    engine(condition.engine().await?, now, found);
    let (has, known) = condition.schema().await?;
    let versions = [("found", has.to_string()), ("known", known.to_string())];
    if has > known {
        let newer = StoreError::Newer { found: has, known };
        found.push(Finding::of(State::Wrong, "schema", |lang| newer.said(lang)));
        return Ok(None);
    }
    if has < known {
        found.push(Finding::new(
            State::ToDo,
            "schema",
            "doctor-schema-old",
            &versions,
        ));
        return Ok(None);
    }
    found.push(Finding::new(State::Good, "schema", "doctor-schema", &versions));
    let standing = condition.standing().await?;
    if let Some(last) = standing.recorded.filter(|last| last.ms() > now.ms() + APART) {
        let ahead = ("seconds", ((last.ms() - now.ms()) / 1000).to_string());
        found.push(Finding::new(
            State::Wrong,
            "clock",
            "doctor-clock-behind",
            &[ahead],
        ));
    }
    Ok(Some(standing))
}

fn engine(engine: Engine, now: Instant, found: &mut Vec<Finding>) {
    match engine {
        Engine::Sqlite {
            faults,
            wal_bytes,
            bytes,
        } => {
            let size = ("size", megabytes(bytes));
            if faults.is_empty() {
                found.push(Finding::new(State::Good, "database", "doctor-sqlite", &[size]));
            } else {
                let faults = ("faults", faults.join("; "));
                found.push(Finding::new(
                    State::Wrong,
                    "database",
                    "doctor-sqlite-faulty",
                    &[faults],
                ));
            }
            if wal_bytes > WAL {
                let size = ("size", megabytes(wal_bytes));
                found.push(Finding::new(
                    State::ToDo,
                    "database",
                    "doctor-sqlite-wal",
                    &[size],
                ));
            }
        }
        Engine::Postgres {
            version,
            durability,
            clock,
        } => {
            let major = version
                .split(['.', ' '])
                .next()
                .and_then(|major| major.parse::<u32>().ok());
            let old = major.is_some_and(|major| major < POSTGRES);
            let (state, key) = if old {
                (State::ToDo, "doctor-postgres-old")
            } else {
                (State::Good, "doctor-postgres")
            };
            found.push(Finding::new(state, "database", key, &[("version", version)]));
            for (name, value) in durability.into_iter().filter(|(_, value)| value == "off") {
                let args = [("name", name.to_owned()), ("value", value)];
                found.push(Finding::new(
                    State::Wrong,
                    "database",
                    "doctor-postgres-forgets",
                    &args,
                ));
            }
            if let Some(clock) = clock {
                let apart = (clock.ms() - now.ms()).abs();
                let seconds = ("seconds", (apart / 1000).to_string());
                found.push(if apart > APART {
                    Finding::new(State::Wrong, "clock", "doctor-clock-apart", &[seconds])
                } else {
                    Finding::new(State::Good, "clock", "doctor-clock", &[])
                });
            }
        }
    }
}
