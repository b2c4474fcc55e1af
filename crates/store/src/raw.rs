//! For benchmarks: the statements that units of work make, with their values ready, on plain connections. What the
//! store costs beyond them is measured against these.

use crate::append::{AppendAll, Spoilt};
use crate::macros::Engine;
use crate::{Commit, Store, StoreError, postgres, sqlite};
use futures_core::future::BoxFuture;
use futures_core::stream::BoxStream;
use sqlx::{ConnectOptions, Connection, Either, Execute, Executor, PgConnection, SqlStr, SqliteConnection};
use sqlx::{Database, Postgres, Sqlite};

/// What one transaction runs.
#[derive(Debug, Clone)]
pub enum Statements {
    /// On SQLite.
    Sqlite(Vec<(SqlStr, <Sqlite as Database>::Arguments)>),
    /// On PostgreSQL.
    Postgres(Vec<(SqlStr, <Postgres as Database>::Arguments)>),
}

/// A plain connection with the settings of the store's own.
#[derive(Debug)]
pub enum Plain {
    /// To SQLite.
    Sqlite(Box<Recorder<SqliteConnection, Sqlite>>),
    /// To PostgreSQL.
    Postgres(Box<Recorder<PgConnection, Postgres>>),
}

/// Passes statements on and keeps them with their values.
#[derive(Debug)]
pub struct Recorder<C, D: Database> {
    inner: C,
    kept: Vec<(SqlStr, D::Arguments)>,
}

impl Plain {
    /// Connects to a database that [`Store::open`] has made.
    ///
    /// # Errors
    /// The database's.
    pub async fn open(url: &str) -> Result<Self, StoreError> {
        drop(Store::open(url).await?);
        Ok(if url.starts_with("sqlite:") {
            let inner = sqlite::writing(url)?.connect().await?;
            Self::Sqlite(Box::new(Recorder { inner, kept: vec![] }))
        } else {
            let inner = postgres::options(url)?.connect().await?;
            Self::Postgres(Box::new(Recorder { inner, kept: vec![] }))
        })
    }

    /// Stores commits in one transaction and gives what it ran.
    ///
    /// # Errors
    /// The database's; [`StoreError::Corrupt`] where one of the commits cannot be made.
    pub async fn record(&mut self, commits: &[&Commit]) -> Result<Statements, StoreError> {
        macro_rules! record {
            ($recorder:expr, $begin:literal) => {{
                $recorder.inner.execute($begin).await?;
                let fates = $recorder
                    .append(commits)
                    .await
                    .map_err(|spoilt| match spoilt {
                        Spoilt::Store(error) => error,
                        Spoilt::Raced => StoreError::Corrupt("two wrote at once".to_owned()),
                    })?;
                $recorder.inner.execute("COMMIT").await?;
                if let Some(Err(fault)) = fates.into_iter().find(Result::is_err) {
                    return Err(StoreError::Corrupt(fault.to_string()));
                }
                std::mem::take(&mut $recorder.kept)
            }};
        }
        Ok(match self {
            Self::Sqlite(recorder) => Statements::Sqlite(record!(recorder, "BEGIN IMMEDIATE")),
            Self::Postgres(recorder) => Statements::Postgres(record!(recorder, "BEGIN")),
        })
    }

    /// Runs in one transaction what was recorded elsewhere.
    ///
    /// # Errors
    /// The database's.
    pub async fn run(&mut self, statements: Statements) -> Result<(), StoreError> {
        macro_rules! run {
            ($inner:expr, $statements:expr, $begin:literal) => {{
                $inner.execute($begin).await?;
                for (text, values) in $statements {
                    $inner.execute(sqlx::query_with(text, values)).await?;
                }
                $inner.execute("COMMIT").await?;
            }};
        }
        match (self, statements) {
            (Self::Sqlite(plain), Statements::Sqlite(statements)) => {
                run!(plain.inner, statements, "BEGIN IMMEDIATE");
            }
            (Self::Postgres(plain), Statements::Postgres(statements)) => {
                run!(plain.inner, statements, "BEGIN");
            }
            _ => return Err(StoreError::Statement("recorded on another engine".to_owned())),
        }
        Ok(())
    }

    /// Closes the connection.
    ///
    /// # Errors
    /// The database's.
    pub async fn close(self) -> Result<(), StoreError> {
        match self {
            Self::Sqlite(plain) => plain.inner.close().await?,
            Self::Postgres(plain) => plain.inner.close().await?,
        }
        Ok(())
    }
}

macro_rules! recorder {
    ($connection:ty, $database:ty) => {
        impl Engine for Recorder<$connection, $database> {
            fn skip_locked(&self) -> &'static str {
                self.inner.skip_locked()
            }
            fn numbered(&self) -> bool {
                self.inner.numbered()
            }
            fn hold_events(&self) -> Option<&'static str> {
                self.inner.hold_events()
            }
        }

        impl<'c> Executor<'c> for &'c mut Recorder<$connection, $database> {
            type Database = $database;

            fn fetch_many<'e, 'q: 'e, E>(
                self,
                mut query: E,
            ) -> BoxStream<
                'e,
                Result<
                    Either<<$database as Database>::QueryResult, <$database as Database>::Row>,
                    sqlx::Error,
                >,
            >
            where
                'c: 'e,
                E: 'q + Execute<'q, $database>,
            {
                let values = query.take_arguments().ok().flatten().unwrap_or_default();
                let text = query.sql();
                self.kept.push((text.clone(), values.clone()));
                self.inner.fetch_many(sqlx::query_with(text, values))
            }

            fn fetch_optional<'e, 'q: 'e, E>(
                self,
                mut query: E,
            ) -> BoxFuture<'e, Result<Option<<$database as Database>::Row>, sqlx::Error>>
            where
                'c: 'e,
                E: 'q + Execute<'q, $database>,
            {
                let values = query.take_arguments().ok().flatten().unwrap_or_default();
                let text = query.sql();
                self.kept.push((text.clone(), values.clone()));
                self.inner.fetch_optional(sqlx::query_with(text, values))
            }

            fn prepare_with<'e>(
                self,
                text: SqlStr,
                parameters: &'e [<$database as Database>::TypeInfo],
            ) -> BoxFuture<'e, Result<<$database as Database>::Statement, sqlx::Error>>
            where
                'c: 'e,
            {
                self.inner.prepare_with(text, parameters)
            }
        }
    };
}

recorder!(SqliteConnection, Sqlite);
recorder!(PgConnection, Postgres);
