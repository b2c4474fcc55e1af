//! Rounds: duties at fixed times, each recorded by a named person. One that nobody recorded is missed, which is recorded
//! once.

mod list;
mod record;
mod stored;
mod watch;

pub use list::{RoundSlot, SlotState};
pub use record::RoundRecord;
pub use stored::fold;

use crate::{Adopted, Office, Problem};
use calendar::Instant;
use case::rounds::{Slot, slots};
use store::Kind;

/// The stream of what became of a jurisdiction's rounds.
pub const STREAM: &str = "rounds";

/// How far back a time can still be recorded, and its being missed is still found out.
const BACK_MS: i64 = 31 * 24 * 3_600_000;

impl Office {
    /// Times of all rounds of the rules in force, after one instant and up to another, but none before those rules were.
    async fn slots_between(
        &self,
        j: &str,
        adopted: &Adopted,
        after: Instant,
        until: Instant,
    ) -> Result<Vec<Slot>, Problem> {
        if adopted.procedure.rounds.is_empty() {
            return Ok(Vec::new());
        }
        let heads = self.store().adopted_heads(j, Kind::Procedure).await?;
        let head = heads.into_iter().find(|head| head.hash == adopted.procedure.hash);
        let since = head.and_then(|head| {
            let midnight = adopted.calendar.instant(head.in_force.at(0, 0, 0, 0)).ok()?;
            Some(midnight.max(head.adopted_at))
        });
        let after = since.map_or(after, |since| after.max(since));
        let rounds = adopted.procedure.rounds.iter();
        let mut found: Vec<Slot> = rounds
            .flat_map(|round| slots(&adopted.rules(), round, after, until))
            .collect();
        found.sort_by_key(|slot| slot.at);
        Ok(found)
    }

    /// Since when the rounds of a jurisdiction are watched; nothing was missed before.
    async fn rounds_begun(&self, j: &str) -> Result<Option<Instant>, Problem> {
        Ok(self.store().event(j, STREAM, 1).await?.map(|event| event.at))
    }
}
