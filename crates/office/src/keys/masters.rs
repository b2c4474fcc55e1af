//! The master keys: the one under which new keys are wrapped, and those before it until nothing is wrapped under them.

use seal::{Key, KeyId, SealError};

/// What is derived from the master key and has to stay the same when it is rotated: keyed hashes lie in the database, and
/// forms that are open in a browser are signed.
const LASTING: [&str; 2] = ["keyed hashes", "pages"];

/// The master keys of an installation.
#[derive(Debug, Clone)]
pub struct Masters {
    /// Wraps new keys.
    pub current: Key,
    /// The ones before: keys may still be wrapped under them.
    pub previous: Vec<Key>,
    /// What was derived from the first master key, by purpose; empty until the first rotation.
    pub lasting: Vec<(String, Key)>,
}

impl Masters {
    /// One master key that was never rotated.
    pub fn new(current: Key) -> Self {
        Self {
            current,
            previous: Vec::new(),
            lasting: Vec::new(),
        }
    }

    /// The key for a purpose that outlasts rotations.
    pub fn derived(&self, purpose: &str) -> Key {
        let kept = self.lasting.iter().find(|(known, _)| known == purpose);
        kept.map_or_else(|| self.current.derive(purpose), |(_, key)| key.clone())
    }

    /// With a new master key. The one so far stays valid, and what was derived from it stays the same.
    pub fn rotated(&self, new: Key) -> Self {
        let lasting = LASTING
            .iter()
            .map(|purpose| ((*purpose).to_owned(), self.derived(purpose)));
        let mut previous = vec![self.current.clone()];
        previous.extend(self.previous.iter().cloned());
        Self {
            current: new,
            previous,
            lasting: lasting.collect(),
        }
    }

    /// Whether one of them opens this wrapped key.
    pub fn open(&self, id: &KeyId, wrapped: &[u8]) -> bool {
        Ring::of(self, 0).unwrap(id, wrapped).is_ok()
    }

    /// Without the master keys before the current one.
    pub fn retired(&self) -> Self {
        Self {
            previous: Vec::new(),
            ..self.clone()
        }
    }
}

/// Where the master keys lie, outside the database.
pub trait KeySource: Send + Sync {
    /// Changes whenever the keys do. Asked before every new key is wrapped, so it has to be cheap.
    fn version(&self) -> u64;

    /// Reads the keys.
    ///
    /// # Errors
    /// Why they cannot be read, for the log.
    fn read(&self) -> Result<Masters, String>;
}

/// The master keys with what is derived from them, ready for use.
pub(super) struct Ring {
    /// Wraps new keys.
    pub(super) current: Key,
    pub(super) previous: Vec<Key>,
    /// Makes keyed hashes.
    pub(super) finding: Key,
    pub(super) version: u64,
}

impl Ring {
    pub(super) fn of(masters: &Masters, version: u64) -> Self {
        let wrapping = |master: &Key| master.derive("wrap keys");
        Self {
            current: wrapping(&masters.current),
            previous: masters.previous.iter().map(wrapping).collect(),
            finding: masters.derived("keyed hashes"),
            version,
        }
    }

    /// Unwraps under whichever master key fits.
    pub(super) fn unwrap(&self, id: &KeyId, wrapped: &[u8]) -> Result<Key, SealError> {
        let mut fault = match seal::unwrap(&self.current, id, wrapped) {
            Ok(key) => return Ok(key),
            Err(fault) => fault,
        };
        for key in &self.previous {
            match seal::unwrap(key, id, wrapped) {
                Ok(key) => return Ok(key),
                Err(other) => fault = other,
            }
        }
        Err(fault)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hash(masters: &Masters) -> String {
        seal::keyed_hash(&masters.derived("keyed hashes"), "phone", "13812345678")
    }

    #[test]
    fn what_is_found_by_a_hash_is_found_after_two_rotations() {
        let first = Masters::new(Key::from_bytes([1; 32]));
        let third = first
            .rotated(Key::from_bytes([2; 32]))
            .retired()
            .rotated(Key::from_bytes([3; 32]));
        assert_eq!(hash(&first), hash(&third));
        assert_eq!(third.previous.len(), 1);
    }
}
