//! What an operator asks of a database, on both engines, while somebody writes into it.

use crate::common;

use common::*;
use store::both_engines;
use store::condition::{Condition, Engine};

both_engines! {
    async fn an_operator_sees_how_it_is_and_what_waits(db) {
        let store = db.store().await;
        let mut rows = rows(1);
        rows.clocks = vec![clock(1, 0, at(700))];
        store.commit(with_rows(1, rows)).await.unwrap();
        store.commit(append(1, 1, 50)).await.unwrap();
        let mut condition = Condition::open(&db.url).await.unwrap();
        let (has, known) = condition.schema().await.unwrap();
        assert_eq!(has, known);
        match condition.engine().await.unwrap() {
            Engine::Sqlite { faults, bytes, .. } => assert!(faults.is_empty() && bytes > 0),
            Engine::Postgres { version, durability, clock } => {
                assert!(version.starts_with(char::is_numeric), "{version}");
                assert!(clock.is_some());
                assert_eq!(durability.len(), 3);
                assert!(durability.iter().all(|(_, value)| value == "on" || value == "off"), "{durability:?}");
            }
        }
        let standing = condition.standing().await.unwrap();
        assert_eq!(standing.timer, Some(at(700)));
        assert_eq!(standing.unsequenced, (2, Some(at(1))));
        assert_eq!(standing.recorded, Some(at(50)));
        assert_eq!((standing.waiting, standing.given_up, standing.outbox), (0, 0, None));
        assert!(standing.keys.is_empty() && standing.heads.is_empty());
        // restored rows have new positions behind a mark of before; what has its leaf waits for nothing
        db.execute(
            "INSERT INTO log_leaf (jurisdiction, leaf, stream, seq, commitment)
             SELECT jurisdiction, 0, stream, seq, BYTES'00' FROM event WHERE seq = 1;",
        )
        .await;
        let mut condition = Condition::open(&db.url).await.unwrap();
        let standing = condition.standing().await.unwrap();
        assert_eq!(standing.unsequenced, (1, Some(at(50))));
    }
}
