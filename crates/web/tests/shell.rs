//! What every answer has: headers, language, cookies, assets, errors as page or JSON.

use crate::support;

use axum::Router;
use axum::response::Response;
use axum::routing::{get as on_get, post as on_post};
use calendar::Instant;
use procedure::Words;
use seal::Key;
use std::sync::Arc;
use support::{ask, get, get_with};
use testkit::TestClock;
use web::shell::{Flash, Here, PageError, Shell, wrap};

fn words(zh: &str, en: &str) -> Words {
    Words {
        zh: zh.to_owned(),
        en: en.to_owned(),
    }
}

fn app(https: bool) -> Router {
    let clock = Arc::new(TestClock::new("2025-03-03T09:00:00"));
    let until = Instant::parse("2025-03-03T09:02:30+08:00").unwrap();
    let routes = Router::new()
        .route("/fails", on_get(async || PageError::Internal))
        .route("/gone", on_get(async || PageError::Unavailable))
        .route("/often", on_get(async move || PageError::TooMany(until)))
        .route("/forbidden", on_get(async || PageError::Forbidden))
        .route("/desk/inside", on_get(async || PageError::SignIn))
        .route("/api/v1/inside", on_get(async || PageError::SignIn))
        .route("/done", on_get(done))
        .route("/only-post", on_post(async || "ok"));
    let shell = Shell {
        place: words("青川市", "Qingchuan"),
        service: words("热线", "Hotline"),
        https,
        secret: Key::from_bytes([7; 32]),
        clock,
    };
    wrap(routes, shell)
}

async fn done(here: Here) -> Response {
    here.go("/fails", Some(Flash::new("desk-queue-empty")))
}

#[tokio::test]
async fn every_answer_has_the_security_headers() {
    for https in [false, true] {
        let app = app(https);
        for path in [
            "/fails",
            "/nowhere",
            "/only-post",
            "/done",
            "/api/nowhere",
            "/static/x",
            "/often",
        ] {
            let answer = get(&app, path).await;
            let policy = answer.header("content-security-policy");
            assert!(
                policy.starts_with("default-src 'none'; script-src 'self'; connect-src 'self'; "),
                "{path}: {policy}"
            );
            assert!(policy.contains("frame-ancestors 'none'") && policy.contains("base-uri 'none'"));
            assert!(
                policy.contains("; style-src 'self'; ") && !policy.contains("unsafe"),
                "{policy}"
            );
            assert_eq!(answer.header("x-content-type-options"), "nosniff", "{path}");
            assert_eq!(answer.header("referrer-policy"), "same-origin", "{path}");
            assert_eq!(answer.header("cache-control"), "no-store", "{path}");
            assert_eq!(answer.header("x-request-id").len(), 16, "{path}");
            assert_eq!(
                answer.header("strict-transport-security").is_empty(),
                !https,
                "{path}"
            );
        }
    }
}

#[tokio::test]
async fn the_language_that_was_asked_for_is_kept() {
    let app = app(true);
    let answer = get(&app, "/nowhere?lang=en&x=1").await;
    assert!(answer.body.contains("<html lang=\"en\" "));
    assert!(answer.cookies().contains(&"__Host-lang=en".to_owned()));
    // askama writes & as a number
    assert!(answer.body.contains("href=\"/nowhere?x=1&#38;lang=zh\""));
    let kept = get_with(&app, "/nowhere", &[("cookie", "__Host-lang=en")]).await;
    assert!(kept.body.contains("<html lang=\"en\" "));
    let browser = get_with(&app, "/nowhere", &[("accept-language", "en-GB")]).await;
    assert!(browser.body.contains("<html lang=\"en\" "));
    assert!(get(&app, "/nowhere").await.body.contains("<html lang=\"zh-CN\" "));
}

#[tokio::test]
async fn the_style_sheet_is_kept_for_ever_and_loads_nothing() {
    let app = app(false);
    let page = get(&app, "/nowhere").await;
    let after = page.body.split("rel=\"stylesheet\" href=\"").nth(1).unwrap();
    let address = after.split('"').next().unwrap();
    let style = get(&app, address).await;
    assert_eq!(style.status, 200);
    assert_eq!(
        style.header("cache-control"),
        "public, max-age=31536000, immutable"
    );
    assert!(style.header("content-type").starts_with("text/css"));
    assert!(!style.body.contains("url(") && !style.body.contains("@import"));
    assert_eq!(get(&app, "/static/app.css").await.status, 404);
}

#[tokio::test]
async fn errors_are_pages_for_people_and_problems_for_programs() {
    let app = app(false);
    let json = [("accept", "application/json")];
    for (path, status) in [
        ("/fails", 500),
        ("/gone", 503),
        ("/often", 429),
        ("/forbidden", 403),
        ("/nowhere", 404),
    ] {
        let page = get_with(&app, path, &[("accept", "text/html,*/*")]).await;
        assert_eq!(page.status, status, "{path}");
        assert!(page.header("content-type").starts_with("text/html"), "{path}");
        let id = page.header("x-request-id").to_owned();
        assert!(page.body.contains(&id), "{path}: the page names its request");
        let problem = get_with(&app, path, &json).await;
        assert_eq!(problem.status, status, "{path}");
        assert_eq!(
            problem.header("content-type"),
            "application/problem+json",
            "{path}"
        );
        let body: serde_json::Value = serde_json::from_str(&problem.body).unwrap();
        assert_eq!(body["status"], status, "{path}");
        assert!(body["code"].as_str().unwrap().starts_with("shell-"), "{path}");
    }
    assert_eq!(get(&app, "/only-post").await.status, 405);
}

#[tokio::test]
async fn who_tried_too_often_is_told_when_to_come_back() {
    assert_eq!(get(&app(false), "/often").await.header("retry-after"), "150");
}

#[tokio::test]
async fn a_page_that_needs_a_sign_in_leads_there_and_back() {
    let app = app(false);
    let page = get(&app, "/desk/inside?x=1").await;
    assert_eq!(page.status, 303);
    assert_eq!(page.header("location"), "/desk/sign-in?to=/desk/inside");
    assert_eq!(get(&app, "/api/v1/inside").await.status, 401);
}

#[tokio::test]
async fn what_was_done_is_said_once() {
    let app = app(false);
    let sent = get(&app, "/done").await;
    assert_eq!(sent.status, 303);
    let cookie = sent
        .cookies()
        .into_iter()
        .find(|c| c.starts_with("flash="))
        .unwrap();
    let next = get_with(&app, "/fails", &[("cookie", &cookie)]).await;
    assert!(next.body.contains("目前没有待办事项"));
    assert!(next.cookies().contains(&"flash=".to_owned()), "it is taken away");
    let forged = get_with(&app, "/fails", &[("cookie", "flash=e30.00")]).await;
    assert!(!forged.body.contains("role=\"status\""));
}

#[tokio::test]
async fn a_request_that_another_site_made_is_refused() {
    let app = app(false);
    for (site, status) in [
        ("cross-site", 403),
        ("same-site", 403),
        ("same-origin", 200),
        ("none", 200),
    ] {
        let request = axum::http::Request::post("/only-post").header("sec-fetch-site", site);
        let answer = ask(&app, request.body(axum::body::Body::empty()).unwrap()).await;
        assert_eq!(answer.status, status, "{site}");
    }
}

/// Whether an answer came compressed, for a browser that takes it so.
async fn compressed(https: bool, path: &str, headers: &[(&str, &str)]) -> bool {
    let mut all = vec![("accept-encoding", "gzip, br")];
    all.extend(headers);
    let answer = get_with(&app(https), path, &all).await;
    assert!(answer.header("vary").contains("accept-encoding"), "{path}");
    answer.header("content-encoding") == "gzip"
}

/// BREACH: given somebody who is signed in, when another site makes the browser ask, then the length of the answer tells
/// nothing.
#[tokio::test]
async fn a_page_is_compressed_where_no_other_site_asked_for_it() {
    let signed = ("cookie", "__Host-session=abc; session=abc");
    let from = |site| ("sec-fetch-site", site);
    for (https, headers, expected) in [
        (true, vec![], true),
        (true, vec![from("cross-site")], true),
        (true, vec![signed, from("same-origin")], true),
        (true, vec![signed, from("none")], true),
        (true, vec![signed, from("cross-site")], false),
        (true, vec![signed, from("same-site")], false),
        (true, vec![signed], false),
        // who listens on a way that is not encrypted reads it all
        (false, vec![signed], true),
    ] {
        assert_eq!(
            compressed(https, "/nowhere", &headers).await,
            expected,
            "{https} {headers:?}"
        );
    }
    let plain = get(&app(true), "/nowhere").await;
    assert_eq!(
        plain.header("content-encoding"),
        "",
        "a browser that does not ask for it"
    );
}

#[tokio::test]
async fn reading_aids_are_kept_and_taken_back() {
    let app = app(true);
    let plain = get(&app, "/nowhere").await;
    assert!(
        plain.body.contains("href=\"/nowhere?reading=lcs\""),
        "one click brings all"
    );
    let asked = get(&app, "/nowhere?reading=lcs").await;
    assert!(asked.body.contains("class=\"large contrast simple\""));
    assert!(asked.cookies().contains(&"__Host-reading=lcs".to_owned()));
    let kept = get_with(&app, "/nowhere", &[("cookie", "__Host-reading=l")]).await;
    assert!(kept.body.contains("class=\"large\""));
    assert!(
        kept.body.contains("href=\"/nowhere?reading=0\""),
        "and one takes all back"
    );
    let back = get_with(&app, "/nowhere?reading=0", &[("cookie", "__Host-reading=l")]).await;
    assert!(!back.body.contains("class=\"large"));
    assert!(back.cookies().contains(&"__Host-reading=0".to_owned()));
}

#[tokio::test]
async fn the_scripts_are_one_file_in_the_readers_language() {
    let app = app(false);
    for (lang, says) in [("zh", "还剩"), ("en", "left")] {
        let page = get(&app, &format!("/nowhere?lang={lang}")).await;
        let address = page
            .body
            .split("<script src=\"")
            .nth(1)
            .unwrap()
            .split('"')
            .next()
            .unwrap()
            .to_owned();
        let script = get(&app, &address).await;
        assert_eq!(script.status, 200);
        assert!(script.body.contains(says), "{lang}");
        assert!(script.body.starts_with(&format!("// {lang}\n\"use strict\";")));
    }
}
