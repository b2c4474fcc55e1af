//! Where a clock's due time comes from: a limit, a round, or another clock, one of them and no more; and no clock that
//! hangs on itself.

use super::file::{File, line};
use super::findings::Findings;
use super::nearest::list;
use crate::model::{ClockRule, Ruled};

pub(super) fn check(file: &File<'_>, found: &mut Findings) {
    let p = file.procedure;
    for (index, clock) in p.clocks.iter().enumerate() {
        let args = || vec![("clock", clock.id.clone())];
        let sources = sources(clock);
        if sources.is_empty() {
            let line = line!(file, "clock", index, "id");
            found.fault(line, "check-clock-no-due", clock.clause(), args());
        } else if let [_, second, ..] = sources.as_slice() {
            let mut args = args();
            args.push(("words", list(sources.iter().copied())));
            let line = line!(file, "clock", index, *second);
            found.fault(line, "check-clock-two-dues", clock.clause(), args);
        }
        let Some(other) = clock.before.as_ref().and_then(|b| p.clock(&b.clock)) else {
            continue;
        };
        let line = line!(file, "clock", index, "before", "clock");
        if let Some(circle) = circle(file, clock) {
            // once for each circle, at its last clock in the file
            if circle
                .iter()
                .all(|id| p.clocks.iter().take(index).any(|c| c.id == *id) || *id == clock.id)
            {
                let mut args = args();
                args.push(("way", circle.join(" → ")));
                found.fault(line, "check-before-circle", clock.clause(), args);
            }
        } else if other.of != clock.of {
            let mut args = args();
            args.push(("other", other.id.clone()));
            args.push(("want", clock.of.word().to_owned()));
            found.fault(line, "check-before-of", clock.clause(), args);
        } else if other.before.is_some() {
            let mut args = args();
            args.push(("other", other.id.clone()));
            found.fault(line, "check-before-twice", clock.clause(), args);
        }
    }
}

/// What names the due time, by key. An act may name the limit beside one of the clock's own, which holds where it does
/// not.
fn sources(clock: &ClockRule) -> Vec<&'static str> {
    let limit = if clock.limit.is_some() {
        Some("limit")
    } else if !clock.limits.is_empty() {
        Some("limits")
    } else {
        clock.set_by_act.then_some("set_by_act")
    };
    let round = clock.round.as_ref().map(|_| "round");
    let before = clock.before.as_ref().map(|_| "before");
    [limit, round, before].into_iter().flatten().collect()
}

/// The clocks on which this one hangs, where that leads back to it.
fn circle<'a>(file: &File<'a>, clock: &'a ClockRule) -> Option<Vec<&'a str>> {
    let mut way = vec![clock.id.as_str()];
    let mut at = clock;
    while let Some(before) = &at.before {
        at = file.procedure.clock(&before.clock)?;
        if at.id == clock.id {
            return Some(way);
        }
        if way.contains(&at.id.as_str()) {
            // it hangs on a circle without being of it
            return None;
        }
        way.push(&at.id);
    }
    None
}
