//! The promise that goes home with a citizen.

use crate::{Office, Problem};
use case::CaseNumber;
use proof::{Promise, Receipt};
use store::case_stream;

impl Office {
    /// The promise as text. The message is in already: a promise that cannot be given now takes nothing back, and can be
    /// given later.
    pub async fn promise(&self, j: &str, number: &CaseNumber) -> Option<String> {
        match self.log_receipt(j, number).await {
            Ok(receipt) => Some(receipt.text()),
            Err(problem) => {
                tracing::warn!(%problem, "a message came in without a signed promise");
                None
            }
        }
    }

    /// The signed promise for the message with which a case began. The same until the log moves on: it names the head
    /// that stood when it was given.
    ///
    /// # Errors
    /// [`Problem::NotFound`] where there is no such case, or no head yet.
    pub async fn log_receipt(&self, j: &str, number: &CaseNumber) -> Result<Receipt, Problem> {
        let stream = case_stream(number);
        let event = self
            .store()
            .event(j, &stream, 1)
            .await?
            .ok_or(Problem::NotFound)?;
        let log = self.log_of(j).await?;
        let head = self.newest_head(&log).await?;
        let promise = Promise {
            stream: &stream,
            seq: event.seq,
            commitment: log.commitment(&event),
            salt: &log.salt(&stream, event.seq),
            recorded: event.recorded.ms(),
        };
        Ok(Receipt::sign(&log.signing, &head, promise)?)
    }
}
