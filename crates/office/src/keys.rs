//! Keys of an installation: the master keys outside the database, the sealing keys wrapped under one of them inside it,
//! unwrapped when needed.

mod masters;
mod rewrap;

pub use masters::{KeySource, Masters};
pub use rewrap::Rewrapped;

use crate::{Office, Problem};
use masters::Ring;
use seal::{Cipher, Fresh, Key, KeyId, SealError, Sealed, keyed_hash};
use std::collections::HashMap;
use std::sync::{Arc, OnceLock, PoisonError, RwLock};
use store::NewKey;

/// The master keys and what is derived from them.
pub(crate) struct KeyRing {
    ring: RwLock<Arc<Ring>>,
    source: OnceLock<Arc<dyn KeySource>>,
    cipher: OnceLock<Cipher>,
}

impl KeyRing {
    pub(crate) fn new(master: Key) -> Self {
        Self {
            ring: RwLock::new(Arc::new(Ring::of(&Masters::new(master), 0))),
            source: OnceLock::new(),
            cipher: OnceLock::new(),
        }
    }

    /// The keys as they were read last.
    fn at_hand(&self) -> Arc<Ring> {
        self.ring.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The keys as they lie outside now: they change where somebody rotates them.
    fn newest(&self) -> Arc<Ring> {
        let ring = self.at_hand();
        let Some(source) = self.source.get() else {
            return ring;
        };
        let version = source.version();
        if version == ring.version {
            return ring;
        }
        match source.read() {
            Ok(masters) => {
                let ring = Arc::new(Ring::of(&masters, version));
                *self.ring.write().unwrap_or_else(PoisonError::into_inner) = ring.clone();
                ring
            }
            Err(reason) => {
                tracing::error!(
                    reason,
                    "the master keys cannot be read again; those read before are used on"
                );
                ring
            }
        }
    }

    fn cipher(&self) -> Cipher {
        self.cipher.get().copied().unwrap_or_default()
    }

    /// Unwraps under whichever master key fits.
    fn unwrap(&self, id: &KeyId, wrapped: &[u8]) -> Result<Key, SealError> {
        let ring = self.at_hand();
        ring.unwrap(id, wrapped).or_else(|fault| {
            let newest = self.newest();
            if Arc::ptr_eq(&ring, &newest) {
                return Err(fault);
            }
            newest.unwrap(id, wrapped)
        })
    }
}

/// A key with its name, at hand for sealing and opening.
#[derive(Clone)]
pub(crate) struct NamedKey {
    pub(crate) id: KeyId,
    pub(crate) key: Key,
    /// Where the key of the case was destroyed: what is left of its texts, by the commitment of each.
    rest: Option<Arc<HashMap<String, Sealed>>>,
}

impl NamedKey {
    fn new(id: KeyId, key: Key) -> Self {
        Self { id, key, rest: None }
    }

    /// What stands for a case whose own key was destroyed.
    pub(crate) fn of_rest(self, rest: HashMap<String, Sealed>) -> Self {
        Self {
            rest: Some(Arc::new(rest)),
            ..self
        }
    }

    /// Opens a text in its place; what is left of it, where its own key was destroyed.
    pub(crate) fn open(&self, place: &str, sealed: &Sealed) -> Result<String, SealError> {
        if sealed.key == self.id {
            return seal::open(&self.key, place, sealed);
        }
        let rest = self.rest.as_ref().ok_or(SealError::WrongKey)?;
        let left = rest.get(&sealed.commitment).ok_or(SealError::Destroyed)?;
        seal::open(&self.key, place, left)
    }

    /// Opens the content of a file.
    pub(crate) fn open_bytes(&self, place: &str, sealed: &[u8]) -> Result<Vec<u8>, SealError> {
        let opened = seal::open_bytes(&self.key, &self.id, place, sealed);
        match (&self.rest, opened) {
            (Some(_), Err(_)) => Err(SealError::Destroyed),
            (_, opened) => opened,
        }
    }
}

impl Office {
    /// Looks for the master keys here from now on, and seals with this cipher. Set once, when the program starts;
    /// without it there is one master key, and the cipher is AES-256-GCM.
    pub fn keep_keys(&self, source: Arc<dyn KeySource>, cipher: Cipher) {
        let keys = &self.parts().keys;
        let _ = keys.source.set(source);
        let _ = keys.cipher.set(cipher);
        keys.newest();
    }

    fn fresh(&self) -> Fresh {
        Fresh::from_bytes(self.chance().bytes())
    }

    /// A new key and how it is stored.
    pub(crate) fn new_key(&self, name: String) -> (NamedKey, NewKey) {
        let id = KeyId::new(name);
        let key = Key::from_bytes(self.chance().bytes());
        let keys = &self.parts().keys;
        let wrapped = seal::wrap(&keys.newest().current, &id, &key, keys.cipher(), self.fresh());
        (NamedKey::new(id.clone(), key), NewKey { id, wrapped })
    }

    /// The key with this name; `None` once it was destroyed. For the destroyed key of a case, what is left of its texts.
    pub(crate) async fn key(&self, j: &str, id: &KeyId) -> Result<Option<NamedKey>, Problem> {
        match self.stored_key(j, id).await? {
            Some(key) => Ok(Some(key)),
            None => match id.as_str().strip_prefix(CASE) {
                Some(number) => self.rest_of(j, number).await,
                None => Ok(None),
            },
        }
    }

    /// The key with exactly this name.
    pub(crate) async fn stored_key(&self, j: &str, id: &KeyId) -> Result<Option<NamedKey>, Problem> {
        let Some(wrapped) = self.store().key(j, id).await? else {
            return Ok(None);
        };
        let key = self.parts().keys.unwrap(id, &wrapped)?;
        Ok(Some(NamedKey::new(id.clone(), key)))
    }

    /// Whether the master key is the one under which this jurisdiction's keys were wrapped. Wraps the office's own key
    /// under it where there is none yet.
    ///
    /// # Errors
    /// The store's.
    pub async fn master_key_fits(&self, j: &str) -> Result<bool, Problem> {
        let id = crate::directory::office_key_id();
        let Some(wrapped) = self.store().key(j, &id).await? else {
            self.office_key(j).await?;
            return Ok(true);
        };
        Ok(self.parts().keys.unwrap(&id, &wrapped).is_ok())
    }

    /// Seals a text in its place.
    pub(crate) fn seal(&self, key: &NamedKey, place: &str, text: &str) -> Sealed {
        let cipher = self.parts().keys.cipher();
        seal::seal_with(cipher, &key.key, &key.id, place, text, self.fresh())
    }

    /// Seals the content of a file.
    pub(crate) fn seal_bytes(&self, key: &NamedKey, place: &str, content: &[u8]) -> Vec<u8> {
        let cipher = self.parts().keys.cipher();
        seal::seal_bytes(cipher, &key.key, &key.id, place, content, self.fresh())
    }

    /// A key that only somebody has who brings this text: it is stored nowhere.
    pub(crate) fn key_of(&self, purpose: &str, text: &str) -> NamedKey {
        let bytes = seal::derived_bytes(&self.parts().keys.at_hand().finding, purpose, text);
        NamedKey::new(KeyId::new(purpose), Key::from_bytes(bytes))
    }

    /// A keyed hash: finds a phone number, checks a code, without keeping it readable.
    pub(crate) fn hash(&self, purpose: &str, text: &str) -> String {
        keyed_hash(&self.parts().keys.at_hand().finding, purpose, text)
    }
}

const CASE: &str = "case:";

/// Name of the key of a case.
pub(crate) fn case_key(number: &str) -> String {
    format!("{CASE}{number}")
}

/// Name of the key of the citizen of a case.
pub(crate) fn person_key(number: &str) -> String {
    format!("person:{number}")
}
