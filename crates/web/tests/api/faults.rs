//! Whatever is sent, a fault is problem+json with a code and what to do.

use crate::api::client::{Api, call};
use axum::body::Body;
use axum::http::{Request, header};
use serde_json::{Value, json};

#[tokio::test]
async fn bodies_that_are_not_as_described() {
    let api = Api::new().await;
    let token = api.sign_in("operator").await;
    let sign_in = |body: Value| call("POST", "/session", "", &body);
    let cases = [
        (sign_in(json!({"login": "operator"})), 400, "api-body"),
        (sign_in(json!({"login": 1, "password": "x"})), 400, "api-body"),
        (
            sign_in(json!({"login": "a", "password": "b", "more": 1})),
            400,
            "api-body",
        ),
        (sign_in(json!([])), 400, "api-body"),
        (
            sign_in(json!({"login": "a\u{0}", "password": "b"})),
            422,
            "problem-invalid",
        ),
        (
            call("POST", "/cases/1/acts", &token, &json!({"act": "fly"})),
            400,
            "api-body",
        ),
        (
            call(
                "POST",
                "/cases/1/acts",
                &token,
                &json!({"act": "archive", "more": 1}),
            ),
            400,
            "api-body",
        ),
        (
            call(
                "POST",
                "/cases/1/acts",
                &token,
                &json!({"act": "archive", "order": -1}),
            ),
            400,
            "api-body",
        ),
        (
            call("POST", "/cases/1/acts", &token, &json!({"text": "x"})),
            400,
            "api-body",
        ),
        (
            call("POST", "/cases/1/acts", &token, &json!({"act": "archive"})),
            422,
            "problem-invalid",
        ),
        (
            call("GET", "/ledger?limit=0", &token, &Value::Null),
            400,
            "api-query",
        ),
        (
            call("GET", "/ledger?limit=many", &token, &Value::Null),
            400,
            "api-query",
        ),
        (
            call("GET", "/ledger?colour=red", &token, &Value::Null),
            400,
            "api-query",
        ),
        (
            call("GET", "/ledger?step=%00", &token, &Value::Null),
            422,
            "problem-invalid",
        ),
        (
            call("GET", "/ledger?from=yesterday", &token, &Value::Null),
            422,
            "problem-invalid",
        ),
        (
            call("GET", "/ledger?after=nonsense", &token, &Value::Null),
            422,
            "problem-invalid",
        ),
        (
            // [1,"\u0000"]
            call("GET", "/ledger?after=WzEsIlx1MDAwMCJd", &token, &Value::Null),
            422,
            "problem-invalid",
        ),
        (
            call("GET", "/cases/%00", &token, &Value::Null),
            404,
            "problem-not-found",
        ),
        (
            call("GET", "/cases/%ff", &token, &Value::Null),
            404,
            "problem-not-found",
        ),
        (call("GET", "/nothing", "", &Value::Null), 404, "api-no-route"),
        (call("GET", "", "", &Value::Null), 404, "api-no-route"),
    ];
    for (request, status, code) in cases {
        let what = format!("{} {}", request.method(), request.uri());
        assert_eq!(api.send(request).await.fault(status), code, "{what}");
    }
}

#[tokio::test]
async fn json_alone_is_taken_and_not_too_much_of_it() {
    let api = Api::new().await;
    let raw = |kind: &str, body: Vec<u8>| {
        let request = Request::post("/api/v1/session").header(header::CONTENT_TYPE, kind);
        request.body(Body::from(body)).unwrap()
    };
    let good = br#"{"login": "a", "password": "b"}"#.to_vec();
    assert_eq!(
        api.send(raw("text/plain", good.clone())).await.fault(415),
        "api-media"
    );
    assert_eq!(
        api.send(raw("application/json", b"{".to_vec())).await.fault(400),
        "api-body"
    );
    assert_eq!(
        api.send(raw("application/json", b"\xff".to_vec()))
            .await
            .fault(400),
        "api-body"
    );
    assert_eq!(
        api.send(raw("application/json", vec![b' '; 300 << 10]))
            .await
            .fault(413),
        "api-too-large"
    );
    let right = api.send(raw("Application/JSON; charset=utf-8", good)).await;
    assert_eq!(right.fault(401), "problem-wrong-secret");
}

#[tokio::test]
async fn a_method_that_is_not_there_names_those_that_are() {
    let api = Api::new().await;
    let answer = api.send(call("DELETE", "/ledger", "", &Value::Null)).await;
    assert_eq!(answer.fault(405), "api-method");
    assert_eq!(answer.header(header::ALLOW), "GET,HEAD");
    let answer = api.send(call("PUT", "/session", "", &Value::Null)).await;
    assert_eq!(answer.fault(405), "api-method");
    let mut allowed: Vec<&str> = answer.header(header::ALLOW).split(',').collect();
    allowed.sort_unstable();
    assert_eq!(allowed, ["DELETE", "GET", "HEAD", "POST"]);
}

/// Faulty fields are named one by one, in the caller's language.
#[tokio::test]
async fn faulty_fields_are_named() {
    let api = Api::new().await;
    let answer = api.post("/codes", "", &json!({"phone": "12"})).await;
    assert_eq!(answer.fault(422), "problem-invalid");
    let errors = answer.json()["errors"].clone();
    assert_eq!(errors[0]["field"], "phone");
    assert_eq!(errors[0]["code"], "identity-phone");
    assert!(!errors[0]["detail"].as_str().unwrap().contains('⟦'));

    let message = json!({"id": "1", "channel": "phone", "title": "路灯", "text": "不亮"});
    let answer = api.post("/cases", "", &message).await;
    assert_eq!(answer.fault(422), "problem-invalid");
    assert_eq!(answer.json()["errors"][0]["field"], "channel");
    let nameless = json!({"channel": "website", "title": "路灯", "text": "不亮"});
    let answer = api.post("/cases", "", &nameless).await;
    assert_eq!(answer.fault(422), "problem-invalid");
    assert_eq!(answer.json()["errors"][0]["field"], "id");
}

/// Which field, and what it should be, in the caller's language and in no words of the program's own.
#[tokio::test]
async fn what_cannot_be_read_names_its_field() {
    let api = Api::new().await;
    let token = api.sign_in("operator").await;
    let act = |body: Value| call("POST", "/cases/1/acts", &token, &body);
    let citizen = |citizen: Value| {
        let message =
            json!({"id": "1", "channel": "website", "title": "灯", "text": "不亮", "citizen": citizen});
        call("POST", "/cases", "", &message)
    };
    let query = |query: &str| call("GET", &format!("/ledger?{query}"), &token, &Value::Null);
    let cases = [
        (
            call("POST", "/session", "", &json!({"login": 1, "password": "x"})),
            "字段 login 应为文字",
        ),
        (
            call("POST", "/session", "", &json!({"login": "a"})),
            "缺少字段 password",
        ),
        (
            call(
                "POST",
                "/session",
                "",
                &json!({"login": "a", "password": "b", "more": 1}),
            ),
            "没有字段 more，可用的有：login",
        ),
        (
            call("POST", "/session", "", &json!(["a", "b"])),
            "应为带字段名的 JSON 对象",
        ),
        (
            call("POST", "/account/codes", "", &json!("13800138000")),
            "应为带字段名的 JSON 对象",
        ),
        (act(json!({"act": "fly"})), "字段 act 不能是“fly”"),
        (act(json!({"act": "add", "text": 5})), "字段 text 应为文字"),
        (
            act(json!({"act": "review", "passed": "yes"})),
            "字段 passed 应为true 或 false",
        ),
        (
            citizen(json!({"name": "王", "phone": 138})),
            "字段 citizen.phone 应为文字",
        ),
        (citizen(json!("王")), "字段 citizen 应为带字段名的 JSON 对象"),
        (query("limit=many"), "字段 limit 应为范围内的整数"),
        (query("limit=0"), "字段 limit 须在 1 和 100 之间"),
        (query("colour=red"), "没有字段 colour"),
    ];
    for (request, says) in cases {
        let what = format!("{} {}", request.method(), request.uri());
        let answer = api.send(request).await;
        answer.fault(400);
        let said = answer.json()["detail"].as_str().unwrap().to_owned();
        assert!(said.contains(says), "{what}: {said}");
        for ours in ["struct ", "invalid", "expected", "Failed"] {
            assert!(!said.contains(ours), "{what}: {said}");
        }
    }
}
