//! Forms that are sent: the token, the limits, the files.

use crate::support;

use axum::Router;
use axum::routing::post as on_post;
use procedure::Words;
use seal::Key;
use std::sync::Arc;
use support::{Answer, Part, ask, get, post, post_parts};
use testkit::TestClock;
use web::shell::{Posted, Shell, wrap};

fn app() -> Router {
    let words = || Words {
        zh: "青川".to_owned(),
        en: "Qingchuan".to_owned(),
    };
    let routes = Router::new()
        .route("/plain", on_post(plain))
        .route("/files", on_post(files));
    let shell = Shell {
        place: words(),
        service: words(),
        https: false,
        secret: Key::from_bytes([7; 32]),
        clock: Arc::new(TestClock::new("2025-03-03T09:00:00")),
    };
    wrap(routes, shell)
}

async fn plain(posted: Posted) -> String {
    format!(
        "{:?} {:?} {}",
        posted.text("a"),
        posted.all("b"),
        posted.ticked("c")
    )
}

async fn files(posted: Posted<5>) -> String {
    let files = posted
        .files
        .iter()
        .map(|f| format!("{} {} {}", f.name, f.media, f.content.len()));
    let mut said: Vec<String> = files.collect();
    // what was not taken, and why
    let refused = posted.file_faults();
    said.extend(
        refused
            .iter()
            .map(|fault| format!("{} {} {}", fault.field, fault.code, fault.args[0].1)),
    );
    said.join("; ")
}

/// A page with a form, for its cookie and token. Every page has both: the error page will do.
async fn page(app: &Router) -> (String, String) {
    let page = desk_page(app).await;
    let cookie = page
        .cookies()
        .into_iter()
        .find(|c| c.starts_with("seed="))
        .unwrap();
    let secret = Key::from_bytes([7; 32]);
    let token = seal::keyed_hash(&secret, "form-token", cookie.trim_start_matches("seed="));
    (cookie, token)
}

async fn desk_page(app: &Router) -> Answer {
    get(app, "/nowhere").await
}

#[tokio::test]
async fn a_form_of_our_own_page_is_read() {
    let app = app();
    let (cookie, token) = page(&app).await;
    let form = format!("token={token}&a=+%E8%B7%AF%E7%81%AF+&b=1&b=&b=2&c=yes");
    let answer = post(&app, "/plain", &cookie, &form).await;
    assert_eq!(answer.status, 200);
    assert_eq!(answer.body, r#"Some("路灯") ["1", "2"] true"#);
}

#[tokio::test]
async fn a_form_without_the_token_of_this_browser_is_refused() {
    let app = app();
    let (cookie, token) = page(&app).await;
    let (other, _) = page(&app).await;
    for (cookie, form) in [
        (cookie.as_str(), "a=1".to_owned()),
        (cookie.as_str(), "token=&a=1".to_owned()),
        (cookie.as_str(), format!("token={}&a=1", "0".repeat(64))),
        (other.as_str(), format!("token={token}&a=1")),
        ("", format!("token={token}&a=1")),
        // with a session the token must be the session's
        (&*format!("{cookie}; session=abc"), format!("token={token}&a=1")),
    ] {
        assert_eq!(
            post(&app, "/plain", cookie, &form).await.status,
            403,
            "{cookie} {form}"
        );
    }
}

#[tokio::test]
async fn what_is_no_form_is_not_taken() {
    let app = app();
    let request = axum::http::Request::post("/plain").header("content-type", "application/json");
    assert_eq!(ask(&app, request.body("{}".into()).unwrap()).await.status, 415);
}

#[tokio::test]
async fn text_has_a_limit() {
    let app = app();
    let (cookie, token) = page(&app).await;
    let form = format!("token={token}&a={}", "x".repeat(300 << 10));
    assert_eq!(post(&app, "/plain", &cookie, &form).await.status, 413);
    let long = "x".repeat(300 << 10);
    let parts: [Part; 2] = [("token", None, token.as_bytes()), ("a", None, long.as_bytes())];
    assert_eq!(post_parts(&app, "/files", &cookie, &parts).await.status, 413);
}

/// The smallest there is: one pixel.
const PICTURE: &[u8] =
    b"GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xff\xff\xff\x2c\0\0\0\0\x01\0\x01\0\0\x02\x02\x44\x01\0\x3b";

#[tokio::test]
async fn files_come_along_by_content_and_not_by_name() {
    let app = app();
    let (cookie, token) = page(&app).await;
    let parts: [Part; 4] = [
        ("token", None, token.as_bytes()),
        ("f", Some(r"C:\a\照片.exe"), PICTURE),
        ("f", Some("a.pdf"), b"%PDF-1.7"),
        // a field that was left alone
        ("f", Some(""), b""),
    ];
    let answer = post_parts(&app, "/files", &cookie, &parts).await;
    assert_eq!(answer.status, 200, "{}", answer.body);
    assert_eq!(answer.body, "照片.exe image/gif 35; a.pdf application/pdf 8");
    let program: [Part; 2] = [
        ("token", None, token.as_bytes()),
        ("f", Some("a.pdf"), b"MZ\x90\0\x03"),
    ];
    let answer = post_parts(&app, "/files", &cookie, &program).await;
    assert_eq!(
        (answer.status.as_u16(), &*answer.body),
        (200, "f portal-file-kind a.pdf")
    );
}

/// The form is read all the same, so that it can come back with what was typed and with the files that were right.
#[tokio::test]
async fn each_file_that_is_not_taken_is_named_with_its_reason() {
    let app = app();
    let (cookie, token) = page(&app).await;
    let large = vec![b'x'; (10 << 20) + 1];
    let parts: [Part; 7] = [
        ("token", None, token.as_bytes()),
        ("f", Some("a.mp4"), &large),
        ("f", Some("b.jpg"), b"\xff\xd8\xff\xe0 half"),
        ("f", Some("c.heic"), b"\0\0\0\x18ftypheic\0\0\0\0"),
        ("f", Some("d.txt"), b""),
        ("f", Some("e.exe"), b"MZ\x90\0\x03"),
        ("f", Some("f.gif"), PICTURE),
    ];
    let answer = post_parts(&app, "/files", &cookie, &parts).await;
    let all = "f.gif image/gif 35; f portal-file-large a.mp4; f portal-file-picture b.jpg; \
               f portal-file-heic c.heic; f portal-file-empty d.txt; f portal-file-kind e.exe";
    assert_eq!(answer.body, all);
}

#[tokio::test]
async fn files_have_limits_in_number_and_size() {
    let app = app();
    let (cookie, token) = page(&app).await;
    let token: Part = ("token", None, token.as_bytes());
    let file: Part = ("f", Some("a.txt"), b"text");
    let with = |count: usize| -> Vec<Part> { std::iter::once(token).chain(vec![file; count]).collect() };
    let five = ["a.txt text/plain 4"; 5].join("; ");
    assert_eq!(post_parts(&app, "/files", &cookie, &with(5)).await.body, five);
    let six = post_parts(&app, "/files", &cookie, &with(6)).await.body;
    assert_eq!(six, format!("{five}; f portal-file-many a.txt"));
    // a field behind them that was left alone is no sixth file
    let alone: Vec<Part> = with(5).into_iter().chain([("g", Some(""), &b""[..])]).collect();
    assert_eq!(post_parts(&app, "/files", &cookie, &alone).await.body, five);
    assert_eq!(post_parts(&app, "/plain", &cookie, &with(1)).await.status, 413);
    let most = vec![b'x'; 10 << 20];
    let whole = post_parts(&app, "/files", &cookie, &[token, ("f", Some("a"), &most)]).await;
    assert_eq!(whole.body, "a text/plain 10485760");
}

/// What is sent beyond all bounds is taken from the wire first: who is cut off while sending sees no answer at all.
#[tokio::test]
async fn a_form_beyond_all_bounds_gets_a_page() {
    let app = app();
    let (cookie, token) = page(&app).await;
    let token: Part = ("token", None, token.as_bytes());
    let large = vec![b'x'; 20 << 20];
    let parts: Vec<Part> = std::iter::once(token)
        .chain(vec![("f", Some("a.mp4"), &large[..]); 6])
        .collect();
    let answer = post_parts(&app, "/files", &cookie, &parts).await;
    assert_eq!(answer.status, 413);
    assert!(answer.body.contains("<h1>"), "{}", answer.body);
}

/// No text holds U+0000, which a database cannot store; no form takes up the id of an import's or a gateway's command.
#[tokio::test]
async fn what_no_form_of_ours_sends_is_not_read() {
    let app = app();
    let (cookie, token) = page(&app).await;
    for (form, status) in [
        ("a=1%002", 400),
        ("a=1&command=import%2Ffile%2F7", 400),
        ("a=1&command=0a1b2c", 200),
    ] {
        let form = format!("token={token}&{form}");
        assert_eq!(
            post(&app, "/plain", &cookie, &form).await.status,
            status,
            "{form}"
        );
    }
    assert_eq!(get(&app, "/pla%00in").await.status, 404);
    assert_eq!(get(&app, "/?a=%00").await.status, 404);
}
