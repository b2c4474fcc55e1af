//! SQLite: a pool of readers and one writer that puts many units of work into one transaction.

use crate::migrate::{Migrate, SQLITE, newest};
use crate::writer::{Work, Writer};
use crate::{Commit, CommitError, Committed, Setting, StoreError};
use sqlx::pool::PoolConnection;
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{ConnectOptions, Connection, SqliteConnection, SqlitePool};
use std::str::FromStr;
use std::time::Duration;

/// Reading connections of one process.
const READERS: u32 = 4;

/// How long a connection waits for another process to finish writing.
const BUSY: Duration = Duration::from_secs(10);

#[derive(Debug, Clone)]
pub(crate) struct Sqlite {
    readers: SqlitePool,
    writer: Writer,
}

impl Sqlite {
    pub(crate) async fn open(url: &str) -> Result<Self, StoreError> {
        let (common, writing) = (common(url)?, writing(url)?);
        let mut connection = writing.connect().await?;
        migrate(&mut connection).await?;
        let readers = SqlitePoolOptions::new()
            .max_connections(READERS)
            .test_before_acquire(false)
            .connect_with(common.read_only(true))
            .await?;
        Ok(Self {
            readers,
            writer: Writer::start(writing, connection),
        })
    }

    pub(crate) async fn reader(&self) -> Result<PoolConnection<sqlx::Sqlite>, StoreError> {
        Ok(self.readers.acquire().await?)
    }

    /// Has the writer run the work; answers after the transaction it was part of is flushed.
    pub(crate) async fn write<T, E, F>(&self, work: F) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
        F: for<'c> FnOnce(&'c mut SqliteConnection) -> Work<'c, Result<T, E>> + Send + 'static,
    {
        self.writer.run(work).await
    }

    /// Has the writer store a unit of work beside what else waits.
    pub(crate) async fn commit(&self, commit: Commit) -> Result<Committed, CommitError> {
        self.writer.commit(commit).await
    }

    pub(crate) fn transactions(&self) -> u64 {
        self.writer.transactions()
    }

    pub(crate) async fn settings(&self) -> Result<Vec<Setting>, StoreError> {
        self.write(|c| Box::pin(settings(c))).await
    }

    pub(crate) async fn close(&self) {
        // Whoever closes last moves what is in the log of writes into the database; readers could not.
        self.readers.close().await;
        self.writer.stop().await;
    }
}

/// What all connections have.
fn common(url: &str) -> Result<SqliteConnectOptions, StoreError> {
    Ok(SqliteConnectOptions::from_str(url)?
        .busy_timeout(BUSY)
        .foreign_keys(true)
        .statement_cache_capacity(512)
        .pragma("cache_size", "-2000")
        .pragma("temp_store", "memory"))
}

/// What the writing connection has besides.
pub(crate) fn writing(url: &str) -> Result<SqliteConnectOptions, StoreError> {
    Ok(common(url)?
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .pragma("cache_size", "-16000")
        .pragma("journal_size_limit", "67108864")
        // A destroyed key must not linger in the page that held it.
        .pragma("secure_delete", "fast"))
}

async fn settings(c: &mut SqliteConnection) -> Result<Vec<Setting>, StoreError> {
    let (journal_mode,): (String,) = sqlx::query_as("PRAGMA journal_mode").fetch_one(&mut *c).await?;
    let (synchronous,): (i64,) = sqlx::query_as("PRAGMA synchronous").fetch_one(&mut *c).await?;
    let (foreign_keys,): (i64,) = sqlx::query_as("PRAGMA foreign_keys").fetch_one(&mut *c).await?;
    let (busy_timeout,): (i64,) = sqlx::query_as("PRAGMA busy_timeout").fetch_one(&mut *c).await?;
    let synchronous = match synchronous {
        0 => "off".to_owned(),
        1 => "normal".to_owned(),
        2 => "full".to_owned(),
        other => other.to_string(),
    };
    let setting = |name, value| Setting { name, value };
    Ok(vec![
        setting("journal_mode", journal_mode),
        setting("synchronous", synchronous),
        setting(
            "foreign_keys",
            if foreign_keys == 1 {
                "on".to_owned()
            } else {
                "off".to_owned()
            },
        ),
        setting("busy_timeout", busy_timeout.to_string()),
    ])
}

/// `BEGIN IMMEDIATE` is the lock: a second process waits here until the first has migrated.
async fn migrate(connection: &mut SqliteConnection) -> Result<(), StoreError> {
    let mut transaction = connection.begin_with("BEGIN IMMEDIATE").await?;
    transaction.migrate(&SQLITE, newest()).await?;
    Ok(transaction.commit().await?)
}
