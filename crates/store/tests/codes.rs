//! One-time codes: the commit that needs one uses it up, and only if it is stored.

use crate::common;

use common::*;
use store::{CodeTried, Commit, CommitError, OneTimeCode, Store, UsedCode, both_engines};

async fn send(store: &Store, hash: &str) {
    let code = OneTimeCode {
        purpose: "real-name".into(),
        key_hash: "phone".into(),
        code_hash: hash.into(),
        expires: at(1_000),
    };
    store.put_code(HERE.into(), code).await.unwrap();
}

async fn try_it(store: &Store, hash: &str) -> CodeTried {
    let tried = store.try_code(
        HERE.into(),
        "real-name".into(),
        "phone".into(),
        hash.into(),
        at(5),
        5,
    );
    tried.await.unwrap()
}

/// The first event of a case, whose citizen brought a code.
fn with_code(n: u32, hash: &str) -> Commit {
    let mut commit = append(n, 0, i64::from(n));
    commit.code = Some(UsedCode {
        purpose: "real-name".into(),
        key_hash: "phone".into(),
        code_hash: hash.into(),
    });
    commit
}

both_engines! {
    async fn a_code_is_good_for_one_commit(fresh) {
        let store = fresh.store().await;
        send(&store, "right").await;
        assert_eq!(try_it(&store, "right").await, CodeTried::Right);
        store.commit(with_code(1, "right")).await.unwrap();
        assert_eq!(try_it(&store, "right").await, CodeTried::Gone);
        assert!(matches!(store.commit(with_code(2, "right")).await, Err(CommitError::CodeGone)));
        assert_eq!(store.last_seq(HERE, "case/C000002").await.unwrap(), 0, "half of it was stored");
    }

    /// What was not stored has used nothing up.
    async fn a_commit_that_fails_leaves_the_code_as_it_was(fresh) {
        let store = fresh.store().await;
        send(&store, "right").await;
        store.commit(append(1, 0, 1)).await.unwrap();
        assert!(matches!(store.commit(with_code(1, "right")).await, Err(CommitError::Conflict { .. })));
        assert_eq!(try_it(&store, "right").await, CodeTried::Right);
        store.commit(with_code(2, "right")).await.unwrap();
    }

    /// A new code makes the old one worthless, also for a commit that tried the old one just before.
    async fn a_code_replaced_meanwhile_is_gone(fresh) {
        let store = fresh.store().await;
        send(&store, "old").await;
        assert_eq!(try_it(&store, "old").await, CodeTried::Right);
        send(&store, "new").await;
        assert!(matches!(store.commit(with_code(1, "old")).await, Err(CommitError::CodeGone)));
        store.commit(with_code(1, "new")).await.unwrap();
    }

    /// Many commits with one code at once: whichever comes first, one is stored.
    async fn of_many_at_once_one_is_stored(fresh) {
        let store = fresh.store().await;
        send(&store, "right").await;
        let mut tasks = tokio::task::JoinSet::new();
        for n in 1..=20 {
            let store = store.clone();
            tasks.spawn(async move { store.commit(with_code(n, "right")).await });
        }
        let mut stored = 0;
        while let Some(done) = tasks.join_next().await {
            match done.unwrap() {
                Ok(_) => stored += 1,
                Err(CommitError::CodeGone) => {}
                Err(error) => panic!("{error}"),
            }
        }
        assert_eq!(stored, 1);
    }
}
