//! Keys of cases and people: made with the first text, wrapped under the master key, unwrapped when needed.

use crate::{Office, Problem};
use seal::{Fresh, Key, KeyId, Sealed, keyed_hash};
use store::NewKey;

/// The master key and what is derived from it.
pub(crate) struct KeyRing {
    wrapping: Key,
    finding: Key,
}

impl KeyRing {
    pub(crate) fn new(master: Key) -> Self {
        Self {
            wrapping: master.derive("wrap keys"),
            finding: master.derive("keyed hashes"),
        }
    }
}

/// A key with its name, at hand for sealing and opening.
#[derive(Clone)]
pub(crate) struct NamedKey {
    pub(crate) id: KeyId,
    pub(crate) key: Key,
}

impl Office {
    fn fresh(&self) -> Fresh {
        Fresh::from_bytes(self.chance().bytes())
    }

    /// A new key and how it is stored.
    pub(crate) fn new_key(&self, name: String) -> (NamedKey, NewKey) {
        let id = KeyId::new(name);
        let key = Key::from_bytes(self.chance().bytes());
        let wrapped = seal::wrap(&self.parts().keys.wrapping, &id, &key, self.fresh());
        (NamedKey { id: id.clone(), key }, NewKey { id, wrapped })
    }

    /// The key with this name; `None` once it was destroyed.
    pub(crate) async fn key(&self, j: &str, id: &KeyId) -> Result<Option<NamedKey>, Problem> {
        let Some(wrapped) = self.store().key(j, id).await? else {
            return Ok(None);
        };
        let key = seal::unwrap(&self.parts().keys.wrapping, id, &wrapped)?;
        Ok(Some(NamedKey { id: id.clone(), key }))
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
        Ok(seal::unwrap(&self.parts().keys.wrapping, &id, &wrapped).is_ok())
    }

    /// Seals a text in its place.
    pub(crate) fn seal(&self, key: &NamedKey, place: &str, text: &str) -> Sealed {
        seal::seal(&key.key, &key.id, place, text, self.fresh())
    }

    /// Seals the content of a file.
    pub(crate) fn seal_bytes(&self, key: &NamedKey, place: &str, content: &[u8]) -> Vec<u8> {
        seal::seal_bytes(&key.key, &key.id, place, content, self.fresh())
    }

    /// A keyed hash: finds a phone number, checks a code, without keeping it readable.
    pub(crate) fn hash(&self, purpose: &str, text: &str) -> String {
        keyed_hash(&self.parts().keys.finding, purpose, text)
    }
}

/// Name of the key of a case.
pub(crate) fn case_key(number: &str) -> String {
    format!("case:{number}")
}

/// Name of the key of the citizen of a case.
pub(crate) fn person_key(number: &str) -> String {
    format!("person:{number}")
}
