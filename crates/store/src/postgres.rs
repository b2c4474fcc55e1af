//! PostgreSQL: a pool; each unit of work is a transaction of its own, flushed before its answer leaves.

use crate::append::{Fates, Spoilt};
use crate::migrate::{Migrate, POSTGRES, newest};
use crate::{Setting, StoreError};
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

/// What came of an attempt to append.
#[derive(Debug)]
pub(crate) enum Tried {
    Done(Fates),
    Raced,
}

#[derive(Debug, Clone)]
pub(crate) struct Postgres {
    pool: PgPool,
}

impl Postgres {
    pub(crate) async fn open(url: &str) -> Result<Self, StoreError> {
        let pool = PgPoolOptions::new()
            .max_connections(CONNECTIONS)
            .acquire_timeout(PATIENCE)
            .connect_with(options(url)?)
            .await?;
        let engine = Self { pool };
        engine
            .write(async |c: &mut PgConnection| {
                sqlx::query("SELECT pg_advisory_xact_lock($1)")
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

    /// Tries to append; what raced with another is rolled back.
    pub(crate) async fn attempt(
        &self,
        work: impl AsyncFnOnce(&mut PgConnection) -> Result<Fates, Spoilt>,
    ) -> Result<Tried, StoreError> {
        let mut transaction = self.pool.begin().await?;
        match work(&mut transaction).await {
            Ok(fates) => {
                transaction.commit().await?;
                Ok(Tried::Done(fates))
            }
            Err(Spoilt::Raced) => {
                transaction.rollback().await?;
                Ok(Tried::Raced)
            }
            Err(Spoilt::Store(error)) => Err(error),
        }
    }

    pub(crate) async fn settings(&self) -> Result<Vec<Setting>, StoreError> {
        let mut held = self.reader().await?;
        let mut settings = vec![];
        for name in ["synchronous_commit", "fsync", "full_page_writes"] {
            let value = sqlx::query_scalar("SELECT current_setting($1)")
                .bind(name)
                .fetch_one(&mut *held)
                .await?;
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
