//! The keys that a sign-on service publishes (RFC 7517), and signatures under them (RFC 7518).

use super::Fault;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ring::signature::{
    ECDSA_P256_SHA256_FIXED, RSA_PKCS1_2048_8192_SHA256, RsaPublicKeyComponents, UnparsedPublicKey,
};
use serde::Deserialize;

/// The published keys. Those of other kinds are left out.
#[derive(Debug, Clone, Default)]
pub struct Keys(Vec<Key>);

#[derive(Debug, Clone)]
struct Key {
    id: Option<String>,
    numbers: Numbers,
}

#[derive(Debug, Clone)]
enum Numbers {
    /// Modulus and exponent, without leading zeros.
    Rsa(Vec<u8>, Vec<u8>),
    /// A point of P-256, uncompressed.
    P256(Vec<u8>),
}

#[derive(Deserialize)]
struct Published {
    keys: Vec<Jwk>,
}

#[derive(Deserialize)]
struct Jwk {
    kty: String,
    kid: Option<String>,
    #[serde(rename = "use")]
    usage: Option<String>,
    n: Option<String>,
    e: Option<String>,
    crv: Option<String>,
    x: Option<String>,
    y: Option<String>,
}

impl Keys {
    /// Reads what the service publishes.
    ///
    /// # Errors
    /// [`Fault::Form`] where it is no list of keys.
    pub fn read(json: &[u8]) -> Result<Self, Fault> {
        let published: Published = serde_json::from_slice(json).map_err(|_| Fault::Form)?;
        let signing = published.keys.into_iter();
        let signing = signing.filter(|key| key.usage.as_deref().is_none_or(|usage| usage == "sig"));
        Ok(Self(signing.filter_map(key).collect()))
    }

    /// Verifies a signature with the key of this id; without an id, with any that fits the algorithm.
    pub(super) fn verify(
        &self,
        algorithm: &str,
        id: Option<&str>,
        signed: &[u8],
        signature: &[u8],
    ) -> Result<(), Fault> {
        let rsa = match algorithm {
            "RS256" => true,
            "ES256" => false,
            _ => return Err(Fault::Algorithm),
        };
        let fits = |key: &&Key| {
            matches!(key.numbers, Numbers::Rsa(..)) == rsa && (id.is_none() || key.id.as_deref() == id)
        };
        let mut tried = self.0.iter().filter(fits).peekable();
        if tried.peek().is_none() {
            return Err(Fault::UnknownKey);
        }
        if tried.any(|key| key.numbers.signed(signed, signature)) {
            Ok(())
        } else {
            Err(Fault::Signature)
        }
    }
}

impl Numbers {
    fn signed(&self, signed: &[u8], signature: &[u8]) -> bool {
        match self {
            Self::Rsa(n, e) => {
                let key = RsaPublicKeyComponents { n, e };
                key.verify(&RSA_PKCS1_2048_8192_SHA256, signed, signature).is_ok()
            }
            Self::P256(point) => {
                let key = UnparsedPublicKey::new(&ECDSA_P256_SHA256_FIXED, point);
                key.verify(signed, signature).is_ok()
            }
        }
    }
}

fn key(jwk: Jwk) -> Option<Key> {
    let bytes = |text: &Option<String>| URL_SAFE_NO_PAD.decode(text.as_deref()?).ok();
    let number = |text: &Option<String>| {
        let bytes = bytes(text)?;
        let first = bytes.iter().position(|byte| *byte != 0)?;
        bytes.get(first..).map(<[u8]>::to_vec)
    };
    let numbers = match (jwk.kty.as_str(), jwk.crv.as_deref()) {
        ("RSA", _) => Numbers::Rsa(number(&jwk.n)?, number(&jwk.e)?),
        ("EC", Some("P-256")) => {
            let (x, y) = (bytes(&jwk.x)?, bytes(&jwk.y)?);
            (x.len() == 32 && y.len() == 32).then_some(())?;
            Numbers::P256([&[4][..], &x, &y].concat())
        }
        _ => return None,
    };
    Some(Key { id: jwk.kid, numbers })
}
