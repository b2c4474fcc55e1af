//! The store: one of two engines behind one face.

use crate::{StoreError, migrate, postgres::Postgres, sqlite::Sqlite};

/// A database, open and at the newest schema. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Store {
    engine: Engine,
}

/// Which engine.
#[derive(Debug, Clone)]
pub(crate) enum Engine {
    Sqlite(Sqlite),
    Postgres(Postgres),
}

/// A setting that durability hangs on, as the database itself gives it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Setting {
    /// The engine's name of it.
    pub name: &'static str,
    /// Its value.
    pub value: String,
}

impl Store {
    /// Opens `sqlite:PATH` or `postgres://USER@HOST/NAME`, making the SQLite file where there is none, and
    /// brings the schema up to date under a lock. A newer schema is refused.
    pub async fn open(url: &str) -> Result<Self, StoreError> {
        let engine = if url.starts_with("sqlite:") {
            Engine::Sqlite(Sqlite::open(url).await?)
        } else if url.starts_with("postgres:") || url.starts_with("postgresql:") {
            Engine::Postgres(Postgres::open(url).await?)
        } else {
            return Err(StoreError::Address(hidden(url)));
        };
        Ok(Self { engine })
    }

    pub(crate) fn engine(&self) -> &Engine {
        &self.engine
    }

    /// `sqlite` or `postgres`.
    pub fn engine_name(&self) -> &'static str {
        match &self.engine {
            Engine::Sqlite(_) => "sqlite",
            Engine::Postgres(_) => "postgres",
        }
    }

    /// How many transactions of commits this process has sent: beside the number of commands it tells how many share one
    /// flush. On SQLite other writes are counted too.
    pub fn transactions(&self) -> u64 {
        match &self.engine {
            Engine::Sqlite(engine) => engine.transactions(),
            Engine::Postgres(engine) => engine.transactions(),
        }
    }

    /// The schema that this program makes.
    pub fn schema() -> i64 {
        migrate::newest()
    }

    /// Reads back what durability hangs on: of SQLite `journal_mode`, `synchronous`, `foreign_keys` and
    /// `busy_timeout` of the writing connection, of PostgreSQL `synchronous_commit`, `fsync` and
    /// `full_page_writes`.
    pub async fn settings(&self) -> Result<Vec<Setting>, StoreError> {
        match &self.engine {
            Engine::Sqlite(engine) => engine.settings().await,
            Engine::Postgres(engine) => engine.settings().await,
        }
    }

    /// Stops the writer after what it has begun, and closes all connections.
    pub async fn close(&self) {
        match &self.engine {
            Engine::Sqlite(engine) => engine.close().await,
            Engine::Postgres(engine) => engine.close().await,
        }
    }
}

/// An address without what may be a password.
fn hidden(url: &str) -> String {
    match url.rsplit_once('@') {
        Some((_, host)) => format!("…@{host}"),
        None => url.to_owned(),
    }
}
