//! PL-17: everybody can check the log by the API alone, trusting nobody but the key.

use crate::api::client::{Api, text};
use proof::{Algorithm, Check, Digest, Head, Receipt, extends, includes};
use serde_json::Value;

fn head(shown: &Value) -> Head {
    let head = Head::read(text(&shown["text"])).unwrap();
    assert!(head.is_signed());
    assert_eq!(shown["size"], head.size);
    assert_eq!(shown["root"], head.root.to_string());
    head
}

fn path(found: &Value) -> Vec<Digest> {
    let path = found["path"].as_array().unwrap();
    path.iter().map(|hash| text(hash).parse().unwrap()).collect()
}

/// A day with a message; its receipt.
async fn day(api: &Api, title: &str) -> Receipt {
    api.test.office.run_log().await.unwrap();
    let number = text(&api.message(title).await["number"]).into();
    let receipt = api.test.office.log_receipt(&api.test.j, &number).await.unwrap();
    api.test.office.run_log().await.unwrap();
    api.test.clock.advance(24 * 60);
    receipt
}

#[tokio::test]
async fn heads_prove_that_each_day_continues_the_one_before() {
    let api = Api::new().await;
    for title in ["路灯不亮", "井盖不见了", "路面破损"] {
        day(&api, title).await;
    }
    let first = api.get("/log/heads?limit=2", "").await.good();
    let next = text(&first["next"]);
    let second = api
        .get(&format!("/log/heads?limit=2&before={next}"), "")
        .await
        .good();
    assert!(second.get("next").is_none());
    let shown: Vec<Value> = [&first, &second]
        .iter()
        .flat_map(|page| page["items"].as_array().unwrap().clone())
        .collect();
    let days: Vec<&str> = shown.iter().map(|head| text(&head["day"])).collect();
    assert_eq!(days, ["2025-03-05", "2025-03-04", "2025-03-03"]);
    let last = head(&api.get("/log/head", "").await.good());
    for earlier in shown.iter().map(head) {
        let (from, to) = (earlier.size, last.size);
        let found = api
            .get(&format!("/log/consistency?from={from}&to={to}"), "")
            .await
            .good();
        let (old, new) = ((from, &earlier.root), (to, &last.root));
        assert!(extends(Algorithm::Sha256, old, new, &path(&found)), "{from} {to}");
    }
}

#[tokio::test]
async fn a_receipt_is_proved_by_its_commitment() {
    let api = Api::new().await;
    day(&api, "路灯不亮").await;
    let receipt = day(&api, "井盖不见了").await;
    day(&api, "路面破损").await;
    let asked = format!(
        "/log/inclusion?commitment={}&from={}",
        receipt.commitment, receipt.head.size
    );
    let found = api.get(&asked, "").await.good();
    let last = head(&found["head"]);
    let leaf = found["leaf"].as_u64().unwrap();
    assert!(leaf >= receipt.head.size);
    let proved = |leaf, path: &[Digest]| {
        includes(
            receipt.hash,
            &receipt.commitment,
            leaf,
            last.size,
            path,
            &last.root,
        )
    };
    assert!(proved(leaf, &path(&found)));
    assert!(!proved(leaf - 1, &path(&found)));
    // the same by its place; and to the tree of a smaller size
    let by_place = api.get(&format!("/log/inclusion?leaf={leaf}"), "").await.good();
    assert_eq!(by_place["path"], found["path"]);
    let smaller = api
        .get(&format!("/log/inclusion?leaf={leaf}&size={}", leaf + 1), "")
        .await
        .good();
    assert_eq!(smaller["size"], leaf + 1);
    // what is not there, or not yet
    let nowhere = format!("/log/inclusion?commitment={}", "ab".repeat(32));
    assert_eq!(api.get(&nowhere, "").await.fault(404), "problem-not-found");
    for (asked, field) in [
        ("/log/inclusion", "leaf"),
        ("/log/inclusion?leaf=99999", "leaf"),
        ("/log/inclusion?leaf=0&size=99999", "size"),
        ("/log/inclusion?commitment=ab", "commitment"),
        ("/log/consistency?from=99999", "from"),
        ("/log/consistency?from=2&to=1", "from"),
        ("/log/consistency?from=1&to=99999", "to"),
        ("/log/entries?from=99999", "from"),
    ] {
        let answer = api.get(asked, "").await;
        assert_eq!(answer.status, 422, "{asked}");
        let said: Value = serde_json::from_slice(&answer.bytes).unwrap();
        assert_eq!(said["errors"][0]["field"], field, "{asked}");
    }
}

/// What the API gives of entries and heads is a whole log; what the page gives as a file is the same.
#[tokio::test]
async fn entries_and_heads_are_the_log() {
    let api = Api::new().await;
    let receipt = day(&api, "路灯不亮").await;
    day(&api, "井盖不见了").await;
    let page = api.get("/log/entries", "").await.good();
    let last = head(&page["head"]);
    let opening = serde_json::json!({
        "format": "wenzheng log 1", "log": last.log, "key": last.key.to_string(), "hash": "sha256",
    });
    let mut check = Check::new(Some(last.key.clone()), vec![receipt.clone()], vec![]);
    check.line(&opening.to_string());
    for entry in page["items"].as_array().unwrap() {
        check.line(&entry.to_string());
    }
    check.line(&serde_json::json!({"head": last.text()}).to_string());
    let report = check.end();
    assert!(report.sound, "{report:?}");
    assert_eq!(report.leaves, last.size);
    assert!(page.get("next").is_none());

    let request = axum::http::Request::get("/log/file").body(axum::body::Body::empty());
    let file = api.send(request.unwrap()).await;
    assert_eq!(file.status, 200);
    assert!(file.headers.get("link").is_none(), "one part is all");
    let mut check = Check::new(Some(last.key.clone()), vec![receipt], vec![]);
    for line in String::from_utf8(file.bytes).unwrap().lines() {
        check.line(line);
    }
    let report = check.end();
    assert!(report.sound && report.heads >= 2, "{report:?}");
    assert_eq!((report.leaves, report.covered), (last.size, last.size));
}
