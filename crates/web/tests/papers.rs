//! What a citizen takes along of the own case: what was issued to them, and the reply, with number and check code.

use crate::support;

use axum::Router;
use office::{Draft, Receipt};
use procedure::Words;
use seal::Key;
use support::{Answer, get_with, post};
use testkit::TestOffice;
use web::shell::Shell;

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

async fn page(app: &Router, path: &str, cookie: &str) -> Answer {
    get_with(app, path, &[("cookie", cookie)]).await
}

/// The cookies of the citizen who holds a receipt.
async fn following(app: &Router, receipt: &Receipt) -> String {
    let form = page(app, "/follow", "").await;
    let sent = format!(
        "token={}&number={}&code={}",
        form.token(),
        receipt.number,
        receipt.check_code
    );
    let answer = post(app, "/follow", &form.cookies().join("; "), &sent).await;
    assert_eq!(answer.status, 303, "{}", answer.body);
    [form.cookies(), answer.cookies()].concat().join("; ")
}

#[tokio::test]
async fn sq_7_the_notice_of_refusal_is_read_printed_and_downloaded() {
    let (test, app) = served().await;
    let receipt = test.receive_verified("要求更改法院判决").await;
    let cookie = following(&app, &receipt).await;
    assert!(!page(&app, "/case", &cookie).await.body.contains("查看和下载文书"));
    assert!(
        page(&app, "/case/document", &cookie)
            .await
            .body
            .contains("还没有文书")
    );
    let rules = test.office.in_force(&test.j, test.office.now()).await.unwrap();
    let ground = rules
        .procedure
        .grounds
        .iter()
        .find(|ground| ground.purpose == procedure::Purpose::Refuse);
    let refuse = Draft::Refuse {
        ground: ground.unwrap().id.clone(),
        explanation: "请依照诉讼程序解决。".to_owned(),
    };
    test.run("operator", &receipt.number, refuse).await.unwrap();
    assert!(page(&app, "/case", &cookie).await.body.contains("查看和下载文书"));
    let list = page(&app, "/case/document", &cookie).await;
    assert!(list.body.contains("不予受理告知书"), "{}", list.body);
    let sheet = page(&app, "/case/document/1", &cookie).await;
    assert!(sheet.body.contains("请依照诉讼程序解决。") && sheet.body.contains("不予受理告知书"));
    let english = page(&app, "/case/document/1?lang=en", &cookie).await;
    assert!(english.body.contains("Download") && !english.body.contains('⟦'));
    let docx = page(&app, "/case/document/1/docx", &cookie).await;
    assert!(docx.header("content-type").contains("wordprocessingml") && docx.body.starts_with("PK"));
    // without the check code there is nothing, nor with the one of another case
    assert_eq!(page(&app, "/case/document/1", "").await.status, 401);
    let other = following(&app, &test.receive_verified("路灯不亮").await).await;
    for path in [
        "/case/document/1",
        "/case/document/1/docx",
        "/case/document/reply",
        "/case/document/x",
    ] {
        assert_eq!(page(&app, path, &other).await.status, 404, "{path}");
    }
}

#[tokio::test]
async fn sq_10_4_the_reply_is_a_sheet_of_paper() {
    let (test, app) = served().await;
    let receipt = test.receive_verified("路灯不亮").await;
    test.accept(&receipt.number).await;
    let number = test.replied("井盖松动").await;
    let reply = test
        .office
        .reply_paper(&test.j, &test.citizen(&number), &number, calendar::Lang::Zh)
        .await
        .unwrap();
    let html = reply.html().unwrap();
    for says in ["关于诉求的答复", "井盖松动", "王"] {
        assert!(html.contains(says), "{says}: {html}");
    }
    assert!(
        !html.contains("王小明") && !html.contains("13800138000"),
        "{html}"
    );
    let cookie = following(&app, &receipt).await;
    assert_eq!(
        page(&app, "/case/document/reply", &cookie).await.status,
        404,
        "no reply yet"
    );
}
