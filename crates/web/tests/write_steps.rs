//! Writing in three steps, in a browser without scripts: nothing typed gets lost on the way, and no step is left that is not
//! filled in right.

use crate::support;

use axum::Router;
use jiff::civil::date;
use office::directory::{Entry, UnitEntry};
use procedure::Words;
use seal::Key;
use support::Answer;
use support::html::read;
use support::person::Person;
use testkit::TestOffice;
use web::shell::Shell;

/// Suqian's rules; a county that stands for 321302.
async fn served() -> (TestOffice, Router) {
    let test = TestOffice::sqlite().await;
    let county = UnitEntry {
        id: "lake".to_owned(),
        zh: "湖滨区".to_owned(),
        en: "Lake District".to_owned(),
        kind: "county".to_owned(),
        parent: None,
        territory: Some("321302".to_owned()),
        duties: Vec::new(),
        from: date(2020, 1, 1),
        to: None,
    };
    let entries = vec![Entry::Unit(county)];
    test.office.enter(&test.j, "system", entries).await.unwrap();
    let words = |text: &str| Words {
        zh: text.to_owned(),
        en: text.to_owned(),
    };
    let shell = Shell {
        place: words("示例市"),
        service: words("12345"),
        https: false,
        secret: Key::from_bytes([7; 32]),
        clock: test.clock.clone(),
    };
    let app = web::app(test.office.clone(), shell);
    (test, app)
}

/// What the form of a page brings along unseen.
fn brought(page: &Answer) -> String {
    let tags = read(&page.body).unwrap();
    let hidden = tags.iter().filter(|tag| tag.get("type") == Some("hidden"));
    let pairs = hidden.map(|tag| format!("{}={}", tag.get("name").unwrap(), tag.get("value").unwrap()));
    pairs.collect::<Vec<_>>().join("&")
}

/// What stands in a field of a page.
fn value(page: &Answer, id: &str) -> String {
    let tags = read(&page.body).unwrap();
    let field = tags.iter().find(|tag| tag.get("id") == Some(id));
    field.unwrap().get("value").unwrap_or_default().to_owned()
}

async fn on(browser: &mut Person<'_>, page: &Answer, to: &str, typed: &str) -> Answer {
    browser.post(to, &format!("{}&{typed}", brought(page))).await
}

const WHAT: &str = "category=complaint&title=lamp&text=dark";
const POINT: &str = "division=321302&place=bridge&latitude=33.961234&longitude=118.3";

#[tokio::test]
async fn three_steps_make_one_message() {
    let (test, app) = served().await;
    let mut browser = Person::new(&app);
    let first = browser.get("/write").await;
    assert!(first.body.contains("Step 1 of 3"), "{}", first.body);
    let second = on(&mut browser, &first, "/write/step", WHAT).await;
    assert!(second.body.contains("Step 2 of 3") && second.body.contains("Lake District"));
    let third = on(&mut browser, &second, "/write/step", POINT).await;
    assert!(third.body.contains("Step 3 of 3"), "{}", third.body);
    let last = on(&mut browser, &third, "/write/step", "go=form").await;
    // everything stands there once more before it is sent
    for told in ["lamp", "dark", "Lake District", "bridge", "33.961234, 118.3"] {
        assert!(
            last.body.contains(&format!(">{told}</dd>")),
            "{told}: {}",
            last.body
        );
    }
    let receipt = on(&mut browser, &last, "/write", "name=Wang&phone=13800138000").await;
    assert_eq!(receipt.status, 200, "{}", receipt.body);
    assert!(receipt.body.contains("<dd>lamp</dd>"), "{}", receipt.body);

    let rows = test
        .office
        .store()
        .ledger(&test.j, &Default::default(), None, 9)
        .await
        .unwrap();
    assert_eq!(rows.len(), 1);
    let view = test
        .office
        .case(&test.j, &test.staff("operator"), &rows[0].number)
        .await
        .unwrap();
    assert_eq!(view.case.division.as_deref(), Some("321302"));
    // the point is sealed with the place, and read by whoever handles the case
    assert_eq!(
        view.place.as_deref(),
        Some("bridge（纬度33.96123，经度118.30000）")
    );
    assert!(!test.fresh.dump("event").await.concat().contains("33.96123"));
}

#[tokio::test]
async fn going_back_loses_nothing() {
    let (_test, app) = served().await;
    let mut browser = Person::new(&app);
    let first = browser.get("/write").await;
    let second = on(&mut browser, &first, "/write/step", WHAT).await;
    // back with half a point: that is looked at when going on
    let back = on(
        &mut browser,
        &second,
        "/write/step",
        "go=what&place=bridge&latitude=33.9",
    )
    .await;
    assert_eq!(back.status, 200);
    assert!(back.body.contains("Step 1 of 3"));
    assert_eq!(value(&back, "title"), "lamp");
    let again = on(
        &mut browser,
        &back,
        "/write/step",
        "category=complaint&title=lamp2&text=dark",
    )
    .await;
    assert_eq!(
        (value(&again, "place"), value(&again, "latitude")),
        ("bridge".to_owned(), "33.9".to_owned())
    );
    let wrong = on(&mut browser, &again, "/write/step", "place=bridge&latitude=33.9").await;
    assert_eq!(wrong.status, 422);
    assert!(wrong.body.contains("href=\"#longitude\""), "{}", wrong.body);
    let right = on(
        &mut browser,
        &wrong,
        "/write/step",
        "place=bridge&latitude=33.9&longitude=118",
    )
    .await;
    let person = on(&mut browser, &right, "/write/step", "go=form").await;
    // and from the last step, with what was typed there
    let typed = "go=where&name=Wang&phone=13800138000";
    let back = on(&mut browser, &person, "/write/step", typed).await;
    assert!(back.body.contains("Step 2 of 3"));
    let on_again = on(&mut browser, &back, "/write/step", "place=bridge").await;
    let person = on(&mut browser, &on_again, "/write/step", "go=form").await;
    assert_eq!(value(&person, "name"), "Wang");
}

#[tokio::test]
async fn a_step_is_left_once_it_is_filled_in_right() {
    let (_test, app) = served().await;
    let mut browser = Person::new(&app);
    let first = browser.get("/write").await;
    let empty = on(&mut browser, &first, "/write/step", "text=dark").await;
    assert_eq!(empty.status, 422);
    assert!(empty.body.contains("Step 1 of 3") && empty.body.contains("href=\"#title\""));
    // whoever goes further by hand comes back to the step that is not
    let ahead = on(&mut browser, &first, "/write/step", "go=form&text=dark").await;
    assert!(ahead.status == 422 && ahead.body.contains("Step 1 of 3"));
    let second = on(&mut browser, &first, "/write/step", WHAT).await;
    let elsewhere = on(&mut browser, &second, "/write/step", "division=110101").await;
    assert_eq!(elsewhere.status, 422);
    assert!(
        elsewhere.body.contains("href=\"#division\""),
        "{}",
        elsewhere.body
    );
}

/// The code is asked for in the last step, and what is wrong in another is said there with the way to it.
#[tokio::test]
async fn what_is_wrong_in_another_step_is_said_with_the_way_there() {
    let (test, app) = served().await;
    let mut browser = Person::new(&app);
    let first = browser.get("/write").await;
    let second = on(&mut browser, &first, "/write/step", WHAT).await;
    let third = on(&mut browser, &second, "/write/step", "place=bridge").await;
    let mistyped = on(&mut browser, &third, "/write/code", "phone=138").await;
    assert_eq!(mistyped.status, 422);
    assert!(mistyped.body.contains("href=\"#phone\""));
    let asked = on(&mut browser, &third, "/write/code", "phone=13800138000").await;
    assert!(asked.body.contains("id=\"phone_code\"") && asked.body.contains("lamp"));
    let code = test.sent_code("13800138000").await;
    let person = format!("name=Wang&phone=13800138000&id_number=11010519491231002X&phone_code={code}");
    let without = brought(&asked).replace("title=lamp", "title=");
    let wrong = browser.post("/write", &format!("{without}&{person}")).await;
    assert_eq!(wrong.status, 422);
    assert!(
        wrong.body.contains("name=\"go\" value=\"what\""),
        "{}",
        wrong.body
    );
    // there it is mended, and the way back goes on with the code that was sent
    let there = on(&mut browser, &wrong, "/write/step", &format!("go=what&{person}")).await;
    assert!(there.body.contains("Step 1 of 3"));
    let second = on(&mut browser, &there, "/write/step", WHAT).await;
    let last = on(&mut browser, &second, "/write/step", "place=bridge").await;
    assert_eq!(value(&last, "phone_code"), code);
    let receipt = on(&mut browser, &last, "/write", &person).await;
    assert_eq!(receipt.status, 200, "{}", receipt.body);
}

/// What is typed is kept in the browser for a while, where scripts run; nothing that may accuse somebody is.
#[tokio::test]
async fn what_may_accuse_somebody_is_kept_in_no_browser() {
    let (test, app) = served().await;
    let drafts = |page: &Answer| page.body.contains("data-draft");
    assert!(drafts(&support::get(&app, "/write").await));
    test.clock.set("2014-01-06T08:00:00");
    let portal = include_str!("../../../procedures/pingliang-messages.toml");
    let from = Some(date(2012, 10, 25));
    test.office
        .adopt_procedure_from(&test.j, portal, from)
        .await
        .unwrap();
    let page = support::get(&app, "/write").await;
    assert!(
        page.body.contains("name=\"accused\"") && !drafts(&page),
        "{}",
        page.body
    );
}
