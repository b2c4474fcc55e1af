//! What has not left, with the reason: for the page on the health of the installation.

use super::Trouble;
use crate::{Office, Problem};
use calendar::Instant;

/// A message that has not left for a known reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Undelivered {
    /// Its id: names the case, the event and, for staff, the person.
    pub id: String,
    /// Since when it should have left, UTC milliseconds.
    pub due: Instant,
    /// How often it was tried and failed.
    pub attempts: u32,
    /// When it is tried next; `None` where it was given up.
    pub next: Option<Instant>,
    /// Why.
    pub why: Trouble,
}

impl Office {
    /// Messages that have not left for a known reason, the newest first: put off, failed and to be tried again, or
    /// given up. Shows no address.
    ///
    /// # Errors
    /// The store's.
    pub async fn undelivered(&self, j: &str, limit: u32) -> Result<Vec<Undelivered>, Problem> {
        let found = self.store().outbox_troubled(j, limit).await?;
        let undelivered = found.into_iter().map(|message| Undelivered {
            why: Trouble::read(message.last_error.as_deref().unwrap_or_default()),
            id: message.id,
            due: message.due,
            attempts: message.attempts,
            next: message.next_at,
        });
        Ok(undelivered.collect())
    }
}
