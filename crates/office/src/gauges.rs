//! What an operator watches: how far timers and messages lag behind, and how long commits take. Nothing personal is in it.

use crate::{Office, Problem};
use std::sync::atomic::{AtomicU64, Ordering};
use store::{Commit, CommitError, Committed};

/// Upper bounds of the classes of commit times, in milliseconds.
pub const COMMIT_BOUNDS: [u64; 8] = [1, 5, 10, 25, 100, 250, 1_000, 5_000];

/// Counted since the start of the process.
#[derive(Debug, Default)]
pub(crate) struct Gauges {
    /// Commits by class; the last one is for what took longer than every bound.
    commits: [AtomicU64; COMMIT_BOUNDS.len() + 1],
    /// Milliseconds of all together.
    commit_ms: AtomicU64,
}

/// How it stands now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Measured {
    /// Milliseconds for which the oldest timer has been due; 0 where none is.
    pub timer_lag_ms: u64,
    /// Milliseconds for which the oldest message has been waiting to be sent; 0 where none is due.
    pub outbox_lag_ms: u64,
    /// Messages that wait, counted up to [`Measured::COUNTED`].
    pub outbox_waiting: u64,
    /// Commits of this process up to each of [`COMMIT_BOUNDS`], and all: each number holds those before it.
    pub commits: Vec<u64>,
    /// Milliseconds that they took together.
    pub commit_ms: u64,
}

impl Measured {
    /// Messages are counted up to so many.
    pub const COUNTED: u32 = 1_000;
}

impl Office {
    /// Commits, and notes how long it took. Whatever stores an event goes this way.
    pub(crate) async fn commit(&self, commit: Commit) -> Result<Committed, CommitError> {
        let begun = self.now();
        let done = self.store().commit(commit).await;
        let took = u64::try_from(self.now().ms() - begun.ms()).unwrap_or(0);
        let class = COMMIT_BOUNDS.iter().position(|bound| took <= *bound);
        let gauges = &self.parts().gauges;
        if let Some(count) = gauges.commits.get(class.unwrap_or(COMMIT_BOUNDS.len())) {
            count.fetch_add(1, Ordering::Relaxed);
        }
        gauges.commit_ms.fetch_add(took, Ordering::Relaxed);
        done
    }

    /// What an operator watches.
    ///
    /// # Errors
    /// The store's.
    pub async fn measured(&self) -> Result<Measured, Problem> {
        let now = self.now();
        let behind = |due: calendar::Instant| u64::try_from(now.ms() - due.ms()).unwrap_or(0);
        let waiting = self.store().outbox_waiting(Measured::COUNTED).await?;
        let gauges = &self.parts().gauges;
        let mut all = 0;
        let commits = gauges.commits.iter().map(|count| {
            all += count.load(Ordering::Relaxed);
            all
        });
        Ok(Measured {
            commits: commits.collect(),
            commit_ms: gauges.commit_ms.load(Ordering::Relaxed),
            timer_lag_ms: self.store().next_timer().await?.map_or(0, behind),
            outbox_lag_ms: waiting.first().map_or(0, |message| behind(message.due)),
            outbox_waiting: waiting.len() as u64,
        })
    }
}
