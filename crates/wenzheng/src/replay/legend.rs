//! What each column is: the limit, its clause, and what the clock is by its rule that a ledger cannot show.

use ::calendar::{Lang, Limit};
use ::procedure::explain::Voice;
use ::procedure::{ClockRule, CountsFrom, Moment};
use ::replay::{Column, Limited, Why};
use words::say;

use super::Measured;

/// A column's letter: A to Z, then AA and on.
pub(super) fn letter(at: usize) -> String {
    let last = char::from(b'A' + u8::try_from(at % 26).unwrap_or_default());
    match at / 26 {
        0 => last.to_string(),
        more => letter(more - 1) + &last.to_string(),
    }
}

/// A limit as the language writes it.
pub(super) fn limit(limit: Limit, lang: Lang) -> String {
    match lang {
        Lang::Zh => limit.zh(),
        Lang::En => limit.to_string(),
    }
}

impl Measured<'_> {
    /// The lines on one procedure: its columns with their notes, and what is left out.
    pub(super) fn legend(&self, of: usize, lang: Lang) -> Vec<String> {
        let Some(procedure) = self.procedures.get(of) else {
            return Vec::new();
        };
        let catalogue = |key: &str, args: &[(&str, String)]| say(lang, key, args);
        let voice = Voice {
            procedure,
            lang,
            catalogue: &catalogue,
        };
        let head = &procedure.head;
        let args = [
            ("title", head.title.get(lang).to_owned()),
            ("id", head.id.clone()),
            ("version", head.version.clone()),
        ];
        let mut lines = vec![voice.say("replay-procedure", &args)];
        let columns: Vec<_> = self.replay.columns.iter().enumerate().collect();
        for (at, column) in columns.iter().filter(|(_, column)| column.of == of) {
            lines.push(format!("  {}  {}", letter(*at), label(column, &voice)));
            let next = columns.get(at + 1);
            let last = next.is_none_or(|(_, next)| next.of != of || next.clock.id != column.clock.id);
            if last {
                lines.extend(
                    notes(column.clock, &voice)
                        .into_iter()
                        .map(|note| format!("     · {note}")),
                );
            }
        }
        for left in self.replay.left_out.iter().filter(|left| left.of == of) {
            let key = match left.why {
                Why::AfterTheAnswer => "replay-left-out-after",
                Why::SetByAct => "replay-left-out-set-by-act",
                Why::AtARound => "replay-left-out-round",
                Why::BeforeAnother => "replay-left-out-before",
            };
            let args = [
                ("name", voice.words(&left.clock.name)),
                ("moments", voice.moments(&left.clock.starts_on)),
            ];
            lines.push(format!("  –  {}", voice.say(key, &args)));
        }
        lines
    }
}

/// Name, limit and clause of a column, and what must hold for it.
pub(super) fn label(column: &Column<'_>, voice: &Voice<'_>) -> String {
    let name = ("name", voice.words(&column.clock.name));
    let Limited::By {
        limit,
        own,
        only_if,
        dates: [from, until],
        clause,
    } = &column.limited
    else {
        return voice.say("replay-column-by-kind", &[name]);
    };
    let basis = match clause {
        Some(clause) => clause.to_string(),
        None => voice.say("replay-house", &[]),
    };
    let args = [name, ("limit", voice.limit(*limit)), ("basis", basis)];
    let mut label = voice.say("replay-column", &args);
    if !only_if.is_empty() {
        let conditions = voice.conditions(only_if, "explain-comma");
        label += &voice.say("replay-column-only-if", &[("conditions", conditions)]);
    }
    if *own && !column.clock.limits.is_empty() {
        label += &voice.say("replay-column-otherwise", &[]);
    }
    if let Some(day) = from {
        label += &voice.say("replay-column-from", &[("day", day.to_string())]);
    }
    if let Some(day) = until {
        label += &voice.say("replay-column-until", &[("day", day.to_string())]);
    }
    label
}

/// What else the rule says, and that it is not counted here.
pub(super) fn notes(clock: &ClockRule, voice: &Voice<'_>) -> Vec<String> {
    let mut notes = Vec::new();
    if !clock.starts_on.contains(&Moment::Received) {
        let moments = voice.moments(&clock.starts_on);
        notes.push(voice.say("replay-note-starts", &[("moments", moments)]));
    }
    if !clock.met_by.contains(&Moment::Replied) {
        let moments = voice.moments(&clock.met_by);
        notes.push(voice.say("replay-note-met", &[("moments", moments)]));
    }
    if !clock.only_if.is_empty() {
        let conditions = voice.conditions(&clock.only_if, "explain-comma");
        notes.push(voice.say("replay-note-only-if", &[("conditions", conditions)]));
    }
    if clock.counts_from == CountsFrom::Posted {
        notes.push(voice.say("replay-note-posted", &[]));
    }
    if !clock.pauses_on.is_empty() {
        let moments = voice.moments(&clock.pauses_on);
        notes.push(voice.say("replay-note-pauses", &[("moments", moments)]));
    }
    if let Some(extension) = &clock.extension {
        let args = [
            ("limit", voice.limit(extension.at_most)),
            ("clause", extension.clause.to_string()),
        ];
        let key = if extension.in_all {
            "replay-note-extension-in-all"
        } else {
            "replay-note-extension"
        };
        notes.push(voice.say(key, &args));
    }
    notes
}
