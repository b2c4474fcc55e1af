//! Signatures (Ed25519): what one government writes to another can be checked by whoever holds its public key, and
//! made by nobody else.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use ring::signature::{ED25519, Ed25519KeyPair, KeyPair as _, UnparsedPublicKey};

use crate::{Key, SealError};

/// Length of a public key in bytes.
const PUBLIC: usize = 32;
/// Set in front of what is signed, so that a signature made for one purpose serves no other.
const PURPOSE: &[u8] = b"wenzheng exchange 1\0";

/// Signs. Made of a [`Key`], which is kept wrapped like any other; never printed.
pub struct SigningKey(Ed25519KeyPair);

impl SigningKey {
    /// The signing key whose seed is derived from a key. The same key always gives the same one.
    ///
    /// # Errors
    /// None that can happen: every 32 bytes are a seed.
    pub fn of(key: &Key) -> Result<Self, SealError> {
        let seed = key.derive("sign");
        let pair = Ed25519KeyPair::from_seed_unchecked(seed.bytes()).map_err(|_| SealError::Damaged)?;
        Ok(Self(pair))
    }

    /// The public key in base64, as the other side enters it.
    pub fn public(&self) -> String {
        BASE64.encode(self.0.public_key().as_ref())
    }

    /// Signature over the exact bytes, in base64.
    pub fn sign(&self, bytes: &[u8]) -> String {
        BASE64.encode(self.0.sign(&[PURPOSE, bytes].concat()).as_ref())
    }
}

impl std::fmt::Debug for SigningKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "SigningKey({})", self.public())
    }
}

/// A public key as somebody typed it, in its one form; `None` where it is none.
pub fn public_key(text: &str) -> Option<String> {
    let bytes = BASE64.decode(text.trim()).ok()?;
    (bytes.len() == PUBLIC).then(|| BASE64.encode(bytes))
}

/// Whether a signature over exactly these bytes was made by the holder of a public key.
pub fn signed_by(public: &str, bytes: &[u8], signature: &str) -> bool {
    let (Ok(key), Ok(signature)) = (BASE64.decode(public), BASE64.decode(signature)) else {
        return false;
    };
    UnparsedPublicKey::new(&ED25519, key)
        .verify(&[PURPOSE, bytes].concat(), &signature)
        .is_ok()
}
