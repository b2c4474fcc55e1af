//! The outbox: what was committed leaves, at least once and harmless twice. Each message is leased to one process at
//! a time; what cannot leave says why and stays where it can be seen.

mod backoff;
mod fill;
mod link;
mod outcome;
mod people;
mod prepare;
mod undelivered;

pub use outcome::Trouble;
pub(crate) use prepare::outer_id;
pub use undelivered::Undelivered;

use crate::senders::{NotSent, Senders};
use crate::{Office, Problem};
use outcome::Outcome;
use prepare::Ready;
use std::collections::BTreeMap;
use store::Outgoing;
use tokio::task::JoinSet;

/// Messages claimed in one go; their cases' messages are sent side by side.
const AT_ONCE: u32 = 16;
/// A process that is not heard of again loses its messages after ten minutes: longer than all messages of one case
/// take that were claimed together, each of them up to its sender's time limit.
const LEASE_MS: i64 = 10 * 60_000;

impl Office {
    /// Sends what is due now. Returns the number of messages that were taken over by a mail server or gateway.
    ///
    /// # Errors
    /// The store's. What was sent before the error is noted, or sent again with the same id.
    pub async fn run_outbox(&self, senders: &Senders) -> Result<u64, Problem> {
        let mut sent = 0;
        loop {
            let now = self.now();
            // Looking costs nothing; claiming is a write.
            let next = self.store().outbox_waiting(1).await?;
            if next.first().and_then(|m| m.next_at).is_none_or(|at| at > now) {
                return Ok(sent);
            }
            let holder = self.chance().token();
            let until = now.plus_ms(LEASE_MS);
            let claimed = self
                .store()
                .claim_outbox(holder.clone(), now, until, AT_ONCE)
                .await?;
            if claimed.is_empty() {
                return Ok(sent);
            }
            sent += self.send_claimed(senders, &holder, claimed).await?;
        }
    }

    /// Messages of one case go one after the other, as they were told; cases side by side.
    async fn send_claimed(
        &self,
        senders: &Senders,
        holder: &str,
        claimed: Vec<Outgoing>,
    ) -> Result<u64, Problem> {
        let mut by_case: BTreeMap<String, Vec<Outgoing>> = BTreeMap::new();
        for message in claimed {
            let stream = message.id.splitn(3, '/').take(2).collect::<Vec<_>>().join("/");
            let case = format!("{}/{stream}", message.jurisdiction);
            by_case.entry(case).or_default().push(message);
        }
        let mut tasks = JoinSet::new();
        for messages in by_case.into_values() {
            let (office, senders, holder) = (self.clone(), senders.clone(), holder.to_owned());
            tasks.spawn(async move {
                let mut sent = 0;
                for message in messages {
                    sent += u64::from(office.send_one(&senders, &holder, message).await?);
                }
                Ok(sent)
            });
        }
        let mut sent = 0;
        let mut failed = None;
        while let Some(done) = tasks.join_next().await {
            match done {
                Ok(Ok(count)) => sent += count,
                Ok(Err(problem)) => failed = Some(problem),
                // The lease brings its messages back.
                Err(error) => tracing::error!(%error, "sending messages broke off"),
            }
        }
        failed.map_or(Ok(sent), Err)
    }

    async fn send_one(&self, senders: &Senders, holder: &str, message: Outgoing) -> Result<bool, Problem> {
        let outcome = match self.prepare_message(senders, &message).await {
            Ok(Ready::Letter(sender, channel, letter)) => match sender.send(channel, &letter).await {
                Ok(()) => Outcome::Sent,
                Err(NotSent::Refused(why)) => Outcome::Never(Trouble::said("outbox-refused", &why, &letter)),
                Err(NotSent::Later(why)) => Outcome::Failed(Trouble::said("outbox-failed", &why, &letter)),
            },
            Ok(Ready::HandedOn) => Outcome::HandedOn,
            Ok(Ready::Not(outcome)) => outcome,
            // The database is away, not the message at fault: the lease brings it back.
            Err(problem) if problem.passes() => return Err(problem),
            Err(problem) => Outcome::Never(Trouble::new("outbox-corrupt", problem.code())),
        };
        self.note_outcome(holder, message, outcome).await
    }

    /// Notes what became of a message; whether it was sent.
    async fn note_outcome(&self, holder: &str, message: Outgoing, outcome: Outcome) -> Result<bool, Problem> {
        let now = self.now();
        let (j, id, holder) = (message.jurisdiction, message.id, holder.to_owned());
        let store = self.store();
        let (trouble, next) = match outcome {
            Outcome::Sent => {
                store.outbox_sent(j, id, holder, now).await?;
                return Ok(true);
            }
            Outcome::HandedOn => {
                store.outbox_sent(j, id, holder, now).await?;
                return Ok(false);
            }
            Outcome::Wait(trouble, until) => {
                store
                    .outbox_put_off(j, id, holder, trouble.to_string(), until)
                    .await?;
                return Ok(false);
            }
            Outcome::Failed(trouble) => (trouble, backoff::next(message.attempts, now)),
            Outcome::Never(trouble) => (trouble, None),
        };
        tracing::warn!(jurisdiction = j, message = id, %trouble, "a message was not sent");
        store
            .outbox_failed(j, id, holder, trouble.to_string(), next)
            .await?;
        Ok(false)
    }
}
