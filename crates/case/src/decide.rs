//! The one door through which a case changes: rules, case, command, person and time in; events or a refusal out.

mod choose;
mod consequences;
mod demands;
mod fields;
mod history;
mod special;
mod told;

pub(crate) use choose::{allowed, of, rule_of, stands_in};
pub(crate) use consequences::Happened;
pub(crate) use demands::{blocking, on, unheld};
pub use history::STEP as HISTORY_STEP;
pub(crate) use special::{extension_left, of_rung};
pub(crate) use told::resolve;

use crate::clocks;
use crate::facts::Seen;
use crate::stand_in::stand_in;
use crate::{Act, Actor, By, Case, Command, Event, Refusal, priorities, timers};
use calendar::{Calendar, Instant};
use procedure::{ActRule, Basis, Procedure, Ruled};
use std::borrow::Cow;

/// The adopted rules that a case runs under.
#[derive(Debug, Clone, Copy)]
pub struct Rules<'a> {
    /// The procedure.
    pub procedure: &'a Procedure,
    /// The calendar that counts its days.
    pub calendar: &'a Calendar,
}

/// Decides a command at `now`. First come the lapses and rungs that fell due before, whether a timer came by or
/// not, so that a late act never looks punctual.
///
/// # Errors
/// A [`Refusal`] with its clause; nothing has changed then, the lapses neither: the timer records those.
pub fn decide(
    rules: &Rules<'_>,
    case: &Case,
    command: &Command,
    who: &Actor,
    now: Instant,
) -> Result<Vec<Event>, Refusal> {
    let now = case.last.map_or(now, |last| last.max(now));
    if let Act::RecordHistory { .. } = &command.act {
        return history::enter(case, command, who, now).map(|event| vec![event]);
    }
    let mut events = timers::tick(rules, case, now);
    let mut before = Cow::Borrowed(case);
    for event in &events {
        before.to_mut().apply(event);
    }
    let order = command.order.and_then(|no| before.order(no));
    if command.order.is_some() && order.is_none() {
        return Err(Refusal::product("refusal-no-such-order"));
    }
    let who = stand_in(rules.procedure, &before, who);
    let seen = Seen {
        rules,
        case: &before,
        order,
        act: Some(&command.act),
        who: &who,
        now,
    };
    let (rule, by) = choose::rule(&seen)?;
    let basis = rule.basis();
    if rule.seen {
        stale(&before, command, &basis)?;
    }
    fields::check(&seen, rule)?;
    unmet(&seen, rule)?;
    demands::check(&seen)?;
    special::check(&seen, &basis)?;
    let event = build(&seen, rule, by, basis)?;
    events.push(event);
    Ok(events)
}

/// Refuses an act whose rule names a condition that does not hold, with the condition's clause.
pub(crate) fn unmet(seen: &Seen<'_>, rule: &ActRule) -> Result<(), Refusal> {
    for requirement in &rule.only_if {
        if !seen.holds(&requirement.that) {
            let basis = requirement
                .clause
                .clone()
                .map_or_else(|| rule.basis(), Basis::Clause);
            let mut refusal =
                Refusal::new("refusal-condition", basis).with("condition", requirement.that.to_string());
            refusal.say = Some(requirement.say.clone());
            return Err(refusal);
        }
    }
    Ok(())
}

/// Refuses a judgement on a text that has changed since it was seen, or that does not say what it saw.
fn stale(case: &Case, command: &Command, basis: &Basis) -> Result<(), Refusal> {
    match command.seen {
        None => Err(Refusal::product("refusal-seen-missing")),
        Some(seen) if seen < case.text_seq => Err(Refusal::new("refusal-stale", basis.clone())
            .with("since", seen)
            .with("changed", case.text_seq)),
        Some(_) => Ok(()),
    }
}

fn build(seen: &Seen<'_>, rule: &ActRule, by: By, basis: Basis) -> Result<Event, Refusal> {
    let Some(act) = seen.act else {
        return Err(Refusal::product("refusal-no-rule"));
    };
    let order = seen.order.map(|o| o.no);
    let mut event = Event {
        at: seen.now,
        by,
        act: act.clone(),
        order,
        basis,
        effects: Vec::new(),
    };
    let moments = consequences::steps(seen, rule, &mut event.effects);
    special::effects(seen, rule, &mut event.effects)?;
    let mut after = seen.case.clone();
    after.apply(&event);
    let stir = clocks::Stir {
        rules: seen.rules,
        moments: &moments,
        act: Some(act),
        who: seen.who,
        now: seen.now,
    };
    for effect in stir.react(&after)? {
        after.apply_only(&effect, &event);
        event.effects.push(effect);
    }
    for effect in stir.follow(&after)? {
        after.apply_only(&effect, &event);
        event.effects.push(effect);
    }
    for effect in special::issued(seen, &after) {
        after.apply_only(&effect, &event);
        event.effects.push(effect);
    }
    let told = told::tell(seen, rule, &after, &event);
    event.effects.extend(told);
    event
        .effects
        .extend(priorities::select(seen.rules, &after, act, seen.who, seen.now));
    Ok(event)
}
