//! Values that no later act will ask before they are written anew are forgotten: the states they would tell apart
//! have the same future.
//!
//! What stays known over the reopening of a case is not followed: a reopened case is looked at both ways.

use super::ask::{Held, behind};
use super::folds::{Var, Write};
use super::ids::demands;
use super::model::{Model, Rule, Saying};
use super::pairs::{Pairs, pairs};
use super::relevant::{implied, stored};
use super::state::State;
use super::step::Fired;
use super::wait::rivals;
use crate::fact::{Condition, Fact};
use crate::model::{ActRule, ClockRule, Do, Moment, Of};
use std::collections::HashSet;

/// A value that is followed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Value {
    Var(Var),
    Clock(usize),
}

/// What is kept in each step.
#[derive(Debug, Default)]
pub(super) struct Live {
    /// By step of a case or a work order: the bits that stay.
    keep: Vec<[u64; 2]>,
    /// Values of which a reopened case may have any, by the step that it leaves and the step it enters.
    anew: Vec<(Var, Vec<bool>)>,
}

impl Live {
    /// Forgets what is no longer asked.
    pub(super) fn forget(&self, state: &mut State) {
        state.keep(|step| self.keep.get(step).copied());
    }

    /// Values that a case reopened from one step into another may have anew.
    pub(super) fn anew(&self, from: usize, to: usize) -> impl Iterator<Item = Var> + '_ {
        let at = |list: &[bool], step: usize| list.get(step) == Some(&true);
        let lost = self
            .anew
            .iter()
            .filter(move |(_, live)| !at(live, from) && at(live, to));
        lost.map(|(var, _)| *var)
    }

    pub(super) fn of(model: &Model<'_>, fired: Option<&Fired>) -> Self {
        let reads = Reads::of(model, fired);
        let steps = model.p.steps.len();
        let mut live = Self {
            keep: vec![State::FIXED; steps],
            anew: Vec::new(),
        };
        for (var, held) in &model.followed {
            let lives = reads.lives(Value::Var(*var), held.of_order, true);
            live.keep_where(&lives, *held);
            if !held.of_order && !matches!(var, Var::PastDone | Var::PastLead) {
                live.anew.push((*var, lives));
            }
        }
        for (index, clock) in model.clocks.iter().enumerate() {
            if let Some(held) = clock.held {
                let mut lives = reads.lives(Value::Clock(index), held.of_order, false);
                if model.view.clocks && rivals(model.p, index) {
                    // it is to be seen whether the two run together
                    lives = vec![true; steps];
                }
                live.keep_where(&lives, held);
            }
        }
        live
    }

    fn keep_where(&mut self, lives: &[bool], held: Held) {
        for (keep, _) in self.keep.iter_mut().zip(lives).filter(|(_, live)| **live) {
            held.cell.keep(keep);
        }
    }
}

/// One way from step to step, with what it reads first and what it writes without looking.
struct Way {
    from: usize,
    to: usize,
    of_order: bool,
    reopens: bool,
    reads: HashSet<Value>,
    kills: HashSet<Value>,
}

struct Reads {
    steps: usize,
    ways: Vec<Way>,
    /// What a wait in the step looks at.
    waits: Vec<(usize, Value)>,
    /// Values of work orders that acts on the case ask.
    always: HashSet<Var>,
}

impl Reads {
    fn of(model: &Model<'_>, fired: Option<&Fired>) -> Self {
        let pairs = pairs(model);
        let mut it = Self {
            steps: model.p.steps.len(),
            ways: Vec::new(),
            waits: Vec::new(),
            always: HashSet::new(),
        };
        for (at, rule) in model.rules.iter().enumerate() {
            it.rule(model, (at, rule), &pairs, fired);
        }
        for (index, clock) in model.p.clocks.iter().enumerate() {
            let value = Value::Clock(index);
            let lists = |step: usize| {
                model
                    .p
                    .steps
                    .get(step)
                    .is_some_and(|s| s.clocks.contains(&clock.id))
            };
            for (case, order) in &pairs {
                let both = lists(*case) || order.is_some_and(lists);
                let at = if clock.of == Of::Case { Some(*case) } else { *order };
                it.waits.extend(at.filter(|_| both).map(|at| (at, value)));
            }
            if let Some(to) = model.clocks.get(index).and_then(|c| c.lapse_to) {
                let from = pairs.iter().map(|(case, _)| *case).filter(|case| lists(*case));
                let from: HashSet<usize> = from.collect();
                it.ways
                    .extend(from.into_iter().map(|from| Way::plain(from, to, false)));
            }
        }
        it
    }

    fn rule(&mut self, model: &Model<'_>, (at, rule): (usize, &Rule), pairs: &Pairs, fired: Option<&Fired>) {
        let Some(act) = model.p.acts.get(rule.index) else {
            return;
        };
        let asks: HashSet<Value> = act.only_where.iter().flat_map(|c| asked(model, c)).collect();
        let musts = musts(model, act);
        let stands: Vec<usize> = act.in_steps.iter().filter_map(|s| model.step(Some(s))).collect();
        let first = stands.first().and_then(|s| model.p.steps.get(*s));
        let on_order = first.is_some_and(|s| s.of == Of::Order);
        for value in asks.union(&musts).filter(|_| !on_order) {
            if let Value::Var(var) = value {
                self.always.insert(*var);
            }
        }
        for saying in model.sayings.get(&act.does).into_iter().flatten() {
            let kills = kills(model, act.does, saying);
            let heard: HashSet<Value> = heard(model, act, saying).difference(&kills).copied().collect();
            let asks: HashSet<Value> = asks.union(&heard).copied().collect();
            let all: HashSet<Value> = asks.union(&musts).copied().collect();
            for (case, order) in pairs {
                if on_order && !order.is_some_and(|o| stands.contains(&o))
                    || !on_order && !stands.contains(case)
                {
                    continue;
                }
                // where no case ever falls under the rule, nothing is asked of it further
                let falls = fired.is_none_or(|fired| fired.has(at, *case));
                let reads = if falls { &all } else { &asks };
                let case_to = if on_order { rule.case_to } else { rule.to };
                self.way(*case, case_to, false, act.does, reads, &kills);
                if let Some(order) = *order {
                    let moved = if on_order { rule.to } else { rule.orders_to };
                    let none = HashSet::new();
                    let kills = if on_order { &kills } else { &none };
                    self.way(order, moved, true, act.does, reads, kills);
                }
            }
        }
    }

    fn way(
        &mut self,
        from: usize,
        to: Option<usize>,
        of_order: bool,
        does: Do,
        reads: &HashSet<Value>,
        kills: &HashSet<Value>,
    ) {
        self.ways.push(Way {
            from,
            to: to.unwrap_or(from),
            of_order,
            reopens: does == Do::Reopen,
            reads: reads.clone(),
            kills: kills.clone(),
        });
    }

    /// The steps in which the value is still asked before it is written.
    fn lives(&self, value: Value, of_order: bool, but_for_reopening: bool) -> Vec<bool> {
        let mut lives = vec![false; self.steps];
        if let Value::Var(var) = value
            && of_order
            && self.always.contains(&var)
        {
            return vec![true; self.steps];
        }
        let mut set = |step: usize| {
            let at = lives.get_mut(step);
            at.is_some_and(|at| !std::mem::replace(at, true))
        };
        let read = self
            .ways
            .iter()
            .filter(|w| w.of_order == of_order && w.reads.contains(&value));
        let mut todo: Vec<usize> = read.map(|w| w.from).collect();
        todo.extend(self.waits.iter().filter(|(_, v)| *v == value).map(|(at, _)| *at));
        todo.retain(|step| set(*step));
        while let Some(at) = todo.pop() {
            for way in self.ways.iter().filter(|w| w.to == at && w.of_order == of_order) {
                let stops = way.kills.contains(&value) || but_for_reopening && way.reopens;
                if !stops && set(way.from) {
                    todo.push(way.from);
                }
            }
        }
        lives
    }
}

impl Way {
    fn plain(from: usize, to: usize, of_order: bool) -> Self {
        Self {
            from,
            to,
            of_order,
            reopens: false,
            reads: HashSet::new(),
            kills: HashSet::new(),
        }
    }
}

/// What decides whether a clock starts.
fn of_start(clock: &ClockRule) -> impl Iterator<Item = &Condition> {
    let others = clock.limits.iter().filter(|_| clock.limit.is_none());
    clock
        .only_if
        .iter()
        .chain(others.flat_map(|other| &other.only_if))
}

fn asked(model: &Model<'_>, condition: &Condition) -> Vec<Value> {
    if let (Fact::ClockOpen | Fact::ClockLapsed, Some(id)) = (condition.fact, condition.id()) {
        let at = model.p.clocks.iter().position(|c| c.id == id);
        return at.map(Value::Clock).into_iter().collect();
    }
    let id = condition.id().unwrap_or_default();
    let mut all: Vec<Value> = behind(condition.fact, id, &model.ids)
        .into_iter()
        .map(Value::Var)
        .collect();
    if matches!(condition.fact, Fact::CaseToRectify) {
        all.push(Value::Var(Var::Fact(Fact::OrderRectifying)));
    }
    all
}

/// What a rule asks once it applies.
fn musts(model: &Model<'_>, act: &ActRule) -> HashSet<Value> {
    let demands = demands(model.p, act.does, &act.in_steps);
    let own = act.only_if.iter().map(|o| &o.that);
    let conditions = own.chain(demands.iter().flat_map(|d| d.only_where.iter().chain(&d.that)));
    let mut reads: HashSet<Value> = conditions.flat_map(|c| asked(model, c)).collect();
    let needs = demands.iter().flat_map(|d| stored(act.does, &d.needs));
    let vars = implied(model.p, act, &model.ids).into_iter();
    reads.extend(
        vars.chain(stored(act.does, &act.needs))
            .chain(needs)
            .map(Value::Var),
    );
    if matches!(act.does, Do::Dispatch | Do::Claim) {
        reads.extend([Value::Var(Var::PastLead), Value::Var(Var::PastDone)]);
        reads.insert(Value::Var(Var::Fact(Fact::CaseRepeat)));
    }
    if act.orders.is_some() {
        reads.insert(Value::Var(Var::Fact(Fact::OrderRectifying)));
    }
    reads
}

/// What the clocks that hear the moments of an act ask.
fn heard(model: &Model<'_>, act: &ActRule, saying: &Saying) -> HashSet<Value> {
    let orders = [Moment::Withdrawn, Moment::RectificationOrdered];
    let hears = |list: &[Moment]| {
        let own = saying.moments.iter().any(|m| list.contains(m));
        own || act.orders.is_some() && orders.iter().any(|m| list.contains(m))
    };
    let mut all = HashSet::new();
    // a clock that is not followed starts nothing
    let followed = model.clocks.iter().zip(&model.p.clocks);
    for (_, clock) in followed.filter(|(ready, _)| ready.held.is_some()) {
        if hears(&clock.starts_on) {
            all.extend(of_start(clock).flat_map(|c| asked(model, c)));
            let other = clock.before.as_ref().map(|b| &b.clock);
            all.extend(
                other
                    .and_then(|id| model.p.clocks.iter().position(|c| c.id == *id))
                    .map(Value::Clock),
            );
        }
        if hears(&clock.runs_again_on) {
            all.extend(clock.runs_again_if.iter().flat_map(|c| asked(model, c)));
        }
        // of its new work orders a dispatch itself says what clocks ask
        let fresh = [Moment::Dispatched, Moment::Claimed];
        let makes = matches!(act.does, Do::Dispatch | Do::Claim);
        if makes && fresh.iter().any(|m| clock.starts_on.contains(m)) {
            let of_case = |value: &Value| match value {
                Value::Var(var) => model.held(*var).is_some_and(|held| !held.of_order),
                Value::Clock(_) => true,
            };
            all.extend(of_start(clock).flat_map(|c| asked(model, c)).filter(of_case));
        }
    }
    all
}

/// What the act writes whatever stood there, before any clock asks.
fn kills(model: &Model<'_>, does: Do, saying: &Saying) -> HashSet<Value> {
    let sure = saying.writes.iter().filter_map(|(write, _)| match write {
        Write::Set(var) | Write::Clear(var) | Write::Either(var) => Some(Value::Var(*var)),
        _ => None,
    });
    let mut all: HashSet<Value> = sure.collect();
    for (index, clock) in model.p.clocks.iter().enumerate() {
        let starts = saying.moments.iter().any(|m| clock.starts_on.contains(m));
        let due = clock.limit.is_some() || clock.round.is_some();
        let of_paper = !clock.named.is_empty();
        if starts
            && due
            && !of_paper
            && clock.only_if.is_empty()
            && clock.of == Of::Case
            && does != Do::Reopen
        {
            all.insert(Value::Clock(index));
        }
    }
    all
}
