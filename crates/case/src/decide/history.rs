//! A past case from a ledger: enters closed, starts no clock, tells nobody, counts in no live figure.

use crate::{Act, Actor, By, Case, Command, Event, Refusal};
use calendar::Instant;
use procedure::Basis;

/// The step in which cases from a past ledger stand, under every procedure.
pub const STEP: &str = "history";

/// Enters a past case. Only the import may, and only under a number not used yet.
pub(crate) fn enter(case: &Case, command: &Command, who: &Actor, now: Instant) -> Result<Event, Refusal> {
    if *who != Actor::System {
        return Err(Refusal::product("refusal-not-yours").with("act", "record-history"));
    }
    if case.seq > 0 {
        return Err(Refusal::product("refusal-number-taken"));
    }
    let Act::RecordHistory { received, .. } = &command.act else {
        return Err(Refusal::product("refusal-not-in-procedure"));
    };
    if *received > now {
        return Err(Refusal::product("refusal-history-in-future").at("received", *received));
    }
    Ok(Event {
        at: now,
        by: By::System,
        act: command.act.clone(),
        order: None,
        basis: Basis::Product("history".to_owned()),
        effects: vec![crate::Effect::Step {
            order: None,
            to: STEP.to_owned(),
        }],
    })
}
