//! The keys with which a jurisdiction signs. A new one is a decision with a reason, kept in a stream of its own; the old
//! ones stay, because what is under way was addressed to them. The other sides learn of a new key by a message that the
//! old one signs, or their administrators enter it.

use super::collect::Crossing;
use crate::keys::NamedKey;
use crate::notice::Payload;
use crate::{Office, Problem};
use calendar::Instant;
use case::Actor;
use seal::KeyId;
use seal::signing::SigningKey;
use serde::{Deserialize, Serialize};
use store::{Append, Commit, CommitError, NewOutbox, StoreError, StoredEvent};

/// The stream of decisions to sign with another key.
pub(super) const KEYS: &str = "exchange-keys";

/// Version of the events' form.
const VERSION: u16 = 1;
/// Name of the first key; later ones have their place behind it.
const FIRST: &str = "exchange:signing";
/// Longest reason, in characters.
const LONGEST: usize = 500;

/// A decision, version 1. The key itself lies wrapped among the keys.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Changed {
    by: String,
    /// The new public key.
    public: String,
    reason: String,
    /// Whether the other sides were told by a message that the key before signed.
    announced: bool,
}

/// A key with which this side signs, or signed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyLine {
    /// Its public half in base64.
    pub public: String,
    /// Since when, UTC milliseconds; `None` for the first one.
    pub since: Option<Instant>,
    /// Name of who decided it.
    pub by: Option<String>,
    /// Why.
    pub reason: Option<String>,
    /// Whether the other sides were told.
    pub announced: bool,
}

/// The keys of a jurisdiction, the first one first. There always is one.
pub(crate) struct OwnKeys {
    first: SigningKey,
    later: Vec<SigningKey>,
}

impl OwnKeys {
    /// The one with which it signs.
    pub(crate) fn newest(&self) -> &SigningKey {
        self.later.last().unwrap_or(&self.first)
    }

    /// The first one; ids of messages are made with it, so that they stay the same when the key is changed.
    pub(super) fn first(&self) -> &SigningKey {
        &self.first
    }

    /// The one that a decision made, by its place in the stream, and the one before.
    pub(super) fn changed(&self, seq: u64) -> Option<(&SigningKey, &SigningKey)> {
        let place = usize::try_from(seq).ok()?.checked_sub(1)?;
        let before = place
            .checked_sub(1)
            .map_or(Some(&self.first), |at| self.later.get(at));
        Some((before?, self.later.get(place)?))
    }

    /// The one with this public half.
    pub(super) fn of(&self, public: &str) -> Option<&SigningKey> {
        let mut all = std::iter::once(&self.first).chain(&self.later);
        all.find(|key| key.public() == public)
    }

    /// Whether there was ever another.
    pub(super) fn were_changed(&self) -> bool {
        !self.later.is_empty()
    }
}

/// Name of the key that a decision made.
fn name_of(seq: u64) -> String {
    format!("{FIRST}:{}", seq + 1)
}

fn read(stored: &StoredEvent) -> Result<Changed, StoreError> {
    let corrupt = |why: String| StoreError::Corrupt(format!("{KEYS} event {}: {why}", stored.seq));
    if stored.version != VERSION {
        return Err(corrupt(format!("has version {}", stored.version)));
    }
    serde_json::from_slice(&stored.bytes).map_err(|error| corrupt(error.to_string()))
}

impl Office {
    /// The keys with which a jurisdiction signs and signed; the first one is made when first asked for.
    pub(crate) async fn own_keys(&self, j: &str) -> Result<OwnKeys, Problem> {
        let NamedKey { key, .. } = self.made_key(j, &KeyId::new(FIRST)).await?;
        let first = SigningKey::of(&key)?;
        let mut later = Vec::new();
        for seq in 1..=self.store().last_seq(j, KEYS).await? {
            let name = KeyId::new(name_of(seq));
            let key = self.key(j, &name).await?;
            let key = key.ok_or_else(|| Problem::Corrupt(format!("no key {name}")))?;
            later.push(SigningKey::of(&key.key)?);
        }
        Ok(OwnKeys { first, later })
    }

    /// The keys as administrators look at them, the newest first.
    ///
    /// # Errors
    /// [`Problem::Forbidden`] for all but administrators.
    pub async fn key_lines(&self, j: &str, who: &Actor) -> Result<Vec<KeyLine>, Problem> {
        self.may_administer(j, who).await?;
        let mut lines = vec![KeyLine {
            public: self.own_keys(j).await?.first().public(),
            since: None,
            by: None,
            reason: None,
            announced: false,
        }];
        for stored in self.store().events(j, KEYS).await? {
            let changed = read(&stored)?;
            let person = self.store().person(j, &changed.by.as_str().into()).await?;
            lines.push(KeyLine {
                public: changed.public,
                since: Some(stored.at),
                by: Some(person.map_or(changed.by, |person| person.name)),
                reason: Some(changed.reason),
                announced: changed.announced,
            });
        }
        lines.reverse();
        Ok(lines)
    }

    /// Signs with a new key from now on. With `announce` every link in use is told by a message that the key before
    /// signs; without, because that one may be in wrong hands, their administrators have to enter the new one.
    ///
    /// # Errors
    /// [`Problem::Forbidden`] for all but administrators; a missing reason.
    pub async fn change_key(
        &self,
        j: &str,
        who: &Actor,
        reason: &str,
        announce: bool,
    ) -> Result<(), Problem> {
        self.may_administer(j, who).await?;
        let Actor::Staff { person, .. } = who else {
            return Err(Problem::Forbidden);
        };
        let reason = reason.trim();
        crate::administer::one_line("reason", reason, LONGEST)?;
        if crate::says_nothing(reason) {
            return Err(Problem::field("reason", "field-empty"));
        }
        // the key before must be there to sign the announcement
        self.made_key(j, &KeyId::new(FIRST)).await?;
        loop {
            let now = self.now();
            let expected = self.store().last_seq(j, KEYS).await?;
            let (key, stored) = self.new_key(name_of(expected + 1));
            let changed = Changed {
                by: person.to_string(),
                public: SigningKey::of(&key.key)?.public(),
                reason: reason.to_owned(),
                announced: announce,
            };
            let mut commit = Commit::new(j, now);
            commit.keys.push(stored);
            commit.streams.push(Append {
                stream: KEYS.to_owned(),
                expected,
                events: vec![crate::stored::event("changed", VERSION, now, &changed)?],
            });
            if announce {
                commit.outbox = self.announcements(j, expected + 1, now).await?;
            }
            match self.commit(commit).await {
                Err(CommitError::Conflict { .. }) => {}
                done => {
                    done?;
                    return Ok(());
                }
            }
        }
    }

    async fn announcements(&self, j: &str, seq: u64, now: Instant) -> Result<Vec<NewOutbox>, Problem> {
        let peers = self.store().peers(j).await?;
        let active = peers.into_iter().filter(|peer| peer.active);
        active
            .map(|peer| {
                let crossing = Crossing {
                    new_key: true,
                    ..Crossing::of(&peer.id, seq)
                };
                Ok(NewOutbox {
                    id: format!("{KEYS}/{seq}/to-{}", peer.id),
                    due: now,
                    kind: "exchange".to_owned(),
                    payload: serde_json::to_vec(&Payload::Crossing(crossing))?,
                })
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::Changed;

    /// A sample of every version ever landed; a sample is never edited.
    #[test]
    fn every_version_of_the_keys_is_read() {
        let line = include_str!("../../samples/exchange-keys-1.jsonl").trim_end();
        let changed: Changed = serde_json::from_str(line).unwrap();
        assert_eq!(serde_json::to_string(&changed).unwrap(), line);
    }
}
