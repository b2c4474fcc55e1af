//! Under rules that make messages public: the office publishes, a unit claims from the pool and replies, everybody reads it.

use crate::browser_roles::stage::Stage;
use case::{Actor, CaseNumber};
use jiff::civil::date;
use office::Message;
use office::directory::{Entry, PostEntry, UnitEntry};
use office::rules::UsingOn;
use testkit::TestOffice;

/// Enters who does what under these rules, and that they are used on past their last day.
pub(crate) async fn people(test: &TestOffice) {
    let on = UsingOn {
        until: date(2026, 12, 31),
        decided_by: "市政府办公室".to_owned(),
        reason: "新办法尚未出台".to_owned(),
    };
    test.office.use_on_by(&test.j, "system", on).await.unwrap();
    let from = date(2020, 1, 1);
    let water = Entry::Unit(UnitEntry {
        id: "water".to_owned(),
        zh: "市水务局".to_owned(),
        en: "Water Bureau".to_owned(),
        kind: "city".to_owned(),
        parent: None,
        territory: Some("620802".to_owned()),
        duties: Vec::new(),
        from,
        to: None,
    });
    let post = |person: &str, role: &str| {
        Entry::Post(PostEntry {
            person: person.to_owned(),
            role: role.to_owned(),
            unit: None,
            from,
            to: None,
        })
    };
    let entries = vec![water, post("operator", "info"), post("supervisor", "supervision")];
    test.office.enter(&test.j, "system", entries).await.unwrap();
}

/// PL-5, PL-6: looked at, marked with its place, published.
pub(crate) async fn publishes(stage: &Stage) -> CaseNumber {
    let test = stage.test();
    let message = Message {
        id: test.command_id().as_str().to_owned(),
        channel: "portal".to_owned(),
        title: "柳湖路路面破损".to_owned(),
        text: "柳湖路路面破损，下雨积水。".to_owned(),
        ..Message::default()
    };
    let citizen = Actor::Citizen(None);
    let number = test
        .office
        .receive(&test.j, &citizen, message)
        .await
        .unwrap()
        .number;
    stage.finds("operator", &number).await;
    stage
        .does("mark", &[("division", "620802")], &[("marks-1", "complicated")])
        .await;
    stage.does("publish", &[], &[]).await;
    number
}

/// PL-6: what is public and not taken yet waits for whoever it concerns.
pub(crate) async fn claims_and_replies(stage: &Stage, number: &CaseNumber) {
    let browser = &stage.browser;
    browser.sign_in("handler-water").await;
    browser.go("/desk?queue=pool").await;
    stage.looks_right().await;
    browser.send(&format!("main a[href*='{number}']")).await;
    stage.looks_right().await;
    stage.does("claim", &[], &[]).await;
    let text = "现场两处坑槽，已铺平。";
    stage.does("record-verified-1", &[("text", text)], &[]).await;
    stage
        .does("reply-1", &[("text", "路面已于今日修复，积水已排。")], &[])
        .await;
    browser.says("路面已于今日修复，积水已排。").await;
}

/// PL-11: in public, with the name of the unit.
pub(crate) async fn reads_the_answer(stage: &Stage, number: &CaseNumber) {
    let browser = &stage.browser;
    browser.go("/public").await;
    stage.looks_right().await;
    browser.send(&format!("main a[href*='{number}']")).await;
    stage.looks_right().await;
    browser.says("路面已于今日修复，积水已排。").await;
    stage.says("public-replies").await;
}
