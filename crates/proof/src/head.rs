//! A signed tree head: how many leaves the log had at an instant, and the root over them.

use crate::fields::{Fields, Unreadable, written};
use crate::{Algorithm, Digest, PublicKey, SignError, SigningKey};

const TITLE: &str = "wenzheng head 1";
const COSIGNED: &str = "wenzheng cosignature 1";

/// A signed tree head.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// Whose log.
    pub log: String,
    /// Who signed.
    pub key: PublicKey,
    /// The hash function of the log.
    pub hash: Algorithm,
    /// Number of leaves.
    pub size: u64,
    /// Root over them.
    pub root: Digest,
    /// When it was signed, UTC milliseconds.
    pub time: i64,
    /// The signature, in base64.
    pub signature: String,
}

impl Head {
    /// Signs a head.
    ///
    /// # Errors
    /// The key's.
    pub fn sign(
        key: &SigningKey,
        log: &str,
        hash: Algorithm,
        size: u64,
        root: Digest,
        time: i64,
    ) -> Result<Self, SignError> {
        let mut head = Self {
            log: log.to_owned(),
            key: key.public(),
            hash,
            size,
            root,
            time,
            signature: String::new(),
        };
        head.signature = key.sign(&head.body())?;
        Ok(head)
    }

    /// The exact text that is signed.
    fn body(&self) -> String {
        format!(
            "{TITLE}\nlog: {}\nkey: {}\nhash: {}\nsize: {}\nroot: {}\ntime: {}\n",
            self.log,
            self.key,
            self.hash.as_str(),
            self.size,
            self.root,
            written(self.time),
        )
    }

    /// As it is published.
    pub fn text(&self) -> String {
        format!("{}signature: {}\n", self.body(), self.signature)
    }

    /// Reads one. Whether it is signed is another question.
    ///
    /// # Errors
    /// The line at fault.
    pub fn read(text: &str) -> Result<Self, Unreadable> {
        let fields = Fields::read(text, TITLE)?;
        Ok(Self {
            log: fields.text("log")?.to_owned(),
            key: fields.value("key")?,
            hash: fields.value("hash")?,
            size: fields.value("size")?,
            root: fields.value("root")?,
            time: fields.time("time")?,
            signature: fields.text("signature")?.to_owned(),
        })
    }

    /// Whether it was signed by the key that it names. Whose key that is, the reader has to know.
    pub fn is_signed(&self) -> bool {
        self.key.signed(&self.body(), &self.signature)
    }
}

/// A head that another jurisdiction has seen and signed too: nobody can show that one another log afterwards.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cosigned {
    /// Whose log the head is of.
    pub log: String,
    /// Leaves of the head.
    pub size: u64,
    /// Root of the head.
    pub root: Digest,
    /// Who has seen it.
    pub by: String,
    /// Their key.
    pub key: PublicKey,
    /// When, UTC milliseconds.
    pub time: i64,
    /// Their signature, in base64.
    pub signature: String,
}

impl Cosigned {
    /// Signs what was seen of another log.
    ///
    /// # Errors
    /// The key's.
    pub fn sign(key: &SigningKey, head: &Head, by: &str, time: i64) -> Result<Self, SignError> {
        let mut seen = Self {
            log: head.log.clone(),
            size: head.size,
            root: head.root,
            by: by.to_owned(),
            key: key.public(),
            time,
            signature: String::new(),
        };
        seen.signature = key.sign(&seen.body())?;
        Ok(seen)
    }

    fn body(&self) -> String {
        format!(
            "{COSIGNED}\nlog: {}\nsize: {}\nroot: {}\nby: {}\nkey: {}\ntime: {}\n",
            self.log,
            self.size,
            self.root,
            self.by,
            self.key,
            written(self.time),
        )
    }

    /// As it is published.
    pub fn text(&self) -> String {
        format!("{}signature: {}\n", self.body(), self.signature)
    }

    /// Reads one.
    ///
    /// # Errors
    /// The line at fault.
    pub fn read(text: &str) -> Result<Self, Unreadable> {
        let fields = Fields::read(text, COSIGNED)?;
        Ok(Self {
            log: fields.text("log")?.to_owned(),
            size: fields.value("size")?,
            root: fields.value("root")?,
            by: fields.text("by")?.to_owned(),
            key: fields.value("key")?,
            time: fields.time("time")?,
            signature: fields.text("signature")?.to_owned(),
        })
    }

    /// Whether it is signed by the key that it names, and says the same of the log as a head.
    pub fn confirms(&self, head: &Head) -> bool {
        self.log == head.log
            && self.size == head.size
            && self.root == head.root
            && self.key.signed(&self.body(), &self.signature)
    }
}
