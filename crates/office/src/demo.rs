//! An invented city to try everything on: 云川市 with its units, people, rosters and some thirty cases in all stages.
//!
//! The cases are made through the same use cases as real ones, by a clock that begins weeks ago and moves on; nothing
//! is written into the database beside them.

mod chance;
pub(crate) mod city;
mod clock;
pub(crate) mod neighbours;
mod picture;
mod play;
mod scene;
mod scenes;
pub(crate) mod steps;
pub(crate) mod verifier;

pub use chance::SeededChance;
pub use city::{JURISDICTION, PASSWORD};
pub use clock::DemoClock;

use crate::{Config, Office, Problem};
use calendar::Instant;
use case::CaseNumber;
use seal::Key;
use std::sync::Arc;
use store::{Blobs, Store};

/// A member of staff of the invented city.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// Name to sign in with; the password is [`PASSWORD`] for all.
    pub login: String,
    /// Name.
    pub name: String,
    /// Role id of the procedure, or that of administrators.
    pub role: String,
    /// Chinese name of the unit.
    pub unit: Option<String>,
}

/// A case that a citizen can follow.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sample {
    /// Number.
    pub number: CaseNumber,
    /// Check code.
    pub check_code: String,
    /// What it is about.
    pub title: String,
}

/// What was filled in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Demo {
    /// Staff.
    pub people: Vec<Member>,
    /// Some cases to follow.
    pub samples: Vec<Sample>,
    /// How many cases there are.
    pub cases: usize,
}

/// Fills an empty database with the invented city, as it stands at `now`. The same seed, procedure and time give the
/// same cases with the same numbers, codes and keys: nothing here is secret.
///
/// # Errors
/// The store's; a refusal where the procedure is not one that these cases can be played under.
pub async fn fill(
    store: Store,
    blobs: Arc<dyn Blobs>,
    master: Key,
    procedure: &str,
    now: Instant,
) -> Result<Demo, Problem> {
    let clock = Arc::new(DemoClock::at(now));
    let office = Office::new(Config {
        store,
        master,
        blobs,
        clock: clock.clone(),
        chance: Arc::new(SeededChance::new(20_201_019)),
        public_url: String::new(),
        verifiers: vec![Arc::new(verifier::Registered)],
    });
    // Messages of weeks ago are not sent now.
    office.tell_nobody();
    clock.set(now.plus_ms(-city::DAYS * 86_400_000));
    city::found(&office, procedure, now).await?;
    let mut play = play::Play::new(office, clock, now);
    play.all(scenes::all()).await?;
    Ok(Demo {
        people: city::people(),
        samples: play.samples(&scenes::SAMPLES),
        cases: play.cases(),
    })
}

#[cfg(test)]
mod tests;
