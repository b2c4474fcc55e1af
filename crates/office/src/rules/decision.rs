//! The decision to go on using rules that are past their last day: an event of the jurisdiction's `rules` stream.

use super::Standing;
use crate::administer::one_line;
use crate::directory::day_of;
use crate::{FieldFault, Office, Problem};
use case::Actor;
use case::access::{Subject, Wish, may};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use store::{Append, Commit, CommitError};

/// The stream of decisions about rules.
pub const STREAM: &str = "rules";
/// Version of the events' form.
const VERSION: u16 = 1;
/// Kind of the event.
const USE_ON: &str = "use-on";
/// Longest name of who decided, and longest reason, in characters.
const LONGEST: usize = 200;
const LONGEST_REASON: usize = 1000;

/// That rules past their last day are used on. The event, version 1.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// Id of the procedure.
    pub procedure: String,
    /// Its version.
    pub version: String,
    /// The last day for which the decision holds.
    pub until: Date,
    /// Who decided, as the office names it.
    pub decided_by: String,
    /// Why.
    pub reason: String,
    /// Who recorded it: a person's id, or where it came from.
    pub by: String,
}

/// A decision as somebody records it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UsingOn {
    /// The last day for which it holds.
    pub until: Date,
    /// Who decided.
    pub decided_by: String,
    /// Why.
    pub reason: String,
}

impl Office {
    /// Every decision, the first one first.
    pub(crate) async fn decisions(&self, j: &str) -> Result<Vec<Decision>, Problem> {
        let stored = self.store().events(j, STREAM).await?;
        let ours = stored.iter().filter(|event| event.kind == USE_ON);
        Ok(ours
            .map(|event| serde_json::from_slice(&event.bytes))
            .collect::<Result<_, _>>()?)
    }

    /// Records that the rules that lapsed are used on.
    ///
    /// # Errors
    /// [`Problem::Forbidden`] for all but administrators and the roles that the rules name; fields that cannot be
    /// taken; [`Problem::NotFound`] where nothing has lapsed.
    pub async fn use_on(&self, j: &str, who: &Actor, decided: UsingOn) -> Result<(), Problem> {
        if !self.may_decide(j, who).await? {
            return Err(Problem::Forbidden);
        }
        let Actor::Staff { person, .. } = who else {
            return Err(Problem::Forbidden);
        };
        self.use_on_by(j, person.as_str(), decided).await
    }

    /// The same from the command line: whoever has the machine may.
    ///
    /// # Errors
    /// As [`Office::use_on`].
    pub async fn use_on_by(&self, j: &str, by: &str, decided: UsingOn) -> Result<(), Problem> {
        let today = day_of(self.now());
        complete(&decided, "until", today)?;
        loop {
            let versions = self.versions_on(j, today).await?;
            let standings: Vec<Standing> = versions.iter().map(|v| v.standing.clone()).collect();
            let current = super::chosen(&standings).and_then(|index| versions.get(index));
            let lapsed = current.filter(|v| v.procedure.head.last_day.is_some_and(|last| last < today));
            let head = &lapsed.ok_or(Problem::NotFound)?.procedure.head;
            let decision = Decision {
                procedure: head.id.clone(),
                version: head.version.clone(),
                until: decided.until,
                decided_by: decided.decided_by.trim().to_owned(),
                reason: decided.reason.trim().to_owned(),
                by: by.to_owned(),
            };
            let now = self.now();
            let mut commit = Commit::new(j, now);
            commit.streams.push(Append {
                stream: STREAM.to_owned(),
                expected: self.store().last_seq(j, STREAM).await?,
                events: vec![crate::stored::event(USE_ON, VERSION, now, &decision)?],
            });
            match self.commit(commit).await {
                Ok(_) => break,
                Err(CommitError::Conflict { .. }) => {}
                Err(error) => return Err(error.into()),
            }
        }
        self.parts().recent.forget();
        Ok(())
    }

    /// Whether somebody may decide that lapsed rules are used on.
    ///
    /// # Errors
    /// As [`Office::in_force`].
    pub async fn may_decide(&self, j: &str, who: &Actor) -> Result<bool, Problem> {
        let adopted = self.in_force(j, self.now()).await?;
        let named = &adopted.procedure.head.continued_by;
        let in_role = match who {
            Actor::Staff { posts, .. } => posts.iter().any(|post| named.contains(&post.role)),
            _ => false,
        };
        Ok(in_role || may(&adopted.procedure, who, Wish::Administer, &Subject::default()))
    }
}

/// Refuses a decision without a name or a reason, and one whose day, in this field, is over.
pub(super) fn complete(decided: &UsingOn, day: &'static str, today: Date) -> Result<(), Problem> {
    let mut faults = Vec::new();
    for (field, value) in [("decided_by", &decided.decided_by), ("reason", &decided.reason)] {
        if crate::says_nothing(value) {
            faults.push(FieldFault::new(field, "field-empty"));
        }
    }
    if decided.until < today {
        faults.push(FieldFault::new(day, "field-day-over"));
    }
    if !faults.is_empty() {
        return Err(Problem::Invalid(faults));
    }
    one_line("decided_by", &decided.decided_by, LONGEST)?;
    if decided.reason.chars().count() > LONGEST_REASON {
        let fault = FieldFault::too_long("reason", LONGEST_REASON);
        return Err(Problem::Invalid(vec![fault]));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::Decision;

    /// A sample of every version ever landed; a sample is never edited.
    #[test]
    fn every_version_of_a_decision_is_read() {
        for line in include_str!("../../samples/rules-1.jsonl").lines() {
            let decision: Decision = serde_json::from_str(line).unwrap();
            assert_eq!(serde_json::to_string(&decision).unwrap(), line);
        }
    }
}
