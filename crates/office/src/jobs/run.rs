//! The jobs of a running installation: recounting, timers, outbox, sweeping. They go on whatever happens to a single case or to
//! the database.

use crate::senders::Senders;
use crate::{Office, Problem};
use calendar::Instant;
use std::time::Duration;

/// Nothing waits longer than this to be noticed: other processes write too.
const MOST: Duration = Duration::from_secs(1);
/// After a failure the wait doubles up to half a minute.
const MOST_AFTER_FAILURE: Duration = Duration::from_secs(30);
/// What is over is swept away every ten minutes.
const SWEEP_MS: i64 = 10 * 60_000;
/// Counted attempts are kept for a day.
const ATTEMPTS_MS: i64 = 24 * 3_600_000;
/// Rounds are looked at every half minute: they are missed by the minute.
const ROUNDS_MS: i64 = 30_000;
/// A new master key is noticed within half a minute.
const REWRAP_MS: i64 = 30_000;
/// Messages that were sent are kept for thirty days.
const SENT_MS: i64 = 30 * 24 * 3_600_000;

/// The log takes in what is new every five seconds; a minute was promised.
const LOG: Duration = Duration::from_secs(5);

/// When was last done what is not done at every turn.
#[derive(Debug, Default)]
struct Last {
    swept: Option<Instant>,
    rounds: Option<Instant>,
    rewrapped: Option<Instant>,
}

impl Office {
    /// Runs timers, outbox and sweeping until `shutdown` completes. What was begun is ended first, so that nothing is
    /// sent twice because of a restart.
    pub async fn run_jobs(&self, senders: &Senders, shutdown: impl Future<Output = ()>) {
        let mut shutdown = std::pin::pin!(shutdown);
        // Asking other sites takes its time, and holds nothing up.
        let office = self.clone();
        let asking = tokio::spawn(async move { office.keep_asking_sources().await });
        // What was promised to citizens waits for no mail server.
        let (stop, stopped) = tokio::sync::watch::channel(false);
        let office = self.clone();
        let logging = tokio::spawn({
            let stopped = stopped.clone();
            async move { office.keep_log(stopped).await }
        });
        let office = self.clone();
        let noting = tokio::spawn(async move { office.keep_access(stopped).await });
        let mut last = Last::default();
        let mut failures: u32 = 0;
        loop {
            let wait = match self.run_due(senders, &mut last).await {
                Ok(next) => {
                    if failures > 0 {
                        tracing::info!("jobs go on");
                    }
                    failures = 0;
                    next
                }
                Err(problem) => {
                    tracing::warn!(%problem, "jobs failed and will be tried again");
                    failures = failures.saturating_add(1);
                    MOST.saturating_mul(1 << failures.min(5)).min(MOST_AFTER_FAILURE)
                }
            };
            tokio::select! {
                () = &mut shutdown => {
                    asking.abort();
                    // The log ends its turn, so that its lease is free.
                    let _ = stop.send(true);
                    let _ = logging.await;
                    let _ = noting.await;
                    return;
                }
                () = tokio::time::sleep(wait) => {}
            }
        }
    }

    /// Takes events into the log until told to stop.
    async fn keep_log(&self, mut stopped: tokio::sync::watch::Receiver<bool>) {
        loop {
            if let Err(problem) = self.run_log().await {
                tracing::warn!(%problem, "the log takes in nothing and will be tried again");
            }
            tokio::select! {
                _ = stopped.wait_for(|stop| *stop) => return,
                () = tokio::time::sleep(LOG) => {}
            }
        }
    }

    /// Does what is due; how long until the next thing is. One job's failure does not hold up the others.
    async fn run_due(&self, senders: &Senders, last: &mut Last) -> Result<Duration, Problem> {
        // Before the timers: a lapse by the old table may be none by the new one.
        let recounts = self.run_recounts().await;
        let timers = self.run_timers().await;
        let outbox = self.run_outbox(senders).await;
        let sweeping = self.sweep_if_due(&mut last.swept).await;
        let rounds = self.rounds_if_due(&mut last.rounds).await;
        let keys = self.rewrap_if_due(&mut last.rewrapped).await;
        recounts?;
        timers.and(outbox)?;
        sweeping?;
        rounds?;
        keys?;
        let now = self.now();
        let timer = self.store().next_timer().await?;
        let message = self.store().outbox_waiting(1).await?;
        let message = message.first().and_then(|m| m.next_at);
        let next = timer.into_iter().chain(message).min();
        let ms = next.map_or(i64::MAX, |at| at.ms().saturating_sub(now.ms()));
        // A timer that cannot fire (a case that cannot be read) must not make the loop spin.
        let ms = u64::try_from(ms.max(50)).unwrap_or(50);
        Ok(Duration::from_millis(ms).min(MOST))
    }

    async fn rounds_if_due(&self, looked: &mut Option<Instant>) -> Result<(), Problem> {
        let now = self.now();
        if !looked.is_some_and(|last| now.ms() - last.ms() < ROUNDS_MS) {
            self.run_rounds().await?;
            *looked = Some(now);
        }
        Ok(())
    }

    async fn rewrap_if_due(&self, looked: &mut Option<Instant>) -> Result<(), Problem> {
        let now = self.now();
        if !looked.is_some_and(|last| now.ms() - last.ms() < REWRAP_MS) {
            self.run_rewrap().await?;
            *looked = Some(now);
        }
        Ok(())
    }

    async fn sweep_if_due(&self, swept: &mut Option<Instant>) -> Result<(), Problem> {
        let now = self.now();
        if swept.is_some_and(|last| now.ms() - last.ms() < SWEEP_MS) {
            return Ok(());
        }
        self.store()
            .sweep(now, now.plus_ms(-ATTEMPTS_MS), now.plus_ms(-SENT_MS))
            .await?;
        *swept = Some(now);
        Ok(())
    }
}
