//! What can go wrong with a database, sorted by what the caller can do about it.

use std::borrow::Cow;
use thiserror::Error;

/// Why the store could not do something.
#[derive(Debug, Error)]
pub enum StoreError {
    /// The address names no engine this program knows.
    #[error("`{0}` is no database address; write sqlite:PATH or postgres://USER@HOST/NAME")]
    Address(String),
    /// The database was made by a newer program.
    #[error("the database has schema {found}, this program knows schemas up to {known}; use a newer program")]
    Newer {
        /// Schema of the database.
        found: i64,
        /// The last schema known here.
        known: i64,
    },
    /// The database was made by another program, and this work changes no schema.
    #[error("the database has schema {found}, this program works with schema {known}; start its server once")]
    OtherSchema {
        /// Schema of the database.
        found: i64,
        /// The schema of this program.
        known: i64,
    },
    /// A migration that already ran is not the one in this program.
    #[error("schema {0} in the database was made by another text than the one in this program")]
    Migration(i64),
    /// The disk is full. What was being written is not stored; work goes on when there is room.
    #[error("the disk of the database is full")]
    Full,
    /// The database cannot be reached now. What was being written may be asked for again.
    #[error("the database cannot be reached: {0}")]
    Unavailable(String),
    /// Two transactions waited for each other, and the database broke this one off. It may be asked for again.
    #[error("two transactions waited for each other")]
    Deadlock,
    /// What is stored cannot be read.
    #[error("what is stored cannot be read: {0}")]
    Corrupt(String),
    /// A statement was refused: a fault of this program.
    #[error("the database refused a statement: {0}")]
    Statement(String),
}

impl StoreError {
    /// Name of the error in the catalogue.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Address(_) => "store-address",
            Self::Newer { .. } => "store-newer",
            Self::OtherSchema { .. } => "store-other-schema",
            Self::Migration(_) => "store-migration",
            Self::Full => "store-full",
            Self::Unavailable(_) | Self::Deadlock => "store-unavailable",
            Self::Corrupt(_) => "store-corrupt",
            Self::Statement(_) => "store-statement",
        }
    }

    /// Arguments of the catalogue's text.
    pub fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Address(text) => vec![("address", text.clone())],
            Self::Newer { found, known } | Self::OtherSchema { found, known } => {
                vec![("found", found.to_string()), ("known", known.to_string())]
            }
            Self::Migration(version) => vec![("version", version.to_string())],
            Self::Full => vec![],
            Self::Deadlock => vec![("why", self.to_string())],
            Self::Unavailable(why) | Self::Corrupt(why) | Self::Statement(why) => vec![("why", why.clone())],
        }
    }

    /// Whether the same request may succeed later.
    pub fn passes(&self) -> bool {
        matches!(self, Self::Full | Self::Unavailable(_) | Self::Deadlock)
    }
}

impl From<sqlx::Error> for StoreError {
    fn from(error: sqlx::Error) -> Self {
        match &error {
            sqlx::Error::Io(_)
            | sqlx::Error::Tls(_)
            | sqlx::Error::PoolTimedOut
            | sqlx::Error::PoolClosed
            | sqlx::Error::WorkerCrashed => Self::Unavailable(error.to_string()),
            sqlx::Error::ColumnDecode { .. } | sqlx::Error::Decode(_) => Self::Corrupt(error.to_string()),
            sqlx::Error::Database(inner) => {
                let code = inner.code().unwrap_or(Cow::Borrowed(""));
                of_postgres(&code, inner.message())
            }
            _ => Self::Statement(error.to_string()),
        }
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        match &error {
            rusqlite::Error::SqliteFailure(failure, message) => {
                let says = message.clone().unwrap_or_else(|| failure.to_string());
                of_sqlite(failure.extended_code, says)
            }
            _ => Self::Statement(error.to_string()),
        }
    }
}

/// By SQLSTATE: classes 08 (connection), 53 (resources), 57 (operator), 58 (system), 40 (asked to try again).
fn of_postgres(code: &str, message: &str) -> StoreError {
    let class = code.get(..2).unwrap_or("");
    match (code, class) {
        ("53100", _) => StoreError::Full,
        ("40P01", _) => StoreError::Deadlock,
        (_, "08" | "40" | "53" | "57" | "58") => StoreError::Unavailable(message.to_owned()),
        (_, "XX") => StoreError::Corrupt(message.to_owned()),
        _ => StoreError::Statement(message.to_owned()),
    }
}

/// By primary result code, the low byte of the extended one.
fn of_sqlite(code: i32, message: String) -> StoreError {
    match code & 0xff {
        13 => StoreError::Full,
        // busy, locked, read-only, input/output, cannot open
        5 | 6 | 8 | 10 | 14 => StoreError::Unavailable(message),
        // corrupt, not a database
        11 | 26 => StoreError::Corrupt(message),
        _ => StoreError::Statement(message),
    }
}

/// Why a commit was not made.
#[derive(Debug, Error)]
pub enum CommitError {
    /// The stream has moved on: load it again and decide again.
    #[error("the stream {stream} has moved on")]
    Conflict {
        /// Which.
        stream: String,
    },
    /// A command with this id was committed before; here is its answer.
    #[error("this command was answered before")]
    Duplicate(Vec<u8>),
    /// The one-time code that was to be used up was used or replaced meanwhile.
    #[error("the one-time code cannot be used any more")]
    CodeGone,
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}
