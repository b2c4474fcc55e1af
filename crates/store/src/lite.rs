//! A connection to SQLite. Its statements run where they are called, on the caller's thread: a look at a few rows costs
//! microseconds, and handing it to another thread and back costs many times that.

use crate::StoreError;
use crate::columns::Columns;
use crate::sql::{Query, Run, Value};
use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{Connection, ErrorCode, OpenFlags, ToSql};
use std::borrow::Cow;
use std::path::Path;
use std::sync::Arc;
use std::task::{Context, Poll, Waker};
use std::time::Duration;

/// How long a connection waits for another process to finish writing.
const BUSY: Duration = Duration::from_secs(10);

/// So often a connection tries to have a new file written as it should be.
const TURNS: usize = 50;

/// Statements that a connection knows by heart.
const KNOWN: usize = 128;

/// The connection.
#[derive(Debug)]
pub(crate) struct Lite(Connection);

/// What a connection is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Access {
    Read,
    Write,
}

impl Lite {
    /// Opens a file, and makes it where it is to be written.
    pub(crate) fn open(path: &Path, access: Access) -> Result<Self, StoreError> {
        let flags = match access {
            Access::Read => OpenFlags::SQLITE_OPEN_READ_ONLY,
            Access::Write => OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE,
        };
        let c = Connection::open_with_flags(path, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
        c.busy_timeout(BUSY)?;
        c.set_prepared_statement_cache_capacity(KNOWN);
        c.execute_batch("PRAGMA foreign_keys = ON; PRAGMA temp_store = memory;")?;
        if access == Access::Write {
            write_ahead(&c)?;
        }
        c.execute_batch(match access {
            Access::Read => "PRAGMA cache_size = -2000;",
            // A destroyed key must not linger in the page that held it: `secure_delete`.
            Access::Write => {
                "PRAGMA synchronous = FULL; PRAGMA cache_size = -16000;
                 PRAGMA journal_size_limit = 67108864;
                 PRAGMA wal_autocheckpoint = 4000; PRAGMA secure_delete = FAST;"
            }
        })?;
        Ok(Self(c))
    }

    /// Closes it; whoever closes last moves what is in the log of writes into the database.
    pub(crate) fn close(self) -> Result<(), StoreError> {
        Ok(self.0.close().map_err(|(_, error)| error)?)
    }

    fn step(&mut self, query: &Query<'_>, mut each: impl FnMut(LiteRow)) -> Result<u64, StoreError> {
        let mut statement = self.0.prepare_cached(&numbered(&query.text))?;
        for (place, value) in (1..).zip(&query.values) {
            statement.raw_bind_parameter(place, value)?;
        }
        let names: Arc<[Box<str>]> = statement.column_names().into_iter().map(Into::into).collect();
        let mut rows = statement.raw_query();
        while let Some(row) = rows.next()? {
            let cells = (0..names.len()).map(|place| Ok(row.get_ref(place)?.into()));
            each(LiteRow {
                names: names.clone(),
                cells: cells.collect::<Result<_, rusqlite::Error>>()?,
            });
        }
        drop(rows);
        drop(statement);
        Ok(self.0.changes())
    }
}

/// Has changes written to a log of their own (`journal_mode = WAL`). Where several open a new file at once, SQLite does not wait
/// for whoever changes this just then, but says that it is busy; it does wait for a transaction, so one is begun in between.
fn write_ahead(c: &Connection) -> Result<(), StoreError> {
    let change = || c.execute_batch("PRAGMA journal_mode = WAL;");
    let is_busy = |error: &rusqlite::Error| error.sqlite_error_code() == Some(ErrorCode::DatabaseBusy);
    for _ in 0..TURNS {
        match change() {
            Err(error) if is_busy(&error) => match c.execute_batch("BEGIN IMMEDIATE; COMMIT;") {
                Err(error) if !is_busy(&error) => return Err(error.into()),
                _ => {}
            },
            done => return Ok(done?),
        }
    }
    Ok(change()?)
}

/// SQLite counts `$1` as a name, numbered by where it first stands; `?1` is the number itself.
fn numbered(text: &str) -> Cow<'_, str> {
    if text.contains('$') {
        Cow::Owned(text.replace('$', "?"))
    } else {
        Cow::Borrowed(text)
    }
}

impl ToSql for Value<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        let value = match self {
            Self::Text(text) => text.as_deref().map(|text| ValueRef::Text(text.as_bytes())),
            Self::Number(number) => number.map(ValueRef::Integer),
            Self::Bytes(bytes) => bytes.as_deref().map(ValueRef::Blob),
        };
        Ok(ToSqlOutput::Borrowed(value.unwrap_or(ValueRef::Null)))
    }
}

// None of these ever waits: at the first look they are done.
impl Run for Lite {
    type Row = LiteRow;

    async fn run(&mut self, query: Query<'_>) -> Result<u64, StoreError> {
        self.step(&query, drop)
    }

    async fn rows(&mut self, query: Query<'_>) -> Result<Vec<LiteRow>, StoreError> {
        let mut rows = vec![];
        self.step(&query, |row| rows.push(row))?;
        Ok(rows)
    }

    async fn batch(&mut self, text: String) -> Result<(), StoreError> {
        Ok(self.0.execute_batch(&text)?)
    }
}

/// A row of SQLite.
#[derive(Debug)]
pub(crate) struct LiteRow {
    names: Arc<[Box<str>]>,
    cells: Vec<Cell>,
}

/// What stands in a column.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Cell {
    Null,
    Number(i64),
    Text(String),
    Bytes(Vec<u8>),
    /// Nothing that this program writes.
    Strange,
}

impl From<ValueRef<'_>> for Cell {
    fn from(value: ValueRef<'_>) -> Self {
        match value {
            ValueRef::Null => Self::Null,
            ValueRef::Integer(number) => Self::Number(number),
            ValueRef::Text(text) => String::from_utf8(text.to_vec()).map_or(Self::Strange, Self::Text),
            ValueRef::Blob(bytes) => Self::Bytes(bytes.to_vec()),
            ValueRef::Real(_) => Self::Strange,
        }
    }
}

impl LiteRow {
    /// The columns, with their names.
    pub(crate) fn named(&self) -> impl Iterator<Item = (&str, &Cell)> {
        self.names.iter().map(|name| &**name).zip(&self.cells)
    }

    fn cell(&self, name: &str) -> Result<&Cell, StoreError> {
        let place = self.names.iter().position(|known| **known == *name);
        let cell = place.and_then(|place| self.cells.get(place));
        cell.ok_or_else(|| StoreError::Statement(format!("no column {name}")))
    }
}

fn strange<T>(name: &str) -> Result<T, StoreError> {
    Err(StoreError::Corrupt(format!("{name} is of another kind")))
}

impl Columns for LiteRow {
    fn maybe_text(&self, name: &str) -> Result<Option<String>, StoreError> {
        match self.cell(name)? {
            Cell::Null => Ok(None),
            Cell::Text(text) => Ok(Some(text.clone())),
            _ => strange(name),
        }
    }

    fn maybe_bytes(&self, name: &str) -> Result<Option<Vec<u8>>, StoreError> {
        match self.cell(name)? {
            Cell::Null => Ok(None),
            Cell::Bytes(bytes) => Ok(Some(bytes.clone())),
            _ => strange(name),
        }
    }

    fn maybe_number(&self, name: &str) -> Result<Option<i64>, StoreError> {
        match self.cell(name)? {
            Cell::Null => Ok(None),
            Cell::Number(number) => Ok(Some(*number)),
            _ => strange(name),
        }
    }
}

/// The outcome of work that waits for nothing but a connection to SQLite.
pub(crate) fn at_once<T, E: From<StoreError>>(work: impl Future<Output = Result<T, E>>) -> Result<T, E> {
    let work = std::pin::pin!(work);
    match work.poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(outcome) => outcome,
        Poll::Pending => Err(StoreError::Statement("work beside the database waited".to_owned()).into()),
    }
}
