//! PL-18: the accused go by other names, or are nobody whom the directory knows yet. What staff find out about it keeps
//! people away as the sender's own words do.

use super::informant_doors::{is_in_no_list, is_not_there, person};
use super::{board, caller, code, text};
use case::{Actor, CaseNumber};
use jiff::civil::date;
use office::directory::{Entry, PersonEntry, PostEntry};
use office::draft::ONLY_THESE;
use office::{Draft, Message, Upload};
use testkit::TestOffice;

async fn accusing(test: &TestOffice, named: &str) -> CaseNumber {
    let message = Message {
        id: test.command_id().as_str().to_owned(),
        channel: text("website"),
        title: text("收钱不办事"),
        text: text("收钱不办事。"),
        category: Some(text("accusation")),
        citizen: Some(caller()),
        accused_named: Some(text(named)),
        uploads: vec![Upload {
            name: text("照片.jpg"),
            media: text("image/jpeg"),
            content: b"\xff\xd8\xff\xe0 rest".to_vec(),
        }],
        ..Message::default()
    };
    let sent = test.office.receive(&test.j, &Actor::Citizen(None), message).await;
    sent.unwrap().number
}

fn mark(units: &[&str], named: Option<&str>) -> Draft {
    Draft::Mark {
        marks: Vec::new(),
        division: None,
        accused: units.iter().map(|unit| text(unit)).collect(),
        accused_people: Vec::new(),
        accused_named: named.map(text),
        reason: None,
    }
}

/// Somebody joins, with a post of the office or of a unit.
async fn joins(test: &TestOffice, id: &str, name: &str, role: &str, unit: Option<&str>) {
    let joins = PersonEntry {
        id: text(id),
        login: text(id),
        name: text(name),
        password: None,
        email: None,
        phone: None,
        active: true,
    };
    let post = PostEntry {
        person: text(id),
        role: text(role),
        unit: unit.map(text),
        from: date(2020, 1, 1),
        to: None,
    };
    let entries = vec![Entry::Person(joins), Entry::Post(post)];
    test.office.enter(&test.j, "system", entries).await.unwrap();
}

store::both_engines! {
    /// A nickname names nobody to the directory. Who reads it and knows writes the name beside it.
    async fn who_is_known_by_a_nickname_is_named_by_those_who_know(fresh) {
        let test = board(fresh).await;
        let number = accusing(&test, "科里的“老黑”").await;
        let (operator, reviewer) = (test.staff("operator"), test.staff("reviewer"));
        assert!(test.office.case(&test.j, &reviewer, &number).await.is_ok());
        test.run("operator", &number, mark(&[], Some("老黑就是李正"))).await.unwrap();
        is_not_there(&test, &reviewer, &number).await;
        is_in_no_list(&test, &reviewer, &number).await;
        let view = test.office.case(&test.j, &operator, &number).await.unwrap();
        assert_eq!(view.accused_named.as_deref(), Some("科里的“老黑”；老黑就是李正"));
        assert_eq!(view.accused_people, ["李正"]);
        // the words lie sealed, and the informant reads their own
        for line in test.fresh.dump("event").await {
            assert!(!line.contains("老黑") && !line.contains("李正就"), "{line}");
        }
        let own = test.office.case(&test.j, &test.citizen(&number), &number).await.unwrap();
        assert_eq!(own.accused_named.as_deref(), Some("科里的“老黑”"));
        assert!(own.accused_people.is_empty());
        // what says nothing is refused
        assert_eq!(code(test.run("operator", &number, mark(&[], Some("  "))).await), "field-empty");
        let long = "长".repeat(201);
        assert_eq!(code(test.run("operator", &number, mark(&[], Some(&long))).await), "field-too-long");
    }

    /// Nobody of this name is here when the message arrives. On the day on which they join they are kept away, and with
    /// them the unit in which they sit.
    async fn who_joins_later_is_kept_away_from_the_first_day(fresh) {
        let test = board(fresh).await;
        let number = accusing(&test, "听说要调来的仇远航").await;
        let office_hand = person("chou", &[("reviewer", None)]);
        assert!(test.office.case(&test.j, &office_hand, &number).await.is_ok());
        joins(&test, "chou", "仇 远航", "reviewer", None).await;
        is_not_there(&test, &office_hand, &number).await;
        is_in_no_list(&test, &office_hand, &number).await;
        let view = test.office.case(&test.j, &test.staff("operator"), &number).await.unwrap();
        assert_eq!(view.accused_people, ["仇 远航"], "those who handle it read who is kept away");

        let of_unit = accusing(&test, "一个叫孙有财的").await;
        joins(&test, "sun", "孙有财", "handler", Some("urban")).await;
        let dispatch = Draft::Dispatch {
            to: vec![office::draft::PartDraft { unit: text("urban"), lead: true, direct: false }],
            note: None,
            limit: None,
            way: None,
        };
        let sent = code(test.run("operator", &of_unit, dispatch).await);
        assert!(sent.starts_with("refusal-") || sent == "field-unit-accused", "{sent}");
        is_not_there(&test, &test.staff("handler-urban"), &of_unit).await;
    }

    /// Who decided whom it accuses and nobody else readmits everybody of the same name, and a name that is written down
    /// afterwards counts again.
    async fn names_keep_nobody_away_once_it_is_said_who_is_meant(fresh) {
        let test = board(fresh).await;
        let number = accusing(&test, "仇远航").await;
        joins(&test, "chou", "仇远航", "reviewer", None).await;
        let namesake = person("chou", &[("reviewer", None)]);
        is_not_there(&test, &namesake, &number).await;
        test.run("operator", &number, mark(&[ONLY_THESE, "county"], None)).await.unwrap();
        assert!(test.office.case(&test.j, &namesake, &number).await.is_ok());
        is_not_there(&test, &test.staff("handler-county"), &number).await;
        // a mark that names somebody beside them leaves it decided
        test.run("operator", &number, mark(&["urban"], None)).await.unwrap();
        assert!(test.office.case(&test.j, &namesake, &number).await.is_ok());
        test.run("operator", &number, mark(&[], Some("还有仇远航"))).await.unwrap();
        is_not_there(&test, &namesake, &number).await;
        is_not_there(&test, &test.staff("handler-county"), &number).await;
    }

    /// Whoever names somebody under another name on an ordinary message makes an accusation of it.
    async fn a_name_alone_makes_it_an_accusation(fresh) {
        let test = board(fresh).await;
        let number = crate::beside::written(&test, "有人收钱").await;
        test.run("operator", &number, mark(&[], Some("绰号“老黑”的人"))).await.unwrap();
        let view = test.office.case(&test.j, &test.staff("operator"), &number).await.unwrap();
        assert!(view.case.accuses());
        assert_eq!(code(test.office.public_case(&test.j, &number).await), "problem-not-found");
    }
}
