//! A receipt in as few signs as a QR code can hold comfortably: its bytes one behind the other, in Base32. The text with its
//! names and line breaks would make a code twice as wide, too fine for a cheap printer and an old telephone.

use crate::fields::written;
use crate::{Algorithm, Digest, Head, PublicKey, Receipt, Scheme};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use data_encoding::BASE32_NOPAD as BASE32;

/// The first byte: the form.
const FORM: u8 = 1;
/// Bytes of a number or an instant: enough until the year 10889.
const NUMBER: usize = 6;
/// Bytes of a signature, of either scheme.
const SIGNATURE: usize = 64;
/// In the address of a code: what comes behind it is the receipt.
const NAME: &str = "receipt=";

impl Receipt {
    /// In capitals and digits, for the address in a QR code. `None` where a name or a number is longer than any of ours.
    pub fn compact(&self) -> Option<String> {
        let head = &self.head;
        let mut bytes = vec![FORM];
        short(&mut bytes, self.log.as_bytes())?;
        let (scheme, key) = self.key.parts();
        bytes.push(match scheme {
            Scheme::Ed25519 => 0,
            Scheme::Sm2 => 1,
        });
        bytes.extend(key);
        bytes.push(match self.hash {
            Algorithm::Sha256 => 0,
            Algorithm::Sm3 => 1,
        });
        short(&mut bytes, self.stream.as_bytes())?;
        number(&mut bytes, self.seq)?;
        bytes.extend(self.commitment.as_bytes());
        short(&mut bytes, &self.salt)?;
        number(&mut bytes, u64::try_from(self.recorded).ok()?)?;
        number(&mut bytes, self.within)?;
        number(&mut bytes, head.size)?;
        bytes.extend(head.root.as_bytes());
        number(&mut bytes, u64::try_from(head.time).ok()?)?;
        for text in [&head.signature, &self.signature] {
            let signature = BASE64.decode(text).ok()?;
            (signature.len() == SIGNATURE).then_some(())?;
            bytes.extend(signature);
        }
        let text = encode(&bytes);
        (Self::of_compact(&text)? == *self).then_some(text)
    }

    /// Reads one, alone or at the end of the address from a QR code.
    pub fn of_compact(text: &str) -> Option<Self> {
        let text = text.trim();
        let text = text.rsplit_once(NAME).map_or(text, |(_, behind)| behind);
        let bytes = decode(text)?;
        let mut rest = Rest(&bytes);
        (rest.take(1)? == [FORM]).then_some(())?;
        let log = rest.name()?;
        let scheme = match rest.take(1)? {
            [0] => Scheme::Ed25519,
            [1] => Scheme::Sm2,
            _ => return None,
        };
        let key = rest.take(scheme.key_length())?;
        let key = PublicKey::of_parts(scheme, key)?;
        let hash = match rest.take(1)? {
            [0] => Algorithm::Sha256,
            [1] => Algorithm::Sm3,
            _ => return None,
        };
        let stream = rest.name()?;
        let seq = rest.number()?;
        let commitment = rest.digest()?;
        let salt = rest.short()?.to_vec();
        let recorded = rest.time()?;
        let within = rest.number()?;
        let (size, root, time) = (rest.number()?, rest.digest()?, rest.time()?);
        let mut signature = || Some(BASE64.encode(rest.take(SIGNATURE)?));
        let (of_head, of_receipt) = (signature()?, signature()?);
        rest.0.is_empty().then_some(())?;
        Some(Self {
            head: Head {
                log: log.clone(),
                key: key.clone(),
                hash,
                size,
                root,
                time,
                signature: of_head,
            },
            log,
            key,
            hash,
            stream,
            seq,
            commitment,
            salt,
            recorded,
            within,
            signature: of_receipt,
        })
    }
}

/// Bytes with their number in front.
fn short(to: &mut Vec<u8>, bytes: &[u8]) -> Option<()> {
    to.push(u8::try_from(bytes.len()).ok()?);
    to.extend(bytes);
    Some(())
}

fn number(to: &mut Vec<u8>, number: u64) -> Option<()> {
    let bytes = number.to_be_bytes();
    let (over, held) = bytes.split_at(bytes.len() - NUMBER);
    over.iter().all(|byte| *byte == 0).then(|| to.extend(held))
}

/// What is not read yet.
struct Rest<'a>(&'a [u8]);

impl<'a> Rest<'a> {
    fn take(&mut self, count: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        Some(taken)
    }

    fn short(&mut self) -> Option<&'a [u8]> {
        let count = usize::from(*self.take(1)?.first()?);
        self.take(count)
    }

    /// A name stands in one line of the text, or signatures would not be of it.
    fn name(&mut self) -> Option<String> {
        let name = std::str::from_utf8(self.short()?).ok()?;
        let plain = !name.chars().any(char::is_control) && name.trim() == name;
        plain.then(|| name.to_owned())
    }

    fn number(&mut self) -> Option<u64> {
        let held = self.take(NUMBER)?;
        Some(held.iter().fold(0, |number, byte| number << 8 | u64::from(*byte)))
    }

    /// An instant that can be written.
    fn time(&mut self) -> Option<i64> {
        let ms = i64::try_from(self.number()?).ok()?;
        written(ms).ends_with('Z').then_some(ms)
    }

    fn digest(&mut self) -> Option<Digest> {
        Digest::of_bytes(self.take(32)?)
    }
}

/// QR codes hold capitals and digits in five and a half bits.
fn encode(bytes: &[u8]) -> String {
    BASE32.encode(bytes)
}

/// Small letters count as capitals. What is left over at the end must be nought.
fn decode(text: &str) -> Option<Vec<u8>> {
    BASE32.decode(text.to_ascii_uppercase().as_bytes()).ok()
}
