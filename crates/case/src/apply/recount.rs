//! The fold of clocks that were counted anew.

use crate::state::Recounted;
use crate::{Case, Effect};
use calendar::Instant;

impl Case {
    /// A due time moves, and the rungs around it fire around the new one; a lapse that became untrue is gone.
    pub(super) fn recounted(&mut self, effect: &Effect, at: Instant) {
        match effect {
            Effect::Recount {
                index,
                was,
                due,
                provisional,
                ..
            } => {
                let Some(clock) = self.clocks.get_mut(*index as usize) else {
                    return;
                };
                clock.provisional = *provisional;
                if was != due {
                    clock.due = *due;
                    clock.recounted.push(Recounted {
                        was: *was,
                        at,
                        lapse_withdrawn: false,
                    });
                    self.rungs.retain(|(of, _)| of != index);
                }
            }
            Effect::LapseWithdrawn { index, .. } => {
                let clock = self.clocks.get_mut(*index as usize);
                let Some(clock) = clock else { return };
                clock.lapsed = None;
                if let Some(last) = clock.recounted.last_mut() {
                    last.lapse_withdrawn = true;
                }
            }
            _ => {}
        }
    }
}
