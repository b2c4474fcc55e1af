//! The dispatch catalogue: NG-(5), topic and place to lead and assisting units; WS-3, cases go by the portfolios of the
//! leading group, whose member is told and sees the case.

use case::{Act, CaseNumber};
use jiff::civil::date;
use office::catalogue::{CatalogueEntry, STREAM};
use office::draft::PartDraft;
use office::notice::{Payload, Word};
use office::{Draft, FieldFault, Problem};
use store::{both_engines, case_event, case_stream};
use testkit::TestOffice;

fn entry(words: &str, lead: &str) -> CatalogueEntry {
    CatalogueEntry {
        words: words.to_owned(),
        lead: lead.to_owned(),
        assisting: vec!["county".to_owned(), lead.to_owned()],
        member: Some("principal-urban".to_owned()),
        basis: "三定方案".to_owned(),
        from: Some(date(2025, 1, 1)),
        ..CatalogueEntry::default()
    }
}

async fn enter(test: &TestOffice, entry: CatalogueEntry) -> Result<String, Problem> {
    test.office
        .enter_catalogue(&test.j, &test.staff("administrator"), entry)
        .await
}

/// A case about a lamp, accepted and ready to be dispatched.
async fn accepted(test: &TestOffice) -> CaseNumber {
    let number = test.receive_verified("路灯不亮").await.number;
    let accept = Draft::Accept {
        ground: "6-2".to_owned(),
        category: None,
    };
    test.run("operator", &number, accept).await.unwrap();
    number
}

async fn dispatched(test: &TestOffice, number: &CaseNumber) -> Act {
    let to = PartDraft {
        unit: "urban".to_owned(),
        lead: true,
        direct: false,
    };
    let draft = Draft::Dispatch {
        to: vec![to],
        note: None,
        limit: None,
        way: None,
    };
    test.run("dispatcher", number, draft).await.unwrap();
    let events = test
        .office
        .store()
        .events(&test.j, &case_stream(number))
        .await
        .unwrap();
    case_event(events.last().unwrap()).unwrap().act
}

both_engines! {
    async fn ng_5_the_catalogue_suggests_and_the_dispatch_says_what_it_said(fresh) {
        let test = TestOffice::on(fresh).await;
        let lamps = enter(&test, entry("路灯 照明", "urban")).await.unwrap();
        enter(&test, entry("灯", "water")).await.unwrap();
        let number = accepted(&test).await;
        let view = test.office.case(&test.j, &test.staff("dispatcher"), &number).await.unwrap();
        let found = test.office.suggestion(&test.j, &view).await.unwrap().unwrap();
        assert_eq!((found.entry.id.as_str(), found.word.as_deref()), (lamps.as_str(), Some("路灯")));
        assert_eq!(found.entry.assisting, ["county".into()]);
        let Act::Dispatch { terms, .. } = dispatched(&test, &number).await else { panic!() };
        let catalogued = terms.catalogued.unwrap();
        assert_eq!((catalogued.entry.as_str(), catalogued.kind.as_str()), (lamps.as_str(), "city"));
    }

    /// 王海 holds a post in the water unit, and has nothing to do with the case but that his field is meant.
    async fn ws_3_the_member_in_charge_is_told_and_sees_the_case(fresh) {
        let test = TestOffice::on(fresh).await;
        let lamps = CatalogueEntry {
            member: Some("principal-water".to_owned()),
            ..entry("路灯", "urban")
        };
        enter(&test, lamps).await.unwrap();
        let number = accepted(&test).await;
        let member = test.staff("principal-water");
        let before = test.office.case(&test.j, &member, &number).await;
        assert!(matches!(before, Err(Problem::NotFound)));
        dispatched(&test, &number).await;
        let seen = test.office.case(&test.j, &member, &number).await.unwrap();
        assert!(seen.instructions && seen.offers.is_empty());
        let mine = test.office.my_queue(&test.j, &member).await.unwrap();
        assert_eq!(mine.submitted, ["person:principal-water"]);
        let of = store::QueueOf { submitted: mine.submitted, ..store::QueueOf::default() };
        assert_eq!(test.office.queue_count(&test.j, &member, &of).await.unwrap(), 1);
        let told = test.office.store().outbox_waiting(99).await.unwrap();
        let told = told.iter().filter_map(|m| serde_json::from_slice(&m.payload).ok());
        let says = Word::InCharge { number: number.clone() };
        let wanted = |p: &Payload| matches!(p, Payload::Word { person, says: s, .. } if person.as_str() == "principal-water" && *s == says);
        assert_eq!(told.filter(wanted).count(), 1);
        // nobody else of that unit
        let other = test.office.case(&test.j, &test.staff("handler-water"), &number).await;
        assert!(matches!(other, Err(Problem::NotFound)));
    }

    async fn ng_5_an_entry_that_ended_suggests_nothing(fresh) {
        let test = TestOffice::on(fresh).await;
        let id = enter(&test, entry("路灯", "urban")).await.unwrap();
        let number = accepted(&test).await;
        test.office.end_catalogue(&test.j, &test.staff("administrator"), &id, date(2025, 3, 3)).await.unwrap();
        let view = test.office.case(&test.j, &test.staff("dispatcher"), &number).await.unwrap();
        assert_eq!(test.office.suggestion(&test.j, &view).await.unwrap(), None);
        let before = test.fresh.dump("catalogue_row").await;
        assert_eq!(before.len(), 1);
        test.office.store().rebuild(&test.j, office::fold).await.unwrap();
        assert_eq!(test.fresh.dump("catalogue_row").await, before);
        assert_eq!(test.office.store().last_seq(&test.j, STREAM).await.unwrap(), 2);
    }

    async fn only_the_administrator_enters_and_what_is_wrong_is_said(fresh) {
        let test = TestOffice::on(fresh).await;
        let done = test.office.enter_catalogue(&test.j, &test.staff("dispatcher"), entry("路灯", "urban")).await;
        assert!(matches!(done, Err(Problem::Forbidden)));
        let wrong = CatalogueEntry {
            words: String::new(),
            division: Some("62100".to_owned()),
            member: Some("nobody".to_owned()),
            topic: Some("nothing".to_owned()),
            basis: " ".to_owned(),
            ..entry("", "fire")
        };
        let Err(Problem::Invalid(faults)) = enter(&test, wrong).await else { panic!() };
        let said: Vec<_> = faults.iter().map(|FieldFault { field, code, .. }| (field.as_str(), *code)).collect();
        assert_eq!(said, [
            ("topic", "field-no-such-duty"),
            ("division", "field-not-a-division"),
            ("basis", "field-empty"),
            ("lead", "field-no-such-unit"),
            ("assisting", "field-no-such-unit"),
            ("member", "field-no-such-person"),
        ]);
        let bare = CatalogueEntry { words: String::new(), ..entry("", "urban") };
        let Err(Problem::Invalid(faults)) = enter(&test, bare).await else { panic!() };
        assert_eq!(faults[0].code, "field-names-nothing");
    }
}
