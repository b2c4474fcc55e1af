//! From every state that a case can reach, people other than the citizen can bring it to an answer, or time does.

use super::model::{Hand, Model};
use super::walk::Walk;
use crate::model::{Do, Of, StepEnd};

/// Where the citizen has an answer, or needs none: by step.
pub(super) fn ends(model: &Model<'_>) -> Vec<bool> {
    let steps = &model.p.steps;
    let answered = steps.iter().any(|s| s.of == Of::Case && s.answered);
    let goal = steps.iter().map(|step| {
        let refused =
            model.p.acts.iter().any(|rule| {
                matches!(rule.does, Do::Refuse | Do::Withdraw) && rule.to.as_ref() == Some(&step.id)
            });
        // a file that does not mark its answers ends where it says so
        step.answered || refused || !answered && step.end == StepEnd::Final
    });
    goal.collect()
}

/// The first state of each step from which no answer can be reached.
pub(super) fn stuck(model: &Model<'_>, walk: &Walk) -> Vec<usize> {
    let ends = ends(model);
    let count = walk.states.len();
    let mut starts = vec![0_u32; count + 1];
    let counts = |edge: &&super::walk::Edge| matches!(edge.hand, Hand::Staff | Hand::Time);
    for edge in walk.edges.iter().filter(counts) {
        if let Some(start) = starts.get_mut(edge.to as usize + 1) {
            *start += 1;
        }
    }
    let mut sum = 0;
    for start in &mut starts {
        sum += *start;
        *start = sum;
    }
    let mut back = vec![0_u32; sum as usize];
    let mut next = starts.clone();
    for edge in walk.edges.iter().filter(counts) {
        if let Some(at) = next.get_mut(edge.to as usize) {
            if let Some(slot) = back.get_mut(*at as usize) {
                *slot = edge.from;
            }
            *at += 1;
        }
    }
    let mut good = vec![false; count];
    let mut todo: Vec<u32> = Vec::new();
    let mut meet = |at: u32, todo: &mut Vec<u32>| {
        if let Some(good) = good.get_mut(at as usize).filter(|good| !**good) {
            *good = true;
            todo.push(at);
        }
    };
    for (at, state) in (0..).zip(&walk.states) {
        if ends.get(state.step(None)) == Some(&true) {
            meet(at, &mut todo);
        }
    }
    while let Some(at) = todo.pop() {
        let from = starts.get(at as usize).copied().unwrap_or(0) as usize;
        let to = starts.get(at as usize + 1).copied().unwrap_or(0) as usize;
        for before in back.get(from..to).unwrap_or_default() {
            meet(*before, &mut todo);
        }
    }
    let mut steps = Vec::new();
    let mut found = Vec::new();
    for (at, _) in good.iter().enumerate().filter(|(_, good)| !**good) {
        let step = walk.states.get(at).map(|s| s.step(None));
        // a state that was not looked at may lead anywhere
        if walk.whole && !steps.contains(&step) {
            steps.push(step);
            found.push(at);
        }
    }
    found
}
