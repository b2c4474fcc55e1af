//! A database of every earlier schema is brought up to date, one of a later schema is left alone.

use crate::common;

use common::*;
use jiff::civil::date;
use store::testing::Fresh;
use store::{CodeTried, DueFilter, Kind, Store, StoreError, both_engines, upcast};

/// Rows of each schema ever landed, as it had them; the first is schema 1.
const SCHEMAS: [&str; 21] = [
    include_str!("schemas/1.sql"),
    include_str!("schemas/2.sql"),
    include_str!("schemas/3.sql"),
    include_str!("schemas/4.sql"),
    include_str!("schemas/5.sql"),
    include_str!("schemas/6.sql"),
    include_str!("schemas/7.sql"),
    include_str!("schemas/8.sql"),
    include_str!("schemas/9.sql"),
    include_str!("schemas/10.sql"),
    include_str!("schemas/11.sql"),
    include_str!("schemas/12.sql"),
    include_str!("schemas/13.sql"),
    include_str!("schemas/14.sql"),
    include_str!("schemas/15.sql"),
    include_str!("schemas/16.sql"),
    include_str!("schemas/17.sql"),
    include_str!("schemas/18.sql"),
    include_str!("schemas/19.sql"),
    include_str!("schemas/20.sql"),
    include_str!("schemas/21.sql"),
];

/// Brings a database of an earlier schema up to date, and finds in it what was there.
async fn upgrade(db: Fresh, schema: usize) {
    db.migrate(i64::try_from(schema).unwrap()).await;
    db.execute(SCHEMAS[schema - 1]).await;
    let store = db.store().await;
    assert_eq!(db.dump("migration").await.len() as i64, Store::schema());
    check(&store).await;
}

/// Everything that the rows of the fixture say is found.
async fn check(store: &Store) {
    let number = number(1);
    let loaded = store.load_case(HERE, &number).await.unwrap().unwrap();
    assert_eq!(
        (loaded.case.channel.as_str(), loaded.case.seq, loaded.recorded),
        ("website", 1, at(1))
    );
    let events = store.events(HERE, "case/C000001").await.unwrap();
    upcast::case_event(&events[0]).unwrap();
    assert_eq!(
        store.answered(HERE, &"k".into()).await.unwrap(),
        Some(b"answer".to_vec())
    );
    assert_eq!(store.jurisdictions().await.unwrap()[0].zh, "示例市");
    let day = date(2026, 6, 1);
    assert_eq!(
        store
            .in_force(HERE, Kind::Procedure, day)
            .await
            .unwrap()
            .unwrap()
            .text,
        b"text"
    );
    assert_eq!(
        store
            .case_row(HERE, &number)
            .await
            .unwrap()
            .unwrap()
            .external
            .as_deref(),
        Some("A-1")
    );
    assert_eq!(
        store
            .unit_queue(HERE, &["water".into()], None, 9)
            .await
            .unwrap()
            .len(),
        1
    );
    assert_eq!(
        store
            .due_list(HERE, &DueFilter::default(), None, 9)
            .await
            .unwrap()[0]
            .clock
            .due,
        at(9)
    );
    assert_eq!(store.due_timers(at(5), 9).await.unwrap().len(), 1);
    assert_eq!(
        store.check_code_hash(HERE, &number).await.unwrap().as_deref(),
        Some("check")
    );
    assert_eq!(store.units(HERE, day).await.unwrap()[0].zh, "水务局");
    assert_eq!(
        store.person_by_login(HERE, "li").await.unwrap().unwrap().name,
        "李雷"
    );
    assert_eq!(
        store.posts(HERE, &"li".into(), day).await.unwrap()[0].role,
        "handler"
    );
    assert_eq!(
        store
            .on_duty(HERE, &"water".into(), at(5))
            .await
            .unwrap()
            .unwrap()
            .name,
        "李雷"
    );
    assert_eq!(
        store.key(HERE, &seal::KeyId::new("case:1")).await.unwrap(),
        Some(b"wrapped".to_vec())
    );
    assert_eq!(store.outbox_waiting(9).await.unwrap()[0].payload, b"{}");
    let claimed = store
        .claim_lease(HERE.into(), "timers".into(), "b".into(), at(9), at(99))
        .await
        .unwrap();
    assert!(!claimed);
    assert_eq!(
        store
            .signed(HERE, "token", at(5), date(2026, 6, 1))
            .await
            .unwrap()
            .unwrap()
            .session
            .csrf,
        "csrf"
    );
    assert_eq!(store.attempts(HERE, "ip", at(0)).await.unwrap(), 2);
    let tried = store
        .try_code(HERE.into(), "phone".into(), "key".into(), "code".into(), at(5), 3)
        .await;
    assert_eq!(tried.unwrap(), CodeTried::Right);
    assert_eq!(
        store
            .attachment(HERE, "0123456789abcdef")
            .await
            .unwrap()
            .unwrap()
            .bytes,
        1234
    );
    assert_eq!(store.visit_link(HERE, "link", at(5)).await.unwrap(), Some(number));
}

both_engines! { empty:
    async fn schema_1_is_brought_up_to_date(db) {
        upgrade(db, 1).await;
    }

    async fn schema_2_is_brought_up_to_date(db) {
        upgrade(db, 2).await;
    }

    async fn schema_3_is_brought_up_to_date(db) {
        upgrade(db, 3).await;
    }

    async fn schema_4_is_brought_up_to_date(db) {
        upgrade(db, 4).await;
    }

    async fn schema_5_is_brought_up_to_date(db) {
        upgrade(db, 5).await;
    }

    async fn schema_6_is_brought_up_to_date(db) {
        upgrade(db, 6).await;
    }

    async fn schema_7_is_brought_up_to_date(db) {
        upgrade(db, 7).await;
    }

    async fn schema_8_is_brought_up_to_date(db) {
        upgrade(db, 8).await;
    }

    async fn schema_9_is_brought_up_to_date(db) {
        upgrade(db, 9).await;
    }

    async fn schema_10_is_brought_up_to_date(db) {
        upgrade(db, 10).await;
    }

    async fn schema_11_is_brought_up_to_date(db) {
        upgrade(db, 11).await;
    }

    async fn schema_12_is_brought_up_to_date(db) {
        upgrade(db, 12).await;
    }

    async fn schema_13_is_brought_up_to_date(db) {
        upgrade(db, 13).await;
    }

    async fn schema_14_is_brought_up_to_date(db) {
        upgrade(db, 14).await;
    }

    async fn schema_15_is_brought_up_to_date(db) {
        upgrade(db, 15).await;
    }

    async fn schema_17_is_brought_up_to_date(db) {
        upgrade(db, 17).await;
    }

    async fn schema_18_is_brought_up_to_date(db) {
        upgrade(db, 18).await;
    }

    async fn schema_19_is_brought_up_to_date(db) {
        upgrade(db, 19).await;
    }

    /// What must be in no count is in none at once, not only when its case goes on; what was late is late.
    async fn an_accusation_from_before_there_were_counts_is_in_none(db) {
        db.migrate(14).await;
        db.execute(SCHEMAS[13]).await;
        db.execute("UPDATE case_row SET accused = 1; UPDATE clock_row SET met = due;").await;
        let store = db.store().await;
        assert_eq!(store.unit_loads(HERE, at(9)).await.unwrap(), []);
        let rows = db.dump("order_row").await;
        assert!(rows.iter().all(|row| row.contains("apart=Some(1)")), "{rows:?}");
        let rows = db.dump("case_row").await;
        assert!(rows.iter().all(|row| row.contains(" late=Some(1)")), "{rows:?}");
    }

    async fn schema_16_is_brought_up_to_date(db) {
        upgrade(db, 16).await;
    }

    async fn entries_of_the_knowledge_base_are_found(db) {
        db.migrate(16).await;
        db.execute(SCHEMAS[15]).await;
        let store = db.store().await;
        let runs = ["路".to_owned(), "路灯".to_owned()];
        let found = store.knowledge_said(HERE, &runs, date(2026, 6, 1), true, 9).await.unwrap();
        assert_eq!((found.len(), found[0].entry.review), (1, date(2026, 6, 1)));
    }

    /// A case from before there were accounts belongs to whoever shows the phone that was verified for it.
    async fn cases_from_before_accounts_are_found_by_their_phone(db) {
        db.migrate(12).await;
        db.execute(SCHEMAS[11]).await;
        let store = db.store().await;
        let found = store.case_of_account(HERE, "hash", &number(1)).await.unwrap().unwrap();
        assert_eq!((found.phone.as_str(), found.account), ("hash", None));
        assert_eq!(store.cases_of_account(HERE, "hash", None, 9).await.unwrap().len(), 1);
    }

    /// Events from before the log wait to be taken in.
    async fn events_from_before_the_log_have_a_place_in_it(db) {
        db.migrate(9).await;
        db.execute(SCHEMAS[8]).await;
        let store = db.store().await;
        let waiting = store.unsequenced(store.log_mark().await.unwrap(), 9).await.unwrap();
        assert_eq!(waiting.len(), 1);
        assert_eq!((waiting[0].position, waiting[0].event.seq), (1, 1));
    }

    /// A newer program was here: nothing is touched, and the error says so.
    async fn a_newer_schema_is_refused(db) {
        db.store().await.close().await;
        db.execute("INSERT INTO migration (version, sha256) VALUES (999, 'x');").await;
        let refused = Store::open(&db.url).await;
        let known = Store::schema();
        assert!(matches!(refused, Err(StoreError::Newer { found: 999, known: k }) if k == known));
    }

    /// Whoever edits a landed migration is found out.
    async fn a_changed_migration_is_refused(db) {
        db.store().await.close().await;
        db.execute("UPDATE migration SET sha256 = 'x' WHERE version = 1;").await;
        assert!(matches!(Store::open(&db.url).await, Err(StoreError::Migration(1))));
    }

    /// Several processes start on an empty database at once: one migrates, the others wait.
    async fn migrations_run_under_a_lock(db) {
        let open = |_| {
            let url = db.url.clone();
            tokio::spawn(async move { Store::open(&url).await })
        };
        let tasks: Vec<_> = (0..4).map(open).collect();
        for task in tasks {
            let store = task.await.unwrap().unwrap();
            store.commit(append(1, 0, 1)).await.ok();
        }
        assert_eq!(db.dump("event").await.len(), 1);
    }
}

#[test]
fn every_schema_has_its_rows() {
    assert_eq!(SCHEMAS.len() as i64, Store::schema());
}

/// The hashes that the tidy check compares stand beside the migrations.
#[test]
fn landed_migrations_have_their_hashes() {
    let sums = include_str!("../migrations/SHA256SUMS");
    assert_eq!(sums.lines().count() as i64, Store::schema());
}

#[tokio::test]
async fn an_unknown_address_is_refused() {
    let refused = Store::open("mysql://root:secret@host/db").await.unwrap_err();
    assert!(
        matches!(&refused, StoreError::Address(text) if text == "…@host/db"),
        "{refused}"
    );
}
