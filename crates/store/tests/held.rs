//! What is held for a form: for a while, within bounds, for whoever has its id.

use crate::common;

use common::*;
use store::{Held, Holder, Origin, Room, Session, both_engines};

const ROOM: Room = Room {
    of_one: 20,
    of_all: 30,
};

fn file(id: &str, whose: &str, bytes: u64) -> Held {
    Held {
        id: id.to_owned(),
        whose: whose.to_owned(),
        expires: at(100),
        bytes,
        content: b"sealed".to_vec(),
    }
}

both_engines! {
    async fn it_is_there_until_it_is_over(db) {
        let store = db.store().await;
        assert!(store.hold(HERE.into(), file("a", "x", 5), ROOM, at(1)).await.unwrap());
        let held = async |id: &str, ms| store.held(HERE, id, at(ms)).await.unwrap();
        assert_eq!(held("a", 99).await, Some(b"sealed".to_vec()));
        assert_eq!(held("b", 1).await, None);
        assert_eq!(store.held("elsewhere", "a", at(1)).await.unwrap(), None);
        assert_eq!(held("a", 100).await, None);
        // used: not for long any more, and never for longer
        store.hold_until(HERE.into(), "a".into(), at(50)).await.unwrap();
        store.hold_until(HERE.into(), "a".into(), at(70)).await.unwrap();
        assert_eq!(held("a", 49).await, Some(b"sealed".to_vec()));
        assert_eq!(held("a", 50).await, None);
        assert_eq!(store.sweep(at(50), at(0), at(0)).await.unwrap(), 1);
    }

    async fn so_much_is_held_of_one_and_of_all(db) {
        let store = db.store().await;
        let hold = async |id: &str, whose: &str, bytes, ms| {
            store.hold(HERE.into(), file(id, whose, bytes), ROOM, at(ms)).await.unwrap()
        };
        assert!(hold("a", "x", 15, 1).await);
        assert!(!hold("b", "x", 6, 1).await, "of one");
        assert!(hold("b", "x", 5, 1).await);
        assert!(!hold("c", "y", 11, 1).await, "of all");
        assert!(hold("c", "y", 10, 1).await);
        // what is over takes no room
        assert!(hold("d", "x", 20, 100).await);
    }

    /// A session that is over opens nothing, and still says for a while whose it was; one that was ended does not.
    async fn a_lapsed_session_says_whose_it_was(db) {
        let store = db.store().await;
        let session = |token: &str, owes: &str| Session {
            token_hash: token.to_owned(),
            holder: Holder::Person("li".into()),
            csrf: "csrf".to_owned(),
            created: at(1),
            last_seen: at(1),
            ends: at(10),
            origin: Origin::default(),
            owes: owes.to_owned(),
        };
        for (token, owes) in [("a", ""), ("b", "code"), ("c", "")] {
            store.open_session(HERE.into(), session(token, owes), None).await.unwrap();
        }
        store.end_session(HERE.into(), "c".into()).await.unwrap();
        let whose = async |token: &str, since| store.lapsed_session(HERE, token, at(since)).await.unwrap();
        assert_eq!(whose("a", 9).await, Some(Holder::Person("li".into())));
        assert_eq!(whose("a", 10).await, None);
        assert_eq!((whose("b", 9).await, whose("c", 9).await), (None, None));
        store.sweep(at(50), at(9), at(0)).await.unwrap();
        assert!(whose("a", 9).await.is_some());
        store.sweep(at(50), at(10), at(0)).await.unwrap();
        assert!(whose("a", 9).await.is_none());
    }
}
