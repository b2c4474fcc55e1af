//! Heads of logs cross: what one side was shown and signed, it cannot be shown otherwise later.

use crate::exchange::{came, log, send};
use proof::{Head, SigningKey};
use testkit::TestOffice;

/// What others signed of the log of a jurisdiction, as leaves and whether it confirms the head of a day.
async fn signed(test: &TestOffice, j: &str) -> Vec<(u64, bool)> {
    let standing = test.office.log_standing(j).await.unwrap();
    let of_day = |size: u64| {
        standing
            .days
            .iter()
            .find(|(_, head, _)| head.size == size)
            .map(|(_, head, _)| head)
    };
    let all = standing.cosigned.iter();
    all.map(|(_, seen)| {
        (
            seen.size,
            of_day(seen.size).is_some_and(|head| seen.confirms(head)),
        )
    })
    .collect()
}

/// A day passes, and something happens on it.
async fn day(test: &TestOffice) {
    test.clock.advance(24 * 60);
    test.receive_verified("路灯不亮").await;
    test.office.run_log().await.unwrap();
}

/// The banner was shown the head of the third day; now that of the second is about to be sent, which it never saw.
async fn overtaken(test: &TestOffice) {
    test.with_banner().await;
    test.office.run_log().await.unwrap();
    send(&test.office).await;
    // of two days' heads the newest is shown
    day(test).await;
    day(test).await;
    send(&test.office).await;
    day(test).await;
    // as if those of the third and fourth day were not there when the message was made
    test.fresh
        .execute(
            "UPDATE tree_head SET day = '1970-03-05' WHERE jurisdiction = 'suqian' AND day = '2025-03-05';
             UPDATE tree_head SET day = '1970-03-06' WHERE jurisdiction = 'suqian' AND day = '2025-03-06';",
        )
        .await;
}

store::both_engines! {
    /// Each day both sides show each other their heads, prove that they continue, and sign.
    async fn linked_jurisdictions_sign_each_others_heads(fresh) {
        let test = TestOffice::on(fresh).await;
        test.with_banner().await;
        for day in 0..3 {
            test.receive_verified(&format!("路灯不亮{day}")).await;
            test.office.run_log().await.unwrap();
            send(&test.office).await;
            test.clock.advance(24 * 60);
        }
        for j in ["suqian", "banner"] {
            let signed = signed(&test, j).await;
            assert!(signed.len() >= 2, "{j}: {signed:?}");
            assert!(signed.iter().all(|(_, confirms)| *confirms), "{j}: {signed:?}");
        }
        assert!(came(&test, "banner", "failed").await.is_empty());
    }

    /// A log that was written anew does not continue what was shown: it is not signed, and stays as proof.
    async fn a_log_written_anew_is_found_out(fresh) {
        let test = TestOffice::on(fresh).await;
        test.with_banner().await;
        test.receive_verified("路灯不亮").await;
        test.office.run_log().await.unwrap();
        send(&test.office).await;
        let before = signed(&test, "suqian").await;
        // what was shown to the banner is another tree of as many leaves, signed as well
        let key = SigningKey::of(proof::Scheme::Ed25519, &[7; 32]).unwrap();
        let shown = test.office.published_head("suqian", None).await.unwrap();
        let root = shown.hash.digest(&[b"another"]);
        let forked = Head::sign(&key, "suqian", shown.hash, shown.size, root, shown.time).unwrap();
        let text = forked.text().replace(&forked.key.to_string(), &shown.key.to_string());
        test.fresh.execute(&format!("UPDATE peer_head SET text = '{text}' WHERE jurisdiction = 'banner';")).await;
        test.clock.advance(24 * 60);
        test.receive_verified("井盖不见了").await;
        test.office.run_log().await.unwrap();
        send(&test.office).await;
        assert_eq!(signed(&test, "suqian").await, before);
        assert_eq!(came(&test, "banner", "failed").await.len(), 1);
    }

    /// The link was down for longer than the heads that a message proves go back: the missing stretch is asked for.
    async fn a_link_that_was_down_for_months_is_no_fork(fresh) {
        let test = TestOffice::on(fresh).await;
        test.with_banner().await;
        day(&test).await;
        send(&test.office).await;
        let before = signed(&test, "suqian").await.len();
        for _ in 0..35 {
            day(&test).await;
        }
        send(&test.office).await;
        assert!(came(&test, "banner", "failed").await.is_empty());
        let signed = signed(&test, "suqian").await;
        assert!(signed.len() > before, "{signed:?}");
        let newest = test.office.published_head("suqian", None).await.unwrap();
        assert!(signed.contains(&(newest.size, true)), "{signed:?}");
    }

    /// A head that was overtaken on its way comes after a newer one, which continues it: it is signed like any other, and
    /// the newer one stays the one that counts.
    async fn a_head_that_was_overtaken_is_no_fork(fresh) {
        let test = TestOffice::on(fresh).await;
        overtaken(&test).await;
        let shown = test.office.store().peer_head("banner", "suqian").await.unwrap().unwrap();
        send(&test.office).await;
        assert!(came(&test, "banner", "failed").await.is_empty());
        let signed = signed(&test, "suqian").await;
        let older = test.office.published_head("suqian", Some("2025-03-04")).await.unwrap();
        assert!(older.size < shown.size && signed.contains(&(older.size, true)), "{signed:?}");
        let still = test.office.store().peer_head("banner", "suqian").await.unwrap().unwrap();
        assert_eq!(still.size, shown.size);
        // and the next day goes on from there
        test.fresh.execute("UPDATE tree_head SET day = '2025-03-05' WHERE day = '1970-03-05';
            UPDATE tree_head SET day = '2025-03-06' WHERE day = '1970-03-06';").await;
        day(&test).await;
        send(&test.office).await;
        assert!(came(&test, "banner", "failed").await.is_empty());
    }

    /// An older head of another log is a fork, however it comes.
    async fn an_older_head_that_the_newer_one_does_not_continue_is_a_fork(fresh) {
        let test = TestOffice::on(fresh).await;
        overtaken(&test).await;
        let shown = test.office.store().peer_head("banner", "suqian").await.unwrap().unwrap();
        // what was shown is another tree of as many leaves
        let head = Head::read(&shown.text).unwrap();
        let other = head.hash.digest(&[b"another"]).to_string();
        let text = shown.text.replace(&head.root.to_string(), &other);
        let forge = format!("UPDATE peer_head SET text = '{text}' WHERE jurisdiction = 'banner' AND size = {};", shown.size);
        test.fresh.execute(&forge).await;
        let before = signed(&test, "suqian").await;
        send(&test.office).await;
        let failed = came(&test, "banner", "failed").await;
        assert_eq!(failed.len(), 1);
        assert_eq!(signed(&test, "suqian").await, before);
    }

    /// Where the other side proves nothing, its head is not signed and not called a fork, but kept: with the one shown before
    /// it may come to prove one.
    async fn a_head_without_proof_waits_for_the_next(fresh) {
        let test = TestOffice::on(fresh).await;
        overtaken(&test).await;
        let shown = test.office.store().peer_head("banner", "suqian").await.unwrap().unwrap();
        let before = signed(&test, "suqian").await;
        // it seems to have come from further on than the log of the other side goes
        let head = Head::read(&shown.text).unwrap();
        let text = shown.text.replace(&format!("size: {}", head.size), "size: 99999");
        let ahead = format!("UPDATE peer_head SET text = '{text}', size = 99999 WHERE jurisdiction = 'banner' AND size = {};", shown.size);
        test.fresh.execute(&ahead).await;
        send(&test.office).await;
        assert_eq!(came(&test, "banner", "failed").await.len(), 1);
        assert!(!log(&test, "banner").await.contains(&"refused".to_owned()));
        assert_eq!(signed(&test, "suqian").await, before);
        let still = test.office.store().peer_head("banner", "suqian").await.unwrap().unwrap();
        assert_eq!(still.size, 99999);
    }

    /// The auditor gets each day's head by mail.
    async fn the_auditor_gets_each_days_head(fresh) {
        let test = TestOffice::on(fresh).await;
        test.office.run_log().await.unwrap();
        test.office.run_log().await.unwrap();
        let waiting = test.office.store().outbox_waiting(99).await.unwrap();
        let heads: Vec<_> = waiting.iter().filter(|message| message.id.starts_with("log/")).collect();
        assert_eq!(heads.len(), 1);
        assert_eq!(heads[0].id, "log/2025-03-03/auditor");
    }
}
