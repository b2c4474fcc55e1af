//! A citizen's account as programs meet it: in by a code, the same cases as on the pages, out again.

use crate::api::client::{Answer, Api, call, text};
use serde_json::{Value, json};

const PHONE: &str = "13800138000";

async fn tried(api: &Api, contact: &str, code: &str) -> Answer {
    let shown = json!({"contact": contact, "code": code});
    api.post("/account/session", "", &shown).await
}

/// The token of the account of a phone, by the code that came to it.
async fn in_account(api: &Api, contact: &str) -> String {
    let code = api.test.account_code(contact).await;
    text(&tried(api, contact, &code).await.good()["token"]).to_owned()
}

async fn cases(api: &Api, token: &str) -> Vec<String> {
    let page = api.get("/account/cases", token).await.good();
    let items = page["items"].as_array().unwrap().iter();
    items.map(|one| text(&one["number"]).to_owned()).collect()
}

#[tokio::test]
async fn a_code_opens_the_cases_of_a_phone_and_no_other() {
    let api = Api::new().await;
    let mine = text(&api.verified_message("路灯不亮").await["number"]).to_owned();
    // the phone was given, and no code to it was shown
    let given = text(&api.message("井盖缺失").await["number"]).to_owned();
    let sent = api.post("/account/codes", "", &json!({"contact": PHONE})).await;
    assert_eq!((sent.status.as_u16(), sent.bytes.len()), (204, 0));
    let token = in_account(&api, PHONE).await;

    let who = api.get("/session", &token).await.good();
    assert_eq!(text(&who["account"]), "138****8000");
    assert_eq!((&who["person"], &who["case"]), (&Value::Null, &Value::Null));
    let page = api.get("/account/cases", &token).await.good();
    let line = &page["items"][0];
    assert_eq!(page["items"].as_array().unwrap().len(), 1, "{page}");
    assert_eq!(
        (text(&line["number"]), text(&line["title"])),
        (mine.as_str(), "路灯不亮")
    );
    assert!(page["next"].is_null() && line["received"].is_string() && line["step"]["zh"].is_string());

    let case = api.get(&format!("/cases/{mine}"), &token).await.good();
    assert_eq!(text(&case["title"]), "路灯不亮");
    for number in [given.as_str(), "2025030300000000"] {
        let path = format!("/cases/{number}");
        assert_eq!(
            api.get(&path, &token).await.fault(404),
            "problem-not-found",
            "{number}"
        );
        let act = json!({"id": "a", "act": "add", "text": "还是不亮"});
        assert_eq!(
            api.post(&format!("{path}/acts"), &token, &act).await.fault(404),
            "problem-not-found"
        );
    }
    // it is that of a citizen, and opens nothing of the office
    for path in ["/queue", "/ledger", "/unit-queue", "/items"] {
        api.get(path, &token).await.fault(403);
    }
    // and nobody else is in an account: neither staff, nor who follows one case, nor nobody
    for other in [api.sign_in("operator").await, String::new()] {
        assert_eq!(
            api.get("/account/cases", &other).await.fault(401),
            "problem-signed-out"
        );
    }
}

#[tokio::test]
async fn what_a_citizen_may_do_they_may_do_here() {
    let api = Api::new().await;
    let number = text(&api.verified_message("路灯不亮").await["number"]).to_owned();
    let token = in_account(&api, PHONE).await;
    let more = json!({"act": "add", "text": "今晚还是不亮"});
    api.act(&token, &number, more).await.good();
    let case = api.get(&format!("/cases/{number}"), &token).await.good();
    assert!(case.to_string().contains("今晚还是不亮"), "{case}");
    // what others do, the citizen does not
    let accept = json!({"act": "accept", "ground": "within-scope"});
    assert!([403, 422].contains(&api.act(&token, &number, accept).await.status.as_u16()));
}

/// As on the page: a message goes into the account where that was asked for, and nobody's goes into one without its token.
#[tokio::test]
async fn a_message_goes_into_the_account_where_that_was_asked_for() {
    let api = Api::new().await;
    let token = in_account(&api, "wang@example.com").await;
    let message = |title: &str, within: bool| {
        json!({
            "id": api.test.command_id().as_str(), "channel": "website", "title": title, "text": "请尽快处理。",
            "category": "complaint", "in_account": within,
            "citizen": {"name": "王小明", "phone": PHONE, "id_number": "11010519491231002X"},
        })
    };
    api.post("/cases", &token, &message("路灯不亮", false))
        .await
        .good();
    assert!(cases(&api, &token).await.is_empty());
    let sent = api
        .post("/cases", &token, &message("井盖缺失", true))
        .await
        .good();
    assert_eq!(cases(&api, &token).await, [text(&sent["number"])]);
    let staff = api.sign_in("operator").await;
    for other in ["", staff.as_str()] {
        let refused = api.post("/cases", other, &message("停水", true)).await;
        assert_eq!(refused.fault(422), "problem-invalid");
        assert!(refused.json().to_string().contains("api-no-account"));
    }
}

#[tokio::test]
async fn pages_of_cases_follow_one_another() {
    let api = Api::new().await;
    let token = in_account(&api, "wang@example.com").await;
    let mut sent = Vec::new();
    for title in ["一", "二", "三"] {
        api.test.clock.advance(1);
        let message = json!({
            "id": api.test.command_id().as_str(), "channel": "website", "title": title, "text": "请尽快处理。",
            "category": "complaint", "in_account": true,
            "citizen": {"name": "王小明", "phone": PHONE, "id_number": "11010519491231002X"},
        });
        let taken = api.post("/cases", &token, &message).await.good();
        sent.push(text(&taken["number"]).to_owned());
    }
    sent.reverse();
    let first = api.get("/account/cases?limit=2", &token).await.good();
    let next = text(&first["next"]).to_owned();
    let second = api
        .get(&format!("/account/cases?limit=2&after={next}"), &token)
        .await
        .good();
    let pages = [&first, &second].map(|page| page["items"].as_array().unwrap().clone());
    let read: Vec<String> = pages
        .concat()
        .iter()
        .map(|one| text(&one["number"]).to_owned())
        .collect();
    assert_eq!(read, sent);
    assert!(second["next"].is_null());
    let fault = api.get("/account/cases?after=nonsense", &token).await;
    assert_eq!(fault.fault(422), "problem-invalid");
}

/// The limits are those of the pages: whichever way somebody guesses, they guess as often.
#[tokio::test]
async fn codes_and_tries_are_limited() {
    let api = Api::new().await;
    let code = api.test.account_code(PHONE).await;
    let wrong = if code == "000000" { "000001" } else { "000000" };
    for _ in 0..5 {
        assert_eq!(tried(&api, PHONE, wrong).await.fault(422), "problem-invalid");
    }
    // that code is used up
    assert_eq!(tried(&api, PHONE, &code).await.fault(422), "problem-invalid");
    let asked = json!({"contact": PHONE});
    for _ in 0..4 {
        assert_eq!(api.post("/account/codes", "", &asked).await.status, 204);
    }
    assert_eq!(
        api.post("/account/codes", "", &asked).await.fault(429),
        "problem-throttled"
    );
    // what is no phone is said to be none
    let none = json!({"contact": "12"});
    assert_eq!(
        api.post("/account/codes", "", &none).await.fault(422),
        "problem-invalid"
    );
}

#[tokio::test]
async fn a_token_ends_by_hand_here_and_everywhere() {
    let api = Api::new().await;
    let number = text(&api.verified_message("路灯不亮").await["number"]).to_owned();
    let (one, other) = (in_account(&api, PHONE).await, in_account(&api, PHONE).await);
    let end = async |path: &str, token: &str| {
        api.send(call("DELETE", path, token, &Value::Null))
            .await
            .status
            .as_u16()
    };
    assert_eq!(end("/session", &one).await, 204);
    assert_eq!(
        api.get("/account/cases", &one).await.fault(401),
        "problem-signed-out"
    );
    let third = in_account(&api, PHONE).await;
    assert_eq!(end("/account/sessions", &other).await, 204);
    assert_eq!(
        api.get(&format!("/cases/{number}"), &third).await.fault(401),
        "problem-signed-out"
    );
    let fourth = in_account(&api, PHONE).await;
    assert_eq!(end("/account", &fourth).await, 204);
    assert!(api.test.fresh.dump("account").await.is_empty());
    // the case is there for the phone when it opens an account anew
    let fifth = in_account(&api, PHONE).await;
    assert_eq!(cases(&api, &fifth).await, [number]);
    for operation in ["/account", "/account/sessions"] {
        assert_eq!(end(operation, &api.sign_in("operator").await).await, 401);
    }
}
