//! The desk in a real browser: an emergency, a stale review, personal data, cases of others.

use crate::browsing;

use browsing::Desk;
use case::CaseNumber;
use office::Draft;
use testkit::{Browser, Served, Size};

/// SQ-7(5), SQ-9: an emergency is refused with guidance, and archived only once it is recorded who was told and when.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_emergency_is_refused_with_guidance_and_linked_before_it_is_archived() {
    let served = Served::sqlite().await;
    let Some(browser) = Browser::open(&served.url, Size::Desktop).await else {
        return;
    };
    let number = served.test.receive_verified("有人落水").await.number;
    let desk = Desk {
        browser: &browser,
        number,
    };
    desk.of("operator").await;
    desk.open("refuse").await;
    browser.choose("#refuse-ground", "7-5").await;
    browser
        .fill(
            "#refuse textarea[name=explanation]",
            "紧急救助请直接拨打110和12395。",
        )
        .await;
    desk.send("refuse").await;
    assert_eq!(desk.step().await, "不予受理");
    browser.says("遇到危险请立即拨打").await;
    desk.open("archive").await;
    browser.says("紧急事项还没有联动记录").await;
    assert!(!browser.has("#archive form").await, "archiving is blocked");

    desk.open("link-emergency").await;
    browser
        .fill("#link-emergency input[name=partner]", "110指挥中心、水上搜救中心")
        .await;
    let script =
        "document.querySelector('#link-emergency input[type=datetime-local]').value = '2025-03-03T08:58'";
    browser.client.execute(script, Vec::new()).await.unwrap();
    desk.send("link-emergency").await;
    browser.says("110指挥中心、水上搜救中心").await;
    desk.send("archive").await;
    assert_eq!(desk.step().await, "已归档");
    browser.close().await;
}

/// The text that a reviewer judges has changed meanwhile: nothing is decided, and the change is shown.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_review_of_what_has_changed_is_refused() {
    let served = Served::sqlite().await;
    let Some(browser) = Browser::open(&served.url, Size::Desktop).await else {
        return;
    };
    let test = &served.test;
    let number = test.dispatched("路灯不亮", "water").await;
    test.report(&number).await;
    let desk = Desk {
        browser: &browser,
        number: number.clone(),
    };
    desk.of("reviewer").await;
    desk.open("review-1").await;
    browser.click("#review-1 input[name=passed][value=yes]").await;
    let more = Draft::Add {
        text: "昨晚又灭了".to_owned(),
    };
    test.command(&test.citizen(&number), &number, None, more)
        .await
        .unwrap();
    desk.send("review-1").await;
    browser
        .says(&words::say(calendar::Lang::Zh, "refusal-stale", &[]))
        .await;
    browser.says("昨晚又灭了").await;
    assert_eq!(desk.step().await, "办理中");
    browser.click("#review-1 input[name=passed][value=yes]").await;
    desk.send("review-1").await;
    assert_eq!(desk.step().await, "待答复");
    browser.close().await;
}

/// Personal data open with a reason only, once, and the course tells of nothing but who may see it.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn personal_data_open_with_a_reason_only() {
    let served = Served::sqlite().await;
    let Some(browser) = Browser::open(&served.url, Size::Desktop).await else {
        return;
    };
    let number = served.test.dispatched("路灯不亮", "water").await;
    let desk = Desk {
        browser: &browser,
        number,
    };
    desk.of("handler-water").await;
    assert!(!browser.text().await.contains("13800138000"));
    browser.click(".matter details > summary").await;
    browser.fill("#open-reason", "   ").await;
    browser.send(".matter details button[type=submit]").await;
    browser.says("请填写这一项。").await;
    assert!(!browser.text().await.contains("13800138000"));
    browser.fill("#open-reason", "约定上门时间").await;
    browser.send(".matter details button[type=submit]").await;
    browser.says("13800138000").await;
    browser.says("王小明").await;
    browser.says("查看已记入日志").await;
    browser.go(&format!("/desk/case/{}", desk.number)).await;
    assert!(!browser.text().await.contains("13800138000"), "only this once");
    browser.close().await;
}

/// A case of another unit is not there, neither by address nor by number.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_handler_of_another_unit_finds_no_case() {
    let served = Served::sqlite().await;
    let Some(browser) = Browser::open(&served.url, Size::Desktop).await else {
        return;
    };
    let number: CaseNumber = served.test.dispatched("路灯不亮", "water").await;
    browser.sign_in("handler-urban").await;
    browser.says("目前没有待办事项").await;
    browser.go(&format!("/desk/case/{number}")).await;
    browser.says("没有找到").await;
    assert!(!browser.text().await.contains("路灯不亮"));
    browser.go("/desk").await;
    browser.fill("#look", number.as_str()).await;
    browser.send(".look button").await;
    browser.says("没有这个编号的诉求").await;
    browser.fill("#look", "2025 0303 1").await;
    browser.send(".look button").await;
    browser.says("编号应为 16 位数字").await;
    browser.sign_in("handler-water").await;
    browser.fill("#look", number.as_str()).await;
    browser.send(".look button").await;
    browser.says("路灯不亮").await;
    browser.close().await;
}

/// Somebody else was quicker: the act is not there any more, and the page says what stood against it.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_act_that_another_has_done_meanwhile_is_refused_in_words() {
    let served = Served::sqlite().await;
    let Some(browser) = Browser::open(&served.url, Size::Desktop).await else {
        return;
    };
    let number = served.test.receive_verified("路灯不亮").await.number;
    let desk = Desk {
        browser: &browser,
        number: number.clone(),
    };
    desk.of("operator").await;
    desk.open("accept").await;
    browser.choose("#accept-ground", "6-2").await;
    served.test.accept(&number).await;
    desk.send("accept").await;
    browser.says("没有办成").await;
    browser.says("受理").await;
    assert_eq!(desk.step().await, "待处置");
    assert!(!browser.has("#accept").await);
    browser.close().await;
}
