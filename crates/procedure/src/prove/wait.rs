//! Every wait that can be reached has a clock that runs, or says why it needs none; and no duty has two.

use super::model::Model;
use super::state::{PLACES, Standing, State};
use super::step::Why;
use super::walk::Walk;
use crate::model::{ClockRule, Moment, Of, Procedure, Step, StepEnd};
use std::collections::HashSet;

/// The first state of each step in which something waits there without a clock: (state, step).
pub(super) fn without_clock(model: &Model<'_>, walk: &Walk) -> Vec<(usize, usize)> {
    let mut found: Vec<(usize, usize)> = Vec::new();
    let mut known = HashSet::new();
    for (at, state) in walk.states.iter().enumerate() {
        let places = (0..PLACES).filter(|p| state.is(*p, Standing::Open)).map(Some);
        for place in std::iter::once(None).chain(places) {
            let step = state.step(place);
            let waits = |s: &&Step| s.end != StepEnd::Final && s.no_clock.is_none() && !s.clocks.is_empty();
            let Some(rule) = model.p.steps.get(step).filter(waits) else {
                continue;
            };
            let runs = |id: &String| {
                model
                    .p
                    .clocks
                    .iter()
                    .position(|c| c.id == *id)
                    .is_some_and(|c| open(model, state, c, place))
            };
            if !rule.clocks.iter().any(runs) && known.insert(step) {
                found.push((at, step));
            }
        }
    }
    found
}

/// Whether a clock runs or is overdue; for a wait of the case, that of any of its work orders.
fn open(model: &Model<'_>, state: &State, clock: usize, place: Option<usize>) -> bool {
    let of_order = model.p.clocks.get(clock).is_some_and(|c| c.of == Of::Order);
    match (of_order, place) {
        (true, None) => (0..PLACES).any(|p| state.there(p) && model.stand(state, clock, Some(p)).open()),
        _ => model.stand(state, clock, place).open(),
    }
}

/// Pairs of clocks that give one duty two limits, with the first state in which one act started both: (earlier, later,
/// state).
pub(super) fn two_limits(model: &Model<'_>, walk: &Walk) -> Vec<(usize, usize, usize)> {
    let clocks = &model.p.clocks;
    let mut found = Vec::new();
    for (b, later) in clocks.iter().enumerate() {
        for (a, earlier) in clocks.iter().enumerate().take(b) {
            if one_duty(earlier, later) {
                found.extend(started(model, walk, a, b).map(|at| (a, b, at)));
            }
        }
    }
    found
}

/// The first state into which one act leads that starts both clocks.
fn started(model: &Model<'_>, walk: &Walk, a: usize, b: usize) -> Option<usize> {
    let both = |at: usize| {
        let state = walk.states.get(at)?;
        let places = std::iter::once(None).chain((0..PLACES).filter(|p| state.there(*p)).map(Some));
        let runs = |place: Option<usize>| [a, b].iter().all(|c| model.stand(state, *c, place).open());
        places.into_iter().any(runs).then_some(at)
    };
    let starts = |why: Why| [a, b].iter().all(|c| model.starts(why) >> c & 1 == 1);
    let first = walk
        .found
        .iter()
        .enumerate()
        .filter(|(_, (from, why))| from.is_none() && starts(*why));
    let edges = walk
        .edges
        .iter()
        .filter(|edge| starts(edge.why))
        .map(|edge| edge.to as usize);
    first.map(|(at, _)| at).chain(edges).find_map(both)
}

/// Whether another clock gives the duty of this one another time.
pub(super) fn rivals(p: &Procedure, clock: usize) -> bool {
    let Some(rule) = p.clocks.get(clock) else {
        return false;
    };
    p.clocks.iter().any(|other| one_duty(rule, other))
}

/// Whether two clocks begin with the same thing and are met by the same, and yet give different times.
fn one_duty(a: &ClockRule, b: &ClockRule) -> bool {
    let same =
        |x: &[Moment], y: &[Moment]| x.iter().all(|m| y.contains(m)) && y.iter().all(|m| x.contains(m));
    a.of == b.of
        && !a.right
        && !b.right
        && !a.met_by.is_empty()
        && same(&a.met_by, &b.met_by)
        && a.starts_on.iter().any(|m| b.starts_on.contains(m))
        && a.limit != b.limit
}
