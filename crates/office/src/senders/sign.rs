//! How calls between the office and a gateway are signed, in both directions: HMAC-SHA256 over
//! `TIMESTAMP.BODY`, where the timestamp is in seconds since 1970. What is old is refused, so that a call that was
//! overheard cannot be played again.

use super::Secret;
use crate::chance::hex;
use calendar::Instant;
use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::Sha256;
use subtle::ConstantTimeEq as _;

/// Header with the id of the message: the same for every try.
pub const IDEMPOTENCY_KEY: &str = "Idempotency-Key";
/// Header with the time of signing, in seconds since 1970.
pub const TIMESTAMP: &str = "Wenzheng-Timestamp";
/// Header with the signature: `v1=` and 64 hexadecimal digits.
pub const SIGNATURE: &str = "Wenzheng-Signature";
/// How far the clocks of both sides may be apart.
const MOST_MS: i64 = 5 * 60_000;

/// A call of a gateway as it came in.
#[derive(Debug, Clone, Copy)]
pub struct SignedCall<'a> {
    /// Header [`TIMESTAMP`].
    pub timestamp: &'a str,
    /// Header [`SIGNATURE`].
    pub signature: &'a str,
    /// The body, byte for byte.
    pub body: &'a [u8],
}

/// The value of header [`SIGNATURE`].
pub fn signature(secret: &Secret, timestamp: &str, body: &[u8]) -> String {
    // HMAC takes keys of every length, so there is no other case.
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(secret.reveal().as_bytes()) else {
        return String::new();
    };
    mac.update(timestamp.as_bytes());
    mac.update(b".");
    mac.update(body);
    format!("v1={}", hex(&mac.finalize().into_bytes()))
}

/// The value of header [`TIMESTAMP`].
pub fn timestamp(at: Instant) -> String {
    at.ms().div_euclid(1000).to_string()
}

/// Why a call is not believed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Disbelief {
    /// The signature is another one.
    Signature,
    /// The time of signing is more than five minutes away, or is none.
    Timestamp,
}

/// Whether a call comes from whoever knows the secret, and is new.
///
/// # Errors
/// What does not fit.
pub fn believe(secret: &Secret, call: &SignedCall<'_>, now: Instant) -> Result<(), Disbelief> {
    let right = signature(secret, call.timestamp, call.body);
    if right.is_empty() || !bool::from(right.as_bytes().ct_eq(call.signature.trim().as_bytes())) {
        return Err(Disbelief::Signature);
    }
    let seconds: i64 = call.timestamp.parse().map_err(|_| Disbelief::Timestamp)?;
    let apart = seconds.saturating_mul(1000).saturating_sub(now.ms());
    if apart.saturating_abs() > MOST_MS {
        return Err(Disbelief::Timestamp);
    }
    Ok(())
}
