//! What is committed to of an event: all of its row, in one form.

use crate::{Algorithm, Digest};

/// An event with everything that stands beside its bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry<'a> {
    /// Whose log.
    pub log: &'a str,
    /// Its stream.
    pub stream: &'a str,
    /// Position in the stream, from 1.
    pub seq: u64,
    /// What kind.
    pub kind: &'a str,
    /// Version of its form.
    pub version: u64,
    /// When it happened, UTC milliseconds.
    pub at: i64,
    /// When it was recorded, UTC milliseconds.
    pub recorded: i64,
    /// Hash of the procedure under which it was decided.
    pub procedure: &'a str,
    /// Hash of the calendar.
    pub calendar: &'a str,
    /// The bytes that were decided.
    pub bytes: &'a [u8],
}

impl Entry<'_> {
    /// The salted commitment: the digest of salt and fields, before each its length in eight bytes, so that nothing can
    /// be moved from one field into the next. Whoever lacks the salt cannot find out what was committed to by guessing.
    pub fn commitment(&self, algorithm: Algorithm, salt: &[u8]) -> Digest {
        let (seq, version) = (self.seq.to_string(), self.version.to_string());
        let (at, recorded) = (self.at.to_string(), self.recorded.to_string());
        let fields: [&[u8]; 11] = [
            salt,
            self.log.as_bytes(),
            self.stream.as_bytes(),
            seq.as_bytes(),
            self.kind.as_bytes(),
            version.as_bytes(),
            at.as_bytes(),
            recorded.as_bytes(),
            self.procedure.as_bytes(),
            self.calendar.as_bytes(),
            self.bytes,
        ];
        let lengths = fields.map(|field| (field.len() as u64).to_be_bytes());
        let parts: Vec<&[u8]> = lengths
            .iter()
            .zip(fields)
            .flat_map(|(length, field)| [&length[..], field])
            .collect();
        algorithm.digest(&parts)
    }
}
