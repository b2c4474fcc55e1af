//! How clocks answer to what happens: they start, are met, run again or end, as the procedure says.

use crate::decide::Happened;
use crate::facts::Seen;
use crate::{Actor, Case, Clock, Effect, OrderNo, Refusal, Rules};
use calendar::{Counting, Instant, Limit};
use procedure::{ClockRule, Moment, Of, Ruled};

/// The clock effects of the moments. `after` is the case with the act and its steps already folded.
pub(crate) fn react(
    rules: &Rules<'_>,
    after: &Case,
    moments: &[Happened],
    who: &Actor,
    now: Instant,
) -> Result<Vec<Effect>, Refusal> {
    let mut effects = Vec::new();
    for (index, clock) in after.clocks.iter().enumerate() {
        if superseded(after, index, clock) {
            continue;
        }
        let Some(rule) = rules.procedure.clock(&clock.id) else {
            continue;
        };
        let again = || {
            let seen = Seen {
                rules,
                case: after,
                order: clock.order.and_then(|no| after.order(no)),
                act: None,
                who,
                now,
            };
            seen.all(&rule.runs_again_if)
        };
        effects.extend(existing(rule, clock, moments, again));
    }
    for rule in &rules.procedure.clocks {
        for (moment, order) in moments {
            if !rule.starts_on.contains(moment) || (rule.of == Of::Order && order.is_none()) {
                continue;
            }
            let order = if rule.of == Of::Order { *order } else { None };
            let of = order.and_then(|no| after.order(no));
            let seen = Seen {
                rules,
                case: after,
                order: of,
                act: None,
                who,
                now,
            };
            if seen.all(&rule.only_if) && !starts_already(&effects, rule, order) {
                if still_open(after, &effects, rule, order) {
                    effects.push(Effect::Withdraw {
                        clock: rule.id.clone(),
                        order,
                    });
                }
                effects.push(start(rules, rule, order, now)?);
            }
        }
    }
    Ok(effects)
}

/// Whether a later clock took this one's place: only the latest of a kind answers to what happens.
fn superseded(case: &Case, index: usize, clock: &Clock) -> bool {
    let mut later = case.clocks.iter().skip(index + 1);
    later.any(|c| c.id == clock.id && c.order == clock.order)
}

/// Whether the latest clock of this kind still runs after the effects so far.
fn still_open(after: &Case, effects: &[Effect], rule: &ClockRule, order: Option<OrderNo>) -> bool {
    let ended = effects.iter().any(|e| {
        matches!(e, Effect::Meet { clock, order: of } | Effect::Withdraw { clock, order: of }
            if *clock == rule.id && *of == order)
    });
    !ended && after.clock(&rule.id, order).is_some_and(Clock::is_open)
}

fn starts_already(effects: &[Effect], rule: &ClockRule, order: Option<OrderNo>) -> bool {
    effects
        .iter()
        .any(|e| matches!(e, Effect::Start { clock, order: of, .. } if *clock == rule.id && *of == order))
}

/// What happens to a clock that exists. An order's clock hears its own order only; the case's hears everything.
fn existing(
    rule: &ClockRule,
    clock: &Clock,
    moments: &[Happened],
    again: impl Fn() -> bool,
) -> Option<Effect> {
    let hears = |listed: &[Moment]| {
        moments.iter().any(|(moment, order)| {
            listed.contains(moment) && (clock.order.is_none() || *order == clock.order || order.is_none())
        })
    };
    let (id, order) = (|| clock.id.clone(), clock.order);
    if !clock.is_open() {
        return (hears(&rule.runs_again_on) && again()).then(|| Effect::RunAgain { clock: id(), order });
    }
    if hears(&rule.met_by) {
        return Some(Effect::Meet { clock: id(), order });
    }
    hears(&rule.withdrawn_on).then(|| Effect::Withdraw { clock: id(), order })
}

/// How a clock counts: the procedure's way, with the clock's own first day.
pub(crate) fn counting(rules: &Rules<'_>, rule: &ClockRule) -> Counting {
    Counting {
        start: rule.start,
        ..rules.procedure.head.counting()
    }
}

/// Starts a clock at `from`.
pub(crate) fn start(
    rules: &Rules<'_>,
    rule: &ClockRule,
    order: Option<OrderNo>,
    from: Instant,
) -> Result<Effect, Refusal> {
    let due = rules
        .calendar
        .due(from, rule.limit, counting(rules, rule))
        .map_err(|_| Refusal::new("refusal-date-out-of-range", rule.basis()))?;
    Ok(Effect::Start {
        clock: rule.id.clone(),
        order,
        from,
        due: due.due,
        limit: rule.limit,
        provisional: due.provisional,
    })
}

/// Moves the due time of a clock by an extension.
pub(crate) fn extend(
    rules: &Rules<'_>,
    rule: &ClockRule,
    clock: &Clock,
    by: Limit,
) -> Result<Effect, Refusal> {
    let due = rules
        .calendar
        .extend(clock.due, clock.limit, by, counting(rules, rule))
        .map_err(|_| Refusal::new("refusal-date-out-of-range", rule.basis()))?;
    Ok(Effect::Extend {
        clock: clock.id.clone(),
        order: clock.order,
        due: due.due,
        by,
        provisional: due.provisional,
    })
}
