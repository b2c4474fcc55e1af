//! What a citizen takes home: a signed promise that exactly this event will be in the log within a minute.

use crate::fields::{Fields, Unreadable, written};
use crate::{Algorithm, Digest, Head, PublicKey, SignError, SigningKey};

const TITLE: &str = "wenzheng receipt 1";

/// Within how many seconds an event is in the log.
pub const WITHIN_S: u64 = 60;

/// A signed promise. With the event itself, salt and commitment show that it is the one meant; without it they tell
/// nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt {
    /// Whose log.
    pub log: String,
    /// Who promises.
    pub key: PublicKey,
    /// The hash function of the log.
    pub hash: Algorithm,
    /// Stream of the event.
    pub stream: String,
    /// Its position there.
    pub seq: u64,
    /// Its commitment.
    pub commitment: Digest,
    /// The salt of the commitment.
    pub salt: Vec<u8>,
    /// When it was recorded, UTC milliseconds.
    pub recorded: i64,
    /// Within how many seconds after that it is in the log.
    pub within: u64,
    /// The log as it stood when the promise was given.
    pub head: Head,
    /// Signature over all of it, in base64.
    pub signature: String,
}

/// What is promised.
#[derive(Debug, Clone, Copy)]
pub struct Promise<'a> {
    /// Stream of the event.
    pub stream: &'a str,
    /// Its position there.
    pub seq: u64,
    /// Its commitment.
    pub commitment: Digest,
    /// The salt of the commitment.
    pub salt: &'a [u8],
    /// When it was recorded, UTC milliseconds.
    pub recorded: i64,
}

impl Receipt {
    /// Promises that an event will be in the log that `head` is of.
    ///
    /// # Errors
    /// The key's.
    pub fn sign(key: &SigningKey, head: &Head, promise: Promise<'_>) -> Result<Self, SignError> {
        let mut receipt = Self {
            log: head.log.clone(),
            key: key.public(),
            hash: head.hash,
            stream: promise.stream.to_owned(),
            seq: promise.seq,
            commitment: promise.commitment,
            salt: promise.salt.to_vec(),
            recorded: promise.recorded,
            within: WITHIN_S,
            head: head.clone(),
            signature: String::new(),
        };
        receipt.signature = key.sign(&receipt.body())?;
        Ok(receipt)
    }

    fn body(&self) -> String {
        let head = &self.head;
        format!(
            "{TITLE}\nlog: {}\nkey: {}\nhash: {}\nstream: {}\nseq: {}\ncommitment: {}\nsalt: {}\nrecorded: {}\n\
             within: {}\nhead-size: {}\nhead-root: {}\nhead-time: {}\nhead-signature: {}\n",
            self.log,
            self.key,
            self.hash.as_str(),
            self.stream,
            self.seq,
            self.commitment,
            hex::encode(&self.salt),
            written(self.recorded),
            self.within,
            head.size,
            head.root,
            written(head.time),
            head.signature,
        )
    }

    /// As it is given out. A QR code holds [`Receipt::compact`].
    pub fn text(&self) -> String {
        format!("{}signature: {}\n", self.body(), self.signature)
    }

    /// Reads one, from wherever it was printed or pasted; also the address from a QR code.
    ///
    /// # Errors
    /// The line at fault.
    pub fn read(text: &str) -> Result<Self, Unreadable> {
        if let Some(receipt) = Self::of_compact(text) {
            return Ok(receipt);
        }
        let fields = Fields::read(text, TITLE)?;
        let (log, key, hash) = (
            fields.text("log")?.to_owned(),
            fields.value::<PublicKey>("key")?,
            fields.value("hash")?,
        );
        Ok(Self {
            head: Head {
                log: log.clone(),
                key: key.clone(),
                hash,
                size: fields.value("head-size")?,
                root: fields.value("head-root")?,
                time: fields.time("head-time")?,
                signature: fields.text("head-signature")?.to_owned(),
            },
            log,
            key,
            hash,
            stream: fields.text("stream")?.to_owned(),
            seq: fields.value("seq")?,
            commitment: fields.value("commitment")?,
            salt: hex::decode(fields.text("salt")?).map_err(|_| Unreadable::Value("salt"))?,
            recorded: fields.time("recorded")?,
            within: fields.value("within")?,
            signature: fields.text("signature")?.to_owned(),
        })
    }

    /// Whether promise and head are signed by the key that it names. Whose key that is, the reader has to know.
    pub fn is_signed(&self) -> bool {
        self.key.signed(&self.body(), &self.signature) && self.head.is_signed()
    }

    /// From when on a log that lacks the event breaks the promise, UTC milliseconds.
    pub fn until(&self) -> i64 {
        let within = i64::try_from(self.within).unwrap_or(i64::MAX);
        self.recorded.saturating_add(within.saturating_mul(1000))
    }
}
