//! Keys, their names, and keys derived from or wrapped under other keys.

use std::fmt;

use hmac::{Hmac, Mac};
use serde::{Deserialize, Serialize};
use sha2::Sha256;
use zeroize::Zeroize;

use crate::{Cipher, Fresh, SealError};

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

    /// Its bytes, for keeping it in a file: wherever they go, the key goes.
    pub fn expose(&self) -> &[u8; 32] {
        &self.0
    }

    pub(crate) fn bytes(&self) -> &[u8; 32] {
        &self.0
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
    hex::encode(key.derive(purpose).mac(&[b"hash\0", text.as_bytes()]))
}

/// 32 bytes for one purpose and text, which say nothing of the key or of those for others (HMAC-SHA256): salts, and
/// secrets of other keys.
pub fn derived_bytes(key: &Key, purpose: &str, text: &str) -> [u8; 32] {
    key.derive(purpose).mac(&[b"bytes\0", text.as_bytes()])
}

/// What stands before a key wrapped with SM4-GCM; one wrapped with AES-256-GCM has nothing before it.
const SM4: u8 = 2;
/// Nonce, ciphertext and tag of a wrapped key.
const WRAPPED: usize = 60;

/// Encrypts a key under a master key for storing; bound to its name. 60 bytes: nonce, ciphertext, tag; with SM4-GCM a
/// byte before them says so.
pub fn wrap(master: &Key, id: &KeyId, key: &Key, cipher: Cipher, fresh: Fresh) -> Vec<u8> {
    let (nonce, _) = fresh.take();
    let mut wrapped = cipher.encrypt(master, &wrapping(id), &nonce, &key.0);
    if cipher == Cipher::Sm4Gcm {
        wrapped.insert(0, SM4);
    }
    wrapped
}

/// Opens what [`wrap`] made. Fails with another master key, under another name or when bytes were altered.
pub fn unwrap(master: &Key, id: &KeyId, wrapped: &[u8]) -> Result<Key, SealError> {
    let (cipher, body) = match wrapped.split_first() {
        Some((&SM4, body)) if body.len() == WRAPPED => (Cipher::Sm4Gcm, body),
        _ => (Cipher::Aes256Gcm, wrapped),
    };
    let mut plain = cipher.decrypt(master, &wrapping(id), body)?;
    let bytes = <[u8; 32]>::try_from(plain.as_slice()).map_err(|_| SealError::Damaged);
    plain.zeroize();
    bytes.map(Key)
}

fn wrapping(id: &KeyId) -> Vec<u8> {
    [b"wrap\0", id.as_str().as_bytes()].concat()
}
