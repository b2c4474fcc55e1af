//! Files come in as base64, told by their content, and go out as downloads only.

use crate::api::client::{Api, text};
use axum::http::header;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde_json::{Value, json};

fn message(file: Value) -> Value {
    json!({"id": "f", "channel": "website", "title": "路灯", "text": "不亮", "attachments": [file]})
}

#[tokio::test]
async fn a_file_comes_back_as_a_download() {
    let api = Api::new().await;
    // one pixel, with a comment that stays behind
    let picture = b"GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xff\xff\xff\x21\xfe\x05hello\0\x2c\0\0\0\0\x01\0\x01\0\0\x02\x02\x44\x01\0\x3b";
    let (head, behind) = (&picture[..19], &picture[28..]);
    let file = json!({"name": "../照片.gif", "content": BASE64.encode(picture)});
    let receipt = api.post("/cases", "", &message(file)).await.good();
    let operator = api.sign_in("operator").await;
    let path = format!("/cases/{}", text(&receipt["number"]));
    let case = api.get(&path, &operator).await.good();
    let listed = &case["attachments"][0];
    assert_eq!(
        (text(&listed["name"]), text(&listed["media"])),
        ("照片.gif", "image/gif")
    );

    let path = format!("{path}/attachments/{}", text(&listed["id"]));
    let got = api.get(&path, &operator).await;
    assert_eq!(got.bytes, [head, behind].concat());
    assert_eq!(got.header(header::CONTENT_TYPE), "image/gif");
    assert!(
        got.header(header::CONTENT_DISPOSITION)
            .starts_with("attachment; filename*=UTF-8''")
    );
    assert_eq!(got.header(header::X_CONTENT_TYPE_OPTIONS), "nosniff");
    assert!(got.header(header::CONTENT_SECURITY_POLICY).contains("sandbox"));
    let handler = api.sign_in("handler-water").await;
    assert_eq!(api.get(&path, &handler).await.fault(404), "problem-not-found");
}

#[tokio::test]
async fn files_that_are_not_taken_say_why() {
    let api = Api::new().await;
    let codes = [
        (
            json!({"name": "a.jpg", "content": "no base64!"}),
            "api-not-base64",
        ),
        (
            json!({"name": "a.jpg", "content": BASE64.encode(b"MZ\x90\0\x03")}),
            "api-file-kind",
        ),
        (
            json!({"name": "a.txt", "content": BASE64.encode(vec![b'a'; (10 << 20) + 1])}),
            "api-file-large",
        ),
    ];
    for (file, code) in codes {
        let answer = api.post("/cases", "", &message(file)).await;
        assert_eq!(answer.fault(422), "problem-invalid");
        let error = &answer.json()["errors"][0];
        assert_eq!(
            (text(&error["field"]), text(&error["code"])),
            ("attachments", code)
        );
    }
    let number = api.test.accepted("路灯不亮").await.to_string();
    let operator = api.sign_in("operator").await;
    let note = json!({"name": "a.txt", "content": BASE64.encode("照片")});
    let act = json!({"act": "answer", "way": "direct", "text": "已答复", "attachments": [note]});
    let answer = api.act(&operator, &number, act).await;
    assert_eq!(answer.fault(422), "problem-invalid");
    assert_eq!(answer.json()["errors"][0]["code"], "api-no-files-here");
}
