//! Clocks that never start or that nothing can meet.

use super::explore::Course;
use super::file::{File, line};
use super::findings::Findings;
use crate::model::{ClockRule, Moment, Of, Ruled};
use crate::vocabulary::word;
use std::collections::HashSet;

pub(super) fn check(file: &File<'_>, course: &Course, found: &mut Findings) {
    let happens: HashSet<(Moment, bool)> = course
        .moves
        .iter()
        .flat_map(|m| m.moments.iter().copied())
        .collect();
    for (index, clock) in file.procedure.clocks.iter().enumerate() {
        let can = |moment: &Moment| hears(clock, &happens, *moment);
        let args = || vec![("clock", clock.id.clone())];
        if !clock.starts_on.iter().any(can) {
            let line = line!(file, "clock", index, "starts_on");
            found.fault(line, "check-clock-never-starts", clock.clause(), args());
        }
        if clock.met_by.is_empty() && !clock.right {
            let line = line!(file, "clock", index, "met_by");
            found.fault(line, "check-clock-no-meeting", clock.clause(), args());
        }
        let lists = [
            ("starts_on", &clock.starts_on),
            ("met_by", &clock.met_by),
            ("runs_again_on", &clock.runs_again_on),
            ("withdrawn_on", &clock.withdrawn_on),
        ];
        for (key, moments) in lists {
            for (j, moment) in moments.iter().enumerate().filter(|(_, m)| !can(m)) {
                let mut args = args();
                args.push(("moment", word(*moment)));
                args.push(("key", key.to_owned()));
                found.fault(
                    line!(file, "clock", index, key, j),
                    "check-moment-never",
                    clock.clause(),
                    args,
                );
            }
        }
    }
}

/// Whether the moment happens where the clock can hear it: the case's clock hears everything, a work order's what
/// happens to it, and once it runs what happens to its case.
fn hears(clock: &ClockRule, happens: &HashSet<(Moment, bool)>, moment: Moment) -> bool {
    let of_order = happens.contains(&(moment, true));
    let starts = clock.starts_on.contains(&moment);
    match clock.of {
        Of::Order if starts => of_order,
        _ => of_order || happens.contains(&(moment, false)),
    }
}
