//! A signing key is changed: a decision with a reason, told with the key before, or entered by hand. Nothing that is
//! under way is lost.

use crate::exchange::refused::{message, outside};
use crate::exchange::{cases_of, handed_down, log, send};
use office::Problem;
use office::exchange::LinkEntry;
use office::exchange::content::{Content, NewKey};
use office::exchange::envelope::Envelope;
use testkit::TestOffice;

async fn public(test: &TestOffice, j: &str) -> String {
    let who = test.staff("administrator");
    test.office.own_key(j, &who).await.unwrap().public
}

/// What one side has entered as the key of the other.
async fn known(test: &TestOffice, j: &str) -> String {
    let links = test.office.links(j, &test.staff("administrator")).await.unwrap();
    links[0].public_key.clone()
}

async fn change(test: &TestOffice, j: &str, announce: bool) {
    let who = test.staff("administrator");
    test.office
        .change_key(j, &who, "三年期满", announce)
        .await
        .unwrap();
}

async fn troubles(test: &TestOffice) -> Vec<String> {
    let stuck = test.office.undelivered(&test.j, 9).await.unwrap();
    let of_exchange = stuck
        .into_iter()
        .filter(|one| one.why.code().contains("exchange"));
    of_exchange.map(|one| format!("{:?}", one.why)).collect()
}

store::both_engines! {
    async fn the_other_side_learns_the_new_key_from_the_old_one(fresh) {
        let test = TestOffice::on(fresh).await;
        test.with_banner().await;
        let before = public(&test, "suqian").await;
        change(&test, "suqian", true).await;
        let after = public(&test, "suqian").await;
        assert_ne!(before, after);
        assert_eq!(known(&test, "banner").await, before);
        send(&test.office).await;
        assert_eq!(known(&test, "banner").await, after);
        assert_eq!(log(&test, "banner").await, ["link", "link", "taken"]);
        // and what is sent from now on is signed with it, there and back
        handed_down(&test).await;
        send(&test.office).await;
        assert_eq!(cases_of(&test, "banner").await.len(), 1);
        // a second change follows the first
        change(&test, "suqian", true).await;
        send(&test.office).await;
        assert_eq!(known(&test, "banner").await, public(&test, "suqian").await);
        let lines = test.office.key_lines("suqian", &test.staff("administrator")).await.unwrap();
        assert_eq!(lines.len(), 3);
        assert_eq!((lines[0].by.as_deref(), lines[0].reason.as_deref()), (Some("管理员"), Some("三年期满")));
        assert_eq!((lines[2].public.as_str(), lines[2].since), (before.as_str(), None));
    }

    async fn a_key_that_is_not_told_waits_until_it_is_entered(fresh) {
        let test = TestOffice::on(fresh).await;
        test.with_banner().await;
        change(&test, "suqian", false).await;
        handed_down(&test).await;
        send(&test.office).await;
        assert!(cases_of(&test, "banner").await.is_empty());
        assert_eq!(troubles(&test).await.len(), 1);
        // the administrator there enters the link anew, and what waited is delivered
        let up = LinkEntry { above: true, ..test.link_to("suqian") };
        test.enter_link("banner", up).await;
        test.clock.advance(60);
        send(&test.office).await;
        assert_eq!(cases_of(&test, "banner").await.len(), 1);
        assert_eq!(troubles(&test).await, Vec::<String>::new());
    }

    /// What the other side sent to the key before is taken, and the receipt is signed with that one.
    async fn what_was_addressed_to_the_key_before_is_taken(fresh) {
        let test = TestOffice::on(fresh).await;
        let link = LinkEntry {
            key: outside(5).public(),
            address: Some("https://wz.above.example".to_owned()),
            ..test.link_to("above")
        };
        test.enter_link(&test.j, link).await;
        let before = public(&test, &test.j).await;
        change(&test, &test.j, false).await;
        let envelope = message(&before).signed(&outside(5)).unwrap();
        let bytes = serde_json::to_vec(&envelope).unwrap();
        let receipt = test.office.take_message(&test.j, &bytes, "").await.unwrap();
        assert!(receipt.is_signed_by(&before));
    }

    /// Nobody gives out another's key as their own, and a new key counts once.
    async fn a_new_key_vouches_for_itself(fresh) {
        let test = TestOffice::on(fresh).await;
        let link = LinkEntry {
            key: outside(5).public(),
            address: Some("https://wz.above.example".to_owned()),
            ..test.link_to("above")
        };
        test.enter_link(&test.j, link).await;
        let us = public(&test, &test.j).await;
        let proof = |by: u8, key: u8, to: &str| {
            let key = outside(key).public();
            let proof = outside(by).sign(format!("new key {key} for {to}").as_bytes());
            NewKey { key, proof }
        };
        let take = async |id: &str, signed: u8, new: NewKey| {
            let mut told = message(&us);
            told.id = id.to_owned();
            told.from.key = outside(signed).public();
            told.content = Content::NewKey(new);
            let bytes = serde_json::to_vec(&told.signed(&outside(signed)).unwrap()).unwrap();
            test.office.take_message(&test.j, &bytes, "").await
        };
        // the key of somebody who did not sign; a proof that was made for others
        for (id, new) in [("n-1", proof(5, 6, &us)), ("n-2", proof(6, 6, "others"))] {
            take(id, 5, new).await.unwrap();
            assert_eq!(known(&test, &test.j).await, outside(5).public());
        }
        let failed = test.office.inbox(&test.j, &test.staff("reviewer"), office::exchange::FAILED, 9).await.unwrap();
        assert_eq!(failed.len(), 2);
        take("n-3", 5, proof(6, 6, &us)).await.unwrap();
        assert_eq!(known(&test, &test.j).await, outside(6).public());
        // whoever holds the key before can tell nothing any more
        let refused = take("n-4", 5, proof(7, 7, &us)).await;
        assert!(matches!(refused, Err(Problem::Invalid(faults)) if faults[0].code == "exchange-unknown-sender"));
        // the same again, signed with the new key: the receipt got lost
        let receipt: Envelope = take("n-3", 6, proof(6, 6, &us)).await.unwrap();
        assert!(receipt.is_signed_by(&us));
    }

    async fn only_the_administrator_changes_it_with_a_reason(fresh) {
        let test = TestOffice::on(fresh).await;
        for who in ["operator", "handler-water"] {
            let refused = test.office.change_key(&test.j, &test.staff(who), "x", true).await;
            assert!(matches!(refused, Err(Problem::Forbidden)));
        }
        let refused = test.office.change_key(&test.j, &test.staff("administrator"), " ", true).await;
        assert!(matches!(refused, Err(Problem::Invalid(faults)) if faults[0].field == "reason"));
    }
}
