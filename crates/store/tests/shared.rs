//! What several processes do together: leases, timers, the outbox. A second store handle stands for the second process.

use crate::common;

use common::*;
use std::collections::BTreeSet;
use store::{Fate, NewOutbox, Noted, both_engines};

fn message(id: &str, due: i64) -> NewOutbox {
    NewOutbox {
        id: id.into(),
        due: at(due),
        kind: "mail".into(),
        payload: b"{}".to_vec(),
    }
}

both_engines! {
    /// One holder at a time; a lease that ran out is free, a given back one too.
    async fn a_lease_has_one_holder(db) {
        let (one, two) = (db.store().await, db.store().await);
        let claim = async |store: &store::Store, holder: &str, now: i64, until: i64| {
            store.claim_lease(HERE.into(), "timers".into(), holder.into(), at(now), at(until)).await.unwrap()
        };
        assert!(claim(&one, "a", 0, 10).await);
        assert!(!claim(&two, "b", 5, 15).await);
        assert!(claim(&one, "a", 5, 20).await, "renewed");
        assert!(!claim(&two, "b", 19, 30).await);
        assert!(claim(&two, "b", 20, 30).await, "ran out");
        assert!(!claim(&one, "a", 25, 35).await);
        two.release_lease(HERE.into(), "timers".into(), "b".into()).await.unwrap();
        assert!(claim(&one, "a", 26, 35).await);
    }

    /// Twenty claim at once: one has it.
    async fn a_lease_is_won_once(db) {
        let (one, two) = (db.store().await, db.store().await);
        let claim = |n: u32| {
            let store = if n.is_multiple_of(2) { one.clone() } else { two.clone() };
            tokio::spawn(async move {
                store.claim_lease(HERE.into(), "x".into(), n.to_string(), at(0), at(9)).await.unwrap()
            })
        };
        let tasks: Vec<_> = (0..20).map(claim).collect();
        let mut won = 0;
        for task in tasks {
            won += u32::from(task.await.unwrap());
        }
        assert_eq!(won, 1);
    }

    /// A case with several due clocks is looked at once, by the earliest.
    async fn due_timers_come_by_case(db) {
        let store = db.store().await;
        for n in 1..=3 {
            let mut rows = rows(n);
            let due = i64::from(n) * 10;
            rows.clocks = vec![clock(n, 0, at(due + 5)), clock(n, 1, at(due)), clock(n, 2, at(due + 100))];
            rows.clocks[2].timer = None;
            store.commit(with_rows(n, rows)).await.unwrap();
        }
        assert_eq!(store.next_timer().await.unwrap(), Some(at(10)));
        assert!(store.due_timers(at(9), 100).await.unwrap().is_empty());
        let due = store.due_timers(at(25), 100).await.unwrap();
        let due: Vec<_> = due.into_iter().map(|d| (d.jurisdiction, d.number, d.at)).collect();
        assert_eq!(due, [(HERE.into(), number(1), at(10)), (HERE.into(), number(2), at(20))]);
    }

    /// What is due is leased to one of two processes, and again when the lease runs out.
    async fn a_message_is_claimed_once(db) {
        let (one, two) = (db.store().await, db.store().await);
        let mut commit = append(1, 0, 1);
        commit.outbox = (0..40).map(|n| message(&format!("case/C000001/1/{n}"), n)).collect();
        commit.outbox.push(message("later", 1000));
        one.commit(commit).await.unwrap();
        let claim = |n: u32| {
            let store = if n.is_multiple_of(2) { one.clone() } else { two.clone() };
            tokio::spawn(async move { store.claim_outbox(n.to_string(), at(100), at(200), 7).await.unwrap() })
        };
        let tasks: Vec<_> = (0..12).map(claim).collect();
        let (mut ids, mut claimed) = (BTreeSet::new(), 0);
        for task in tasks {
            for message in task.await.unwrap() {
                claimed += 1;
                ids.insert(message.id);
            }
        }
        // Two that choose at the same instant may each find fewer than they asked for.
        while let Some(message) = one.claim_outbox("z".into(), at(100), at(200), 1).await.unwrap().pop() {
            claimed += 1;
            ids.insert(message.id);
        }
        assert_eq!((claimed, ids.len()), (40, 40));
        assert!(two.claim_outbox("y".into(), at(199), at(300), 99).await.unwrap().is_empty());
        assert_eq!(two.claim_outbox("y".into(), at(200), at(300), 99).await.unwrap().len(), 40);
    }

    /// Sent, failed and tried again, given up, put off; by whoever holds the lease and nobody else.
    async fn a_message_ends_sent_or_given_up(db) {
        let store = db.store().await;
        let mut commit = append(1, 0, 1);
        commit.outbox = vec![message("m", 5), message("m", 6)];
        store.commit(commit).await.unwrap();
        let claim = async |now| store.claim_outbox("a".into(), at(now), at(now + 10), 9).await.unwrap();
        assert!(claim(4).await.is_empty());
        assert_eq!(claim(5).await.len(), 1, "the second with the same id is none");
        let note = async |holder: &str, fate| {
            let note = Noted { jurisdiction: HERE.into(), id: "m".into(), fate };
            store.note_outbox(holder.into(), at(51), vec![note]).await.unwrap() == 1
        };
        let failed = async |next| note("a", Fate::Failed { why: "no".into(), next_at: next }).await;
        assert!(failed(Some(at(30))).await);
        assert!(!failed(Some(at(40))).await, "no longer leased");
        assert!(claim(29).await.is_empty());
        let again = claim(30).await;
        assert_eq!((again[0].attempts, again[0].last_error.as_deref(), again[0].due), (1, Some("no"), at(5)));
        assert!(note("a", Fate::PutOff { why: "quiet".into(), next_at: at(50) }).await);
        assert_eq!(store.outbox_troubled(HERE, 9).await.unwrap()[0].last_error.as_deref(), Some("quiet"));
        assert_eq!(claim(50).await[0].attempts, 1);
        assert!(!note("b", Fate::Sent).await);
        assert!(note("a", Fate::Sent).await);
        let message = store.outgoing(HERE, "m").await.unwrap().unwrap();
        assert_eq!((message.sent_at, message.next_at), (Some(at(51)), None));
        assert!(claim(1000).await.is_empty());
        assert!(store.outbox_waiting(9).await.unwrap().is_empty());
        assert!(store.outbox_troubled(HERE, 9).await.unwrap().is_empty());
        assert_eq!(store.sweep(at(60), at(0), at(51)).await.unwrap(), 0, "sent at 51, kept until after it");
        assert_eq!(store.sweep(at(60), at(0), at(52)).await.unwrap(), 1);
        assert!(store.outgoing(HERE, "m").await.unwrap().is_none());
    }

    async fn a_message_given_up_waits_no_more(db) {
        let store = db.store().await;
        let mut commit = append(1, 0, 1);
        commit.outbox = vec![message("m", 5)];
        store.commit(commit).await.unwrap();
        assert_eq!(store.outbox_waiting(9).await.unwrap().len(), 1);
        store.claim_outbox("a".into(), at(5), at(9), 9).await.unwrap();
        let fate = Fate::Failed { why: "no".into(), next_at: None };
        let note = Noted { jurisdiction: HERE.into(), id: "m".into(), fate };
        assert_eq!(store.note_outbox("a".into(), at(6), vec![note]).await.unwrap(), 1);
        assert!(store.outbox_waiting(9).await.unwrap().is_empty());
        assert!(store.claim_outbox("a".into(), at(999), at(1999), 9).await.unwrap().is_empty());
    }

    /// What a message became stands in the outbox with the note, and only where the message was still held.
    async fn a_message_becomes_others(db) {
        let store = db.store().await;
        let mut commit = append(1, 0, 1);
        commit.outbox = vec![message("m", 5)];
        store.commit(commit).await.unwrap();
        store.claim_outbox("a".into(), at(5), at(9), 9).await.unwrap();
        let note = async |holder: &str| {
            let fate = Fate::Became(vec![message("m/one", 5), message("m/two", 5)]);
            let note = Noted { jurisdiction: HERE.into(), id: "m".into(), fate };
            store.note_outbox(holder.into(), at(6), vec![note]).await.unwrap()
        };
        assert_eq!(note("b").await, 0);
        assert!(store.outgoing(HERE, "m/one").await.unwrap().is_none());
        assert_eq!(note("a").await, 1);
        let ids = |all: Vec<store::Outgoing>| all.into_iter().map(|m| m.id).collect::<Vec<_>>();
        assert_eq!(ids(store.claim_outbox("c".into(), at(7), at(9), 9).await.unwrap()), ["m/one", "m/two"]);
    }
}
