//! What a sign-on service states about somebody: an id token (OpenID Connect Core 1.0, section 3.1.3.7), signed with
//! RS256 or ES256. No other algorithm is taken, least of all none.

mod keys;

pub use keys::Keys;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::Deserialize;
use subtle::ConstantTimeEq as _;

/// How far the clocks of both sides may differ.
const LEEWAY_SECONDS: i64 = 60;
/// No token is longer.
const LONGEST: usize = 32 << 10;

/// What must stand in it.
#[derive(Debug, Clone, Copy)]
pub struct Expected<'a> {
    /// The issuer, exactly as the settings name it.
    pub issuer: &'a str,
    /// For whom it was made: our id at the service.
    pub client: &'a str,
    /// What this sign-in sent along.
    pub nonce: &'a str,
    /// Now, UTC milliseconds.
    pub now_ms: i64,
}

/// Whom it names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement {
    /// The service's own name of the person, which never changes.
    pub subject: String,
    /// Mail address, where the service has verified it.
    pub email: Option<String>,
    /// The name with which the person signs in there.
    pub login: Option<String>,
}

/// Why a token is not believed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// It is no token.
    #[error("it is no token")]
    Form,
    /// It is signed with an algorithm that is not taken.
    #[error("it is signed with another algorithm than RS256 or ES256")]
    Algorithm,
    /// It names a key that the service does not publish; it may have a new one.
    #[error("it is signed with an unknown key")]
    UnknownKey,
    /// The signature is wrong.
    #[error("its signature is wrong")]
    Signature,
    /// Another issuer, or made for somebody else.
    #[error("it comes from another issuer, or was made for somebody else")]
    Party,
    /// It is over, or not yet valid.
    #[error("it is out of date; do the clocks differ?")]
    Time,
    /// It belongs to another sign-in.
    #[error("it belongs to another sign-in")]
    Nonce,
}

#[derive(Deserialize)]
struct Header {
    alg: String,
    kid: Option<String>,
}

#[derive(Deserialize)]
struct Claims {
    iss: String,
    sub: String,
    aud: Audience,
    azp: Option<String>,
    exp: i64,
    iat: i64,
    nbf: Option<i64>,
    nonce: Option<String>,
    email: Option<String>,
    email_verified: Option<Yes>,
    preferred_username: Option<String>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Audience {
    One(String),
    Several(Vec<String>),
}

/// Some services write the word instead of the value.
#[derive(Deserialize)]
#[serde(untagged)]
enum Yes {
    Value(bool),
    Word(String),
}

impl Yes {
    fn is(&self) -> bool {
        match self {
            Self::Value(value) => *value,
            Self::Word(word) => word == "true",
        }
    }
}

/// Verifies a token; whom it names.
///
/// # Errors
/// Why it is not believed.
pub fn verify(token: &str, keys: &Keys, expected: Expected<'_>) -> Result<Statement, Fault> {
    if token.len() > LONGEST {
        return Err(Fault::Form);
    }
    let (signed, signature) = token.rsplit_once('.').ok_or(Fault::Form)?;
    let (header, claims) = signed.split_once('.').ok_or(Fault::Form)?;
    let header: Header = part(header)?;
    let signature = URL_SAFE_NO_PAD.decode(signature).map_err(|_| Fault::Form)?;
    keys.verify(&header.alg, header.kid.as_deref(), signed.as_bytes(), &signature)?;
    let claims: Claims = part(claims)?;
    parties(&claims, expected)?;
    let now = expected.now_ms.div_euclid(1000);
    let begun = claims.iat.max(claims.nbf.unwrap_or(claims.iat));
    if now >= claims.exp.saturating_add(LEEWAY_SECONDS) || now.saturating_add(LEEWAY_SECONDS) < begun {
        return Err(Fault::Time);
    }
    let nonce = claims.nonce.unwrap_or_default();
    if !bool::from(nonce.as_bytes().ct_eq(expected.nonce.as_bytes())) {
        return Err(Fault::Nonce);
    }
    let verified = claims.email_verified.is_some_and(|yes| yes.is());
    Ok(Statement {
        subject: claims.sub,
        email: claims.email.filter(|_| verified),
        login: claims.preferred_username,
    })
}

fn part<T: for<'a> Deserialize<'a>>(text: &str) -> Result<T, Fault> {
    let bytes = URL_SAFE_NO_PAD.decode(text).map_err(|_| Fault::Form)?;
    serde_json::from_slice(&bytes).map_err(|_| Fault::Form)
}

fn parties(claims: &Claims, expected: Expected<'_>) -> Result<(), Fault> {
    let (named, alone) = match &claims.aud {
        Audience::One(one) => (one == expected.client, true),
        Audience::Several(all) => (all.iter().any(|one| one == expected.client), all.len() == 1),
    };
    let party = match &claims.azp {
        Some(party) => party == expected.client,
        None => alone,
    };
    if claims.iss == expected.issuer && named && party && !claims.sub.is_empty() {
        Ok(())
    } else {
        Err(Fault::Party)
    }
}

#[cfg(test)]
mod tests;
