//! The course of a case: no step that nothing reaches, none that nothing leads on from, none without an end in sight.

use super::explore::{Course, State};
use super::file::{File, line};
use super::findings::Findings;
use crate::model::{Of, Ruled, Step, StepEnd};

pub(super) fn check(file: &File<'_>, course: &Course, found: &mut Findings) {
    for of in [Of::Case, Of::Order] {
        let steps = || {
            file.procedure
                .steps
                .iter()
                .enumerate()
                .filter(move |(_, s)| s.of == of)
        };
        let finals: Vec<usize> = steps()
            .filter(|(_, s)| s.end == StepEnd::Final)
            .map(|(i, _)| i)
            .collect();
        if finals.is_empty() && steps().next().is_some() {
            let args = vec![("want", of.word().to_owned())];
            let first = steps().next().map_or(0, |(i, _)| i);
            found.fault(line!(file, "step", first, "of"), "check-no-final", None, args);
        }
        let ends = leading_to(course, |s| at(s, of).is_some_and(|step| finals.contains(&step)));
        for (index, step) in steps() {
            one(file, course, (index, step), (&ends, finals.is_empty()), found);
        }
    }
}

fn at(state: &State, of: Of) -> Option<usize> {
    match of {
        Of::Case => Some(state.case),
        Of::Order => state.order,
    }
}

fn one(
    file: &File<'_>,
    course: &Course,
    (index, step): (usize, &Step),
    (ends, no_finals): (&[bool], bool),
    found: &mut Findings,
) {
    let line = line!(file, "step", index, "id");
    let args = || vec![("step", step.id.clone())];
    let here = |state: &State| at(state, step.of) == Some(index);
    let mut stands = course
        .states
        .iter()
        .enumerate()
        .filter(|(_, s)| here(s))
        .map(|(i, _)| i)
        .peekable();
    if stands.peek().is_none() {
        return found.fault(line, "check-unreachable", step.clause(), args());
    }
    if step.end == StepEnd::Final {
        return;
    }
    let leaves = |from: &State, to: &State| here(from) && !here(to);
    let way_on = course.moves.iter().any(|m| {
        let from = m.from.and_then(|f| course.states.get(f));
        from.zip(course.states.get(m.to))
            .is_some_and(|(from, to)| leaves(from, to))
    });
    if !way_on {
        return found.fault(line, "check-dead-end", step.clause(), args());
    }
    let stands: Vec<usize> = stands.collect();
    if !no_finals && stands.iter().all(|s| ends.get(*s) == Some(&false)) {
        return found.fault(line, "check-no-end", step.clause(), args());
    }
    if step.of == Of::Case {
        let onward = leading_to(course, |s| !here(s));
        let alone = course.alone();
        let is = |list: &[bool], s: &usize, yes: bool| list.get(*s) == Some(&yes);
        let stuck = stands
            .iter()
            .find(|s| is(&onward, s, false) && is(&alone, s, true));
        let order = stuck
            .and_then(|s| course.states.get(*s)?.order)
            .and_then(|o| file.procedure.steps.get(o));
        if let Some(order) = order {
            let mut args = args();
            args.push(("order", order.id.clone()));
            found.fault(line, "check-stuck", step.clause(), args);
        }
    }
}

/// For each state, whether some way from it leads to a state that is wanted.
fn leading_to(course: &Course, wanted: impl Fn(&State) -> bool) -> Vec<bool> {
    let mut leads: Vec<bool> = course.states.iter().map(wanted).collect();
    let mut changed = true;
    while changed {
        changed = false;
        for m in &course.moves {
            let Some(from) = m.from else { continue };
            if leads.get(m.to) == Some(&true)
                && let Some(lead) = leads.get_mut(from).filter(|lead| !**lead)
            {
                *lead = true;
                changed = true;
            }
        }
    }
    leads
}
