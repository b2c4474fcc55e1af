//! Lifts stored events of every version ever landed to the form of today. The bytes in the log stay as they are; a
//! sample of each version lies in `tests/samples/`.

use crate::{StoreError, StoredEvent};
use case::Event;

/// The event of a case as today's program knows it.
///
/// # Errors
/// [`StoreError::Corrupt`] where the bytes cannot be read or come from a newer program.
pub fn case_event(stored: &StoredEvent) -> Result<Event, StoreError> {
    let place = || {
        format!(
            "{} event {} version {}",
            stored.stream, stored.seq, stored.version
        )
    };
    match stored.version {
        1 => serde_json::from_slice(&stored.bytes)
            .map_err(|e| StoreError::Corrupt(format!("{}: {e}", place()))),
        _ => Err(StoreError::Corrupt(format!(
            "{}: made by a newer program",
            place()
        ))),
    }
}
