//! For benchmarks: the statements that units of work make, with their values ready, on plain connections. What the
//! store costs beyond them is measured against these.

use crate::append::{AppendAll, Spoilt};
use crate::lite::{Access, Lite};
use crate::macros::Engine;
use crate::sql::{Query, Run, Value, for_postgres, query};
use crate::{Commit, Store, StoreError, postgres, sqlite};
use sqlx::postgres::PgArguments;
use sqlx::{ConnectOptions, Connection, Execute, PgConnection, SqlStr};
use std::borrow::Cow;

/// What one transaction runs.
#[derive(Debug, Clone)]
pub struct Statements(Kept);

#[derive(Debug, Clone)]
enum Kept {
    Sqlite(Vec<Query<'static>>),
    Postgres(Vec<(SqlStr, PgArguments)>),
}

/// A plain connection with the settings of the store's own.
#[derive(Debug)]
pub struct Plain(Inner);

#[derive(Debug)]
enum Inner {
    Sqlite(Box<Recorder<Lite>>),
    Postgres(Box<Recorder<PgConnection>>),
}

/// Passes statements on and keeps them with their values.
#[derive(Debug)]
pub(crate) struct Recorder<C> {
    inner: C,
    kept: Vec<Query<'static>>,
}

impl Plain {
    /// Connects to a database that [`Store::open`] has made.
    ///
    /// # Errors
    /// The database's.
    pub async fn open(url: &str) -> Result<Self, StoreError> {
        drop(Store::open(url).await?);
        let kept = vec![];
        Ok(Self(if url.starts_with("sqlite:") {
            let inner = Lite::open(&sqlite::file(url), Access::Write)?;
            Inner::Sqlite(Box::new(Recorder { inner, kept }))
        } else {
            let inner = postgres::options(url)?.connect().await?;
            Inner::Postgres(Box::new(Recorder { inner, kept }))
        }))
    }

    /// Stores commits in one transaction and gives what it ran.
    ///
    /// # Errors
    /// The database's; [`StoreError::Corrupt`] where one of the commits cannot be made.
    pub async fn record(&mut self, commits: &[&Commit]) -> Result<Statements, StoreError> {
        macro_rules! record {
            ($recorder:expr, $begin:literal) => {{
                query($begin).execute(&mut $recorder.inner).await?;
                let fates = $recorder
                    .append(commits)
                    .await
                    .map_err(|spoilt| match spoilt {
                        Spoilt::Store(error) => error,
                        Spoilt::Raced => StoreError::Corrupt("two wrote at once".to_owned()),
                    })?;
                query("COMMIT").execute(&mut $recorder.inner).await?;
                if let Some(Err(fault)) = fates.into_iter().find(Result::is_err) {
                    return Err(StoreError::Corrupt(fault.to_string()));
                }
                std::mem::take(&mut $recorder.kept)
            }};
        }
        Ok(Statements(match &mut self.0 {
            Inner::Sqlite(recorder) => Kept::Sqlite(record!(recorder, "BEGIN IMMEDIATE")),
            Inner::Postgres(recorder) => {
                let mut ready = vec![];
                for one in record!(recorder, "BEGIN") {
                    let mut made = for_postgres(one);
                    let values = made.take_arguments().ok().flatten().unwrap_or_default();
                    ready.push((made.sql(), values));
                }
                Kept::Postgres(ready)
            }
        }))
    }

    /// Runs in one transaction what was recorded elsewhere.
    ///
    /// # Errors
    /// The database's.
    pub async fn run(&mut self, statements: Statements) -> Result<(), StoreError> {
        match (&mut self.0, statements.0) {
            (Inner::Sqlite(plain), Kept::Sqlite(statements)) => {
                query("BEGIN IMMEDIATE").execute(&mut plain.inner).await?;
                for ready in statements {
                    ready.execute(&mut plain.inner).await?;
                }
                query("COMMIT").execute(&mut plain.inner).await?;
            }
            (Inner::Postgres(plain), Kept::Postgres(statements)) => {
                query("BEGIN").execute(&mut plain.inner).await?;
                for (text, values) in statements {
                    sqlx::query_with(text, values).execute(&mut plain.inner).await?;
                }
                query("COMMIT").execute(&mut plain.inner).await?;
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
        match self.0 {
            Inner::Sqlite(plain) => plain.inner.close(),
            Inner::Postgres(plain) => Ok(plain.inner.close().await?),
        }
    }
}

impl<C> Recorder<C> {
    fn keep(&mut self, query: &Query<'_>) {
        let owned = |value: &Value<'_>| match value {
            Value::Text(text) => Value::Text(text.as_deref().map(|text| Cow::Owned(text.to_owned()))),
            Value::Number(number) => Value::Number(*number),
            Value::Bytes(bytes) => Value::Bytes(bytes.as_deref().map(|bytes| Cow::Owned(bytes.to_owned()))),
        };
        self.kept.push(Query {
            text: query.text.clone(),
            values: query.values.iter().map(owned).collect(),
        });
    }
}

impl<C: Engine> Engine for Recorder<C> {
    fn skip_locked(&self) -> &'static str {
        self.inner.skip_locked()
    }
    fn rows_at_once(&self) -> usize {
        self.inner.rows_at_once()
    }
    fn numbered(&self) -> bool {
        self.inner.numbered()
    }
    fn hold_events(&self) -> Option<&'static str> {
        self.inner.hold_events()
    }
    fn share_events(&self) -> Option<&'static str> {
        self.inner.share_events()
    }
    fn position(&self) -> &'static str {
        self.inner.position()
    }
}

impl<C: Run> Run for Recorder<C> {
    type Row = C::Row;

    async fn run(&mut self, query: Query<'_>) -> Result<u64, StoreError> {
        self.keep(&query);
        self.inner.run(query).await
    }

    async fn rows(&mut self, query: Query<'_>) -> Result<Vec<Self::Row>, StoreError> {
        self.keep(&query);
        self.inner.rows(query).await
    }

    async fn batch(&mut self, text: String) -> Result<(), StoreError> {
        self.inner.batch(text).await
    }
}
