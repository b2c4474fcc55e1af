//! People keep the knowledge base: a version is supplied, confirmed or returned, looked at again, withdrawn.

use super::STREAM;
use super::check::KnowledgeDraft;
use super::stored::Stored;
use crate::filled::LONGEST_REASON;
use crate::{Office, Problem};
use case::access::{Keeping, keeps};
use case::knowledge::Standing;
use case::{Actor, CommandId, PersonId, UnitId};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use store::{Answered, Append, Commit, CommitError, KnowledgeRow};

/// What became of what somebody supplied.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Supplied {
    /// Id of the entry.
    pub id: String,
    /// Which version it is.
    pub version: u32,
    /// Whether it stands already; else the office has to confirm it.
    pub stands: bool,
}

/// What somebody decides on a version of an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KnowledgeDecision<'a> {
    /// What a unit supplied stands from now on.
    Confirm,
    /// It goes back, for a reason.
    Return(&'a str),
    /// It still holds, and is looked at again by this day; half a year ahead where none is named.
    Review(Option<Date>),
    /// It is used no more, for a reason.
    Withdraw(&'a str),
}

impl Office {
    /// Supplies a new entry, or a new version of one. The office's people make it stand at once; a unit's people wait for
    /// them. A second arrival of the command gets the first answer.
    ///
    /// # Errors
    /// [`Problem::Forbidden`] for those who keep no entries of this unit; [`Problem::NotFound`] where there is no such
    /// entry; `field-knowledge-moved` where a newer version is there than the one that was revised; faulty fields.
    pub async fn supply_knowledge(
        &self,
        j: &str,
        who: &Actor,
        command: &str,
        revised: Option<(&str, u32)>,
        draft: KnowledgeDraft,
    ) -> Result<Supplied, Problem> {
        if command.is_empty() {
            return Err(Problem::field("id", "field-empty"));
        }
        let unit = draft
            .unit
            .as_deref()
            .map(str::trim)
            .filter(|unit| !unit.is_empty());
        let unit = unit.map(UnitId::from);
        let (person, keeping) = self.keeper(j, who, unit.as_ref()).await?;
        let fresh = crate::chance::hex(&self.chance().bytes::<8>());
        let id = revised.map_or(fresh.as_str(), |(id, _)| id).to_owned();
        let entry = self.checked_knowledge(j, draft).await?;
        let command = CommandId::from(format!("knowledge-{command}"));
        loop {
            let expected = self.store().last_seq(j, STREAM).await?;
            let versions = self.store().knowledge_versions(j, &id).await?;
            if id != fresh {
                // an entry changes hands only by those who keep it on either side
                let last = newest(&versions).ok_or(Problem::NotFound)?;
                self.keeper(j, who, last.entry.unit.as_ref()).await?;
                // a text that somebody else has supplied meanwhile is not replaced unseen
                let newest = versions.first().map(|row| row.version);
                let moved = revised.is_some_and(|(_, seen)| Some(seen) != newest);
                if moved && self.store().answered(j, &command).await?.is_none() {
                    return Err(Problem::field("version", "field-knowledge-moved"));
                }
            }
            let version = versions.first().map_or(0, |row| row.version) + 1;
            let mut events = vec![Stored::Supplied {
                by: person.to_string(),
                id: id.clone(),
                version,
                entry: entry.clone(),
            }];
            let stands = keeping == Keeping::Confirms;
            if stands {
                events.push(Stored::Confirmed {
                    by: person.to_string(),
                    id: id.clone(),
                    version,
                });
            }
            let done = Supplied {
                id: id.clone(),
                version,
                stands,
            };
            let answered = Answered {
                id: command.clone(),
                answer: serde_json::to_vec(&done)?,
            };
            match self.log_knowledge(j, expected, &events, Some(answered)).await {
                Err(CommitError::Conflict { .. }) => {}
                Err(CommitError::Duplicate(first)) => {
                    let used = |_| Problem::field("id", "field-command-id-used");
                    return serde_json::from_slice(&first).map_err(used);
                }
                Err(error) => return Err(error.into()),
                Ok(()) => return Ok(done),
            }
        }
    }

    /// Confirms the version that waits, or gives it back to whoever supplied it; records that an entry was looked at and
    /// still holds, or takes it out of use. Each decision is on the version that the person saw.
    ///
    /// # Errors
    /// [`Problem::Forbidden`] for those who may not; [`Problem::NotFound`] where there is no such entry; a fault of
    /// `version` where another one stands or waits by now; faulty fields.
    pub async fn decide_knowledge(
        &self,
        j: &str,
        who: &Actor,
        (id, version): (&str, u32),
        decision: KnowledgeDecision<'_>,
    ) -> Result<(), Problem> {
        self.sees_knowledge(j, who).await?;
        let seen = match decision {
            KnowledgeDecision::Confirm | KnowledgeDecision::Return(_) => Standing::Proposed,
            KnowledgeDecision::Review(_) | KnowledgeDecision::Withdraw(_) => Standing::Current,
        };
        loop {
            let expected = self.store().last_seq(j, STREAM).await?;
            let versions = self.store().knowledge_versions(j, id).await?;
            let last = newest(&versions).ok_or(Problem::NotFound)?;
            let (person, keeping) = self.keeper(j, who, last.entry.unit.as_ref()).await?;
            if seen == Standing::Proposed && keeping != Keeping::Confirms {
                return Err(Problem::Forbidden);
            }
            if !versions
                .iter()
                .any(|row| row.version == version && row.standing == seen)
            {
                return Err(Problem::field("version", "field-knowledge-moved"));
            }
            let (by, id) = (person.to_string(), id.to_owned());
            let event = match decision {
                KnowledgeDecision::Confirm => Stored::Confirmed { by, id, version },
                KnowledgeDecision::Return(reason) => Stored::Returned {
                    by,
                    id,
                    version,
                    reason: reason_of(reason)?,
                },
                KnowledgeDecision::Review(review) => Stored::Reviewed {
                    by,
                    id,
                    version,
                    review: self.checked_review(j, review).await?,
                },
                KnowledgeDecision::Withdraw(reason) => Stored::Withdrawn {
                    by,
                    id,
                    version,
                    reason: reason_of(reason)?,
                },
            };
            match self.log_knowledge(j, expected, &[event], None).await {
                Err(CommitError::Conflict { .. }) => {}
                done => return Ok(done?),
            }
        }
    }

    /// The person, and how they keep entries of a unit.
    async fn keeper(
        &self,
        j: &str,
        who: &Actor,
        unit: Option<&UnitId>,
    ) -> Result<(PersonId, Keeping), Problem> {
        let adopted = self.in_force(j, self.now()).await?;
        match (who, keeps(&adopted.procedure, who, unit)) {
            (Actor::Staff { person, .. }, Some(keeping)) => Ok((person.clone(), keeping)),
            _ => Err(Problem::Forbidden),
        }
    }

    async fn log_knowledge(
        &self,
        j: &str,
        expected: u64,
        events: &[Stored],
        command: Option<Answered>,
    ) -> Result<(), CommitError> {
        let now = self.now();
        let mut commit = Commit::new(j, now);
        commit.command = command;
        let mut appended = Vec::with_capacity(events.len());
        for (event, seq) in events.iter().zip(expected + 1..) {
            commit.changes.push(event.row(now, seq));
            let event = event.event(now);
            appended.push(event.map_err(|error| store::StoreError::Corrupt(error.to_string()))?);
        }
        commit.streams.push(Append {
            stream: STREAM.to_owned(),
            expected,
            events: appended,
        });
        self.commit(commit).await.map(|_| ())
    }
}

/// The version that says whose an entry is: what stands, else the newest.
pub(super) fn newest(versions: &[KnowledgeRow]) -> Option<&KnowledgeRow> {
    let current = versions.iter().find(|row| row.standing == Standing::Current);
    current.or(versions.first())
}

fn reason_of(reason: &str) -> Result<String, Problem> {
    let reason = reason.trim();
    if crate::says_nothing(reason) {
        return Err(Problem::field("reason", "field-empty"));
    }
    if reason.chars().count() > LONGEST_REASON {
        let fault = crate::FieldFault::too_long("reason", LONGEST_REASON);
        return Err(Problem::Invalid(vec![fault]));
    }
    Ok(reason.to_owned())
}
