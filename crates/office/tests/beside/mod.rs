//! What stands beside the course of a case, under a small regulation of its own: claims, marks, publicity,
//! instructions, records, cases that are handled with another.

mod accused_auditor;
mod accusing;
mod also_known;
mod figures;
mod informant_doors;
mod informant_routes;
mod merged;
mod public;
mod public_found;
mod redacted;
mod retained;
mod sight;
mod upgraded;

use case::{Actor, CaseNumber};
use office::directory::{Entry, UnitEntry};
use office::draft::CitizenDraft;
use office::{Draft, Message, Problem};
use store::testing::Fresh;
use testkit::TestOffice;

/// An office that works by the small regulation. The water bureau is at home in 620802.
async fn board(fresh: Fresh) -> TestOffice {
    let mut test = TestOffice::on(fresh).await;
    let rules = include_str!("board.toml");
    test.found_under("board", ("示例市", "Sample"), None, rules).await;
    test.j = "board".to_owned();
    let unit = |id: &str, parent: Option<&str>, territory: &str| {
        Entry::Unit(UnitEntry {
            id: id.to_owned(),
            zh: id.to_owned(),
            en: id.to_owned(),
            kind: "city".to_owned(),
            parent: parent.map(str::to_owned),
            territory: Some(territory.to_owned()),
            duties: Vec::new(),
            from: jiff::civil::date(2020, 1, 1),
            to: None,
        })
    };
    let units = vec![
        unit("water", Some("county"), "620802"),
        unit("urban", None, "620821"),
    ];
    test.office.enter("board", "system", units).await.unwrap();
    test
}

fn text(what: &str) -> String {
    what.to_owned()
}

/// A citizen who says nothing of themselves writes on the website.
async fn written(test: &TestOffice, title: &str) -> CaseNumber {
    let message = Message {
        id: test.command_id().as_str().to_owned(),
        channel: text("website"),
        title: text(title),
        text: format!("{title}，电话13800138000"),
        ..Message::default()
    };
    let receipt = test.office.receive(&test.j, &Actor::Citizen(None), message).await;
    receipt.unwrap().number
}

/// Somebody who says who they are.
fn caller() -> CitizenDraft {
    CitizenDraft {
        name: text("王小明"),
        phone: text("13800138000"),
        ..CitizenDraft::default()
    }
}

/// The clerk says where it belongs and how heavy it weighs.
fn mark(marks: &[&str], division: &str) -> Draft {
    Draft::Mark {
        marks: marks.iter().map(|m| text(m)).collect(),
        division: Some(text(division)),
        accused: Vec::new(),
        accused_people: Vec::new(),
        accused_named: None,
        reason: None,
    }
}

fn claim() -> Draft {
    Draft::Claim {
        unit: None,
        note: None,
    }
}

fn reply() -> Draft {
    Draft::Reply {
        text: text("已修好。"),
        channel: None,
    }
}

/// The code of a refusal or of the first faulty field.
fn code<T: std::fmt::Debug>(outcome: Result<T, Problem>) -> &'static str {
    match outcome.unwrap_err() {
        Problem::Invalid(faults) => faults[0].code,
        other => other.code(),
    }
}

store::both_engines! {
    /// A unit claims what lies in its territory, and nothing else; it then has a work order and leads.
    async fn a_unit_claims_what_is_its_own(fresh) {
        let test = board(fresh).await;
        let number = written(&test, "路面破损").await;
        test.run("operator", &number, mark(&["simple"], "620802003")).await.unwrap();
        assert_eq!(code(test.run("handler-urban", &number, claim()).await), "refusal-condition");
        test.run("handler-water", &number, claim()).await.unwrap();
        let view = test.office.case(&test.j, &test.staff("operator"), &number).await.unwrap();
        let order = &view.case.orders[0];
        assert!(order.claimed && order.lead);
        assert_eq!(order.unit.id.as_str(), "water");
        assert_eq!(order.unit.above, ["county".into()]);
        assert_eq!(order.unit.territory.as_deref(), Some("620802"));
    }

    /// Somebody with posts in several units says for which they claim, and cannot name another.
    async fn whoever_sits_in_two_units_names_the_one_that_claims(fresh) {
        let test = board(fresh).await;
        let number = written(&test, "路面破损").await;
        test.run("operator", &number, mark(&[], "620802")).await.unwrap();
        let Actor::Staff { person, mut posts } = test.staff("handler-water") else { panic!("staff") };
        posts.push(case::Post { role: text("handler"), unit: Some("urban".into()) });
        let both = Actor::Staff { person, posts };
        assert_eq!(code(test.command(&both, &number, None, claim()).await), "field-which-unit");
        let named = |unit: &str| Draft::Claim { unit: Some(text(unit)), note: None };
        assert_eq!(code(test.command(&both, &number, None, named("county")).await), "field-not-your-unit");
        test.command(&both, &number, None, named("water")).await.unwrap();
    }

    /// Marks of one group exclude each other; others stand beside them.
    async fn a_mark_replaces_the_other_of_its_group(fresh) {
        let test = board(fresh).await;
        let number = written(&test, "路面破损").await;
        for marks in [&["simple"][..], &["urgent"], &["complicated"]] {
            test.run("operator", &number, mark(marks, "620802")).await.unwrap();
        }
        let view = test.office.case(&test.j, &test.staff("operator"), &number).await.unwrap();
        assert_eq!(view.case.marks, ["urgent", "complicated"]);
        let wrong = mark(&["simple"], "62-08");
        assert_eq!(code(test.run("operator", &number, wrong).await), "field-not-a-division");
    }

    /// A signatory who returns it says what is at fault.
    async fn a_signatory_names_the_fault_or_passes(fresh) {
        let test = board(fresh).await;
        let number = written(&test, "路面破损").await;
        test.run("operator", &number, mark(&["simple"], "620802")).await.unwrap();
        test.run("handler-water", &number, claim()).await.unwrap();
        let sign = |passed, faults: &[&str]| Draft::Sign {
            passed,
            faults: faults.iter().map(|f| text(f)).collect(),
            note: Some(text("请写明办结时间。")),
        };
        assert_eq!(code(test.run("reviewer", &number, sign(false, &[])).await), "refusal-field-missing");
        test.run("reviewer", &number, sign(false, &["vague"])).await.unwrap();
        test.run("reviewer", &number, sign(true, &[])).await.unwrap();
        let view = test.office.case(&test.j, &test.staff("operator"), &number).await.unwrap();
        assert_eq!(view.case.signatures, 1);
    }

    /// The number of another line is one line of text, and stands once.
    async fn the_number_of_another_line_is_kept(fresh) {
        let test = board(fresh).await;
        let number = written(&test, "路面破损").await;
        let refer = |number: &str, claimed| Draft::Refer {
            channel: text("board"),
            number: text(number),
            claimed,
        };
        for (wrong, says) in [("12\n34".to_owned(), "field-one-line"), ("1".repeat(65), "field-too-long")] {
            assert_eq!(code(test.run("operator", &number, refer(&wrong, false)).await), says);
        }
        test.run("operator", &number, refer(" 62-77 ", false)).await.unwrap();
        test.run("operator", &number, refer("62-77", true)).await.unwrap();
        let view = test.office.case(&test.j, &test.staff("operator"), &number).await.unwrap();
        assert_eq!(view.case.lines.len(), 1);
        assert!(view.case.lines[0].claimed.is_some());
    }
}
