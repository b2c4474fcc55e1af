//! Events as they lie in the log.

use calendar::Instant;

/// One stored event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredEvent {
    /// Its stream.
    pub stream: String,
    /// Position in the stream, from 1.
    pub seq: u64,
    /// What kind.
    pub kind: String,
    /// Version of its form.
    pub version: u16,
    /// When it happened, UTC milliseconds.
    pub at: Instant,
    /// When it was recorded, UTC milliseconds.
    pub recorded: Instant,
    /// Hash of the adopted procedure; empty where none was needed.
    pub procedure: String,
    /// Hash of the adopted calendar; empty where none was needed.
    pub calendar: String,
    /// The bytes that were decided.
    pub bytes: Vec<u8>,
}

/// The stream of a case.
pub fn case_stream(number: &case::CaseNumber) -> String {
    format!("case/{number}")
}
