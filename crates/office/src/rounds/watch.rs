//! Finds out which rounds nobody recorded, and records that once.

use super::stored::Stored;
use super::{BACK_MS, STREAM};
use crate::{Office, Problem};

impl Office {
    /// Records every round that was missed by now. Returns how many this call recorded.
    ///
    /// # Errors
    /// The store's. What was recorded before the error stays recorded.
    pub async fn run_rounds(&self) -> Result<u64, Problem> {
        let mut recorded = 0;
        for place in self.jurisdictions().await?.iter() {
            match self.run_rounds_of(&place.id).await {
                Ok(missed) => recorded += missed,
                // Rules that are not there or cannot be read hold up nobody else.
                Err(Problem::NoProcedure) => {}
                Err(problem) if problem.passes() => return Err(problem),
                Err(problem) => tracing::error!(jurisdiction = %place.id, %problem, "rounds"),
            }
        }
        Ok(recorded)
    }

    async fn run_rounds_of(&self, j: &str) -> Result<u64, Problem> {
        let now = self.now();
        let adopted = self.in_force(j, now).await?;
        if adopted.procedure.rounds.is_empty() {
            return Ok(0);
        }
        let expected = self.store().last_seq(j, STREAM).await?;
        let Some(begun) = self.rounds_begun(j).await? else {
            self.log_rounds(j, expected, &[Stored::Begun], Vec::new()).await?;
            return Ok(0);
        };
        let after = begun.max(now.plus_ms(-BACK_MS));
        let slots = self.slots_between(j, &adopted, after, now).await?;
        let Some(first) = slots.first() else {
            return Ok(0);
        };
        let known = self.store().round_slots(j, first.at, now.plus_ms(1)).await?;
        let is_known = |slot: &case::rounds::Slot| {
            known
                .iter()
                .any(|row| row.round == slot.round && row.slot == slot.at)
        };
        let missed: Vec<Stored> = slots
            .into_iter()
            .filter(|slot| slot.until <= now && !is_known(slot))
            .map(|slot| Stored::Missed {
                round: slot.round,
                slot: slot.at,
                until: slot.until,
            })
            .collect();
        // Where the stream grew meanwhile, somebody recorded one; the next look finds the rest.
        if missed.is_empty() || !self.log_rounds(j, expected, &missed, Vec::new()).await? {
            return Ok(0);
        }
        Ok(missed.len() as u64)
    }
}
