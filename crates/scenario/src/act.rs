//! An act as a scenario writes it, made into the act that the engine takes.
//!
//! The engine's own form decides what an act needs: the act is read with what the file gives, and each complaint of
//! the reading is answered. A plain text where a sealed one belongs is sealed, a unit's id becomes the unit, a local
//! time an instant, and what the file need not say gets its usual value. So an act added to the engine can be written
//! in scenarios at once.

mod mend;
mod usual;

use crate::Fault;
use crate::unit::Units;
use calendar::{Calendar, Instant};
use case::{Act, Actor};
use procedure::{Do, Procedure};
use serde_json::{Map, Value as Json, json};

/// Acts of the engine that no procedure file has a word for and that a scenario may write all the same.
const OTHERS: [&str; 1] = ["record-history"];

/// What acts are made with.
pub(crate) struct Maker<'a> {
    pub(crate) procedure: &'a Procedure,
    pub(crate) calendar: &'a Calendar,
    pub(crate) units: &'a Units,
}

/// One act as the file gives it.
pub(crate) struct Given<'a> {
    pub(crate) line: usize,
    pub(crate) word: &'a str,
    pub(crate) fields: Map<String, Json>,
    pub(crate) who: &'a Actor,
    pub(crate) at: Instant,
}

impl Maker<'_> {
    /// Makes the act, or says what the file must give.
    pub(crate) fn act(&self, given: Given<'_>) -> Result<Act, Fault> {
        let words = procedure::vocabulary::of::<Do>();
        if !words.contains(&given.word) && !OTHERS.contains(&given.word) {
            let fault = Fault::new(given.line, "scenario-unknown-act").with("act", given.word);
            return Err(fault.with("known", words.join(", ")));
        }
        let mut fields = given.fields.clone();
        usual::prepare(self, &given, &mut fields);
        fields.insert("act".to_owned(), json!(given.word));
        let mut value = Json::Object(fields);
        loop {
            let wrong = match mend::read(self, &mut value) {
                Ok(act) => return known(&given, &value, act),
                Err(wrong) => wrong,
            };
            let missing = wrong
                .strip_prefix("missing field `")
                .and_then(|rest| rest.strip_suffix('`'));
            let Some(name) = missing else {
                let fault = Fault::new(given.line, "scenario-act-unread").with("act", given.word);
                return Err(fault.with("reason", wrong));
            };
            let usual = usual::of(self, &given, name).filter(|_| value.get(name).is_none());
            let (Some(usual), Some(fields)) = (usual, value.as_object_mut()) else {
                let fault = Fault::new(given.line, "scenario-act-lacks").with("act", given.word);
                return Err(fault.with("key", name));
            };
            fields.insert(name.to_owned(), usual);
        }
    }
}

/// The act, unless the file gives it something that the engine does not know.
fn known(given: &Given<'_>, value: &Json, act: Act) -> Result<Act, Fault> {
    let back = serde_json::to_value(&act).unwrap_or_default();
    let Some(key) = lost(value, &back) else {
        return Ok(act);
    };
    let known: Vec<&str> = back
        .as_object()
        .into_iter()
        .flatten()
        .map(|(key, _)| key.as_str())
        .collect();
    let known: Vec<&str> = known.into_iter().filter(|key| *key != "act").collect();
    Err(Fault::new(given.line, "scenario-act-unknown-key")
        .with("act", given.word)
        .with("key", key)
        .with("known", known.join(", ")))
}

/// The first key of `given` that did not come back.
fn lost(given: &Json, back: &Json) -> Option<String> {
    match (given, back) {
        (Json::Object(given), Json::Object(back)) => {
            given.iter().find_map(|(key, value)| match back.get(key) {
                Some(back) => lost(value, back),
                None if empty(value) => None,
                None => Some(key.clone()),
            })
        }
        (Json::Array(given), Json::Array(back)) => given.iter().zip(back).find_map(|(g, b)| lost(g, b)),
        _ => None,
    }
}

/// What is left out when an event is written.
fn empty(value: &Json) -> bool {
    match value {
        Json::Null | Json::Bool(false) => true,
        Json::Array(list) => list.is_empty(),
        Json::Object(table) => table.is_empty(),
        _ => false,
    }
}
