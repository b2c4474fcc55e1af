//! The places of the work orders that are looked at: which is free, and which makes room.

use super::ask::Held;
use super::folds::Var;
use super::model::Model;
use super::state::{PLACES, Standing, State};

impl Model<'_> {
    /// The first of the places that can take a new work order, in the order in which they are given up.
    pub(super) fn free(&self, state: &State, not: Option<usize>) -> Option<usize> {
        let places = || (0..self.view.places.min(PLACES)).filter(|p| Some(*p) != not);
        let owes = |p: usize| {
            self.held(Var::Opinions)
                .is_some_and(|held| state.get(Some(p), held.cell) > 0)
        };
        let open = |p: usize| state.is(p, Standing::Open);
        let give_up = |p: &usize| !open(*p) && !owes(*p) && !self.can_rectify(state, *p);
        // what was done in this round is only given up where nothing else is open
        let idle = not.is_none() && !(0..PLACES).any(open);
        let empty = places().find(|p| !state.there(*p));
        empty
            .or_else(|| places().find(|p| give_up(p) && !state.is(*p, Standing::Done)))
            .or_else(|| places().find(|p| idle && give_up(p)))
    }

    /// A done work order makes room; that it was done stays known.
    pub(super) fn give_up(&self, state: &mut State, place: usize) {
        if state.is(place, Standing::Done) {
            if let Some(held) = self.held(Var::PastDone) {
                add(state, None, held);
            }
            if let Some(held) = self.held(Var::PastLead).filter(|_| state.leads(place)) {
                state.set(None, held.cell, 1);
            }
        }
        state.clear(place);
    }
}

/// One more, as far as anybody asks.
pub(super) fn add(state: &mut State, place: Option<usize>, held: Held) {
    let value = state.get(place, held.cell);
    state.set(place, held.cell, (value + 1).min(held.most));
}
