//! The pairs of steps in which a case and one of its work orders can stand, conditions aside.

use super::folds::Write;
use super::model::Model;
use crate::model::{Do, WhichOrders};
use std::collections::HashSet;

/// A step of the case, and that of a work order.
pub(super) type Pairs = HashSet<(usize, Option<usize>)>;

/// Every such pair.
pub(super) fn pairs(model: &Model<'_>) -> Pairs {
    let mut seen: HashSet<(usize, Option<(usize, bool)>)> = HashSet::new();
    let mut todo = Vec::new();
    let acts = || {
        model
            .rules
            .iter()
            .filter_map(|r| Some((r, model.p.acts.get(r.index)?)))
    };
    for (rule, _) in acts().filter(|(_, a)| a.does == Do::Receive) {
        todo.extend(rule.to.map(|to| (to, None)));
    }
    while let Some((case, order)) = todo.pop() {
        if !seen.insert((case, order)) {
            continue;
        }
        for (rule, act) in acts() {
            let here = |at: usize| act.in_steps.iter().any(|s| model.step(Some(s)) == Some(at));
            if here(case) {
                let to = rule.to.unwrap_or(case);
                let moved = match (act.orders.as_ref().map(|o| o.which), order, rule.orders_to) {
                    (Some(WhichOrders::Open), Some((_, true)), Some(at)) => Some((at, false)),
                    (Some(WhichOrders::DoneLead), Some((_, false)), Some(at)) => {
                        todo.push((to, order));
                        Some((at, true))
                    }
                    _ => order,
                };
                todo.push((to, moved));
                if matches!(act.does, Do::Dispatch | Do::Claim) {
                    todo.extend(model.first_order_step.map(|at| (to, Some((at, true)))));
                }
            }
            if let Some((at, open)) = order.filter(|(at, _)| here(*at)) {
                let to = rule.case_to.unwrap_or(case);
                let ends = |(write, _): &(Write, _)| matches!(write, Write::Pass | Write::End);
                for saying in model.sayings.get(&act.does).into_iter().flatten() {
                    let open = open && !saying.writes.iter().any(ends);
                    todo.push((to, Some((rule.to.unwrap_or(at), open))));
                }
                // another work order of the case may have been the one that was acted on
                todo.push((to, order));
            }
        }
        let lists = |id: &String| model.p.steps.get(case).is_some_and(|s| s.clocks.contains(id));
        for (clock, _) in model
            .clocks
            .iter()
            .zip(&model.p.clocks)
            .filter(|(_, r)| lists(&r.id))
        {
            todo.extend(clock.lapse_to.map(|to| (to, order)));
        }
    }
    seen.into_iter()
        .map(|(case, order)| (case, order.map(|(at, _)| at)))
        .collect()
}
