//! PostgreSQL: a pool; units of work that wait at the same time share a transaction, flushed before their answers leave.

use crate::columns::Columns;
use crate::grouping::Grouping;
use crate::migrate::{Migrate, POSTGRES, newest};
use crate::sql::query;
use crate::{Commit, CommitError, Committed, Setting, StoreError};
use sqlx::pool::PoolConnection;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::{PgConnection, PgPool};
use std::str::FromStr;
use std::time::Duration;

/// Connections of one process.
const CONNECTIONS: u32 = 10;

/// How long a request waits for a connection before it says that the database cannot be reached.
const PATIENCE: Duration = Duration::from_secs(5);

/// Any fixed number: whoever migrates holds this advisory lock.
const MIGRATION_LOCK: i64 = 0x77_65_6e_7a_68_65_6e_67;

#[derive(Debug, Clone)]
pub(crate) struct Postgres {
    pool: PgPool,
    commits: Grouping,
}

impl Postgres {
    pub(crate) async fn open(url: &str) -> Result<Self, StoreError> {
        let pool = PgPoolOptions::new()
            .max_connections(CONNECTIONS)
            .acquire_timeout(PATIENCE)
            .connect_with(options(url)?)
            .await?;
        let commits = Grouping::start(&pool);
        let engine = Self { pool, commits };
        engine
            .write(async |c: &mut PgConnection| {
                query("SELECT pg_advisory_xact_lock($1)")
                    .bind(MIGRATION_LOCK)
                    .execute(&mut *c)
                    .await?;
                c.migrate(&POSTGRES, newest()).await
            })
            .await?;
        Ok(engine)
    }

    pub(crate) async fn reader(&self) -> Result<PoolConnection<sqlx::Postgres>, StoreError> {
        Ok(self.pool.acquire().await?)
    }

    /// Runs the work in a transaction; a failed work leaves nothing.
    pub(crate) async fn write<T, E, F>(&self, work: F) -> Result<T, E>
    where
        E: From<StoreError>,
        F: AsyncFnOnce(&mut PgConnection) -> Result<T, E>,
    {
        let mut transaction = self.pool.begin().await.map_err(StoreError::from)?;
        let outcome = work(&mut transaction).await?;
        transaction.commit().await.map_err(StoreError::from)?;
        Ok(outcome)
    }

    /// Has a unit of work stored beside what else waits.
    pub(crate) async fn commit(&self, commit: Commit) -> Result<Committed, CommitError> {
        self.commits.commit(commit).await
    }

    pub(crate) fn transactions(&self) -> u64 {
        self.commits.transactions()
    }

    pub(crate) async fn settings(&self) -> Result<Vec<Setting>, StoreError> {
        let mut held = self.reader().await?;
        let mut settings = vec![];
        for name in ["synchronous_commit", "fsync", "full_page_writes"] {
            let row = query("SELECT current_setting($1) AS value")
                .bind(name)
                .fetch_one(&mut *held)
                .await?;
            let value = row.text("value")?;
            settings.push(Setting { name, value });
        }
        Ok(settings)
    }

    pub(crate) async fn close(&self) {
        self.pool.close().await;
    }
}

/// What all connections have.
pub(crate) fn options(url: &str) -> Result<PgConnectOptions, StoreError> {
    Ok(PgConnectOptions::from_str(url)?
        .application_name("wenzheng")
        .statement_cache_capacity(512)
        .options([("synchronous_commit", "on"), ("jit", "off")]))
}
