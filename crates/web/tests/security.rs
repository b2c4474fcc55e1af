//! What every answer of every route has, and what no line of the log has.

use crate::support;

use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::{HeaderValue, Request};
use procedure::Words;
use seal::Key;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use support::{ask, get, post};
use testkit::{PASSWORD, TestOffice};
use web::shell::Shell;

async fn served(https: bool) -> (TestOffice, Router) {
    let test = TestOffice::sqlite().await;
    let words = Words {
        zh: "示例市".to_owned(),
        en: "Example".to_owned(),
    };
    let shell = Shell {
        place: words.clone(),
        service: words,
        https,
        secret: Key::from_bytes([7; 32]),
        clock: test.clock.clone(),
    };
    let app = web::app(test.office.clone(), shell);
    (test, app)
}

/// Every route is asked by somebody who holds nothing: whatever comes back has the headers.
#[tokio::test]
async fn every_answer_of_every_route_has_the_security_headers() {
    let (_test, app) = served(true).await;
    for (method, path) in web::routes() {
        let mut address = path.clone();
        while let Some((before, rest)) = address.split_once('{') {
            let (_, behind) = rest.split_once('}').unwrap();
            address = format!("{before}none{behind}");
        }
        let request = Request::builder().method(method.as_str()).uri(&address);
        let answer = ask(&app, request.body(Body::empty()).unwrap()).await;
        let at = format!("{method} {path}");
        let policy = answer.header("content-security-policy");
        for part in [
            "default-src 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'",
            "base-uri 'none'",
        ] {
            assert!(policy.contains(part), "{at}: {policy}");
        }
        assert!(
            !policy.contains("unsafe") && !policy.contains('*'),
            "{at}: {policy}"
        );
        assert_eq!(answer.header("x-content-type-options"), "nosniff", "{at}");
        assert_eq!(answer.header("referrer-policy"), "same-origin", "{at}");
        assert_eq!(answer.header("cross-origin-opener-policy"), "same-origin", "{at}");
        assert_eq!(
            answer.header("cross-origin-resource-policy"),
            "same-origin",
            "{at}"
        );
        assert!(
            answer
                .header("strict-transport-security")
                .starts_with("max-age=63072000"),
            "{at}"
        );
        assert!(
            answer.header("cache-control").contains("no-store"),
            "{at}: {}",
            answer.header("cache-control")
        );
        assert!(
            answer.headers.get("access-control-allow-origin").is_none(),
            "{at}"
        );
        for cookie in answer.headers.get_all("set-cookie") {
            let line = cookie.to_str().unwrap();
            assert!(
                line.starts_with("__Host-") && line.contains("; HttpOnly; SameSite="),
                "{at}: {line}"
            );
        }
    }
}

/// Whoever asks for too much waits, and is told how long: as a page and as a problem.
#[tokio::test]
async fn an_address_that_asks_for_too_much_waits() {
    let (_test, app) = served(false).await;
    let from = |last: u8, path: &str| {
        let mut request = Request::get(path).body(Body::empty()).unwrap();
        let address = SocketAddr::from(([10, 0, 0, last], 4000));
        request.extensions_mut().insert(ConnectInfo(address));
        request
    };
    let mut page = ask(&app, from(1, "/about")).await;
    for _ in 0..3000 {
        page = ask(&app, from(1, "/about")).await;
    }
    assert_eq!(page.status, 429);
    assert_eq!(page.header("retry-after"), "1");
    assert!(page.header("content-type").starts_with("text/html"));
    let problem = ask(&app, from(1, "/api/v1/health")).await;
    assert_eq!(problem.status, 429);
    assert_eq!(problem.header("content-type"), "application/problem+json");
    assert_eq!(ask(&app, from(2, "/about")).await.status, 200);
}

/// Codes ring phones and messages fill queues: both are counted by address, across whatever phone is named.
#[tokio::test]
async fn codes_and_messages_of_one_address_are_limited() {
    let (_test, app) = served(false).await;
    let call = |path: &str, body: String| {
        let mut request = Request::post(format!("/api/v1{path}"))
            .header("content-type", "application/json")
            .body(Body::from(body))
            .unwrap();
        let address = SocketAddr::from(([10, 0, 0, 7], 4000));
        request.extensions_mut().insert(ConnectInfo(address));
        request
    };
    for n in 0..30 {
        let body = format!(r#"{{"phone":"138000000{n:02}"}}"#);
        assert_eq!(ask(&app, call("/codes", body)).await.status, 204, "{n}");
    }
    let refused = ask(&app, call("/codes", r#"{"phone":"13900000000"}"#.to_owned())).await;
    assert_eq!(refused.status, 429);
    assert_eq!(refused.header("retry-after"), "3600");
    assert!(refused.body.contains("problem-throttled"));
    let nameless = |n: u32| {
        call(
            "/cases",
            format!(r#"{{"id":"n-{n}","channel":"website","title":"t","text":"t"}}"#),
        )
    };
    for n in 0..30 {
        assert_ne!(ask(&app, nameless(n)).await.status, 429, "{n}");
    }
    assert_eq!(ask(&app, nameless(30)).await.status, 429);
}

/// Behind a web server each citizen has a budget of their own, and nobody gets another one by writing the header.
#[tokio::test]
async fn behind_a_trusted_server_limits_count_by_citizen() {
    let (_test, app) = served(false).await;
    let app = web::behind(app, vec!["10.0.0.9".parse().unwrap()]);
    let mut phones = 0;
    let mut code = |peer: [u8; 4], said: &str| {
        phones += 1;
        let mut request = Request::post("/api/v1/codes")
            .header("content-type", "application/json")
            .header(
                "x-forwarded-for",
                HeaderValue::from_bytes(said.as_bytes()).unwrap(),
            )
            .body(Body::from(format!(r#"{{"phone":"138{phones:08}"}}"#)))
            .unwrap();
        request
            .extensions_mut()
            .insert(ConnectInfo(SocketAddr::from((peer, 4000))));
        request
    };
    let (server, stranger) = ([10, 0, 0, 9], [10, 0, 0, 8]);
    for n in 0..30 {
        let request = code(server, "6.6.6.6, 198.51.100.1");
        assert_eq!(ask(&app, request).await.status, 204, "{n}");
    }
    assert_eq!(ask(&app, code(server, "é, 198.51.100.1")).await.status, 429);
    assert_eq!(ask(&app, code(server, "198.51.100.2")).await.status, 204);
    for n in 0..30 {
        let request = code(stranger, &format!("198.51.100.{}", 100 + n));
        assert_eq!(ask(&app, request).await.status, 204, "{n}");
    }
    assert_eq!(ask(&app, code(stranger, "198.51.100.200")).await.status, 429);
}

#[derive(Clone, Default)]
struct Lines(Arc<Mutex<Vec<u8>>>);

impl std::io::Write for Lines {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// People sign in, write, follow and fail, while everything is logged that can be.
#[tokio::test]
async fn nothing_secret_is_logged() {
    let lines = Lines::default();
    let writer = lines.clone();
    tracing_subscriber::fmt()
        .with_max_level(tracing::level_filters::LevelFilter::TRACE)
        .with_writer(move || writer.clone())
        .init();
    let (test, app) = served(false).await;
    let mut secrets = vec![
        PASSWORD.to_owned(),
        "13800138000".to_owned(),
        "11010519491231002X".to_owned(),
    ];
    secrets.push("王小明".to_owned());

    let receipt = test.receive_verified("路灯不亮的地方").await;
    secrets.extend([
        receipt.check_code.clone(),
        receipt.number.to_string(),
        "路灯不亮的地方".to_owned(),
    ]);
    let form = get(&app, "/desk/sign-in").await;
    let seed = form
        .cookies()
        .into_iter()
        .find(|c| c.starts_with("seed="))
        .unwrap();
    for password in ["a-wrong-password-2025", PASSWORD] {
        let sent = format!("token={}&login=operator&password={password}", form.token());
        let answer = post(&app, "/desk/sign-in", &seed, &sent).await;
        if let Some(session) = answer.cookies().into_iter().find(|c| c.starts_with("session=")) {
            let page = support::get_with(
                &app,
                &format!("/desk/case/{}", receipt.number),
                &[("cookie", &session)],
            )
            .await;
            assert_eq!(page.status, 200);
            secrets.push(session["session=".len()..].to_owned());
        }
    }
    secrets.push("a-wrong-password-2025".to_owned());
    let json = |path: &str, body: String| {
        Request::post(format!("/api/v1{path}"))
            .header("content-type", "application/json")
            .body(Body::from(body))
            .unwrap()
    };
    let held = format!(
        r#"{{"number":"{}","check_code":"{}"}}"#,
        receipt.number, receipt.check_code
    );
    let opened = ask(&app, json("/follow", held)).await;
    let token = opened.body.split('"').nth(3).unwrap().to_owned();
    assert_eq!(token.len(), 64, "{}", opened.body);
    secrets.push(token);
    ask(&app, json("/codes", r#"{"phone":"13800138000"}"#.to_owned())).await;
    ask(
        &app,
        json(
            "/session",
            format!(r#"{{"login":"operator","password":"{PASSWORD}"}}"#),
        ),
    )
    .await;
    ask(&app, json("/cases", r#"{"id":"x","title":7}"#.to_owned())).await;
    let machine = office::machines::MachineEntry {
        name: "省平台".to_owned(),
        role: "operator".to_owned(),
        scopes: vec!["read".to_owned()],
        ..office::machines::MachineEntry::default()
    };
    let key = test
        .office
        .enter_machine(&test.j, &test.staff("administrator"), machine)
        .await
        .unwrap();
    let request = Request::get("/api/v1/ledger").header("authorization", format!("Bearer {key}"));
    assert_eq!(ask(&app, request.body(Body::empty()).unwrap()).await.status, 200);
    secrets.push(key);

    let logged = String::from_utf8_lossy(&lines.0.lock().unwrap()).into_owned();
    assert!(logged.contains("answered"), "nothing was logged at all");
    for secret in secrets {
        let at = logged.lines().find(|line| line.contains(&secret));
        assert_eq!(at, None, "{secret}");
    }
}

/// Pages load scripts from our own files alone: those of every page, and on the page that asks for a passkey one more.
#[tokio::test]
async fn pages_load_scripts_of_our_own_and_no_other() {
    let (_test, app) = served(true).await;
    for (path, number) in [
        ("/", 1),
        ("/write", 1),
        ("/follow", 1),
        ("/about", 1),
        ("/desk/sign-in", 2),
    ] {
        let page = get(&app, path).await;
        let policy = page.header("content-security-policy");
        assert!(
            policy.contains("; script-src 'self'; connect-src 'self'; "),
            "{policy}"
        );
        let mut loaded = 0;
        for rest in page.body.split("<script").skip(1) {
            let address = rest.strip_prefix(" src=\"").and_then(|rest| rest.split_once('"'));
            let (address, rest) = address.unwrap_or_else(|| panic!("{path}: a script without a file"));
            assert!(rest.starts_with(" defer></script>"), "{path}: {address}");
            let answer = get(&app, address).await;
            assert_eq!(answer.status, 200, "{path}: {address}");
            assert!(
                answer.header("content-type").starts_with("text/javascript"),
                "{address}"
            );
            loaded += 1;
        }
        assert_eq!(loaded, number, "{path}");
    }
    // a file that people sent is none of them, whatever it holds
    assert_eq!(get(&app, "/static/app.js").await.status, 404);
}
