//! Public keys as authenticators write them (RFC 9052, in the short form of CBOR that CTAP2 prescribes): a map of small
//! whole numbers and byte strings, and nothing else is read.

use super::Fault;
use ring::signature::{self, UnparsedPublicKey};

/// The kinds of keys that are taken, as browsers are asked for them, the best first: EdDSA, ES256, and RS256, which
/// older Windows makes.
pub const ALGORITHMS: [i64; 3] = [-8, -7, -257];

/// Most entries of a key.
const MOST: u64 = 8;

/// A key.
pub(super) struct Key {
    /// Bytes that it takes.
    pub(super) length: usize,
    what: What,
}

enum What {
    /// The curve P-256: the point, uncompressed.
    Es256(Vec<u8>),
    /// Ed25519.
    EdDsa(Vec<u8>),
    /// Modulus and exponent.
    Rs256 { n: Vec<u8>, e: Vec<u8> },
}

enum Value<'a> {
    Number(i64),
    Bytes(&'a [u8]),
}

impl Key {
    /// Reads a key, and what stands behind it.
    pub(super) fn read(bytes: &[u8]) -> Result<(Self, &[u8]), Fault> {
        let (entries, mut rest) = head(bytes, 5)?;
        if entries > MOST {
            return Err(Fault::Form);
        }
        let (mut numbers, mut strings) = (Vec::new(), Vec::new());
        for _ in 0..entries {
            let (label, behind) = value(rest)?;
            let (found, behind) = value(behind)?;
            rest = behind;
            match (label, found) {
                (Value::Number(label), Value::Number(number)) => numbers.push((label, number)),
                (Value::Number(label), Value::Bytes(bytes)) => strings.push((label, bytes)),
                (Value::Bytes(_), _) => return Err(Fault::Form),
            }
        }
        let number = |label| numbers.iter().find(|(known, _)| *known == label).map(|(_, n)| *n);
        let string = |label| strings.iter().find(|(known, _)| *known == label).map(|(_, s)| *s);
        let what = match (number(1), number(3), number(-1)) {
            (Some(2), Some(-7), Some(1)) => match (string(-2), string(-3)) {
                (Some(x), Some(y)) if x.len() == 32 && y.len() == 32 => What::Es256([&[4], x, y].concat()),
                _ => return Err(Fault::Form),
            },
            (Some(1), Some(-8), Some(6)) => match string(-2) {
                Some(x) if x.len() == 32 => What::EdDsa(x.to_vec()),
                _ => return Err(Fault::Form),
            },
            (Some(3), Some(-257), _) => match (string(-1), string(-2)) {
                (Some(n), Some(e)) => What::Rs256 {
                    n: n.to_vec(),
                    e: e.to_vec(),
                },
                _ => return Err(Fault::Form),
            },
            _ => return Err(Fault::Kind),
        };
        let length = bytes.len() - rest.len();
        Ok((Self { length, what }, rest))
    }

    /// Verifies a signature over some bytes.
    pub(super) fn verify(&self, signed: &[u8], given: &[u8]) -> Result<(), Fault> {
        let verified = match &self.what {
            What::Es256(point) => {
                UnparsedPublicKey::new(&signature::ECDSA_P256_SHA256_ASN1, point).verify(signed, given)
            }
            What::EdDsa(key) => UnparsedPublicKey::new(&signature::ED25519, key).verify(signed, given),
            What::Rs256 { n, e } => {
                let key = signature::RsaPublicKeyComponents { n, e };
                key.verify(&signature::RSA_PKCS1_2048_8192_SHA256, signed, given)
            }
        };
        verified.map_err(|_| Fault::Signature)
    }
}

/// The number in a head of this major type, and what stands behind it.
fn head(bytes: &[u8], major: u8) -> Result<(u64, &[u8]), Fault> {
    let (first, rest) = bytes.split_first().ok_or(Fault::Form)?;
    if first >> 5 != major {
        return Err(Fault::Form);
    }
    let width = match first & 31 {
        small @ 0..=23 => return Ok((u64::from(small), rest)),
        24 => 1,
        25 => 2,
        26 => 4,
        _ => return Err(Fault::Form),
    };
    let (number, rest) = rest.split_at_checked(width).ok_or(Fault::Form)?;
    let number = number.iter().fold(0, |sum, byte| sum << 8 | u64::from(*byte));
    Ok((number, rest))
}

/// A whole number or a byte string.
fn value(bytes: &[u8]) -> Result<(Value<'_>, &[u8]), Fault> {
    let number = |n: u64| i64::try_from(n).map_err(|_| Fault::Form);
    match bytes.first().ok_or(Fault::Form)? >> 5 {
        0 => head(bytes, 0).and_then(|(n, rest)| Ok((Value::Number(number(n)?), rest))),
        1 => head(bytes, 1).and_then(|(n, rest)| Ok((Value::Number(-1 - number(n)?), rest))),
        2 => {
            let (length, rest) = head(bytes, 2)?;
            let length = usize::try_from(length).map_err(|_| Fault::Form)?;
            let (found, rest) = rest.split_at_checked(length).ok_or(Fault::Form)?;
            Ok((Value::Bytes(found), rest))
        }
        _ => Err(Fault::Form),
    }
}
