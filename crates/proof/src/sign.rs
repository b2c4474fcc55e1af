//! Signatures of the log: Ed25519, or SM2 where national algorithms are asked for.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use ring::signature::{ED25519, Ed25519KeyPair, KeyPair as _, UnparsedPublicKey};
use serde::{Deserialize, Serialize};
use sm2::dsa::signature::{Signer as _, Verifier as _};
use std::fmt;
use std::str::FromStr;
use thiserror::Error;

/// The name under which an SM2 signature is made where none was agreed on (GM/T 0009).
const SM2_NAME: &str = "1234567812345678";

/// How a log is signed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Scheme {
    /// Ed25519 (RFC 8032).
    #[default]
    Ed25519,
    /// SM2 with SM3 (GB/T 32918).
    Sm2,
}

impl Scheme {
    /// Its name in files and settings.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Ed25519 => "ed25519",
            Self::Sm2 => "sm2",
        }
    }

    /// Bytes of its public keys.
    pub(crate) fn key_length(self) -> usize {
        match self {
            Self::Ed25519 => 32,
            Self::Sm2 => 65,
        }
    }
}

impl FromStr for Scheme {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        match text {
            "ed25519" => Ok(Self::Ed25519),
            "sm2" => Ok(Self::Sm2),
            _ => Err(()),
        }
    }
}

/// A key cannot be made, or does not sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("the signing key of the log cannot be used")]
pub struct SignError;

/// Signs. Never printed.
pub struct SigningKey(Inner);

enum Inner {
    Ed25519(Box<Ed25519KeyPair>),
    Sm2(Box<sm2::dsa::SigningKey>),
}

impl SigningKey {
    /// The key of a secret of 32 bytes.
    ///
    /// # Errors
    /// With SM2 one secret of 2^128 is no key.
    pub fn of(scheme: Scheme, secret: &[u8; 32]) -> Result<Self, SignError> {
        Ok(Self(match scheme {
            Scheme::Ed25519 => {
                let pair = Ed25519KeyPair::from_seed_unchecked(secret).map_err(|_| SignError)?;
                Inner::Ed25519(Box::new(pair))
            }
            Scheme::Sm2 => {
                let key = sm2::dsa::SigningKey::from_slice(SM2_NAME, secret).map_err(|_| SignError)?;
                Inner::Sm2(Box::new(key))
            }
        }))
    }

    /// The public key.
    pub fn public(&self) -> PublicKey {
        match &self.0 {
            Inner::Ed25519(pair) => PublicKey {
                scheme: Scheme::Ed25519,
                bytes: pair.public_key().as_ref().to_vec(),
            },
            Inner::Sm2(key) => PublicKey {
                scheme: Scheme::Sm2,
                bytes: key.verifying_key().to_sec1_bytes().to_vec(),
            },
        }
    }

    /// Signature over the exact bytes of a text, in base64.
    ///
    /// # Errors
    /// With SM2 one text of 2^128 cannot be signed.
    pub fn sign(&self, text: &str) -> Result<String, SignError> {
        Ok(match &self.0 {
            Inner::Ed25519(pair) => BASE64.encode(pair.sign(text.as_bytes()).as_ref()),
            Inner::Sm2(key) => {
                let signature = key.try_sign(text.as_bytes()).map_err(|_| SignError)?;
                BASE64.encode(signature.to_bytes())
            }
        })
    }
}

impl fmt::Debug for SigningKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SigningKey({})", self.public())
    }
}

/// The public key of a log, written `ed25519:BASE64` or `sm2:BASE64`.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct PublicKey {
    scheme: Scheme,
    bytes: Vec<u8>,
}

impl PublicKey {
    /// How it signs.
    pub fn scheme(&self) -> Scheme {
        self.scheme
    }

    /// How it signs, and its bytes.
    pub(crate) fn parts(&self) -> (Scheme, &[u8]) {
        (self.scheme, &self.bytes)
    }

    /// `None` where there are too many bytes or too few.
    pub(crate) fn of_parts(scheme: Scheme, bytes: &[u8]) -> Option<Self> {
        (bytes.len() == scheme.key_length()).then(|| Self {
            scheme,
            bytes: bytes.to_vec(),
        })
    }

    /// Whether the holder of the secret signed exactly this text.
    pub fn signed(&self, text: &str, signature: &str) -> bool {
        let Ok(signature) = BASE64.decode(signature) else {
            return false;
        };
        match self.scheme {
            Scheme::Ed25519 => UnparsedPublicKey::new(&ED25519, &self.bytes)
                .verify(text.as_bytes(), &signature)
                .is_ok(),
            Scheme::Sm2 => {
                let key = sm2::dsa::VerifyingKey::from_sec1_bytes(SM2_NAME, &self.bytes);
                let signature = sm2::dsa::Signature::from_slice(&signature);
                matches!((key, signature), (Ok(key), Ok(signature)) if key.verify(text.as_bytes(), &signature).is_ok())
            }
        }
    }
}

impl fmt::Display for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.scheme.as_str(), BASE64.encode(&self.bytes))
    }
}

impl fmt::Debug for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PublicKey({self})")
    }
}

impl FromStr for PublicKey {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let (scheme, bytes) = text.trim().split_once(':').ok_or(())?;
        let scheme: Scheme = scheme.parse()?;
        let bytes = BASE64.decode(bytes).map_err(|_| ())?;
        Self::of_parts(scheme, &bytes).ok_or(())
    }
}

impl Serialize for PublicKey {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for PublicKey {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = String::deserialize(from)?;
        text.parse()
            .map_err(|()| serde::de::Error::custom("a public key of a log is wanted"))
    }
}
