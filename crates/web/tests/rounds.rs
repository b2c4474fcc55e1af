//! Rounds at the desk and through the API: PL-8, moderation of the portal at fixed times.

use crate::support;

use axum::body::Body;
use axum::http::Request;
use calendar::Instant;
use jiff::civil::date;
use office::directory::{Entry, PersonEntry, PostEntry};
use procedure::Words;
use seal::Key;
use support::{Answer, ask, get_with, post};
use testkit::{PASSWORD, TestOffice};
use web::shell::Shell;

const PORTAL: &str = include_str!("../../../procedures/pingliang-messages.toml");

/// It is Monday, 6 January 2014, twenty past nine.
async fn served() -> (TestOffice, axum::Router) {
    let test = TestOffice::sqlite().await;
    test.clock.set("2014-01-06T08:00:00");
    let from = Some(date(2012, 10, 25));
    test.office
        .adopt_procedure_from(&test.j, PORTAL, from)
        .await
        .unwrap();
    let hash = test.office.hash_password(PASSWORD).await.unwrap();
    for (id, role, unit) in [("ma", "info", None), ("wu", "handler", Some("water"))] {
        let person = PersonEntry {
            id: id.to_owned(),
            login: id.to_owned(),
            name: "马兰".to_owned(),
            password: Some(hash.clone()),
            email: None,
            phone: None,
            active: true,
        };
        let post = PostEntry {
            person: id.to_owned(),
            role: role.to_owned(),
            unit: unit.map(str::to_owned),
            from: date(2010, 1, 1),
            to: None,
        };
        let unit = office::directory::UnitEntry {
            id: "water".to_owned(),
            zh: "水务局".to_owned(),
            en: "Water".to_owned(),
            kind: "bureau".to_owned(),
            parent: None,
            territory: None,
            duties: Vec::new(),
            from: date(2010, 1, 1),
            to: None,
        };
        let entries = vec![Entry::Unit(unit), Entry::Person(person), Entry::Post(post)];
        test.office.enter(&test.j, "system", entries).await.unwrap();
    }
    test.office.run_rounds().await.unwrap();
    test.clock.set("2014-01-06T09:20:00");
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

async fn signed_in(app: &axum::Router, login: &str) -> (String, String) {
    let page = get_with(app, "/desk/sign-in", &[]).await;
    let (cookie, token) = (page.cookies().join("; "), page.token());
    let form = format!("token={token}&login={login}&password={PASSWORD}");
    let answer = post(app, "/desk/sign-in", &cookie, &form).await;
    let cookies = [page.cookies(), answer.cookies()].concat().join("; ");
    let desk = get_with(app, "/desk", &[("cookie", &cookies)]).await;
    (cookies, desk.token())
}

async fn look(app: &axum::Router, path: &str, cookie: &str) -> Answer {
    get_with(app, path, &[("cookie", cookie)]).await
}

#[tokio::test]
async fn pl_8_the_desk_says_what_waits_and_takes_the_record() {
    let (_test, app) = served().await;
    let (cookie, token) = signed_in(&app, "ma").await;
    let desk = look(&app, "/desk", &cookie).await;
    assert!(desk.body.contains("巡查待记录：1次"), "{}", desk.body);
    let slot = Instant::parse("2014-01-06T09:00:00+08:00").unwrap().ms();
    let form = |items: &str| format!("token={token}&slot=moderation+{slot}&items={items}&text=供暖");
    let wrong = post(&app, "/desk/rounds", &cookie, &form("许多")).await;
    assert_eq!(wrong.status, 422);
    assert!(wrong.body.contains("请填写不小于 0 的整数"));
    let done = post(&app, "/desk/rounds", &cookie, &form("12")).await;
    assert_eq!(
        (done.status.as_u16(), done.header("location")),
        (303, "/desk/rounds")
    );
    let page = look(&app, "/desk/rounds", &cookie).await;
    assert!(
        page.body.contains("马兰") && page.body.contains("供暖"),
        "{}",
        page.body
    );
    assert!(!look(&app, "/desk", &cookie).await.body.contains("巡查待记录"));
    let csv = look(&app, "/desk/rounds/csv?month=2014-01", &cookie).await;
    assert!(csv.header("content-type").starts_with("text/csv"));
    assert!(csv.body.lines().nth(1).unwrap().contains("马兰"), "{}", csv.body);
    let none = look(&app, "/desk/rounds?month=2014-13", &cookie).await;
    assert_eq!(none.status, 422);
    assert!(none.body.contains("样子填写月份"), "{}", none.body);
    assert_eq!(
        look(&app, "/desk/rounds/csv?month=2014-13", &cookie).await.status,
        303
    );
    let english = look(&app, "/desk/rounds?lang=en", &cookie).await;
    assert!(english.body.contains("What was found"));
}

#[tokio::test]
async fn whoever_does_no_round_and_sits_in_a_unit_sees_none() {
    let (_test, app) = served().await;
    let (cookie, _) = signed_in(&app, "wu").await;
    let page = look(&app, "/desk/rounds", &cookie).await;
    assert!([403, 404].contains(&page.status.as_u16()), "{}", page.status);
    assert!(!look(&app, "/desk", &cookie).await.body.contains("/desk/rounds"));
}

#[tokio::test]
async fn the_api_records_and_lists() {
    let (_test, app) = served().await;
    let call = async |method: &str, path: &str, token: &str, body: &str| {
        let request = Request::builder()
            .method(method)
            .uri(format!("/api/v1{path}"))
            .header("content-type", "application/json")
            .header("authorization", format!("Bearer {token}"))
            .body(Body::from(body.to_owned()))
            .unwrap();
        ask(&app, request).await
    };
    let session = format!("{{\"login\":\"ma\",\"password\":\"{PASSWORD}\"}}");
    let session = call("POST", "/session", "", &session).await;
    let session: serde_json::Value = serde_json::from_str(&session.body).unwrap();
    let token = session["token"].as_str().unwrap();
    let record = r#"{"slot":"2014-01-06T09:00:00+08:00","items":2,"text":"两条"}"#;
    assert_eq!(
        call("POST", "/rounds/moderation", token, record).await.status,
        204
    );
    let again = call("POST", "/rounds/moderation", token, record).await;
    assert_eq!(again.status, 422);
    assert!(again.body.contains("field-slot-recorded"), "{}", again.body);
    let span = "/rounds?from=2014-01-06T00:00:00%2B08:00&to=2014-01-07T00:00:00%2B08:00";
    let list = call("GET", span, token, "").await;
    let list: serde_json::Value = serde_json::from_str(&list.body).unwrap();
    let states: Vec<_> = list["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|i| i["state"].clone())
        .collect();
    assert_eq!(states, ["recorded", "ahead", "ahead"]);
    assert_eq!(list["items"][0]["by"], "马兰");
}
