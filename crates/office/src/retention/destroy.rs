//! Keys are destroyed by decision: what is left of the texts is sealed anew first, in the same unit of work.

use super::due::Behind;
use super::stored::{Rest, STREAM, Stored, VERSION, stream_of};
use crate::keys::{NamedKey, case_key, person_key};
use crate::load::Loaded;
use crate::view::texts::texts;
use crate::{Office, Problem};
use case::access::Wish;
use case::{Act, Actor, CaseNumber};
use redact::Veil;
use seal::{KeyId, Sealed};
use std::collections::HashMap;
use store::{Append, Commit, CommitError, RowChange, Unchanged};

/// What became of a decision to destroy.
#[derive(Debug, Default)]
pub struct Destroyed {
    /// Cases whose keys are gone.
    pub cases: Vec<CaseNumber>,
    /// Cases that could not be done, and why. They stay due: the next decision tries them again.
    pub failed: Vec<(CaseNumber, Problem)>,
    /// Where to go on, if not everything that is due was looked at.
    pub more: Option<Behind>,
}

impl Office {
    /// Destroys the keys of the cases whose time is over and that nothing holds, 200 at most, from behind a place on. One
    /// that fails does not keep the others from it; each failure is told.
    ///
    /// # Errors
    /// [`Problem::Forbidden`] for all but administrators; [`Problem::Invalid`] without a reason or where no time of
    /// retention is set. Then nothing was destroyed.
    pub async fn destroy_due(
        &self,
        j: &str,
        who: &Actor,
        reason: &str,
        behind: Option<Behind>,
    ) -> Result<Destroyed, Problem> {
        let (by, reason) = self.deciding(j, who, reason).await?;
        let standing = self.retention_standing(j).await?;
        if standing.days.is_none() {
            return Err(Problem::field("days", "field-no-retention"));
        }
        let mut done = Destroyed::default();
        for due in self.due_under(j, &standing, behind).await? {
            match self.destroy_one(j, &due.number, &by, &reason).await {
                Ok(true) => done.cases.push(due.number.clone()),
                Ok(false) => {}
                Err(problem) => {
                    tracing::error!(%problem, number = %due.number, "the keys of a case could not be destroyed");
                    done.failed.push((due.number.clone(), problem));
                }
            }
            done.more = Some(due.behind());
        }
        Ok(done)
    }

    /// Somebody may have put a hold on it since: asked anew for each case, and again within its commit.
    async fn destroy_one(
        &self,
        j: &str,
        number: &CaseNumber,
        by: &str,
        reason: &Sealed,
    ) -> Result<bool, Problem> {
        let seen = self.store().last_seq(j, STREAM).await?;
        let standing = self.retention_standing(j).await?;
        if standing.days.is_none() || standing.holds(number) {
            return Ok(false);
        }
        self.destroy(j, number, seen, by, reason).await
    }

    /// Destroys the keys of one case; `false` where something happened to it, or was decided about retention, since it was
    /// looked at. `seen` is the last decision known.
    async fn destroy(
        &self,
        j: &str,
        number: &CaseNumber,
        seen: u64,
        by: &str,
        reason: &Sealed,
    ) -> Result<bool, Problem> {
        let loaded = self.load(j, &Actor::System, Wish::SeeCase, number).await?;
        let id = KeyId::new(case_key(number.as_str()));
        let Some(key) = self.stored_key(j, &id).await? else {
            return Ok(false);
        };
        let veil = self.veil_of(j, &loaded, Some(&key)).await?;
        let (rest_key, new_key) = self.new_key(rest_key(number.as_str()));
        let mut rest = Vec::new();
        for (place, sealed) in written(&loaded) {
            if sealed.key != id || rest.iter().any(|known: &Rest| known.of == sealed.commitment) {
                continue;
            }
            let text = Veil {
                keep: Vec::new(),
                ..veil.clone()
            }
            .apply(&key.open(place, sealed)?);
            rest.push(Rest {
                of: sealed.commitment.clone(),
                text: self.seal(&rest_key, place, &text),
            });
        }
        let mut keys = vec![id, KeyId::new(person_key(number.as_str()))];
        keys.extend(self.copies_elsewhere(j, number).await?);
        let stored = Stored::Destroyed {
            number: number.clone(),
            by: by.to_owned(),
            reason: reason.clone(),
            keys: keys.clone(),
            rest,
        };
        let now = self.now();
        let mut commit = Commit::new(j, now);
        commit.streams.push(Append {
            stream: stream_of(number.as_str()),
            expected: 0,
            events: vec![crate::stored::event(stored.kind(), VERSION, now, &stored)?],
        });
        // No hold and nothing new came in between.
        for (stream, seen) in [
            (STREAM.to_owned(), seen),
            (store::case_stream(number), loaded.case.seq),
        ] {
            commit.unchanged.push(Unchanged { stream, seen });
        }
        commit.keys.push(new_key);
        commit.changes = keys
            .into_iter()
            .map(|key| RowChange::DestroyKey(key, now))
            .collect();
        match self.commit(commit).await {
            Ok(_) => Ok(true),
            Err(CommitError::Conflict { .. }) => Ok(false),
            Err(error) => Err(error.into()),
        }
    }

    /// Keys of messages to and from other jurisdictions that tell of the case, and of what was noticed and became it.
    async fn copies_elsewhere(&self, j: &str, number: &CaseNumber) -> Result<Vec<KeyId>, Problem> {
        let crossed = self.store().crossings_of(j, number).await?;
        let keys = crossed
            .into_iter()
            .map(|crossing| KeyId::new(crate::exchange::message_key(&crossing.peer, &crossing.id)));
        let items = self.store().items_of(j, number.as_str()).await?;
        let items = items.iter().map(|id| KeyId::new(crate::items::item_key(id)));
        Ok(keys.chain(items).collect())
    }

    /// What is left of the texts of a case whose key was destroyed by decision.
    pub(crate) async fn rest_of(&self, j: &str, number: &str) -> Result<Option<NamedKey>, Problem> {
        let Some(key) = self.stored_key(j, &KeyId::new(rest_key(number))).await? else {
            return Ok(None);
        };
        let mut left = HashMap::new();
        for event in self.store().events(j, &stream_of(number)).await? {
            if let Stored::Destroyed { rest, .. } = serde_json::from_slice(&event.bytes)? {
                left.extend(rest.into_iter().map(|rest| (rest.of, rest.text)));
            }
        }
        Ok(Some(key.of_rest(left)))
    }
}

/// Name of the key under which the rest of a case's texts lies.
fn rest_key(number: &str) -> String {
    format!("rest:{number}")
}

/// Everything that was written about a case, with the place under which it was sealed.
fn written(loaded: &Loaded) -> Vec<(&'static str, &Sealed)> {
    let mut all = Vec::new();
    for (event, _) in loaded.events.iter() {
        all.extend(texts(&event.act));
        if let Act::Receive { origin, .. } = &event.act {
            all.extend(origin.accused_named.as_ref().map(|words| ("accused", words)));
        }
        if let Act::Mark(marking) = &event.act {
            all.extend(marking.accused_named.as_ref().map(|words| ("accused", words)));
        }
        if let Act::Correct { new, old, .. } = &event.act {
            // a title lies under the key of the case, all else under that of the person
            all.push(("title", new));
            all.extend(old.as_ref().map(|old| ("title", old)));
        }
    }
    all
}
