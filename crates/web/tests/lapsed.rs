//! A form that is sent after its session had lapsed: what was typed is there again after signing in, for the same person and
//! nobody else, and nothing was done in between.

use crate::support;

use axum::Router;
use office::Draft;
use procedure::Words;
use seal::Key;
use support::Answer;
use support::person::Person;
use testkit::{PASSWORD, TestOffice};
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

/// Where the sign-in leads, as its form says.
fn leads_to(page: &Answer) -> String {
    let after = page.body.split("name=\"to\" value=\"").nth(1).unwrap();
    after.split('"').next().unwrap().to_owned()
}

/// Signs in on the page where somebody was sent, and goes where it leads.
async fn in_again(browser: &mut Person<'_>, sent: &Answer, login: &str) -> Answer {
    assert_eq!(sent.status, 303, "{}", sent.body);
    let page = browser.get(sent.header("location")).await;
    assert!(page.body.contains("what you typed is kept"), "{}", page.body);
    let to = leads_to(&page);
    let form = format!("token={}&login={login}&password={PASSWORD}&to={to}", page.token());
    let inside = browser.post("/desk/sign-in", &form).await;
    assert_eq!(inside.header("location"), to, "{}", inside.body);
    browser.get(&to).await
}

#[tokio::test]
async fn a_report_that_came_too_late_stands_in_its_form_again() {
    let (test, app) = served().await;
    let number = test.dispatched("路灯不亮", "water").await;
    test.run_order("handler-water", &number, 1, Draft::SignFor)
        .await
        .unwrap();
    let mut handler = Person::new(&app);
    handler.sign_in("handler-water").await;
    let case = format!("/desk/case/{number}");
    let token = handler.get(&case).await.token();
    test.clock.advance(13 * 60);
    let fields = [
        ("token", &*token),
        ("command", "0a"),
        ("order", "1"),
        ("text", "repaired today"),
    ];
    let fields = fields.map(|(name, text)| (name.to_owned(), text.to_owned()));
    let sent = handler
        .post_files(
            &format!("{case}/act/report"),
            &fields,
            &[("done.txt", b"It burns.")],
        )
        .await;
    assert!(
        !sent.header("location").contains("repaired"),
        "no text in an address"
    );
    let held = test.fresh.dump("held").await.concat();
    assert!(!held.contains("repaired") && !held.contains("done.txt"));

    // another person at the same desk finds nothing
    let mut other = Person::new(&app);
    other.cookies.clone_from(&handler.cookies);
    let page = in_again(&mut other, &sent, "handler2-urban").await;
    assert!(!page.body.contains("repaired today"), "{}", page.body);
    let address = sent.header("location").split_once("to=").unwrap().1;
    let mut dispatcher = Person::new(&app);
    dispatcher.sign_in("dispatcher").await;
    let page = dispatcher.get(address).await;
    assert!(page.status == 200 && !page.body.contains("repaired today"));
    assert!(page.body.contains("kept for two hours"), "{}", page.body);

    // the one who typed it does, with the file, and nothing was done meanwhile
    let page = in_again(&mut handler, &sent, "handler-water").await;
    assert_eq!(page.status, 200);
    assert!(page.body.contains("repaired today</textarea>"), "{}", page.body);
    assert!(page.body.contains("done.txt") && page.body.contains("it has not been sent yet"));
    let view = test
        .office
        .case(&test.j, &test.staff("handler-water"), &number)
        .await
        .unwrap();
    assert!(
        view.offers
            .iter()
            .any(|offer| offer.does == procedure::Do::Report)
    );
    // the token of the lapsed session is worth nothing
    let forged = handler
        .post(&format!("{case}/act/report"), &format!("token={token}&text=x"))
        .await;
    assert_eq!(forged.status, 403);
    // it is over after two hours
    test.clock.advance(121);
    let page = handler.get(address).await;
    assert!(!page.body.contains("repaired today"), "{}", page.body);
}

/// Whoever signed out left nothing behind; a form from a page of before leads to the sign-in and no further.
#[tokio::test]
async fn nothing_is_kept_for_a_session_that_was_ended() {
    let (test, app) = served().await;
    let number = test.accepted("路灯不亮").await;
    let mut dispatcher = Person::new(&app);
    dispatcher.sign_in("dispatcher").await;
    let token = dispatcher.get(&format!("/desk/case/{number}")).await.token();
    let before = dispatcher.cookies.clone();
    dispatcher.post("/desk/sign-out", &format!("token={token}")).await;
    dispatcher.cookies = before;
    let sent = dispatcher
        .post(
            &format!("/desk/case/{number}/act/urge"),
            &format!("token={token}&text=x"),
        )
        .await;
    assert_eq!(
        sent.header("location"),
        format!("/desk/sign-in?to=/desk/case/{number}")
    );
    assert!(test.fresh.dump("held").await.is_empty());
    let told = dispatcher.get(sent.header("location")).await;
    assert!(
        told.body.contains("it could not be kept for you"),
        "{}",
        told.body
    );
}

#[tokio::test]
async fn a_call_and_what_was_chosen_for_several_are_there_again() {
    let (test, app) = served().await;
    let number = test.receive_verified("路灯不亮").await.number;
    let mut operator = Person::new(&app);
    operator.sign_in("operator").await;
    let token = operator.get("/desk/call").await.token();
    test.clock.advance(13 * 60);
    let call = format!("token={token}&command=0b&channel=phone&phone={PHONE}&text=the+bridge+lamp");
    let sent = operator.post("/desk/call", &call).await;
    let page = in_again(&mut operator, &sent, "operator").await;
    assert!(page.body.contains("the bridge lamp</textarea>"), "{}", page.body);
    assert!(page.body.contains(PHONE));
    let bulk = operator.get("/desk").await.token();
    test.clock.advance(13 * 60);
    let chosen = format!("token={bulk}&act=accept&pick={number}&back=/desk?queue=all");
    let sent = operator.post("/desk/bulk", &chosen).await;
    let page = in_again(&mut operator, &sent, "operator").await;
    assert!(
        page.body.contains("/desk/bulk/act/accept") && page.body.contains("路灯不亮"),
        "{}",
        page.body
    );
}

/// A citizen's additions, in the account and by number and check code.
#[tokio::test]
async fn what_a_citizen_typed_too_late_is_there_again() {
    let (test, app) = served().await;
    let number = test.replied("路灯不亮").await;
    let case = format!("/my/case/{number}");
    let mut browser = Person::new(&app);
    let enter = async |browser: &mut Person<'_>, to: &str| {
        let code = test.account_code(PHONE).await;
        let form = format!("contact={PHONE}&code={code}&to={to}");
        browser.send("/my", "/my", &form).await
    };
    enter(&mut browser, "").await;
    let token = browser.get(&case).await.token();
    test.clock.advance(13 * 60);
    let typed = format!("token={token}&command=0c&solved=no&satisfied=no&text=still+dark");
    let sent = browser.post(&format!("{case}/act/answer-visit"), &typed).await;
    let page = browser.get(sent.header("location")).await;
    assert!(page.body.contains("what you typed is kept"), "{}", page.body);
    let to = leads_to(&page);
    let back = enter(&mut browser, &to).await;
    assert_eq!(back.header("location"), to);
    let page = browser.get(&to).await;
    assert!(page.body.contains("still dark</textarea>"), "{}", page.body);
    // no address leads out of the account
    let away = enter(&mut browser, "https://evil.example/my/case/1").await;
    assert_eq!(away.header("location"), "/my");
}
