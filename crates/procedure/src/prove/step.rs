//! One step of an abstract case: every act that somebody can do, and every clock that can lapse.

use super::ask::Ask;
use super::clocks::{Happened, Stand};
use super::folds::{Var, Write};
use super::model::{Demand, Entry, Hand, Model, Rule, Saying};
use super::state::{PLACES, Standing, State};
use crate::Fact;
use crate::model::{Do, Moment, Of, StepEnd, WhichOrders};

/// What led from one state to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Why {
    /// A rule, by its place among the acts of the file.
    Rule(usize),
    /// The lapse of a clock, by its place among the clocks.
    Lapse(usize),
}

/// One way on.
#[derive(Debug, Clone, Copy)]
pub struct Step {
    /// Where it leads.
    pub to: State,
    /// What leads there.
    pub why: Why,
    pub(super) hand: Hand,
}

/// Which rules cases fell under, by step of the case.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Fired(Vec<u128>);

impl Fired {
    /// Whether any case fell under the rule.
    pub(super) fn ever(&self, rule: usize) -> bool {
        self.0.get(rule).is_some_and(|steps| *steps != 0)
    }

    pub(super) fn has(&self, rule: usize, step: usize) -> bool {
        self.0
            .get(rule)
            .is_some_and(|steps| steps >> step.min(127) & 1 == 1)
    }

    /// Takes over what another saw; whether that was more.
    pub(super) fn join(&mut self, other: &Self) -> bool {
        self.0.resize(self.0.len().max(other.0.len()), 0);
        let mut more = false;
        for (mine, theirs) in self.0.iter_mut().zip(&other.0) {
            more |= *mine | theirs != *mine;
            *mine |= theirs;
        }
        more
    }

    pub(super) fn add(&mut self, rule: usize, step: usize) {
        if self.0.len() <= rule {
            self.0.resize(rule + 1, 0);
        }
        if let Some(steps) = self.0.get_mut(rule) {
            *steps |= 1 << step.min(127);
        }
    }
}

/// The ways on from a state.
#[derive(Debug, Default)]
pub(super) struct Steps {
    pub(super) list: Vec<Step>,
    pub(super) fired: Fired,
}

impl Model<'_> {
    /// The states that a receipt leads to.
    pub fn first(&self) -> Vec<Step> {
        let mut steps = Steps::default();
        let none = self.p.steps.len();
        self.acts(&State::default(), none, None, &mut steps);
        steps.list
    }

    /// Every way on from a state.
    pub fn next(&self, state: &State) -> Vec<Step> {
        let mut steps = Steps::default();
        self.go_on(state, &mut steps);
        steps.list
    }

    pub(super) fn go_on(&self, state: &State, steps: &mut Steps) {
        steps.list.clear();
        self.acts(state, state.step(None), None, steps);
        for place in (0..PLACES).filter(|p| state.there(*p)) {
            self.acts(state, state.step(Some(place)), Some(place), steps);
        }
        self.lapses(state, &mut steps.list);
    }

    fn acts(&self, state: &State, step: usize, place: Option<usize>, steps: &mut Steps) {
        for entry in self.entries.get(step).into_iter().flatten() {
            for saying in self.sayings.get(&entry.does).into_iter().flatten() {
                self.choose(state, place, entry, saying, steps);
            }
        }
    }

    /// The first rule that fits decides; where a condition can go either way, the next ones too.
    fn choose(&self, state: &State, place: Option<usize>, entry: &Entry, saying: &Saying, steps: &mut Steps) {
        if entry.does == Do::Receive {
            // rules for a receipt ask about the message coming in
            for told in self.said(state, place, saying) {
                self.choose_as(&told, state, place, entry, saying, steps);
            }
        } else {
            self.choose_as(state, state, place, entry, saying, steps);
        }
    }

    fn choose_as(
        &self,
        seen: &State,
        before: &State,
        place: Option<usize>,
        entry: &Entry,
        saying: &Saying,
        steps: &mut Steps,
    ) {
        let truths = saying.truths | entry.truths;
        for at in &entry.rules {
            let Some(rule) = self.rules.get(*at) else { continue };
            let fits = self.all(&rule.asks, seen, place, truths);
            if fits == Some(false) {
                continue;
            }
            steps.fired.add(*at, before.step(None));
            let refused = |musts: &[Ask]| self.all(musts, seen, place, truths) == Some(false);
            let stands = |demand: &&Demand| {
                (demand.steps.is_empty() || demand.steps.contains(&seen.step(place)))
                    && self.all(&demand.asks, seen, place, truths) == Some(true)
            };
            let demanded = rule
                .demands
                .iter()
                .filter(stands)
                .any(|demand| refused(&demand.musts));
            if !demanded && !refused(&rule.musts) {
                let told = match entry.does {
                    Do::Receive => vec![*seen],
                    _ => self.said(before, place, saying),
                };
                for to in self.after(told, place, entry.does, rule, saying) {
                    let why = Why::Rule(rule.index);
                    if entry.does == Do::Receive || to != *before {
                        let hand = entry.hand;
                        steps.list.push(Step { to, why, hand });
                    }
                }
            }
            if fits == Some(true) {
                return;
            }
        }
    }

    /// Whether all hold; `None` where both are possible.
    pub(super) fn all(&self, asks: &[Ask], state: &State, place: Option<usize>, truths: u32) -> Option<bool> {
        let mut sure = Some(true);
        for ask in asks {
            match self.holds(*ask, state, place, truths) {
                Some(true) => {}
                None => sure = None,
                Some(false) => return Some(false),
            }
        }
        sure
    }

    /// The state with what the act says of itself written down, in every way that its data leave open.
    fn said(&self, state: &State, place: Option<usize>, saying: &Saying) -> Vec<State> {
        let mut all = vec![*state];
        for (write, held) in &saying.writes {
            self.write(*write, *held, place, &mut all);
        }
        for fork in &saying.forks {
            let before = std::mem::take(&mut all);
            for writes in fork {
                let mut some = before.clone();
                for (write, held) in writes {
                    self.write(*write, Some(*held), place, &mut some);
                }
                all.extend(some);
            }
        }
        all.retain(|state| self.makes_sense(state));
        all
    }

    /// Nobody's real name is verified while nobody is registered.
    fn makes_sense(&self, state: &State) -> bool {
        let is = |var: Var| self.held(var).is_some_and(|held| state.get(None, held.cell) > 0);
        !is(Var::Fact(Fact::CaseAnonymous)) || !is(Var::Citizen) && !is(Var::Fact(Fact::CaseRealName))
    }

    fn after(
        &self,
        mut all: Vec<State>,
        place: Option<usize>,
        does: Do,
        rule: &Rule,
        saying: &Saying,
    ) -> Vec<State> {
        for (write, held) in &rule.writes {
            self.write(*write, Some(*held), place, &mut all);
        }
        for state in &mut all {
            rule.sure.iter().for_each(|held| state.set(None, held.cell, 1));
        }
        let mut done = Vec::with_capacity(all.len());
        for state in all {
            let moments: Vec<Happened> = saying.moments.iter().map(|m| (*m, place)).collect();
            if matches!(does, Do::Dispatch | Do::Claim) {
                for (state, more) in self.dispatched(&state, rule, does) {
                    let all = moments.iter().copied().chain(more).collect();
                    self.finish(state, place, rule, all, &mut done);
                }
            } else {
                self.finish(state, place, rule, moments, &mut done);
            }
        }
        done
    }

    /// The steps entered, the clocks that answer, and what is no longer worth knowing.
    fn finish(
        &self,
        mut state: State,
        place: Option<usize>,
        rule: &Rule,
        mut moments: Vec<Happened>,
        done: &mut Vec<State>,
    ) {
        let from = state.step(None);
        if let Some(to) = rule.to {
            state.enter(place, to);
        }
        if let Some(to) = rule.case_to {
            state.enter(None, to);
        }
        let orders = self.p.acts.get(rule.index).and_then(|a| a.orders.as_ref());
        if let (Some(to), Some(orders)) = (rule.orders_to, orders) {
            for place in 0..PLACES {
                let moment = match orders.which {
                    WhichOrders::Open if state.is(place, Standing::Open) => {
                        self.ended(&mut state, place);
                        Moment::Withdrawn
                    }
                    WhichOrders::DoneLead if self.can_rectify(&state, place) => {
                        state.stand(place, Standing::Open);
                        if let Some(held) = self.held(Var::Fact(Fact::OrderRectifying)) {
                            state.set(Some(place), held.cell, 1);
                        }
                        Moment::RectificationOrdered
                    }
                    _ => continue,
                };
                moments.push((moment, Some(place)));
                state.enter(Some(place), to);
            }
        }
        let mut all = self.react(state, &moments, rule);
        if let (Some(to), true) = (rule.to, moments.iter().any(|(m, _)| *m == Moment::Reopened)) {
            for var in self.live.anew(from, to) {
                self.write(Write::Choose(var), self.held(var), None, &mut all);
            }
        }
        for mut state in all {
            self.tidy(&mut state);
            self.supervised(state, done);
        }
    }

    /// Supervision may begin by itself after anything that happens.
    fn supervised(&self, state: State, done: &mut Vec<State>) {
        done.push(state);
        let held = self
            .held(Var::Fact(Fact::CaseSupervised))
            .filter(|_| self.supervises);
        if let Some(held) = held.filter(|held| state.get(None, held.cell) == 0) {
            let mut state = state;
            state.set(None, held.cell, 1);
            done.push(state);
        }
    }

    pub(super) fn ended(&self, state: &mut State, place: usize) {
        state.stand(place, Standing::Ended);
        self.nothing_asked(state, place);
        if let Some(held) = self.held(Var::Opinions) {
            state.set(Some(place), held.cell, 0);
        }
    }

    /// What the unit still asked for is dropped.
    pub(super) fn nothing_asked(&self, state: &mut State, place: usize) {
        for fact in [Fact::OrderExtensionOpen, Fact::OrderSendBackOpen] {
            if let Some(held) = self.held(Var::Fact(fact)) {
                state.set(Some(place), held.cell, 0);
            }
        }
    }

    /// Work orders to which nothing can happen any more are forgotten, and the two places stand in one order.
    fn tidy(&self, state: &mut State) {
        for place in 0..PLACES {
            if !state.there(place) {
                continue;
            }
            if !self.lead_matters {
                state.lead(place, false);
            }
            let standing = state.standing(place);
            let still = match standing {
                Standing::Open => true,
                Standing::Done => self.counts_done,
                _ => false,
            };
            let step = state.step(Some(place));
            let acts = self.entries.get(step).is_some_and(|list| !list.is_empty());
            let ends = self.p.steps.get(step).is_some_and(|s| s.end == StepEnd::Final);
            if !still && (standing == Standing::Ended && ends || !acts) {
                state.clear(place);
            }
        }
        self.live.forget(state);
        state.sort();
    }

    fn lapses(&self, state: &State, steps: &mut Vec<Step>) {
        for (index, clock) in self.clocks.iter().enumerate().filter(|(_, c)| c.timed) {
            let places: Vec<Option<usize>> = match clock.of {
                Of::Case => vec![None],
                Of::Order => (0..PLACES).filter(|p| state.there(*p)).map(Some).collect(),
            };
            for place in places {
                if !self.stand(state, index, place).runs() {
                    continue;
                }
                let mut to = *state;
                self.put(&mut to, index, place, Stand::Lapsed);
                let listed = |step: usize| {
                    let id = self.p.clocks.get(index).map(|c| c.id.as_str());
                    let step = self.p.steps.get(step);
                    step.is_some_and(|s| s.clocks.iter().any(|c| Some(c.as_str()) == id))
                };
                if let Some(step) = clock.lapse_to.filter(|_| listed(state.step(None))) {
                    to.enter(None, step);
                }
                self.tidy(&mut to);
                let mut all = Vec::new();
                self.supervised(to, &mut all);
                let why = Why::Lapse(index);
                let hand = Hand::Time;
                steps.extend(all.into_iter().map(|to| Step { to, why, hand }));
            }
        }
    }
}
