//! What an act did beside the course of a case, and what followed from it for clocks, marks and steps, in a line each.

use super::grouped;
use super::notes::span;
use crate::shell::T;
use calendar::Instant;
use case::act::{Origin, UnitRef, Visited};
use case::{Act, Effect};
use office::Adopted;
use procedure::{Do, Procedure, Words};

/// The lines for an act; `inside` for those who handle the case, not for its citizen.
pub(crate) fn beside(t: T, adopted: &Adopted, act: &Act, inside: bool) -> Vec<String> {
    let rules = &*adopted.procedure;
    let line = |key: &str, what: String| t.args(key, &[("what", what)]);
    let channel = |id: &str| Some(t.text(&rules.channel(id)?.name).to_owned());
    let at = |key: &str, when: Instant| line(key, adopted.calendar.show(when, t.lang()));
    match act {
        Act::Receive { origin, .. } if inside => origin_lines(t, adopted, origin),
        Act::Dispatch { terms, .. } => {
            let limit = terms.limit.map(|limit| line("note-limit", span(t, limit)));
            let way = terms.way.as_deref().filter(|_| inside);
            let way = way.and_then(|id| way_name(t, rules, id, Do::Dispatch));
            limit.into_iter().chain(way).collect()
        }
        Act::Claim(claim) => vec![claim.unit.name.clone()],
        Act::Mark(marking) if inside => {
            let division = marking.division.clone().map(|code| line("note-division", code));
            let accused = named_units(t, &marking.accused).map(|units| line("note-accused", units));
            division.into_iter().chain(accused).collect()
        }
        Act::Submit(submission) if inside => {
            let role = rules.role(&submission.to);
            role.map(|r| t.text(&r.name).to_owned()).into_iter().collect()
        }
        Act::Instruct(_) | Act::Report { .. } if inside => {
            let outcome = act.outcome().and_then(|id| outcome_name(t, rules, act, id));
            let checks = match act {
                Act::Report { backing, .. } => checked(t, rules, &backing.checks),
                _ => None,
            };
            outcome.into_iter().chain(checks).collect()
        }
        Act::Sign(signing) if !signing.passed => faults(t, rules, &signing.faults),
        Act::Record(note) => {
            let rule = rules.record(&note.record);
            let words = rule.and_then(|r| r.words.as_ref());
            let words = words.map(|words| t.text(words).to_owned());
            let channel = note.channel.as_deref().filter(|_| inside).and_then(channel);
            let when = note.when.map(|when| at("note-when", when));
            words.into_iter().chain(channel).chain(when).collect()
        }
        Act::Write(paper) => document_name(t, rules, &paper.document).into_iter().collect(),
        Act::Deliver(delivery) => {
            let to = super::addressee(t, rules, &delivery.to);
            let name = document_name(t, rules, &delivery.document).unwrap_or_default();
            let when = delivery.when.map(|when| at("note-when", when));
            std::iter::once(format!("{name} → {to}")).chain(when).collect()
        }
        Act::Merge { into } if inside => vec![line("note-merged", grouped(into.as_str()))],
        Act::Refer(other) => {
            let claimed = other.claimed.then(|| t.say("desk-line-claimed"));
            let number = format!("{} {}", channel(&other.channel).unwrap_or_default(), other.number);
            std::iter::once(number).chain(claimed).collect()
        }
        Act::Reply {
            channel: Some(id), ..
        } => channel(id)
            .map(|name| line("note-reply-channel", name))
            .into_iter()
            .collect(),
        Act::Visit { visited, .. } | Act::AnswerVisit { visited, .. } => visit_lines(t, rules, visited),
        _ => Vec::new(),
    }
}

/// What is known of a message beside itself.
pub(crate) fn origin_lines(t: T, adopted: &Adopted, origin: &Origin) -> Vec<String> {
    let line = |key: &str, what: String| t.args(key, &[("what", what)]);
    let posted = origin.posted.map(|at| adopted.calendar.show(at, t.lang()));
    let posted = posted.map(|at| line("note-posted", at));
    let division = origin.division.clone().map(|code| line("note-division", code));
    let accused = named_units(t, &origin.accused).map(|units| line("note-accused", units));
    posted.into_iter().chain(division).chain(accused).collect()
}

/// The lines for what followed: other limits, pauses, marks, steps passed over, the name of a reply.
pub(crate) fn consequences(t: T, adopted: &Adopted, effects: &[Effect]) -> Vec<String> {
    let rules = &*adopted.procedure;
    let clock = |id: &str| Some(t.text(&rules.clock(id)?.name).to_owned());
    let show = |at: Instant| adopted.calendar.show_due_short(at, t.lang());
    let line = |effect: &Effect| match effect {
        Effect::Relimit {
            clock: id,
            due,
            limit,
            clause,
            ..
        } => {
            let limit = limit.map(|limit| span(t, limit)).unwrap_or_default();
            let clause = clause.as_ref().map(ToString::to_string).unwrap_or_default();
            let args = [
                ("clock", clock(id)?),
                ("limit", limit),
                ("due", show(*due)),
                ("clause", clause),
            ];
            Some(t.args("note-relimit", &args).trim().to_owned())
        }
        Effect::Pause { clock: id, .. } => Some(t.args("note-pause", &[("clock", clock(id)?)])),
        Effect::Resume { clock: id, due, .. } => {
            Some(t.args("note-resume", &[("clock", clock(id)?), ("due", show(*due))]))
        }
        Effect::Mark { mark, .. } => Some(t.args("note-mark", &[("what", mark_name(t, rules, mark)?)])),
        Effect::Unmark { mark } => Some(t.args("note-unmark", &[("what", mark_name(t, rules, mark)?)])),
        Effect::PassOver { step, say } => {
            let step = t.text(&rules.step(step)?.name).to_owned();
            Some(t.args(
                "note-pass-over",
                &[("step", step), ("why", t.text(say).to_owned())],
            ))
        }
        Effect::InName { name } => Some(t.args("note-in-name", &[("what", t.text(name).to_owned())])),
        _ => None,
    };
    effects.iter().filter_map(line).collect()
}

/// A mark as people call it.
pub(crate) fn mark_name(t: T, rules: &Procedure, id: &str) -> Option<String> {
    let found = rules.marks.iter().find(|mark| mark.id == id)?;
    Some(t.text(&found.name).to_owned())
}

/// Units as they were called when they were named.
pub(crate) fn named_units(t: T, units: &[UnitRef]) -> Option<String> {
    let names = units.iter().map(|unit| unit.name.as_str());
    (!units.is_empty()).then(|| t.list(names))
}

fn way_name(t: T, rules: &Procedure, id: &str, act: Do) -> Option<String> {
    let found = rules.ways.iter().find(|way| way.id == id && way.by_act == act)?;
    Some(t.text(&found.name).to_owned())
}

fn outcome_name(t: T, rules: &Procedure, act: &Act, id: &str) -> Option<String> {
    let of_act = |o: &&procedure::Outcome| o.id == id && Some(o.of_act) == act.word();
    let found = rules.outcomes.iter().find(of_act)?;
    Some(t.text(&found.name).to_owned())
}

fn document_name(t: T, rules: &Procedure, id: &str) -> Option<String> {
    Some(t.text(&rules.document(id)?.name).to_owned())
}

fn joined<'a>(t: T, names: impl Iterator<Item = &'a Words>) -> Option<String> {
    let names: Vec<&str> = names.map(|name| t.text(name)).collect();
    (!names.is_empty()).then(|| names.join(" · "))
}

fn checked(t: T, rules: &Procedure, checks: &[String]) -> Option<String> {
    let gates = rules.gates.iter().filter(|gate| checks.contains(&gate.id));
    joined(t, gates.map(|gate| &gate.name)).map(|what| t.args("note-checked", &[("what", what)]))
}

fn faults(t: T, rules: &Procedure, faults: &[String]) -> Vec<String> {
    let norms = rules.norms.iter().filter(|norm| faults.contains(&norm.id));
    let named = joined(t, norms.map(|norm| &norm.name));
    let returned = |faults: String| t.args("desk-returned", &[("faults", faults)]);
    vec![named.map_or_else(|| t.say("desk-return"), returned)]
}

fn visit_lines(t: T, rules: &Procedure, visited: &Visited) -> Vec<String> {
    let way = visited
        .way
        .as_deref()
        .and_then(|id| way_name(t, rules, id, Do::Visit));
    let answer = |answer: &case::act::Answer| {
        let question = rules.questions.iter().find(|q| q.id == answer.question)?;
        let says = if answer.yes {
            t.say("shell-yes")
        } else {
            t.say("shell-no")
        };
        Some(format!(
            "{}{}{says}",
            t.text(&question.name),
            t.say("shell-colon")
        ))
    };
    way.into_iter()
        .chain(visited.answers.iter().filter_map(answer))
        .collect()
}
