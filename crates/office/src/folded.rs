//! Cases folded before, so that a case under work is not read from its first event on at each look: only what came
//! behind the event seen last is asked of the log. Texts stand in them as sealed as in the log, and events never change;
//! another process's events are found like one's own.

use calendar::Instant;
use case::{Case, Event};
use std::collections::HashMap;
use std::sync::{Arc, Mutex};

/// How many cases one of the two halves holds. A case with its events takes some ten to thirty kilobytes.
const HALF: usize = 128;

/// A case up to one of its events.
#[derive(Debug, Clone)]
pub(crate) struct Folded {
    /// The case.
    pub(crate) case: Arc<Case>,
    /// Its events, each with the instant at which it was recorded.
    pub(crate) events: Arc<Vec<(Event, Instant)>>,
    /// Hash of the procedure under which the last event was decided.
    pub(crate) procedure: Arc<str>,
    /// Hash of the calendar under which the last event was decided.
    pub(crate) calendar: Arc<str>,
}

type Kept = HashMap<(String, String), Folded>;

/// The cases folded last: when the half in use is full, it becomes the other one, and what stood there is forgotten.
#[derive(Debug, Default)]
pub(crate) struct FoldedCases(Mutex<(Kept, Kept)>);

impl FoldedCases {
    /// What is known of a case of a jurisdiction.
    pub(crate) fn get(&self, j: &str, number: &str) -> Option<Folded> {
        let mut halves = self.0.lock().ok()?;
        let name = (j.to_owned(), number.to_owned());
        if let Some(known) = halves.0.get(&name) {
            return Some(known.clone());
        }
        let known = halves.1.remove(&name)?;
        keep(&mut halves, name, known.clone());
        Some(known)
    }

    /// Keeps a case, unless more of it is known already.
    pub(crate) fn put(&self, j: &str, number: &str, folded: Folded) {
        let Ok(mut halves) = self.0.lock() else { return };
        let name = (j.to_owned(), number.to_owned());
        let more = |known: &Folded| known.events.len() > folded.events.len();
        if !halves.0.get(&name).is_some_and(more) {
            keep(&mut halves, name, folded);
        }
    }
}

fn keep(halves: &mut (Kept, Kept), name: (String, String), folded: Folded) {
    if halves.0.len() >= HALF && !halves.0.contains_key(&name) {
        halves.1 = std::mem::take(&mut halves.0);
    }
    halves.0.insert(name, folded);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(seq: u64) -> Folded {
        let case = Case {
            seq,
            ..Case::default()
        };
        Folded {
            case: Arc::new(case),
            events: Arc::default(),
            procedure: "".into(),
            calendar: "".into(),
        }
    }

    #[test]
    fn what_is_looked_at_stays_and_the_rest_is_forgotten_in_the_end() {
        let kept = FoldedCases::default();
        kept.put("a", "looked-at", folded(7));
        for n in 0..10 * HALF {
            kept.put("a", &n.to_string(), folded(1));
            let seen = kept.get("a", "looked-at").map(|known| known.case.seq);
            assert_eq!(seen, Some(7), "after {n} others");
        }
        assert!(
            kept.get("a", "0").is_none(),
            "the first of the others is still there"
        );
        let halves = kept.0.lock().map(|halves| halves.0.len() + halves.1.len());
        assert!(halves.is_ok_and(|all| all <= 2 * HALF), "more is kept than meant");
    }

    #[test]
    fn a_number_of_one_jurisdiction_is_not_that_of_another() {
        let kept = FoldedCases::default();
        kept.put("a", "1", folded(3));
        assert!(kept.get("b", "1").is_none());
    }
}
