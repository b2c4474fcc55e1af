//! Passkeys: what a browser brings when one is made and when one is shown (Web Authentication, Level 2). Statements of
//! makers of authenticators are not asked for; the signature, the site and the challenge are what counts.

mod authenticator;
mod cose;

use authenticator::Authenticator;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::Deserialize;
use subtle::ConstantTimeEq as _;

pub use cose::ALGORITHMS;

/// The site for which passkeys are made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Site {
    /// Where its pages are, such as `https://wenzheng.example`: scheme, host, and the port where it is no usual one.
    pub origin: String,
    /// Its host name alone, to which authenticators bind keys.
    pub host: String,
}

impl Site {
    /// The site of an address. `None` for one at which no browser makes a passkey: without encryption, unless it is this
    /// machine, or an IP address.
    pub fn of(url: &str) -> Option<Self> {
        let (scheme, rest) = url.split_once("://")?;
        let authority = rest.split(['/', '?', '#']).next()?.to_ascii_lowercase();
        let host = match authority.rsplit_once(':') {
            Some((host, port)) if port.bytes().all(|b| b.is_ascii_digit()) => host,
            _ => &authority,
        };
        // browsers bind keys to names, not to addresses of machines
        let address = host.starts_with('[') || host.bytes().all(|b| b.is_ascii_digit() || b == b'.');
        let named = !host.is_empty() && !address;
        let safe = scheme == "https" || (scheme == "http" && host == "localhost");
        let usual = if scheme == "https" { ":443" } else { ":80" };
        (named && safe).then(|| Self {
            origin: format!(
                "{scheme}://{}",
                authority.strip_suffix(usual).unwrap_or(&authority)
            ),
            host: host.to_owned(),
        })
    }
}

/// Why a passkey is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// What the browser sent cannot be read.
    #[error("it cannot be read")]
    Form,
    /// It was made for something else: another use, another challenge.
    #[error("it answers something else")]
    Challenge,
    /// It was made at another site.
    #[error("it was made for another site")]
    Site,
    /// Nobody touched the authenticator, or it did not make sure who did.
    #[error("the authenticator did not make sure who was there")]
    Presence,
    /// The key is of a kind that is not taken.
    #[error("its key is of another kind")]
    Kind,
    /// The signature is wrong.
    #[error("its signature is wrong")]
    Signature,
}

/// What a browser brings, as it came, decoded.
#[derive(Debug, Clone, Copy)]
pub struct Brought<'a> {
    /// What the browser says that it did: JSON.
    pub client: &'a [u8],
    /// What the authenticator says.
    pub authenticator: &'a [u8],
}

/// A passkey as it was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    /// Names it to browsers.
    pub id: Vec<u8>,
    /// Its public key (COSE).
    pub key: Vec<u8>,
    /// How often it was used, as far as its authenticator counts.
    pub count: u32,
}

/// How a passkey was shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shown {
    /// How often it was used, as far as its authenticator counts; 0 where it does not.
    pub count: u32,
    /// Whether the authenticator made sure who was there, by fingerprint, face or PIN.
    pub verified: bool,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Client {
    r#type: String,
    challenge: String,
    origin: String,
    #[serde(default)]
    cross_origin: bool,
}

/// Takes a passkey that was made for a challenge.
///
/// # Errors
/// Why it is not taken.
pub fn made(site: &Site, challenge: &[u8], brought: Brought<'_>) -> Result<Made, Fault> {
    client(site, "webauthn.create", challenge, brought.client)?;
    let said = Authenticator::read(site, brought.authenticator)?;
    let (id, rest) = said.credential.ok_or(Fault::Form)?;
    let (key, _) = cose::Key::read(rest)?;
    let bytes = rest.get(..key.length).ok_or(Fault::Form)?;
    Ok(Made {
        id: id.to_vec(),
        key: bytes.to_vec(),
        count: said.count,
    })
}

/// Takes a passkey that is shown for a challenge; `key` is what was kept of it.
///
/// # Errors
/// Why it is not taken.
pub fn shown(
    site: &Site,
    challenge: &[u8],
    key: &[u8],
    brought: Brought<'_>,
    signature: &[u8],
) -> Result<Shown, Fault> {
    client(site, "webauthn.get", challenge, brought.client)?;
    let said = Authenticator::read(site, brought.authenticator)?;
    let (key, _) = cose::Key::read(key)?;
    let mut signed = brought.authenticator.to_vec();
    signed.extend_from_slice(authenticator::sha256(brought.client).as_ref());
    key.verify(&signed, signature)?;
    Ok(Shown {
        count: said.count,
        verified: said.verified,
    })
}

/// Whether the browser says that it did this for this challenge, at this site.
fn client(site: &Site, what: &str, challenge: &[u8], json: &[u8]) -> Result<(), Fault> {
    let said: Client = serde_json::from_slice(json).map_err(|_| Fault::Form)?;
    let given = URL_SAFE_NO_PAD.decode(&said.challenge).map_err(|_| Fault::Form)?;
    if said.r#type != what || !bool::from(given.ct_eq(challenge)) {
        return Err(Fault::Challenge);
    }
    if said.origin != site.origin || said.cross_origin {
        return Err(Fault::Site);
    }
    Ok(())
}

/// Bytes as pages and forms carry them.
pub fn encode(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

/// The bytes of a field of a form.
pub fn decode(text: &str) -> Option<Vec<u8>> {
    URL_SAFE_NO_PAD.decode(text).ok()
}

#[cfg(test)]
mod tests;
