//! What an act decided, in a line each: the ground, the units, the ruling. Names come from the procedure.

use super::grouped;
use crate::shell::T;
use calendar::{Lang, Limit};
use case::Act;
use procedure::{Procedure, Rung, RungTime, Words};

/// The lines for an act on the timeline; what people wrote is shown apart.
pub fn notes(t: T, procedure: &Procedure, act: &Act) -> Vec<String> {
    let name = |words: Option<&Words>| words.map(|w| t.text(w).to_owned()).into_iter();
    match act {
        Act::Receive { channel, .. } => name(procedure.channel(channel).map(|c| &c.name)).collect(),
        Act::Accept { ground, .. } => name(procedure.ground(ground).map(|g| &g.name)).collect(),
        Act::Refuse { ground, .. } => {
            let ground = procedure.ground(ground);
            let guidance = ground.and_then(|g| g.guidance.as_deref());
            let guidance = guidance.and_then(|id| procedure.guidance.iter().find(|g| g.id == id));
            let lines = name(ground.map(|g| &g.name));
            lines.chain(name(guidance.map(|g| &g.text))).collect()
        }
        Act::Answer { way, .. } => {
            name(procedure.ways.iter().find(|w| w.id == *way).map(|w| &w.name)).collect()
        }
        Act::Dispatch { to, .. } => to.iter().map(|a| part(t, a)).collect(),
        Act::AskExtension { limit, .. } => vec![span(t, *limit)],
        Act::RuleExtension { granted, limit, .. } => {
            let mut lines = vec![ruling(t, *granted)];
            lines.extend(limit.map(|l| span(t, l)));
            lines
        }
        Act::RuleSendBack { granted, .. } => vec![ruling(t, *granted)],
        Act::Review { faults, .. } if !faults.is_empty() => {
            let named = procedure.norms.iter().filter(|n| faults.contains(&n.id));
            let names: Vec<&str> = named.map(|n| t.text(&n.name)).collect();
            vec![t.args("desk-returned", &[("faults", names.join(" · "))])]
        }
        Act::AnswerVisit {
            solved, satisfied, ..
        } => vec![rating(t, *solved, *satisfied)],
        Act::Visit { reached: false, .. } => vec![t.say("desk-reached-no")],
        Act::Visit {
            solved, satisfied, ..
        } => vec![rating(t, *solved, *satisfied)],
        Act::Supervise { priority, .. } => name(
            procedure
                .priorities
                .iter()
                .find(|p| p.id == *priority)
                .map(|p| &p.name),
        )
        .collect(),
        Act::Escalate { measure, unit, .. } => {
            let mut lines: Vec<String> = name(
                procedure
                    .measures
                    .iter()
                    .find(|m| m.id == *measure)
                    .map(|m| &m.name),
            )
            .collect();
            lines.push(unit.name.clone());
            lines
        }
        Act::Recheck { outcome, .. }
        | Act::Convene { outcome, .. }
        | Act::Close { outcome }
        | Act::RecordAccountability { outcome, .. } => outcome_name(t, procedure, act, outcome),
        Act::Designate { unit, .. } => vec![unit.name.clone()],
        Act::ConfirmRepeat { earlier } => vec![grouped(earlier.number.as_str())],
        Act::Rung { rung, .. } => {
            let found = procedure.rungs.iter().find(|r| r.id == *rung);
            found.map(|r| rung_line(t, procedure, r)).into_iter().collect()
        }
        Act::Lapse { clock, .. } => name(procedure.clock(clock).map(|c| &c.name)).collect(),
        _ => Vec::new(),
    }
}

/// Of which time limit the system reminds, and when it does.
fn rung_line(t: T, procedure: &Procedure, rung: &Rung) -> String {
    let clock = procedure.clock(&rung.clock).map(|c| t.text(&c.name).to_owned());
    let by = rung.by.map(|by| span(t, by)).unwrap_or_default();
    let args = [("clock", clock.unwrap_or_default()), ("by", by)];
    match rung.when {
        RungTime::Before => t.args("desk-rung-before", &args),
        RungTime::At => t.args("desk-rung-at", &args),
        RungTime::After => t.args("desk-rung-after", &args),
    }
}

fn part(t: T, part: &case::act::Assignment) -> String {
    let role = if part.lead {
        t.say("desk-lead")
    } else {
        t.say("desk-assist")
    };
    let mut line = format!("{role} {}", part.unit.name);
    if let Some(duty) = &part.on_duty {
        line.push_str(" · ");
        line.push_str(&t.args("desk-on-duty", &[("name", duty.name.clone())]));
    }
    if part.direct {
        line.push_str(" · ");
        line.push_str(&t.say("desk-direct"));
    }
    line
}

fn ruling(t: T, granted: bool) -> String {
    if granted {
        t.say("desk-grant")
    } else {
        t.say("desk-deny")
    }
}

fn rating(t: T, solved: bool, satisfied: bool) -> String {
    let solved = if solved {
        t.say("desk-solved-yes")
    } else {
        t.say("desk-solved-no")
    };
    let satisfied = if satisfied {
        t.say("desk-satisfied-yes")
    } else {
        t.say("desk-satisfied-no")
    };
    format!("{solved} · {satisfied}")
}

fn outcome_name(t: T, procedure: &Procedure, act: &Act, id: &str) -> Vec<String> {
    let of_act = |o: &&procedure::Outcome| o.id == id && Some(o.of_act) == act.word();
    let found = procedure.outcomes.iter().find(of_act);
    found.map(|o| t.text(&o.name).to_owned()).into_iter().collect()
}

/// A limit as people write it.
pub(crate) fn span(t: T, limit: Limit) -> String {
    match t.lang() {
        Lang::Zh => limit.zh(),
        Lang::En => limit.to_string(),
    }
}
