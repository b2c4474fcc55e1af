//! The log: sequence numbers, command ids, two times, and what a failure leaves.

use crate::common;

use common::*;
use store::testing::Fresh;
use store::{Append, CommitError, Setting, Store, StoreError, Unchanged, both_engines, case_stream};

async fn seqs(store: &Store, n: u32) -> Vec<u64> {
    let events = store.events(HERE, &case_stream(&number(n))).await.unwrap();
    events.iter().map(|event| event.seq).collect()
}

both_engines! {
    /// Durability hangs on settings: they are read back from the database itself.
    async fn settings_are_as_promised(db) {
        let store = db.store().await;
        let settings = store.settings().await.unwrap();
        let expected: &[(&str, &str)] = match store.engine_name() {
            "sqlite" => {
                &[("journal_mode", "wal"), ("synchronous", "full"), ("foreign_keys", "on"), ("busy_timeout", "10000")]
            }
            _ => &[("synchronous_commit", "on"), ("fsync", "on"), ("full_page_writes", "on")],
        };
        let expected: Vec<Setting> =
            expected.iter().map(|(name, value)| Setting { name, value: (*value).to_owned() }).collect();
        assert_eq!(settings, expected);
    }

    /// What was decided is stored byte by byte, with both times and the hashes of the rules.
    async fn an_event_is_stored_as_it_was_decided(db) {
        let store = db.store().await;
        let mut commit = append(1, 0, 10);
        commit.procedure = "p1".into();
        commit.calendar = "c1".into();
        commit.recorded = at(12);
        commit.streams[0].events[0].bytes = vec![0, 255, 10, 13, 92];
        let committed = store.commit(commit).await.unwrap();
        assert_eq!((committed.heads[0].seq, committed.heads[0].recorded), (1, at(12)));
        let stored = &store.events(HERE, "case/C000001").await.unwrap()[0];
        assert_eq!(stored.bytes, [0, 255, 10, 13, 92]);
        assert_eq!((stored.at, stored.recorded), (at(10), at(12)));
        assert_eq!((&stored.procedure[..], &stored.calendar[..], stored.version), ("p1", "c1", 1));
        assert!(store.events("elsewhere", "case/C000001").await.unwrap().is_empty());
    }

    /// Nobody appends behind an event that is not the last, nor behind one that is not there.
    async fn a_stream_that_moved_on_is_a_conflict(db) {
        let store = db.store().await;
        store.commit(append(1, 0, 1)).await.unwrap();
        store.commit(append(1, 1, 2)).await.unwrap();
        for expected in [0, 1, 3, 9] {
            let outcome = store.commit(append(1, expected, 3)).await;
            assert!(matches!(outcome, Err(CommitError::Conflict { stream }) if stream == "case/C000001"));
        }
        assert_eq!(seqs(&store, 1).await, [1, 2]);
    }

    /// Several streams go together or not at all.
    async fn a_conflict_on_one_stream_stores_none(db) {
        let store = db.store().await;
        store.commit(append(1, 0, 1)).await.unwrap();
        let mut both = asked(append(2, 0, 2), "k", "a");
        both.streams.push(Append { stream: case_stream(&number(1)), expected: 0, events: vec![event(2)] });
        assert!(matches!(store.commit(both.clone()).await, Err(CommitError::Conflict { .. })));
        assert!(seqs(&store, 2).await.is_empty());
        both.streams[1].expected = 1;
        let heads = store.commit(both).await.unwrap().heads;
        assert_eq!(heads.iter().map(|head| head.seq).collect::<Vec<_>>(), [1, 2]);
    }

    /// What a decision rests on must not have grown; nothing is added to it.
    async fn a_stream_that_a_decision_rests_on_has_not_grown(db) {
        let store = db.store().await;
        store.commit(append(1, 0, 1)).await.unwrap();
        let resting = |seen: u64| {
            let mut commit = append(2, 0, 2);
            commit.unchanged = vec![Unchanged { stream: case_stream(&number(1)), seen }];
            commit
        };
        for seen in [0, 2] {
            let outcome = store.commit(resting(seen)).await;
            assert!(matches!(outcome, Err(CommitError::Conflict { stream }) if stream == "case/C000001"));
        }
        let made = store.commit(resting(1)).await.unwrap();
        assert_eq!(made.heads.len(), 1);
        assert_eq!((seqs(&store, 1).await, seqs(&store, 2).await), (vec![1], vec![1]));
    }

    /// Of two processes, one that appends and one whose decision rests on that stream, never do both succeed from the same
    /// sight: whichever comes first, the other one is told.
    async fn nobody_slips_in_between_sight_and_decision(db) {
        let (one, two) = (db.store().await, db.store().await);
        for n in 1..=40 {
            let mut resting = append(1000 + n, 0, 2);
            resting.unchanged = vec![Unchanged { stream: case_stream(&number(n)), seen: 0 }];
            let appends = tokio::spawn({
                let store = one.clone();
                async move { store.commit(append(n, 0, 1)).await }
            });
            let rests = tokio::spawn({
                let store = two.clone();
                async move { store.commit(resting).await }
            });
            appends.await.unwrap().unwrap();
            let rested = rests.await.unwrap();
            assert!(matches!(&rested, Ok(_) | Err(CommitError::Conflict { .. })), "{rested:?}");
            // where it succeeded it was stored first, which the order of the log shows
            let log = one.unsequenced(0, 1000).await.unwrap();
            let place = |stream: &str| log.iter().position(|found| found.event.stream == stream);
            let (grown, decided) = (place(&case_stream(&number(n))), place(&case_stream(&number(1000 + n))));
            assert_eq!(rested.is_ok(), decided.is_some());
            assert!(decided.is_none_or(|decided| Some(decided) < grown));
        }
    }

    /// A second arrival of a command gets the first answer, whatever it would do now.
    async fn a_second_arrival_gets_the_first_answer(db) {
        let store = db.store().await;
        store.commit(asked(append(1, 0, 1), "k", "first")).await.unwrap();
        let again = store.commit(asked(append(1, 1, 2), "k", "second")).await;
        assert!(matches!(again, Err(CommitError::Duplicate(answer)) if answer == b"first"));
        assert_eq!(seqs(&store, 1).await, [1]);
        assert_eq!(store.answered(HERE, &"k".into()).await.unwrap(), Some(b"first".to_vec()));
        assert_eq!(store.answered("elsewhere", &"k".into()).await.unwrap(), None);
    }

    /// The same command fifty times at once: one event, forty-nine first answers.
    async fn fifty_arrivals_at_once_make_one_event(db) {
        let store = db.store().await;
        let arrive = |n: u32| {
            let (store, commit) = (store.clone(), asked(append(n, 0, 1), "k", &n.to_string()));
            tokio::spawn(async move { store.commit(commit).await })
        };
        let tasks: Vec<_> = (1..=50).map(arrive).collect();
        let (mut done, mut answers) = (0, vec![]);
        for task in tasks {
            match task.await.unwrap() {
                Ok(_) => done += 1,
                Err(CommitError::Duplicate(answer)) => answers.push(answer),
                Err(other) => panic!("{other}"),
            }
        }
        assert_eq!((done, answers.len()), (1, 49));
        answers.dedup();
        assert_eq!(answers.len(), 1);
        assert_eq!(db.dump("event").await.len(), 1);
    }

    /// Commands that fail stand beside commands that do not; each gets its own fate.
    async fn a_failure_takes_no_neighbour_with_it(db) {
        let store = db.store().await;
        store.commit(append(1000, 0, 1)).await.unwrap();
        let work = |n: u32| {
            // Every third is a conflict; every fifth breaks a rule of the database after its event is written.
            let mut commit = if n.is_multiple_of(3) { append(1000, 0, 2) } else { append(n, 0, 2) };
            if n.is_multiple_of(5) {
                commit.check_code = Some((number(7), "hash".into()));
            }
            let store = store.clone();
            tokio::spawn(async move { (n, store.commit(commit).await) })
        };
        let tasks: Vec<_> = (1..=60).map(work).collect();
        let mut codes = 0;
        for task in tasks {
            let (n, outcome) = task.await.unwrap();
            match outcome {
                Err(CommitError::Conflict { .. }) => assert_eq!(n % 3, 0),
                Err(CommitError::Store(StoreError::Statement(_))) => assert_eq!(n % 5, 0),
                Err(other) => panic!("{other}"),
                Ok(_) => {
                    assert_ne!(n % 3, 0);
                    codes += u32::from(n % 5 == 0);
                    assert_eq!(seqs(&store, n).await, [1]);
                }
            }
        }
        assert_eq!(codes, 1);
        let plain = (1..=60).filter(|n| n % 3 != 0 && n % 5 != 0).count();
        assert_eq!(db.dump("event").await.len(), 1 + plain + 1);
    }

    /// The clock of the machine may be set back; the recorded time of a stream is not.
    async fn recorded_time_never_goes_back(db) {
        let store = db.store().await;
        store.commit(append(1, 0, 100)).await.unwrap();
        let heads = store.commit(append(1, 1, 40)).await.unwrap().heads;
        assert_eq!(heads[0].recorded, at(100));
        let mut two = append(1, 2, 130);
        two.streams[0].events.push(event(131));
        store.commit(two).await.unwrap();
        let events = store.events(HERE, "case/C000001").await.unwrap();
        let times: Vec<_> = events.iter().map(|event| (event.at, event.recorded)).collect();
        assert_eq!(times, [(at(100), at(100)), (at(40), at(100)), (at(130), at(130)), (at(131), at(130))]);
    }
}

/// A full disk refuses clearly, spoils nothing, and work goes on when there is room again.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_full_disk_is_said_and_survived() {
    let db = Fresh::sqlite();
    let store = db.store().await;
    store.commit(append(1, 0, 1)).await.unwrap();
    store.limit_pages(1).await.unwrap();
    let big = |n: u32| {
        let mut commit = append(n, 0, 1);
        commit.streams[0].events[0].bytes = vec![b'x'; 200_000];
        commit
    };
    let store_of = |n: u32| {
        let (store, commit) = (store.clone(), big(n));
        tokio::spawn(async move { store.commit(commit).await })
    };
    let tasks: Vec<_> = (10..20).map(store_of).collect();
    for task in tasks {
        let outcome = task.await.unwrap();
        assert!(
            matches!(&outcome, Err(CommitError::Store(error)) if error.passes()),
            "{outcome:?}"
        );
    }
    let alone = store.commit(big(20)).await;
    assert!(
        matches!(alone, Err(CommitError::Store(StoreError::Full))),
        "{alone:?}"
    );
    assert_eq!(db.dump("event").await.len(), 1);
    store.limit_pages(0).await.unwrap();
    store.commit(big(21)).await.unwrap();
    assert_eq!(seqs(&store, 21).await, [1]);
}

/// The database server drops every connection: the next command works on a new one.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn lost_connections_are_replaced() {
    let Some(db) = Fresh::postgres().await else { return };
    let store = db.store().await;
    store.commit(append(1, 0, 1)).await.unwrap();
    db.execute(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE datname = current_database() AND pid <> pg_backend_pid();",
    )
    .await;
    store.commit(append(1, 1, 2)).await.unwrap();
    assert_eq!(seqs(&store, 1).await, [1, 2]);
}

/// No server: said within seconds, as something that passes.
#[tokio::test]
async fn a_server_that_is_away_is_said() {
    let refused = Store::open("postgres://nobody@127.0.0.1:1/nothing")
        .await
        .unwrap_err();
    assert!(refused.passes(), "{refused}");
}
