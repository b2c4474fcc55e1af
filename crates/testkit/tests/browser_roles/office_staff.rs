//! Who works in the office: takes calls, reviews, supervises, audits, administers.

use crate::browser_roles::stage::Stage;
use testkit::PASSWORD;

/// SQ-2, SQ-8: by mouse or finger; by keyboard alone in browser_call.
pub(crate) async fn takes_a_call(stage: &Stage) {
    let browser = &stage.browser;
    browser.sign_in("operator").await;
    browser.go("/desk/call").await;
    stage.looks_right().await;
    browser.fill("#phone", "13800138001").await;
    browser.fill("#name", "李小红").await;
    browser.fill("#text", "泵房夜里很响，睡不着。").await;
    browser.click("input[name=outcome][value=pass-up]").await;
    browser.fill("[name=reason]", "说不清归水务还是城管").await;
    browser
        .send("form.call button[type=submit]:not([formaction])")
        .await;
    stage.says("call-next").await;
    stage.looks_right().await;
    browser.send(".taken a").await;
    browser.says("泵房夜里很响，睡不着。").await;
}

/// SQ-10(4).
pub(crate) async fn reviews(stage: &Stage) {
    let number = stage.test().dispatched("井盖松动", "water").await;
    stage.test().report(&number).await;
    stage.finds("reviewer", &number).await;
    stage.says("judge").await;
    stage.does("review-1", &[], &[("passed", "yes")]).await;
    assert!(stage.browser.has("#reply").await, "passed: the reply comes next");
}

/// SQ-18.
pub(crate) async fn urges_and_supervises(stage: &Stage) {
    let number = stage.test().dispatched("水压不足", "water").await;
    let browser = &stage.browser;
    browser.sign_in("supervisor").await;
    browser.go("/desk/board").await;
    stage.looks_right().await;
    browser.go(&format!("/desk/case/{number}")).await;
    let urge = "请今天到场，明天回复。";
    stage.does("urge-1", &[("text", urge)], &[]).await;
    browser.says(urge).await;
    browser.click("#supervise > summary").await;
    let priority = "#supervise [name=priority]";
    let kind = browser.find(priority).await.tag_name().await.unwrap();
    if kind == "select" {
        browser.find(priority).await.select_by_index(1).await.unwrap();
    } else {
        browser.click(priority).await;
    }
    browser
        .fill("#supervise [name=text]", "多次反映未解决，限期办结。")
        .await;
    browser.send("#supervise button[type=submit]").await;
    browser.says("多次反映未解决，限期办结。").await;
    stage.looks_right().await;
}

/// House: who saw which case.
pub(crate) async fn reads_who_saw_what(stage: &Stage) {
    let number = stage.test().dispatched("路灯又不亮", "water").await;
    let browser = &stage.browser;
    browser.sign_in("operator").await;
    browser.go(&format!("/desk/case/{number}")).await;
    stage.test().office.store_views().await.unwrap();
    browser.sign_in("auditor").await;
    browser.go("/desk/access").await;
    stage.looks_right().await;
    browser.fill("[name=number]", number.as_str()).await;
    browser.send("main form.filters button[type=submit]").await;
    browser.says("赵敏").await;
    stage.looks_right().await;
}

/// House: an administrator enters a person and what they are.
pub(crate) async fn adds_a_person(stage: &Stage) {
    let browser = &stage.browser;
    browser.sign_in("administrator").await;
    browser.go("/desk/directory").await;
    stage.looks_right().await;
    browser.click("#person > summary").await;
    browser.fill("#person-name", "江平").await;
    browser.fill("#person-login", "jiangping").await;
    browser.fill("#person-password", PASSWORD).await;
    browser.send("#person button[type=submit]").await;
    browser.says("江平").await;
    browser.click("#post > summary").await;
    browser.choose("#post-person", "jiangping").await;
    browser.choose("#post-role", "handler").await;
    browser.choose("#post-unit", "water").await;
    let day = "document.querySelector('#post-from').value = '2025-03-01'";
    browser.client.execute(day, Vec::new()).await.unwrap();
    browser.send("#post button[type=submit]").await;
    stage.looks_right().await;
    browser.sign_in("jiangping").await;
    stage.says("new-password").await;
    stage.looks_right().await;
    assert_eq!(browser.barriers().await, Vec::<String>::new());
}
