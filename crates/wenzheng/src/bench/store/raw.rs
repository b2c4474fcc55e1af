//! The other side: plain connections that run what was recorded, and nothing else.

use super::Courses;
use crate::bench::Fault;
use crate::bench::database::Place;
use crate::bench::stopwatch::Stopwatch;
use store::Commit;
use store::raw::{Plain, Statements};
use tokio::task::JoinSet;

/// PostgreSQL commits side by side, on as many connections as the store's commits take; SQLite has one writer.
const POSTGRES: u32 = 2;

/// A connection that records and those that run.
pub(crate) struct Raw {
    recorder: Plain,
    runners: Vec<Plain>,
}

impl Raw {
    pub(crate) async fn open(place: &Place, clients: u32) -> Result<Self, Fault> {
        let count = match place {
            Place::Folder(_) => 1,
            Place::Cluster(_) => clients.min(POSTGRES),
        };
        let mut runners = vec![];
        for _ in 0..count {
            runners.push(Plain::open(&place.url("plain")).await?);
        }
        Ok(Self {
            recorder: Plain::open(&place.url("recorded")).await?,
            runners,
        })
    }

    /// Records the work in transactions of a size, then runs it; seconds of the run alone.
    pub(crate) async fn turn(&mut self, work: Courses, size: usize) -> Result<f64, Fault> {
        let lanes = self.runners.len();
        let mut ready: Vec<Vec<Statements>> = (0..lanes).map(|_| vec![]).collect();
        let mut shares: Vec<Courses> = (0..lanes).map(|_| vec![]).collect();
        for (course, to) in work.into_iter().zip((0..lanes).cycle()) {
            if let Some(share) = shares.get_mut(to) {
                share.push(course);
            }
        }
        for (share, ready) in shares.iter().zip(&mut ready) {
            for group in interleaved(share, size).chunks(size) {
                ready.push(self.recorder.record(group).await?);
            }
        }
        let mut tasks = JoinSet::new();
        let watch = Stopwatch::start();
        for (mut runner, ready) in self.runners.drain(..).zip(ready) {
            tasks.spawn(async move {
                for statements in ready {
                    runner.run(statements).await?;
                }
                Ok::<_, store::StoreError>(runner)
            });
        }
        while let Some(done) = tasks.join_next().await {
            self.runners.push(done??);
        }
        Ok(watch.seconds())
    }

    pub(crate) async fn close(self) -> Result<(), Fault> {
        self.recorder.close().await?;
        for runner in self.runners {
            runner.close().await?;
        }
        Ok(())
    }
}

/// As clients send them: the first acts of some cases, then their second, and so on.
fn interleaved(work: &Courses, size: usize) -> Vec<&Commit> {
    let mut order = vec![];
    for some in work.chunks(size.max(1)) {
        let acts = some.iter().map(Vec::len).max().unwrap_or(0);
        for act in 0..acts {
            order.extend(some.iter().filter_map(|course| course.get(act)));
        }
    }
    order
}
