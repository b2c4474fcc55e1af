//! PL-18 on the form that citizens fill in, without scripts, and through the API: whom an accusation is about is said with it,
//! and what happens with the informant's name stands beside the question.

use crate::support;

use axum::body::Body;
use axum::http::{Request, header};
use case::access::THIS_OFFICE;
use jiff::civil::date;
use office::directory::{Entry, UnitEntry};
use procedure::Words;
use seal::Key;
use serde_json::{Value, json};
use store::{LedgerFilter, case_stream};
use support::{Answer, ask, get_with, post};
use testkit::TestOffice;
use web::shell::Shell;

const PORTAL: &str = include_str!("../../../procedures/pingliang-messages.toml");

/// Pingliang's portal, while its rules were in force.
async fn served() -> (TestOffice, axum::Router) {
    let test = TestOffice::sqlite().await;
    test.clock.set("2014-01-06T08:00:00");
    let from = Some(date(2012, 10, 25));
    test.office
        .adopt_procedure_from(&test.j, PORTAL, from)
        .await
        .unwrap();
    // the bureau of the tests is younger than these rules
    let water = UnitEntry {
        id: "water".to_owned(),
        zh: "市水务局".to_owned(),
        en: "water".to_owned(),
        kind: "city".to_owned(),
        parent: None,
        territory: None,
        duties: Vec::new(),
        from: date(2010, 1, 1),
        to: None,
    };
    let entries = vec![Entry::Unit(water)];
    test.office.enter(&test.j, "system", entries).await.unwrap();
    let words = |text: &str| Words {
        zh: text.to_owned(),
        en: text.to_owned(),
    };
    let shell = Shell {
        place: words(""),
        service: words("问政"),
        https: false,
        secret: Key::from_bytes([7; 32]),
        clock: test.clock.clone(),
    };
    let app = web::app(test.office.clone(), shell);
    (test, app)
}

/// The stored first event of the only case there is.
async fn first_event(test: &TestOffice) -> Value {
    let (store, all) = (test.office.store(), LedgerFilter::default());
    let rows = store.ledger(&test.j, &all, None, 9).await.unwrap();
    assert_eq!(rows.len(), 1);
    let stream = case_stream(&rows[0].number);
    let events = store.events(&test.j, &stream).await.unwrap();
    serde_json::from_slice(&events[0].bytes).unwrap()
}

async fn sent(app: &axum::Router, form: &str) -> Answer {
    let page = get_with(app, "/write/form", &[]).await;
    assert!(
        page.body.contains("只有管理员指定的保管人能够查看"),
        "{}",
        page.body
    );
    let all = format!(
        "token={}&command=c1&title=%E6%94%B6%E9%92%B1&text=%E6%94%B6%E9%92%B1&{form}",
        page.token()
    );
    post(app, "/write", &page.cookies().join("; "), &all).await
}

#[tokio::test]
async fn whom_it_accuses_is_asked_and_stands_in_the_first_event() {
    let (test, app) = served().await;
    let whom = sent(&app, "category=accusation").await;
    assert_eq!(whom.status, 422);
    assert!(whom.body.contains("控告、检举要写明对象"), "{}", whom.body);
    // what came back stands open, with the question in sight
    assert!(
        whom.body.contains("<details class=\"act\" open>"),
        "{}",
        whom.body
    );
    let plain = sent(&app, "category=complaint&accused=water").await;
    assert_eq!(plain.status, 422);
    assert!(plain.body.contains("请把类型选为控告、检举"), "{}", plain.body);

    let taken = sent(&app, "category=accusation&accused=water").await;
    assert_eq!(taken.status, 200, "{}", taken.body);
    let first = first_event(&test).await;
    assert_eq!(first["origin"]["accused"][0]["id"], "water");
}

#[tokio::test]
async fn own_words_are_taken_and_sealed() {
    let (test, app) = served().await;
    let named = "category=accusation&accused_named=%E9%A9%AC%E7%A7%91%E9%95%BF";
    let taken = sent(&app, named).await;
    assert_eq!(taken.status, 200, "{}", taken.body);
    let first = first_event(&test).await;
    assert!(first["origin"]["accused_named"]["body"].is_string(), "{first}");
    assert!(!first.to_string().contains("马科长"));
}

#[tokio::test]
async fn the_api_takes_the_same() {
    let (test, app) = served().await;
    let rules = get_with(&app, "/api/v1/procedure", &[]).await;
    let rules: Value = serde_json::from_str(&rules.body).unwrap();
    let kinds = rules["categories"].as_array().unwrap();
    let accusing: Vec<&Value> = kinds.iter().filter(|kind| kind["accuses"] == true).collect();
    assert_eq!(accusing.len(), 1);
    let send = async |more: Value| {
        let mut message = json!({
            "id": "m1", "channel": "portal", "title": "收钱", "text": "收钱不办事",
            "category": accusing[0]["id"],
        });
        message
            .as_object_mut()
            .unwrap()
            .extend(more.as_object().unwrap().clone());
        let request = Request::builder()
            .method("POST")
            .uri("/api/v1/cases")
            .header(header::CONTENT_TYPE, "application/json")
            .body(Body::from(message.to_string()))
            .unwrap();
        ask(&app, request).await
    };
    assert_eq!(send(json!({})).await.status, 422);
    assert_eq!(send(json!({ "accused_people": ["operator"] })).await.status, 422);
    let taken = send(json!({ "accused": [THIS_OFFICE], "accused_named": "窗口的人" })).await;
    assert_eq!(taken.status, 201, "{}", taken.body);
    assert_eq!(
        first_event(&test).await["origin"]["accused"][0]["id"],
        THIS_OFFICE
    );
}

/// A point may be where the informant lives, and everybody who handles the case reads it: beside an accusation it is neither
/// asked for nor kept, beside anything else it is.
#[tokio::test]
async fn no_point_is_kept_beside_an_accusation() {
    let point = "&latitude=33.96123&longitude=118.30456";
    for (form, kept) in [
        ("category=accusation&accused=water", false),
        ("category=complaint", true),
    ] {
        let (test, app) = served().await;
        let taken = sent(&app, &format!("{form}{point}")).await;
        assert_eq!(taken.status, 200, "{form}: {}", taken.body);
        let first = first_event(&test).await;
        assert_eq!(first["place"].is_object(), kept, "{form}: {first}");
    }
}

/// Whoever watches the machine learns from its figures neither that somebody was accused nor who: nothing in them is told
/// apart by unit, kind or case.
#[tokio::test]
async fn the_figures_of_the_machine_tell_nothing_apart() {
    let (test, app) = served().await;
    let taken = sent(&app, "category=accusation&accused=water").await;
    assert_eq!(taken.status, 200, "{}", taken.body);
    let figures = support::get(&web::operations(test.office.clone()), "/metrics").await;
    assert_eq!(figures.status, 200);
    let labels: Vec<&str> = figures
        .body
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split_once('{')?.1.split_once('}'))
        .map(|(labels, _)| labels.split_once('=').map_or(labels, |(name, _)| name))
        .collect();
    assert!(
        !labels.is_empty() && labels.iter().all(|name| *name == "le"),
        "{}",
        figures.body
    );
    assert!(
        !figures.body.contains("water") && !figures.body.contains("accus"),
        "{}",
        figures.body
    );
}
