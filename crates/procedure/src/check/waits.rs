//! Waiting: every step in which something waits names a clock that can run there, or says why none is needed.

use super::explore::Course;
use super::file::{File, line};
use super::findings::Findings;
use crate::model::{ClockRule, Of, Ruled, StepEnd};
use std::collections::HashSet;

/// How a clock stands, in one course of a case.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Stand {
    No,
    Runs,
    Over,
}

pub(super) fn check(file: &File<'_>, course: &Course, found: &mut Findings) {
    let steps = || file.procedure.steps.iter().enumerate();
    for (index, step) in steps() {
        let args = || vec![("step", step.id.clone())];
        if step.end == StepEnd::Final {
            if step.no_clock.is_some() {
                let line = line!(file, "step", index, "no_clock");
                found.fault(line, "check-final-no-clock", step.clause(), args());
            }
        } else if step.clocks.is_empty() && step.no_clock.is_none() {
            found.fault(
                line!(file, "step", index),
                "check-wait-without-clock",
                step.clause(),
                args(),
            );
        }
        if step.of == Of::Order && step.answered {
            found.fault(
                line!(file, "step", index, "answered"),
                "check-answered-order",
                step.clause(),
                args(),
            );
        }
    }
    for clock in &file.procedure.clocks {
        let listed: Vec<usize> = steps()
            .filter(|(_, s)| s.clocks.contains(&clock.id))
            .map(|(i, _)| i)
            .collect();
        if listed.is_empty() {
            continue;
        }
        let runs = running(course, clock);
        for index in listed.into_iter().filter(|i| !runs.contains(i)) {
            let Some(step) = file.procedure.steps.get(index) else {
                continue;
            };
            let at = step
                .clocks
                .iter()
                .position(|c| *c == clock.id)
                .unwrap_or_default();
            let args = vec![("step", step.id.clone()), ("clock", clock.id.clone())];
            let line = line!(file, "step", index, "clocks", at);
            found.fault(line, "check-clock-not-there", step.clause(), args);
        }
    }
}

/// The steps, of cases and work orders, in which the clock can be running.
fn running(course: &Course, clock: &ClockRule) -> HashSet<usize> {
    let mut by_state: Vec<Vec<usize>> = vec![Vec::new(); course.states.len()];
    let mut todo = Vec::new();
    for (index, m) in course.moves.iter().enumerate() {
        match m.from.and_then(|f| by_state.get_mut(f)) {
            Some(list) => list.push(index),
            None => todo.push((m.to, react(clock, Stand::No, &m.moments, m.fresh))),
        }
    }
    let mut seen: HashSet<(usize, Stand)> = todo.iter().copied().collect();
    while let Some((state, stand)) = todo.pop() {
        for m in by_state
            .get(state)
            .into_iter()
            .flatten()
            .filter_map(|i| course.moves.get(*i))
        {
            let next = (m.to, react(clock, stand, &m.moments, m.fresh));
            if seen.insert(next) {
                todo.push(next);
            }
        }
    }
    let runs = seen.into_iter().filter(|(_, stand)| *stand == Stand::Runs);
    let states = runs.filter_map(|(state, _)| course.states.get(state));
    states
        .flat_map(|s| std::iter::once(s.case).chain(s.order))
        .collect()
}

/// How the clock stands after the moments.
fn react(clock: &ClockRule, stand: Stand, moments: &[(crate::Moment, bool)], fresh: bool) -> Stand {
    let hears = |list: &[crate::Moment]| moments.iter().any(|(m, _)| list.contains(m));
    // a new work order has clocks of its own
    let stand = if fresh && clock.of == Of::Order {
        Stand::No
    } else {
        stand
    };
    let starts = moments
        .iter()
        .any(|(m, of_order)| clock.starts_on.contains(m) && (clock.of == Of::Case || *of_order));
    let existing = match stand {
        Stand::Runs if hears(&clock.met_by) || hears(&clock.withdrawn_on) => Stand::Over,
        Stand::Over if hears(&clock.runs_again_on) => Stand::Runs,
        other => other,
    };
    if starts { Stand::Runs } else { existing }
}
