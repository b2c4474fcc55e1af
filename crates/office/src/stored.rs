//! What the office itself stores, written and read: events of the streams beside those of the cases.

use calendar::Instant;
use serde::Serialize;
use serde::de::DeserializeOwned;
use store::{NewEvent, StoreError, StoredEvent};

/// An event as it is appended.
///
/// # Errors
/// Where the content cannot be written as JSON.
pub(crate) fn event(
    kind: &str,
    version: u16,
    at: Instant,
    content: &impl Serialize,
) -> Result<NewEvent, serde_json::Error> {
    Ok(NewEvent {
        kind: kind.to_owned(),
        version,
        at,
        bytes: serde_json::to_vec(content)?,
    })
}

/// An event of the version that this program writes; every stream of the office has had one version so far.
///
/// # Errors
/// [`StoreError::Corrupt`] where the bytes cannot be read or come from a newer program; it names the event.
pub(crate) fn read<T: DeserializeOwned>(stored: &StoredEvent, version: u16) -> Result<T, StoreError> {
    if stored.version != version {
        return Err(corrupt(stored, &format!("has version {}", stored.version)));
    }
    serde_json::from_slice(&stored.bytes).map_err(|error| corrupt(stored, &error.to_string()))
}

/// That an event cannot be used, and why.
pub(crate) fn corrupt(stored: &StoredEvent, why: &str) -> StoreError {
    StoreError::Corrupt(format!("{} event {}: {why}", stored.stream, stored.seq))
}
