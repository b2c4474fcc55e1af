//! The ciphers: AES-256-GCM, and SM4-GCM where the rules of the trade ask for it. Both authenticate what they hide.

use crate::{Key, SealError};
use aes_gcm::aead::{Aead, KeyInit, Payload};
use aes_gcm::aes::cipher::consts::U12;
use aes_gcm::{Aes256Gcm, AesGcm, Nonce};
use serde::{Deserialize, Serialize};
use sm4::Sm4;

pub(crate) const NONCE: usize = 12;

/// SM4 (GB/T 32907) in Galois/Counter Mode. Its key has 128 bits: the first half of one derived for it.
type Sm4Gcm = AesGcm<Sm4, U12>;

/// How something is encrypted. What carries no word on it is AES-256-GCM: that was the only one once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Cipher {
    /// AES with a key of 256 bits in Galois/Counter Mode.
    #[default]
    #[serde(rename = "aes-256-gcm")]
    Aes256Gcm,
    /// SM4 in Galois/Counter Mode.
    #[serde(rename = "sm4-gcm")]
    Sm4Gcm,
}

impl Cipher {
    /// Whether it is the one that is meant where nothing is said.
    pub fn is_usual(&self) -> bool {
        *self == Self::Aes256Gcm
    }

    /// nonce, ciphertext, tag.
    #[expect(clippy::expect_used, reason = "GCM refuses only what is longer than 64 GiB")]
    pub(crate) fn encrypt(self, key: &Key, aad: &[u8], nonce: &[u8; NONCE], plain: &[u8]) -> Vec<u8> {
        let payload = Payload { msg: plain, aad };
        let nonce_of = Nonce::from(*nonce);
        let body = match self {
            Self::Aes256Gcm => Aes256Gcm::new(&(*key.bytes()).into()).encrypt(&nonce_of, payload),
            Self::Sm4Gcm => sm4(key).encrypt(&nonce_of, payload),
        };
        [
            nonce.as_slice(),
            &body.expect("a text in memory is shorter than 64 GiB"),
        ]
        .concat()
    }

    /// Opens what [`Cipher::encrypt`] made.
    pub(crate) fn decrypt(self, key: &Key, aad: &[u8], sealed: &[u8]) -> Result<Vec<u8>, SealError> {
        let (nonce, body) = sealed.split_first_chunk::<NONCE>().ok_or(SealError::Damaged)?;
        let payload = Payload { msg: body, aad };
        let nonce = Nonce::from(*nonce);
        let plain = match self {
            Self::Aes256Gcm => Aes256Gcm::new(&(*key.bytes()).into()).decrypt(&nonce, payload),
            Self::Sm4Gcm => sm4(key).decrypt(&nonce, payload),
        };
        plain.map_err(|_| SealError::WrongKey)
    }
}

fn sm4(key: &Key) -> Sm4Gcm {
    let derived = key.derive("sm4-gcm");
    let mut half = [0u8; 16];
    for (to, from) in half.iter_mut().zip(derived.bytes()) {
        *to = *from;
    }
    Sm4Gcm::new(&half.into())
}
