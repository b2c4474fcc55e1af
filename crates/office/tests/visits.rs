//! Return visits by message (SQ-10(5)): the link opens the one case, an answer through the gateway counts once.

use crate::support;

use case::CaseNumber;
use office::senders::Secret;
use office::senders::sign::SignedCall;
use office::{Done, Draft, Problem};
use serde_json::{Value, json};
use support::{SECRET, TestGateway, senders, sign, sms};
use testkit::TestOffice;

/// Sends everything and gives the call that asked the citizen of the case.
async fn asked(test: &TestOffice, gateway: &TestGateway, number: &CaseNumber) -> support::Call {
    test.office.trust_gateways(vec![Secret::new(SECRET)]);
    let senders = senders(test.folder.path(), &sms(&gateway.url));
    test.office.run_outbox(&senders).await.unwrap();
    let visits = gateway.of("visit");
    let of_case = |call: &&support::Call| call.key.contains(number.as_str());
    visits
        .iter()
        .rev()
        .find(of_case)
        .expect("the citizen was asked")
        .clone()
}

/// The gateway brings an answer, signed with a secret at a time.
async fn bring(test: &TestOffice, secret: &str, ms_ago: i64, body: &Value) -> Result<Done, Problem> {
    let body = serde_json::to_vec(body).unwrap();
    let timestamp = ((test.office.now().ms() - ms_ago) / 1000).to_string();
    let signature = sign(secret, &timestamp, &body);
    let call = SignedCall {
        timestamp: &timestamp,
        signature: &signature,
        body: &body,
    };
    test.office.visit_answer_by_gateway(&test.j, call).await
}

async fn step(test: &TestOffice, number: &CaseNumber) -> String {
    let seen = test.office.case(&test.j, &test.staff("operator"), number).await;
    seen.unwrap().case.step
}

fn faults(answer: Result<Done, Problem>) -> Vec<&'static str> {
    match answer {
        Err(Problem::Invalid(faults)) => faults.iter().map(|f| f.code).collect(),
        other => panic!("{other:?}"),
    }
}

store::both_engines! {
    /// SQ-10(5): SMS return visit asking for satisfaction.
    async fn the_link_of_a_visit_opens_the_case_and_the_answer_counts_once(fresh) {
        let gateway = TestGateway::willing();
        let test = TestOffice::on(fresh).await;
        let number = test.replied("路灯不亮").await;
        let call = asked(&test, &gateway, &number).await;
        let link = call.body["parameters"]["link"].as_str().unwrap();
        let token = link.strip_prefix("https://wenzheng.example/visit/").unwrap();
        assert_eq!(token.len(), 32);

        for _ in 0..2 {
            let (opened, session) = test.office.visit_link(&test.j, token).await.unwrap();
            assert_eq!(opened, number);
            let signed = test.office.signed(&test.j, &session.token).await.unwrap();
            assert_eq!(signed.case.as_ref(), Some(&number));
        }
        let answer = || office::Order {
            number: number.clone(),
            order: None,
            id: "the form was sent twice".into(),
            seen: None,
            draft: Draft::AnswerVisit { solved: true, satisfied: true, text: None, answers: Vec::new() },
            uploads: Vec::new(),
        };
        let citizen = test.citizen(&number);
        let first = test.office.command(&test.j, &citizen, answer()).await.unwrap();
        assert_eq!(test.office.command(&test.j, &citizen, answer()).await.unwrap(), first);
        assert_eq!(step(&test, &number).await, "to-close");

        test.clock.advance(31 * 24 * 60);
        let late = test.office.visit_link(&test.j, token).await;
        assert!(matches!(late, Err(Problem::WrongSecret)));
    }

    /// SQ-10(5): dissatisfaction in the SMS visit leads to a visit by a person.
    async fn a_dissatisfied_answer_through_the_gateway_leads_to_a_visit_by_a_person(fresh) {
        let gateway = TestGateway::willing();
        let test = TestOffice::on(fresh).await;
        let number = test.replied("路灯不亮").await;
        let call = asked(&test, &gateway, &number).await;
        let answer = json!({ "message_id": call.key, "solved": false, "satisfied": false, "text": "还是不亮" });
        let first = bring(&test, SECRET, 0, &answer).await.unwrap();
        assert_eq!((&first.number, first.step.as_str()), (&number, "person-visit"));
        let again = bring(&test, SECRET, 0, &answer).await.unwrap();
        assert_eq!(again, first, "a second delivery gets the first answer");

        let seen = test.office.case(&test.j, &test.staff("visitor"), &number).await.unwrap();
        assert_eq!(seen.case.visits.len(), 1);
        let entry = seen.timeline.last().unwrap();
        assert_eq!((&entry.by, entry.texts[0].1.as_deref()), (&case::By::System, Some("还是不亮")));
    }

    async fn an_answer_with_a_wrong_signature_or_an_old_time_is_refused(fresh) {
        let gateway = TestGateway::willing();
        let test = TestOffice::on(fresh).await;
        let number = test.replied("路灯不亮").await;
        let call = asked(&test, &gateway, &number).await;
        let answer = json!({ "message_id": call.key, "solved": true, "satisfied": true });
        assert_eq!(faults(bring(&test, "another secret", 0, &answer).await), ["field-signature-wrong"]);
        assert_eq!(faults(bring(&test, SECRET, 301_000, &answer).await), ["field-timestamp-old"]);
        assert_eq!(faults(bring(&test, SECRET, -301_000, &answer).await), ["field-timestamp-old"]);
        assert_eq!(step(&test, &number).await, "sms-visit", "nothing has changed");
        bring(&test, SECRET, 299_000, &answer).await.unwrap();
        assert_eq!(step(&test, &number).await, "to-close");
    }

    async fn an_answer_must_name_a_message_that_asked(fresh) {
        let gateway = TestGateway::willing();
        let test = TestOffice::on(fresh).await;
        let number = test.replied("路灯不亮").await;
        asked(&test, &gateway, &number).await;
        let replied = gateway.of("replied")[0].key.clone();
        let code = gateway.of("code")[0].key.clone();
        for id in [replied.as_str(), code.as_str(), "suqian/case/1/2/3", "elsewhere/case/1/2/3", "suqian/case/\0", ""] {
            let answer = json!({ "message_id": id, "solved": true, "satisfied": true });
            assert_eq!(faults(bring(&test, SECRET, 0, &answer).await), ["field-no-such-message"], "{id}");
        }
        let shapeless = json!({ "message_id": replied });
        assert_eq!(faults(bring(&test, SECRET, 0, &shapeless).await), ["field-not-json"]);
    }

    /// What was said about the first reply says nothing about the second.
    async fn an_answer_to_an_earlier_visit_does_not_count_for_a_newer_reply(fresh) {
        let gateway = TestGateway::willing();
        let test = TestOffice::on(fresh).await;
        let number = test.replied("路灯不亮").await;
        let first = asked(&test, &gateway, &number).await;
        let no = json!({ "message_id": first.key, "answer_id": "a1", "solved": false, "satisfied": false });
        bring(&test, SECRET, 0, &no).await.unwrap();
        let text = || "重新修好".to_owned();
        let visit = Draft::Visit { reached: true, solved: false, satisfied: false, text: Some(text()), way: None, answers: Vec::new() };
        test.run("visitor", &number, visit).await.unwrap();
        test.run_order("handler-water", &number, 1, Draft::Report { text: text(), checks: Vec::new(), outcome: None }).await.unwrap();
        let passed = Draft::Review { passed: true, faults: Vec::new(), note: None };
        test.run_order("reviewer", &number, 1, passed).await.unwrap();
        test.run("reviewer", &number, Draft::Reply { text: text(), channel: None }).await.unwrap();
        let second = asked(&test, &gateway, &number).await;
        assert_ne!(first.key, second.key);

        let late = json!({ "message_id": first.key, "answer_id": "a2", "solved": true, "satisfied": true });
        assert_eq!(faults(bring(&test, SECRET, 0, &late).await), ["field-visit-superseded"]);
        assert_eq!(step(&test, &number).await, "sms-visit");
        let yes = json!({ "message_id": second.key, "solved": true, "satisfied": true });
        bring(&test, SECRET, 0, &yes).await.unwrap();
        assert_eq!(step(&test, &number).await, "to-close");
    }
}
