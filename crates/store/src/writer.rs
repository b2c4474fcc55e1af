//! The writer of SQLite: takes the work that waits, puts it into one transaction, and answers all of it after one
//! flush. What fails leaves nothing and takes no neighbour with it.

use crate::append::{AppendAll, Fates, Spoilt};
use crate::lite::{Access, Lite, at_once};
use crate::sql::{Run, query};
use crate::{Commit, CommitError, Committed, StoreError};
use std::path::{Path, PathBuf};
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use tokio::sync::{mpsc, oneshot};

/// Work in progress on the writing connection.
pub(crate) type Work<'c, T> = Pin<Box<dyn Future<Output = T> + Send + 'c>>;

/// How much may wait before callers wait to hand over more.
const WAITING: usize = 1024;

/// How much goes into one transaction at most.
const GROUP: usize = 256;

/// A piece of work whose type is forgotten.
trait Piece: Send {
    /// Runs the work; whether its writes are to stay.
    fn run<'c>(&'c mut self, connection: &'c mut Lite) -> Work<'c, bool>;
    /// Answers the caller: with the outcome, or with what kept it from being stored.
    fn answer(self: Box<Self>, fate: Result<(), StoreError>);
}

struct Typed<T, E, F> {
    work: Option<F>,
    outcome: Option<Result<T, E>>,
    caller: oneshot::Sender<Result<T, E>>,
}

impl<T, E, F> Piece for Typed<T, E, F>
where
    T: Send,
    E: From<StoreError> + Send,
    F: for<'c> FnOnce(&'c mut Lite) -> Work<'c, Result<T, E>> + Send,
{
    fn run<'c>(&'c mut self, connection: &'c mut Lite) -> Work<'c, bool> {
        Box::pin(async move {
            if let Some(work) = self.work.take() {
                self.outcome = Some(work(connection).await);
            }
            matches!(self.outcome, Some(Ok(_)))
        })
    }

    fn answer(self: Box<Self>, fate: Result<(), StoreError>) {
        let answer = match (fate, self.outcome) {
            (Ok(()), Some(outcome)) => outcome,
            (Ok(()), None) => Err(stopped().into()),
            (Err(error), _) => Err(error.into()),
        };
        // A caller that went away needs no answer.
        let _ = self.caller.send(answer);
    }
}

type Answer = oneshot::Sender<Result<Committed, CommitError>>;

enum Message {
    Piece(Box<dyn Piece>),
    Commit(Box<Commit>, Answer),
    Stop(oneshot::Sender<()>),
}

/// Hands work to the writer.
#[derive(Debug, Clone)]
pub(crate) struct Writer {
    queue: mpsc::Sender<Message>,
    transactions: Arc<AtomicU64>,
}

impl Writer {
    /// Begins on a thread of its own, which ends when nobody can hand it work any more.
    pub(crate) fn start(path: PathBuf, connection: Lite) -> Result<Self, StoreError> {
        let (queue, waiting) = mpsc::channel(WAITING);
        let transactions = Arc::<AtomicU64>::default();
        let counter = transactions.clone();
        std::thread::Builder::new()
            .name("writer".to_owned())
            .spawn(move || serve(&path, connection, waiting, &counter))
            .map_err(|error| StoreError::Unavailable(error.to_string()))?;
        Ok(Self { queue, transactions })
    }

    /// How many transactions it has tried to flush.
    pub(crate) fn transactions(&self) -> u64 {
        self.transactions.load(Ordering::Relaxed)
    }

    pub(crate) async fn run<T, E, F>(&self, work: F) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
        F: for<'c> FnOnce(&'c mut Lite) -> Work<'c, Result<T, E>> + Send + 'static,
    {
        let (caller, answer) = oneshot::channel();
        let piece = Typed {
            work: Some(work),
            outcome: None,
            caller,
        };
        self.queue
            .send(Message::Piece(Box::new(piece)))
            .await
            .map_err(|_| stopped())?;
        answer.await.map_err(|_| stopped())?
    }

    pub(crate) async fn commit(&self, commit: Commit) -> Result<Committed, CommitError> {
        let (caller, answer) = oneshot::channel();
        self.queue
            .send(Message::Commit(Box::new(commit), caller))
            .await
            .map_err(|_| stopped())?;
        answer.await.map_err(|_| stopped())?
    }

    pub(crate) async fn stop(&self) {
        let (done, stopped) = oneshot::channel();
        if self.queue.send(Message::Stop(done)).await.is_ok() {
            let _ = stopped.await;
        }
    }
}

fn stopped() -> StoreError {
    StoreError::Unavailable("the writer has stopped".to_owned())
}

fn serve(path: &Path, mut connection: Lite, mut waiting: mpsc::Receiver<Message>, transactions: &AtomicU64) {
    while let Some(first) = waiting.blocking_recv() {
        let mut group = Group::default();
        let stop = group.gather(&mut waiting, first);
        let stored = at_once(group.store(&mut connection));
        transactions.fetch_add(1, Ordering::Relaxed);
        if let Err(error) = &stored {
            tracing::warn!(%error, "a group of writes was not stored");
            // Whatever failed, the next group finds a connection without a transaction.
            let _: Result<_, StoreError> = at_once(query("ROLLBACK").execute(&mut connection));
            if !matches!(error, StoreError::Full)
                && let Ok(fresh) = Lite::open(path, Access::Write)
            {
                connection = fresh;
            }
        }
        group.answer(stored);
        if let Some(done) = stop {
            waiting.close();
            let _ = connection.close();
            let _ = done.send(());
            return;
        }
    }
}

/// What goes into one transaction.
#[derive(Default)]
struct Group {
    pieces: Vec<Box<dyn Piece>>,
    commits: Vec<(Box<Commit>, Answer)>,
}

impl Group {
    /// Takes what waits, up to a limit; gives the one to tell when the writer is to stop.
    fn gather(
        &mut self,
        waiting: &mut mpsc::Receiver<Message>,
        first: Message,
    ) -> Option<oneshot::Sender<()>> {
        let mut next = Some(first);
        while let Some(message) = next {
            match message {
                Message::Stop(done) => return Some(done),
                Message::Piece(piece) => self.pieces.push(piece),
                Message::Commit(commit, answer) => self.commits.push((commit, answer)),
            }
            let full = self.pieces.len() + self.commits.len() >= GROUP;
            next = if full { None } else { waiting.try_recv().ok() };
        }
        None
    }

    /// Writes and flushes all of it; the fates of the commits.
    async fn store(&mut self, c: &mut Lite) -> Result<Fates, StoreError> {
        if self.pieces.is_empty() && self.commits.is_empty() {
            return Ok(vec![]);
        }
        query("BEGIN IMMEDIATE").execute(&mut *c).await?;
        if !self.pieces.is_empty() {
            query("SAVEPOINT work").execute(&mut *c).await?;
        }
        for piece in &mut self.pieces {
            // The savepoint of a piece that failed serves the next one; that of one that went well is renewed.
            let next = if piece.run(c).await {
                "RELEASE work; SAVEPOINT work"
            } else {
                "ROLLBACK TO work"
            };
            // Where the engine had to give up the whole transaction, as on a full disk, this fails too.
            c.batch(next.to_owned()).await?;
        }
        let commits: Vec<&Commit> = self.commits.iter().map(|(commit, _)| &**commit).collect();
        let fates = match together(c, &commits).await? {
            Some(fates) => fates,
            None => one_by_one(c, &commits).await?,
        };
        query("COMMIT").execute(&mut *c).await?;
        Ok(fates)
    }

    fn answer(self, stored: Result<Fates, StoreError>) {
        let (fates, failure) = match stored {
            Ok(fates) => (fates, None),
            Err(error) => (vec![], Some(error)),
        };
        let failed = |error: &StoreError| match error {
            StoreError::Full => StoreError::Full,
            other => StoreError::Unavailable(other.to_string()),
        };
        for piece in self.pieces {
            piece.answer(failure.as_ref().map_or(Ok(()), |error| Err(failed(error))));
        }
        let mut fates = fates.into_iter();
        for (_, caller) in self.commits {
            let lost = || Err(failure.as_ref().map_or_else(stopped, failed).into());
            // A caller that went away needs no answer.
            let _ = caller.send(fates.next().unwrap_or_else(lost));
        }
    }
}

/// Appends all commits with few statements; `None`, and nothing written, where one of them breaks a rule of the
/// database.
async fn together(c: &mut Lite, commits: &[&Commit]) -> Result<Option<Fates>, StoreError> {
    if commits.is_empty() {
        return Ok(Some(vec![]));
    }
    query("SAVEPOINT work").execute(&mut *c).await?;
    match c.append(commits).await {
        Ok(fates) => Ok(Some(fates)),
        Err(Spoilt::Store(error)) if error.passes() => Err(error),
        Err(_) => {
            c.batch("ROLLBACK TO work; RELEASE work".to_owned()).await?;
            Ok(None)
        }
    }
}

/// Appends each commit under a savepoint of its own, so that the one at fault stands alone.
async fn one_by_one(c: &mut Lite, commits: &[&Commit]) -> Result<Fates, StoreError> {
    let mut fates = Fates::with_capacity(commits.len());
    for commit in commits {
        query("SAVEPOINT work").execute(&mut *c).await?;
        let fate = match c.append(&[commit]).await {
            Ok(mut fates) => fates.pop().unwrap_or_else(|| Err(stopped().into())),
            Err(Spoilt::Store(error)) if error.passes() => return Err(error),
            Err(Spoilt::Store(error)) => Err(error.into()),
            Err(Spoilt::Raced) => Err(StoreError::Unavailable("another process wrote".to_owned()).into()),
        };
        let end = if fate.is_ok() {
            "RELEASE work"
        } else {
            "ROLLBACK TO work; RELEASE work"
        };
        c.batch(end.to_owned()).await?;
        fates.push(fate);
    }
    Ok(fates)
}
