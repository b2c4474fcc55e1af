//! What does not fit is refused with the reason, and the refusal is recorded: forged, altered, old, played again,
//! addressed to somebody else, of a kind that the link does not let in.

use crate::exchange::{cases_of, log};
use office::Problem;
use office::exchange::LinkEntry;
use office::exchange::content::{Caller, Content, HandedOver, Receipt, Received};
use office::exchange::envelope::{Envelope, Message, Numbers, Party};
use seal::Key;
use seal::signing::SigningKey;
use testkit::TestOffice;

/// The other side, of which only the key is known here.
pub(crate) fn outside(byte: u8) -> SigningKey {
    SigningKey::of(&Key::from_bytes([byte; 32])).unwrap()
}

pub(crate) async fn linked(test: &TestOffice, takes: &[&str]) -> String {
    let link = LinkEntry {
        key: outside(5).public(),
        address: Some("https://wz.above.example".to_owned()),
        takes: takes.iter().map(|kind| (*kind).to_owned()).collect(),
        ..test.link_to("above")
    };
    test.enter_link(&test.j, link).await;
    test.office
        .own_key(&test.j, &test.staff("administrator"))
        .await
        .unwrap()
        .public
}

/// A case from outside, at nine o'clock of the tests.
pub(crate) fn message(to: &str) -> Message {
    Message {
        id: "m-1".to_owned(),
        from: Party {
            id: "above".to_owned(),
            key: outside(5).public(),
            name: None,
        },
        to: Party {
            id: "here".to_owned(),
            key: to.to_owned(),
            name: None,
        },
        sent: "2025-03-03T01:00:00Z".to_owned(),
        case: Numbers {
            sender: Some("B-17".to_owned()),
            receiver: None,
        },
        answers: None,
        content: Content::Case(HandedOver {
            title: "路灯不亮".to_owned(),
            text: "路灯不亮，请尽快处理。".to_owned(),
            category: Some("complaint".to_owned()),
            place: None,
            citizen: Some(Caller {
                name: "王小明".to_owned(),
                phone: "13800138000".to_owned(),
                verified: true,
            }),
            received: "2025-03-03T00:50:00Z".to_owned(),
            note: None,
            due: None,
            references: Vec::new(),
            files: Vec::new(),
            accused: Vec::new(),
        }),
    }
}

pub(crate) async fn take(test: &TestOffice, envelope: &Envelope) -> Result<Envelope, &'static str> {
    let bytes = serde_json::to_vec(envelope).unwrap();
    take_bytes(test, &bytes).await
}

async fn take_bytes(test: &TestOffice, bytes: &[u8]) -> Result<Envelope, &'static str> {
    match test.office.take_message(&test.j, bytes, "192.0.2.1").await {
        Ok(receipt) => Ok(receipt),
        Err(Problem::Invalid(faults)) => Err(faults[0].code),
        Err(other) => Err(other.code()),
    }
}

store::both_engines! {
    async fn a_message_is_taken_once_however_often_it_comes(fresh) {
        let test = TestOffice::on(fresh).await;
        let us = linked(&test, &["case"]).await;
        let envelope = message(&us).signed(&outside(5)).unwrap();
        let receipt = take(&test, &envelope).await.unwrap();
        assert!(receipt.is_signed_by(&us));
        let (_, first) = Envelope::read(&serde_json::to_vec(&receipt).unwrap()).unwrap();
        let cases = cases_of(&test, &test.j).await;
        assert_eq!(first.case.sender.as_deref(), Some(cases[0].as_str()));
        assert_eq!(first.content, Content::Receipt(Receipt { what: Received::Taken, by: None, cosignature: None }));

        // Played again, a week later as well: the same receipt, no second case.
        test.clock.advance(7 * 24 * 60);
        let again = take(&test, &envelope).await.unwrap();
        let (_, again) = Envelope::read(&serde_json::to_vec(&again).unwrap()).unwrap();
        assert_eq!(again.case, first.case);
        // The same case under another id of the message: the sender's number tells.
        let mut other = message(&us);
        other.id = "m-2".to_owned();
        other.sent = "2025-03-10T01:00:00Z".to_owned();
        let other = take(&test, &other.signed(&outside(5)).unwrap()).await.unwrap();
        let (_, other) = Envelope::read(&serde_json::to_vec(&other).unwrap()).unwrap();
        assert_eq!(other.case, first.case);
        assert_eq!(cases_of(&test, &test.j).await, cases);
        assert_eq!(log(&test, &test.j).await, ["link", "taken", "taken"]);
    }

    async fn what_does_not_fit_is_refused_with_the_reason_and_recorded(fresh) {
        let test = TestOffice::on(fresh).await;
        let us = linked(&test, &["ruling"]).await;
        let signed = |message: &Message| message.signed(&outside(5)).unwrap();
        let plain = message(&us);
        let with = |change: &dyn Fn(&mut Message)| {
            let mut message = plain.clone();
            change(&mut message);
            message
        };

        // Signed by somebody else in the name of the peer; altered after signing; signed by a stranger.
        assert_eq!(take(&test, &plain.signed(&outside(6)).unwrap()).await, Err("exchange-signature"));
        let mut altered = signed(&plain);
        altered.message = altered.message.replace("路灯不亮", "路灯很亮");
        assert_eq!(take(&test, &altered).await, Err("exchange-signature"));
        let stranger = with(&|m| m.from.key = outside(6).public());
        assert_eq!(take(&test, &stranger.signed(&outside(6)).unwrap()).await, Err("exchange-unknown-sender"));
        // To somebody else.
        let elsewhere = with(&|m| m.to.key = outside(7).public());
        assert_eq!(take(&test, &signed(&elsewhere)).await, Err("exchange-not-for-us"));
        // Old, or from a clock that is ahead.
        let old = with(&|m| m.sent = "2025-03-03T00:29:59Z".to_owned());
        assert_eq!(take(&test, &signed(&old)).await, Err("exchange-too-old"));
        let ahead = with(&|m| m.sent = "2025-03-03T01:05:01Z".to_owned());
        assert_eq!(take(&test, &signed(&ahead)).await, Err("exchange-ahead"));
        // Of a kind that the link does not let in.
        assert_eq!(take(&test, &signed(&plain)).await, Err("exchange-kind-refused"));
        // Not what it should be.
        for bytes in [&b""[..], b"{}", b"\xff", br#"{"format":"wenzheng-exchange-2","message":"","signature":""}"#] {
            assert_eq!(take_bytes(&test, bytes).await, Err("exchange-unreadable"));
        }
        let id = with(&|m| m.id = "../1".to_owned());
        assert_eq!(take(&test, &signed(&id)).await, Err("exchange-unreadable"));

        assert!(cases_of(&test, &test.j).await.is_empty());
        let recorded = log(&test, &test.j).await;
        assert_eq!(recorded.iter().filter(|kind| *kind == "refused").count(), 12);
        // A stranger cannot fill the log.
        for _ in 0..50 {
            take_bytes(&test, b"{}").await.unwrap_err();
        }
        assert_eq!(take_bytes(&test, b"{}").await, Err("problem-throttled"));
        assert!(log(&test, &test.j).await.len() < 45);
    }

    async fn a_case_that_cannot_come_in_waits_for_a_person(fresh) {
        let test = TestOffice::on(fresh).await;
        let us = linked(&test, &["case"]).await;
        let mut faulty = message(&us);
        if let Content::Case(case) = &mut faulty.content {
            case.citizen.as_mut().unwrap().phone = "1".to_owned();
        }
        take(&test, &faulty.signed(&outside(5)).unwrap()).await.unwrap();
        let who = test.staff("duty-manager");
        let lines = test.office.inbox(&test.j, &who, office::exchange::FAILED, 9).await.unwrap();
        assert_eq!(lines[0].title.as_deref(), Some("路灯不亮"));
        let view = test.office.inbox_message(&test.j, &who, "above", "m-1").await.unwrap();
        assert!(view.fault.is_some() && matches!(view.content, Some(Content::Case(_))));
        test.office.acknowledge(&test.j, &who, ("above", "m-1")).await.unwrap();
        assert!(test.office.inbox(&test.j, &who, office::exchange::FAILED, 9).await.unwrap().is_empty());
        // Whoever sees single cases only sees no inbox, nor does the administrator.
        for nobody in ["handler-water", "administrator"] {
            let refused = test.office.inbox(&test.j, &test.staff(nobody), "open", 9).await;
            assert!(matches!(refused, Err(Problem::Forbidden)), "{nobody}");
        }
    }

    async fn faulty_links_are_told_field_by_field(fresh) {
        let test = TestOffice::on(fresh).await;
        test.found("banner", "示例旗", "Example Banner", None).await;
        let who = test.staff("administrator");
        let wrong = [
            (LinkEntry { peer: "nobody".to_owned(), ..test.link_to("banner") }, "peer"),
            (LinkEntry { peer: test.j.clone(), ..test.link_to("banner") }, "peer"),
            (LinkEntry { zh: " ".to_owned(), address: Some("https://far.example".to_owned()), key: outside(5).public(), ..test.link_to("far") }, "zh"),
            (LinkEntry { unit: Some("none".to_owned()), ..test.link_to("banner") }, "unit"),
            (LinkEntry { channel: None, ..test.link_to("banner") }, "channel"),
            (LinkEntry { role: Some("handler".to_owned()), ..test.link_to("banner") }, "role"),
            (LinkEntry { address: Some("http://far.example".to_owned()), key: outside(5).public(), ..test.link_to("far") }, "address"),
            (LinkEntry { address: Some("https://far.example".to_owned()), key: "x".to_owned(), ..test.link_to("far") }, "key"),
        ];
        for (link, field) in wrong {
            match test.office.enter_link(&test.j, &who, link).await {
                Err(Problem::Invalid(faults)) => assert_eq!(faults[0].field, field),
                other => panic!("{field}: {other:?}"),
            }
        }
        let refused = test.office.enter_link(&test.j, &test.staff("operator"), test.link_to("banner")).await;
        assert!(matches!(refused, Err(Problem::Forbidden)));
    }
}
