//! Doors that must stay shut: what one may not see is not there, a refusal leaves nothing, what a person is or wrote
//! stands under a key of its own.

use case::{Actor, CaseNumber};
use office::administer::Entering;
use office::directory::UnitEntry;
use office::{Draft, Message, Order, Problem, Upload};
use std::path::Path;
use testkit::{TestOffice, field};

fn repeat_of(number: &str) -> Draft {
    Draft::ConfirmRepeat {
        earlier: number.to_owned(),
    }
}

fn picture() -> Upload {
    Upload {
        name: "照片.jpg".to_owned(),
        media: "image/jpeg".to_owned(),
        content: b"\xff\xd8\xff\xe0 rest".to_vec(),
    }
}

fn order(test: &TestOffice, number: &CaseNumber, draft: Draft) -> Order {
    Order {
        number: number.clone(),
        order: None,
        id: test.command_id(),
        seen: None,
        draft,
        uploads: vec![picture()],
    }
}

fn add(text: &str) -> Draft {
    Draft::Add {
        text: text.to_owned(),
    }
}

/// How many contents lie in the folder of attachments.
fn contents(folder: &Path) -> usize {
    let Ok(found) = std::fs::read_dir(folder) else {
        return 0;
    };
    let paths = found.map(|entry| entry.unwrap().path());
    paths
        .map(|path| if path.is_dir() { contents(&path) } else { 1 })
        .sum()
}

store::both_engines! {
    /// SQ-19: naming an earlier case does not tell whether there is one, unless the person may see it.
    async fn a_number_named_as_earlier_tells_nothing(fresh) {
        let test = TestOffice::on(fresh).await;
        let mine = test.receive_verified("路灯不亮").await.number;
        let other = test.receive_verified("井盖缺失").await.number;
        let citizen = test.citizen(&mine);
        let there = test.command(&citizen, &mine, None, repeat_of(other.as_str())).await;
        let nowhere = test.command(&citizen, &mine, None, repeat_of("2025030300000000")).await;
        assert_eq!(field(there), "field-no-such-case");
        assert_eq!(field(nowhere), "field-no-such-case");
        // who sees all cases comes as far as the rule
        let operator = test.run("operator", &mine, repeat_of(other.as_str())).await;
        assert_eq!(field(operator), "refusal-not-a-repeat");
    }

    /// Other cases of the same phone may be other units'.
    async fn a_unit_does_not_see_the_citizens_other_cases(fresh) {
        let test = TestOffice::on(fresh).await;
        let number = test.dispatched("河道垃圾", "water").await;
        let other = test.receive_verified("小区噪声").await.number;
        let found = async |who: &str| test.office.repeat_candidates(&test.j, &test.staff(who), &number).await;
        assert!(matches!(found("handler-water").await, Err(Problem::NotFound)));
        assert_eq!(found("operator").await.unwrap()[0].row.number, other);
    }

    /// A phone is looked up by whoever takes its call, and by nobody else.
    async fn only_who_takes_calls_looks_up_a_phone(fresh) {
        let test = TestOffice::on(fresh).await;
        test.receive_verified("路灯不亮").await;
        let found = async |who: &str| {
            test.office.earlier_of(&test.j, &test.staff(who), "13800138000", 5).await
        };
        assert!(matches!(found("reviewer").await, Err(Problem::Forbidden)));
        assert_eq!(found("operator").await.unwrap().len(), 1);
    }

    /// A refused command, or one that takes no files, leaves no content behind.
    async fn a_refusal_leaves_no_files(fresh) {
        let test = TestOffice::on(fresh).await;
        let files = test.folder.path().join("files");
        let number = test.receive_verified("路灯不亮").await.number;
        let citizen = test.citizen(&number);
        // an answer from who has no such act, and one that brings no text
        let refused = test.office.command(&test.j, &test.staff("reviewer"), order(&test, &number, add("补充"))).await;
        assert!(matches!(refused, Err(Problem::Refused(_))));
        let empty = test.office.command(&test.j, &citizen, order(&test, &number, add(" "))).await;
        assert!(matches!(empty, Err(Problem::Refused(_))));
        let withdraw = Draft::Withdraw { reason: "已解决".to_owned() };
        let none_here = test.office.command(&test.j, &citizen, order(&test, &number, withdraw)).await;
        assert_eq!(field(none_here), "api-no-files-here");
        let unknown = Message {
            id: "unknown-kind".to_owned(),
            channel: "website".to_owned(),
            title: "井盖".to_owned(),
            text: "井盖缺失".to_owned(),
            category: Some("no-such-kind".to_owned()),
            uploads: vec![picture()],
            ..Message::default()
        };
        assert_eq!(
            field(test.office.receive(&test.j, &Actor::Citizen(None), unknown).await),
            "refusal-unknown-id"
        );
        assert_eq!(contents(&files), 0);
        test.office.command(&test.j, &citizen, order(&test, &number, add("附照片"))).await.unwrap();
        assert_eq!(contents(&files), 1);
    }

    /// A form without the id of its command would get the first answer that anybody got without one.
    async fn a_command_has_an_id(fresh) {
        let test = TestOffice::on(fresh).await;
        let number = test.receive_verified("路灯不亮").await.number;
        let nameless = Order { id: String::new().into(), uploads: Vec::new(), ..order(&test, &number, add("补充")) };
        assert_eq!(field(test.office.command(&test.j, &test.citizen(&number), nameless).await), "field-empty");
        let message = Message {
            channel: "website".to_owned(),
            title: "井盖".to_owned(),
            text: "井盖缺失".to_owned(),
            ..Message::default()
        };
        assert_eq!(field(test.office.receive(&test.j, &Actor::Citizen(None), message).await), "field-empty");
    }

    /// One line is one line: a title of thousands of characters is refused, with the most that is taken.
    async fn a_title_is_no_letter(fresh) {
        let test = TestOffice::on(fresh).await;
        let message = Message {
            id: "long".to_owned(),
            channel: "website".to_owned(),
            title: "灯".repeat(301),
            text: "路灯不亮".to_owned(),
            ..Message::default()
        };
        assert_eq!(field(test.office.receive(&test.j, &Actor::Citizen(None), message).await), "field-too-long");
    }

    /// What can be no number is no number, however it is written, and neither fault of the database nor counted.
    async fn nonsense_is_no_number(fresh) {
        let test = TestOffice::on(fresh).await;
        for number in ["2025\0", "\u{85}", &"9".repeat(10_000)] {
            let opened = test.office.follow(&test.j, number, "ABCD-EFGH", "127.0.0.1").await;
            assert!(matches!(opened, Err(Problem::WrongSecret)), "{number:?}");
        }
    }

    /// Why personal data were opened tells of the case, and is destroyed with its key; staff have keys of their own.
    async fn what_is_told_of_a_person_stands_under_a_key_of_its_own(fresh) {
        let test = TestOffice::on(fresh).await;
        let number = test.receive_verified("路灯不亮").await.number;
        test.office.open_person(&test.j, &test.staff("operator"), &number, "回电核实").await.unwrap();
        let store = test.office.store();
        let opened = store.events(&test.j, &format!("access/{number}")).await.unwrap();
        let opened: serde_json::Value = serde_json::from_slice(&opened[0].bytes).unwrap();
        assert_eq!(opened["reason"]["key"], format!("case:{number}"));
        let mut people = 0;
        for event in store.events(&test.j, office::directory::STREAM).await.unwrap() {
            let entered: serde_json::Value = serde_json::from_slice(&event.bytes).unwrap();
            if entered["entry"] == "person" {
                let id = entered["id"].as_str().unwrap();
                assert_eq!(entered["password"]["key"], format!("staff:{id}"));
                people += 1;
            }
        }
        assert!(people > 0);
    }

    /// A number of another platform stands in clear: staff name it, and it is a number and no letter.
    async fn a_number_of_another_platform_is_a_number(fresh) {
        let test = TestOffice::on(fresh).await;
        let message = |id: &str, external: String| Message {
            id: id.to_owned(),
            channel: "website".to_owned(),
            title: "井盖".to_owned(),
            text: "井盖缺失".to_owned(),
            external: Some(external),
            ..Message::default()
        };
        let by_citizen = message("a", "王小明 13800138000".to_owned());
        let outcome = test.office.receive(&test.j, &Actor::Citizen(None), by_citizen).await;
        assert_eq!(field(outcome), "field-for-staff");
        let operator = test.staff("operator");
        // PostgreSQL has no index entry of more than a third of a page
        let letter: String = (0..9000).map(|i: u32| char::from(b'a' + (i * i % 7919 % 26) as u8)).collect();
        for (nonsense, says) in [(letter, "field-too-long"), ("12\n45".to_owned(), "field-one-line")] {
            let outcome = test.office.receive(&test.j, &operator, message("b", nonsense)).await;
            assert_eq!(field(outcome), says);
        }
        test.office.receive(&test.j, &operator, message("c", " 2026-77 ".to_owned())).await.unwrap();
    }

    /// What stands in keys and lists has a limit.
    async fn the_directory_takes_lines_and_no_letters(fresh) {
        let test = TestOffice::on(fresh).await;
        let unit = |id: &str, zh: &str| Entering::Unit(UnitEntry {
            id: id.to_owned(),
            zh: zh.to_owned(),
            en: "Roads".to_owned(),
            kind: "city".to_owned(),
            parent: None,
            territory: None,
            duties: Vec::new(),
            from: jiff::civil::date(2020, 1, 1),
            to: None,
        });
        let administrator = test.staff("administrator");
        for (id, zh, says) in [
            (&*"r".repeat(65), "道路", "field-too-long"),
            ("roads", "道\u{1}路", "field-one-line"),
            ("roads", &*"路".repeat(201), "field-too-long"),
        ] {
            let outcome = test.office.administer(&test.j, &administrator, unit(id, zh)).await;
            assert_eq!(field(outcome), says);
        }
        test.office.administer(&test.j, &administrator, unit("roads", "道路")).await.unwrap();
    }
}
