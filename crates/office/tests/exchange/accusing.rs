//! PL-18 between jurisdictions: who the informant is does not leave; whom they accuse is said, so that it is kept from
//! them on the other side too.

use crate::exchange::refused::{linked, message, outside, take};
use crate::exchange::{cases_of, draft, send};
use case::CaseNumber;
use office::exchange::OPEN;
use office::exchange::content::{Content, Report};
use office::{Draft, Message, Problem};
use serde_json::json;
use testkit::TestOffice;

/// An accusation against the water bureau, given to the unit that stands for the banner.
async fn handed_down(test: &TestOffice) -> CaseNumber {
    let code = test.phone_code("13800138000").await;
    let message = Message {
        id: test.command_id().as_str().to_owned(),
        channel: "phone".to_owned(),
        title: "收钱不办事".to_owned(),
        text: "他们收钱不办事。".to_owned(),
        category: Some("complaint".to_owned()),
        citizen: Some(test.wang(Some(code))),
        accused: vec!["water".to_owned()],
        ..Message::default()
    };
    let taken = test
        .office
        .receive(&test.j, &test.staff("operator"), message)
        .await;
    let number = taken.unwrap().number;
    test.accept(&number).await;
    let dispatch = json!({ "act": "dispatch", "to": [{"unit": "county", "lead": true}] });
    let dispatch: Draft = draft(dispatch);
    test.run("dispatcher", &number, dispatch).await.unwrap();
    number
}

store::both_engines! {
    async fn an_accusation_arrives_as_one_and_without_the_informant(fresh) {
        let test = TestOffice::on(fresh).await;
        test.with_banner().await;
        handed_down(&test).await;
        send(&test.office).await;

        let below = cases_of(&test, "banner").await;
        let [below] = below.as_slice() else { panic!("{below:?}") };
        let seen = test.office.case("banner", &test.staff("operator"), below).await.unwrap();
        assert!(seen.case.accuses() && seen.case.citizen.is_none());
        assert_eq!(seen.accused_named.as_deref(), Some("市水务局"));
        // the bureau of the same name there does not see it, from the first event on
        let events = test.office.store().events("banner", &store::case_stream(below)).await.unwrap();
        assert_eq!(events.len(), 1);
        for staff in ["handler-water", "principal-water"] {
            let view = test.office.case("banner", &test.staff(staff), below).await;
            assert!(matches!(view, Err(Problem::NotFound)), "{staff}");
        }
        // nothing that crossed says who wrote, on no side, in no event, row or message
        for table in ["event", "outbox", "exchange_row", "case_row", "command", "caller"] {
            for line in test.fresh.dump(table).await {
                assert!(!line.contains("13800138000") && !line.contains("王小明"), "{table}");
            }
        }
    }

    /// A report on an accusation is in nobody's inbox who is meant: 孙悦 is the dispatcher.
    async fn a_report_that_accuses_a_reader_is_not_there_for_them(fresh) {
        let test = TestOffice::on(fresh).await;
        let us = linked(&test, &["report-up"]).await;
        let mut sent = message(&us);
        sent.content = Content::ReportUp(Report {
            title: "收钱不办事".to_owned(),
            original: "他们收钱不办事。".to_owned(),
            text: "正在核查。".to_owned(),
            results: Vec::new(),
            received: "2025-03-01T01:00:00Z".to_owned(),
            accused: vec!["孙悦".to_owned()],
        });
        take(&test, &sent.signed(&outside(5)).unwrap()).await.unwrap();
        let inbox = async |who: &str| test.office.inbox(&test.j, &test.staff(who), OPEN, 9).await.unwrap().len();
        assert_eq!((inbox("dispatcher").await, inbox("supervisor").await), (0, 1));
        let opened = async |who: &str| test.office.inbox_message(&test.j, &test.staff(who), "above", "m-1").await;
        assert!(matches!(opened("dispatcher").await, Err(Problem::NotFound)));
        assert!(opened("supervisor").await.is_ok());
    }

    /// A case of an accusing kind accuses somebody from its first event on, also where the sender did not say whom.
    async fn a_case_of_an_accusing_kind_is_an_accusation(fresh) {
        let mut test = TestOffice::on(fresh).await;
        let rules = include_str!("../beside/board.toml");
        test.found_under("board", ("示例市", "Sample"), None, rules).await;
        test.j = "board".to_owned();
        let us = linked(&test, &["case"]).await;
        let mut sent = message(&us);
        let Content::Case(case) = &mut sent.content else { panic!("a case") };
        case.category = Some("accusation".to_owned());
        case.title = "科长收钱".to_owned();
        take(&test, &sent.signed(&outside(5)).unwrap()).await.unwrap();
        let operator = test.staff("operator");
        let found = test.office.ledger(&test.j, &operator, &Default::default(), None, 9).await.unwrap();
        let number = &found[0].row.number;
        let view = test.office.case(&test.j, &operator, number).await.unwrap();
        assert!(view.case.accuses() && view.case.seq == 1);
        assert_eq!(view.accused_named.as_deref(), Some("未指明"));
        assert_eq!(view.citizen.unwrap().name, "■■■");
    }
}
