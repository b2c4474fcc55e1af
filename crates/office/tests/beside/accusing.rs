//! PL-18: a citizen accuses. Whom they mean is said with the message, so from its first event on nobody accused sees it.

use super::informant_doors::{is_in_no_list, is_not_there, person};
use super::{board, caller, claim, code, text};
use case::access::KEEPER;
use case::{Actor, CaseNumber};
use jiff::civil::date;
use office::directory::{Entry, PersonEntry, PostEntry, UnitEntry};
use office::draft::ONLY_THESE;
use office::items::{ItemCase, ItemContent};
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

    /// Nobody of an accused office may handle it, so a keeper acts in its place, under the rules that bind the office; where it
    /// is not accused, keepers read and do not act.
    async fn a_keeper_acts_for_an_accused_office(fresh) {
        let test = board(fresh).await;
        let office = sent(&test, &[case::access::THIS_OFFICE], None).await;
        let unit = sent(&test, &["water"], None).await;
        let keeper = person("keeper", &[(KEEPER, None)]);
        let withhold = || Draft::Withhold { reason: text("举报不公开") };
        let offered = test.office.offers(&test.j, &keeper, &office).await.unwrap();
        assert!(offered.iter().any(|offer| offer.does == procedure::Do::Withhold));
        test.command(&keeper, &office, None, withhold()).await.unwrap();
        let events = test.office.store().events(&test.j, &store::case_stream(&office)).await.unwrap();
        let last = String::from_utf8(events.last().unwrap().bytes.clone()).unwrap();
        assert!(last.contains("\"person\":\"keeper\",\"role\":\"operator\""), "{last}");
        // the rules hold for a keeper as for the office: nothing is answered before it is handled
        assert_eq!(code(test.command(&keeper, &office, None, crate::beside::reply()).await), "refusal-wrong-step");
        assert_eq!(code(test.command(&keeper, &unit, None, withhold()).await), "problem-not-found");
        let of_office = person("keeper", &[(KEEPER, None), ("operator", None)]);
        assert_eq!(code(test.command(&of_office, &office, None, withhold()).await), "problem-not-found");
    }

    /// Numbers are drawn, not counted: what lies between two of them, or how much, they do not tell.
    async fn numbers_have_no_gaps_to_look_at(fresh) {
        let test = board(fresh).await;
        let mut numbers = Vec::new();
        for _ in 0..12 {
            numbers.push(sent(&test, &["water"], None).await);
        }
        let mut sorted = numbers.clone();
        sorted.sort();
        assert_ne!(sorted, numbers, "numbers grow with time");
        let day = |number: &CaseNumber| number.as_str()[..8].to_owned();
        assert!(numbers.iter().all(|number| day(number) == day(&numbers[0])));
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
        assert_eq!(code(send(&test, login).await), "field-for-staff");
    }

    /// Rules without such a kind take no accusation from a citizen by that field: staff mark it.
    async fn without_a_kind_for_it_staff_say_whom(fresh) {
        let test = TestOffice::on(fresh).await;
        let message = Message { category: Some(text("complaint")), ..accusing(&test, &["water"], None) };
        assert_eq!(code(send(&test, message).await), "field-accusing-nowhere");
    }

    /// However a name was typed it is the same name; this office is meant where nothing but its name stands.
    async fn names_are_known_however_they_were_typed(fresh) {
        let test = board(fresh).await;
        for words in ["李 正，科长", "科长李　正", "李·正"] {
            let number = sent(&test, &[], Some(words)).await;
            is_not_there(&test, &test.staff("reviewer"), &number).await;
        }
        let number = sent(&test, &[], Some("ＷＡＴＥＲ的人")).await;
        is_not_there(&test, &test.staff("handler-water"), &number).await;
        let somebody = sent(&test, &[], Some("示例市政府办公室的马某")).await;
        assert!(test.office.case(&test.j, &test.staff("operator"), &somebody).await.is_ok());
        let office = sent(&test, &[], Some("示例市 政府办公室")).await;
        is_not_there(&test, &test.staff("operator"), &office).await;
    }

    /// A post outlives its unit where nobody ended it: whoever holds it can be accused all the same.
    async fn a_post_in_a_unit_that_ended_stops_no_accusation(fresh) {
        let test = board(fresh).await;
        let unit = |to| Entry::Unit(UnitEntry {
            id: text("old"),
            zh: text("老城办"),
            en: text("old town"),
            kind: text("city"),
            parent: None,
            territory: None,
            duties: Vec::new(),
            from: date(2020, 1, 1),
            to,
        });
        let hand = PersonEntry {
            id: text("old-hand"),
            login: text("old-hand"),
            name: text("马旧"),
            password: None,
            email: None,
            phone: None,
            active: true,
        };
        let post = PostEntry {
            person: text("old-hand"),
            role: text("handler"),
            unit: Some(text("old")),
            from: date(2020, 1, 1),
            to: None,
        };
        let entries = vec![unit(None), Entry::Person(hand), Entry::Post(post), unit(Some(date(2021, 1, 1)))];
        test.office.enter(&test.j, "system", entries).await.unwrap();
        let number = sent(&test, &[], Some("马旧")).await;
        let view = test.office.case(&test.j, &test.staff("operator"), &number).await.unwrap();
        assert_eq!(view.case.accused[0].id.as_str(), "old");
        assert_eq!(view.accused_people, ["马旧"]);
        is_not_there(&test, &person("old-hand", &[("handler", Some("old"))]), &number).await;
        let by_login = Message { accused_people: vec![text("old-hand")], ..accusing(&test, &[], None) };
        test.office.receive(&test.j, &test.staff("operator"), by_login).await.unwrap();
    }

    /// Whoever is found to be accused as well readmits nobody; staff who find that somebody is not meant say so.
    async fn a_mark_names_further_accused_beside_the_others(fresh) {
        let test = board(fresh).await;
        let number = sent(&test, &["county"], None).await;
        let accuse = |units: &[&str], people: &[&str]| Draft::Mark {
            marks: vec![text("urgent")],
            division: None,
            accused: units.iter().map(|unit| text(unit)).collect(),
            accused_people: people.iter().map(|login| text(login)).collect(),
            accused_named: None,
            reason: None,
        };
        for (units, people) in [(&[][..], &["reviewer"][..]), (&["urban"], &[]), (&[], &[])] {
            test.run("operator", &number, accuse(units, people)).await.unwrap();
            is_not_there(&test, &test.staff("handler-county"), &number).await;
            is_not_there(&test, &test.staff("reviewer"), &number).await;
        }
        let accused = async || {
            let view = test.office.case(&test.j, &test.staff("operator"), &number).await.unwrap();
            let units: Vec<String> = view.case.accused.iter().map(|unit| unit.id.to_string()).collect();
            (units, view.accused_people)
        };
        assert_eq!(accused().await, (vec![text("county"), text("urban")], vec![text("李正")]));
        // nobody at all is no answer
        let nobody = test.run("operator", &number, accuse(&[ONLY_THESE], &[])).await;
        assert_eq!(code(nobody), "field-accuses-whom");
        test.run("operator", &number, accuse(&[ONLY_THESE, "county"], &[])).await.unwrap();
        assert_eq!(accused().await, (vec![text("county")], vec![]));
        is_not_there(&test, &test.staff("handler-county"), &number).await;
        assert!(test.office.case(&test.j, &test.staff("reviewer"), &number).await.is_ok());
    }

    /// No case becomes one of an accusing kind before staff have said whom it accuses.
    async fn the_kind_follows_whom_it_accuses(fresh) {
        let test = board(fresh).await;
        let number = crate::beside::written(&test, "科长收钱").await;
        let kind = || Some(text("accusation"));
        let accept = || Draft::Accept { ground: text("any"), category: kind() };
        let complete = Draft::Complete { citizen: caller(), category: kind() };
        for draft in [accept(), complete] {
            assert_eq!(code(test.run("operator", &number, draft).await), "field-accuses-whom");
        }
        let mark = Draft::Mark {
            marks: vec![text("urgent")],
            division: None,
            accused: vec![text("county")],
            accused_people: Vec::new(),
            accused_named: None,
            reason: None,
        };
        test.run("operator", &number, mark).await.unwrap();
        // what these rules say of it then is another matter
        assert_ne!(code(test.run("operator", &number, accept()).await), "field-accuses-whom");
    }

    /// What was noticed elsewhere is an accusation from its first event on, also before anybody said whose.
    async fn an_item_of_an_accusing_kind_is_an_accusation(fresh) {
        let test = board(fresh).await;
        let operator = test.staff("operator");
        let content = ItemContent { title: text("举报"), text: text("科长收钱"), ..ItemContent::default() };
        let id = test.office.note_item(&test.j, &operator, content, None).await.unwrap();
        let made = ItemCase {
            channel: text("board"),
            title: text("举报"),
            text: text("科长收钱"),
            category: Some(text("accusation")),
            ..ItemCase::default()
        };
        let number = test.office.case_of_item(&test.j, &operator, &id, made).await.unwrap().number;
        let view = test.office.case(&test.j, &operator, &number).await.unwrap();
        assert!(view.case.accuses() && view.case.seq == 1);
        assert_eq!(view.accused_named.as_deref(), Some("未指明"));
    }
}
