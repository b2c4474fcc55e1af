//! What is proven of a procedure, and what is not.

use super::longest::Longest;
use super::model::{Model, View};
use super::path::Leg;
use super::walk::Walk;
use super::{answer, wait};
use crate::Fact;
use crate::model::{ActRule, Do, Procedure};

/// What was found on all courses of a case.
#[derive(Debug, Clone, Default)]
pub struct Proof {
    /// States looked at.
    pub states: usize,
    /// Ways between them.
    pub ways: usize,
    /// Whether every state with one work order was looked at; otherwise nothing is proven by what was not found.
    pub whole: bool,
    /// The same with two work orders.
    pub whole_of_two: bool,
    /// Steps of the case from which no answer may be reached, each with a way there: (place of the step, way).
    pub stuck: Vec<(usize, Vec<Leg>)>,
    /// Steps in which something can wait without a clock: (place of the step, way).
    pub clockless: Vec<(usize, Vec<Leg>)>,
    /// Clocks that give one duty two limits: (earlier, later, way to where both run).
    pub two_limits: Vec<(usize, usize, Vec<Leg>)>,
    /// Rules under which no case ever falls, by their places among the acts.
    pub idle: Vec<usize>,
    /// The longest lawful way from receipt to reply.
    pub longest: Longest,
}

impl Proof {
    /// Looks at every course of a case. Every name in the file must mean something.
    pub fn of(procedure: &Procedure) -> Self {
        let view = View {
            places: 1,
            clocks: true,
            eases: false,
            forgets: true,
        };
        let one = Model::of(procedure, view);
        let first = Walk::of(&one);
        let (two, second) = Walk::of_two(procedure);
        let mut stuck = stuck(&one, &first);
        for (step, way) in self::stuck(&two, &second) {
            if !stuck.iter().any(|(known, _)| *known == step) {
                stuck.push((step, way));
            }
        }
        Self {
            states: first.len() + second.len(),
            ways: first.ways() + second.ways(),
            whole: first.whole,
            whole_of_two: second.whole,
            stuck,
            clockless: (wait::without_clock(&one, &first).into_iter())
                .map(|(at, step)| (step, one.way_to(&first, at)))
                .collect(),
            two_limits: (wait::two_limits(&one, &first).into_iter())
                .map(|(a, b, at)| (a, b, one.way_to(&first, at)))
                .collect(),
            longest: Longest::of(&one, &first),
            idle: idle((&one, &first), (&two, &second)),
        }
    }
}

fn stuck(model: &Model<'_>, walk: &Walk) -> Vec<(usize, Vec<Leg>)> {
    let all = answer::stuck(model, walk).into_iter();
    all.filter_map(|at| Some((walk.states.get(at)?.step(None), model.way_to(walk, at))))
        .collect()
}

/// Rules that no state falls under. What asks for more work orders than are looked at is left alone.
fn idle((one, first): (&Model<'_>, &Walk), (two, second): (&Model<'_>, &Walk)) -> Vec<usize> {
    if !first.whole {
        return Vec::new();
    }
    let counts = [
        Fact::CaseOpenOrders,
        Fact::CaseDoneOrders,
        Fact::CaseToRectify,
        Fact::CaseOrders,
        Fact::CaseOpenRequests,
        Fact::CaseOpenOpinions,
        Fact::OrderLead,
        Fact::CaseLeadStands,
    ];
    let within = |index: usize, rule: &&ActRule| {
        let seen_with_two = second.whole && two.rules.iter().any(|r| r.index == index);
        let most = if seen_with_two { 2 } else { 0 };
        let asks = rule.only_where.iter().filter(|c| counts.contains(&c.fact));
        rule.does != Do::Receive && asks.into_iter().all(|c| c.most() <= most)
    };
    let fell = |model: &Model<'_>, walk: &Walk, index: usize| {
        let at = model.rules.iter().position(|r| r.index == index);
        at.is_none_or(|at| walk.fired.ever(at))
    };
    let rules = one.rules.iter().map(|rule| rule.index);
    let idle = rules.filter(|index| {
        let judged = one
            .p
            .acts
            .get(*index)
            .filter(|rule| within(*index, rule))
            .is_some();
        judged
            && !fell(one, first, *index)
            && !(two.rules.iter().any(|r| r.index == *index) && fell(two, second, *index))
    });
    idle.collect()
}
