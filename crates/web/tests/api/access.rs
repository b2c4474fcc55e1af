//! Who may see and do what: what one may not see is not there.

use crate::api::client::{Api, call, text};
use axum::http::{Method, header};
use serde_json::{Value, json};

#[tokio::test]
async fn a_unit_sees_its_own_cases_and_no_others() {
    let api = Api::new().await;
    let number = api.test.dispatched("河道垃圾", "water").await.to_string();
    let (water, urban) = (
        api.sign_in("handler-water").await,
        api.sign_in("handler-urban").await,
    );
    let path = format!("/cases/{number}");
    assert_eq!(api.get(&path, &water).await.good()["number"], number);
    assert_eq!(api.get(&path, &urban).await.fault(404), "problem-not-found");
    // the same answer as for a number that does not exist
    assert_eq!(
        api.get("/cases/2025030300000000", &urban).await.fault(404),
        "problem-not-found"
    );

    let sign_for = json!({"id": "s", "act": "sign-for", "order": 1});
    assert_eq!(
        api.post(&format!("{path}/acts"), &urban, &sign_for)
            .await
            .fault(404),
        "problem-not-found"
    );
    let why = json!({"reason": "核对"});
    assert_eq!(
        api.post(&format!("{path}/person"), &urban, &why).await.fault(404),
        "problem-not-found"
    );
    let candidates = format!("{path}/repeat-candidates");
    assert_eq!(api.get(&candidates, &urban).await.fault(404), "problem-not-found");

    let queue = |token: String| {
        let api = &api;
        async move {
            api.get("/unit-queue", &token).await.good()["items"]
                .as_array()
                .unwrap()
                .len()
        }
    };
    assert_eq!((queue(water.clone()).await, queue(urban).await), (1, 0));
    assert_eq!(api.get("/ledger", &water).await.fault(403), "problem-forbidden");
    assert_eq!(api.get("/queue", &water).await.fault(403), "problem-forbidden");
}

#[tokio::test]
async fn a_citizen_sees_the_own_case_without_its_inside() {
    let api = Api::new().await;
    let mine = api.message("路灯不亮").await;
    let other = api.message("井盖缺失").await;
    let held = json!({"number": mine["number"], "check_code": mine["check_code"]});
    let token = api.post("/follow", "", &held).await.good()["token"]
        .as_str()
        .unwrap()
        .to_owned();
    let path = |case: &Value| format!("/cases/{}", text(&case["number"]));

    let case = api.get(&path(&mine), &token).await.good();
    assert_eq!(case["title"], "路灯不亮");
    assert_eq!((&case["requests"], &case["priorities"]), (&json!([]), &json!([])));
    let inside = |e: &Value| {
        e["effects"] != json!([]) || e["by"].get("name").is_some() || e["by"].get("role").is_some()
    };
    assert!(!case["timeline"].as_array().unwrap().iter().any(inside));
    assert_eq!(
        api.get(&path(&other), &token).await.fault(404),
        "problem-not-found"
    );
    // his own phone, and still not by this token
    assert_eq!(
        api.get(&format!("{}/repeat-candidates", path(&mine)), &token)
            .await
            .fault(404),
        "problem-not-found"
    );
    assert_eq!(api.get("/ledger", &token).await.fault(403), "problem-forbidden");
    let phone = json!({"phone": "13800138000"});
    assert_eq!(
        api.post("/callers/cases", &token, &phone).await.fault(403),
        "problem-forbidden"
    );
}

#[tokio::test]
async fn the_administrator_sees_no_case() {
    let api = Api::new().await;
    let number = api.message("路灯不亮").await["number"]
        .as_str()
        .unwrap()
        .to_owned();
    let token = api.sign_in("administrator").await;
    assert_eq!(
        api.get(&format!("/cases/{number}"), &token).await.fault(404),
        "problem-not-found"
    );
    assert_eq!(api.get("/queue", &token).await.fault(403), "problem-forbidden");
}

#[tokio::test]
async fn without_a_token_nothing_opens_and_a_cookie_is_none() {
    let api = Api::new().await;
    let number = api.message("路灯不亮").await["number"]
        .as_str()
        .unwrap()
        .to_owned();
    let path = format!("/cases/{number}");
    for token in ["", "nonsense"] {
        let answer = api.get(&path, token).await;
        assert_eq!(answer.fault(401), "problem-signed-out");
        assert_eq!(answer.header(header::WWW_AUTHENTICATE), "Bearer");
    }
    let token = api.sign_in("operator").await;
    let mut request = call("GET", &path, "", &Value::Null);
    let cookie = format!("session={token}").parse().unwrap();
    request.headers_mut().insert(header::COOKIE, cookie);
    *request.method_mut() = Method::GET;
    assert_eq!(api.send(request).await.fault(401), "problem-signed-out");
}

/// Opening personal data asks for a reason, and stands in the log before it shows.
#[tokio::test]
async fn personal_data_open_with_a_reason() {
    let api = Api::new().await;
    let number = api.message("路灯不亮").await["number"]
        .as_str()
        .unwrap()
        .to_owned();
    let operator = api.sign_in("operator").await;
    let path = format!("/cases/{number}/person");
    assert_eq!(
        api.post(&path, &operator, &json!({"reason": " "}))
            .await
            .fault(422),
        "problem-invalid"
    );
    let log = format!("access/{number}");
    let openings = async || api.test.office.store().last_seq(&api.test.j, &log).await.unwrap();
    assert_eq!(openings().await, 0);
    let person = api
        .post(&path, &operator, &json!({"reason": "回电核实地址"}))
        .await
        .good();
    assert_eq!(
        (text(&person["name"]), text(&person["phone"])),
        ("王小明", "13800138000")
    );
    assert_eq!(openings().await, 1);
}
