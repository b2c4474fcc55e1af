//! A row as history: one event under the ledger's own number and times. No clock starts and nobody is told.

use super::{Entry, Fate, Reason};
use crate::keys::{case_key, person_key};
use crate::load::Loaded;
use crate::{Adopted, Done, Office, Problem};
use case::{Act, Actor, CaseNumber, Command, CommandId, decide};
use store::{Answered, CommitError};

impl Office {
    /// Enters a past case.
    pub(super) async fn enter_history(
        &self,
        j: &str,
        adopted: &Adopted,
        id: &CommandId,
        entry: &Entry,
    ) -> Result<(CaseNumber, Fate), Problem> {
        let now = self.now();
        let number = CaseNumber::from(entry.number.as_str());
        if entry.received > now {
            let reason = Reason {
                code: "import-in-future",
                args: Vec::new(),
            };
            return Ok((number, Fate::Bad(reason)));
        }
        let (key, key_stored) = self.new_key(case_key(number.as_str()));
        let (person, person_stored) = self.new_key(person_key(number.as_str()));
        let act = Act::RecordHistory {
            channel: entry.channel.clone(),
            title: self.sealed(&key, "title", &entry.title)?,
            text: self.sealed(&key, "text", &entry.text)?,
            name: match &entry.name {
                Some(name) => Some(self.sealed(&person, "name", name)?),
                None => None,
            },
            reply: match &entry.reply {
                Some(reply) => Some(self.sealed(&key, "reply", reply)?),
                None => None,
            },
            received: entry.received,
            replied: entry.replied,
            external: Some(entry.number.clone()),
        };
        let command = Command {
            id: id.clone(),
            act,
            order: None,
            seen: None,
        };
        let loaded = Loaded::fresh(&number, adopted);
        let events = decide(&adopted.rules(), &loaded.case, &command, &Actor::System, now)?;
        let (mut commit, after) = self.unit_of_work(j, &loaded, &events, now).await?;
        let done = Done {
            number: number.clone(),
            seq: after.seq,
            step: after.step,
        };
        commit.command = Some(Answered {
            id: id.clone(),
            answer: serde_json::to_vec(&done)?,
        });
        commit.keys.push(key_stored);
        if entry.name.is_some() {
            commit.keys.push(person_stored);
        }
        let fate = match self.commit(commit).await {
            Ok(_) => Fate::Entered,
            Err(CommitError::Conflict { .. } | CommitError::Duplicate(_)) => {
                self.compared(j, &number, entry).await?.ok_or(Problem::Busy)?
            }
            Err(error) => return Err(error.into()),
        };
        Ok((number, fate))
    }
}
