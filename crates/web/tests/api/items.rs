//! What is noticed elsewhere, its sources, the dispatch catalogue, the ledger to take along, and what is public.

use crate::api::client::{Api, text};
use serde_json::json;
use store::testing::Fresh;
use testkit::TestOffice;

#[tokio::test]
async fn ws_5_an_item_is_noted_reported_and_made_a_case() {
    let api = Api::new().await;
    let operator = api.sign_in("operator").await;
    let draft = json!({"title": "东街停水", "text": "三天没有水", "address": "https://board.example/1", "posted": "2025-03-03T08:30"});
    let noted = api.post("/items", &operator, &draft).await;
    assert_eq!(noted.status, 201);
    let id = text(&noted.json()["id"]).to_owned();
    assert_eq!(noted.header("location"), format!("/api/v1/items/{id}"));
    let path = format!("/items/{id}");
    let report = json!({"to": "supervisor", "text": "建议督办。"});
    let nobody = json!({"to": "nobody", "text": "建议督办。"});
    let submission = format!("{path}/submission");
    assert_eq!(
        api.post(&submission, &operator, &nobody).await.fault(422),
        "problem-invalid"
    );
    assert_eq!(api.post(&submission, &operator, &report).await.status, 204);
    let note = json!({"text": "水务局已派人。"});
    assert_eq!(
        api.post(&format!("{path}/notes"), &operator, &note).await.status,
        204
    );
    let case = json!({"channel": "phone", "title": "东街停水", "text": "三天没有水"});
    let made = api.post(&format!("{path}/case"), &operator, &case).await.good();
    let item = api.get(&path, &operator).await.good();
    assert_eq!(
        (&item["number"], text(&item["step"]["zh"])),
        (&made["number"], "待受理")
    );
    let course: Vec<&str> = item["decisions"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| text(&one["what"]))
        .collect();
    assert_eq!(course, ["submitted", "followed", "case"]);
    let reason = json!({"reason": "重复"});
    let late = api.post(&format!("{path}/aside"), &operator, &reason).await;
    assert_eq!(late.fault(422), "problem-invalid");
    let list = api.get("/items?state=case", &operator).await.good();
    assert_eq!(list["items"].as_array().unwrap().len(), 1);

    for login in ["handler-water", "administrator"] {
        let other = api.sign_in(login).await;
        assert_eq!(api.get("/items", &other).await.fault(403), "problem-forbidden");
        assert_eq!(
            api.post("/items", &other, &draft).await.fault(403),
            "problem-forbidden"
        );
        for path in [path.clone(), "/items/nothing".to_owned()] {
            assert_eq!(api.get(&path, &other).await.fault(404), "problem-not-found");
            let noted = api.post(&format!("{path}/notes"), &other, &note).await;
            assert_eq!(noted.fault(404), "problem-not-found");
        }
    }
}

#[tokio::test]
async fn ws_5_sources_and_catalogue_are_the_administrators() {
    let api = Api::new().await;
    let administrator = api.sign_in("administrator").await;
    let source = json!({"id": "board", "name": "留言板", "kind": "feed", "address": "https://board.example/rss",
        "channel": "phone", "words": ["停水"], "active": true});
    assert_eq!(api.post("/sources", &administrator, &source).await.status, 204);
    let sources = api.get("/sources", &administrator).await.good();
    assert_eq!(
        (&sources["items"][0]["words"], &sources["items"][0]["answered"]),
        (&json!(["停水"]), &json!(null))
    );
    let entry = json!({"words": ["路灯"], "lead": "urban", "basis": "三定方案", "from": "2025-01-01"});
    let entered = api.post("/catalogue", &administrator, &entry).await.good();
    let end = format!("/catalogue/{}/end", text(&entered["id"]));
    for day in ["2024-12-31", "someday"] {
        assert_eq!(
            api.post(&end, &administrator, &json!({"to": day}))
                .await
                .fault(422),
            "problem-invalid"
        );
    }
    assert_eq!(
        api.post(&end, &administrator, &json!({"to": "2025-06-01"}))
            .await
            .status,
        204
    );
    let found = api.get("/catalogue", &administrator).await.good();
    assert_eq!(found["items"][0]["to"], "2025-06-01");
    let operator = api.sign_in("operator").await;
    for path in ["/sources", "/catalogue"] {
        assert_eq!(api.get(path, &operator).await.fault(403), "problem-forbidden");
    }
    assert_eq!(
        api.post("/sources", &operator, &source).await.fault(403),
        "problem-forbidden"
    );
    assert_eq!(
        api.post("/catalogue", &operator, &entry).await.fault(403),
        "problem-forbidden"
    );
}

#[tokio::test]
async fn pl_9_the_ledger_is_taken_along() {
    let api = Api::new().await;
    let number = api.test.dispatched("路灯不亮", "urban").await.to_string();
    let operator = api.sign_in("operator").await;
    let csv = api.get("/ledger/file?unit=urban", &operator).await;
    assert!(csv.header("content-type").starts_with("text/csv"));
    let said = String::from_utf8(csv.bytes).unwrap();
    assert!(
        said.contains(&number) && said.contains("工单编号") && !said.contains("路灯"),
        "{said}"
    );
    let xlsx = api.get("/ledger/file?form=xlsx&lang=en", &operator).await;
    assert!(xlsx.bytes.starts_with(b"PK"));
    assert_eq!(
        api.get("/ledger/file?division=62-08", &operator).await.fault(422),
        "problem-invalid"
    );
    let none = api.get("/ledger?division=6208", &operator).await.good();
    assert_eq!(none["items"], json!([]));
    let handler = api.sign_in("handler-urban").await;
    assert_eq!(
        api.get("/ledger/file", &handler).await.fault(403),
        "problem-forbidden"
    );
}

#[tokio::test]
async fn what_is_published_is_read_without_a_token() {
    let closed = Api::new().await;
    assert_eq!(
        closed.get("/public-cases", "").await.fault(404),
        "problem-not-found"
    );
    let rules = include_str!("../../../office/tests/beside/board.toml");
    let api = Api::of(TestOffice::under(Fresh::sqlite(), "board", "示例市", rules).await);
    let message = json!({"id": "m-1", "channel": "website", "title": "路面破损", "text": "柳湖路路面破损。"});
    let number = text(&api.post("/cases", "", &message).await.good()["number"]).to_owned();
    let path = format!("/public-cases/{number}");
    assert_eq!(
        api.get(&path, "").await.fault(404),
        "problem-not-found",
        "not published yet"
    );
    let operator = api.sign_in("operator").await;
    let mark = json!({"act": "mark", "marks": ["simple"], "division": "620802"});
    api.act(&operator, &number, mark).await.good();
    api.act(&operator, &number, json!({"act": "publish"}))
        .await
        .good();
    let list = api.get("/public-cases?limit=1", "").await.good();
    assert_eq!(
        (text(&list["items"][0]["title"]), list.get("next")),
        ("路面破损", None)
    );
    let case = api.get(&path, "").await.good();
    assert_eq!(
        (text(&case["text"]), &case["replies"]),
        ("柳湖路路面破损。", &json!([]))
    );
    assert_eq!(case["course"][0]["act"], "receive");
    api.act(&operator, &number, json!({"act": "hide", "reason": "含个人信息"}))
        .await
        .good();
    let hidden = api.get(&path, "").await.good();
    assert!(hidden["text"].is_null() && !hidden["hidden"].is_null());
}
