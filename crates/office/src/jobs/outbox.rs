//! The outbox: what was committed leaves, at least once and harmless twice. Each message is leased to one process at
//! a time; what cannot leave says why and stays where it can be seen.

mod backoff;
mod code;
mod fill;
mod link;
mod outcome;
mod people;
mod prepare;
mod reach;
mod undelivered;

pub use outcome::Trouble;
pub(crate) use prepare::outer_id;
pub use undelivered::Undelivered;

use crate::load::Loaded;
use crate::senders::{NotSent, Senders};
use crate::{Office, Problem};
use calendar::Instant;
use outcome::Outcome;
use prepare::Ready;
use std::collections::BTreeMap;
use store::{Fate, Noted, Outgoing};
use tokio::task::JoinSet;

/// Messages claimed in one go; their cases' messages are sent side by side.
const AT_ONCE: u32 = 64;
/// A process that is not heard of again loses its messages after ten minutes.
const LEASE_MS: i64 = 10 * 60_000;
/// With less than this left of the lease nothing more is sent under it: a sender may take as long.
const LAST_MS: i64 = 60_000;

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
            sent += self.send_claimed(senders, &holder, until, claimed).await?;
        }
    }

    /// Messages of one case go one after the other, as they were told; cases side by side.
    async fn send_claimed(
        &self,
        senders: &Senders,
        holder: &str,
        until: Instant,
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
            tasks.spawn(async move { office.send_of_case(&senders, &holder, until, messages).await });
        }
        let (mut sent, mut notes) = (0, vec![]);
        let mut failed = None;
        while let Some(done) = tasks.join_next().await {
            match done {
                Ok((count, mut noted, problem)) => {
                    sent += count;
                    notes.append(&mut noted);
                    failed = problem.or(failed);
                }
                // The lease brings its messages back.
                Err(error) => tracing::error!(%error, "sending messages broke off"),
            }
        }
        if !notes.is_empty() {
            self.store()
                .note_outbox(holder.to_owned(), self.now(), notes)
                .await?;
        }
        failed.map_or(Ok(sent), Err)
    }

    /// Sends the messages of one case. What was sent is noted at once, so that a crash repeats little; what else became of
    /// messages is given back, to be noted together. Ends early where the database fails.
    async fn send_of_case(
        &self,
        senders: &Senders,
        holder: &str,
        until: Instant,
        messages: Vec<Outgoing>,
    ) -> (u64, Vec<Noted>, Option<Problem>) {
        let (mut sent, mut notes) = (0, vec![]);
        let mut looked = None;
        for message in messages {
            if self.now() > until.plus_ms(-LAST_MS) {
                break;
            }
            let fate = match self.send_one(senders, &mut looked, &message).await {
                Ok(outcome) => self.fate(&message, outcome),
                Err(problem) => return (sent, notes, Some(problem)),
            };
            let is_sent = fate == Fate::Sent;
            let note = Noted {
                jurisdiction: message.jurisdiction,
                id: message.id,
                fate,
            };
            if !is_sent {
                notes.push(note);
                continue;
            }
            let noting = self
                .store()
                .note_outbox(holder.to_owned(), self.now(), vec![note]);
            if let Err(problem) = noting.await {
                return (sent, notes, Some(problem.into()));
            }
            sent += 1;
        }
        (sent, notes, None)
    }

    async fn send_one(
        &self,
        senders: &Senders,
        looked: &mut Option<Loaded>,
        message: &Outgoing,
    ) -> Result<Outcome, Problem> {
        Ok(match self.prepare_message(senders, looked, message).await {
            Ok(Ready::Letter(sender, channel, letter)) => match sender.send(channel, &letter).await {
                Ok(()) => Outcome::Sent,
                Err(NotSent::Refused(why)) => Outcome::Never(Trouble::said("outbox-refused", &why, &letter)),
                Err(NotSent::Later(why)) => Outcome::Failed(Trouble::said("outbox-failed", &why, &letter)),
            },
            Ok(Ready::Not(outcome)) => outcome,
            // The database is away, not the message at fault: the lease brings it back.
            Err(problem) if problem.passes() => return Err(problem),
            Err(problem) => Outcome::Never(Trouble::new("outbox-corrupt", problem.code())),
        })
    }

    /// What is noted of a message.
    fn fate(&self, message: &Outgoing, outcome: Outcome) -> Fate {
        let (trouble, next_at) = match outcome {
            Outcome::Sent => return Fate::Sent,
            Outcome::HandedOn(messages) => return Fate::Became(messages),
            Outcome::Wait(trouble, next_at) => {
                let why = trouble.to_string();
                return Fate::PutOff { why, next_at };
            }
            Outcome::Failed(trouble) => {
                let next = backoff::next(message.attempts, self.now());
                (trouble, next)
            }
            Outcome::Never(trouble) => (trouble, None),
        };
        let (jurisdiction, id) = (&message.jurisdiction, &message.id);
        tracing::warn!(jurisdiction, message = id, %trouble, "a message was not sent");
        let why = trouble.to_string();
        Fate::Failed { why, next_at }
    }
}
