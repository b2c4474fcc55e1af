//! A report goes up and its ruling comes back (ZG-2(7)); written feedback goes to a body, and its acknowledgement is
//! the delivery (WS-8(6)).

use crate::exchange::refused::{message, outside};
use crate::exchange::{came, cases_of, draft, log, send};
use case::{Actor, CaseNumber};
use office::exchange::content::{Content, Reference};
use office::exchange::{FAILED, LinkEntry, OPEN};
use office::{Message, Order};
use serde_json::json;
use store::case_stream;
use testkit::TestOffice;

/// The city above, and a town below that reports to it and to its petition office.
async fn with_town(test: &TestOffice) {
    let rules = include_str!("../../../../procedures/suqian-12345.toml");
    let rules = format!("{rules}{}", include_str!("above.toml"));
    test.found_under("town", ("示例镇", "Example Town"), None, &rules)
        .await;
    test.enter_link(&test.j, test.link_to("town")).await;
    let up = LinkEntry {
        above: true,
        body: Some("petition-office".to_owned()),
        ..test.link_to(&test.j)
    };
    test.enter_link("town", up).await;
}

async fn act(test: &TestOffice, staff: &str, number: &CaseNumber, act: serde_json::Value) {
    let store = test.office.store();
    let order = Order {
        number: number.clone(),
        order: None,
        id: test.command_id(),
        seen: Some(store.last_seq("town", &case_stream(number)).await.unwrap()),
        draft: draft(act),
        uploads: Vec::new(),
    };
    test.office
        .command("town", &test.staff(staff), order)
        .await
        .unwrap();
}

/// A case of the town that is accepted.
async fn accepted(test: &TestOffice) -> CaseNumber {
    test.office.send_code("town", "13800138000").await.unwrap();
    let code = test.code_sent_in("town", "13800138000").await;
    let message = Message {
        id: test.command_id().to_string(),
        channel: "website".to_owned(),
        title: "路灯不亮".to_owned(),
        text: "路灯不亮，请尽快处理。".to_owned(),
        category: Some("complaint".to_owned()),
        citizen: Some(test.wang(Some(code))),
        ..Message::default()
    };
    let who = Actor::Citizen(None);
    let number = test.office.receive("town", &who, message).await.unwrap().number;
    act(
        test,
        "operator",
        &number,
        json!({ "act": "accept", "ground": "6-2" }),
    )
    .await;
    number
}

async fn reported(test: &TestOffice, number: &CaseNumber) {
    act(
        test,
        "operator",
        number,
        json!({ "act": "report-up", "text": "已经更换灯泡，请审核。" }),
    )
    .await;
    send(&test.office).await;
}

async fn step(test: &TestOffice, number: &CaseNumber) -> String {
    let who = test.staff("operator");
    test.office.case("town", &who, number).await.unwrap().case.step
}

store::both_engines! {
    async fn a_report_goes_up_and_its_approval_comes_back(fresh) {
        let test = TestOffice::on(fresh).await;
        with_town(&test).await;
        let number = accepted(&test).await;
        reported(&test, &number).await;
        assert_eq!(step(&test, &number).await, "with-above");

        let who = test.staff("reviewer");
        let waiting = test.office.inbox("suqian", &who, OPEN, 9).await.unwrap();
        let [line] = waiting.as_slice() else { panic!("{waiting:?}") };
        assert_eq!(line.crossing.theirs.as_deref(), Some(number.as_str()));
        let (peer, id) = (line.peer.id.as_str(), line.crossing.id.as_str());
        let view = test.office.inbox_message("suqian", &who, peer, id).await.unwrap();
        let Some(Content::ReportUp(report)) = view.content else { panic!("no report") };
        assert_eq!(report.text, "已经更换灯泡，请审核。");
        assert_eq!(report.original, "路灯不亮，请尽快处理。");

        test.office.rule_on_report("suqian", &who, (peer, id), true, "").await.unwrap();
        send(&test.office).await;
        assert_eq!(step(&test, &number).await, "to-reply");
        assert_eq!(log(&test, "suqian").await, ["link", "taken", "ruled", "delivered"]);
        assert_eq!(log(&test, "town").await, ["link", "delivered", "taken"]);
        // Ruled on once; the case says who: the system, by the rule.
        let again = test.office.rule_on_report("suqian", &who, (peer, id), false, "不行").await;
        assert!(again.is_err());
        let seen = test.office.case("town", &test.staff("operator"), &number).await.unwrap();
        assert!(matches!(seen.timeline.last().unwrap().by, case::By::System));
    }

    async fn a_report_returned_is_reported_again_and_an_old_ruling_does_nothing(fresh) {
        let test = TestOffice::on(fresh).await;
        with_town(&test).await;
        let number = accepted(&test).await;
        reported(&test, &number).await;
        let who = test.staff("reviewer");
        let first = test.office.inbox("suqian", &who, OPEN, 9).await.unwrap().remove(0);
        let (peer, id) = (first.peer.id.as_str(), first.crossing.id.as_str());
        // Meanwhile the town's duty manager was told by phone, and it went up again.
        act(&test, "duty-manager", &number, json!({ "act": "rule-above", "passed": false, "note": "请附照片。" })).await;
        reported(&test, &number).await;
        test.office.rule_on_report("suqian", &who, (peer, id), true, "").await.unwrap();
        send(&test.office).await;
        assert_eq!(step(&test, &number).await, "with-above");
        let failed = came(&test, "town", FAILED).await;
        assert_eq!((failed.len(), failed[0].kind.as_str()), (1, "ruling"));

        // The ruling on the newer one returns it, with the note on the case.
        let second = test.office.inbox("suqian", &who, OPEN, 9).await.unwrap().remove(0);
        let message = (second.peer.id.as_str(), second.crossing.id.as_str());
        test.office.rule_on_report("suqian", &who, message, false, "请写明时间。").await.unwrap();
        send(&test.office).await;
        assert_eq!(step(&test, &number).await, "accepted");
        let seen = test.office.case("town", &test.staff("operator"), &number).await.unwrap();
        let texts = &seen.timeline.last().unwrap().texts;
        assert!(format!("{texts:?}").contains("请写明时间。"), "{texts:?}");
    }

    async fn feedback_to_a_body_is_delivered_when_it_is_acknowledged(fresh) {
        let test = TestOffice::on(fresh).await;
        with_town(&test).await;
        let number = accepted(&test).await;
        let write = json!({
            "act": "write", "document": "handling-feedback",
            "parts": [{ "id": "result", "text": "已经更换灯泡。" }],
        });
        act(&test, "operator", &number, write).await;
        send(&test.office).await;
        let who = test.staff("supervisor");
        let line = test.office.inbox("suqian", &who, OPEN, 9).await.unwrap().remove(0);
        let (peer, id) = (line.peer.id.as_str(), line.crossing.id.as_str());
        let view = test.office.inbox_message("suqian", &who, peer, id).await.unwrap();
        let Some(Content::Feedback(feedback)) = view.content else { panic!("no feedback") };
        assert_eq!(feedback.paper, "关于“路灯不亮”办理情况的反馈");
        assert_eq!(feedback.number.as_deref(), Some("反馈〔2025〕1号"));
        assert_eq!((feedback.parts[0].name.as_str(), feedback.parts[0].text.as_str()), ("办理结果", "已经更换灯泡。"));

        test.office.acknowledge("suqian", &who, (peer, id)).await.unwrap();
        send(&test.office).await;
        let seen = test.office.case("town", &test.staff("operator"), &number).await.unwrap();
        let paper = &seen.case.papers[0];
        assert_eq!(paper.delivered.len(), 1);
        assert_eq!(paper.delivered[0].0, "petition-office");
    }

    /// ZG-2(1): the same case arrives by the board and by the platform above, and is one case with both references.
    async fn a_case_that_came_by_another_line_already_stays_one_case(fresh) {
        let test = TestOffice::on(fresh).await;
        with_town(&test).await;
        let far = LinkEntry {
            key: outside(5).public(),
            address: Some("https://wz.above.example".to_owned()),
            ..test.link_to("above")
        };
        test.enter_link("town", far).await;
        let by_board = Message {
            id: test.command_id().to_string(),
            channel: "website".to_owned(),
            title: "路灯不亮".to_owned(),
            text: "路灯不亮，请尽快处理。".to_owned(),
            external: Some("BOARD-9".to_owned()),
            ..Message::default()
        };
        let number = test.office.receive("town", &test.staff("operator"), by_board).await.unwrap().number;
        let us = test.office.own_key("town", &test.staff("administrator")).await.unwrap().public;
        for id in ["m-1", "m-2"] {
            let mut by_platform = message(&us);
            by_platform.id = id.to_owned();
            if let Content::Case(case) = &mut by_platform.content {
                let reference = Reference { line: "board".to_owned(), number: "BOARD-9".to_owned() };
                case.references.push(reference);
            }
            let bytes = serde_json::to_vec(&by_platform.signed(&outside(5)).unwrap()).unwrap();
            test.office.take_message("town", &bytes, "").await.unwrap();
        }
        assert_eq!(cases_of(&test, "town").await, std::slice::from_ref(&number));
        let seen = test.office.case("town", &test.staff("operator"), &number).await.unwrap();
        let referred = seen.timeline.iter().filter(|entry| matches!(&entry.act, case::Act::Refer(line) if line.number == "B-17"));
        assert_eq!(referred.count(), 1);
        assert_eq!(came(&test, "town", "done").await.len(), 2);
    }
}
