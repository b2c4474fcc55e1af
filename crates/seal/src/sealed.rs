//! A text sealed under a key, bound to its place, beside a salted commitment.

use aes_gcm::Nonce;
use aes_gcm::aead::{Aead, Payload};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;
use zeroize::Zeroize;

use crate::{Key, KeyId, SealError};

pub(crate) const NONCE: usize = 12;
const SALT: usize = 16;

/// A text that a person wrote or is, unreadable without the key of its case or person, beside a salted
/// commitment. This form stands in events.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Sealed {
    /// Which key opens it.
    pub key: KeyId,
    /// base64 of nonce, ciphertext and tag (AES-256-GCM over salt and text).
    pub body: String,
    /// base64 of SHA-256(salt, text): after the key is destroyed it tells nothing, because the salt is gone.
    pub commitment: String,
    /// Length of the text in characters: the engine needs to know whether something was written.
    pub chars: u32,
}

/// Randomness for sealing one text or wrapping one key. Used up by it, so that no nonce serves twice.
pub struct Fresh {
    nonce: [u8; NONCE],
    salt: [u8; SALT],
}

impl Fresh {
    /// Takes 28 bytes from a cryptographic source of randomness.
    pub fn from_bytes(bytes: [u8; NONCE + SALT]) -> Self {
        let mut nonce = [0; NONCE];
        let mut salt = [0; SALT];
        let (head, tail) = bytes.split_at(NONCE);
        nonce.copy_from_slice(head);
        salt.copy_from_slice(tail);
        Self { nonce, salt }
    }

    pub(crate) fn take(self) -> ([u8; NONCE], [u8; SALT]) {
        (self.nonce, self.salt)
    }
}

/// Seals a text under `key`, known as `key_id`. `context` names its place (stream and field): the result
/// opens nowhere else, so that no field can be moved to another case.
pub fn seal(key: &Key, key_id: &KeyId, context: &str, text: &str, fresh: Fresh) -> Sealed {
    let (nonce, salt) = fresh.take();
    let mut plain = [&salt, text.as_bytes()].concat();
    let commitment = BASE64.encode(Sha256::digest(&plain));
    let body = BASE64.encode(encrypt(key, &place(key_id, context), &nonce, &plain));
    plain.zeroize();
    let chars = u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
    Sealed {
        key: key_id.clone(),
        body,
        commitment,
        chars,
    }
}

/// Opens a sealed text and checks it against its commitment.
pub fn open(key: &Key, context: &str, sealed: &Sealed) -> Result<String, SealError> {
    let bytes = BASE64.decode(&sealed.body).map_err(|_| SealError::Damaged)?;
    let (nonce, body) = bytes.split_first_chunk::<NONCE>().ok_or(SealError::Damaged)?;
    let aad = place(&sealed.key, context);
    let mut plain = key
        .cipher()
        .decrypt(&Nonce::from(*nonce), Payload { msg: body, aad: &aad })
        .map_err(|_| SealError::WrongKey)?;
    let committed = BASE64
        .decode(&sealed.commitment)
        .map_err(|_| SealError::Damaged)?;
    let fits = Sha256::digest(&plain).as_slice().ct_eq(&committed);
    if !bool::from(fits) {
        plain.zeroize();
        return Err(SealError::Commitment);
    }
    let text = plain
        .get(SALT..)
        .and_then(|text| std::str::from_utf8(text).ok())
        .map(str::to_owned);
    plain.zeroize();
    let text = text.ok_or(SealError::Damaged)?;
    // The length stands in clear beside the body; one that lies would let the engine judge another text.
    if u32::try_from(text.chars().count()).unwrap_or(u32::MAX) != sealed.chars {
        return Err(SealError::Commitment);
    }
    Ok(text)
}

/// nonce, ciphertext, tag.
#[expect(
    clippy::expect_used,
    reason = "AES-GCM refuses only what is longer than 64 GiB"
)]
pub(crate) fn encrypt(key: &Key, aad: &[u8], nonce: &[u8; NONCE], plain: &[u8]) -> Vec<u8> {
    let body = key
        .cipher()
        .encrypt(&Nonce::from(*nonce), Payload { msg: plain, aad })
        .expect("a text in memory is shorter than 64 GiB");
    [nonce.as_slice(), &body].concat()
}

/// Key name and context as authenticated data; the length in front keeps the two apart.
fn place(key_id: &KeyId, context: &str) -> Vec<u8> {
    format!("seal\0{}\0{key_id}\0{context}", key_id.as_str().len()).into_bytes()
}

/// Seals the content of a file: nonce, ciphertext and tag, bound to its place like a text.
pub fn seal_bytes(key: &Key, key_id: &KeyId, context: &str, content: &[u8], fresh: Fresh) -> Vec<u8> {
    let (nonce, _) = fresh.take();
    encrypt(key, &place(key_id, context), &nonce, content)
}

/// Opens what [`seal_bytes`] made.
///
/// # Errors
/// Another key or place, or altered bytes.
pub fn open_bytes(key: &Key, key_id: &KeyId, context: &str, sealed: &[u8]) -> Result<Vec<u8>, SealError> {
    let (nonce, body) = sealed.split_first_chunk::<NONCE>().ok_or(SealError::Damaged)?;
    let aad = place(key_id, context);
    key.cipher()
        .decrypt(&Nonce::from(*nonce), Payload { msg: body, aad: &aad })
        .map_err(|_| SealError::WrongKey)
}
