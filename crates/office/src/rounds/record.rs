//! A person records a round.

use super::stored::Stored;
use super::{BACK_MS, STREAM};
use crate::{Office, Problem};
use calendar::Instant;
use case::Actor;
use case::rounds::{Met, does};
use store::{Append, Commit, CommitError, SlotRow};

/// What somebody says of a round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoundRecord {
    /// Id of the round.
    pub round: String,
    /// When it was due, UTC milliseconds.
    pub slot: Instant,
    /// How many items were found.
    pub items: Option<u32>,
    /// What was found.
    pub text: String,
}

impl Office {
    /// Records one time of a round in the name of whoever is signed in. A record that comes after its time stands
    /// behind the missed time.
    ///
    /// # Errors
    /// [`Problem::Forbidden`] for those who do not do this round; faults of `slot` where there is no such time, where it
    /// has not come yet, and where it was recorded before.
    pub async fn record_round(&self, j: &str, who: &Actor, record: RoundRecord) -> Result<(), Problem> {
        let now = self.now();
        let adopted = self.in_force(j, now).await?;
        let Actor::Staff { person, .. } = who else {
            return Err(Problem::Forbidden);
        };
        let round = adopted.procedure.round(&record.round);
        let round = round.ok_or_else(|| Problem::field("round", "field-no-such-round"))?;
        if !does(round, who) {
            return Err(Problem::Forbidden);
        }
        let no_such = || Problem::field("slot", "field-no-such-slot");
        let oldest = now.plus_ms(-BACK_MS);
        if record.slot <= oldest || record.slot > now.plus_ms(BACK_MS) {
            return Err(no_such());
        }
        let before = record.slot.plus_ms(-1);
        let slots = self.slots_between(j, &adopted, before, record.slot).await?;
        let slot = slots.into_iter().find(|slot| slot.round == record.round);
        let slot = slot.ok_or_else(no_such)?;
        let late = match slot.met(now) {
            Met::Early => return Err(Problem::field("slot", "field-slot-not-yet")),
            Met::InTime => false,
            Met::Late => true,
        };
        let (key, key_stored) = self.new_key(format!("round:{}:{}", record.round, record.slot.ms()));
        let text = record.text.trim();
        let text = (!text.is_empty())
            .then(|| self.sealed(&key, "text", text))
            .transpose()?;
        loop {
            let expected = self.store().last_seq(j, STREAM).await?;
            let known = self.store().round_slots(j, slot.at, slot.at.plus_ms(1)).await?;
            let known = known.iter().find(|row| row.round == slot.round);
            if known.is_some_and(|row| row.recorded.is_some()) {
                return Err(Problem::field("slot", "field-slot-recorded"));
            }
            let mut events = Vec::new();
            let begun = match self.rounds_begun(j).await? {
                Some(begun) => begun,
                None => {
                    events.push(Stored::Begun);
                    now
                }
            };
            let missed = |row: &SlotRow| row.missed.is_some();
            if late && slot.at > begun && !known.is_some_and(missed) {
                events.push(Stored::Missed {
                    round: slot.round.clone(),
                    slot: slot.at,
                    until: slot.until,
                });
            }
            events.push(Stored::Recorded {
                by: person.to_string(),
                round: slot.round.clone(),
                slot: slot.at,
                items: record.items,
                text: text.clone(),
            });
            let keys = text.iter().map(|_| key_stored.clone()).collect();
            if self.log_rounds(j, expected, &events, keys).await? {
                return Ok(());
            }
        }
    }

    /// Appends events with their rows; `false` where the stream had grown meanwhile.
    pub(super) async fn log_rounds(
        &self,
        j: &str,
        expected: u64,
        events: &[Stored],
        keys: Vec<store::NewKey>,
    ) -> Result<bool, Problem> {
        let now = self.now();
        let mut commit = Commit::new(j, now);
        commit.keys = keys;
        let mut appended = Vec::with_capacity(events.len());
        for (event, seq) in events.iter().zip(expected + 1..) {
            commit.changes.extend(event.row(now, seq));
            appended.push(event.event(now)?);
        }
        commit.streams.push(Append {
            stream: STREAM.to_owned(),
            expected,
            events: appended,
        });
        match self.commit(commit).await {
            Err(CommitError::Conflict { .. }) => Ok(false),
            done => {
                done?;
                Ok(true)
            }
        }
    }
}
