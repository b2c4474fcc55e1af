//! Refusals name their clause, repetitions get the first answer, stale eyes are told so.

use crate::api::client::{Api, call, text};
use axum::http::header;
use serde_json::json;

/// SQ-7: a refusal needs its ground; the rules say so, with the clause.
#[tokio::test]
async fn a_refusal_carries_code_and_clause_in_the_callers_language() {
    let api = Api::new().await;
    let number = api.message("井盖缺失").await["number"]
        .as_str()
        .unwrap()
        .to_owned();
    let operator = api.sign_in("operator").await;

    // the real name was not verified
    let path = format!("/cases/{number}/acts");
    let accept = json!({"id": "a-1", "act": "accept", "ground": "6-2", "category": "complaint"});
    let mut request = call("POST", &path, &operator, &accept);
    let english = "en-GB,zh;q=0.5".parse().unwrap();
    request.headers_mut().insert(header::ACCEPT_LANGUAGE, english);
    let refused = api.send(request).await;
    let code = refused.fault(422);
    assert!(code.starts_with("refusal-"), "{code}");
    let body = refused.json();
    assert_eq!(body["basis"], "clause");
    assert!(text(&body["clause"]).starts_with("SQ-"), "{body}");
    assert_eq!(refused.header(header::CONTENT_LANGUAGE), "en");

    let chinese = api.post(&path, &operator, &accept).await;
    assert_eq!(chinese.fault(422), code);
    assert_eq!(chinese.header(header::CONTENT_LANGUAGE), "zh-CN");
    assert_ne!(chinese.json()["detail"], body["detail"]);
    // nothing has changed
    let case = api.get(&format!("/cases/{number}"), &operator).await.good();
    assert_eq!((&case["seq"], &case["step"]), (&json!(1), &json!("received")));
}

#[tokio::test]
async fn the_second_arrival_of_an_act_gets_the_first_answer() {
    let api = Api::new().await;
    let number = api.test.receive_verified("路灯不亮").await.number.to_string();
    let operator = api.sign_in("operator").await;
    let accept = json!({"id": "once", "act": "accept", "ground": "6-2"});
    let path = format!("/cases/{number}/acts");
    let first = api.post(&path, &operator, &accept).await.good();
    let second = api.post(&path, &operator, &accept).await.good();
    assert_eq!(first, second);

    // the same id as a header, and from somebody else: their own command, refused because it is done already
    let mut again = call(
        "POST",
        &path,
        &operator,
        &json!({"act": "accept", "ground": "6-2"}),
    );
    again
        .headers_mut()
        .insert("idempotency-key", "once".parse().unwrap());
    assert_eq!(api.send(again).await.good(), first);
    let other = api.sign_in("duty-manager").await;
    assert_eq!(
        api.post(&path, &other, &accept).await.fault(422),
        "refusal-wrong-step"
    );
    let case = api.get(&format!("/cases/{number}"), &operator).await.good();
    assert_eq!(case["seq"], first["seq"]);
}

#[tokio::test]
async fn the_second_arrival_of_a_message_makes_no_second_case() {
    let api = Api::new().await;
    let message = json!({"id": "m-1", "channel": "website", "title": "路灯", "text": "路灯不亮"});
    let first = api.post("/cases", "", &message).await;
    assert_eq!(first.status, 201);
    let location = first.header(header::LOCATION).to_owned();
    let first = first.good();
    assert_eq!(location, format!("/api/v1/cases/{}", text(&first["number"])));
    assert!(first["check_code"].is_string());
    let second = api.post("/cases", "", &message).await.good();
    assert_eq!(second["number"], first["number"]);
    assert!(second["check_code"].is_null());

    // somebody else who counts from 1 too is not told this number
    let other = json!({"id": "m-1", "channel": "website", "title": "井盖", "text": "井盖缺失"});
    let other = api.post("/cases", "", &other).await.good();
    assert_ne!(other["number"], first["number"]);
}

/// A review judges the text that was seen; when that has changed since, it is refused and the change is named.
#[tokio::test]
async fn stale_eyes_are_told_so() {
    let api = Api::new().await;
    let number = api.test.dispatched("路灯不亮", "water").await.to_string();
    let handler = api.sign_in("handler-water").await;
    for act in [
        json!({"act": "sign-for", "order": 1}),
        json!({"act": "contact", "order": 1, "text": "已联系。"}),
        json!({"act": "report", "order": 1, "text": "已修好。"}),
    ] {
        api.act(&handler, &number, act).await.good();
    }
    let reviewer = api.sign_in("reviewer").await;
    let review = json!({"act": "review", "order": 1, "passed": true, "seen": 1});
    let refused = api.act(&reviewer, &number, review).await;
    assert_eq!(refused.fault(409), "refusal-stale");
    let newest = api.get(&format!("/cases/{number}"), &reviewer).await.good()["seq"].clone();
    assert_eq!(refused.json()["args"]["changed"], newest.to_string());
    // a number is a number, however it is written
    let review = json!({"act": "review", "order": 1.0, "passed": true, "seen": newest});
    assert_eq!(
        api.act(&reviewer, &number, review).await.good()["step"],
        "to-reply"
    );
}
