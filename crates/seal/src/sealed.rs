//! A text sealed under a key, bound to its place, beside a salted commitment.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;
use zeroize::Zeroize;

use crate::cipher::NONCE;
use crate::{Cipher, Key, KeyId, SealError};

const SALT: usize = 16;

/// A text that a person wrote or is, unreadable without the key of its case or person, beside a salted
/// commitment. This form stands in events.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Sealed {
    /// Which key opens it.
    pub key: KeyId,
    /// How it is encrypted; absent for AES-256-GCM.
    #[serde(default, skip_serializing_if = "Cipher::is_usual")]
    pub cipher: Cipher,
    /// base64 of nonce, ciphertext and tag over salt and text.
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
    seal_with(Cipher::default(), key, key_id, context, text, fresh)
}

/// The same with a cipher of choice.
pub fn seal_with(
    cipher: Cipher,
    key: &Key,
    key_id: &KeyId,
    context: &str,
    text: &str,
    fresh: Fresh,
) -> Sealed {
    let (nonce, salt) = fresh.take();
    let mut plain = [&salt, text.as_bytes()].concat();
    let commitment = BASE64.encode(Sha256::digest(&plain));
    let body = BASE64.encode(cipher.encrypt(key, &place(key_id, context), &nonce, &plain));
    plain.zeroize();
    let chars = u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
    Sealed {
        key: key_id.clone(),
        cipher,
        body,
        commitment,
        chars,
    }
}

/// Opens a sealed text and checks it against its commitment.
pub fn open(key: &Key, context: &str, sealed: &Sealed) -> Result<String, SealError> {
    let bytes = BASE64.decode(&sealed.body).map_err(|_| SealError::Damaged)?;
    let mut plain = sealed.cipher.decrypt(key, &place(&sealed.key, context), &bytes)?;
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

/// Key name and context as authenticated data; the length in front keeps the two apart.
fn place(key_id: &KeyId, context: &str) -> Vec<u8> {
    format!("seal\0{}\0{key_id}\0{context}", key_id.as_str().len()).into_bytes()
}

/// What stands before the content of a file sealed with SM4-GCM. AES-256-GCM has its nonce there, which is random.
const SM4_FILE: &[u8; 8] = b"WZ-SM4\x00\x01";

/// Seals the content of a file: nonce, ciphertext and tag, bound to its place like a text; with SM4-GCM eight bytes
/// before them say so.
pub fn seal_bytes(
    cipher: Cipher,
    key: &Key,
    key_id: &KeyId,
    context: &str,
    content: &[u8],
    fresh: Fresh,
) -> Vec<u8> {
    let (nonce, _) = fresh.take();
    let sealed = cipher.encrypt(key, &place(key_id, context), &nonce, content);
    match cipher {
        Cipher::Aes256Gcm => sealed,
        Cipher::Sm4Gcm => [SM4_FILE.as_slice(), &sealed].concat(),
    }
}

/// Opens what [`seal_bytes`] made.
///
/// # Errors
/// Another key or place, or altered bytes.
pub fn open_bytes(key: &Key, key_id: &KeyId, context: &str, sealed: &[u8]) -> Result<Vec<u8>, SealError> {
    let aad = place(key_id, context);
    match sealed.strip_prefix(SM4_FILE) {
        Some(body) => Cipher::Sm4Gcm.decrypt(key, &aad, body),
        None => Cipher::Aes256Gcm.decrypt(key, &aad, sealed),
    }
}
