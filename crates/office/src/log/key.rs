//! The key of a log: it signs heads and promises, and gives the salts of commitments.
//!
//! A salt is derived from the key and the place of the event, so it costs no commit anything, is the same whenever it is
//! asked for, and is there for events from before the log as well. Whoever lacks the key knows no salt but those that
//! were handed out.

use crate::keys::NamedKey;
use crate::{Office, Problem};
use proof::{Algorithm, Digest, Entry, Head, Scheme, SigningKey};
use seal::KeyId;
use store::StoredEvent;

/// What a log begins with; one that has begun stays as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct LogChoice {
    /// Its hash function.
    pub hash: Algorithm,
    /// How it is signed.
    pub scheme: Scheme,
}

/// A log with its key.
pub(crate) struct Log {
    pub(super) j: String,
    pub(super) hash: Algorithm,
    pub(super) signing: SigningKey,
    salting: NamedKey,
    /// The last head.
    pub(super) head: Option<Head>,
}

impl Log {
    pub(super) fn salt(&self, stream: &str, seq: u64) -> [u8; 32] {
        seal::derived_bytes(&self.salting.key, "log salt", &format!("{stream}\0{seq}"))
    }

    pub(super) fn commitment(&self, event: &StoredEvent) -> Digest {
        let salt = self.salt(&event.stream, event.seq);
        entry(&self.j, event).commitment(self.hash, &salt)
    }
}

/// What is committed to of an event.
pub(super) fn entry<'a>(j: &'a str, event: &'a StoredEvent) -> Entry<'a> {
    Entry {
        log: j,
        stream: &event.stream,
        seq: event.seq,
        kind: &event.kind,
        version: u64::from(event.version),
        at: event.at.ms(),
        recorded: event.recorded.ms(),
        procedure: &event.procedure,
        calendar: &event.calendar,
        bytes: &event.bytes,
    }
}

impl Office {
    /// Sets what new logs begin with. Set once, when the program starts.
    pub fn begin_logs_with(&self, choice: LogChoice) {
        let _ = self.parts().log_choice.set(choice);
    }

    /// The log of a jurisdiction with its key, made when first asked for.
    pub(crate) async fn log_of(&self, j: &str) -> Result<Log, Problem> {
        let head = self.store().tree_head(j).await?;
        let head = head.map(|head| Head::read(&head.text)).transpose()?;
        let choice = self.parts().log_choice.get().copied().unwrap_or_default();
        let (hash, scheme) = match &head {
            Some(head) => (head.hash, head.key.scheme()),
            None => (choice.hash, choice.scheme),
        };
        let salting = self.made_key(j, &KeyId::new("log")).await?;
        let secret = seal::derived_bytes(&salting.key, "log signature", scheme.as_str());
        Ok(Log {
            j: j.to_owned(),
            hash,
            signing: SigningKey::of(scheme, &secret)?,
            salting,
            head,
        })
    }

    /// The public key of a log, as it is written in its heads.
    ///
    /// # Errors
    /// The store's.
    pub async fn log_key(&self, j: &str) -> Result<String, Problem> {
        Ok(self.log_of(j).await?.signing.public().to_string())
    }
}
