//! PL-18: an accusation is never shown, routed or handed to the accused. Every door is tried, and what must happen at it
//! is written by hand; `informant_routes` beside it tries what leaves by itself.

use super::{board, code, text};
use case::access::{KEEPER, THIS_OFFICE};
use case::act::Attachment;
use case::{Actor, CaseNumber, Post};
use office::view::bench::due_bounds;
use office::{Draft, Message, Problem, Upload};
use procedure::Do;
use store::{LedgerFilter, Narrow, QueueOf};
use testkit::TestOffice;

/// Somebody with posts as (role, unit).
pub(super) fn person(id: &str, posts: &[(&str, Option<&str>)]) -> Actor {
    let post = |(role, unit): &(&str, Option<&str>)| Post {
        role: (*role).to_owned(),
        unit: unit.map(Into::into),
    };
    Actor::Staff {
        person: id.into(),
        posts: posts.iter().map(post).collect(),
    }
}

/// An accusation as an operator takes it from a caller, with a file.
pub(super) async fn accusation(test: &TestOffice, units: &[&str], people: &[&str]) -> CaseNumber {
    let all = |some: &[&str]| some.iter().map(|one| text(one)).collect();
    let citizen = if test.j == "board" {
        super::caller()
    } else {
        let code = test.phone_code("13800138000").await;
        test.wang(Some(code))
    };
    let message = Message {
        id: test.command_id().as_str().to_owned(),
        channel: text(if test.j == "board" { "website" } else { "phone" }),
        title: text("举报收钱不办事"),
        text: text("他们收钱不办事。"),
        category: Some(text(if test.j == "board" {
            "accusation"
        } else {
            "complaint"
        })),
        citizen: Some(citizen),
        accused: all(units),
        accused_people: all(people),
        uploads: vec![Upload {
            name: text("照片.jpg"),
            media: text("image/jpeg"),
            content: b"\xff\xd8\xff\xe0 rest".to_vec(),
        }],
        ..Message::default()
    };
    let taken = test
        .office
        .receive(&test.j, &test.staff("operator"), message)
        .await;
    taken.unwrap().number
}

async fn file_of(test: &TestOffice, number: &CaseNumber) -> Attachment {
    let view = test.office.case(&test.j, &Actor::System, number).await.unwrap();
    view.case.attachments[0].clone()
}

/// At every door a case that one may not know of is the same as one that is not there.
pub(super) async fn is_not_there(test: &TestOffice, who: &Actor, number: &CaseNumber) {
    let (office, j) = (&test.office, &test.j);
    let file = file_of(test, number).await.id;
    let nowhere = CaseNumber::from("2025030399999999");
    for number in [number, &nowhere] {
        let doors = [
            ("case", code(office.case(j, who, number).await)),
            ("offers", code(office.offers(j, who, number).await)),
            ("file", code(office.attachment(j, who, number, &file).await)),
            (
                "person",
                code(office.open_person(j, who, number, "想知道是谁").await),
            ),
            ("finds", code(office.public_finds(j, who, number, None).await)),
            ("linked", code(office.linked(j, who, number, None).await)),
            (
                "together",
                code(office.together(j, who, (number, None), Do::Urge).await),
            ),
            ("repeats", code(office.repeat_candidates(j, who, number).await)),
            (
                "volume",
                code(office.volume(j, who, number, calendar::Lang::Zh).await),
            ),
            (
                "document",
                code(office.case_paper(j, who, number, 1, calendar::Lang::Zh).await),
            ),
            (
                "act",
                code(
                    test.command(who, number, None, Draft::Urge { text: text("快办") })
                        .await,
                ),
            ),
        ];
        for (door, says) in doors {
            assert_eq!(says, "problem-not-found", "{door}");
        }
    }
}

/// And it stands in no list; no count is larger than its list.
pub(super) async fn is_in_no_list(test: &TestOffice, who: &Actor, number: &CaseNumber) {
    let (office, j) = (&test.office, &test.j);
    let everything = QueueOf::default();
    let filter = LedgerFilter::default();
    let rules = office.in_force(j, office.now()).await.unwrap();
    let bounds = due_bounds(&rules.calendar, office.now());
    if let Ok(lines) = office.ledger(j, who, &filter, None, 100).await {
        assert!(lines.iter().all(|line| line.row.number != *number));
    }
    if let Ok(lines) = office.export_ledger(j, who, &filter).await {
        assert!(lines.iter().all(|line| line.number != *number));
    }
    for of in [everything, office.my_queue(j, who).await.unwrap()] {
        let Ok(lines) = office.queue(j, who, &of, None, 100).await else {
            continue;
        };
        assert!(lines.iter().all(|line| line.row.number != *number));
        let count = office.queue_count(j, who, &of).await.unwrap();
        assert_eq!(
            count,
            lines.len() as u64,
            "a count tells of a case that the list does not show"
        );
        let by_due = office.queue_due_counts(j, who, &of, bounds).await.unwrap();
        assert_eq!(
            by_due.iter().sum::<u64>(),
            count,
            "so does a count by what is due"
        );
    }
    if let Ok(lines) = office.unit_queue(j, who, None, 100).await {
        assert!(lines.iter().all(|line| line.row.number != *number));
        let narrow = Narrow::default();
        let by_due = office.unit_due_counts(j, who, &narrow, bounds).await.unwrap();
        assert_eq!(by_due.iter().sum::<u64>(), lines.len() as u64);
    }
    let wanted = (&filter, number.as_str());
    if let Ok(searched) = office.search_ledger(j, who, wanted, None, 100).await {
        assert!(searched.lines.is_empty());
        let all = office.ledger(j, who, &filter, None, 100).await.unwrap();
        assert_eq!(searched.looked, all.len(), "how far was looked tells of it");
    }
    if let Ok(lines) = office.earlier_of(j, who, "13800138000", 100).await {
        assert!(lines.iter().all(|line| line.row.number != *number));
    }
}

store::both_engines! {
    /// The accused unit, the one under it, whoever sits in it and elsewhere too, and whoever has an office seat beside.
    async fn who_sits_in_an_accused_unit_finds_nothing(fresh) {
        let test = board(fresh).await;
        // water stands under county
        let number = accusation(&test, &["county"], &[]).await;
        let accused = [
            person("handler-county", &[("handler", Some("county"))]),
            person("handler-water", &[("handler", Some("water"))]),
            person("both", &[("handler", Some("urban")), ("handler", Some("water"))]),
            person("doubled", &[("operator", None), ("handler", Some("county"))]),
            person("leading", &[("supervisor", None), ("handler", Some("water"))]),
            person("keeping", &[(KEEPER, None), ("handler", Some("county"))]),
        ];
        for who in &accused {
            is_not_there(&test, who, &number).await;
            is_in_no_list(&test, who, &number).await;
        }
        // those who handle it do
        assert!(test.office.case(&test.j, &test.staff("operator"), &number).await.is_ok());
    }

    /// An accused person finds nothing, in the office or in a unit; nor do those who sit in a unit with them.
    async fn an_accused_person_finds_nothing(fresh) {
        let test = board(fresh).await;
        let of_office = accusation(&test, &[], &["reviewer"]).await;
        is_not_there(&test, &test.staff("reviewer"), &of_office).await;
        is_in_no_list(&test, &test.staff("reviewer"), &of_office).await;
        assert!(test.office.case(&test.j, &test.staff("operator"), &of_office).await.is_ok());
        let unknown = Message {
            id: text("x"),
            channel: text("website"),
            title: text("举报"),
            text: text("举报"),
            category: Some(text("accusation")),
            accused_people: vec![text("nobody")],
            ..Message::default()
        };
        let unknown = test.office.receive(&test.j, &test.staff("operator"), unknown).await;
        assert_eq!(code(unknown), "field-no-such-person");
    }

    /// The office itself accused: nobody who sits in it finds it, not even who took the call; the leader before whom it
    /// is put does, and the keeper, who sits elsewhere.
    async fn the_office_itself_is_accused(fresh) {
        let test = board(fresh).await;
        let number = accusation(&test, &[THIS_OFFICE], &[]).await;
        for staff in ["operator", "reviewer"] {
            is_not_there(&test, &test.staff(staff), &number).await;
            is_in_no_list(&test, &test.staff(staff), &number).await;
        }
        let keeper = person("keeper", &[(KEEPER, None)]);
        assert!(test.office.case(&test.j, &keeper, &number).await.is_ok());
        let of_office = person("keeper", &[(KEEPER, None), ("operator", None)]);
        is_not_there(&test, &of_office, &number).await;
    }

    /// Who the informant is: nobody but named people, with a reason; to all others not even a surname is shown.
    async fn the_informant_is_known_to_named_people_alone(fresh) {
        let test = board(fresh).await;
        let number = accusation(&test, &["water"], &[]).await;
        let keeper = person("keeper", &[(KEEPER, None)]);
        let operator = test.staff("operator");
        let shown = async |who: &Actor| {
            let view = test.office.case(&test.j, who, &number).await.unwrap();
            view.citizen.map(|citizen| (citizen.name, citizen.phone)).unwrap()
        };
        assert_eq!(shown(&operator).await, (text("■■■"), text("■■■")));
        assert_eq!(shown(&keeper).await, (text("王**"), text("138****8000")));
        let denied = test.office.open_person(&test.j, &operator, &number, "核实情况").await;
        assert_eq!(code(denied), "problem-not-found");
        let no_reason = test.office.open_person(&test.j, &keeper, &number, " ").await;
        assert_eq!(code(no_reason), "field-empty");
        let before = test.office.store().last_seq(&test.j, &format!("access/{number}")).await.unwrap();
        test.office.open_person(&test.j, &keeper, &number, "核实情况").await.unwrap();
        let after = test.office.store().last_seq(&test.j, &format!("access/{number}")).await.unwrap();
        assert_eq!((before, after), (0, 1), "the opening is recorded, the attempts were none");
        // an ordinary case is opened by whoever handles it
        let plain = crate::beside::written(&test, "路灯不亮").await;
        let opened = test.office.open_person(&test.j, &operator, &plain, "核实情况").await;
        assert!(matches!(opened, Err(Problem::NotFound)), "nobody said who they are");
    }

    /// A phone number does not unmask an informant: whoever may not know who accuses finds an accusation under no
    /// number, nothing else of its citizen beside it, and it beside nothing else of theirs.
    async fn a_phone_number_leads_to_no_accusation(fresh) {
        let test = TestOffice::on(fresh).await;
        let first = test.accepted("路灯不亮").await;
        let number = accusation(&test, &["water"], &[]).await;
        let second = test.accepted("路面破损").await;
        let operator = test.staff("operator");
        let keeper = person("keeper", &[(KEEPER, None), ("operator", None)]);
        let numbers = |lines: Vec<office::view::QueueLine>| {
            let mut found: Vec<_> = lines.into_iter().map(|line| line.row.number).collect();
            found.sort();
            found
        };
        let sorted = |some: &[&CaseNumber]| {
            let mut all: Vec<CaseNumber> = some.iter().map(|one| (*one).clone()).collect();
            all.sort();
            all
        };
        let by_phone = async |who: &Actor, limit: u32| {
            numbers(test.office.earlier_of(&test.j, who, "13800138000", limit).await.unwrap())
        };
        let beside = async |who: &Actor, of: &CaseNumber| {
            numbers(test.office.repeat_candidates(&test.j, who, of).await.unwrap())
        };
        assert_eq!(by_phone(&operator, 10).await, sorted(&[&first, &second]));
        assert_eq!(by_phone(&keeper, 10).await, sorted(&[&first, &second, &number]));
        // nor is a page shorter by what was left out
        assert_eq!(by_phone(&operator, 2).await.len(), 2);
        assert_eq!(beside(&operator, &number).await, []);
        assert_eq!(beside(&operator, &first).await, sorted(&[&second]));
        assert_eq!(beside(&keeper, &number).await, sorted(&[&first, &second]));
        assert_eq!(beside(&keeper, &first).await, sorted(&[&second, &number]));
    }
}
