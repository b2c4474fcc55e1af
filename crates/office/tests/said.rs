//! What is said has to be readable, in one line where one line is meant, and by whoever may say it.

use case::Actor;
use office::{Draft, Message, Problem};
use testkit::{TestOffice, field};

fn message(id: &str) -> Message {
    Message {
        id: id.to_owned(),
        channel: "website".to_owned(),
        title: "井盖".to_owned(),
        text: "井盖缺失".to_owned(),
        ..Message::default()
    }
}

async fn faults(test: &TestOffice, message: Message) -> Vec<(String, &'static str)> {
    match test.office.receive(&test.j, &Actor::Citizen(None), message).await {
        Err(Problem::Invalid(faults)) => faults.into_iter().map(|f| (f.field, f.code)).collect(),
        other => panic!("{other:?}"),
    }
}

/// Characters that nobody sees.
const UNSEEN: [&str; 4] = ["\u{200b}\u{202e}", "\u{200b}\u{3000}", "\u{3164}", "\u{2800}"];

store::both_engines! {
    /// A text in which nothing can be seen is none.
    async fn what_nobody_sees_is_not_said(fresh) {
        let test = TestOffice::on(fresh).await;
        let number = test.receive_verified("路灯不亮").await.number;
        for unseen in UNSEEN {
            let none = Message { title: unseen.to_owned(), text: unseen.to_owned(), ..message("none") };
            let said = faults(&test, none).await;
            assert_eq!(said, [("title".to_owned(), "field-empty"), ("text".to_owned(), "field-empty")]);
            let add = Draft::Add { text: unseen.to_owned() };
            let added = test.command(&test.citizen(&number), &number, None, add).await;
            assert!(matches!(added, Err(Problem::Refused(_))), "{unseen:?}");
            let opened = test.office.open_person(&test.j, &test.staff("operator"), &number, unseen).await;
            assert_eq!(field(opened), "field-empty");
        }
        // a sign that nobody sees beside others takes nothing away
        let some = Message { text: "\u{200b}井盖".to_owned(), ..message("some") };
        test.office.receive(&test.j, &Actor::Citizen(None), some).await.unwrap();
    }

    /// One character explains nothing; a book is no reason.
    async fn a_reason_has_two_characters_at_least(fresh) {
        let test = TestOffice::on(fresh).await;
        let number = test.receive_verified("路灯不亮").await.number;
        let open = async |reason: &str| {
            field(test.office.open_person(&test.j, &test.staff("operator"), &number, reason).await)
        };
        assert_eq!(open("查").await, "field-reason-short");
        assert_eq!(open(" ").await, "field-empty");
        assert_eq!(open(&"查".repeat(501)).await, "field-too-long");
        assert_eq!(open("回电").await, "done");
        let administrator = test.staff("administrator");
        let set = async |reason: &str| {
            field(test.office.set_retention(&test.j, &administrator, Some(365), reason).await)
        };
        assert_eq!(set("查").await, "field-reason-short");
        assert_eq!(set(&"查".repeat(501)).await, "field-too-long");
    }

    /// Whoever may not fill a field in learns which one it is.
    async fn what_only_staff_say_is_named(fresh) {
        let test = TestOffice::on(fresh).await;
        let all = Message {
            external: Some("2026-77".to_owned()),
            posted: Some("2025-03-01 09:00".to_owned()),
            marks: vec!["typical".to_owned()],
            accused_people: vec!["operator".to_owned()],
            ..message("staff")
        };
        let said = faults(&test, all).await;
        let fields = ["external", "posted", "marks", "accused_people"];
        assert_eq!(said, fields.map(|name| (name.to_owned(), "field-for-staff")));
        // these rules know no message that accuses somebody
        let accusing = Message {
            accused: vec!["water".to_owned()],
            accused_named: Some("马科长".to_owned()),
            ..message("accusing")
        };
        let said = faults(&test, accusing).await;
        let fields = ["accused", "accused_named"];
        assert_eq!(said, fields.map(|name| (name.to_owned(), "field-accusing-nowhere")));
    }
}
