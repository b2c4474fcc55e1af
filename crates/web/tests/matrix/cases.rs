//! The cases at whose doors people knock, brought about by those who may.

use case::access::KEEPER;
use case::{Actor, CaseNumber, Post};
use office::draft::{CitizenDraft, PartDraft};
use office::rules::UsingOn;
use office::{Draft, Message, Upload};
use std::collections::BTreeMap;
use testkit::TestOffice;

type Holds = BTreeMap<&'static str, String>;

fn text(what: &str) -> String {
    what.to_owned()
}

/// Somebody of the office as `world` entered them.
fn of_office(role: &str) -> Actor {
    assert_ne!(role, KEEPER, "a keeper acts on nothing");
    Actor::Staff {
        person: format!("m-{role}-office").into(),
        posts: vec![Post {
            role: text(role),
            unit: None,
        }],
    }
}

async fn run(test: &TestOffice, role: &str, number: &CaseNumber, draft: Draft) {
    let done = test.command(&of_office(role), number, None, draft.clone()).await;
    done.unwrap_or_else(|problem| panic!("{draft:?}: {problem}"));
}

fn dispatch(to: &[(&str, bool)], way: Option<&str>) -> Draft {
    let part = |(unit, lead): &(&str, bool)| PartDraft {
        unit: text(unit),
        lead: *lead,
        direct: false,
    };
    Draft::Dispatch {
        to: to.iter().map(part).collect(),
        note: None,
        limit: None,
        way: way.map(text),
    }
}

/// What an office enters that found it elsewhere, or was told of it.
async fn entered(test: &TestOffice, role: &str, channel: &str, title: &str) -> CaseNumber {
    let message = Message {
        id: text(test.command_id().as_str()),
        channel: text(channel),
        title: text(title),
        text: format!("{title}，请处理。"),
        citizen: Some(CitizenDraft {
            name: text("王小明"),
            phone: text("13800138000"),
            ..CitizenDraft::default()
        }),
        ..Message::default()
    };
    let taken = test.office.receive(&test.j, &of_office(role), message).await;
    taken.unwrap().number
}

/// Under rules that make messages public: one that was published and is with the unit "lead", one that stays unpublished
/// and waits to be claimed, and one that a leader instructed, with "lead" too.
pub(crate) async fn of_a_portal(test: &TestOffice, holds: &mut Holds) {
    // these rules are past their last day
    let on = UsingOn {
        until: jiff::civil::date(2026, 12, 31),
        decided_by: text("市政府办公室"),
        reason: text("新办法尚未出台"),
    };
    test.office.use_on_by(&test.j, "system", on).await.unwrap();

    let public = entered(test, "info", "portal", "路面破损").await;
    let publish = Draft::Publish {
        text: None,
        found: None,
        keep: Vec::new(),
        hide: Vec::new(),
    };
    run(test, "info", &public, publish).await;
    run(test, "info", &public, dispatch(&[("lead", true)], Some("folder"))).await;

    let pool = entered(test, "info", "portal", "路灯不亮").await;
    let withhold = Draft::Withhold {
        reason: text("涉及个人隐私"),
    };
    run(test, "info", &pool, withhold).await;

    let instructed = entered(test, "info", "mayor-board", "小区停水").await;
    let mark = Draft::Mark {
        marks: vec![text("important")],
        division: None,
        accused: Vec::new(),
        accused_people: Vec::new(),
        accused_named: None,
        reason: None,
    };
    let tidy = Draft::Tidy {
        text: text("小区停水三天。"),
    };
    let submit = Draft::Submit {
        to: text("leader"),
        text: text("建议转水务局。"),
    };
    let instruct = Draft::Instruct {
        outcome: Some(text("leader-city")),
        partner: None,
        text: text("三日内办结。"),
    };
    for (role, draft) in [
        ("info", mark),
        ("info", tidy),
        ("info", submit),
        ("leader", instruct),
    ] {
        run(test, role, &instructed, draft).await;
    }
    let transfer = dispatch(&[("lead", true)], Some("transfer-notice"));
    run(test, "supervision", &instructed, transfer).await;

    for (name, number) in [("public", public), ("pool", pool), ("instructed", instructed)] {
        holds.insert(name, number.to_string());
    }
}

/// Under rules of need to know: one that a leader of the banner instructed and that is with the unit "lead".
pub(crate) async fn of_a_board(test: &TestOffice, holds: &mut Holds) {
    let number = entered(test, "watcher", "board", "小区停水").await;
    let one_line = Draft::Record {
        record: text("one-line"),
        text: Some(text("热线没有转派此件")),
        partner: None,
        channel: None,
        when: None,
    };
    let accept = Draft::Accept {
        ground: text("within-scope"),
        category: Some(text("consultation")),
    };
    let submit = Draft::Submit {
        to: text("banner-leader"),
        text: text("建议转水务局。"),
    };
    let instruct = Draft::Instruct {
        outcome: None,
        partner: None,
        text: text("三日内办结。"),
    };
    let steps = [
        ("watcher", one_line),
        ("watcher", accept),
        ("clerk", submit),
        ("banner-leader", instruct),
        ("clerk", dispatch(&[("lead", true)], None)),
    ];
    for (role, draft) in steps {
        run(test, role, &number, draft).await;
    }
    holds.insert("instructed", number.to_string());
}

/// An accusation against the unit "lead", dispatched to "assist".
async fn accusation(test: &TestOffice) -> CaseNumber {
    let code = test.phone_code("13800138000").await;
    let message = Message {
        id: text(test.command_id().as_str()),
        channel: text("phone"),
        title: text("举报收钱不办事"),
        text: text("他们收钱不办事。"),
        category: Some(text("complaint")),
        citizen: Some(test.wang(Some(code))),
        accused: vec![text("lead")],
        ..Message::default()
    };
    let taken = test
        .office
        .receive(&test.j, &of_office("operator"), message)
        .await;
    let number = taken.unwrap().number;
    test.accept(&number).await;
    run(test, "dispatcher", &number, dispatch(&[("assist", true)], None)).await;
    number
}

/// A case with a picture, dispatched to the unit that leads and the one that assists; one that nobody has yet. Number
/// and check code of the first.
pub(crate) async fn of_a_hotline(test: &TestOffice, holds: &mut Holds) -> (String, String) {
    let code = test.phone_code("13800138000").await;
    let message = Message {
        id: test.command_id().as_str().to_owned(),
        channel: "website".to_owned(),
        title: "河道垃圾".to_owned(),
        text: "河道里有垃圾，请尽快处理。".to_owned(),
        category: Some("complaint".to_owned()),
        citizen: Some(test.wang(Some(code))),
        uploads: vec![Upload {
            name: "照片.txt".to_owned(),
            media: "text/plain".to_owned(),
            content: "照片".into(),
        }],
        ..Message::default()
    };
    let citizen = case::Actor::Citizen(None);
    let receipt = test.office.receive(&test.j, &citizen, message).await.unwrap();
    test.accept(&receipt.number).await;
    let both = dispatch(&[("lead", true), ("assist", false)], None);
    run(test, "dispatcher", &receipt.number, both).await;
    let view = test
        .office
        .case(&test.j, &test.staff("operator"), &receipt.number)
        .await
        .unwrap();
    let file = view
        .case
        .attachments
        .first()
        .map(|a| a.id.clone())
        .unwrap_or_default();
    let waiting = test.receive_verified("路灯不亮").await;
    holds.insert("accusing", accusation(test).await.to_string());
    holds.insert("case", receipt.number.to_string());
    holds.insert("check", receipt.check_code.clone());
    holds.insert("file", file);
    holds.insert("waiting", waiting.number.to_string());
    (receipt.number.to_string(), receipt.check_code)
}
