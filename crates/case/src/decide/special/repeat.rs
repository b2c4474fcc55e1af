//! The repeat complaint: a person confirms that it is the same problem, the rule does the rest.

use crate::act::{Assignment, Earlier, UnitRef};
use crate::facts::Seen;
use crate::{Effect, OrderNo, Refusal, clocks};
use procedure::Basis;

fn basis(seen: &Seen<'_>) -> Basis {
    seen.rules
        .procedure
        .head
        .repeat_clause
        .clone()
        .map_or(Basis::House, Basis::Clause)
}

/// Refuses a repeat that neither limb of the rule covers: within the time after the closing reply, by anyone; or
/// past the citizen's own limit, still unsolved, by the same citizen.
pub(crate) fn check(seen: &Seen<'_>, earlier: &Earlier) -> Result<(), Refusal> {
    if after_reply(seen, earlier) || past_limit(seen, earlier) {
        return Ok(());
    }
    Err(Refusal::new("refusal-not-a-repeat", basis(seen)).with("earlier", &earlier.number))
}

fn after_reply(seen: &Seen<'_>, earlier: &Earlier) -> bool {
    let (Some(within), Some(replied)) = (seen.rules.procedure.head.repeat_within, earlier.replied) else {
        return false;
    };
    let counting = seen.rules.procedure.head.counting();
    let end = seen.rules.calendar.due(replied, within, counting);
    earlier.again >= replied && end.is_ok_and(|end| earlier.again < end.due)
}

fn past_limit(seen: &Seen<'_>, earlier: &Earlier) -> bool {
    let head = &seen.rules.procedure.head;
    let rule = head
        .repeat_clock
        .as_deref()
        .and_then(|id| seen.rules.procedure.clock(id));
    let (Some(rule), Some(first), false) = (rule, earlier.first_complaint, earlier.solved) else {
        return false;
    };
    let Some(limit) = rule.limit else { return false };
    let due = seen
        .rules
        .calendar
        .due(first, limit, clocks::counting(seen.rules, rule));
    due.is_ok_and(|due| earlier.again >= due.due)
}

/// The open work orders go to the named leaders, and the citizen's clock counts from the first complaint.
pub(crate) fn effects(seen: &Seen<'_>, earlier: &Earlier, effects: &mut Vec<Effect>) -> Result<(), Refusal> {
    // those already done too: the citizen's dissatisfaction may open them again
    for order in seen.case.orders.iter().filter(|o| o.ended.is_none()) {
        in_person(seen, order.no, &order.unit, effects);
    }
    let rule = seen
        .rules
        .procedure
        .head
        .repeat_clock
        .as_deref()
        .and_then(|id| seen.rules.procedure.clock(id));
    let (Some(rule), Some(first)) = (rule, earlier.first_complaint) else {
        return Ok(());
    };
    let Some(clock) = seen.case.clock(&rule.id, None) else {
        return Ok(());
    };
    if clock.is_open() && first < clock.from {
        effects.push(Effect::Withdraw {
            clock: rule.id.clone(),
            order: None,
        });
        effects.extend(clocks::start(seen, rule, None, first)?);
    }
    Ok(())
}

/// New work orders of a case already confirmed as a repeat.
pub(crate) fn in_person_for_new(seen: &Seen<'_>, to: &[Assignment], effects: &mut Vec<Effect>) {
    for (index, part) in to.iter().enumerate() {
        let no = OrderNo::try_from(seen.case.orders.len() + 1 + index).unwrap_or(OrderNo::MAX);
        in_person(seen, no, &part.unit, effects);
    }
}

/// The work order that a unit makes for itself by claiming such a case.
pub(crate) fn in_person_for_claim(seen: &Seen<'_>, unit: &UnitRef, effects: &mut Vec<Effect>) {
    let no = OrderNo::try_from(seen.case.orders.len() + 1).unwrap_or(OrderNo::MAX);
    in_person(seen, no, unit, effects);
}

fn in_person(seen: &Seen<'_>, order: OrderNo, unit: &UnitRef, effects: &mut Vec<Effect>) {
    if let Some(rule) = seen
        .rules
        .procedure
        .personal
        .iter()
        .find(|p| p.unit_kind == unit.kind)
    {
        effects.push(Effect::InPerson {
            order,
            role: rule.role.clone(),
        });
    }
}
