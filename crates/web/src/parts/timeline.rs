//! One entry of a timeline: what happened, when, by whom, on which clause, what was said, and where it led.

use super::beside::{beside, consequences};
use super::{Cited, Tag, did_name, notes, piece, reworded};
use crate::shell::T;
use askama::Template;
use case::{Act, By, Effect};
use office::Adopted;
use office::view::TimelineEntry;
use procedure::Procedure;

/// Something that happened.
#[derive(Debug, Clone, Template)]
#[template(path = "parts/moment.html")]
pub struct Moment {
    t: T,
    at: String,
    what: String,
    who: Option<String>,
    cited: Cited,
    notes: Vec<String>,
    said: Vec<Option<String>>,
    to: Option<Tag>,
    bad: bool,
}
piece!(Moment);

impl Moment {
    /// Of an entry. `page` is the address of the procedure's page.
    pub fn of(t: T, adopted: &Adopted, entry: &TimelineEntry, page: &str) -> Self {
        let procedure = &adopted.procedure;
        let to = entry.effects.iter().rev().find_map(|effect| match effect {
            Effect::Step { order: None, to } => procedure.step(to),
            _ => None,
        });
        // the message itself stands on the page already
        let texts: &[_] = match entry.act {
            Act::Receive { .. } => &[],
            _ => &entry.texts,
        };
        Self {
            t,
            at: adopted.calendar.show(entry.at, t.lang()),
            what: did_name(t, procedure, &entry.act),
            who: who(t, adopted, entry),
            cited: Cited::of(t, &entry.basis, page),
            notes: match entry.act {
                Act::Recount { .. } => recounted(t, adopted, &entry.effects),
                _ => {
                    let mut lines = notes(t, procedure, &entry.act);
                    lines.extend(beside(t, adopted, &entry.act, entry.inside));
                    lines.extend(consequences(t, adopted, &entry.effects));
                    lines
                }
            },
            said: texts.iter().map(|(_, text)| text.clone()).collect(),
            to: to.map(|step| Tag::plain(t.text(&step.name))),
            bad: match &entry.act {
                Act::Lapse { clock, .. } => !expires(procedure, clock),
                Act::Review { passed, .. } => !passed,
                Act::Sign(signing) => !signing.passed,
                Act::RuleAbove(ruling) => !ruling.passed,
                _ => false,
            },
        }
    }
}

impl Moment {
    /// As it looks, for the page that shows the design language.
    pub(crate) fn shown(t: T, at: String, what: String, said: String, bad: bool) -> Self {
        Self {
            t,
            at,
            what,
            who: Some(t.say("shell-by-system")),
            cited: Cited::of(t, &procedure::Basis::House, ""),
            notes: Vec::new(),
            said: vec![Some(said)],
            to: Some(Tag::plain(&t.say("shell-tag-running"))),
            bad,
        }
    }
}

/// Whether a clock is a right that expires: nobody is late then.
pub(super) fn expires(procedure: &Procedure, clock: &str) -> bool {
    procedure.clock(clock).is_some_and(|c| c.right)
}

/// Which due times moved from when to when; and that none did.
fn recounted(t: T, adopted: &Adopted, effects: &[Effect]) -> Vec<String> {
    let name = |id: &str| adopted.procedure.clock(id).map(|c| t.text(&c.name).to_owned());
    let show = |at| adopted.calendar.show_due_short(at, t.lang());
    let lines = effects.iter().filter_map(|effect| match effect {
        Effect::Recount { clock, was, due, .. } if was != due => Some(t.args(
            "desk-recounted",
            &[("clock", name(clock)?), ("was", show(*was)), ("due", show(*due))],
        )),
        Effect::Recount { clock, .. } => Some(t.args("desk-recount-announced", &[("clock", name(clock)?)])),
        Effect::LapseWithdrawn { clock, .. } => {
            Some(t.args("desk-lapse-withdrawn", &[("clock", name(clock)?)]))
        }
        _ => None,
    });
    let lines: Vec<String> = lines.collect();
    if lines.is_empty() {
        vec![t.say("desk-recount-same")]
    } else {
        lines
    }
}

fn who(t: T, adopted: &Adopted, entry: &TimelineEntry) -> Option<String> {
    match &entry.by {
        // time passes by itself
        By::System if matches!(entry.act, Act::Lapse { .. }) => None,
        By::Citizen => Some(reworded(t, &adopted.procedure, t.say("shell-by-citizen"))),
        By::System => Some(t.say("shell-by-system")),
        By::Staff { role, .. } => {
            let role = adopted.procedure.role(role).map(|r| t.text(&r.name));
            let parts: Vec<&str> = role.into_iter().chain(entry.name.as_deref()).collect();
            (!parts.is_empty()).then(|| parts.join(" "))
        }
    }
}
