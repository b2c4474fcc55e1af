//! More time: only on clocks that the procedure lets be extended, only up to its sum.

use crate::facts::Seen;
use crate::state::Asked;
use crate::{Clock, Effect, Refusal, clocks};
use calendar::{Limit, Unit};
use procedure::{Basis, ClockRule, Extension};

/// The open clock of the work order that can be extended, with its rule.
pub(crate) fn extensible<'a>(seen: &Seen<'a>) -> Option<(&'a Clock, &'a ClockRule, &'a Extension)> {
    let order = seen.order?.no;
    seen.case
        .clocks
        .iter()
        .rev()
        .filter(|c| c.is_open() && c.order == Some(order))
        .find_map(|clock| {
            let rule = seen.rules.procedure.clock(&clock.id)?;
            rule.extension.as_ref().map(|extension| (clock, rule, extension))
        })
}

/// Refuses an extension of what cannot be extended, one asked too late, and one beyond the sum.
pub(crate) fn check(seen: &Seen<'_>, limit: Limit, basis: &Basis) -> Result<(), Refusal> {
    let Some((clock, _, extension)) = extensible(seen) else {
        return Err(Refusal::new("refusal-not-extensible", basis.clone()));
    };
    let basis = Basis::Clause(extension.clause.clone());
    if seen.now >= clock.due {
        return Err(Refusal::new("refusal-extension-too-late", basis).at("due", clock.due));
    }
    within(seen, clock, extension, limit)
}

/// Refuses a grant of more than was asked, or beyond the sum.
pub(crate) fn check_ruling(seen: &Seen<'_>, limit: Option<Limit>, basis: &Basis) -> Result<(), Refusal> {
    let Some((clock, _, extension)) = extensible(seen) else {
        return Err(Refusal::new("refusal-not-extensible", basis.clone()));
    };
    let asked = asked(seen);
    let granted = limit.or(asked);
    let (Some(granted), Some(asked)) = (granted, asked) else {
        return Err(Refusal::new("refusal-nothing-asked", basis.clone()));
    };
    if minutes(granted) > minutes(asked) {
        return Err(Refusal::new("refusal-more-than-asked", basis.clone())
            .with("asked", asked)
            .with("granted", granted));
    }
    within(seen, clock, extension, granted)
}

/// Moves the due time.
pub(crate) fn grant(seen: &Seen<'_>, limit: Option<Limit>, effects: &mut Vec<Effect>) -> Result<(), Refusal> {
    if let (Some((clock, rule, _)), Some(by)) = (extensible(seen), limit.or(asked(seen))) {
        effects.push(clocks::extend(seen.rules, rule, clock, by)?);
    }
    Ok(())
}

fn asked(seen: &Seen<'_>) -> Option<Limit> {
    match seen.case.open_request(seen.order?.no, false)?.asked {
        Asked::Extension(limit) => Some(limit),
        Asked::SendBack => None,
    }
}

fn within(seen: &Seen<'_>, clock: &Clock, extension: &Extension, limit: Limit) -> Result<(), Refusal> {
    let basis = Basis::Clause(extension.clause.clone());
    if extension.in_all {
        return within_all(seen, clock, extension, limit, basis);
    }
    let so_far: Option<u64> = clock.extended.iter().map(|l| minutes(*l)).sum();
    let (Some(so_far), Some(wanted), Some(most)) = (so_far, minutes(limit), minutes(extension.at_most))
    else {
        return Err(Refusal::new("refusal-extension-unit", basis).with("limit", limit));
    };
    if comparable(limit.unit) != comparable(extension.at_most.unit) {
        return Err(Refusal::new("refusal-extension-unit", basis).with("limit", limit));
    }
    if so_far + wanted > most {
        return Err(Refusal::new("refusal-extension-too-long", basis)
            .with("limit", limit)
            .with("most", extension.at_most)
            .with("left", whole(most - so_far.min(most))));
    }
    Ok(())
}

/// The clock as extended ends no later than the longest time, counted from its start.
fn within_all(
    seen: &Seen<'_>,
    clock: &Clock,
    extension: &Extension,
    limit: Limit,
    basis: Basis,
) -> Result<(), Refusal> {
    let calendar = seen.rules.calendar;
    let counting = seen.rules.procedure.head.counting();
    let asked = calendar.extend(clock.due, clock.limit.unwrap_or(limit), limit, counting);
    let most = calendar.due(clock.from, extension.at_most, counting);
    match (asked, most) {
        (Ok(asked), Ok(most)) if asked.due <= most.due => Ok(()),
        (_, Ok(most)) => Err(Refusal::new("refusal-extension-beyond", basis)
            .with("limit", limit)
            .with("most", extension.at_most)
            .at("due", most.due)),
        _ => Err(clocks::out_of_range(basis)),
    }
}

/// Whether anything is left of the sum that may be granted.
pub(crate) fn left(seen: &Seen<'_>) -> bool {
    extensible(seen).is_some_and(|(clock, _, extension)| {
        let so_far: Option<u64> = clock.extended.iter().map(|l| minutes(*l)).sum();
        seen.now < clock.due && (extension.in_all || so_far < minutes(extension.at_most))
    })
}

/// So many minutes in the largest unit that holds them whole.
fn whole(minutes: u64) -> String {
    let (amount, unit) = match minutes {
        m if m % (24 * 60) == 0 => (m / (24 * 60), Unit::Days),
        m if m % 60 == 0 => (m / 60, Unit::Hours),
        m => (m, Unit::Minutes),
    };
    let amount = u32::try_from(amount).unwrap_or(u32::MAX);
    Limit { amount, unit }.to_string()
}

/// Working days and natural days cannot be added up; hours and natural days can.
fn comparable(unit: Unit) -> u8 {
    match unit {
        Unit::Minutes | Unit::Hours | Unit::Days => 0,
        Unit::Workdays => 1,
        Unit::Workhours => 2,
        Unit::Months => 3,
    }
}

fn minutes(limit: Limit) -> Option<u64> {
    let amount = u64::from(limit.amount);
    Some(match limit.unit {
        Unit::Minutes => amount,
        Unit::Hours | Unit::Workhours => amount * 60,
        Unit::Days | Unit::Workdays => amount * 24 * 60,
        Unit::Months => return None,
    })
}
