//! Openings from before the access log had rows are in it after the next start, without anybody's doing.

use office::access::{AccessWanted, fold_openings};
use office::{backup, fold};
use store::DiskBlobs;
use store::testing::Fresh;
use testkit::TestOffice;

const SCHEMA_11: &str = include_str!("../../store/tests/schemas/11.sql");
const OPENINGS: &str = include_str!("../samples/access-1.jsonl");

/// A database of schema 11 with two openings, as the program of then stored them.
async fn of_schema_11(fresh: &Fresh) {
    fresh.migrate(11).await;
    fresh.execute(SCHEMA_11).await;
    for (seq, line) in (1..).zip(OPENINGS.lines()) {
        let hex: String = line.bytes().map(|byte| format!("{byte:02x}")).collect();
        let put = format!(
            "INSERT INTO event (jurisdiction, stream, seq, kind, version, at, recorded, \"procedure\", calendar, bytes)
             VALUES ('example', 'access/2026112148392047', {seq}, 'open-person', 1, 178000000000{seq}, 178000000000{seq},
                 '', '', BYTES'{hex}');"
        );
        fresh.execute(&put).await;
    }
}

store::both_engines! { empty:
    async fn a_start_folds_them_once(fresh) {
        of_schema_11(&fresh).await;
        let store = fresh.store().await;
        assert_eq!(fresh.dump("access_row").await.len(), 0);
        assert_eq!(fold_openings(&store).await.unwrap(), 2);
        let rows = fresh.dump("access_row").await;
        assert_eq!(rows.len(), 2);
        assert!(rows.iter().all(|row| row.contains("open-person") && row.contains("li")), "{rows:?}");
        // and never looks again
        assert_eq!(fold_openings(&store).await.unwrap(), 0);
        assert_eq!(fresh.dump("access_row").await, rows);
    }

    /// A first start that failed before anything was set up leaves an empty database: a backup can be restored into it.
    async fn where_nothing_is_set_up_no_mark_is_left(fresh) {
        let store = fresh.store().await;
        assert_eq!(fold_openings(&store).await.unwrap(), 0);
        assert!(store.is_empty().await.unwrap());
    }

    async fn two_processes_that_start_at_once_fold_each_once(fresh) {
        of_schema_11(&fresh).await;
        let (one, two) = (fresh.store().await, fresh.store().await);
        let folded = tokio::join!(fold_openings(&one), fold_openings(&two));
        assert!(folded.0.unwrap().max(folded.1.unwrap()) == 2);
        assert_eq!(fresh.dump("access_row").await.len(), 2);
    }

    /// A start that died in the middle is gone on with.
    async fn half_of_them_folded_is_no_hindrance(fresh) {
        of_schema_11(&fresh).await;
        let store = fresh.store().await;
        fold_openings(&store).await.unwrap();
        let rows = fresh.dump("access_row").await;
        fresh.execute("DELETE FROM access_row WHERE seq = 1; DELETE FROM log_mark WHERE name = 'access-folded';").await;
        assert_eq!(fold_openings(&store).await.unwrap(), 1);
        assert_eq!(fresh.dump("access_row").await, rows);
    }
}

store::both_engines! {
    /// What is folded is what a rebuild makes, and what the auditor reads; a backup taken before and after finds no difference.
    async fn what_is_folded_is_what_a_rebuild_makes(fresh) {
        let test = TestOffice::on(fresh).await;
        let number = test.dispatched("路灯不亮", "water").await;
        test.office.open_person(&test.j, &test.staff("handler-water"), &number, "联系群众").await.unwrap();
        let rows = test.fresh.dump("access_row").await;
        assert_eq!(rows.len(), 1);
        test.fresh.execute("DELETE FROM access_row;").await;
        assert_eq!(differing(&test).await, Vec::<&str>::new());
        assert_eq!(fold_openings(test.office.store()).await.unwrap(), 1);
        assert_eq!(test.fresh.dump("access_row").await, rows);
        assert_eq!(differing(&test).await, Vec::<&str>::new());
        test.office.store().rebuild(&test.j, fold).await.unwrap();
        assert_eq!(test.fresh.dump("access_row").await, rows);
        let auditor = test.staff("auditor");
        let page = test.office.access_log(&test.j, &auditor, &AccessWanted::default(), None, 9).await.unwrap();
        assert!(page.lines.iter().any(|line| line.reason.as_deref() == Some("联系群众")));
    }

    /// A row that is there and says something else is a difference all the same.
    async fn a_changed_row_is_still_a_difference(fresh) {
        let test = TestOffice::on(fresh).await;
        let number = test.dispatched("路灯不亮", "water").await;
        test.office.open_person(&test.j, &test.staff("handler-water"), &number, "联系群众").await.unwrap();
        test.fresh.execute("UPDATE access_row SET person = 'another';").await;
        assert_eq!(differing(&test).await, ["access_row"]);
    }
}

/// What a backup says that differs once it is restored.
async fn differing(test: &TestOffice) -> Vec<&'static str> {
    let (mut archive, mut keys) = (Vec::new(), Vec::new());
    let blobs = DiskBlobs::new(test.folder.path().join("files"));
    let now = test.office.now();
    let made = backup::back_up(
        &test.fresh.url,
        &blobs,
        &[],
        "drill",
        now,
        &mut archive,
        &mut keys,
    )
    .await;
    let (manifest, _) = made.unwrap();
    let target = Fresh::sqlite();
    let store = target.store().await;
    let there = tempfile::tempdir().unwrap();
    let there = DiskBlobs::new(there.path());
    backup::restore(&store, &there, &archive[..], &keys[..])
        .await
        .unwrap();
    backup::differing(&target.url, &manifest).await.unwrap()
}
