//! Stores the views that wait: one event for all of a second, with the rows that the auditor reads.

use super::stored::{LOOKED, Looked, VERSION, View, rows};
use super::{PREFIX, Seen};
use crate::{Office, Problem};
use std::time::Duration;
use store::{Append, Commit, CommitError, NewEvent};
use tokio::sync::watch;

/// How often what waits is stored.
const EVERY: Duration = Duration::from_millis(500);
/// Views in one event at most.
const AT_ONCE: usize = 500;

impl Office {
    /// Stores views until told to stop, and what waits then.
    pub(crate) async fn keep_access(&self, mut stopped: watch::Receiver<bool>) {
        loop {
            // Whoever would tell it to stop going away means stop as well.
            let last = *stopped.borrow() || stopped.has_changed().is_err();
            if let Err(problem) = self.store_views().await {
                tracing::warn!(%problem, "views wait to be stored");
            }
            if last {
                return;
            }
            tokio::select! {
                _ = stopped.wait_for(|stop| *stop) => {}
                () = tokio::time::sleep(EVERY) => {}
            }
        }
    }

    /// Stores the views that wait. Those that cannot be stored wait on.
    ///
    /// # Errors
    /// The store's.
    pub async fn store_views(&self) -> Result<(), Problem> {
        let office = self.clone();
        // Whoever asks may go away, and what was taken is not to go with them.
        let stored = tokio::spawn(async move { office.store_waiting().await });
        stored
            .await
            .map_err(|error| Problem::Corrupt(error.to_string()))?
    }

    async fn store_waiting(&self) -> Result<(), Problem> {
        let mut waiting = self.parts().seen.take();
        waiting.sort_by(|a, b| a.j.cmp(&b.j));
        while let Some(first) = waiting.first() {
            let same = waiting.iter().take_while(|seen| seen.j == first.j).count();
            let rest = waiting.split_off(same.min(AT_ONCE));
            if let Err(problem) = self.store_some(&waiting).await {
                waiting.extend(rest);
                self.parts().seen.give_back(waiting);
                return Err(problem);
            }
            waiting = rest;
        }
        Ok(())
    }

    /// Stores views of one jurisdiction.
    async fn store_some(&self, seen: &[Seen]) -> Result<(), Problem> {
        let Some(j) = seen.first().map(|seen| &seen.j) else {
            return Ok(());
        };
        let key = self.office_key(j).await?;
        let view = |seen: &Seen| View {
            at: seen.at,
            person: seen.person.clone(),
            what: seen.what,
            number: seen.number.clone(),
            from: seen.from.as_ref().map(|from| self.seal(&key, "from", from)),
            times: seen.times,
        };
        let looked = Looked {
            views: seen.iter().map(view).collect(),
        };
        let bytes = serde_json::to_vec(&looked)?;
        loop {
            let now = self.now();
            let stream = format!("{PREFIX}{}", crate::directory::day_of(now));
            let expected = self.store().last_seq(j, &stream).await?;
            let mut commit = Commit::new(j.clone(), now);
            commit.changes = rows(&stream, expected + 1, &looked);
            commit.streams.push(Append {
                stream,
                expected,
                events: vec![NewEvent {
                    kind: LOOKED.to_owned(),
                    version: VERSION,
                    at: now,
                    bytes: bytes.clone(),
                }],
            });
            match self.commit(commit).await {
                Ok(_) => return Ok(()),
                // Another process stores views too.
                Err(CommitError::Conflict { .. }) => {}
                Err(error) => return Err(error.into()),
            }
        }
    }
}
