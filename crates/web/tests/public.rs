//! What everybody reads: the list with its filters, a message with the answer of its department, and the feeds.

use crate::support;

use axum::Router;
use case::{Actor, CaseNumber};
use office::directory::{Entry, UnitEntry};
use office::{Draft, Message};
use procedure::Words;
use seal::Key;
use store::testing::Fresh;
use support::get;
use support::html::read;
use testkit::TestOffice;
use web::shell::Shell;

/// A small regulation under which messages are public; the water bureau is at home in 620802.
async fn served() -> (TestOffice, Router) {
    let rules = include_str!("../../office/tests/beside/board.toml");
    let test = TestOffice::under(Fresh::sqlite(), "here", "示例", rules).await;
    let water = UnitEntry {
        id: "water".to_owned(),
        zh: "水务局".to_owned(),
        en: "Water Bureau".to_owned(),
        kind: "city".to_owned(),
        parent: None,
        territory: Some("620802".to_owned()),
        duties: Vec::new(),
        from: jiff::civil::date(2020, 1, 1),
        to: None,
    };
    let entries = vec![Entry::Unit(water)];
    test.office.enter(&test.j, "system", entries).await.unwrap();
    let words = |text: &str| Words {
        zh: text.to_owned(),
        en: text.to_owned(),
    };
    let shell = Shell {
        place: words("示例市"),
        service: words("问政"),
        https: false,
        secret: Key::from_bytes([7; 32]),
        clock: test.clock.clone(),
    };
    let app = web::app(test.office.clone(), shell);
    (test, app)
}

/// A published message, claimed by the water bureau and replied to where `answered`.
async fn published(test: &TestOffice, title: &str, answered: bool) -> CaseNumber {
    let message = Message {
        id: test.command_id().as_str().to_owned(),
        channel: "website".to_owned(),
        title: title.to_owned(),
        text: title.to_owned(),
        category: Some("roads".to_owned()),
        ..Message::default()
    };
    let receipt = test.office.receive(&test.j, &Actor::Citizen(None), message).await;
    let number = receipt.unwrap().number;
    let mark = Draft::Mark {
        marks: Vec::new(),
        division: Some("620802".to_owned()),
        accused: Vec::new(),
        accused_people: Vec::new(),
        accused_named: None,
        reason: None,
    };
    test.run("operator", &number, mark).await.unwrap();
    let publish = Draft::Publish {
        text: None,
        found: None,
        keep: Vec::new(),
        hide: Vec::new(),
    };
    test.run("operator", &number, publish).await.unwrap();
    if answered {
        let claim = Draft::Claim {
            unit: None,
            note: None,
        };
        test.run("handler-water", &number, claim).await.unwrap();
        let reply = Draft::Reply {
            text: "已修好。".to_owned(),
            channel: None,
        };
        test.run("reviewer", &number, reply).await.unwrap();
    }
    test.clock.advance(1);
    number
}

#[tokio::test]
async fn filters_stand_in_the_address_and_are_taken_away_one_by_one() {
    let (test, app) = served().await;
    published(&test, "路面破损", true).await;
    published(&test, "路灯不亮", false).await;
    let all = get(&app, "/public").await;
    assert!(
        all.body.contains("共 2 件") && all.body.contains("路灯不亮"),
        "{}",
        all.body
    );
    let page = get(
        &app,
        "/public?unit=water&kind=roads&place=620802&state=answered&month=",
    )
    .await;
    assert!(
        page.body.contains("共 1 件") && !page.body.contains("路灯不亮"),
        "{}",
        page.body
    );
    for (chip, rest) in [
        (
            "部门：水务局",
            "/public?kind=roads&#38;place=620802&#38;state=answered",
        ),
        (
            "类型：道路",
            "/public?unit=water&#38;place=620802&#38;state=answered",
        ),
        (
            "地区：水务局",
            "/public?unit=water&#38;kind=roads&#38;state=answered",
        ),
        (
            "状态：已答复",
            "/public?unit=water&#38;kind=roads&#38;place=620802",
        ),
    ] {
        assert!(
            page.body.contains(&format!("取消条件 {chip}")),
            "{chip}: {}",
            page.body
        );
        assert!(
            page.body.contains(&format!("<a href=\"{rest}\"")),
            "{rest}: {}",
            page.body
        );
    }
    let none = get(&app, "/public?state=closed").await;
    assert!(none.body.contains("没有符合条件的内容"), "{}", none.body);
    // whoever accuses is never public, so nobody looks for it either
    assert!(!all.body.contains("举报"), "{}", all.body);
}

#[tokio::test]
async fn a_filter_that_is_none_is_said_and_not_left_out_unnoticed() {
    let (test, app) = served().await;
    published(&test, "路面破损", false).await;
    for (query, field) in [
        ("from=yesterday", "from"),
        ("month=2025-13", "month"),
        ("state=x", "state"),
    ] {
        let page = get(&app, &format!("/public?{query}")).await;
        assert_eq!(page.status, 422, "{query}");
        assert!(
            page.body.contains(&format!("href=\"#{field}\"")),
            "{query}: {}",
            page.body
        );
        assert!(!page.body.contains("路面破损"), "{query}");
    }
}

#[tokio::test]
async fn the_next_page_keeps_what_was_chosen() {
    let (test, app) = served().await;
    for n in 0..21 {
        published(&test, &format!("路面破损{n}"), false).await;
    }
    let page = get(&app, "/public?place=620802").await;
    let tags = read(&page.body).unwrap();
    let next = tags.iter().find(|tag| tag.get("rel") == Some("next")).unwrap();
    let next = next.get("href").unwrap().replace("&#38;", "&");
    assert!(next.starts_with("/public?place=620802&at="), "{next}");
    let behind = get(&app, &next).await;
    assert!(behind.body.contains("路面破损0<") && !behind.body.contains("路面破损20<"));
    assert!(
        behind.body.contains("共 21 件"),
        "the count is that of the whole list"
    );
}

/// In whose name the department answered, when, and by which clause each step was done.
#[tokio::test]
async fn a_message_has_the_answer_of_its_department_and_the_clauses_of_its_course() {
    let (test, app) = served().await;
    let number = published(&test, "路面破损", true).await;
    let page = get(&app, &format!("/public/{number}")).await;
    assert_eq!(page.status, 200);
    for told in [
        "部门回应",
        "已修好。",
        "示例市政府",
        "已答复",
        "/procedure#T-1",
        "/public?unit=water",
    ] {
        assert!(page.body.contains(told), "{told}: {}", page.body);
    }
    let feed = "<link rel=\"alternate\" type=\"application/atom+xml\"";
    assert!(page.body.contains(feed), "{}", page.body);
}

/// The log keeps the name that a unit had; who reads English sees the English one of the directory, wherever it is shown.
#[tokio::test]
async fn an_english_page_calls_units_in_english() {
    let (test, app) = served().await;
    let number = published(&test, "路面破损", true).await;
    for path in [format!("/public/{number}"), "/public".to_owned(), "/".to_owned()] {
        let chinese = get(&app, &path).await.body;
        assert!(chinese.contains("水务局"), "{path}: {chinese}");
        let english = get(&app, &format!("{path}?lang=en")).await.body;
        assert!(
            english.contains("Water Bureau") && !english.contains("水务局"),
            "{path}: {english}"
        );
    }
}

/// PL-17: what was hidden is in no feed, not even as a trace; who keeps copies learns nothing more of it.
#[tokio::test]
async fn a_feed_has_what_is_public_and_nothing_hidden() {
    let (test, app) = served().await;
    let hidden = published(&test, "含个人信息", false).await;
    let answered = published(&test, "路面<破损> & 积水", true).await;
    published(&test, "路灯不亮", false).await;
    let hide = Draft::Hide {
        reason: "含个人信息".to_owned(),
    };
    test.run("operator", &hidden, hide).await.unwrap();
    let feed = get(&app, "/public/feed").await;
    assert_eq!(feed.status, 200);
    assert!(feed.header("content-type").starts_with("application/atom+xml"));
    assert_eq!(feed.body.matches("<entry>").count(), 2, "{}", feed.body);
    assert!(!feed.body.contains(hidden.as_str()) && !feed.body.contains("含个人信息"));
    assert!(
        feed.body.contains("路面&#60;破损&#62; &#38; 积水"),
        "{}",
        feed.body
    );
    let address = format!("https://wenzheng.example/public/{answered}");
    assert!(
        feed.body.contains(&format!("<id>{address}</id>")),
        "{}",
        feed.body
    );
    // as XML it reads like one of our pages: every tag closes
    let (_, rest) = feed.body.split_once("?>").unwrap();
    read(&format!("<!doctype html>{}", rest.replace("xml:lang", "lang"))).unwrap();

    let narrowed = get(&app, "/public/feed?unit=water&state=answered").await;
    assert_eq!(narrowed.body.matches("<entry>").count(), 1, "{}", narrowed.body);
    let own = "https://wenzheng.example/public/feed?unit=water&#38;state=answered";
    assert!(narrowed.body.contains(own), "{}", narrowed.body);
}

/// The first page shows what was answered, and leads there.
#[tokio::test]
async fn the_first_page_shows_what_was_answered() {
    let (test, app) = served().await;
    published(&test, "路灯不亮", false).await;
    let number = published(&test, "路面破损", true).await;
    let home = get(&app, "/").await;
    assert!(
        home.body.contains(&format!("href=\"/public/{number}\"")),
        "{}",
        home.body
    );
    assert!(
        !home.body.contains("路灯不亮"),
        "what is under way is no promise kept"
    );
}
