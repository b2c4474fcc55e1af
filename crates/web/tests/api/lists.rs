//! Queues and the ledger, page by page.

use crate::api::client::{Api, text};
use serde_json::{Value, json};

/// All pages of a list, two lines each; each line once.
async fn numbers(api: &Api, path: &str, token: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut after = String::new();
    loop {
        let page = api.get(&format!("{path}?limit=2{after}"), token).await.good();
        let items = page["items"].as_array().unwrap();
        assert!(items.len() <= 2);
        found.extend(items.iter().map(|line| text(&line["number"]).to_owned()));
        match page.get("next") {
            Some(next) => after = format!("&after={}", text(next)),
            None => return found,
        }
    }
}

#[tokio::test]
async fn pages_follow_each_other_without_gap_or_repetition() {
    let api = Api::new().await;
    // received a day apart, so that each is due a day after the one before
    let mut sent = Vec::new();
    for (day, title) in [(3, "一"), (4, "二"), (5, "三"), (6, "四"), (7, "五")] {
        api.test.clock.set(&format!("2025-02-{day:02}T09:00:00"));
        sent.push(text(&api.message(title).await["number"]).to_owned());
    }
    let operator = api.sign_in("operator").await;
    let mut queued = numbers(&api, "/queue", &operator).await;
    let mut newest_first = sent.clone();
    newest_first.reverse();
    assert_eq!(numbers(&api, "/ledger", &operator).await, newest_first);
    queued.sort();
    sent.sort();
    assert_eq!(queued, sent);

    let mut dispatched = Vec::new();
    for title in ["六", "七", "八"] {
        dispatched.push(api.test.dispatched(title, "water").await.to_string());
        api.test.clock.advance(1);
    }
    let handler = api.sign_in("handler-water").await;
    let mut queued = numbers(&api, "/unit-queue", &handler).await;
    queued.sort();
    dispatched.sort();
    assert_eq!(queued, dispatched);
}

#[tokio::test]
async fn the_ledger_is_filtered() {
    let api = Api::new().await;
    let early = text(&api.message("早").await["number"]).to_owned();
    api.test.clock.set("2025-03-04T09:00:00");
    let late = api.test.dispatched("晚", "urban").await.to_string();
    let operator = api.sign_in("operator").await;
    let only = async |filter: &str| -> Vec<String> {
        let page = api.get(&format!("/ledger?{filter}"), &operator).await.good();
        let items: Vec<Value> = page["items"].as_array().unwrap().clone();
        items
            .iter()
            .map(|line| text(&line["number"]).to_owned())
            .collect()
    };
    assert_eq!(only("step=received").await, [early.as_str()]);
    assert_eq!(only("unit=urban").await, [late.as_str()]);
    assert_eq!(only("to=2025-03-04T00:00:00%2B08:00").await, [early.as_str()]);
    assert_eq!(only("from=2025-03-04T00:00:00%2B08:00").await, [late.as_str()]);
    assert_eq!(only("channel=phone").await, [""; 0]);
    assert_eq!(only("history=true").await, [""; 0]);
    assert_eq!(
        only("history=false&channel=website").await,
        [late.as_str(), early.as_str()]
    );
}

/// Earlier cases of a phone, for an operator who takes its call; the phone never stands in an address.
#[tokio::test]
async fn earlier_cases_of_a_caller() {
    let api = Api::new().await;
    let number = text(&api.message("路灯不亮").await["number"]).to_owned();
    let later = text(&api.message("路灯还不亮").await["number"]).to_owned();
    let operator = api.sign_in("operator").await;
    let found = api
        .post("/callers/cases", &operator, &json!({"phone": "138 0013 8000"}))
        .await
        .good();
    assert_eq!(found["items"].as_array().unwrap().len(), 2);
    let nobody = api
        .post("/callers/cases", &operator, &json!({"phone": "13900139000"}))
        .await
        .good();
    assert_eq!(nobody["items"], json!([]));

    let path = format!("/cases/{later}/repeat-candidates");
    let candidates = api.get(&path, &operator).await.good();
    assert_eq!(candidates["items"][0]["number"], number);
    assert_eq!(candidates["items"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn names_of_the_rules_and_of_units() {
    let api = Api::new().await;
    let rules = api.get("/procedure", "").await.good();
    assert_eq!(rules["id"], "suqian-12345");
    let ground = rules["grounds"]
        .as_array()
        .unwrap()
        .iter()
        .find(|g| g["id"] == "6-2")
        .unwrap();
    assert_eq!(
        (text(&ground["purpose"]), text(&ground["basis"]["clause"])),
        ("accept", "SQ-6(2)")
    );
    let clauses = rules["clauses"].as_array().unwrap();
    assert!(
        clauses
            .iter()
            .any(|c| c["id"] == "SQ-10(3)" && !text(&c["text"]).is_empty())
    );
    assert_eq!(api.get("/units", "").await.fault(401), "problem-signed-out");
    let operator = api.sign_in("operator").await;
    let units = api.get("/units", &operator).await.good();
    let ids: Vec<&str> = units["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|u| text(&u["id"]))
        .collect();
    assert_eq!(ids, ["county", "urban", "water"]);
    assert_eq!(api.get("/health", "").await.good(), json!({"status": "ok"}));
}
