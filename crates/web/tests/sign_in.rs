//! Signing in at the desk: second factor, known browsers, one's own sessions, what the administrator does for others,
//! keys of machines. As a browser without scripts does it.

use crate::support;

use axum::Router;
use axum::body::Body;
use axum::http::Request;
use credentials::totp;
use office::staff::SignInRules;
use procedure::Words;
use seal::Key;
use support::ask;
use support::person::Person;
use testkit::{PASSWORD, TestOffice};
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

/// What stands between two marks of a page.
fn between<'a>(body: &'a str, before: &str, behind: &str) -> &'a str {
    let (_, rest) = body
        .split_once(before)
        .unwrap_or_else(|| panic!("no {before} in {body}"));
    rest.split_once(behind).unwrap().0
}

/// The code that an authenticator shows for the key on a set-up page.
fn code(test: &TestOffice, page: &str) -> String {
    let letters = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    let (mut held, mut bits, mut secret) = (0u64, 0, Vec::new());
    for letter in between(page, "<b class=\"hash\">", "</b>")
        .bytes()
        .filter(|b| *b != b' ')
    {
        held = (held << 5) | letters.iter().position(|l| *l == letter).unwrap() as u64;
        bits += 5;
        if bits >= 8 {
            bits -= 8;
            secret.push((held >> bits) as u8);
            held &= (1 << bits) - 1;
        }
    }
    totp::code(&secret, totp::step(test.office.now().ms()))
}

/// As a form carries it.
fn encoded(text: &str) -> String {
    text.bytes().map(|b| format!("%{b:02X}")).collect()
}

#[tokio::test]
async fn a_second_factor_is_set_up_and_asked_for() {
    let (test, app) = served().await;
    let mut browser = Person::new(&app);
    assert_eq!(
        browser.sign_in("operator").await.header("location"),
        "/desk/account"
    );
    let page = browser.get("/desk/account/second").await;
    assert!(page.body.contains("<svg class=\"qr\"") && !page.body.contains("data:"));
    let kept = between(&page.body, "name=\"kept\" value=\"", "\"")
        .replace("&quot;", "\"")
        .replace("&#34;", "\"");
    let shown = code(&test, &page.body);
    let form = |code: &str, password: &str| {
        format!(
            "token={}&kept={}&code={code}&password={password}",
            page.token(),
            encoded(&kept)
        )
    };
    let wrong = browser
        .post("/desk/account/second", &form("000000", PASSWORD))
        .await;
    assert_eq!(wrong.status, 422);
    // the same key again, so that the app need not be set up anew
    assert_eq!(code(&test, &wrong.body), shown);
    assert_eq!(
        browser
            .post("/desk/account/second", &form(&shown, "wrong"))
            .await
            .status,
        422
    );
    let codes = browser
        .post("/desk/account/second", &form(&shown, PASSWORD))
        .await;
    let recovery = between(&codes.body, "<li class=\"hash\">", "</li>").to_owned();

    let mut other = Person::new(&app);
    let half = other.sign_in("operator").await;
    assert_eq!(half.header("location"), "/desk/second?to=/desk/account");
    assert_eq!(
        other.get("/desk/account").await.header("location"),
        "/desk/sign-in?to=/desk/account"
    );
    let before = other.line();
    let wrong = other.send("/desk/second", "/desk/second", "code=123456").await;
    assert_eq!(wrong.status, 422);
    let done = other
        .send(
            "/desk/second?to=/desk/ledger",
            "/desk/second",
            &format!("code={recovery}&to=/desk/ledger"),
        )
        .await;
    assert_eq!(done.header("location"), "/desk/ledger");
    assert_ne!(other.line(), before, "another token after the second factor");
    assert_eq!(other.get("/desk/account").await.status, 200);
}

#[tokio::test]
async fn a_role_that_must_have_one_comes_no_further() {
    let (test, app) = served().await;
    test.office.rule_sign_in(SignInRules {
        second_factor: vec!["operator".to_owned()],
        ..SignInRules::default()
    });
    let mut browser = Person::new(&app);
    assert_eq!(
        browser.sign_in("operator").await.header("location"),
        "/desk/second/set-up"
    );
    for page in ["/desk", "/desk/account", "/desk/second"] {
        assert!(
            browser
                .get(page)
                .await
                .header("location")
                .starts_with("/desk/sign-in"),
            "{page}"
        );
    }
    let page = browser.get("/desk/second/set-up").await;
    let kept = between(&page.body, "name=\"kept\" value=\"", "\"")
        .replace("&quot;", "\"")
        .replace("&#34;", "\"");
    let form = format!(
        "token={}&kept={}&code={}",
        page.token(),
        encoded(&kept),
        code(&test, &page.body)
    );
    let codes = browser.post("/desk/second/set-up", &form).await;
    assert!(codes.body.contains("<ul class=\"codes\">"));
    assert_eq!(browser.get("/desk").await.status, 200);
}

/// A browser in which somebody has been is known by a cookie of its own, and its tries count apart.
#[tokio::test]
async fn a_browser_is_known_again() {
    let (_test, app) = served().await;
    let mut browser = Person::new(&app);
    let answer = browser.sign_in("operator").await;
    let lines = answer
        .headers
        .get_all("set-cookie")
        .iter()
        .map(|l| l.to_str().unwrap());
    let device = lines
        .into_iter()
        .find(|line| line.starts_with("device-"))
        .unwrap();
    assert!(device.contains("HttpOnly; SameSite=Lax; Max-Age="), "{device}");
    let mut stranger = Person::new(&app);
    for _ in 0..10 {
        let wrong = stranger
            .send("/desk/sign-in", "/desk/sign-in", "login=operator&password=wrong")
            .await;
        assert_eq!(wrong.status, 422);
    }
    let held_up = stranger.sign_in("operator").await;
    assert_eq!(held_up.status, 429);
    assert_eq!(held_up.header("retry-after"), "900");
    assert!(held_up.body.contains("Too many tries"));
    browser.cookies.retain(|(name, _)| name != "session");
    assert_eq!(
        browser.sign_in("operator").await.header("location"),
        "/desk/account"
    );
}

#[tokio::test]
async fn the_own_sessions_are_seen_and_ended() {
    let (_test, app) = served().await;
    let (mut here, mut there) = (Person::new(&app), Person::new(&app));
    here.sign_in("operator").await;
    there.sign_in("operator").await;
    let page = here.get("/desk/account").await;
    assert_eq!(
        page.body.matches("/desk/account/session/").count(),
        2,
        "the other one, and all others"
    );
    let id = between(&page.body, "/desk/account/session/", "/end").to_owned();
    let ended = here
        .send("/desk/account", &format!("/desk/account/session/{id}/end"), "")
        .await;
    assert_eq!(ended.header("location"), "/desk/account");
    assert!(
        there
            .get("/desk/account")
            .await
            .header("location")
            .starts_with("/desk/sign-in")
    );
    let wrong = here
        .send(
            "/desk/account",
            "/desk/account/password",
            "password=x&new_password=password1",
        )
        .await;
    assert_eq!(wrong.status, 422);
    assert!(wrong.body.contains("The present password is wrong."));
    let form = format!("password={PASSWORD}&new_password=password123");
    let weak = here.send("/desk/account", "/desk/account/password", &form).await;
    assert!(weak.body.contains("common password"), "{}", weak.body);
    let form = format!(
        "password={PASSWORD}&new_password={}",
        encoded("周三下午去西湖边散步")
    );
    let changed = here.send("/desk/account", "/desk/account/password", &form).await;
    assert_eq!(changed.header("location"), "/desk/account");
}

/// The page that was wanted is one of the desk, whatever the address says.
#[tokio::test]
async fn nobody_is_sent_elsewhere() {
    let (_test, app) = served().await;
    for to in [
        "https://evil.example/",
        "//evil.example",
        "/%5Cevil.example",
        "/desk//evil.example",
        "/desk/%0d%0aX:y",
    ] {
        let mut browser = Person::new(&app);
        let form = format!("login=operator&password={PASSWORD}&to={to}");
        let answer = browser
            .send(&format!("/desk/sign-in?to={to}"), "/desk/sign-in", &form)
            .await;
        assert_eq!(answer.header("location"), "/desk", "{to}");
    }
}

#[tokio::test]
async fn the_administrator_helps_whoever_lost_the_way_in() {
    let (_test, app) = served().await;
    let (mut somebody, mut administrator) = (Person::new(&app), Person::new(&app));
    somebody.sign_in("operator").await;
    administrator.sign_in("administrator").await;
    let list = administrator.get("/desk/directory").await;
    assert!(list.body.contains("href=\"/desk/people/operator\""));
    let page = administrator.get("/desk/people/operator").await;
    assert!(page.body.contains("Sessions now: 1."));
    let done = administrator
        .send("/desk/people/operator", "/desk/people/operator/sessions", "")
        .await;
    assert_eq!(done.header("location"), "/desk/people/operator");
    assert!(
        somebody
            .get("/desk")
            .await
            .header("location")
            .starts_with("/desk/sign-in")
    );
    assert_eq!(administrator.get("/desk/people/nobody").await.status, 404);
}

/// A key is on one page once; it opens what its scopes name, in the name of its post.
#[tokio::test]
async fn a_machine_calls_with_its_key() {
    let (test, app) = served().await;
    let mut administrator = Person::new(&app);
    administrator.sign_in("administrator").await;
    let form = "name=province&role=operator&scopes=read&scopes=receive";
    let made = administrator.send("/desk/machines", "/desk/machines", form).await;
    let key = between(&made.body, "<p class=\"hash wrap\">", "</p>").to_owned();
    let list = administrator.get("/desk/machines").await;
    assert!(list.body.contains("province") && !list.body.contains(&key));
    let call = async |method: &str, path: &str, key: &str, body: &str| {
        let request = Request::builder()
            .method(method)
            .uri(format!("/api/v1{path}"))
            .header("authorization", format!("Bearer {key}"))
            .header("content-type", "application/json")
            .body(Body::from(body.to_owned()))
            .unwrap();
        ask(&app, request).await
    };
    let number = test.receive_verified("路灯不亮").await.number;
    assert_eq!(call("GET", "/ledger", &key, "").await.status, 200);
    assert_eq!(
        call("GET", &format!("/cases/{number}"), &key, "").await.status,
        200
    );
    // the post might, the key may not
    let act = call(
        "POST",
        &format!("/cases/{number}/acts"),
        &key,
        r#"{"id":"x","act":"accept","ground":"6-2"}"#,
    )
    .await;
    assert_eq!(act.status, 403);
    assert_eq!(call("DELETE", "/session", &key, "").await.status, 403);
    let person = call(
        "POST",
        &format!("/cases/{number}/person"),
        &key,
        r#"{"reason":"x"}"#,
    )
    .await;
    assert_eq!(person.status, 403);
    assert_eq!(call("GET", "/ledger", &format!("{key}0"), "").await.status, 401);
    let id = between(&list.body, "/desk/machines/", "/end").to_owned();
    administrator
        .send("/desk/machines", &format!("/desk/machines/{id}/end"), "")
        .await;
    let over = call("GET", "/ledger", &key, "").await;
    assert_eq!(over.status, 401);
    assert!(
        over.header("content-type")
            .starts_with("application/problem+json")
    );
}

/// The API takes the code along with the password, and leaves nothing half open.
#[tokio::test]
async fn the_api_asks_for_the_code_too() {
    let (test, app) = served().await;
    test.office.rule_sign_in(SignInRules {
        second_factor: vec!["reviewer".to_owned()],
        ..SignInRules::default()
    });
    let sign_in = async |login: &str| {
        let body = format!(r#"{{"login":"{login}","password":"{PASSWORD}"}}"#);
        let request = Request::post("/api/v1/session").header("content-type", "application/json");
        ask(&app, request.body(Body::from(body)).unwrap()).await
    };
    let missing = sign_in("reviewer").await;
    assert_eq!(missing.status, 403);
    assert!(missing.body.contains("problem-second-factor-missing"));
    assert_eq!(sign_in("operator").await.status, 200);
    assert_eq!(test.fresh.dump("session").await.len(), 1);
}

/// A unit is changed by its id, and only by whoever says so.
#[tokio::test]
async fn the_directory_says_how_a_unit_is_changed() {
    let (_test, app) = served().await;
    let mut administrator = Person::new(&app);
    administrator.sign_in("administrator").await;
    let form = |en: &str, more: &str| format!("zh=x&en={en}&id=roads&kind=city&from=2020-01-01{more}");
    let mut send = async |form: String| {
        administrator
            .send("/desk/directory", "/desk/directory/unit", &form)
            .await
    };
    assert_eq!(
        send(form("Roads", "")).await.header("location"),
        "/desk/directory"
    );
    let taken = send(form("Bridges", "")).await;
    assert_eq!(taken.status, 422);
    assert!(
        taken
            .body
            .contains("tick “Change a unit that is entered already”"),
        "{}",
        taken.body
    );
    let changed = send(form("Bridges", "&change=yes")).await;
    assert_eq!(changed.header("location"), "/desk/directory");
    let reserved = send(form("Roads", "").replace("roads", "this-office")).await;
    assert!(reserved.status == 422 && reserved.body.contains("means something else"));
}
