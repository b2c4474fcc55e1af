//! Rounds as people look at them: who recorded which time, which was missed, which waits.

use super::stored::{Stored, read};
use super::{BACK_MS, STREAM};
use crate::{Office, Problem};
use calendar::Instant;
use case::Actor;
use case::access::Wish;
use case::rounds::{Met, does};
use procedure::Words;
use seal::KeyId;
use store::SlotRow;

/// What became of one time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SlotState {
    /// Its time has not come.
    Ahead,
    /// It waits to be recorded.
    Waits,
    /// Somebody recorded it.
    Recorded {
        /// When, UTC milliseconds.
        at: Instant,
        /// Name of the member of staff.
        by: String,
        /// How many items were found, where that was said.
        items: Option<u32>,
        /// What was found; `None` where nothing was said or the key was destroyed.
        text: Option<String>,
        /// Whether that came after its time.
        late: bool,
    },
    /// Nobody did.
    Missed,
}

/// One time of a round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoundSlot {
    /// Id of the round.
    pub round: String,
    /// Its name; its id where the rules in force know it no more.
    pub name: Words,
    /// When it is due, UTC milliseconds.
    pub at: Instant,
    /// From when on it counts as missed; `None` where the rules in force know it no more.
    pub until: Option<Instant>,
    /// What became of it.
    pub state: SlotState,
    /// Whether this person can record it now.
    pub mine: bool,
}

impl Office {
    /// Times of rounds from one instant on and before another, the earliest first. Of those ahead, only what the rules
    /// in force say.
    ///
    /// # Errors
    /// [`Problem::Forbidden`] for those who do no round and are not of the office.
    pub async fn rounds(
        &self,
        j: &str,
        who: &Actor,
        from: Instant,
        before: Instant,
    ) -> Result<Vec<RoundSlot>, Problem> {
        self.may_list(j, who, Wish::SeeRounds).await?;
        let now = self.now();
        let adopted = self.in_force(j, now).await?;
        let begun = self.rounds_begun(j).await?;
        let rows = self.store().round_slots(j, from, before).await?;
        let (after, until) = (from.plus_ms(-1), before.plus_ms(-1));
        let planned = self.slots_between(j, &adopted, after, until).await?;
        let mut found = Vec::new();
        for row in &rows {
            let slot = planned.iter().find(|s| s.round == row.round && s.at == row.slot);
            let rule = adopted.procedure.round(&row.round);
            let open = row.recorded.is_none() && slot.is_some() && row.slot > now.plus_ms(-BACK_MS);
            found.push(RoundSlot {
                round: row.round.clone(),
                name: rule.map_or_else(|| same(&row.round), |rule| rule.name.clone()),
                at: row.slot,
                until: slot.map(|slot| slot.until),
                state: self.state_of(j, row).await?,
                mine: open && rule.is_some_and(|rule| does(rule, who)),
            });
        }
        for slot in planned {
            if rows
                .iter()
                .any(|row| row.round == slot.round && row.slot == slot.at)
            {
                continue;
            }
            let state = match slot.met(now) {
                Met::Early => SlotState::Ahead,
                Met::InTime => SlotState::Waits,
                Met::Late if begun.is_some_and(|begun| slot.at > begun) => SlotState::Missed,
                Met::Late => continue,
            };
            let Some(rule) = adopted.procedure.round(&slot.round) else {
                continue;
            };
            found.push(RoundSlot {
                name: rule.name.clone(),
                mine: state != SlotState::Ahead && does(rule, who) && slot.at > now.plus_ms(-BACK_MS),
                round: slot.round,
                at: slot.at,
                until: Some(slot.until),
                state,
            });
        }
        found.sort_by(|a, b| (a.at, &a.round).cmp(&(b.at, &b.round)));
        Ok(found)
    }

    /// How many times wait for this person to be recorded.
    ///
    /// # Errors
    /// The store's.
    pub async fn rounds_waiting(&self, j: &str, who: &Actor) -> Result<usize, Problem> {
        let now = self.now();
        let adopted = self.in_force(j, now).await?;
        if !adopted.procedure.rounds.iter().any(|round| does(round, who)) {
            return Ok(0);
        }
        let from = now.plus_ms(-BACK_MS.min(7 * 24 * 3_600_000));
        let slots = self.rounds(j, who, from, now.plus_ms(1)).await?;
        let waits = |slot: &&RoundSlot| slot.mine && slot.state == SlotState::Waits;
        Ok(slots.iter().filter(waits).count())
    }

    async fn state_of(&self, j: &str, row: &SlotRow) -> Result<SlotState, Problem> {
        let Some(record) = &row.recorded else {
            return Ok(SlotState::Missed);
        };
        let event = self.store().event(j, STREAM, record.seq).await?;
        let text = match event.as_ref().map(read).transpose()? {
            Some(Stored::Recorded { text: Some(text), .. }) => {
                let key = self.key(j, &KeyId::new(text.key.as_str())).await?;
                key.map(|key| key.open("text", &text)).transpose()?
            }
            _ => None,
        };
        let person = self.store().person(j, &record.person).await?;
        Ok(SlotState::Recorded {
            at: record.at,
            by: person.map_or_else(|| record.person.to_string(), |person| person.name),
            items: record.items,
            text,
            late: row.missed.is_some(),
        })
    }
}

fn same(text: &str) -> Words {
    Words {
        zh: text.to_owned(),
        en: text.to_owned(),
    }
}
