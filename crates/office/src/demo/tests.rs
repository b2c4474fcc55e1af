//! The invented city is played through, twice the same, and shows every stage.
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]

use super::{Demo, Ground, JURISDICTION, TOWN, fill, fill_town};
use calendar::Instant;
use case::rows::CaseRow;
use seal::Key;
use std::sync::Arc;
use store::{Blobs, DiskBlobs, LedgerFilter, Store};

struct City {
    demo: Demo,
    rows: Vec<CaseRow>,
    store: Store,
    _folder: tempfile::TempDir,
}

async fn city(now: &str) -> City {
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite:{}", folder.path().join("demo.sqlite").display());
    let store = Store::open(&url).await.unwrap();
    let blobs: Arc<dyn Blobs> = Arc::new(DiskBlobs::new(folder.path().join("files")));
    let procedure = include_str!("../../../../procedures/suqian-12345.toml");
    let now = Instant::parse(now).unwrap();
    let ground = Ground {
        store: store.clone(),
        blobs,
        master: Key::from_bytes([7; 32]),
        now,
    };
    let demo = fill(ground, None, procedure).await.unwrap();
    let filter = LedgerFilter::default();
    let rows = store.ledger(JURISDICTION, &filter, None, 1000).await.unwrap();
    City {
        demo,
        rows,
        store,
        _folder: folder,
    }
}

/// A working morning, and the night after a week of holidays.
const TIMES: [&str; 2] = ["2026-11-18T10:20:00+08:00", "2026-10-08T02:03:00+08:00"];

#[tokio::test]
async fn the_city_shows_every_stage_and_people_for_every_role() {
    for now in TIMES {
        let city = city(now).await;
        assert_eq!(city.demo.cases, city.rows.len());
        assert!(city.rows.len() >= 30, "{} cases", city.rows.len());
        for step in [
            "received",
            "passed-up",
            "accepted",
            "handling",
            "to-reply",
            "sms-visit",
            "person-visit",
            "rectifying",
            "to-close",
            "closed",
            "archived",
            "refused",
            "withdrawn",
        ] {
            assert!(city.rows.iter().any(|row| row.step == step), "no case in {step}");
        }
        assert!(city.rows.iter().any(|row| row.repeat_of.is_some()));
        assert!(city.rows.iter().any(|row| row.supervised));
        let read = procedure::read(include_str!("../../../../procedures/suqian-12345.toml")).unwrap();
        for role in read.roles.iter().filter(|role| role.id != "citizen") {
            assert!(city.demo.people.iter().any(|p| p.role == role.id), "{}", role.id);
        }
        let waiting = city.store.outbox_waiting(10).await.unwrap();
        assert_eq!(waiting, [], "nothing of weeks ago is sent");
        assert_eq!(
            city.store
                .next_timer()
                .await
                .unwrap()
                .filter(|at| *at <= Instant::parse(now).unwrap()),
            None
        );
    }
}

#[tokio::test]
async fn the_same_time_gives_the_same_city() {
    let [now, _] = TIMES;
    let (one, other) = (city(now).await, city(now).await);
    assert_eq!(one.demo, other.demo);
    assert_eq!(one.rows, other.rows);
}

/// The town beside it works by another procedure: what is public, what was taken down, rounds and items stand there.
#[tokio::test]
async fn a_town_of_it_publishes_its_messages() {
    for now in TIMES {
        let city = city(now).await;
        let ground = Ground {
            store: city.store.clone(),
            blobs: Arc::new(DiskBlobs::new(city._folder.path().join("files"))),
            master: Key::from_bytes([7; 32]),
            now: Instant::parse(now).unwrap(),
        };
        let procedure = include_str!("../../../../procedures/wenshao-wenzheng.toml");
        let town = fill_town(ground, procedure).await.unwrap();
        let filter = LedgerFilter::default();
        let rows = city.store.ledger(TOWN, &filter, None, 100).await.unwrap();
        // one more was made of an item
        assert_eq!(rows.len(), town.cases + 1);
        for step in [
            "received",
            "accepted",
            "to-assign",
            "handling",
            "replied",
            "archived",
            "refused",
        ] {
            assert!(rows.iter().any(|row| row.step == step), "no case in {step}");
        }
        let read = procedure::read(procedure).unwrap();
        for role in read.roles.iter().filter(|role| role.id != "citizen") {
            assert!(town.people.iter().any(|p| p.role == role.id), "{}", role.id);
        }
    }
}
