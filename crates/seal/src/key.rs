//! Keys, their names, and keys derived from or wrapped under other keys.

use std::fmt::{self, Write as _};

use aes_gcm::aead::{Aead, KeyInit, Payload};
use aes_gcm::{Aes256Gcm, Nonce};
use hmac::{Hmac, Mac};
use serde::{Deserialize, Serialize};
use sha2::Sha256;
use zeroize::Zeroize;

use crate::sealed::NONCE;
use crate::{Fresh, SealError};

/// Name under which a key is kept, such as `case:2026112148392047` or `person:83`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct KeyId(String);

impl KeyId {
    /// Names a key.
    pub fn new(name: impl Into<String>) -> Self {
        Self(name.into())
    }

    /// The name as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for KeyId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A secret of 256 bits. Its memory is overwritten when it is dropped, and it is never printed.
#[derive(Clone)]
pub struct Key([u8; 32]);

impl Key {
    /// A key of the given bytes, which must come from a cryptographic source of randomness.
    pub fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// A key for one purpose, which says nothing about this key or those of other purposes (HMAC-SHA256).
    pub fn derive(&self, purpose: &str) -> Key {
        Key(self.mac(&[b"derive\0", purpose.as_bytes()]))
    }

    pub(crate) fn bytes(&self) -> &[u8; 32] {
        &self.0
    }

    pub(crate) fn cipher(&self) -> Aes256Gcm {
        Aes256Gcm::new(&self.0.into())
    }

    fn mac(&self, parts: &[&[u8]]) -> [u8; 32] {
        // HMAC pads a short key with zeros to the block of the hash; doing it here cannot fail.
        let mut block = [0u8; 64];
        for (to, from) in block.iter_mut().zip(self.0) {
            *to = from;
        }
        let mut mac = <Hmac<Sha256> as hmac::KeyInit>::new(&block.into());
        block.zeroize();
        for part in parts {
            mac.update(part);
        }
        mac.finalize().into_bytes().into()
    }
}

impl Drop for Key {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Key(…)")
    }
}

/// HMAC-SHA256 of a text in 64 hexadecimal digits: finds what is sealed (a phone number) or checks what was
/// handed out (a check code) without keeping it readable. Other purposes give other hashes.
pub fn keyed_hash(key: &Key, purpose: &str, text: &str) -> String {
    let hash = key.derive(purpose).mac(&[b"hash\0", text.as_bytes()]);
    hash.iter().fold(String::with_capacity(64), |mut hex, byte| {
        // Writing to a String cannot fail.
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

/// Encrypts a key under a master key for storing; bound to its name. 60 bytes: nonce, ciphertext, tag.
pub fn wrap(master: &Key, id: &KeyId, key: &Key, fresh: Fresh) -> Vec<u8> {
    let (nonce, _) = fresh.take();
    crate::sealed::encrypt(master, &wrapping(id), &nonce, &key.0)
}

/// Opens what [`wrap`] made. Fails with another master key, under another name or when bytes were altered.
pub fn unwrap(master: &Key, id: &KeyId, wrapped: &[u8]) -> Result<Key, SealError> {
    let (nonce, body) = wrapped.split_first_chunk::<NONCE>().ok_or(SealError::Damaged)?;
    let aad = wrapping(id);
    let payload = Payload { msg: body, aad: &aad };
    let mut plain = master
        .cipher()
        .decrypt(&Nonce::from(*nonce), payload)
        .map_err(|_| SealError::WrongKey)?;
    let bytes = <[u8; 32]>::try_from(plain.as_slice()).map_err(|_| SealError::Damaged);
    plain.zeroize();
    bytes.map(Key)
}

fn wrapping(id: &KeyId) -> Vec<u8> {
    [b"wrap\0", id.as_str().as_bytes()].concat()
}
