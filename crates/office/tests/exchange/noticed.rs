//! WS-5: what is noticed elsewhere is written up for leaders and for the county, and followed.

use crate::exchange::{log, send};
use case::{Actor, Post};
use office::exchange::content::Content;
use office::exchange::{LinkEntry, OPEN};
use office::items::{FOLLOWED, INSTRUCTED, ItemContent, Report, SUBMITTED};
use office::notice::{Payload, Word};
use office::{FieldFault, Problem};
use testkit::TestOffice;

/// A leader before whom things are put, and who sees nothing else.
const LEADER: &str = r#"
[[role]]
id = "mayor"
name = { zh = "镇长", en = "Mayor" }
seat = "office"
sees = "submitted"
clause = "SQ-10(4)"
"#;

/// The county above, and a town below it with a mayor.
async fn with_town(test: &TestOffice) {
    let rules = include_str!("../../../../procedures/suqian-12345.toml");
    let rules = format!("{rules}{LEADER}");
    test.found_under("town", ("示例镇", "Example Town"), None, &rules)
        .await;
    test.enter_link(&test.j, test.link_to("town")).await;
    let up = LinkEntry {
        above: true,
        zh: "示例县".to_owned(),
        ..test.link_to(&test.j)
    };
    test.enter_link("town", up).await;
}

fn mayor() -> Actor {
    Actor::Staff {
        person: "supervisor".into(),
        posts: vec![Post {
            role: "mayor".to_owned(),
            unit: None,
        }],
    }
}

fn report(peers: &[&str]) -> Report {
    Report {
        to: "mayor".to_owned(),
        text: "东街停水三天，涉及八十户，建议县水务局支援。".to_owned(),
        above: None,
        peers: peers.iter().map(|peer| (*peer).to_owned()).collect(),
    }
}

async fn noted(test: &TestOffice) -> String {
    let content = ItemContent {
        title: "论坛反映东街停水".to_owned(),
        text: "东街停水第三天了。".to_owned(),
        address: Some("https://board.example/7".to_owned()),
        ..ItemContent::default()
    };
    let (who, posted) = (test.staff("operator"), Some("2025-03-03T08:30"));
    test.office
        .note_item("town", &who, content, posted)
        .await
        .unwrap()
}

store::both_engines! {
    async fn ws_5_an_item_is_reported_to_the_county_which_reads_it(fresh) {
        let test = TestOffice::on(fresh).await;
        with_town(&test).await;
        let id = noted(&test).await;
        let clerk = test.staff("operator");
        let wrong = test.office.submit_item("town", &clerk, &id, report(&["elsewhere"])).await;
        assert!(matches!(wrong, Err(Problem::Invalid(faults)) if faults[0].code == "field-not-above"));
        test.office.submit_item("town", &clerk, &id, report(&["suqian"])).await.unwrap();
        let reported = async || {
            let view = test.office.item("town", &clerk, &id).await.unwrap();
            let one = view.decisions[0].reported[0].clone();
            assert_eq!(one.name.zh, "示例县");
            (one.taken.is_some(), one.read.is_some())
        };
        assert_eq!(reported().await, (false, false));
        send(&test.office).await;
        assert_eq!(reported().await, (true, false));

        let county = test.staff("supervisor");
        let line = test.office.inbox("suqian", &county, OPEN, 9).await.unwrap().remove(0);
        let (peer, message) = (line.peer.id.as_str(), line.crossing.id.as_str());
        let view = test.office.inbox_message("suqian", &county, peer, message).await.unwrap();
        let Some(Content::Notice(notice)) = view.content else { panic!("no notice") };
        assert_eq!((notice.title.as_str(), notice.original.as_deref()), ("论坛反映东街停水", Some("东街停水第三天了。")));
        assert_eq!(notice.posted.as_deref(), Some("2025-03-03T00:30:00Z"));
        test.office.acknowledge("suqian", &county, (peer, message)).await.unwrap();
        send(&test.office).await;
        assert_eq!(reported().await, (true, true));
        assert_eq!(log(&test, "suqian").await, ["link", "taken", "acknowledged", "delivered"]);
        // what the link does not let in is not taken
        let closed = LinkEntry { takes: vec![], channel: None, ..test.link_to("town") };
        test.enter_link("suqian", closed).await;
        let other = noted_again(&test).await;
        test.office.submit_item("town", &clerk, &other, report(&["suqian"])).await.unwrap();
        send(&test.office).await;
        let stuck = test.office.undelivered("town", 9).await.unwrap();
        assert!(stuck.iter().any(|one| format!("{:?}", one.why).contains("exchange-kind-refused")), "{stuck:?}");
    }

    async fn ws_5_the_leader_says_what_to_do_and_the_office_what_became_of_it(fresh) {
        let test = TestOffice::on(fresh).await;
        with_town(&test).await;
        let id = noted(&test).await;
        let clerk = test.staff("operator");
        // before it is put before them leaders see nothing
        assert!(matches!(test.office.follow_item("town", &mayor(), &id, "速办").await, Err(Problem::NotFound)));
        test.office.submit_item("town", &clerk, &id, report(&[])).await.unwrap();
        test.office.follow_item("town", &mayor(), &id, "请水管所今日恢复供水。").await.unwrap();
        let told = test.office.store().outbox_waiting(99).await.unwrap();
        let told = told.iter().filter_map(|one| serde_json::from_slice(&one.payload).ok());
        let mut meant = told.filter(|payload: &Payload| {
            matches!(payload, Payload::Word { person, says: Word::ItemInstructed, .. } if person.as_str() == "operator")
        });
        assert!(meant.next().is_some() && meant.next().is_none());
        test.office.follow_item("town", &clerk, &id, "已恢复供水。").await.unwrap();
        let seen = test.office.item("town", &mayor(), &id).await.unwrap();
        let course: Vec<&str> = seen.decisions.iter().map(|one| one.state.as_str()).collect();
        assert_eq!(course, [SUBMITTED, INSTRUCTED, FOLLOWED]);
        assert_eq!((seen.decisions[1].to.as_deref(), seen.line.row.state.as_str()), (Some("mayor"), SUBMITTED));
        assert_eq!(seen.decisions[2].text.as_deref(), Some("已恢复供水。"));
        let empty = test.office.follow_item("town", &clerk, &id, " ").await.unwrap_err();
        assert!(matches!(empty, Problem::Invalid(faults) if matches!(&faults[..], [FieldFault { code: "field-empty", .. }])));
        // whoever sees no items learns not even that it is there
        for nobody in [test.staff("handler-water"), Actor::Citizen(None)] {
            assert!(matches!(test.office.follow_item("town", &nobody, &id, "x").await, Err(Problem::NotFound)));
        }
    }
}

async fn noted_again(test: &TestOffice) -> String {
    let content = ItemContent {
        title: "西街停电".to_owned(),
        ..ItemContent::default()
    };
    let who = test.staff("operator");
    test.office.note_item("town", &who, content, None).await.unwrap()
}
