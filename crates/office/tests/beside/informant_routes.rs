//! PL-18: what leaves an office by itself does not reach the accused: dispatches, claims, messages to staff, suggestions,
//! lists of a month, exported titles, other cases that name this one.

use super::informant_doors::accusation;
use super::{board, claim, code, text, written};
use case::access::KEEPER;
use case::{Actor, CaseNumber};
use jiff::civil::date;
use office::administer::Entering;
use office::catalogue::CatalogueEntry;
use office::directory::{DutyEntry, Entry, PostEntry};
use office::draft::PartDraft;
use office::items::{CASE, ItemCase, ItemContent};
use office::senders::Senders;
use office::{Draft, Problem};
use store::LedgerFilter;
use testkit::{TestOffice, at};

fn dispatch(unit: &str) -> Draft {
    Draft::Dispatch {
        to: vec![PartDraft {
            unit: text(unit),
            lead: true,
            direct: false,
        }],
        note: None,
        limit: None,
        way: None,
    }
}

/// An accusation under a hotline's rules, accepted, ready to be dispatched.
async fn accepted(test: &TestOffice, units: &[&str], people: &[&str]) -> CaseNumber {
    let number = accusation(test, units, people).await;
    test.accept(&number).await;
    number
}

/// Who would be told of what is in the outbox, by login.
async fn told(test: &TestOffice) -> Vec<String> {
    test.office.run_outbox(&Senders::default()).await.unwrap();
    let waiting = test.office.store().outbox_waiting(1000).await.unwrap();
    let payload =
        |message: &store::Outgoing| serde_json::from_slice::<serde_json::Value>(&message.payload).unwrap();
    let person = |value: serde_json::Value| value.to_string();
    waiting.iter().map(payload).map(person).collect()
}

store::both_engines! {
    /// Neither the accused unit nor one under it claims it, with a rule against that or without.
    async fn nobody_accused_claims_it(fresh) {
        let test = board(fresh).await;
        let number = accusation(&test, &["county"], &[]).await;
        for staff in ["handler-county", "handler-water"] {
            assert_eq!(code(test.run(staff, &number, claim()).await), "problem-not-found", "{staff}");
        }
    }

    /// It does not become public, and is neither merged with another case nor named on one.
    async fn it_stands_alone(fresh) {
        let test = board(fresh).await;
        let number = accusation(&test, &["water"], &[]).await;
        let finds = test.office.public_finds(&test.j, &test.staff("operator"), &number, None).await.unwrap();
        let publish = Draft::Publish { text: None, found: Some(finds.seen), keep: vec![], hide: vec![] };
        assert_eq!(code(test.run("operator", &number, publish).await), "field-accusation-not-public");
        let other = written(&test, "路面破损").await;
        let merge = |into: &CaseNumber| Draft::Merge { into: into.to_string() };
        assert_eq!(code(test.run("operator", &number, merge(&other)).await), "field-accusation-alone");
        assert_eq!(code(test.run("operator", &other, merge(&number)).await), "field-accusation-alone");
        assert_eq!(test.office.public_list(&test.j, &store::PublicOf::default(), None, 9).await.unwrap(), []);
        assert_eq!(code(test.office.public_case(&test.j, &number).await), "problem-not-found");
    }

    /// Titles that are taken out of the ledger leave out those of accusations.
    async fn exported_titles_leave_it_out(fresh) {
        let test = board(fresh).await;
        let number = accusation(&test, &["water"], &[]).await;
        let other = written(&test, "路面破损").await;
        let filter = LedgerFilter::default();
        let mut lines = test.office.export_ledger(&test.j, &Actor::System, &filter).await.unwrap();
        let administrator = test.staff("administrator");
        test.office.open_titles(&test.j, &administrator, &filter, &mut lines).await.unwrap();
        let title = |number: &CaseNumber| {
            let line = lines.iter().find(|line| line.number == *number).unwrap();
            line.title.clone()
        };
        assert_eq!((title(&number), title(&other)), (None, Some(text("路面破损"))));
    }

    /// Where the rules of a hotline say nothing of accusations, the dispatch is refused all the same: to the unit, to
    /// the units of an accused person, and to whatever stands under them.
    async fn no_rule_is_needed_against_a_dispatch(fresh) {
        let test = TestOffice::on(fresh).await;
        let number = accepted(&test, &["water"], &[]).await;
        assert_eq!(code(test.run("dispatcher", &number, dispatch("water")).await), "field-unit-accused");
        test.run("dispatcher", &number, dispatch("urban")).await.unwrap();
        let number = accepted(&test, &[], &["principal-urban"]).await;
        assert_eq!(code(test.run("dispatcher", &number, dispatch("urban")).await), "field-unit-accused");
        test.run("dispatcher", &number, dispatch("water")).await.unwrap();
    }

    /// On duty for another unit, somebody who sits in the accused one is told of nothing; the others there are.
    async fn a_duty_elsewhere_opens_no_door(fresh) {
        let test = TestOffice::on(fresh).await;
        let duty = DutyEntry {
            unit: text("urban"),
            person: text("handler-water"),
            from: at("2025-03-03T00:00:00"),
            to: at("2025-03-04T00:00:00"),
        };
        test.office.enter(&test.j, "system", vec![Entry::Duty(duty)]).await.unwrap();
        let plain = test.accepted("路灯不亮").await;
        test.run("dispatcher", &plain, dispatch("urban")).await.unwrap();
        let number = accepted(&test, &["water"], &[]).await;
        test.run("dispatcher", &number, dispatch("urban")).await.unwrap();
        let told = told(&test).await;
        let to = |number: &CaseNumber, person: &str| {
            told.iter().any(|one| one.contains(number.as_str()) && one.contains(&format!("\"person\":\"{person}\"")))
        };
        assert!(to(&plain, "handler-water") && to(&plain, "handler-urban"));
        assert!(to(&number, "handler-urban"));
        assert!(!to(&number, "handler-water"));
    }

    /// The dispatch catalogue suggests nobody accused, not even to assist; the next entry that fits is suggested.
    async fn nobody_accused_is_suggested(fresh) {
        let test = TestOffice::on(fresh).await;
        let entry = |words: &str, lead: &str, assisting: &[&str]| CatalogueEntry {
            words: text(words),
            lead: text(lead),
            assisting: assisting.iter().map(|unit| text(unit)).collect(),
            basis: text("三定方案"),
            from: Some(date(2025, 1, 1)),
            ..CatalogueEntry::default()
        };
        let entries = [
            entry("举报收钱", "water", &[]),
            entry("举报收", "county", &["water"]),
            entry("举报", "urban", &[]),
        ];
        for entry in entries {
            test.office.enter_catalogue(&test.j, &test.staff("administrator"), entry).await.unwrap();
        }
        let number = accepted(&test, &["water"], &[]).await;
        let view = test.office.case(&test.j, &test.staff("dispatcher"), &number).await.unwrap();
        let found = test.office.suggestion(&test.j, &view).await.unwrap().unwrap();
        assert_eq!(found.entry.lead.as_str(), "urban");
    }

    /// The list of a month goes to many readers: an accusation is neither in it nor in its counts, also where it was found
    /// to be one after the list was filed.
    async fn no_month_lists_it(fresh) {
        let test = TestOffice::on(fresh).await;
        let plain = test.accepted("路灯不亮").await;
        accepted(&test, &["water"], &[]).await;
        test.clock.set("2025-04-01T00:00:00");
        let supervisor = test.staff("supervisor");
        let filed = test.office.file_month(&test.j, &supervisor, &"m".into(), "month", "2025-03").await.unwrap();
        let at = (filed.stream.as_str(), filed.no);
        let paper = test.office.filed_month(&test.j, &supervisor, at, calendar::Lang::Zh).await.unwrap();
        let html = paper.html().unwrap();
        assert!(html.contains(plain.as_str()) && html.contains("本月收到1件"), "{html}");
        assert!(!html.contains("举报"));
    }

    /// Something noticed elsewhere that becomes an accusation is gone from the list of the accused, with its case.
    async fn what_was_noticed_elsewhere_is_no_way_around(fresh) {
        let test = board(fresh).await;
        let (operator, reviewer) = (test.staff("operator"), test.staff("reviewer"));
        let content = ItemContent { title: text("举报"), text: text("科长收钱"), ..ItemContent::default() };
        let id = test.office.note_item(&test.j, &operator, content, None).await.unwrap();
        assert!(test.office.item(&test.j, &reviewer, &id).await.is_ok());
        let made = ItemCase {
            channel: text("board"),
            title: text("举报"),
            text: text("科长收钱"),
            category: None,
            place: None,
            external: None,
        };
        let number = test.office.case_of_item(&test.j, &operator, &id, made).await.unwrap().number;
        let accuse = Draft::Mark {
            marks: vec![text("urgent")],
            division: None,
            accused: Vec::new(),
            accused_people: vec![text("reviewer")],
            accused_named: None,
            reason: None,
        };
        test.run("operator", &number, accuse).await.unwrap();
        assert_eq!(code(test.office.item(&test.j, &reviewer, &id).await), "problem-not-found");
        assert_eq!(test.office.items(&test.j, &reviewer, CASE, 9).await.unwrap(), []);
        assert_eq!(test.office.items(&test.j, &operator, CASE, 9).await.unwrap().len(), 1);
    }

    /// An administrator names the keepers; nobody becomes one by the rules.
    async fn keepers_are_named_people(fresh) {
        let test = TestOffice::on(fresh).await;
        let post = PostEntry {
            person: text("supervisor"),
            role: text(KEEPER),
            unit: None,
            from: date(2025, 3, 1),
            to: None,
        };
        let administrator = test.staff("administrator");
        let denied = test.office.administer(&test.j, &test.staff("operator"), Entering::Post(post.clone())).await;
        assert_eq!(code(denied), "problem-forbidden");
        test.office.administer(&test.j, &administrator, Entering::Post(post)).await.unwrap();
        let number = accepted(&test, &["water"], &[]).await;
        let posts = test.office.store().posts(&test.j, &"supervisor".into(), date(2025, 3, 3)).await.unwrap();
        let keeper = Actor::Staff { person: "supervisor".into(), posts };
        test.office.open_person(&test.j, &keeper, &number, "核实情况").await.unwrap();
        let others = test.office.open_person(&test.j, &test.staff("dispatcher"), &number, "核实情况").await;
        assert!(matches!(others, Err(Problem::NotFound)));
    }
}
