//! Clocks of abstract states: off, running, lapsed, met, ended. Time itself is left out: what runs can lapse.

use super::ask::{Ask, Held};
use super::model::Model;
use super::state::State;
use crate::model::{Moment, Of};

/// How a clock stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stand {
    Off,
    Runs,
    Lapsed,
    Met,
    MetLate,
    Ended,
    /// It waits for what makes it go on.
    Paused,
}

impl Stand {
    fn of(value: u64) -> Self {
        match value {
            1 => Self::Runs,
            2 => Self::Lapsed,
            3 => Self::Met,
            4 => Self::MetLate,
            5 => Self::Ended,
            6 => Self::Paused,
            _ => Self::Off,
        }
    }

    pub(super) fn runs(self) -> bool {
        self == Self::Runs
    }

    pub(super) fn lapsed(self) -> bool {
        matches!(self, Self::Lapsed | Self::MetLate)
    }

    pub(super) fn open(self) -> bool {
        matches!(self, Self::Runs | Self::Lapsed | Self::Paused)
    }
}

/// A clock rule, ready.
#[derive(Debug)]
pub(super) struct Clock {
    pub(super) of: Of,
    pub(super) held: Option<Held>,
    /// Whether running and lapsed are told apart: some rule asks, or a lapse leads on.
    pub(super) timed: bool,
    /// Whether some rule asks whether it lapsed.
    pub(super) asked_lapsed: bool,
    /// The clock that it is counted back from.
    pub(super) before: Option<usize>,
    /// The conditions of its other limits, each with whether its dates decide too.
    pub(super) others: Vec<(Vec<Ask>, bool)>,
    pub(super) only_if: Vec<Ask>,
    pub(super) again_if: Vec<Ask>,
    /// Whether it can run again once it ended.
    pub(super) again: bool,
    pub(super) lapse_to: Option<usize>,
}

/// A moment with the place of the work order that it concerns.
pub(super) type Happened = (Moment, Option<usize>);

impl Model<'_> {
    pub(super) fn stand(&self, state: &State, clock: usize, place: Option<usize>) -> Stand {
        let held = self.clocks.get(clock).and_then(|c| c.held);
        held.map_or(Stand::Off, |held| {
            if held.of_order && place.is_none() {
                return Stand::Off;
            }
            Stand::of(state.get(place.filter(|_| held.of_order), held.cell))
        })
    }

    /// The clock that a condition means: the work order's, or the case's. `None` where it is not followed.
    pub(super) fn clock_in(&self, state: &State, clock: usize, place: Option<usize>) -> Option<Stand> {
        self.clocks.get(clock)?.held?;
        Some(self.stand(state, clock, place))
    }

    pub(super) fn put(&self, state: &mut State, clock: usize, place: Option<usize>, stand: Stand) {
        let Some(rule) = self.clocks.get(clock) else {
            return;
        };
        let Some(held) = rule.held else { return };
        // what cannot come back and nobody asks about is as if it had never been
        let stand = match stand {
            Stand::Met | Stand::Ended if !rule.again => Stand::Off,
            Stand::MetLate if !rule.again && !rule.asked_lapsed => Stand::Off,
            Stand::Met | Stand::MetLate if !rule.asked_lapsed => Stand::Ended,
            other => other,
        };
        state.set(place.filter(|_| held.of_order), held.cell, stand as u64);
    }
}
