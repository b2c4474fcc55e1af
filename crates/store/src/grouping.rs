//! Commits to PostgreSQL that wait at the same time share a transaction: its round trips and its flush are made once for
//! all of them. What fails leaves nothing and takes no neighbour with it.

use crate::append::{AppendAll, Fates, Spoilt};
use crate::{Commit, CommitError, Committed, StoreError};
use sqlx::PgPool;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use tokio::sync::{Mutex, mpsc, oneshot};

/// How much may wait before callers wait to hand over more.
const WAITING: usize = 1024;

/// How much goes into one transaction at most.
const GROUP: usize = 64;

/// Transactions under way at once: while one is flushed, the next is written.
const LANES: usize = 2;

/// A commit with who waits for its fate.
type Waiting = (Box<Commit>, oneshot::Sender<Result<Committed, CommitError>>);

/// Hands commits to the lanes.
#[derive(Debug, Clone)]
pub(crate) struct Grouping {
    queue: mpsc::Sender<Waiting>,
    transactions: Arc<AtomicU64>,
}

impl Grouping {
    pub(crate) fn start(pool: &PgPool) -> Self {
        let (queue, waiting) = mpsc::channel(WAITING);
        let waiting = Arc::new(Mutex::new(waiting));
        let transactions = Arc::<AtomicU64>::default();
        for _ in 0..LANES {
            tokio::spawn(serve(pool.clone(), waiting.clone(), transactions.clone()));
        }
        Self { queue, transactions }
    }

    /// How many transactions it has tried to flush.
    pub(crate) fn transactions(&self) -> u64 {
        self.transactions.load(Ordering::Relaxed)
    }

    pub(crate) async fn commit(&self, commit: Commit) -> Result<Committed, CommitError> {
        let (caller, answer) = oneshot::channel();
        self.queue
            .send((Box::new(commit), caller))
            .await
            .map_err(|_| stopped())?;
        answer.await.map_err(|_| stopped())?
    }
}

fn stopped() -> StoreError {
    StoreError::Unavailable("the store was closed".to_owned())
}

/// Takes what waits, and stores it, until nobody can hand over any more.
async fn serve(pool: PgPool, waiting: Arc<Mutex<mpsc::Receiver<Waiting>>>, transactions: Arc<AtomicU64>) {
    loop {
        let mut group = vec![];
        if waiting.lock().await.recv_many(&mut group, GROUP).await == 0 {
            return;
        }
        let (commits, callers): (Vec<Box<Commit>>, Vec<_>) = group.into_iter().unzip();
        let commits: Vec<&Commit> = commits.iter().map(|commit| &**commit).collect();
        transactions.fetch_add(1, Ordering::Relaxed);
        let fates = match together(&pool, &commits).await {
            Err(error) if commits.len() > 1 && (!error.passes() || matches!(error, StoreError::Deadlock)) => {
                tracing::warn!(%error, "a group of commits is made one by one");
                one_by_one(&pool, &commits).await
            }
            Err(error) => commits.iter().map(|_| Err(again(&error).into())).collect(),
            Ok(fates) => fates,
        };
        for (caller, fate) in callers.into_iter().zip(fates) {
            // A caller that went away needs no answer.
            let _ = caller.send(fate);
        }
    }
}

/// The same error for another commit.
fn again(error: &StoreError) -> StoreError {
    match error {
        StoreError::Full => StoreError::Full,
        StoreError::Corrupt(why) => StoreError::Corrupt(why.clone()),
        StoreError::Statement(why) => StoreError::Statement(why.clone()),
        other => StoreError::Unavailable(other.to_string()),
    }
}

/// All in one transaction; again where another process wrote the same between looking and writing.
async fn together(pool: &PgPool, commits: &[&Commit]) -> Result<Fates, StoreError> {
    loop {
        let mut transaction = pool.begin().await?;
        match transaction.append(commits).await {
            Ok(fates) => {
                transaction.commit().await?;
                return Ok(fates);
            }
            Err(Spoilt::Raced) => transaction.rollback().await?,
            // The other one goes on meanwhile; a group is taken apart first.
            Err(Spoilt::Store(StoreError::Deadlock)) if commits.len() == 1 => transaction.rollback().await?,
            Err(Spoilt::Store(error)) => return Err(error),
        }
    }
}

/// Each in a transaction of its own, so that the one at fault stands alone.
async fn one_by_one(pool: &PgPool, commits: &[&Commit]) -> Fates {
    let mut fates = Fates::with_capacity(commits.len());
    for commit in commits {
        let fate = together(pool, &[commit]).await;
        let lost = || Err(StoreError::Corrupt("a commit without a fate".to_owned()).into());
        fates.push(fate.map_or_else(
            |error| Err(error.into()),
            |mut fates| fates.pop().unwrap_or_else(lost),
        ));
    }
    fates
}
