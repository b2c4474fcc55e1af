//! Every state that can be reached, and how.

use super::model::{Hand, Model, View};
use super::state::State;
use super::step::{Fired, Steps, Why};
use crate::model::Procedure;
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// Most states that are looked at.
pub(super) const MOST: usize = 200_000;
/// The same where there are two work orders.
const MOST_OF_TWO: usize = 40_000;

/// A way from one state to another.
#[derive(Debug, Clone, Copy)]
pub(super) struct Edge {
    pub(super) from: u32,
    pub(super) to: u32,
    pub(super) why: Why,
    pub(super) hand: Hand,
}

/// Every state that can be reached.
#[derive(Debug)]
pub struct Walk {
    /// In the order of their distance from the receipt.
    pub(super) states: Vec<State>,
    pub(super) edges: Vec<Edge>,
    /// For each state the way on which it was first found: from where, and why.
    pub(super) found: Vec<(Option<u32>, Why)>,
    /// Which rules cases fell under, by step.
    pub(super) fired: Fired,
    /// Whether every state was looked at.
    pub(super) whole: bool,
}

impl Walk {
    /// Walks from every receipt.
    pub fn of(model: &Model<'_>) -> Self {
        Self::up_to(model, MOST)
    }

    /// Walks a view of two work orders. What a view of one learns keeps it small: where no case ever falls under a rule,
    /// what the rule asks is forgotten; that it held is seen on the way, and else looked at again.
    pub fn of_two(p: &Procedure) -> (Model<'_>, Self) {
        let two = View {
            places: 2,
            clocks: false,
            eases: true,
            forgets: true,
        };
        let mut fired = Self::of(&Model::of(p, View { places: 1, ..two })).fired;
        loop {
            let model = Model::knowing(p, two, Some(&fired));
            let walk = Self::up_to(&model, MOST_OF_TWO);
            if !fired.join(&walk.fired) || !walk.whole {
                return (model, walk);
            }
        }
    }

    pub(super) fn up_to(model: &Model<'_>, most: usize) -> Self {
        let mut walk = Self {
            states: Vec::new(),
            edges: Vec::new(),
            found: Vec::new(),
            fired: Fired::default(),
            whole: model.whole,
        };
        let mut known: HashMap<State, u32, BuildHasherDefault<Mix>> = HashMap::default();
        for first in model.first() {
            walk.meet(&mut known, first.to, None, first.why);
        }
        let mut next = 0_usize;
        let mut seen: Vec<(u32, Hand)> = Vec::new();
        let mut steps = Steps::default();
        while let Some(state) = walk.states.get(next).copied() {
            if walk.states.len() > most {
                walk.whole = false;
                break;
            }
            let from = u32::try_from(next).unwrap_or(u32::MAX);
            seen.clear();
            model.go_on(&state, &mut steps);
            for step in &steps.list {
                let to = walk.meet(&mut known, step.to, Some(from), step.why);
                if !seen.contains(&(to, step.hand)) {
                    seen.push((to, step.hand));
                    walk.edges.push(Edge {
                        from,
                        to,
                        why: step.why,
                        hand: step.hand,
                    });
                }
            }
            next += 1;
        }
        walk.fired = steps.fired;
        walk
    }

    fn meet(
        &mut self,
        known: &mut HashMap<State, u32, BuildHasherDefault<Mix>>,
        state: State,
        from: Option<u32>,
        why: Why,
    ) -> u32 {
        let count = u32::try_from(self.states.len()).unwrap_or(u32::MAX);
        let at = *known.entry(state).or_insert(count);
        if at == count {
            self.states.push(state);
            self.found.push((from, why));
        }
        at
    }

    /// How many states there are.
    pub fn len(&self) -> usize {
        self.states.len()
    }

    /// Whether no case can be received at all.
    pub fn is_empty(&self) -> bool {
        self.states.is_empty()
    }

    /// How many ways lead from one to another.
    pub fn ways(&self) -> usize {
        self.edges.len()
    }

    /// The shortest way from the receipt to a state: what was done, and where it led.
    pub(super) fn path(&self, to: usize) -> Vec<(Why, usize)> {
        let mut path = Vec::new();
        let mut at = Some(to);
        while let Some(here) = at {
            let Some((from, why)) = self.found.get(here) else {
                break;
            };
            path.push((*why, here));
            at = from.map(|f| f as usize);
        }
        path.reverse();
        path
    }
}

/// A quick mix of the words of a state; nobody chooses them to do harm.
#[derive(Default)]
struct Mix(u64);

impl Hasher for Mix {
    fn finish(&self) -> u64 {
        self.0 ^ (self.0 >> 29)
    }

    fn write(&mut self, bytes: &[u8]) {
        for chunk in bytes.chunks(8) {
            let mut word = [0; 8];
            word.iter_mut().zip(chunk).for_each(|(to, from)| *to = *from);
            self.write_u64(u64::from_le_bytes(word));
        }
    }

    fn write_u64(&mut self, word: u64) {
        self.0 = (self.0.rotate_left(23) ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }

    fn write_usize(&mut self, _: usize) {}
}
