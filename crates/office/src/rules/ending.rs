//! The decision that a unit's own rules end: from a day on the procedure holds for its work orders as it does for all
//! others. It is an event of the `rules` stream, and the procedure without them is adopted in the same commit.

use super::UsingOn;
use super::decision::{STREAM, complete};
use crate::adopt::NotAdopted;
use crate::{Office, Problem};
use case::Actor;
use jiff::civil::Date;
use procedure::OwnEnded;
use serde::{Deserialize, Serialize};

/// Version of the event's form.
const VERSION: u16 = 1;
/// Kind of the event.
const END_OWN: &str = "end-own";

/// That own rules end. The event, version 1.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Ended {
    /// Id of the procedure that they extend.
    procedure: String,
    /// What ended, from when on, who decided and why.
    own: OwnEnded,
    /// Who recorded it: a person's id, or where it came from.
    by: String,
}

/// The decision as somebody records it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EndingOwn {
    /// Whose own rules.
    pub unit: String,
    /// The first day on which they hold no more.
    pub from: Date,
    /// Who decided.
    pub decided_by: String,
    /// Why.
    pub reason: String,
}

impl Office {
    /// Ends the own rules of a unit, as an administrator records it.
    ///
    /// # Errors
    /// [`Problem::Forbidden`] for all but administrators; else as [`Office::end_own_rules_by`].
    pub async fn end_own_rules(&self, j: &str, who: &Actor, ending: EndingOwn) -> Result<(), NotAdopted> {
        self.may_administer(j, who).await?;
        let Actor::Staff { person, .. } = who else {
            return Err(Problem::Forbidden.into());
        };
        self.end_own_rules_by(j, person.as_str(), ending).await
    }

    /// The same from the command line: whoever has the machine may.
    ///
    /// # Errors
    /// [`Problem::NotFound`] where the unit has no own rules; fields that cannot be taken; a day from which it would not
    /// count.
    pub async fn end_own_rules_by(&self, j: &str, by: &str, ending: EndingOwn) -> Result<(), NotAdopted> {
        let today = crate::directory::day_of(self.now());
        let decided = UsingOn {
            until: ending.from,
            decided_by: ending.decided_by.trim().to_owned(),
            reason: ending.reason.trim().to_owned(),
        };
        complete(&decided, "from", today)?;
        let latest = self.with_own_rules_of(j, &ending.unit).await?;
        let (latest, own) = latest.ok_or(Problem::NotFound)?;
        let own = OwnEnded {
            unit: own.unit,
            id: own.id,
            version: own.version,
            from: ending.from,
            decided_by: decided.decided_by,
            reason: decided.reason,
        };
        let adoption = self.without(j, &latest, &own).await?.by(by);
        let event = Ended {
            procedure: latest.head.id.clone(),
            own,
            by: by.to_owned(),
        };
        let event = crate::stored::event(END_OWN, VERSION, self.now(), &event)?;
        self.adopt_with(j, vec![adoption], Some((STREAM, event))).await?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::Ended;

    /// A sample of every version ever landed; a sample is never edited.
    #[test]
    fn every_version_of_an_ending_is_read() {
        for line in include_str!("../../samples/rules-end-own-1.jsonl").lines() {
            let ended: Ended = serde_json::from_str(line).unwrap();
            assert_eq!(serde_json::to_string(&ended).unwrap(), line);
        }
    }
}
