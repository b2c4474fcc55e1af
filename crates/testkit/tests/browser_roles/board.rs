//! Under rules with leaders: one reads the page of the day and instructs, the leader in charge of a unit signs its result.

use crate::browser_roles::stage::Stage;
use case::{Actor, CaseNumber, Post};
use jiff::civil::date;
use office::directory::{Entry, PostEntry, UnitEntry};
use office::draft::{CitizenDraft, DocumentPartDraft, PartDraft};
use office::{Draft, Message};
use testkit::TestOffice;

/// Person, role and unit.
const POSTS: [(&str, &str, Option<&str>); 7] = [
    ("operator", "watcher", None),
    ("dispatcher", "clerk", None),
    ("county-leader", "banner-leader", None),
    ("principal-water", "unit-leader", Some("water")),
    ("supervisor", "hotline-head", None),
    ("duty-manager", "deputy-director", None),
    ("visitor", "director", None),
];

/// Enters who does what under these rules.
pub(crate) async fn people(test: &TestOffice) {
    let from = date(2020, 1, 1);
    let mut entries = vec![Entry::Unit(UnitEntry {
        id: "water".to_owned(),
        zh: "水务局".to_owned(),
        en: "Water Bureau".to_owned(),
        kind: "department".to_owned(),
        parent: None,
        territory: None,
        duties: Vec::new(),
        from,
        to: None,
    })];
    entries.extend(POSTS.map(|(person, role, unit)| {
        Entry::Post(PostEntry {
            person: person.to_owned(),
            role: role.to_owned(),
            unit: unit.map(str::to_owned),
            from,
            to: None,
        })
    }));
    test.office.enter(&test.j, "system", entries).await.unwrap();
}

fn actor(person: &str, role: &str, unit: Option<&str>) -> Actor {
    Actor::Staff {
        person: person.into(),
        posts: vec![Post {
            role: role.to_owned(),
            unit: unit.map(Into::into),
        }],
    }
}

fn clerk() -> Actor {
    actor("dispatcher", "clerk", None)
}

/// ZG-2(1): a consultation found on the board, accepted and put before a leader.
pub(crate) async fn before_a_leader(stage: &Stage) -> CaseNumber {
    let test = stage.test();
    let watcher = actor("operator", "watcher", None);
    let message = Message {
        id: test.command_id().as_str().to_owned(),
        channel: "board".to_owned(),
        title: "小区停水".to_owned(),
        text: "小区停水三天，什么时候恢复？".to_owned(),
        citizen: Some(CitizenDraft {
            name: "王小明".to_owned(),
            phone: "13800138000".to_owned(),
            ..CitizenDraft::default()
        }),
        ..Message::default()
    };
    let number = test
        .office
        .receive(&test.j, &watcher, message)
        .await
        .unwrap()
        .number;
    let one_line = Draft::Record {
        record: "one-line".to_owned(),
        text: Some("热线没有转派此件".to_owned()),
        partner: None,
        channel: None,
        when: None,
    };
    let accept = Draft::Accept {
        ground: "within-scope".to_owned(),
        category: Some("consultation".to_owned()),
    };
    let submit = Draft::Submit {
        to: "banner-leader".to_owned(),
        text: "建议转水务局。".to_owned(),
    };
    for (who, draft) in [(&watcher, one_line), (&watcher, accept), (&clerk(), submit)] {
        test.command(who, &number, None, draft).await.unwrap();
    }
    number
}

/// ZG-2(1), ZG-3(1).
pub(crate) async fn reads_the_page_of_the_day_and_instructs(stage: &Stage, number: &CaseNumber) {
    let browser = &stage.browser;
    browser.sign_in("county-leader").await;
    browser.go("/desk/today").await;
    stage.looks_right().await;
    assert_eq!(
        browser.sheets().await,
        1,
        "the page of the day on one sheet of A4"
    );
    browser.send(&format!("main a[href*='{number}']")).await;
    let text = "请水务局两日内恢复供水，并向群众说明。";
    stage.does("instruct", &[("text", text)], &[]).await;
    browser.says(text).await;
}

/// ZG-2(2), ZG-2(3): the unit reports, and its leader has to sign.
pub(crate) async fn reported(stage: &Stage, number: &CaseNumber) {
    let test = stage.test();
    let dispatch = Draft::Dispatch {
        to: vec![PartDraft {
            unit: "water".to_owned(),
            lead: true,
            direct: false,
        }],
        note: None,
        limit: None,
        way: None,
    };
    test.command(&clerk(), number, None, dispatch).await.unwrap();
    let handler = actor("handler-water", "handler", Some("water"));
    let part = |id: &str, text: &str| DocumentPartDraft {
        id: id.to_owned(),
        text: text.to_owned(),
    };
    let contact = Draft::Contact {
        text: "网民表示认可".to_owned(),
    };
    let write = Draft::Write {
        document: "plain-report".to_owned(),
        parts: vec![
            part("reply", "您好，管道已更换，昨晚恢复供水。"),
            part("whom-to-ask", "李工 4211111"),
        ],
        outcome: None,
    };
    let report = Draft::Report {
        text: "管道已更换，昨晚恢复供水。".to_owned(),
        checks: ["policy", "law", "facts", "wording"].map(str::to_owned).to_vec(),
        outcome: Some("answered".to_owned()),
    };
    for draft in [contact, write, report] {
        test.command(&handler, number, Some(1), draft).await.unwrap();
    }
}

/// ZG-2(3): the leader in charge reads the result beside the message and signs it.
pub(crate) async fn signs(stage: &Stage, number: &CaseNumber) {
    stage.finds("principal-water", number).await;
    stage.says("judge").await;
    stage.browser.says("管道已更换，昨晚恢复供水。").await;
    stage.does("sign-1", &[], &[("passed", "yes")]).await;
    stage.browser.says("王海").await;
}

/// ZG-2(5), ZG-2(6): fed back, reviewed, and signed by three in their order.
pub(crate) async fn sign_off_in_order(stage: &Stage, number: &CaseNumber) {
    let feedback = Draft::Record {
        record: "feedback".to_owned(),
        text: None,
        partner: None,
        channel: None,
        when: None,
    };
    let handler = actor("handler-water", "handler", Some("water"));
    let test = stage.test();
    test.command(&handler, number, Some(1), feedback).await.unwrap();
    stage.finds("dispatcher", number).await;
    stage.does("review-1", &[], &[("passed", "yes")]).await;
    for (login, name) in [
        ("supervisor", "吴刚"),
        ("duty-manager", "钱进"),
        ("visitor", "周宁"),
    ] {
        stage.finds(login, number).await;
        stage.does("sign", &[], &[("passed", "yes")]).await;
        stage.browser.says(name).await;
        assert!(!stage.browser.has("#sign").await, "signed once");
    }
}
