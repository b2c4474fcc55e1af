//! Links and inbox at the desk: the administrator enters another government, the office reads and answers what it sent.

use crate::support;

use axum::Router;
use axum::body::Body;
use axum::http::Request;
use office::exchange::LinkEntry;
use office::exchange::content::{Content, Feedback, Report, Section};
use office::exchange::envelope::{Envelope, Message, Numbers, Party};
use procedure::Words;
use seal::Key;
use seal::signing::SigningKey;
use support::{Answer, ask, get_with, post};
use testkit::{PASSWORD, TestOffice};
use web::shell::Shell;

fn outside() -> SigningKey {
    SigningKey::of(&Key::from_bytes([5; 32])).unwrap()
}

async fn served() -> (TestOffice, Router) {
    let test = TestOffice::sqlite().await;
    let words = |text: &str| Words {
        zh: text.to_owned(),
        en: text.to_owned(),
    };
    let shell = Shell {
        place: words(""),
        service: words("问政"),
        https: false,
        secret: Key::from_bytes([7; 32]),
        clock: test.clock.clone(),
    };
    let app = web::app(test.office.clone(), shell);
    (test, app)
}

/// A message from below, signed, as it is posted.
async fn posted(test: &TestOffice, app: &Router, id: &str, content: Content) -> Answer {
    let envelope = signed(test, id, content).await;
    post_message(app, &serde_json::to_vec(&envelope).unwrap()).await
}

async fn post_message(app: &Router, body: &[u8]) -> Answer {
    let request = Request::post("/api/v1/exchange")
        .header("content-type", "application/json")
        .body(Body::from(body.to_vec()))
        .unwrap();
    ask(app, request).await
}

async fn signed(test: &TestOffice, id: &str, content: Content) -> Envelope {
    let own = test
        .office
        .own_key(&test.j, &test.staff("administrator"))
        .await
        .unwrap();
    let party = |id: &str, key: String| Party {
        id: id.to_owned(),
        key,
        name: None,
    };
    let message = Message {
        id: id.to_owned(),
        from: party("banner", outside().public()),
        to: party(&test.j, own.public),
        sent: "2025-03-03T01:00:00Z".to_owned(),
        case: Numbers {
            sender: Some("2025030312345678".to_owned()),
            receiver: None,
        },
        answers: None,
        content,
    };
    message.signed(&outside()).unwrap()
}

async fn linked(test: &TestOffice) {
    let link = LinkEntry {
        key: outside().public(),
        address: Some("https://wz.banner.example".to_owned()),
        role: Some("reviewer".to_owned()),
        zh: "示例旗".to_owned(),
        ..test.link_to("banner")
    };
    test.enter_link(&test.j, link).await;
}

fn report() -> Content {
    Content::ReportUp(Report {
        title: "路灯不亮".to_owned(),
        original: "路灯不亮，请尽快处理。".to_owned(),
        text: "已经更换灯泡。".to_owned(),
        results: Vec::new(),
        received: "2025-03-01T01:00:00Z".to_owned(),
        accused: Vec::new(),
    })
}

async fn page(app: &Router, path: &str, cookie: &str) -> Answer {
    get_with(app, path, &[("cookie", cookie)]).await
}

async fn signed_in(app: &Router, login: &str) -> String {
    let form = page(app, "/desk/sign-in", "").await;
    let sent = format!("token={}&login={login}&password={PASSWORD}", form.token());
    let answer = post(app, "/desk/sign-in", &form.cookies().join("; "), &sent).await;
    assert_eq!(answer.status, 303, "{}", answer.body);
    answer.cookies().join("; ")
}

#[tokio::test]
async fn a_report_from_below_is_read_and_returned_with_a_note() {
    let (test, app) = served().await;
    linked(&test).await;
    let receipt = posted(&test, &app, "m-1", report()).await;
    assert_eq!(receipt.status, 200, "{}", receipt.body);

    let cookie = signed_in(&app, "reviewer").await;
    let list = page(&app, "/desk/inbox", &cookie).await;
    assert!(list.body.contains("路灯不亮") && list.body.contains("示例旗") && list.body.contains("办理报告"));
    assert!(list.body.contains("href=\"/desk/inbox/banner/m-1\""));
    let opened = page(&app, "/desk/inbox/banner/m-1", &cookie).await;
    assert!(opened.body.contains("已经更换灯泡。") && opened.body.contains("name=\"passed\" value=\"no\""));
    let english = page(&app, "/desk/inbox/banner/m-1?lang=en", &cookie).await;
    assert!(english.body.contains("Handling report") && !english.body.contains('⟦'));

    // A return without a word is no help to anybody.
    let path = "/desk/inbox/banner/m-1/ruling";
    let blank = format!("token={}&passed=no&note=+", opened.token());
    assert_eq!(post(&app, path, &cookie, &blank).await.status, 422);
    let sent = format!("token={}&passed=no&note=请附照片", opened.token());
    let done = post(&app, path, &cookie, &sent).await;
    assert_eq!(
        (done.status.as_u16(), done.header("location")),
        (303, "/desk/inbox")
    );
    let events = test
        .office
        .store()
        .events(&test.j, office::exchange::STREAM)
        .await
        .unwrap();
    assert_eq!(events.last().unwrap().kind, "ruled");
    assert!(!String::from_utf8_lossy(&events.last().unwrap().bytes).contains("请附照片"));
    let waiting = test.office.store().outbox_waiting(99).await.unwrap();
    assert!(waiting.iter().any(|message| message.kind == "exchange"));
    // Once ruled on, it is ruled on.
    let again = post(&app, path, &cookie, &sent).await;
    assert_eq!(again.status, 422);
    assert!(again.body.contains("已经有人处理"));
}

#[tokio::test]
async fn others_see_neither_inbox_nor_message() {
    let (test, app) = served().await;
    linked(&test).await;
    posted(&test, &app, "m-1", report()).await;
    // Another role of the office sees an inbox, but not what another role deals with.
    let cookie = signed_in(&app, "dispatcher").await;
    assert!(!page(&app, "/desk/inbox", &cookie).await.body.contains("路灯不亮"));
    assert_eq!(page(&app, "/desk/inbox/banner/m-1", &cookie).await.status, 404);
    for nobody in ["handler-water", "administrator"] {
        let cookie = signed_in(&app, nobody).await;
        assert_eq!(page(&app, "/desk/inbox", &cookie).await.status, 403, "{nobody}");
        assert_eq!(
            page(&app, "/desk/inbox/banner/m-1", &cookie).await.status,
            403,
            "{nobody}"
        );
    }
    let cookie = signed_in(&app, "reviewer").await;
    assert_eq!(page(&app, "/desk/links", &cookie).await.status, 403);
}

#[tokio::test]
async fn feedback_is_acknowledged() {
    let (test, app) = served().await;
    linked(&test).await;
    let feedback = Content::Feedback(Feedback {
        title: "路灯不亮".to_owned(),
        paper: "办理情况反馈".to_owned(),
        number: Some("反馈〔2025〕1号".to_owned()),
        parts: vec![Section {
            name: "办理结果".to_owned(),
            text: "已经更换灯泡。".to_owned(),
        }],
        accused: Vec::new(),
    });
    assert_eq!(posted(&test, &app, "m-2", feedback).await.status, 200);
    let cookie = signed_in(&app, "reviewer").await;
    let opened = page(&app, "/desk/inbox/banner/m-2", &cookie).await;
    assert!(opened.body.contains("反馈〔2025〕1号") && opened.body.contains("办理结果"));
    let sent = format!("token={}", opened.token());
    let done = post(&app, "/desk/inbox/banner/m-2/acknowledgement", &cookie, &sent).await;
    assert_eq!(done.status, 303, "{}", done.body);
    let list = page(&app, "/desk/inbox", &cookie).await;
    assert!(list.body.contains("没有等待处理的来件") && list.body.contains("已处理"));
}

#[tokio::test]
async fn the_administrator_enters_a_government_and_is_told_what_is_wrong() {
    let (test, app) = served().await;
    let cookie = signed_in(&app, "administrator").await;
    let form = page(&app, "/desk/links", &cookie).await;
    let own = test
        .office
        .own_key(&test.j, &test.staff("administrator"))
        .await
        .unwrap();
    assert!(form.body.contains(&own.public.replace('+', "&#43;")) || form.body.contains(&own.public));
    let wrong = format!(
        "token={}&peer=Banner&zh=旗&en=Banner&address=http://x.example&key=abc",
        form.token()
    );
    let told = post(&app, "/desk/links", &cookie, &wrong).await;
    assert_eq!(told.status, 422);
    for says in ["编号只能用", "网址要以 https://", "这不是公钥"] {
        assert!(told.body.contains(says), "{says}");
    }
    let key = outside().public().replace('+', "%2B").replace('=', "%3D");
    let right = format!(
        "token={}&peer=banner&zh=示例旗&en=Banner&address=https://wz.banner.example&key={key}&takes=report-up&takes=case&channel=website&active=yes",
        form.token()
    );
    let done = post(&app, "/desk/links", &cookie, &right).await;
    assert_eq!(done.status, 303, "{}", done.body);
    let peers = test
        .office
        .links(&test.j, &test.staff("administrator"))
        .await
        .unwrap();
    assert_eq!(peers[0].takes, ["report-up", "case"]);
    let list = page(&app, "/desk/links?peer=banner", &cookie).await;
    assert!(list.body.contains("value=\"示例旗\"") && list.body.contains("https://wz.banner.example"));
}

/// A new key is a decision with a reason; the page tells of it.
#[tokio::test]
async fn the_administrator_changes_the_key() {
    let (test, app) = served().await;
    linked(&test).await;
    let cookie = signed_in(&app, "administrator").await;
    let form = page(&app, "/desk/links", &cookie).await;
    assert!(!form.body.contains("换过的密钥"));
    let blank = format!("token={}&reason=&announce=yes", form.token());
    let told = post(&app, "/desk/links/key", &cookie, &blank).await;
    assert_eq!(told.status, 422);
    let sent = format!("token={}&reason=三年期满&announce=yes", form.token());
    let done = post(&app, "/desk/links/key", &cookie, &sent).await;
    assert_eq!(done.status, 303, "{}", done.body);
    let form = page(&app, "/desk/links", &cookie).await;
    assert!(form.body.contains("换过的密钥") && form.body.contains("已告知各往来机关：三年期满"));
    let waiting = test.office.store().outbox_waiting(99).await.unwrap();
    assert_eq!(waiting.iter().filter(|one| one.kind == "exchange").count(), 1);
    let cookie = signed_in(&app, "reviewer").await;
    let token = page(&app, "/desk", &cookie).await.token();
    let sent = format!("token={token}&reason=x");
    assert_eq!(post(&app, "/desk/links/key", &cookie, &sent).await.status, 403);
}

/// The reason is a code for programs and a sentence for people.
#[tokio::test]
async fn what_does_not_fit_is_refused_with_its_reason() {
    let (test, app) = served().await;
    linked(&test).await;
    let mut altered = signed(&test, "m-1", report()).await;
    altered.message = altered.message.replace("灯泡", "灯杆");
    let refused = post_message(&app, &serde_json::to_vec(&altered).unwrap()).await;
    assert_eq!(refused.status, 422);
    assert!(refused.body.contains("\"exchange-signature\"") && refused.body.contains("签名后被改动"));
    let refused = post_message(&app, b"not a message").await;
    assert_eq!(refused.status, 422);
    assert!(
        refused.body.contains("\"exchange-unreadable\""),
        "{}",
        refused.body
    );
}
