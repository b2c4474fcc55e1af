//! Digests, and the two ways to make them.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// 32 bytes that a hash function gave; written as 64 hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Digest([u8; 32]);

impl Digest {
    /// Of bytes that were stored; `None` where they are not 32.
    pub fn of_bytes(bytes: &[u8]) -> Option<Self> {
        bytes.try_into().ok().map(Self)
    }

    /// The bytes.
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }

    /// In the place of one that is only counted.
    pub(crate) const NOTHING: Self = Self([0; 32]);
}

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&hex::encode(self.0))
    }
}

impl fmt::Debug for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Digest({self})")
    }
}

impl FromStr for Digest {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let mut bytes = [0; 32];
        hex::decode_to_slice(text, &mut bytes).map_err(drop)?;
        Ok(Self(bytes))
    }
}

impl Serialize for Digest {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Digest {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = String::deserialize(from)?;
        text.parse()
            .map_err(|()| serde::de::Error::custom("64 hexadecimal digits are wanted"))
    }
}

/// Which hash function a log uses; it is the same from its first leaf to its last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Algorithm {
    /// SHA-256 (FIPS 180-4).
    #[default]
    Sha256,
    /// SM3 (GB/T 32905).
    Sm3,
}

impl Algorithm {
    /// Digest of all parts one behind the other.
    pub fn digest(self, parts: &[&[u8]]) -> Digest {
        match self {
            Self::Sha256 => Digest(over::<sha2::Sha256>(parts)),
            Self::Sm3 => Digest(over::<sm3::Sm3>(parts)),
        }
    }

    /// Hash of a leaf of the tree.
    pub fn leaf(self, commitment: &Digest) -> Digest {
        self.digest(&[&[0], &commitment.0])
    }

    /// Hash of a node over the two below it.
    pub fn node(self, left: &Digest, right: &Digest) -> Digest {
        self.digest(&[&[1], &left.0, &right.0])
    }

    /// Root of the tree without leaves.
    pub fn empty(self) -> Digest {
        self.digest(&[])
    }

    /// Its name in files and settings.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Sha256 => "sha256",
            Self::Sm3 => "sm3",
        }
    }
}

impl FromStr for Algorithm {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        match text {
            "sha256" => Ok(Self::Sha256),
            "sm3" => Ok(Self::Sm3),
            _ => Err(()),
        }
    }
}

fn over<D: sha2::Digest>(parts: &[&[u8]]) -> [u8; 32] {
    let mut hasher = D::new();
    for part in parts {
        hasher.update(part);
    }
    let mut bytes = [0; 32];
    for (to, from) in bytes.iter_mut().zip(hasher.finalize()) {
        *to = from;
    }
    bytes
}
