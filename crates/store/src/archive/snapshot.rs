//! Reading everything as it stood at one moment, while a server goes on writing.

use super::{Plain, Table};
use crate::columns::Columns;
use crate::lite::{Access, Cell, Lite, LiteRow};
use crate::sql::{Query, Run, query};
use crate::{StoreError, migrate, postgres, sqlite};
use serde::{Deserialize, Serialize};
use sqlx::postgres::PgRow;
use sqlx::{Column as _, Connection as _, PgConnection, Row as _, TypeInfo as _};

/// A database at one moment. It writes nothing.
#[derive(Debug)]
pub struct Snapshot(Held);

/// A connection that only reads.
#[derive(Debug)]
pub(crate) enum Held {
    Sqlite(Lite),
    Postgres(Box<PgConnection>),
}

/// Some rows of a table.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Page {
    /// Names of the columns; empty where there are no rows.
    pub columns: Vec<String>,
    /// The rows, in the order of the key.
    pub rows: Vec<Vec<Plain>>,
}

impl Snapshot {
    /// Opens a database that is there, at the schema that this program makes.
    ///
    /// # Errors
    /// Another schema: start the server of this program once, so that the schema is brought up to date.
    pub async fn open(url: &str) -> Result<Self, StoreError> {
        let mut held = Held::open(url).await?;
        let found = held.schema().await?;
        if found != migrate::newest() {
            return Err(StoreError::OtherSchema {
                found,
                known: migrate::newest(),
            });
        }
        Ok(Self(held))
    }

    /// The rows of a table behind a key, in the order of the key; from the first one on where `after` is empty.
    pub async fn page(&mut self, table: &Table, after: &[Plain], limit: u32) -> Result<Page, StoreError> {
        let key = table.key.join(", ");
        let mut text = format!("SELECT * FROM {}", table.name);
        if !after.is_empty() {
            let places: Vec<String> = (1..=after.len()).map(|place| format!("${place}")).collect();
            text += &format!(" WHERE ({key}) > ({})", places.join(", "));
        }
        text += &format!(" ORDER BY {key} LIMIT {limit}");
        let mut wanted = query(text);
        for value in after {
            wanted = match value {
                Plain::Number(number) => wanted.bind(*number),
                Plain::Text(text) => wanted.bind(text),
                Plain::Null | Plain::Bytes { .. } => {
                    return Err(StoreError::Statement(format!(
                        "a key of {} is of no kind that is compared",
                        table.name
                    )));
                }
            };
        }
        self.0.rows(wanted).await
    }

    /// Whether each event of the access log has its rows: those from before schema 12 get them when a server starts.
    pub async fn access_folded(&mut self) -> Result<bool, StoreError> {
        let text = "SELECT e.seq FROM event e
             LEFT JOIN access_row a
                 ON a.jurisdiction = e.jurisdiction AND a.stream = e.stream AND a.seq = e.seq AND a.n = 0
             WHERE e.stream >= 'access/' AND e.stream < 'access0' AND a.seq IS NULL LIMIT 1";
        Ok(self.0.rows(query(text)).await?.rows.is_empty())
    }

    /// Names of all tables of the database.
    pub async fn tables(&mut self) -> Result<Vec<String>, StoreError> {
        let text = match &self.0 {
            Held::Sqlite(_) => {
                "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name"
            }
            Held::Postgres(_) => {
                "SELECT table_name::text AS name FROM information_schema.tables
                 WHERE table_schema = 'public' ORDER BY table_name"
            }
        };
        let found = self.0.rows(query(text)).await?;
        let name = |row: Vec<Plain>| match row.into_iter().next() {
            Some(Plain::Text(name)) => Some(name),
            _ => None,
        };
        Ok(found.rows.into_iter().filter_map(name).collect())
    }
}

impl Page {
    /// The key of its last row; `None` where it is empty.
    pub fn last_key(&self, table: &Table) -> Option<Vec<Plain>> {
        let last = self.rows.last()?;
        let of = |name: &&str| {
            let place = self.columns.iter().position(|column| column == name)?;
            last.get(place).cloned()
        };
        table.key.iter().map(of).collect()
    }

    /// The text of one of its rows in a column; `None` where there is no such column, or no text.
    pub fn text<'a>(&self, row: &'a [Plain], column: &str) -> Option<&'a str> {
        match self.value(row, column)? {
            Plain::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The number of one of its rows in a column; `None` where there is no such column, or no number.
    pub fn number(&self, row: &[Plain], column: &str) -> Option<i64> {
        match self.value(row, column)? {
            Plain::Number(number) => Some(*number),
            _ => None,
        }
    }

    /// The byte string of one of its rows in a column; `None` where there is no such column, or no byte string.
    pub fn bytes<'a>(&self, row: &'a [Plain], column: &str) -> Option<&'a [u8]> {
        match self.value(row, column)? {
            Plain::Bytes { hex } => Some(hex),
            _ => None,
        }
    }

    fn value<'a>(&self, row: &'a [Plain], column: &str) -> Option<&'a Plain> {
        row.get(self.columns.iter().position(|name| name == column)?)
    }

    /// The texts in a column, row by row.
    pub fn texts<'a>(&'a self, column: &'a str) -> impl Iterator<Item = &'a str> {
        self.rows.iter().filter_map(move |row| self.text(row, column))
    }
}

impl Held {
    /// One moment of the database at an address.
    pub(crate) async fn open(url: &str) -> Result<Self, StoreError> {
        if url.starts_with("sqlite:") {
            let mut c = Lite::open(&sqlite::file(url), Access::Read)?;
            c.batch("BEGIN".to_owned()).await?;
            Ok(Self::Sqlite(c))
        } else {
            let mut c = PgConnection::connect_with(&postgres::options(url)?).await?;
            c.batch("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY".to_owned())
                .await?;
            Ok(Self::Postgres(Box::new(c)))
        }
    }

    /// The schema that was made there last; 0 where none was.
    pub(crate) async fn schema(&mut self) -> Result<i64, StoreError> {
        let found = self
            .rows(query("SELECT MAX(version) AS version FROM migration"))
            .await?;
        Ok(match found.rows.first().and_then(|row| row.first()) {
            Some(Plain::Number(version)) => *version,
            _ => 0,
        })
    }

    pub(crate) async fn rows(&mut self, query: Query<'_>) -> Result<Page, StoreError> {
        match self {
            Self::Sqlite(c) => page(&c.rows(query).await?),
            Self::Postgres(c) => page(&c.rows(query).await?),
        }
    }
}

fn page<R: Plainly>(rows: &[R]) -> Result<Page, StoreError> {
    Ok(Page {
        columns: rows.first().map(Plainly::names).unwrap_or_default(),
        rows: rows.iter().map(Plainly::plain).collect::<Result<_, _>>()?,
    })
}

/// A row whose columns nobody named beforehand.
trait Plainly: Columns {
    fn names(&self) -> Vec<String>;
    fn plain(&self) -> Result<Vec<Plain>, StoreError>;
}

impl Plainly for LiteRow {
    fn names(&self) -> Vec<String> {
        self.named().map(|(name, _)| name.to_owned()).collect()
    }

    fn plain(&self) -> Result<Vec<Plain>, StoreError> {
        self.named()
            .map(|(name, cell)| match cell {
                Cell::Null => Ok(Plain::Null),
                Cell::Number(number) => Ok(Plain::Number(*number)),
                Cell::Text(text) => Ok(Plain::Text(text.clone())),
                Cell::Bytes(bytes) => Ok(Plain::Bytes { hex: bytes.clone() }),
                Cell::Strange => Err(StoreError::Corrupt(format!("{name} is of another kind"))),
            })
            .collect()
    }
}

/// The order in which this database stored its rows; another numbers them anew.
const OWN: &str = "pos";

impl Plainly for PgRow {
    fn names(&self) -> Vec<String> {
        let names = self.columns().iter().map(|column| column.name());
        names.filter(|name| *name != OWN).map(str::to_owned).collect()
    }

    fn plain(&self) -> Result<Vec<Plain>, StoreError> {
        let value = |column: &sqlx::postgres::PgColumn| {
            let name = column.name();
            Ok(match column.type_info().name() {
                "INT8" | "INT4" => self.maybe_number(name)?.map(Plain::Number),
                "BYTEA" => self.maybe_bytes(name)?.map(|hex| Plain::Bytes { hex }),
                _ => self.maybe_text(name)?.map(Plain::Text),
            }
            .unwrap_or(Plain::Null))
        };
        let columns = self.columns().iter().filter(|column| column.name() != OWN);
        columns.map(value).collect()
    }
}
