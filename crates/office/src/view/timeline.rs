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
    /// What followed. For a citizen what became of the case and its own clocks.
    pub effects: Vec<Effect>,
    /// Whether it is read by those who handle the case, not by its citizen.
    pub inside: bool,
}

/// What a citizen sees of the course: what was done for them and what they are told, not the inner workings.
const CITIZEN_SEES: [Do; 21] = [
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
    Do::Claim,
    Do::Publish,
    Do::Withhold,
    Do::Hide,
    Do::AskCitizen,
    Do::Merge,
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
    matches!(
        word,
        Some(Do::Dispatch | Do::Contact | Do::Claim | Do::Withhold | Do::Hide)
    )
}

/// Texts of these are read by those who handle the case and nobody else (ZG-3(2)): what leaders instruct, what is put
/// before them, and what those wrote who sign it off, here or above.
fn need_to_know(word: Option<Do>) -> bool {
    matches!(word, Some(Do::Instruct | Do::Submit | Do::Sign | Do::RuleAbove))
}

/// Whether the citizen sees the event: by its act, by its kind of record, or because a paper went to them.
fn citizen_sees(loaded: &Loaded, act: &Act) -> bool {
    match act {
        Act::Record(note) => {
            let record = loaded.adopted.procedure.record(&note.record);
            record.is_some_and(|record| record.citizen)
        }
        Act::Deliver(delivery) => delivery.to == "citizen",
        act => act.word().is_some_and(|word| CITIZEN_SEES.contains(&word)),
    }
}

/// Whether the citizen sees what followed: steps of the case, its own clocks, and in whose name they are answered.
fn citizen_sees_effect(effect: &Effect) -> bool {
    matches!(
        effect,
        Effect::Step { order: None, .. }
            | Effect::Relimit { order: None, .. }
            | Effect::Pause { order: None, .. }
            | Effect::Resume { order: None, .. }
            | Effect::InName { .. }
    )
}

impl Office {
    /// The timeline of a loaded case. For a citizen without the inner workings; instructions and notes of sign-off only
    /// with `instructions`.
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
            let seen = citizen_sees(loaded, &event.act) || moved(event);
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
                || (need_to_know(word) && !instructions)
                || word == Some(Do::Write);
            let written = if hide { Vec::new() } else { texts(&event.act) };
            let opened = written
                .into_iter()
                .map(|(place, sealed)| (place, key.and_then(|k| k.open(place, sealed).ok())));
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
                    .filter(|effect| !for_citizen || citizen_sees_effect(effect) || own(effect))
                    .cloned()
                    .collect(),
                inside: !for_citizen,
            });
        }
        Ok(entries)
    }
}
