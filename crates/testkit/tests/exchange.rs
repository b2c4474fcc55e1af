//! Two installations, each served with a database of its own: a case goes down from one to the other by HTTP.

use office::exchange::LinkEntry;
use office::senders::{Console, Senders};
use std::sync::Arc;
use store::testing::Fresh;
use testkit::{Served, TestOffice};

/// A link to another installation, as its administrator tells it.
async fn link_to(there: &Served, unit: Option<&str>) -> LinkEntry {
    let own = there
        .test
        .office
        .own_key(&there.test.j, &there.test.staff("administrator"))
        .await
        .unwrap();
    LinkEntry {
        key: own.public,
        address: Some(there.url.clone()),
        unit: unit.map(str::to_owned),
        above: unit.is_none(),
        ..there.test.link_to(&there.test.j)
    }
}

async fn two(above: Fresh, below: Fresh) -> (Served, Served) {
    let above = Served::of(TestOffice::on(above).await).await;
    let below = Served::of(TestOffice::beside(below, "banner", "示例旗").await).await;
    let down = link_to(&below, Some("county")).await;
    let up = link_to(&above, None).await;
    above.test.enter_link(&above.test.j, down).await;
    below.test.enter_link(&below.test.j, up).await;
    (above, below)
}

async fn send(served: &Served) {
    let senders = Senders::all_by(Arc::new(Console::new(std::io::sink())));
    served.test.office.run_outbox(&senders).await.unwrap();
}

async fn goes_down(above: Fresh, below: Fresh) {
    let (above, below) = two(above, below).await;
    let number = above.test.dispatched("路灯不亮", "county").await;
    send(&above).await;
    let who = below.test.staff("operator");
    let office = &below.test.office;
    let found = office
        .ledger("banner", &who, &Default::default(), None, 9)
        .await
        .unwrap();
    let [line] = found.as_slice() else {
        panic!("{found:?}")
    };
    assert_eq!(line.row.external.as_deref(), Some(number.as_str()));
    let crossed = above
        .test
        .office
        .store()
        .crossings_of(&above.test.j, &number)
        .await
        .unwrap();
    assert_eq!(crossed[0].theirs.as_deref(), Some(line.row.number.as_str()));
    let stuck = above.test.office.undelivered(&above.test.j, 9).await.unwrap();
    assert!(
        stuck
            .iter()
            .all(|message| !message.why.code().contains("exchange")),
        "{stuck:?}"
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_case_goes_down_between_two_installations() {
    goes_down(Fresh::sqlite(), Fresh::sqlite()).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_case_goes_down_from_sqlite_to_postgres() {
    if let Some(below) = Fresh::postgres().await {
        goes_down(Fresh::sqlite(), below).await;
    }
}

/// The other side is away, and back later: the message waits and is delivered once.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_message_waits_until_the_other_side_is_there() {
    let (above, below) = two(Fresh::sqlite(), Fresh::sqlite()).await;
    let away = LinkEntry {
        address: Some("http://127.0.0.1:9".to_owned()),
        ..link_to(&below, Some("county")).await
    };
    above.test.enter_link(&above.test.j, away).await;
    let number = above.test.dispatched("路灯不亮", "county").await;
    send(&above).await;
    let office = &above.test.office;
    let stuck = office.undelivered(&above.test.j, 9).await.unwrap();
    assert!(
        stuck
            .iter()
            .any(|message| message.why.code() == "outbox-exchange-failed" && message.next.is_some())
    );
    let there = link_to(&below, Some("county")).await;
    above.test.enter_link(&above.test.j, there).await;
    above.test.clock.advance(1);
    below.test.clock.advance(1);
    send(&above).await;
    send(&above).await;
    let crossed = office.store().crossings_of(&above.test.j, &number).await.unwrap();
    assert_eq!(crossed.len(), 1);
    assert!(crossed[0].theirs.is_some());
}

/// Whether the newest head of this side bears a signature of the other that confirms it.
async fn newest_is_signed(served: &Served) -> bool {
    let office = &served.test.office;
    let newest = office.published_head(&served.test.j, None).await.unwrap();
    let standing = office.log_standing(&served.test.j).await.unwrap();
    standing.cosigned.iter().any(|(_, seen)| seen.confirms(&newest))
}

/// The link was down for longer than the heads go back that a message proves: the other installation asks for the missing
/// stretch by HTTP, and signs.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_missing_stretch_of_the_log_is_asked_for_by_http() {
    let (above, below) = two(Fresh::sqlite(), Fresh::sqlite()).await;
    let day = async || {
        for served in [&above, &below] {
            served.test.clock.advance(24 * 60);
        }
        above.test.receive_verified("路灯不亮").await;
        above.test.office.run_log().await.unwrap();
    };
    day().await;
    send(&above).await;
    assert!(newest_is_signed(&above).await, "the first head was not signed");
    for _ in 0..35 {
        day().await;
    }
    assert!(!newest_is_signed(&above).await);
    send(&above).await;
    assert!(
        newest_is_signed(&above).await,
        "what was proved over HTTP was not signed"
    );
}
