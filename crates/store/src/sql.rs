//! Statements with their values, and the connections of both engines that run them: one body of SQL for both.

use crate::StoreError;
use crate::columns::Columns;
use sqlx::postgres::{PgArguments, PgRow};
use sqlx::{AssertSqlSafe, Executor, PgConnection, Postgres};
use std::borrow::Cow;

/// A value of a placeholder. What is empty still has its type, because PostgreSQL asks for it.
#[derive(Debug, Clone)]
pub(crate) enum Value<'q> {
    Text(Option<Cow<'q, str>>),
    Number(Option<i64>),
    Bytes(Option<Cow<'q, [u8]>>),
}

macro_rules! values {
    ($($kind:ident from $($from:ty),*;)*) => { $($(
        impl<'q> From<$from> for Value<'q> {
            fn from(value: $from) -> Self {
                Self::$kind(Some(value.into()))
            }
        }
        impl<'q> From<Option<$from>> for Value<'q> {
            fn from(value: Option<$from>) -> Self {
                Self::$kind(value.map(Into::into))
            }
        }
    )*)* };
}
values! {
    Text from &'q str, &'q String, String;
    Number from i64;
    Bytes from &'q [u8], Vec<u8>;
}

/// A statement with the values of its placeholders: `$1` and so on, or as many `?`.
#[derive(Debug, Clone)]
pub(crate) struct Query<'q> {
    pub(crate) text: Cow<'static, str>,
    pub(crate) values: Vec<Value<'q>>,
}

/// A statement whose text holds no value from outside.
pub(crate) fn query<'q>(text: impl Into<Cow<'static, str>>) -> Query<'q> {
    Query {
        text: text.into(),
        values: vec![],
    }
}

impl<'q> Query<'q> {
    /// Gives the next placeholder its value.
    pub(crate) fn bind(mut self, value: impl Into<Value<'q>>) -> Self {
        self.values.push(value.into());
        self
    }

    /// Runs it; how many rows it wrote.
    pub(crate) async fn execute(self, c: &mut impl Run) -> Result<u64, StoreError> {
        c.run(self).await
    }

    /// All its rows.
    pub(crate) async fn fetch_all<C: Run>(self, c: &mut C) -> Result<Vec<C::Row>, StoreError> {
        c.rows(self).await
    }

    /// Its only row, where there is one.
    pub(crate) async fn fetch_optional<C: Run>(self, c: &mut C) -> Result<Option<C::Row>, StoreError> {
        Ok(c.rows(self).await?.into_iter().next())
    }

    /// The row that there always is.
    pub(crate) async fn fetch_one<C: Run>(self, c: &mut C) -> Result<C::Row, StoreError> {
        let found = self.fetch_optional(c).await?;
        found.ok_or_else(|| StoreError::Corrupt("a row is missing".to_owned()))
    }
}

/// A connection of either engine.
pub(crate) trait Run: Send {
    /// What it reads.
    type Row: Columns + Send;
    /// Runs a statement; how many rows it wrote.
    fn run(&mut self, query: Query<'_>) -> impl Future<Output = Result<u64, StoreError>> + Send;
    /// Runs a statement and gives its rows.
    fn rows(&mut self, query: Query<'_>) -> impl Future<Output = Result<Vec<Self::Row>, StoreError>> + Send;
    /// Runs several statements without values.
    fn batch(&mut self, text: String) -> impl Future<Output = Result<(), StoreError>> + Send;
}

impl Run for PgConnection {
    type Row = PgRow;

    async fn run(&mut self, query: Query<'_>) -> Result<u64, StoreError> {
        let done = for_postgres(query).execute(self).await?;
        Ok(done.rows_affected())
    }

    async fn rows(&mut self, query: Query<'_>) -> Result<Vec<PgRow>, StoreError> {
        Ok(for_postgres(query).fetch_all(self).await?)
    }

    async fn batch(&mut self, text: String) -> Result<(), StoreError> {
        self.execute(sqlx::raw_sql(AssertSqlSafe(text))).await?;
        Ok(())
    }
}

/// The same for PostgreSQL's library; the values are copied.
pub(crate) fn for_postgres(query: Query<'_>) -> sqlx::query::Query<'static, Postgres, PgArguments> {
    let mut made = match query.text {
        Cow::Borrowed(text) => sqlx::query(text),
        Cow::Owned(text) => sqlx::query(AssertSqlSafe(text)),
    };
    for value in query.values {
        made = match value {
            Value::Text(text) => made.bind(text.map(Cow::into_owned)),
            Value::Number(number) => made.bind(number),
            Value::Bytes(bytes) => made.bind(bytes.map(Cow::into_owned)),
        };
    }
    made
}
