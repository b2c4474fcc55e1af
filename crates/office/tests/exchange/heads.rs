//! Heads of logs cross: what one side was shown and signed, it cannot be shown otherwise later.

use crate::{came, send};
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
