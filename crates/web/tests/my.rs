//! A citizen's account in a browser without scripts: in by a code, all cases on one page, out again.

use crate::support;

use axum::Router;
use procedure::Words;
use seal::Key;
use support::person::Person;
use testkit::TestOffice;
use web::shell::Shell;

const PHONE: &str = "13800138000";

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

/// Types a phone and the code that came to it; with `stay` as somebody does at home.
async fn sign_in(test: &TestOffice, browser: &mut Person<'_>, stay: &str) -> support::Answer {
    let code = test.account_code(PHONE).await;
    browser
        .send("/my", "/my", &format!("contact={PHONE}&code={code}{stay}"))
        .await
}

#[tokio::test]
async fn a_code_opens_all_cases_of_a_phone() {
    let (test, app) = served().await;
    let number = test.replied("路灯不亮").await;
    let mut browser = Person::new(&app);
    let sent = browser.send("/my", "/my/code", &format!("contact={PHONE}")).await;
    assert_eq!(sent.status, 200);
    assert!(sent.body.contains("138****8000"), "{}", sent.body);
    let wrong = browser
        .post("/my", &format!("token={}&contact={PHONE}&code=1", sent.token()))
        .await;
    assert_eq!(wrong.status, 422);
    assert_eq!(sign_in(&test, &mut browser, "").await.header("location"), "/my");
    let page = browser.get("/my").await;
    let case = format!("/my/case/{number}");
    assert!(page.body.contains("路灯不亮") && page.body.contains(&case));
    assert!(page.body.contains("138****8000") && !page.body.contains(PHONE));
    let own = browser.get(&case).await;
    assert_eq!(own.status, 200);
    for place in ["act/answer-visit", "document"] {
        assert!(own.body.contains(&format!("{case}/{place}")), "{place}");
    }
    assert!(!own.body.contains("\"/case/"), "no address of the other way in");
    let papers = browser.get(&format!("{case}/document")).await;
    assert!(papers.body.contains(&format!("{case}/document/reply/docx")));
    assert_eq!(browser.get(&format!("{case}/document/reply")).await.status, 200);
    let rated = browser.send(&case, &format!("{case}/act/answer-visit"), "").await;
    assert_eq!(rated.status, 422, "the form comes back in its place");
    // the number opens nothing by itself, nor does the account open a desk or another's case
    assert_eq!(browser.get("/case").await.status, 401);
    assert_eq!(browser.get("/my/case/2025030300000000").await.status, 404);
    assert!(
        browser
            .get("/desk")
            .await
            .header("location")
            .starts_with("/desk/sign-in")
    );
}

#[tokio::test]
async fn it_stays_open_only_where_that_was_asked_for() {
    let (test, app) = served().await;
    let mut public = Person::new(&app);
    let opened = sign_in(&test, &mut public, "").await;
    let set = |answer: &support::Answer| {
        let lines = answer.headers.get_all("set-cookie").iter();
        let mut lines = lines.map(|line| line.to_str().unwrap().to_owned());
        lines.find(|line| line.starts_with("account=")).unwrap()
    };
    assert!(!set(&opened).contains("Max-Age"), "{}", set(&opened));
    let mut home = Person::new(&app);
    let opened = sign_in(&test, &mut home, "&stay=yes").await;
    assert!(set(&opened).contains("; HttpOnly; SameSite=Lax; Max-Age=15552000"));
    test.clock.advance(24 * 60);
    assert!(!public.get("/my").await.body.contains("/my/sign-out"));
    assert!(home.get("/my").await.body.contains("/my/sign-out"));
    let left = home.send("/my", "/my/sign-out", "everywhere=yes").await;
    assert_eq!(left.header("location"), "/my");
    assert!(home.get("/my").await.body.contains("/my/code"));
    // a form of a page that has gone leads back to the way in
    assert_eq!(
        home.send("/my", "/my/sign-out", "").await.header("location"),
        "/my"
    );
}

/// Known and unknown phones get the same pages, letter by letter but for the tokens.
#[tokio::test]
async fn no_page_tells_whether_a_phone_is_known() {
    let (test, app) = served().await;
    let mut known = Person::new(&app);
    sign_in(&test, &mut known, "").await;
    let mut browser = Person::new(&app);
    let mut bodies = Vec::new();
    for phone in [PHONE, "13900138000"] {
        let page = browser.get("/my").await;
        let token = page.token();
        let sent = browser
            .post("/my/code", &format!("token={token}&contact={phone}"))
            .await;
        let tried = browser
            .post("/my", &format!("token={token}&contact={phone}&code=x"))
            .await;
        let plain = |text: &str| text.replace(phone, "PHONE").replace(&token, "TOKEN");
        let masked = seal::mask::phone(phone);
        let plain = |text: &str| plain(text).replace(&masked, "MASKED");
        bodies.push((sent.status, plain(&sent.body), tried.status, plain(&tried.body)));
    }
    assert_eq!(bodies[0], bodies[1]);
}

#[tokio::test]
async fn what_is_written_in_an_account_stands_there() {
    let (test, app) = served().await;
    let mut browser = Person::new(&app);
    sign_in(&test, &mut browser, "").await;
    assert!(!browser.get("/write").await.body.contains(PHONE));
    let form = "command=c1&title=t1&text=t2&category=complaint&name=w&phone=13900139000";
    let listed = format!("{form}&in_account=yes");
    let receipt = browser.send("/write/form", "/write", &listed).await;
    assert_eq!(receipt.status, 200, "{}", receipt.body);
    assert!(receipt.body.contains("This case stands among"));
    assert!(browser.get("/my").await.body.contains("t1"));
}

/// Somebody left their account open at a counter: what others write there is none of theirs.
#[tokio::test]
async fn what_others_write_beside_an_open_account_is_not_in_it() {
    let (test, app) = served().await;
    let mut browser = Person::new(&app);
    sign_in(&test, &mut browser, "").await;
    let page = browser.get("/write/form").await;
    assert!(page.body.contains("name=\"in_account\"") && page.body.contains("138****8000"));
    assert!(page.body.contains("action=\"/my/sign-out\""));
    let form = "command=c1&title=t1&text=t2&category=complaint&name=w&phone=13900139000";
    let receipt = browser.send("/write/form", "/write", form).await;
    assert_eq!(receipt.status, 200, "{}", receipt.body);
    assert!(!receipt.body.contains("This case stands among"));
    assert!(!browser.get("/my").await.body.contains("t1"));
}

#[tokio::test]
async fn an_account_is_closed_by_whoever_ticks_that() {
    let (test, app) = served().await;
    let mut browser = Person::new(&app);
    sign_in(&test, &mut browser, "").await;
    browser.send("/my", "/my/close", "").await;
    assert!(browser.get("/my").await.body.contains("/my/close"));
    browser.send("/my", "/my/close", "sure=yes").await;
    assert!(browser.get("/my").await.body.contains("/my/code"));
    assert!(test.fresh.dump("account").await.is_empty());
}

#[tokio::test]
async fn without_a_gateway_nothing_is_offered() {
    let (test, app) = served().await;
    test.office.send_codes_by(office::accounts::Ways {
        phone: false,
        email: false,
    });
    let mut browser = Person::new(&app);
    for page in ["/", "/follow"] {
        assert!(!browser.get(page).await.body.contains("\"/my\""), "{page}");
    }
    assert!(!browser.get("/my").await.body.contains("/my/code"));
}
