//! The due time of a clock that starts: by its limit, by the alternative that holds, by what the act names, at the next
//! time of a round, or counted back from another clock.

use super::Stir;
use crate::facts::Seen;
use crate::{Act, Case, Clock, Effect, OrderNo, Refusal, Rules};
use calendar::{Counting, DueError, Instant, Limit};
use procedure::{Basis, Before, ClauseId, ClockRule, CountsFrom, Ruled};

impl Stir<'_> {
    /// The start of a clock; `None` where nothing names its due time, such as an act that sets no limit.
    pub(super) fn begin(
        &self,
        seen: &Seen<'_>,
        rule: &ClockRule,
        order: Option<OrderNo>,
        so_far: &[Effect],
    ) -> Result<Option<Effect>, Refusal> {
        let from = match (rule.counts_from, seen.case.posted) {
            (CountsFrom::Posted, Some(posted)) => posted,
            _ => self.now,
        };
        if let Some(before) = &rule.before {
            return before_other(seen.rules, rule, before, (seen.case, so_far), order, from);
        }
        if let Some(round) = rule.round.as_deref() {
            return at_round(seen.rules, rule, round, order, from);
        }
        let named = match self.act {
            Some(Act::Dispatch { terms, .. }) if rule.set_by_act => terms.limit,
            _ => None,
        };
        let (limit, clause) = match named {
            Some(limit) => (Some(limit), None),
            None => chosen(seen, rule, from),
        };
        limit
            .map(|limit| by_limit(seen.rules, rule, order, from, (limit, clause)))
            .transpose()
    }
}

/// Starts a clock at `from` by its own limit; `None` where it has none.
pub(crate) fn start(
    seen: &Seen<'_>,
    rule: &ClockRule,
    order: Option<OrderNo>,
    from: Instant,
) -> Result<Option<Effect>, Refusal> {
    let (limit, clause) = chosen(seen, rule, from);
    limit
        .map(|limit| by_limit(seen.rules, rule, order, from, (limit, clause)))
        .transpose()
}

/// The limit that holds for a clock from `from` on: the first alternative whose conditions and dates fit, or its own.
pub(super) fn chosen(seen: &Seen<'_>, rule: &ClockRule, from: Instant) -> (Option<Limit>, Option<ClauseId>) {
    let day = seen.rules.calendar.local(from).date();
    let fits = rule.limits.iter().find(|other| {
        other.from.is_none_or(|first| first <= day)
            && other.until.is_none_or(|last| day <= last)
            && seen.all(&other.only_if)
    });
    match fits {
        Some(other) => (Some(other.limit), other.clause.clone()),
        None => (rule.limit, None),
    }
}

/// That a due time lies beyond the years that can be counted.
pub(crate) fn out_of_range(basis: Basis) -> Refusal {
    Refusal::new("refusal-date-out-of-range", basis)
}

fn by_limit(
    rules: &Rules<'_>,
    rule: &ClockRule,
    order: Option<OrderNo>,
    from: Instant,
    (limit, clause): (Limit, Option<ClauseId>),
) -> Result<Effect, Refusal> {
    let due = rules
        .calendar
        .due(from, limit, counting(rules, rule))
        .map_err(|_| out_of_range(rule.basis()))?;
    Ok(Effect::Start {
        clock: rule.id.clone(),
        order,
        from,
        due: due.due,
        limit: Some(limit),
        clause,
        provisional: due.provisional,
    })
}

fn at_round(
    rules: &Rules<'_>,
    rule: &ClockRule,
    round: &str,
    order: Option<OrderNo>,
    from: Instant,
) -> Result<Option<Effect>, Refusal> {
    let Some(round) = rules.procedure.round(round) else {
        return Ok(None);
    };
    let next = crate::rounds::next(rules, round, from).map_err(|_| out_of_range(rule.basis()))?;
    Ok(next.map(|(due, provisional)| Effect::Start {
        clock: rule.id.clone(),
        order,
        from,
        due,
        limit: None,
        clause: None,
        provisional,
    }))
}

fn before_other(
    rules: &Rules<'_>,
    rule: &ClockRule,
    before: &Before,
    (case, so_far): (&Case, &[Effect]),
    order: Option<OrderNo>,
    from: Instant,
) -> Result<Option<Effect>, Refusal> {
    let Some(other) = due_of(case, so_far, &before.clock, order) else {
        return Ok(None);
    };
    let (due, provisional) = counted_back(rules, before, other).map_err(|_| out_of_range(rule.basis()))?;
    Ok(Some(Effect::Start {
        clock: rule.id.clone(),
        order,
        from,
        due,
        limit: None,
        clause: None,
        provisional,
    }))
}

/// When a clock is due that is counted back from another, whose due time may be provisional, and whether it is itself.
pub(super) fn counted_back(
    rules: &Rules<'_>,
    before: &Before,
    (other, provisional): (Instant, bool),
) -> Result<(Instant, bool), DueError> {
    let due = rules.calendar.before(other, before.by)?;
    Ok((due.due, provisional || due.provisional))
}

/// The due time of another clock after the effects so far, and whether it is provisional.
pub(super) fn due_of(
    case: &Case,
    so_far: &[Effect],
    id: &str,
    order: Option<OrderNo>,
) -> Option<(Instant, bool)> {
    let told = so_far.iter().rev().find_map(|effect| match effect {
        Effect::Start {
            clock,
            order: of,
            due,
            provisional,
            ..
        }
        | Effect::Relimit {
            clock,
            order: of,
            due,
            provisional,
            ..
        }
        | Effect::Resume {
            clock,
            order: of,
            due,
            provisional,
        } if clock == id && *of == order => Some((*due, *provisional)),
        _ => None,
    });
    let stands = || {
        let clock = case.clock(id, order).filter(|c| c.is_open());
        clock.map(|c| (c.due, c.provisional))
    };
    told.or_else(stands)
}

/// How a clock counts: the procedure's way, with the clock's own first day.
pub(crate) fn counting(rules: &Rules<'_>, rule: &ClockRule) -> Counting {
    Counting {
        start: rule.start,
        ..rules.procedure.head.counting()
    }
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
        .extend(clock.due, clock.limit.unwrap_or(by), by, counting(rules, rule))
        .map_err(|_| out_of_range(rule.basis()))?;
    Ok(Effect::Extend {
        clock: clock.id.clone(),
        order: clock.order,
        due: due.due,
        by,
        provisional: due.provisional,
    })
}
