//! What SQLite is told about how many rows an index leaves, instead of counting them.
//!
//! Left alone SQLite takes ten rows to be left by the first column of any index. Ours begin with the jurisdiction, which
//! leaves all of them, so that it would rather read all cases of a city in the order wanted than the two of a caller. It
//! is told so here, by rule and not by counting: how a statement is run must not change with what happens to be stored.

use crate::StoreError;
use crate::columns::Columns;
use crate::lite::Lite;
use crate::sql::{Run, query};

/// Rows of a table, as it is taken to be; of an index over some of them a tenth.
const ROWS: u64 = 1_000_000;

/// Columns that hold one of few words: each leaves a twentieth of what the one before left. Any other leaves ten rows.
const FEW: [&str; 18] = [
    "step", "state", "channel", "category", "unit", "live", "accused", "watched", "asked", "kind",
    "outgoing", "role", "purpose", "history", "ended", "level", "facet", "round",
];

/// The line of an index in `sqlite_stat1`: all its rows, then the rows that are left once its first column is known, the
/// first two, and so on.
fn line(columns: &[&str], unique: bool, partial: bool) -> String {
    let all = if partial { ROWS / 10 } else { ROWS };
    let mut left = all;
    let mut line = all.to_string();
    for (place, column) in columns.iter().enumerate() {
        left = if unique && place + 1 == columns.len() {
            1
        } else if place == 0 && *column == "jurisdiction" {
            left
        } else if FEW.contains(column) {
            (left / 20).max(1)
        } else {
            left.min(10)
        };
        line += &format!(" {left}");
    }
    line
}

/// Says it of every index there is, unless it was said before. The connection that says it goes by it, and so does each
/// opened afterwards.
pub(crate) async fn say(c: &mut Lite) -> Result<(), StoreError> {
    let indexes = query(
        "SELECT t.name AS tbl, CASE WHEN t.wr = 1 AND l.origin = 'pk' THEN t.name ELSE l.name END AS idx,
                l.\"unique\" AS is_unique, l.partial,
                (SELECT group_concat(i.name, ',' ORDER BY i.seqno) FROM pragma_index_info(l.name) i) AS names
         FROM pragma_table_list t, pragma_index_list(t.name) l
         WHERE t.schema = 'main' AND t.type = 'table' AND t.name NOT LIKE 'sqlite%' ORDER BY 1, 2",
    )
    .fetch_all(&mut *c)
    .await?;
    let mut wanted = Vec::with_capacity(indexes.len());
    for index in &indexes {
        let names = index.text("names")?;
        let columns: Vec<&str> = names.split(',').collect();
        let said = line(&columns, index.flag("is_unique")?, index.flag("partial")?);
        wanted.push((index.text("tbl")?, index.text("idx")?, said));
    }
    // the table is made by the engine itself, the first time that anything is counted
    let there = query("SELECT 1 AS n FROM sqlite_master WHERE name = 'sqlite_stat1'");
    if there.fetch_all(&mut *c).await?.is_empty() {
        c.batch("ANALYZE sqlite_schema".to_owned()).await?;
    }
    let mut said = Vec::new();
    for row in &query("SELECT tbl, idx, stat FROM sqlite_stat1 ORDER BY 1, 2")
        .fetch_all(&mut *c)
        .await?
    {
        let index = row.maybe_text("idx")?.unwrap_or_default();
        said.push((row.text("tbl")?, index, row.text("stat")?));
    }
    if said == wanted {
        return Ok(());
    }
    query("DELETE FROM sqlite_stat1").execute(&mut *c).await?;
    for (table, index, line) in &wanted {
        query("INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES ($1, $2, $3)")
            .bind(table)
            .bind(index)
            .bind(line)
            .execute(&mut *c)
            .await?;
    }
    // has the connection read them
    c.batch("ANALYZE sqlite_schema".to_owned()).await
}

#[cfg(test)]
mod tests {
    use super::line;

    #[test]
    fn the_jurisdiction_leaves_everything_and_a_whole_unique_index_one() {
        assert_eq!(
            line(&["jurisdiction", "number"], true, false),
            "1000000 1000000 1"
        );
        assert_eq!(
            line(&["jurisdiction", "step", "received", "number"], false, false),
            "1000000 1000000 50000 10 10"
        );
        assert_eq!(
            line(&["jurisdiction", "account"], false, true),
            "100000 100000 10"
        );
        assert_eq!(line(&["expires"], false, false), "1000000 10");
    }
}
