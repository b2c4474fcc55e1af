//! Filling an empty database from an archive.

use super::{Plain, Table, tables::TABLES};
use crate::columns::Columns as _;
use crate::sql::query;
use crate::{Store, StoreError};
use std::sync::Arc;

/// Names of the columns in an archive. A column that is younger than the archive gets what its migration says.
pub type Columns = Arc<[String]>;

/// Values of one statement; both engines take as many.
const VALUES: usize = 10_000;

impl Store {
    /// Writes rows of an archive into a table, in one transaction.
    ///
    /// # Errors
    /// A column that the table has not; a row that is there already.
    pub async fn fill(
        &self,
        table: &'static Table,
        columns: Columns,
        rows: Vec<Vec<Plain>>,
    ) -> Result<(), StoreError> {
        let named = |name: &String| name.bytes().all(|b| b.is_ascii_lowercase() || b == b'_');
        if !columns.iter().all(named) || rows.iter().any(|row| row.len() != columns.len()) {
            return Err(StoreError::Corrupt(format!("rows of {} do not fit", table.name)));
        }
        self.fill_rows(table, columns, rows).await
    }

    /// Whether nothing was ever stored: no table holds a row but that of the migrations.
    pub async fn is_empty(&self) -> Result<bool, StoreError> {
        for table in TABLES {
            if table.name != "migration" && self.has_rows(table.name).await? {
                return Ok(false);
            }
        }
        Ok(true)
    }
}

operation! {
    read pub(crate) fn has_rows(c, table: &'static str) -> bool {
        let row = query(format!("SELECT COUNT(*) AS n FROM (SELECT 1 FROM {table} LIMIT 1) AS first"))
            .fetch_one(&mut *c)
            .await?;
        Ok(row.number("n")? > 0)
    }
}

operation! {
    write pub(crate) fn fill_rows(c, table: &'static Table, columns: Columns, rows: Vec<Vec<Plain>>) -> () {
        let names: Vec<String> = columns.iter().map(|name| format!("\"{name}\"")).collect();
        for some in rows.chunks((VALUES / columns.len().max(1)).max(1)) {
            let mut text = format!("INSERT INTO {} ({}) VALUES ", table.name, names.join(", "));
            let (mut place, mut values) = (0, Vec::new());
            for (position, row) in some.iter().enumerate() {
                text.push_str(if position == 0 { "(" } else { ", (" });
                for (position, value) in row.iter().enumerate() {
                    if position > 0 {
                        text.push_str(", ");
                    }
                    // What is empty stands in the text: a placeholder would need a type.
                    if *value == Plain::Null {
                        text.push_str("NULL");
                    } else {
                        place += 1;
                        text += &format!("${place}");
                        values.push(value);
                    }
                }
                text.push(')');
            }
            let mut filling = query(text);
            for value in values {
                filling = match value {
                    Plain::Null => filling,
                    Plain::Number(number) => filling.bind(*number),
                    Plain::Text(text) => filling.bind(text),
                    Plain::Bytes { hex } => filling.bind(&hex[..]),
                };
            }
            filling.execute(&mut *c).await?;
        }
        Ok(())
    }
}
