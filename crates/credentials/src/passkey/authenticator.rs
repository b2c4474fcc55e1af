//! What an authenticator says: for which site, who was there, how often, and the new key (section 6.1).

use super::{Fault, Site};
use ring::digest::{Digest, SHA256, digest};
use subtle::ConstantTimeEq as _;

/// Somebody touched it.
const PRESENT: u8 = 1;
/// It made sure who.
const VERIFIED: u8 = 1 << 2;
/// A new key follows.
const CREDENTIAL: u8 = 1 << 6;
/// Hash of the site, flags, count.
const HEAD: usize = 37;
/// The model of the authenticator, which is not looked at.
const MODEL: usize = 16;
/// No id of a key is longer.
const LONGEST: usize = 1023;

/// It, read.
pub(super) struct Authenticator<'a> {
    pub(super) count: u32,
    pub(super) verified: bool,
    /// The id of a new key, and what stands behind it: the key, and perhaps more.
    pub(super) credential: Option<(&'a [u8], &'a [u8])>,
}

pub(super) fn sha256(bytes: &[u8]) -> Digest {
    digest(&SHA256, bytes)
}

impl<'a> Authenticator<'a> {
    pub(super) fn read(site: &Site, bytes: &'a [u8]) -> Result<Self, Fault> {
        let (head, rest) = bytes.split_at_checked(HEAD).ok_or(Fault::Form)?;
        let (hash, head) = head.split_at_checked(32).ok_or(Fault::Form)?;
        if !bool::from(hash.ct_eq(sha256(site.host.as_bytes()).as_ref())) {
            return Err(Fault::Site);
        }
        let [flags, a, b, c, d] = head else {
            return Err(Fault::Form);
        };
        if flags & PRESENT == 0 {
            return Err(Fault::Presence);
        }
        let credential = if flags & CREDENTIAL == 0 {
            None
        } else {
            let rest = rest.get(MODEL..).ok_or(Fault::Form)?;
            let (length, rest) = rest.split_at_checked(2).ok_or(Fault::Form)?;
            let length = usize::from(length[0]) << 8 | usize::from(length[1]);
            if length == 0 || length > LONGEST {
                return Err(Fault::Form);
            }
            Some(rest.split_at_checked(length).ok_or(Fault::Form)?)
        };
        Ok(Self {
            count: u32::from_be_bytes([*a, *b, *c, *d]),
            verified: flags & VERIFIED != 0,
            credential,
        })
    }
}
