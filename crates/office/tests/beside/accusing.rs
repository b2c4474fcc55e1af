//! PL-18: a citizen accuses. Whom they mean is said with the message, so from its first event on nobody accused sees it.

use super::informant_doors::{is_in_no_list, is_not_there, person};
use super::{board, caller, claim, code, text};
use case::access::KEEPER;
use case::{Actor, CaseNumber};
use office::{Draft, Message, Problem, Receipt, Upload};
use store::QueueOf;
use testkit::TestOffice;

/// What a citizen sends who accuses: units of the list, or somebody in their own words.
fn accusing(test: &TestOffice, units: &[&str], named: Option<&str>) -> Message {
    Message {
        id: test.command_id().as_str().to_owned(),
        channel: text("website"),
        title: text("收钱不办事"),
        text: text("他们收钱不办事。"),
        category: Some(text("accusation")),
        citizen: Some(caller()),
        accused: units.iter().map(|unit| text(unit)).collect(),
        accused_named: named.map(text),
        uploads: vec![Upload {
            name: text("照片.jpg"),
            media: text("image/jpeg"),
            content: b"\xff\xd8\xff\xe0 rest".to_vec(),
        }],
        ..Message::default()
    }
}

async fn send(test: &TestOffice, message: Message) -> Result<Receipt, Problem> {
    test.office.receive(&test.j, &Actor::Citizen(None), message).await
}

async fn sent(test: &TestOffice, units: &[&str], named: Option<&str>) -> CaseNumber {
    send(test, accusing(test, units, named)).await.unwrap().number
}

store::both_engines! {
    /// The first event says whom; nobody had to mark anything.
    async fn from_its_first_event_on_the_accused_unit_sees_nothing(fresh) {
        let test = board(fresh).await;
        let number = sent(&test, &["county"], None).await;
        let events = test.office.store().events(&test.j, &store::case_stream(&number)).await.unwrap();
        let first = String::from_utf8(events[0].bytes.clone()).unwrap();
        assert!(events.len() == 1 && first.contains("\"accused\":[{\"id\":\"county\""), "{first}");
        // water stands under county
        for staff in ["handler-county", "handler-water"] {
            is_not_there(&test, &test.staff(staff), &number).await;
            is_in_no_list(&test, &test.staff(staff), &number).await;
        }
        // nor does it wait for other units, who may be friends: the office says who looks into it
        is_not_there(&test, &test.staff("handler-urban"), &number).await;
        assert!(test.office.case(&test.j, &test.staff("operator"), &number).await.is_ok());
        let finds = test.office.public_finds(&test.j, &test.staff("operator"), &number, None).await.unwrap();
        let publish = Draft::Publish { text: None, found: Some(finds.seen), keep: vec![], hide: vec![] };
        assert_eq!(code(test.run("operator", &number, publish).await), "field-accusation-not-public");
        // the informant follows it with number and check code, as everybody does
        assert!(test.office.case(&test.j, &test.citizen(&number), &number).await.is_ok());
    }

    /// Own words are read by those who handle it, and by nobody who is named there: the directory knows who they are.
    async fn whoever_is_named_in_own_words_sees_nothing(fresh) {
        let test = board(fresh).await;
        let number = sent(&test, &[], Some("贵单位的李正，是个科长")).await;
        is_not_there(&test, &test.staff("reviewer"), &number).await;
        is_in_no_list(&test, &test.staff("reviewer"), &number).await;
        let view = test.office.case(&test.j, &test.staff("operator"), &number).await.unwrap();
        assert_eq!(view.accused_named.as_deref(), Some("贵单位的李正，是个科长"));
        // a name of somebody in a unit keeps that unit away, and a unit's name does
        let by_name = sent(&test, &[], Some("郑清")).await;
        let by_unit = sent(&test, &[], Some("water那边的人")).await;
        for number in [by_name, by_unit] {
            is_not_there(&test, &test.staff("handler-water"), &number).await;
        }
        // the words lie sealed
        for line in test.fresh.dump("event").await {
            assert!(!line.contains("李正"), "{line}");
        }
    }

    /// Somebody whom no directory knows is accused all the same: who wrote is sealed, nobody claims it, it stays unpublished.
    async fn a_stranger_is_accused_all_the_same(fresh) {
        let test = board(fresh).await;
        let number = sent(&test, &[], Some("一个姓马的包工头")).await;
        let operator = test.staff("operator");
        let view = test.office.case(&test.j, &operator, &number).await.unwrap();
        assert!(view.case.accuses());
        assert_eq!(view.citizen.unwrap().name, "■■■");
        assert_eq!(code(test.office.open_person(&test.j, &operator, &number, "核实").await), "problem-not-found");
        assert_eq!(code(test.run("handler-water", &number, claim()).await), "problem-not-found");
        assert_eq!(code(test.office.public_case(&test.j, &number).await), "problem-not-found");
    }

    /// The office itself accused: it waits for a keeper, who finds it in a queue of their own.
    async fn a_keeper_finds_what_accuses_the_office(fresh) {
        let test = board(fresh).await;
        let number = sent(&test, &[case::access::THIS_OFFICE], None).await;
        let other = sent(&test, &["water"], None).await;
        is_not_there(&test, &test.staff("operator"), &number).await;
        let keeper = person("keeper", &[(KEEPER, None)]);
        let mine = test.office.my_queue(&test.j, &keeper).await.unwrap();
        assert_eq!(mine, QueueOf { accusing: true, ..QueueOf::default() });
        let lines = test.office.queue(&test.j, &keeper, &mine, None, 9).await.unwrap();
        let mut found: Vec<_> = lines.into_iter().map(|line| line.row.number).collect();
        let mut both = vec![number.clone(), other];
        found.sort();
        both.sort();
        assert_eq!(found, both);
        assert_eq!(test.office.queue_count(&test.j, &keeper, &mine).await.unwrap(), 2);
        // whoever is no keeper has no such queue
        let handler = test.staff("handler-urban");
        assert_eq!(code(test.office.queue(&test.j, &handler, &mine, None, 9).await), "problem-forbidden");
    }

    /// An accusation says whom; whom one accuses says that it is an accusation; logins are for staff.
    async fn an_accusation_says_whom(fresh) {
        let test = board(fresh).await;
        assert_eq!(code(send(&test, accusing(&test, &[], Some(" "))).await), "field-accuses-whom");
        let plain = Message { category: Some(text("roads")), ..accusing(&test, &["water"], None) };
        assert_eq!(code(send(&test, plain).await), "field-no-accusation");
        let unknown = accusing(&test, &["no-such-unit"], None);
        assert_eq!(code(send(&test, unknown).await), "field-no-such-unit");
        let long = "马".repeat(201);
        assert_eq!(code(send(&test, accusing(&test, &[], Some(&long))).await), "field-too-long");
        let login = Message { accused_people: vec![text("reviewer")], ..accusing(&test, &["water"], None) };
        assert_eq!(code(send(&test, login).await), "problem-forbidden");
    }

    /// Rules without such a kind take no accusation from a citizen by that field: staff mark it.
    async fn without_a_kind_for_it_staff_say_whom(fresh) {
        let test = TestOffice::on(fresh).await;
        let message = Message { category: Some(text("complaint")), ..accusing(&test, &["water"], None) };
        assert_eq!(code(send(&test, message).await), "problem-forbidden");
    }
}
