//! What has happened to cases since a position of the log, and what of it a queue holds.

use crate::common;

use case::CaseNumber;
use common::*;
use store::{QueueOf, Store, both_engines};

/// A case with a work order of a unit, in a step.
async fn enter(store: &Store, n: u32, step: &str, unit: &str) {
    let mut rows = rows(n);
    rows.case.step = step.into();
    rows.orders = vec![order(n, 1, unit)];
    store.commit(with_rows(n, rows)).await.unwrap();
}

fn numbers(of: &[case::rows::CaseRow]) -> Vec<CaseNumber> {
    let mut numbers: Vec<CaseNumber> = of.iter().map(|row| row.number.clone()).collect();
    numbers.sort();
    numbers
}

both_engines! {
    /// Given a page that remembers where the log ended, what it asks for later is what came behind, the newest first.
    async fn what_came_behind_a_position_is_found(db) {
        let store = db.store().await;
        assert_eq!(store.last_position().await.unwrap(), 0);
        enter(&store, 1, "received", "water").await;
        let seen = store.last_position().await.unwrap();
        assert_eq!(store.cases_moved(seen, 10).await.unwrap(), []);
        enter(&store, 2, "received", "water").await;
        store.commit(append(1, 1, 7)).await.unwrap();
        let moved = store.cases_moved(seen, 10).await.unwrap();
        let cases: Vec<&CaseNumber> = moved.iter().map(|news| &news.number).collect();
        assert_eq!(cases, [&number(1), &number(2)]);
        assert!(moved[0].position > moved[1].position && moved[1].position > seen);
        assert_eq!(moved[0].jurisdiction, HERE);
        assert_eq!(store.cases_moved(seen, 1).await.unwrap().len(), 1, "at most so many");
    }

    /// Of what moved, a queue is told what it holds, and units what they have.
    async fn a_queue_holds_some_of_what_moved(db) {
        let store = db.store().await;
        for (n, step, unit) in [(1, "received", "water"), (2, "accepted", "road"), (3, "received", "road")] {
            enter(&store, n, step, unit).await;
        }
        let all = [number(1), number(2), number(3), number(9)];
        let received = QueueOf { steps: vec!["received".into()], ..QueueOf::default() };
        let found = store.queue_among(HERE, &received, &all).await.unwrap();
        assert_eq!(numbers(&found), [number(1), number(3)]);
        let found = store.queue_among(HERE, &received, &all[..1]).await.unwrap();
        assert_eq!(numbers(&found), [number(1)]);
        let found = store.queue_among(HERE, &QueueOf::default(), &all).await.unwrap();
        assert_eq!(found.len(), 3, "nothing named is every open case");
        let found = store.units_among(HERE, &["road".into()], &all).await.unwrap();
        assert_eq!(numbers(&found), [number(2), number(3)]);
        assert_eq!(store.units_among(HERE, &[], &all).await.unwrap(), []);
        assert_eq!(store.queue_among(HERE, &received, &[]).await.unwrap(), []);
    }
}
