//! A clock that runs counted anew from its old start, with the extensions and pauses there were.

use super::counting;
use super::start::counted_back;
use crate::{Clock, OrderNo, Rules};
use calendar::{Due, DueError, Instant, Limit};
use procedure::ClockRule;

/// The due time of a clock by `limit`.
pub(super) fn counted(
    rules: &Rules<'_>,
    rule: &ClockRule,
    clock: &Clock,
    limit: Limit,
) -> Result<Due, DueError> {
    let (calendar, counting) = (rules.calendar, counting(rules, rule));
    let mut due = calendar.due(clock.from, limit, counting)?;
    for by in &clock.extended {
        due = calendar.extend(due.due, limit, *by, counting)?;
    }
    for pause in &clock.pauses {
        due = calendar.resumed(due.due, limit, *pause, counting)?.unwrap_or(due);
    }
    Ok(due)
}

/// Tells the due time of another clock, and whether it is provisional.
type DueOf<'a> = dyn Fn(&str, Option<OrderNo>) -> Option<(Instant, bool)> + 'a;

/// When a clock is due by the calendar in `rules`, and whether that is provisional; `None` where it hangs on something
/// that is gone. `other` tells the due time of another clock.
pub(crate) fn due_again(
    rules: &Rules<'_>,
    rule: &ClockRule,
    clock: &Clock,
    other: &DueOf<'_>,
) -> Result<Option<(Instant, bool)>, DueError> {
    if let Some(limit) = clock.limit {
        let due = counted(rules, rule, clock, limit)?;
        return Ok(Some((due.due, due.provisional)));
    }
    let first = if let Some(before) = &rule.before {
        let due = other(&before.clock, clock.order);
        due.map(|due| counted_back(rules, before, due)).transpose()?
    } else if let Some(round) = rule.round.as_deref().and_then(|id| rules.procedure.round(id)) {
        crate::rounds::next(rules, round, clock.from)?
    } else {
        None
    };
    let Some((mut due, mut provisional)) = first else {
        return Ok(None);
    };
    for by in &clock.extended {
        let more = rules.calendar.extend(due, *by, *by, counting(rules, rule))?;
        (due, provisional) = (more.due, provisional || more.provisional);
    }
    Ok(Some((due, provisional)))
}
