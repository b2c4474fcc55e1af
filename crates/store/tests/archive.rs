//! Everything as it stood at one moment, out of one engine and into the other.

use crate::common;

use common::*;
use store::archive::{Keep, Page, Plain, Snapshot, TABLES, Table};
use store::testing::Fresh;
use store::{Store, StoreError, both_engines};

/// A whole table, some rows at a time.
async fn whole(snapshot: &mut Snapshot, table: &Table) -> Page {
    let mut all = Page::default();
    loop {
        let after = all.last_key(table).unwrap_or_default();
        let page = snapshot.page(table, &after, 3).await.unwrap();
        if page.rows.is_empty() {
            return all;
        }
        all.columns = page.columns;
        all.rows.extend(page.rows);
    }
}

async fn some(fresh: &Fresh) -> Store {
    let store = fresh.store().await;
    for n in 1..=10 {
        store.commit(append(n, 0, i64::from(n))).await.unwrap();
    }
    store
}

/// Without the numbering that PostgreSQL keeps for itself.
fn kept(rows: Vec<String>) -> Vec<String> {
    rows.into_iter()
        .map(|row| row.split(" pos=").next().unwrap().to_owned())
        .collect()
}

both_engines! {
    /// A table that nobody has decided about is found.
    async fn every_table_has_its_fate(fresh) {
        fresh.store().await.close().await;
        let mut found = Snapshot::open(&fresh.url).await.unwrap().tables().await.unwrap();
        let mut known: Vec<String> = TABLES.iter().map(|table| table.name.to_owned()).collect();
        found.sort();
        known.sort();
        assert_eq!(found, known);
    }

    async fn what_is_written_meanwhile_is_not_in_it(fresh) {
        let store = some(&fresh).await;
        let event = Table::named("event").unwrap();
        let mut snapshot = Snapshot::open(&fresh.url).await.unwrap();
        let first = snapshot.page(event, &[], 2).await.unwrap();
        for n in 11..=20 {
            store.commit(append(n, 0, i64::from(n))).await.unwrap();
        }
        assert_eq!(first.rows.len(), 2);
        assert_eq!(whole(&mut snapshot, event).await.rows.len(), 10);
    }

    /// Out of this engine into either, and the rows are the same to the byte.
    async fn rows_go_from_any_engine_into_any(fresh) {
        let store = some(&fresh).await;
        let mut snapshot = Snapshot::open(&fresh.url).await.unwrap();
        let targets = [Some(Fresh::sqlite()), Fresh::postgres().await];
        for target in targets.into_iter().flatten() {
            let filled = target.store().await;
            assert!(filled.is_empty().await.unwrap());
            for table in TABLES.iter().filter(|table| matches!(table.keep, Keep::Archived | Keep::Keys)) {
                let page = whole(&mut snapshot, table).await;
                filled.fill(table, page.columns.into(), page.rows).await.unwrap();
                let (there, here) = (target.dump(table.name).await, fresh.dump(table.name).await);
                assert_eq!(kept(there), kept(here), "{}", table.name);
            }
            assert!(!filled.is_empty().await.unwrap());
            let number = case::CaseNumber::from("C000003");
            let stream = store::case_stream(&number);
            let events = store.events(HERE, &stream).await.unwrap();
            assert_eq!(filled.events(HERE, &stream).await.unwrap(), events);
        }
    }

    /// An archive is older than the program: what it does not know gets what the migration says.
    async fn a_column_that_is_younger_gets_its_default(fresh) {
        let store = fresh.store().await;
        let table = Table::named("adopted").unwrap();
        let columns = ["jurisdiction", "hash", "kind", "id", "version", "in_force", "text", "adopted_at"];
        let text = |text: &str| Plain::Text(text.to_owned());
        let row = vec![
            text(HERE), text("h"), text("procedure"), text("p"), text("1"), text("2026-01-01"),
            Plain::Bytes { hex: b"x".to_vec() }, Plain::Number(1),
        ];
        let columns: Vec<String> = columns.map(str::to_owned).to_vec();
        store.fill(table, columns.into(), vec![row]).await.unwrap();
        assert!(fresh.dump("adopted").await[0].contains("adopted_by=Some(\"\")"));
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn another_schema_is_refused() {
    let fresh = Fresh::sqlite();
    fresh.migrate(1).await;
    let refused = Snapshot::open(&fresh.url).await;
    assert!(
        matches!(refused, Err(StoreError::OtherSchema { found: 1, .. })),
        "{refused:?}"
    );
}
