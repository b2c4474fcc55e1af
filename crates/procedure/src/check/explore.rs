//! Walks the whole course of a case with one work order: every pair of steps in which the two can stand, and every
//! act that leads from one pair to another.
//!
//! One work order stands for all: the latest. Conditions are left open, but for those on open and done work orders,
//! so the walk goes to at least every place that a real case can reach.

use super::moments;
use crate::fact::{Compare, Condition, Fact};
use crate::model::{ActRule, Do, Moment, Of, Procedure, StepEnd, WhichOrders};
use std::collections::HashMap;

/// Where a case and its work order stand, by their places among the steps of the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct State {
    pub(super) case: usize,
    pub(super) order: Option<usize>,
}

/// One way on.
#[derive(Debug, Clone)]
pub(super) struct Move {
    /// Place among [`Course::states`]; `None` for the receipt.
    pub(super) from: Option<usize>,
    pub(super) to: usize,
    /// The moments it brings about, each with whether it concerns the work order.
    pub(super) moments: Vec<(Moment, bool)>,
    /// Whether the work order is a new one.
    pub(super) fresh: bool,
    /// Whether it happens only while other work orders of the case are open.
    pub(super) shared: bool,
}

#[derive(Debug)]
pub(super) struct Course {
    pub(super) states: Vec<State>,
    pub(super) moves: Vec<Move>,
}

impl Course {
    /// For each state, whether a case with a single work order can come there.
    pub(super) fn alone(&self) -> Vec<bool> {
        let mut alone = vec![false; self.states.len()];
        let mut changed = true;
        while changed {
            changed = false;
            for m in self.moves.iter().filter(|m| !m.shared) {
                let from = m.from.is_none_or(|f| alone.get(f) == Some(&true));
                if from && let Some(to) = alone.get_mut(m.to).filter(|to| !**to) {
                    *to = true;
                    changed = true;
                }
            }
        }
        alone
    }

    pub(super) fn of(procedure: &Procedure) -> Self {
        let mut walk = Walk {
            p: procedure,
            steps: procedure
                .steps
                .iter()
                .enumerate()
                .map(|(i, s)| (s.id.as_str(), i))
                .collect(),
            known: HashMap::new(),
            course: Course {
                states: Vec::new(),
                moves: Vec::new(),
            },
        };
        for act in procedure.acts.iter().filter(|a| a.does == Do::Receive) {
            let case = walk.step(act.to.as_deref());
            if let Some(case) = case {
                walk.go(
                    None,
                    State { case, order: None },
                    vec![(Moment::Received, false)],
                    false,
                );
            }
        }
        let mut next = 0;
        while let Some(state) = walk.course.states.get(next).copied() {
            walk.leave(next, state);
            next += 1;
        }
        walk.course
    }
}

struct Walk<'a> {
    p: &'a Procedure,
    steps: HashMap<&'a str, usize>,
    known: HashMap<State, usize>,
    course: Course,
}

impl Walk<'_> {
    fn step(&self, id: Option<&str>) -> Option<usize> {
        id.and_then(|id| self.steps.get(id).copied())
    }

    fn ended(&self, order: usize) -> bool {
        self.p.steps.get(order).is_some_and(|s| s.end == StepEnd::Final)
    }

    fn go(&mut self, from: Option<usize>, state: State, moments: Vec<(Moment, bool)>, fresh: bool) {
        let count = self.course.states.len();
        let to = *self.known.entry(state).or_insert(count);
        if to == count {
            self.course.states.push(state);
        }
        self.course.moves.push(Move {
            from,
            to,
            moments,
            fresh,
            shared: false,
        });
    }

    /// Every way on from a state.
    fn leave(&mut self, from: usize, state: State) {
        for (index, act) in self.p.acts.iter().enumerate() {
            let of = act.in_steps.first().and_then(|s| self.p.step(s)).map(|s| s.of);
            let here = |at: usize| {
                act.in_steps
                    .iter()
                    .any(|s| self.steps.get(s.as_str()) == Some(&at))
            };
            let stands = match of {
                Some(Of::Case) => here(state.case),
                Some(Of::Order) => state.order.is_some_and(here),
                None => false,
            };
            let order = (state.order, state.order.is_some_and(|o| self.ended(o)));
            if stands && may_hold(act, order) {
                let first = self.course.moves.len();
                self.act(from, state, act, of == Some(Of::Order));
                let above = self.p.acts.iter().take(index);
                let shared = state.order.and_then(|o| self.p.steps.get(o)).is_some_and(|step| {
                    of == Some(Of::Order) && above.into_iter().any(|a| alone_first(a, act, &step.id))
                });
                let moves = self.course.moves.iter_mut().skip(first);
                moves.for_each(|m| m.shared = shared);
            }
        }
        self.lapse(from, state);
    }

    fn act(&mut self, from: usize, state: State, act: &ActRule, on_order: bool) {
        let mut after = state;
        let mut more = Vec::new();
        let mut fresh = false;
        if on_order {
            after.order = self.step(act.to.as_deref()).or(state.order);
            after.case = self.step(act.case_to.as_deref()).unwrap_or(state.case);
        } else {
            after.case = self.step(act.to.as_deref()).unwrap_or(state.case);
        }
        if matches!(act.does, Do::Dispatch | Do::Claim) {
            after.order = self.step(Some(&self.p.head.first_order_step));
            fresh = true;
        }
        if let (Some(orders), Some(order)) = (&act.orders, state.order) {
            let (moved, moment) = match orders.which {
                WhichOrders::Open => (!self.ended(order), Moment::Withdrawn),
                WhichOrders::DoneLead => (self.ended(order), Moment::RectificationOrdered),
            };
            if moved {
                after.order = self.step(Some(&orders.to));
                more.push((moment, true));
            }
        }
        for set in moments::of(act) {
            let of_order = on_order || matches!(act.does, Do::Dispatch | Do::Claim);
            let mut moments: Vec<_> = set.into_iter().map(|m| (m, of_order)).collect();
            moments.extend(more.iter().copied());
            self.go(Some(from), after, moments, fresh);
        }
    }

    /// A lapse leads on where the case waits on the clock.
    fn lapse(&mut self, from: usize, state: State) {
        let Some(step) = self.p.steps.get(state.case) else {
            return;
        };
        for clock in self.p.clocks.iter().filter(|c| step.clocks.contains(&c.id)) {
            if let Some(case) = self.step(clock.lapse_to.as_deref()) {
                self.go(Some(from), State { case, ..state }, Vec::new(), false);
            }
        }
    }
}

/// Whether the earlier rule decides before the later one wherever no other work order is open.
fn alone_first(earlier: &ActRule, later: &ActRule, step: &str) -> bool {
    let certain = |c: &Condition| {
        matches!(
            (c.fact, &c.compare, c.not),
            (Fact::CaseOpenOrders, Compare::Under(2..), false)
                | (Fact::CaseOpenOrders, Compare::AtLeast(2..), true)
        )
    };
    earlier.does == later.does
        && earlier.in_steps.iter().any(|s| s == step)
        && later.by.iter().all(|role| earlier.by.contains(role))
        && earlier
            .only_where
            .iter()
            .all(|c| certain(c) || later.only_where.contains(c))
}

/// Whether the rule's conditions on open and done work orders can hold.
fn may_hold(act: &ActRule, (order, ended): (Option<usize>, bool)) -> bool {
    let conditions = act.only_where.iter().chain(act.only_if.iter().map(|r| &r.that));
    let open = order.is_some() && !ended;
    let can = |c: &Condition| match (c.fact, &c.compare, c.not) {
        (Fact::CaseOpenOrders, Compare::Under(1), false)
        | (Fact::CaseOpenOrders, Compare::AtLeast(1), true) => !open,
        (Fact::CaseOpenOrders, Compare::AtLeast(_), false) => open,
        (Fact::CaseDoneOrders, Compare::AtLeast(_), false) => order.is_some(),
        _ => true,
    };
    conditions.into_iter().all(can)
}
