//! Tokens: opened by password or check code, limited in tries, ended by hand.

use crate::api::client::{Api, call, text};
use axum::http::header;
use serde_json::{Value, json};

#[tokio::test]
async fn a_token_says_who_and_ends() {
    let api = Api::new().await;
    let token = api.sign_in("handler-water").await;
    let who = api.get("/session", &token).await.good();
    assert_eq!(
        (text(&who["name"]), text(&who["posts"][0]["unit"])),
        ("郑清", "water")
    );
    let ended = api.send(call("DELETE", "/session", &token, &Value::Null)).await;
    assert_eq!(ended.status, 204);
    assert_eq!(api.get("/session", &token).await.fault(401), "problem-signed-out");
}

#[tokio::test]
async fn an_idle_token_is_good_no_more() {
    let api = Api::new().await;
    let token = api.sign_in("operator").await;
    api.test.clock.advance(121);
    assert_eq!(api.get("/session", &token).await.fault(401), "problem-signed-out");
}

#[tokio::test]
async fn tries_are_limited_and_the_wait_is_named() {
    let api = Api::new().await;
    let number = api.message("路灯不亮").await["number"].clone();
    let wrong = json!({"number": number, "check_code": "0000-0000"});
    for _ in 0..6 {
        assert_eq!(
            api.post("/follow", "", &wrong).await.fault(401),
            "problem-wrong-secret"
        );
    }
    api.test.clock.advance(5);
    let answer = api.post("/follow", "", &wrong).await;
    assert_eq!(answer.fault(429), "problem-throttled");
    // a quarter of an hour from 9:00, of which five minutes are over
    assert_eq!(answer.header(header::RETRY_AFTER), "600");
    assert_eq!(answer.json()["args"]["until"], "2025-03-03T09:15:00+08:00");
    assert!(
        text(&answer.json()["detail"]).contains("9:15") || text(&answer.json()["detail"]).contains("9时15分")
    );
}
