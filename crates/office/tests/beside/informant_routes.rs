//! PL-18: what leaves an office by itself does not reach the accused: dispatches, claims, messages to staff, suggestions,
//! lists of a month, exported titles, other cases that name this one.

use super::informant_doors::accusation;
use super::{board, claim, code, text, written};
use case::access::KEEPER;
use case::{Actor, CaseNumber};
use jiff::civil::date;
use office::administer::Entering;
use office::directory::{DutyEntry, Entry, PostEntry};
use office::draft::PartDraft;
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
        assert_eq!(test.office.public_list(&test.j, None, 9).await.unwrap(), []);
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
