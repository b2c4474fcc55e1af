//! The timeline: every event with who, when, why, what was written, and what followed.

use super::texts::texts;
use crate::keys::NamedKey;
use crate::load::Loaded;
use crate::{Office, Problem};
use calendar::Instant;
use case::{Act, By, Effect, Event, OrderNo};
use procedure::{Basis, Do};
use std::collections::HashMap;

/// One entry of the timeline.
#[derive(Debug, Clone, PartialEq)]
pub struct TimelineEntry {
    /// Sequence number.
    pub seq: u64,
    /// When it happened, UTC milliseconds.
    pub at: Instant,
    /// When it was recorded.
    pub recorded: Instant,
    /// Who did it.
    pub by: By,
    /// Name of the member of staff, if one did it.
    pub name: Option<String>,
    /// The word of the procedure's vocabulary, where a person acted.
    pub word: Option<Do>,
    /// What was done, its texts still sealed.
    pub act: Act,
    /// The work order meant.
    pub order: Option<OrderNo>,
    /// Why it may happen.
    pub basis: Basis,
    /// What was written: name of the field and text; `None` where the key was destroyed.
    pub texts: Vec<(&'static str, Option<String>)>,
    /// What followed.
    pub effects: Vec<Effect>,
}

/// What a citizen sees of the course: what was done for them and what they are told, not the inner workings.
const CITIZEN_SEES: [Do; 15] = [
    Do::Receive,
    Do::Complete,
    Do::Accept,
    Do::Refuse,
    Do::Answer,
    Do::Dispatch,
    Do::SignFor,
    Do::Contact,
    Do::Reply,
    Do::AnswerVisit,
    Do::Add,
    Do::Withdraw,
    Do::Close,
    Do::Reopen,
    Do::Archive,
];

/// Whether a due time of the citizen's own moved, because the holidays were announced.
fn moved(event: &Event) -> bool {
    matches!(event.act, Act::Recount { .. }) && event.effects.iter().any(own)
}

/// Whether a clock of the case was counted anew, not one of a work order.
fn own(effect: &Effect) -> bool {
    matches!(
        effect,
        Effect::Recount { order: None, .. } | Effect::LapseWithdrawn { order: None, .. }
    )
}

/// Texts among these that are inner notes.
fn inner_note(word: Option<Do>) -> bool {
    matches!(word, Some(Do::Dispatch | Do::Contact))
}

impl Office {
    /// The timeline of a loaded case. For a citizen without the inner workings; instructions only with `instructions`.
    /// What stands in documents is read there.
    pub(crate) async fn timeline(
        &self,
        j: &str,
        loaded: &Loaded,
        key: Option<&NamedKey>,
        for_citizen: bool,
        instructions: bool,
    ) -> Result<Vec<TimelineEntry>, Problem> {
        let mut names: HashMap<String, Option<String>> = HashMap::new();
        let mut entries = Vec::with_capacity(loaded.events.len());
        for ((event, recorded), seq) in loaded.events.iter().zip(1..) {
            let word = event.act.word();
            let seen = word.is_some_and(|w| CITIZEN_SEES.contains(&w)) || moved(event);
            if for_citizen && !seen {
                continue;
            }
            let mut name = None;
            if let By::Staff { person, .. } = &event.by
                && !for_citizen
            {
                if !names.contains_key(person.as_str()) {
                    let found = self.store().person(j, person).await?.map(|p| p.name);
                    names.insert(person.as_str().to_owned(), found);
                }
                name = names.get(person.as_str()).cloned().flatten();
            }
            let hide = (for_citizen && inner_note(word))
                || (word == Some(Do::Instruct) && !instructions)
                || word == Some(Do::Write);
            let written = if hide { Vec::new() } else { texts(&event.act) };
            let opened = written
                .into_iter()
                .map(|(place, sealed)| (place, key.and_then(|k| seal::open(&k.key, place, sealed).ok())));
            entries.push(TimelineEntry {
                seq,
                at: event.at,
                recorded: *recorded,
                by: event.by.clone(),
                name,
                word,
                act: event.act.clone(),
                order: event.order,
                basis: event.basis.clone(),
                texts: opened.collect(),
                effects: event
                    .effects
                    .iter()
                    .filter(|effect| !for_citizen || word.is_some() || own(effect))
                    .cloned()
                    .collect(),
            });
        }
        Ok(entries)
    }
}
