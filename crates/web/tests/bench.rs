//! The workbench as a browser without scripts shows it: what is due when, filters that are kept, several at once, words in
//! titles, and the calendar.

use crate::support;

use axum::http::StatusCode;
use case::CaseNumber;
use support::desk::{served, signed, taken_down};
use support::full::{fill_up, make_room};
use support::get;
use testkit::TestOffice;

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

/// What was done before the disk was full is told, what was not is left, and the form goes on with that alone.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_full_disk_in_the_middle_loses_no_list() {
    let (test, app) = served().await;
    let mut numbers = Vec::new();
    for title in ["路灯不亮", "泵房夜里很响", "河道垃圾", "井盖松动"] {
        numbers.push(test.dispatched(title, "water").await);
    }
    let before = step_of(&test, &numbers[0]).await;
    let mut handler = signed(&app, "handler-water").await;
    let picks: Vec<String> = numbers.iter().map(|number| format!("pick={number}.1")).collect();
    let form = format!("act=sign-for&{}", picks.join("&"));
    let page = handler.send("/desk?queue=unit", "/desk/bulk", &form).await;
    let listed = page.hidden("/desk/bulk/act/sign-for#sign-for");
    fill_up(&test, "sign-for", Some(&format!("case/{}", numbers[2]))).await;
    let form = format!("{listed}&{}", picks.join("&"));
    let stopped = handler.post("/desk/bulk/act/sign-for", &form).await;
    assert_eq!(stopped.status, StatusCode::SERVICE_UNAVAILABLE);
    for said in [
        "2 done, 0 not done, 2 still to do",
        "The disk is full",
        "Go on with these 2",
    ] {
        assert!(stopped.body.contains(said), "{said}: {}", stopped.body);
    }
    for (no, number) in numbers.iter().enumerate() {
        assert_eq!(step_of(&test, number).await == before, no >= 2, "{no}");
    }
    // still full: the same two are left
    let left = stopped.hidden("/desk/bulk/act/sign-for");
    assert!(!left.contains(numbers[0].as_str()) && left.contains(numbers[3].as_str()));
    let again = handler.post("/desk/bulk/act/sign-for", &left).await;
    assert!(
        again.body.contains("0 done, 0 not done, 2 still to do"),
        "{}",
        again.body
    );
    make_room(&test).await;
    // a browser that sends the whole list once more does nothing twice
    let whole = handler.post("/desk/bulk/act/sign-for", &form).await;
    assert_eq!(whole.status, StatusCode::OK);
    assert!(whole.body.contains("4 done, 0 not done"), "{}", whole.body);
    for number in &numbers {
        assert_ne!(step_of(&test, number).await, before);
        let stream = store::case_stream(number);
        let events = test.office.store().events(&test.j, &stream).await.unwrap();
        assert_eq!(events.iter().filter(|event| event.kind == "sign-for").count(), 1);
    }
}

/// The page on which several are confirmed shows where each stands; what cannot be done is not ticked, with its clause,
/// and is tried where somebody ticks it all the same.
#[tokio::test]
async fn what_cannot_be_done_is_left_out_unless_asked_for() {
    let (test, app) = served().await;
    let open = test.dispatched("路灯不亮", "water").await;
    let done = test.dispatched("河道垃圾", "water").await;
    let sign = office::Draft::SignFor;
    test.run_order("handler-water", &done, 1, sign).await.unwrap();
    let mut handler = signed(&app, "handler-water").await;
    let form = format!("act=sign-for&pick={open}.1&pick={done}.1");
    let page = handler.send("/desk?queue=unit", "/desk/bulk", &form).await;
    let (able, unable) = page.body.split_once("1 cannot be done now").unwrap();
    let ticked = |part: &str, number: &CaseNumber| {
        let from = part.split(&format!("value=\"{number}.1\"")).nth(1).unwrap();
        from.split('>').next().unwrap().ends_with(" checked")
    };
    assert!(ticked(able, &open) && !ticked(unable, &done));
    assert!(able.contains("Due"), "the due time stands beside it");
    assert!(unable.contains("SQ-"), "the reason names its clause: {unable}");
    let base = page.hidden("/desk/bulk/act/sign-for#sign-for");
    let nothing = handler.post("/desk/bulk/act/sign-for", &base).await;
    assert_eq!(nothing.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(nothing.body.contains("Nothing is chosen yet") && nothing.body.contains(open.as_str()));
    let asked = format!("{base}&pick={done}.1");
    let asked = handler.post("/desk/bulk/act/sign-for", &asked).await;
    assert!(asked.body.contains("0 done, 1 not done") && asked.body.contains("SQ-"));
}

/// A browser without scripts chooses all of a page by a link, and none of the next.
#[tokio::test]
async fn all_of_a_page_are_chosen_by_a_link() {
    let (test, app) = served().await;
    for no in 0..31 {
        taken_down(&test, &format!("第{no}盏路灯")).await;
    }
    let mut operator = signed(&app, "operator").await;
    let first = operator.get("/desk?queue=all").await;
    assert!(
        first.body.contains("Choose all 30 on this page"),
        "{}",
        first.body
    );
    assert!(!first.body.contains("\" checked"));
    let all = operator.get("/desk?queue=all&ticked=all").await;
    assert_eq!(all.body.matches("\" checked aria-label").count(), 30);
    let (before, _) = all.body.split_once("\" rel=\"next\"").expect("a next page");
    let next = before.rsplit('"').next().unwrap().replace("&#38;", "&");
    let rest = operator.get(&next).await;
    assert!(rest.body.contains("Choose all 1 on this page") && !rest.body.contains("\" checked aria-label"));
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
