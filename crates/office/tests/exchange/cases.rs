//! A case is handed down: what is dispatched to a unit that stands for another jurisdiction arrives there as a case of
//! its own.

use crate::exchange::{came, cases_of, handed_down, log, send};
use testkit::TestOffice;

store::both_engines! {
    async fn a_case_handed_down_is_received_below_with_a_number_of_its_own(fresh) {
        let test = TestOffice::on(fresh).await;
        test.with_banner().await;
        let above = handed_down(&test).await;
        assert!(cases_of(&test, "banner").await.is_empty());
        send(&test.office).await;

        let below = cases_of(&test, "banner").await;
        let [below] = below.as_slice() else { panic!("{below:?}") };
        assert_ne!(*below, above);
        let seen = test.office.case("banner", &test.staff("operator"), below).await.unwrap();
        assert_eq!(seen.title.as_deref(), Some("路灯不亮"));
        assert_eq!(seen.text.as_deref(), Some("路灯不亮，请尽快处理。"));
        assert_eq!(seen.case.external.as_deref(), Some(above.as_str()));
        assert_eq!((seen.case.channel.as_str(), seen.case.step.as_str()), ("website", "received"));
        // Who calls back has name and phone; the id number stayed above.
        let citizen = seen.citizen.unwrap();
        assert_eq!((citizen.name.as_str(), citizen.phone.as_str()), ("王**", "138****8000"));
        assert!(citizen.verified && citizen.id_number.is_none());

        // Both sides have it in their logs, with both numbers.
        assert_eq!(log(&test, "banner").await, ["link", "taken"]);
        assert_eq!(log(&test, "suqian").await, ["link", "delivered"]);
        let crossed = test.office.store().crossings_of("suqian", &above).await.unwrap();
        assert_eq!(crossed[0].theirs.as_deref(), Some(below.as_str()));
        let crossed = test.office.store().crossings_of("banner", below).await.unwrap();
        assert_eq!(crossed[0].theirs.as_deref(), Some(above.as_str()));
        // The check code of above opens nothing below, and the citizen of above is nobody there.
        assert!(test.office.case("banner", &test.citizen(&above), &above).await.is_err());
    }

    async fn two_processes_deliver_once(fresh) {
        let test = TestOffice::on(fresh).await;
        test.with_banner().await;
        for _ in 0..3 {
            handed_down(&test).await;
        }
        let other = test.another_process().await;
        tokio::join!(send(&test.office), send(&other));
        assert_eq!(cases_of(&test, "banner").await.len(), 3);
        assert_eq!(came(&test, "banner", "done").await.len(), 3);
        assert_eq!(log(&test, "suqian").await.iter().filter(|kind| *kind == "delivered").count(), 3);
    }

    async fn what_crossed_lies_sealed_on_both_sides(fresh) {
        let test = TestOffice::on(fresh).await;
        test.with_banner().await;
        handed_down(&test).await;
        send(&test.office).await;
        for table in ["event", "outbox", "exchange_row", "case_row", "command"] {
            for line in test.fresh.dump(table).await {
                let bytes = as_text(&line);
                for plain in ["13800138000", "王小明", "路灯不亮", "请尽快修复"] {
                    assert!(!line.contains(plain) && !bytes.contains(plain), "{table}: {plain}");
                }
            }
        }
    }

    async fn the_rows_of_the_exchange_are_made_again_from_the_log(fresh) {
        let test = TestOffice::on(fresh).await;
        test.with_banner().await;
        handed_down(&test).await;
        send(&test.office).await;
        let mut before = Vec::new();
        for table in ["peer_row", "exchange_row", "jurisdiction"] {
            before.push(test.fresh.dump(table).await);
        }
        for j in ["suqian", "banner"] {
            test.office.store().rebuild(j, office::fold).await.unwrap();
        }
        for (table, before) in ["peer_row", "exchange_row", "jurisdiction"].iter().zip(before) {
            assert_eq!(test.fresh.dump(table).await, before, "{table}");
        }
    }

    async fn a_closed_link_lets_nothing_out(fresh) {
        let test = TestOffice::on(fresh).await;
        test.with_banner().await;
        handed_down(&test).await;
        let closed = office::exchange::LinkEntry {
            unit: Some("county".to_owned()),
            active: false,
            ..test.link_to("banner")
        };
        test.enter_link("suqian", closed).await;
        send(&test.office).await;
        assert!(cases_of(&test, "banner").await.is_empty());
        let stuck = test.office.undelivered("suqian", 9).await.unwrap();
        assert_eq!(stuck[0].why.code(), "outbox-exchange-refused");
    }
}

/// The byte strings of a dumped row, as text.
fn as_text(line: &str) -> String {
    let lists = line.split(['[', ']']);
    let bytes = lists.flat_map(|list| list.split(", ").filter_map(|number| number.parse::<u8>().ok()));
    String::from_utf8_lossy(&bytes.collect::<Vec<_>>()).into_owned()
}
