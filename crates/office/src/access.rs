//! Who read what, when and from where: kept for the auditor, in the same log as everything else.
//!
//! Ordinary views are noted as they happen and stored together, at most a second behind. What is sealed is opened only
//! after its own entry is stored (`crates/office/src/view/person.rs`).

mod flush;
mod list;
mod stored;
mod unfolded;

pub use list::{AccessLine, AccessPage, AccessWanted};
pub use stored::Look;
pub(crate) use stored::{PREFIX, opening_row};
pub use unfolded::fold_openings;

pub(crate) use stored::fold;

use crate::Office;
use calendar::Instant;
use case::{Actor, CaseNumber, PersonId};
use std::sync::{Mutex, PoisonError};

tokio::task_local! {
    /// The address from which the request of this task came.
    static FROM: String;
}

/// Runs what a request asks for, knowing where it came from.
pub async fn asked_from<T>(address: String, work: impl Future<Output = T>) -> T {
    FROM.scope(address, work).await
}

/// Where the request of this task came from; `None` for jobs and the command line.
pub(crate) fn from() -> Option<String> {
    FROM.try_with(Clone::clone).ok().filter(|from| !from.is_empty())
}

/// A view that is not stored yet.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Seen {
    j: String,
    at: Instant,
    /// Who; nobody for the citizen of the case.
    person: Option<PersonId>,
    what: Look,
    number: Option<CaseNumber>,
    from: Option<String>,
    times: u32,
}

/// Views that wait to be stored.
#[derive(Debug, Default)]
pub(crate) struct Waiting(Mutex<Vec<Seen>>);

impl Waiting {
    fn note(&self, seen: Seen) {
        let mut waiting = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        // A page that reads a case three times was looked at once.
        let same = |other: &&mut Seen| {
            (&other.j, &other.person, other.what, &other.number, &other.from)
                == (&seen.j, &seen.person, seen.what, &seen.number, &seen.from)
        };
        match waiting.iter_mut().rev().take(SAME).find(same) {
            Some(other) if other.at == seen.at => {}
            Some(other) => other.times = other.times.saturating_add(1),
            None => waiting.push(seen),
        }
    }

    fn take(&self) -> Vec<Seen> {
        std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }

    fn give_back(&self, seen: Vec<Seen>) {
        let mut waiting = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        waiting.splice(0..0, seen);
    }
}

/// Among how many of the last views the same one is looked for.
const SAME: usize = 16;

impl Office {
    /// Notes that somebody read something. The system reads for others, and is not noted.
    pub(crate) fn saw(&self, j: &str, who: &Actor, what: Look, number: Option<&CaseNumber>) {
        let person = match who {
            Actor::System => return,
            Actor::Citizen(_) if number.is_none() => return,
            Actor::Citizen(_) => None,
            Actor::Staff { person, .. } => Some(person.clone()),
        };
        self.parts().seen.note(Seen {
            j: j.to_owned(),
            at: self.now(),
            person,
            what,
            number: number.cloned(),
            from: from(),
            times: 1,
        });
    }

    /// Notes that somebody came to the door: in, or not.
    pub(crate) fn knocked(&self, j: &str, person: Option<&PersonId>, what: Look, address: &str) {
        self.parts().seen.note(Seen {
            j: j.to_owned(),
            at: self.now(),
            person: person.cloned(),
            what,
            number: None,
            from: Some(address.to_owned()).filter(|from| !from.is_empty()),
            times: 1,
        });
    }
}
