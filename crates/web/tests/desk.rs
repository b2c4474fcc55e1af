//! The desk as a browser without scripts shows it: words that are looked for, what a judgement says, steps by name, and
//! what an error looks like for whoever is signed in.

use crate::support;

use axum::http::StatusCode;
use support::desk::{served, signed, taken_down};
use support::get;

/// A name that is looked for stands in no address: only the session that looked reads it, page by page.
#[tokio::test]
async fn words_that_are_looked_for_stand_in_no_address() {
    let (test, app) = served().await;
    for no in 0..31 {
        taken_down(&test, &format!("王小明家门口第{no}盏路灯")).await;
    }
    taken_down(&test, "泵房夜里很响").await;
    let mut supervisor = signed(&app, "supervisor").await;
    let form = "q=王小明&channel=phone";
    let sent = supervisor.send("/desk/ledger", "/desk/ledger", form).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER);
    let address = sent.header("location").to_owned();
    let bare = |address: &str| !address.contains('王') && !address.contains("%E7%8E%8B");
    assert!(bare(&address) && address.contains("channel=phone"), "{address}");
    let found = supervisor.get(&address).await;
    assert!(
        found.body.contains("value=\"王小明\"") && !found.body.contains("泵房"),
        "{}",
        found.body
    );
    let taken = supervisor
        .get(&address.replacen("/desk/ledger", "/desk/ledger/csv", 1))
        .await;
    assert_eq!(
        taken.status,
        StatusCode::SEE_OTHER,
        "not everything in place of what was found"
    );
    let links = found.body.split("href=\"").skip(1);
    assert!(links.map(|link| link.split('"').next().unwrap()).all(bare));
    let (before, _) = found.body.split_once("\" rel=\"next\"").expect("a next page");
    let next = before.rsplit('"').next().unwrap().replace("&#38;", "&");
    let rest = supervisor.get(&next).await;
    assert_eq!(rest.body.matches("盏路灯</a>").count(), 1, "{}", rest.body);
    // whoever comes by the address finds nothing of it
    let mut operator = signed(&app, "operator").await;
    let other = operator.get(&address).await;
    assert_eq!(other.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(!other.body.contains("王小明") && other.body.contains("This search is over"));
    let long = format!("q={}", "灯".repeat(61));
    let refused = supervisor.send("/desk/ledger", "/desk/ledger", &long).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let mut handler = signed(&app, "handler-water").await;
    let form = format!("token={}&q=x", handler.get("/desk").await.token());
    assert_eq!(
        handler.post("/desk/ledger", &form).await.status,
        StatusCode::FORBIDDEN
    );
}

/// A number given elsewhere is often a phone: it is covered too, and the list that is taken along keeps to it or is none.
#[tokio::test]
async fn a_number_given_elsewhere_stands_in_no_address() {
    let (test, app) = served().await;
    taken_down(&test, "泵房夜里很响").await;
    let mut supervisor = signed(&app, "supervisor").await;
    let form = "external=13800138000&channel=phone";
    let sent = supervisor.send("/desk/ledger", "/desk/ledger", form).await;
    let address = sent.header("location").to_owned();
    assert!(
        !address.contains("138") && address.contains("channel=phone"),
        "{address}"
    );
    let found = supervisor.get(&address).await;
    assert!(found.body.contains("value=\"13800138000\"") && !found.body.contains("泵房"));
    let taken = supervisor
        .get(&address.replacen("/desk/ledger", "/desk/ledger/csv", 1))
        .await;
    assert_eq!(taken.status, StatusCode::OK);
    assert_eq!(taken.body.lines().count(), 1, "{}", taken.body);
    // in another session the list is no longer one: nothing is taken along instead of everything
    let mut operator = signed(&app, "operator").await;
    let other = operator.get(&address).await;
    assert_eq!(other.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(other.body.contains("This search is over") && !other.body.contains("泵房"));
    let taken = operator
        .get(&address.replacen("/desk/ledger", "/desk/ledger/csv", 1))
        .await;
    assert_eq!(taken.status, StatusCode::SEE_OTHER);
}

/// Whoever types a name where a number is meant has typed it into no address either.
#[tokio::test]
async fn what_is_typed_to_jump_to_a_case_stands_in_no_address() {
    let (test, app) = served().await;
    let number = taken_down(&test, "泵房夜里很响").await;
    let mut supervisor = signed(&app, "supervisor").await;
    let found = supervisor
        .send("/desk", "/desk", &format!("number={number}"))
        .await;
    assert_eq!(found.header("location"), format!("/desk/case/{number}"));
    let none = supervisor.send("/desk", "/desk", "number=王小明").await;
    assert_eq!(none.status, StatusCode::NOT_FOUND);
    assert!(none.body.contains("id=\"look-fault\""), "{}", none.body);
    let blank = supervisor.send("/desk", "/desk", "number=+").await;
    assert_eq!(blank.header("location"), "/desk");
}

/// Steps of cases and of work orders may have one name: the list tells them apart.
#[tokio::test]
async fn steps_of_one_name_stand_in_their_groups() {
    let (_test, app) = served().await;
    let mut supervisor = signed(&app, "supervisor").await;
    let page = supervisor.get("/desk?queue=all").await;
    assert_eq!(page.body.matches("<optgroup label=").count(), 2, "{}", page.body);
}

/// Passed, and at fault: nobody can tell which is meant, so it is asked, and nothing is recorded.
#[tokio::test]
async fn a_review_says_one_thing() {
    let (test, app) = served().await;
    let number = test.dispatched("路灯不亮", "water").await;
    test.report(&number).await;
    let rules = test.office.in_force(&test.j, test.office.now()).await.unwrap();
    let norm = rules.procedure.norms[0].id.clone();
    let mut reviewer = signed(&app, "reviewer").await;
    let case = format!("/desk/case/{number}");
    let page = reviewer.get(&case).await;
    let action = format!("{case}/act/review#review-1");
    let form = format!("{}&passed=yes&faults={norm}", page.hidden(&action));
    let back = reviewer.post(&format!("{case}/act/review"), &form).await;
    assert_eq!(back.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(back.body.contains("norms are ticked as not met"), "{}", back.body);
    let view = test
        .office
        .case(&test.j, &case::Actor::System, &number)
        .await
        .unwrap();
    assert!(
        !view
            .timeline
            .iter()
            .any(|entry| entry.word == Some(procedure::Do::Review))
    );
}

/// An error at the desk keeps the navigation of whoever is signed in, and says the same of a case that is not there and of
/// one that is not theirs.
#[tokio::test]
async fn errors_at_the_desk_keep_its_navigation() {
    let (test, app) = served().await;
    let others = test.dispatched("人行道破损", "urban").await;
    let mut handler = signed(&app, "handler-water").await;
    let mut pages = Vec::new();
    for path in [
        format!("/desk/case/{others}"),
        "/desk/case/2025030399999999".to_owned(),
        "/desk/no/such/page".to_owned(),
    ] {
        let page = handler.get(&path).await;
        assert_eq!(page.status, StatusCode::NOT_FOUND, "{path}");
        assert!(
            page.body.contains("action=\"/desk/sign-out\"") && page.body.contains("href=\"/desk/roster\"")
        );
        assert!(!page.body.contains("href=\"/follow\""), "{path}");
        pages.push(page.body.replace(&path, ""));
    }
    let plain = |page: &str| {
        let (head, rest) = page.split_once("class=\"quiet\">").unwrap();
        format!("{head}{}", rest.split_once("</p>").unwrap().1)
    };
    let now = |page: &str| {
        let (head, rest) = page.split_once("data-now=\"").unwrap();
        format!("{head}{}", rest.split_once('"').unwrap().1)
    };
    assert_eq!(
        now(&plain(&pages[0])),
        now(&plain(&pages[1])),
        "what is not theirs is not there"
    );
    let refused = handler.get("/desk/ledger").await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    assert!(refused.body.contains("action=\"/desk/sign-out\""));
    let forged = handler.post("/desk/bulk", "token=0&act=urge").await;
    assert_eq!(forged.status, StatusCode::FORBIDDEN);
    assert!(forged.body.contains("action=\"/desk/sign-out\""));
    // who is not signed in is told nothing more than before
    let stranger = get(&app, "/desk/no/such/page").await;
    assert_eq!(stranger.status, StatusCode::NOT_FOUND);
    assert!(!stranger.body.contains("sign-out"));
}
