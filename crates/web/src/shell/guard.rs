//! Form tokens against forged requests, and signatures on what cookies carry.
//!
//! A token is a keyed hash of a seed that only the reader's browser holds: the session, or for people without one
//! a random cookie. A page of another site can neither read the token nor make one.

use seal::{Key, keyed_hash};
use subtle::ConstantTimeEq;

/// The token for forms of the browser that holds `seed`.
pub(crate) fn token(secret: &Key, seed: &str) -> String {
    keyed_hash(secret, "form-token", seed)
}

/// Whether `given` is the token of `seed`; takes the same time wherever they differ.
pub(crate) fn fits(secret: &Key, seed: &str, given: &str) -> bool {
    token(secret, seed).as_bytes().ct_eq(given.as_bytes()).into()
}

/// `text` with its signature for one purpose.
pub(crate) fn sign(secret: &Key, purpose: &str, text: &str) -> String {
    format!("{text}.{}", keyed_hash(secret, purpose, text))
}

/// The text of [`sign`], where the signature is right.
pub(crate) fn signed<'a>(secret: &Key, purpose: &str, signed: &'a str) -> Option<&'a str> {
    let (text, signature) = signed.rsplit_once('.')?;
    let right: bool = keyed_hash(secret, purpose, text)
        .as_bytes()
        .ct_eq(signature.as_bytes())
        .into();
    right.then_some(text)
}

/// A random seed or id of `N` bytes, in hexadecimal; `None` where the system gives no randomness.
pub(crate) fn random<const N: usize>() -> Option<String> {
    let mut bytes = [0u8; N];
    getrandom::fill(&mut bytes).ok()?;
    Some(hex::encode(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_fits_its_own_seed_and_secret_only() {
        let (secret, other) = (Key::from_bytes([1; 32]), Key::from_bytes([2; 32]));
        let token = token(&secret, "seed");
        assert!(fits(&secret, "seed", &token));
        assert!(!fits(&secret, "other", &token));
        assert!(!fits(&other, "seed", &token));
        assert!(!fits(&secret, "seed", ""));
        assert!(!fits(&secret, "seed", &token[1..]));
    }

    #[test]
    fn what_was_signed_for_one_purpose_is_not_signed_for_another() {
        let secret = Key::from_bytes([1; 32]);
        let kept = sign(&secret, "flash", "done");
        assert_eq!(signed(&secret, "flash", &kept), Some("done"));
        assert_eq!(signed(&secret, "other", &kept), None);
        assert_eq!(signed(&secret, "flash", &kept.replace("done", "gone")), None);
        assert_eq!(signed(&secret, "flash", "done"), None);
    }
}
