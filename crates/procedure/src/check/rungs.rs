//! Rungs of urging: where they stand beside a due time, whom they tell, under which priority they supervise.

use super::file::{File, line};
use super::findings::Findings;
use crate::model::{Ruled, Rung, RungDo, RungTime};
use calendar::{Limit, Unit};

pub(super) fn check(file: &File<'_>, found: &mut Findings) {
    for (index, rung) in file.procedure.rungs.iter().enumerate() {
        distance(file, index, rung, found);
        sense(file, index, rung, found);
        order(file, index, rung, found);
    }
}

fn distance(file: &File<'_>, index: usize, rung: &Rung, found: &mut Findings) {
    let args = || vec![("rung", rung.id.clone())];
    match (rung.when, rung.by) {
        (RungTime::At, Some(_)) => {
            found.fault(
                line!(file, "rung", index, "by"),
                "check-rung-at-by",
                rung.clause(),
                args(),
            );
        }
        (RungTime::Before | RungTime::After, None) => {
            found.fault(
                line!(file, "rung", index, "when"),
                "check-rung-without-by",
                rung.clause(),
                args(),
            );
        }
        (RungTime::Before, Some(by)) => {
            let clock = file.procedure.clock(&rung.clock);
            if let Some(limit) = clock.and_then(|c| c.limit).filter(|l| never_shorter(by, *l)) {
                let mut args = args();
                args.push(("by", by.to_string()));
                args.push(("limit", limit.to_string()));
                found.fault(
                    line!(file, "rung", index, "by"),
                    "check-rung-too-early",
                    rung.clause(),
                    args,
                );
            }
        }
        _ => {}
    }
}

fn sense(file: &File<'_>, index: usize, rung: &Rung, found: &mut Findings) {
    let args = || vec![("rung", rung.id.clone())];
    let clause = rung.clause();
    match (rung.does, &rung.priority) {
        (RungDo::Supervise, None) => {
            found.fault(
                line!(file, "rung", index, "do"),
                "check-rung-priority",
                clause,
                args(),
            );
        }
        (RungDo::Remind | RungDo::Urge, Some(_)) => {
            found.fault(
                line!(file, "rung", index, "priority"),
                "check-rung-priority-idle",
                clause,
                args(),
            );
        }
        _ => {}
    }
    if rung.tell.is_empty() {
        found.fault(
            line!(file, "rung", index, "tell"),
            "check-rung-nobody",
            clause,
            args(),
        );
    }
    let right = file.procedure.clock(&rung.clock).is_some_and(|c| c.right);
    if right && rung.does != RungDo::Remind {
        found.fault(
            line!(file, "rung", index, "do"),
            "check-rung-on-right",
            clause,
            args(),
        );
    }
}

fn order(file: &File<'_>, index: usize, rung: &Rung, found: &mut Findings) {
    let above = file
        .procedure
        .rungs
        .iter()
        .take(index)
        .filter(|r| r.clock == rung.clock && r.unit == rung.unit);
    for other in above {
        let args = || vec![("rung", rung.id.clone()), ("other", other.id.clone())];
        let same = other.when == rung.when && other.by == rung.by && other.does == rung.does;
        if same {
            found.fault(
                line!(file, "rung", index, "when"),
                "check-rung-twice",
                rung.clause(),
                args(),
            );
        } else if place(other) > place(rung) {
            found.advice(
                line!(file, "rung", index, "when"),
                "check-rung-order",
                rung.clause(),
                args(),
            );
        }
    }
}

/// Minutes from the due time, roughly.
fn place(rung: &Rung) -> i64 {
    let by = rung
        .by
        .map_or(0, |by| i64::try_from(least(by)).unwrap_or(i64::MAX));
    match rung.when {
        RungTime::Before => -by,
        RungTime::At => 0,
        RungTime::After => by,
    }
}

/// Whether `by` surely lasts as long as `limit`, whatever the holidays.
fn never_shorter(by: Limit, limit: Limit) -> bool {
    if by.unit == limit.unit {
        return by.amount >= limit.amount;
    }
    most(limit).is_some_and(|most| least(by) >= most)
}

/// The fewest minutes it can last.
fn least(limit: Limit) -> u64 {
    let amount = u64::from(limit.amount);
    match limit.unit {
        Unit::Minutes => amount,
        Unit::Hours | Unit::Workhours => amount * 60,
        Unit::Days | Unit::Workdays => amount * 24 * 60,
        Unit::Months => amount * 28 * 24 * 60,
    }
}

/// The most minutes it can last; `None` where holidays can stretch it.
fn most(limit: Limit) -> Option<u64> {
    match limit.unit {
        Unit::Minutes | Unit::Hours | Unit::Days => Some(least(limit)),
        Unit::Months => Some(u64::from(limit.amount) * 31 * 24 * 60),
        Unit::Workhours | Unit::Workdays => None,
    }
}
