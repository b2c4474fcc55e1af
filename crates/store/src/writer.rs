//! The writer of SQLite: takes the work that waits, runs each piece under a savepoint of its own, and answers all of
//! them after one flush. A piece that fails leaves nothing and takes no neighbour with it.

use crate::StoreError;
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions, Connection, SqliteConnection};
use std::pin::Pin;
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
    fn run<'c>(&'c mut self, connection: &'c mut SqliteConnection) -> Work<'c, bool>;
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
    F: for<'c> FnOnce(&'c mut SqliteConnection) -> Work<'c, Result<T, E>> + Send,
{
    fn run<'c>(&'c mut self, connection: &'c mut SqliteConnection) -> Work<'c, bool> {
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

enum Message {
    Piece(Box<dyn Piece>),
    Stop(oneshot::Sender<()>),
}

/// Hands work to the writer.
#[derive(Debug, Clone)]
pub(crate) struct Writer {
    queue: mpsc::Sender<Message>,
}

impl Writer {
    pub(crate) fn start(options: SqliteConnectOptions, connection: SqliteConnection) -> Self {
        let (queue, waiting) = mpsc::channel(WAITING);
        tokio::spawn(serve(options, connection, waiting));
        Self { queue }
    }

    pub(crate) async fn run<T, E, F>(&self, work: F) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
        F: for<'c> FnOnce(&'c mut SqliteConnection) -> Work<'c, Result<T, E>> + Send + 'static,
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

async fn serve(
    options: SqliteConnectOptions,
    mut connection: SqliteConnection,
    mut waiting: mpsc::Receiver<Message>,
) {
    while let Some(first) = waiting.recv().await {
        let mut group = Group::default();
        let stop = group.fill(&mut connection, &mut waiting, first).await;
        let fate = group.end(&mut connection).await;
        if let Err(error) = &fate {
            tracing::warn!(%error, pieces = group.pieces.len(), "a group of writes was not stored");
            if !matches!(error, StoreError::Full)
                && let Ok(fresh) = options.connect().await
            {
                connection = fresh;
            }
        }
        group.answer(fate);
        if let Some(done) = stop {
            waiting.close();
            let _ = connection.close().await;
            let _ = done.send(());
            return;
        }
    }
}

/// The pieces of one transaction.
#[derive(Default)]
struct Group {
    pieces: Vec<Box<dyn Piece>>,
    failed: Option<StoreError>,
    begun: bool,
}

impl Group {
    /// Runs what waits, up to a limit; gives the one to tell when the writer is to stop.
    async fn fill(
        &mut self,
        connection: &mut SqliteConnection,
        waiting: &mut mpsc::Receiver<Message>,
        first: Message,
    ) -> Option<oneshot::Sender<()>> {
        let mut next = Some(first);
        while let Some(message) = next {
            match message {
                Message::Stop(done) => return Some(done),
                Message::Piece(piece) => self.add(connection, piece).await,
            }
            next = if self.pieces.len() < GROUP {
                waiting.try_recv().ok()
            } else {
                None
            };
        }
        None
    }

    async fn add(&mut self, connection: &mut SqliteConnection, mut piece: Box<dyn Piece>) {
        if self.failed.is_none() {
            self.failed = self
                .try_add(connection, &mut piece)
                .await
                .err()
                .map(StoreError::from);
        }
        self.pieces.push(piece);
    }

    async fn try_add(
        &mut self,
        connection: &mut SqliteConnection,
        piece: &mut Box<dyn Piece>,
    ) -> Result<(), sqlx::Error> {
        if !self.begun {
            self.begun = true;
            sqlx::query("BEGIN IMMEDIATE; SAVEPOINT piece")
                .execute(&mut *connection)
                .await?;
        }
        // The savepoint of a piece that failed serves the next one; that of one that went well is renewed.
        let next = if piece.run(connection).await {
            "RELEASE piece; SAVEPOINT piece"
        } else {
            "ROLLBACK TO piece"
        };
        // Where the engine had to give up the whole transaction, as on a full disk, the savepoint is gone.
        sqlx::query(next).execute(&mut *connection).await?;
        Ok(())
    }

    /// Flushes. Whatever fails, the connection is left without a transaction.
    async fn end(&mut self, connection: &mut SqliteConnection) -> Result<(), StoreError> {
        if !self.begun {
            return self.failed.take().map_or(Ok(()), Err);
        }
        let ended = match self.failed.take() {
            Some(error) => Err(error),
            None => sqlx::query("COMMIT")
                .execute(&mut *connection)
                .await
                .map(|_| ())
                .map_err(StoreError::from),
        };
        if ended.is_err() {
            let _ = sqlx::query("ROLLBACK").execute(&mut *connection).await;
        }
        ended
    }

    fn answer(self, fate: Result<(), StoreError>) {
        for piece in self.pieces {
            piece.answer(match &fate {
                Ok(()) => Ok(()),
                Err(StoreError::Full) => Err(StoreError::Full),
                Err(error) => Err(StoreError::Unavailable(error.to_string())),
            });
        }
    }
}
