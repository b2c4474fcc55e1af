//! The citizen: writes, follows, answers the return visit.

use crate::browser_roles::stage::Stage;
use case::CaseNumber;
use fantoccini::Locator;

const PHONE: &str = "13800138000";

/// SQ-10(1), SQ-10(5).
pub(crate) async fn writes_follows_and_answers_the_visit(stage: &Stage) {
    let browser = &stage.browser;
    let go_on = "#writing > .send button[type=submit]";
    browser.go("/").await;
    stage.looks_right().await;
    browser.send("main a[href='/write']").await;
    browser.click("input[name=category][value=complaint]").await;
    browser.fill("#title", "垂虹桥的护栏断了").await;
    browser.fill("#text", "护栏断了一截，孩子路过很危险。").await;
    stage.looks_right().await;
    browser.send(go_on).await;
    browser.fill("#place", "垂虹桥北侧").await;
    stage.looks_right().await;
    browser.send(go_on).await;
    browser.fill("#phone", PHONE).await;
    browser.send("main .send button[type=submit]").await;
    stage.says("citizen-code-sent").await;
    let code = stage.test().sent_code(PHONE).await;
    browser.fill("#name", "王小明").await;
    browser.fill("#id_number", "11010519491231002X").await;
    browser.fill("#phone_code", &code).await;
    stage.looks_right().await;
    browser.send(go_on).await;
    stage.says("citizen-receipt").await;
    stage.looks_right().await;
    assert_eq!(browser.sheets().await, 1, "the receipt on one sheet of A4");
    let shown = browser.client.find_all(Locator::Css(".big dd")).await.unwrap();
    let (number, code) = (shown[0].text().await.unwrap(), shown[1].text().await.unwrap());

    let test = stage.test();
    let case = CaseNumber::from(seal::number::check(&number).unwrap());
    test.accept(&case).await;
    test.dispatch(&case, "water").await;
    test.report(&case).await;
    test.reply(&case).await;

    browser.go("/follow").await;
    stage.looks_right().await;
    browser.fill("#number", &number).await;
    browser.fill("#code", &code).await;
    browser.send("main button[type=submit]").await;
    browser.says("路灯已经修好。").await;
    stage.looks_right().await;
    let visit = "answer-visit";
    stage
        .does(
            visit,
            &[("text", "谢谢")],
            &[("solved", "yes"), ("satisfied", "yes")],
        )
        .await;
    stage.says("portal-thanks-well").await;
}
