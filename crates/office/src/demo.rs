//! An invented city to try everything on: 云川市 with its units, people, rosters, some thirty cases in all stages, and behind
//! them the finished ones of some weeks.
//!
//! The cases are made through the same use cases as real ones, by a clock that begins weeks ago and moves on; nothing
//! is written into the database beside them.

mod cast;
mod chance;
pub(crate) mod city;
mod clock;
mod knowledge;
pub(crate) mod neighbours;
mod picture;
mod play;
mod scene;
mod scenes;
pub(crate) mod steps;
mod town;
pub(crate) mod verifier;

pub use chance::SeededChance;
pub use city::{JURISDICTION, PASSWORD};
pub use clock::DemoClock;
pub use town::TOWN;

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

/// Where an invented place is filled in.
pub struct Ground {
    /// An empty database; of the town, that of the city.
    pub store: Store,
    /// Where its files lie.
    pub blobs: Arc<dyn Blobs>,
    /// The master key.
    pub master: Key,
    /// The time as which it stands there.
    pub now: Instant,
}

impl Ground {
    /// An office whose clock is set while cases are made up, and from which nobody is told of them: messages of weeks
    /// ago are not sent now.
    fn office(self, seed: u64) -> (Office, Arc<DemoClock>) {
        let clock = Arc::new(DemoClock::at(self.now));
        let office = Office::new(Config {
            store: self.store,
            master: self.master,
            blobs: self.blobs,
            clock: clock.clone(),
            chance: Arc::new(SeededChance::new(seed)),
            public_url: String::new(),
            verifiers: vec![Arc::new(verifier::Registered)],
        });
        office.tell_nobody();
        (office, clock)
    }
}

/// Finished cases behind the scenes, and the days within which they were received.
const PAST: u64 = 80;
const PAST_DAYS: i64 = 54;

/// Fills an empty database with the invented city, reached by a host name of its own where one is given. The same seed,
/// procedure and time give the same cases with the same numbers, codes and keys: nothing here is secret.
///
/// # Errors
/// The store's; a refusal where the procedure is not one that these cases can be played under.
pub async fn fill(ground: Ground, host: Option<&str>, procedure: &str) -> Result<Demo, Problem> {
    let now = ground.now;
    let (office, clock) = ground.office(20_201_019);
    clock.set(now.plus_ms(-city::DAYS * 86_400_000));
    city::found(&office, host, procedure, now).await?;
    knowledge::enter(&office, &clock, now).await?;
    let mut play = play::Play::new(JURISDICTION, city::CAST, office.clone(), clock.clone(), now);
    play.all(scenes::all()).await?;
    // what the charts of some weeks are drawn from
    crate::generate::past(&office, &clock, JURISDICTION, (PAST, PAST_DAYS), now).await?;
    Ok(Demo {
        people: city::CAST.members(),
        samples: play.samples(&scenes::SAMPLES),
        cases: play.cases() + usize::try_from(PAST).unwrap_or_default(),
    })
}

/// Adds a town of that city, which works by another procedure and publishes its messages. What it noticed elsewhere goes up
/// to the city once somebody sends what waits.
///
/// # Errors
/// As [`fill`].
pub async fn fill_town(ground: Ground, procedure: &str) -> Result<Demo, Problem> {
    let now = ground.now;
    let (office, clock) = ground.office(20_250_101);
    town::fill(office, clock, procedure, now).await
}

#[cfg(test)]
mod tests;
