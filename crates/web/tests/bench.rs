//! The workbench as a browser without scripts shows it: what is due when, filters that are kept, several at once, words in
//! titles, and the calendar.
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]

mod support;

use axum::Router;
use axum::http::StatusCode;
use case::CaseNumber;
use procedure::Words;
use seal::Key;
use support::get;
use support::person::Person;
use testkit::TestOffice;
use web::shell::Shell;

async fn served() -> (TestOffice, Router) {
    let test = TestOffice::sqlite().await;
    let words = Words {
        zh: "示例市".to_owned(),
        en: "Example".to_owned(),
    };
    let shell = Shell {
        place: words.clone(),
        service: words,
        https: false,
        secret: Key::from_bytes([7; 32]),
        clock: test.clock.clone(),
    };
    let app = web::app(test.office.clone(), shell);
    (test, app)
}

async fn signed<'a>(app: &'a Router, login: &str) -> Person<'a> {
    let mut person = Person::new(app);
    let answer = person.sign_in(login).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{login}");
    person
}

async fn step_of(test: &TestOffice, number: &CaseNumber) -> String {
    let view = test
        .office
        .case(&test.j, &case::Actor::System, number)
        .await
        .unwrap();
    view.case
        .orders
        .last()
        .map(|order| order.step.clone())
        .unwrap_or(view.case.step.clone())
}

/// Two work orders are signed for with one form; the one that was signed for before is refused with its clause, and the
/// one of another unit is not there. Sent twice, the form acts once.
#[tokio::test]
async fn several_are_signed_for_at_once_and_each_is_told_of() {
    let (test, app) = served().await;
    let first = test.dispatched("路灯不亮", "water").await;
    let second = test.dispatched("泵房夜里很响", "water").await;
    let done = test.dispatched("河道垃圾", "water").await;
    let others = test.dispatched("人行道破损", "urban").await;
    test.run_order("handler-water", &done, 1, office::Draft::SignFor)
        .await
        .unwrap();
    let before = step_of(&test, &first).await;
    let mut handler = signed(&app, "handler-water").await;
    let bench = handler.get("/desk?queue=unit").await;
    assert!(
        bench.body.contains(&format!("value=\"{first}.1\"")),
        "{}",
        bench.body
    );
    let picked = format!("pick={first}.1&pick={second}.1&pick={done}.1&pick={others}.1");
    let page = handler
        .send(
            "/desk?queue=unit",
            "/desk/bulk",
            &format!("act=sign-for&{picked}"),
        )
        .await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(
        page.body.contains("2 can be done") && page.body.contains("2 cannot be done now"),
        "{}",
        page.body
    );
    assert!(
        !page.body.contains("人行道破损"),
        "another unit's is named to nobody"
    );
    let form = format!("token={}&command=monday-1&{picked}", page.token());
    for _ in 0..2 {
        let result = handler.post("/desk/bulk/act/sign-for", &form).await;
        assert!(result.body.contains("2 done, 2 not done"), "{}", result.body);
        assert!(result.body.contains("SQ-"), "a refusal names its clause");
        assert!(!result.body.contains("人行道破损"));
    }
    for number in [&first, &second] {
        assert_ne!(step_of(&test, number).await, before);
    }
    assert_eq!(step_of(&test, &others).await, before);
}

/// A ground that is missing is said on the form, and nothing is done with any of them.
#[tokio::test]
async fn what_is_missing_is_said_before_anything_is_done() {
    let (test, app) = served().await;
    let number = test.receive_verified("路灯不亮").await.number;
    let mut operator = signed(&app, "operator").await;
    let page = operator
        .send("/desk", "/desk/bulk", &format!("act=accept&pick={number}"))
        .await;
    let form = format!("token={}&command=monday-1&pick={number}", page.token());
    let back = operator.post("/desk/bulk/act/accept", &form).await;
    assert_eq!(back.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(step_of(&test, &number).await, "received");
    let done = operator
        .post("/desk/bulk/act/accept", &format!("{form}&ground=6-2"))
        .await;
    assert!(done.body.contains("1 done, 0 not done"), "{}", done.body);
    assert_eq!(step_of(&test, &number).await, "accepted");
}

/// Nothing chosen is an answer; what has to be judged cannot be chosen.
#[tokio::test]
async fn nothing_chosen_and_nothing_judged() {
    let (_test, app) = served().await;
    let mut reviewer = signed(&app, "reviewer").await;
    let none = reviewer.send("/desk", "/desk/bulk", "act=sign-for").await;
    assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(none.body.contains("Nothing is chosen yet"));
    let judged = reviewer.send("/desk", "/desk/bulk", "act=review&pick=1").await;
    assert_eq!(judged.status, StatusCode::NOT_FOUND);
}

/// What is looked for stands in the address, is kept under a name, found again as a tab, and given up.
#[tokio::test]
async fn a_filter_is_kept_and_given_up() {
    let (test, app) = served().await;
    test.receive_verified("路灯不亮").await;
    let mut supervisor = signed(&app, "supervisor").await;
    let website = supervisor.get("/desk?queue=all&channel=website").await;
    assert!(
        website
            .body
            .contains("name=\"wanted\" value=\"queue=all&#38;channel=website\""),
        "{}",
        website.body
    );
    let form = "name=Web&wanted=queue%3Dall%26channel%3Dwebsite%26evil%3D1";
    let kept = supervisor.send("/desk", "/desk/views", form).await;
    assert_eq!(kept.header("location"), "/desk?queue=all&channel=website");
    let again = supervisor.get("/desk?queue=all&channel=website").await;
    assert!(
        again.body.contains("aria-current=\"page\">Web</a>"),
        "{}",
        again.body
    );
    let long = format!("name={}&wanted=queue%3Dall", "x".repeat(31));
    let refused = supervisor.send("/desk", "/desk/views", &long).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.body.contains("at most 30 characters"));
    supervisor
        .send("/desk?queue=all&channel=website", "/desk/views/drop", "name=Web")
        .await;
    let gone = supervisor.get("/desk?queue=all&channel=website").await;
    assert!(!gone.body.contains(">Web</a>"));
    let wrong = supervisor.get("/desk?queue=all&from=yesterday").await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
}

/// How much is late leads to that alone.
#[tokio::test]
async fn what_is_late_is_counted_and_shown_alone() {
    let (test, app) = served().await;
    test.dispatched("路灯不亮", "water").await;
    test.clock.advance(30 * 24 * 60);
    test.receive_verified("泵房夜里很响").await;
    let mut supervisor = signed(&app, "supervisor").await;
    let late = supervisor.get("/desk?queue=all&due=overdue").await;
    assert!(
        late.body.contains("路灯不亮") && !late.body.contains("泵房夜里很响"),
        "{}",
        late.body
    );
    assert!(late.body.contains("<b>1</b> Overdue"));
    let first = supervisor.get("/desk").await;
    assert!(
        first.body.contains("?queue=lapsed"),
        "a supervisor has a tab of what is late"
    );
}

/// The page of a case shows what is judged beside the original, and no review form a second time.
#[tokio::test]
async fn a_review_stands_beside_the_original() {
    let (test, app) = served().await;
    let number = test.dispatched("路灯不亮", "water").await;
    test.report(&number).await;
    let mut reviewer = signed(&app, "reviewer").await;
    let page = reviewer.get(&format!("/desk/case/{number}")).await;
    let judged = page.body.split_once("id=\"judge\"").expect("side by side").1;
    let (judged, rest) = judged.split_once("class=\"split case\"").unwrap();
    assert!(judged.contains("id=\"review-1\"") && !rest.contains("id=\"review-1\""));
    let mut handler = signed(&app, "handler-water").await;
    let page = handler.get(&format!("/desk/case/{number}")).await;
    assert!(
        !page.body.contains("id=\"judge\""),
        "who may not judge sees no review"
    );
}

/// The counted days stand beside the due time; what is no time is said beside its field.
#[tokio::test]
async fn the_calendar_counts_for_everybody() {
    let (_test, app) = served().await;
    let page = get(&app, "/calendar?year=2025").await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.body.contains("国庆节") || page.body.contains("National Day"));
    // Thursday; Friday to Sunday are the Qingming holiday
    let counted = get(
        &app,
        "/calendar?start=2025-04-03T15:00&limit=3&limit_unit=workdays",
    )
    .await;
    assert!(counted.body.contains("2025年4月9日24时"), "{}", counted.body);
    assert!(counted.body.contains("4月4日（清明"), "{}", counted.body);
    for wrong in [
        "start=soon&limit=3",
        "start=2025-04-03T15:00&limit=0",
        "start=2025-04-03T15:00&limit=x",
    ] {
        let answer = get(&app, &format!("/calendar?{wrong}")).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong}");
    }
    let beyond = get(&app, "/calendar?year=2031").await;
    assert!(
        beyond.body.contains("尚未公布"),
        "a year that nobody announced says so"
    );
}

/// The picture is SVG of our own; the page says the same in words.
#[tokio::test]
async fn the_course_is_a_picture_and_a_table() {
    let (_test, app) = served().await;
    let picture = get(&app, "/procedure/picture").await;
    assert!(picture.header("content-type").starts_with("image/svg+xml"));
    assert!(picture.body.starts_with("<svg") && picture.body.contains("<title"));
    let page = get(&app, "/procedure/flow").await;
    assert!(page.body.contains("src=\"/procedure/picture\"") && page.body.contains("id=\"step-received\""));
}
