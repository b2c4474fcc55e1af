//! One case from the message to the archive, over the API, by a citizen and seven members of staff.

use crate::api::client::{Api, text};
use office::Draft;
use serde_json::{Value, json};

/// SQ-6 to SQ-11: received, accepted, dispatched, signed for, contacted, reported, reviewed, replied, visited,
/// closed, archived.
#[tokio::test]
async fn a_message_goes_its_whole_way() {
    let api = Api::new().await;
    let receipt = api.verified_message("路灯不亮").await;
    let number = text(&receipt["number"]);
    assert_eq!(receipt["received"], "2025-03-03T09:00:00+08:00");

    let at_office = [
        ("operator", json!({"act": "accept", "ground": "6-2"}), "accepted"),
        (
            "dispatcher",
            json!({"act": "dispatch", "to": [{"unit": "water", "lead": true}]}),
            "handling",
        ),
        (
            "handler-water",
            json!({"act": "sign-for", "order": 1}),
            "handling",
        ),
        (
            "handler-water",
            json!({"act": "contact", "order": 1, "text": "已联系，约定明日查看。"}),
            "handling",
        ),
        (
            "handler-water",
            json!({"act": "report", "order": 1, "text": "路灯已经修好。"}),
            "handling",
        ),
        (
            "reviewer",
            json!({"act": "review", "order": 1, "passed": true}),
            "to-reply",
        ),
        (
            "reviewer",
            json!({"act": "reply", "text": "您反映的路灯已经修好。"}),
            "sms-visit",
        ),
    ];
    for (who, act, step) in at_office {
        let token = api.sign_in(who).await;
        let done = api.act(&token, number, act.clone()).await.good();
        assert_eq!(done["step"], step, "{act}");
        api.test.clock.advance(10);
    }

    let held = json!({"number": number, "check_code": receipt["check_code"]});
    let citizen = api.post("/follow", "", &held).await.good();
    let citizen = text(&citizen["token"]);
    let answer = json!({"act": "answer-visit", "solved": false, "satisfied": false, "text": "晚上还是不亮"});
    assert_eq!(
        api.act(citizen, number, answer).await.good()["step"],
        "person-visit"
    );

    let visitor = api.sign_in("visitor").await;
    let visit =
        json!({"act": "visit", "reached": true, "solved": true, "satisfied": true, "text": "已经亮了"});
    assert_eq!(api.act(&visitor, number, visit).await.good()["step"], "to-close");
    let supervisor = api.sign_in("supervisor").await;
    let close = json!({"act": "close", "outcome": "solved"});
    assert_eq!(api.act(&supervisor, number, close).await.good()["step"], "closed");
    let archive = json!({"act": "archive"});
    assert_eq!(
        api.act(&supervisor, number, archive).await.good()["step"],
        "archived"
    );

    let case = api.get(&format!("/cases/{number}"), &supervisor).await.good();
    let timeline = case["timeline"].as_array().unwrap();
    let acts: Vec<&str> = timeline.iter().map(|e| text(&e["act"])).collect();
    assert_eq!(
        acts,
        [
            "receive",
            "accept",
            "dispatch",
            "sign-for",
            "contact",
            "report",
            "review",
            "reply",
            "answer-visit",
            "visit",
            "close",
            "archive"
        ]
    );
    assert!(timeline.iter().all(|e| e["basis"]["kind"].is_string()));
    let open: Vec<&Value> = running(&case);
    assert!(open.is_empty(), "{open:?}");
}

fn running(case: &Value) -> Vec<&Value> {
    let clocks = case["clocks"].as_array().unwrap().iter();
    clocks
        .filter(|c| c["standing"] == "running" && c["right"] == false)
        .collect()
}

/// A dissatisfied citizen is visited by a person within three workdays (本单位规定). The clock says on what it stands
/// and how its due time was counted.
#[tokio::test]
async fn a_case_shows_its_clocks_with_clause_and_counting() {
    let api = Api::new().await;
    // a Thursday
    api.test.clock.set("2025-03-06T10:00:00");
    let number = api.test.replied("井盖缺失").await;
    let dissatisfied = Draft::AnswerVisit {
        solved: false,
        satisfied: false,
        text: None,
        answers: Vec::new(),
    };
    let citizen = api.test.citizen(&number);
    api.test
        .command(&citizen, &number, None, dissatisfied)
        .await
        .unwrap();
    let visitor = api.sign_in("visitor").await;
    let case = api.get(&format!("/cases/{number}"), &visitor).await.good();

    let clocks = case["clocks"].as_array().unwrap();
    let visit = clocks.iter().find(|c| c["id"] == "person-visit").unwrap();
    assert_eq!(visit["basis"], json!({"kind": "house"}));
    let sign = clocks.iter().find(|c| c["id"] == "sign").unwrap();
    assert_eq!(sign["basis"], json!({"kind": "clause", "clause": "SQ-10(3)"}));
    assert_eq!(sign["standing"], "met");
    assert_eq!(
        (text(&visit["standing"]), text(&visit["limit"])),
        ("running", "3 workdays")
    );
    // Friday, Monday and Tuesday count
    assert_eq!(visit["due"], "2025-03-12T00:00:00+08:00");
    let days = |which: &str| -> Vec<(String, Value)> {
        let days = visit["counting"][which].as_array().unwrap().iter();
        days.map(|d| (text(&d["date"]).to_owned(), d["why"].clone()))
            .collect()
    };
    let counted = ["2025-03-07", "2025-03-10", "2025-03-11"].map(|d| (d.to_owned(), Value::Null));
    assert_eq!(days("counted"), counted);
    let skipped = [
        ("2025-03-06", "first-day"),
        ("2025-03-08", "weekend"),
        ("2025-03-09", "weekend"),
    ];
    assert_eq!(
        days("skipped"),
        skipped.map(|(d, why)| (d.to_owned(), json!(why)))
    );
}

/// A program that does as it is told brings along what a dispatch needs, in the fields that the offer names.
#[tokio::test]
async fn an_offer_names_the_fields_of_its_act() {
    let api = Api::new().await;
    let number = api.test.accepted("井盖缺失").await.to_string();
    let dispatcher = api.sign_in("dispatcher").await;
    let case = api.get(&format!("/cases/{number}"), &dispatcher).await.good();
    let offers = case["offers"].as_array().unwrap();
    let dispatch = offers.iter().find(|offer| offer["act"] == "dispatch").unwrap();
    let brings: Vec<&str> = dispatch["brings"].as_array().unwrap().iter().map(text).collect();
    assert_eq!(brings, ["to[].unit", "to[].lead"]);
    let act =
        json!({"id": "d1", "act": "dispatch", "to": [{"unit": "water", "lead": true}], "seen": case["seq"]});
    let answer = api.act(&dispatcher, &number, act).await;
    assert!(
        answer.status.is_success(),
        "{}",
        String::from_utf8_lossy(&answer.bytes)
    );
}

/// Each sees the acts that they may take now, and masked personal data.
#[tokio::test]
async fn a_case_shows_just_what_may_be_done() {
    let api = Api::new().await;
    let number = api.test.dispatched("井盖缺失", "water").await.to_string();
    let handler = api.sign_in("handler-water").await;
    let case = api.get(&format!("/cases/{number}"), &handler).await.good();
    let offers = case["offers"].as_array().unwrap();
    let acts: Vec<&str> = offers.iter().map(|o| text(&o["act"])).collect();
    assert_eq!(acts[0], "sign-for");
    assert!(!acts.contains(&"accept") && !acts.contains(&"review"), "{acts:?}");
    let sign_for = &offers[0];
    assert_eq!(
        (&sign_for["order"], &sign_for["basis"]["kind"]),
        (&json!(1), &json!("clause"))
    );
    assert_eq!(case["citizen"]["phone"], "138****8000");
    assert_eq!(case["text"], "井盖缺失，请尽快处理。");
}
