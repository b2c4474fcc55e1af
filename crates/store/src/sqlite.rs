//! SQLite: readers that look where they are asked, and one writer that puts many units of work into one transaction.

use crate::columns::Columns;
use crate::lite::{Access, Lite};
use crate::migrate::{Migrate, SQLITE, newest};
use crate::sql::{Run, query};
use crate::writer::{Work, Writer};
use crate::{Commit, CommitError, Committed, Setting, StoreError};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::runtime::{Handle, RuntimeFlavor};
use tokio::sync::Semaphore;

/// Reading connections that are kept, and long looks that go on at once.
const READERS: usize = 4;

#[derive(Debug, Clone)]
pub(crate) struct Sqlite {
    readers: Arc<Readers>,
    writer: Writer,
}

#[derive(Debug)]
struct Readers {
    path: PathBuf,
    /// Connections that nobody reads from now; `None` when the store was closed.
    idle: Mutex<Option<Vec<Lite>>>,
    long: Semaphore,
}

impl Sqlite {
    pub(crate) async fn open(url: &str) -> Result<Self, StoreError> {
        let path = file(url);
        let mut connection = Lite::open(&path, Access::Write)?;
        migrate(&mut connection).await?;
        let readers = Readers {
            idle: Mutex::new(Some(vec![Lite::open(&path, Access::Read)?])),
            long: Semaphore::new(READERS),
            path: path.clone(),
        };
        Ok(Self {
            readers: Arc::new(readers),
            writer: Writer::start(path, connection)?,
        })
    }

    fn idle(&self) -> MutexGuard<'_, Option<Vec<Lite>>> {
        self.readers.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A reading connection. There are as many as threads that read; a look ends before its thread does anything else.
    pub(crate) fn reader(&self) -> Result<Lite, StoreError> {
        let idle = match self.idle().as_mut() {
            Some(idle) => idle.pop(),
            None => return Err(StoreError::Unavailable("the store was closed".to_owned())),
        };
        idle.map_or_else(|| Lite::open(&self.readers.path, Access::Read), Ok)
    }

    /// Takes a reading connection back.
    pub(crate) fn give_back(&self, connection: Lite) {
        if let Some(idle) = self.idle().as_mut()
            && idle.len() < READERS
        {
            idle.push(connection);
        }
    }

    /// Takes a look that may take long: requests on the same thread are moved to another one first.
    pub(crate) async fn long<T>(
        &self,
        look: impl FnOnce(&mut Lite) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let closed = |_| StoreError::Unavailable("the store was closed".to_owned());
        let _turn = self.readers.long.acquire().await.map_err(closed)?;
        let mut connection = self.reader()?;
        let outcome = if Handle::current().runtime_flavor() == RuntimeFlavor::MultiThread {
            tokio::task::block_in_place(|| look(&mut connection))
        } else {
            look(&mut connection)
        };
        self.give_back(connection);
        outcome
    }

    /// Has the writer run the work; answers after the transaction it was part of is flushed.
    pub(crate) async fn write<T, E, F>(&self, work: F) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
        F: for<'c> FnOnce(&'c mut Lite) -> Work<'c, Result<T, E>> + Send + 'static,
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
        *self.idle() = None;
        self.writer.stop().await;
    }
}

/// The file that an address names.
pub(crate) fn file(url: &str) -> PathBuf {
    let path = url.strip_prefix("sqlite:").unwrap_or(url);
    Path::new(path.strip_prefix("//").unwrap_or(path)).to_owned()
}

async fn settings(c: &mut Lite) -> Result<Vec<Setting>, StoreError> {
    let row = query(
        "SELECT journal_mode, synchronous, foreign_keys, timeout FROM pragma_journal_mode, pragma_synchronous,
         pragma_foreign_keys, pragma_busy_timeout",
    )
    .fetch_one(&mut *c)
    .await?;
    let synchronous = match row.number("synchronous")? {
        0 => "off".to_owned(),
        1 => "normal".to_owned(),
        2 => "full".to_owned(),
        other => other.to_string(),
    };
    let foreign_keys = if row.flag("foreign_keys")? { "on" } else { "off" };
    let setting = |name, value| Setting { name, value };
    Ok(vec![
        setting("journal_mode", row.text("journal_mode")?),
        setting("synchronous", synchronous),
        setting("foreign_keys", foreign_keys.to_owned()),
        setting("busy_timeout", row.number("timeout")?.to_string()),
    ])
}

/// `BEGIN IMMEDIATE` is the lock: a second process waits here until the first has migrated.
async fn migrate(c: &mut Lite) -> Result<(), StoreError> {
    c.batch("BEGIN IMMEDIATE".to_owned()).await?;
    c.migrate(&SQLITE, newest()).await?;
    crate::statistics::say(c).await?;
    c.batch("COMMIT".to_owned()).await
}
