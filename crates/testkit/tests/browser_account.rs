//! A citizen on a phone whose browser runs no scripts: in by a code, to a case, and out again.

use office::senders::{Console, Senders};
use std::sync::Arc;
use testkit::{Browser, Served, Size};

const PHONE: &str = "13800138000";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_citizen_finds_all_their_cases_on_a_phone() {
    let served = Served::sqlite().await;
    let Some(browser) = Browser::open_without_scripts(&served.url, Size::Phone).await else {
        return;
    };
    let test = &served.test;
    let replied = test.replied("井盖松动").await;
    test.clock.advance(1);
    let waiting = test.receive_verified("路灯不亮").await.number;
    // codes that were sent up to here have gone out
    let senders = Senders::all_by(Arc::new(Console::new(std::io::sink())));
    test.office.run_outbox(&senders).await.unwrap();

    browser.go("/").await;
    browser.says("我的诉求").await;
    browser.send("a[href='/my']").await;
    browser.says("登录查看我的诉求").await;
    browser.fill("#contact", PHONE).await;
    browser.click("#stay").await;
    browser.send("main button[type=submit]").await;
    browser.says("138****8000").await;
    browser.fill("#code", "000").await;
    browser.send("main button[type=submit]").await;
    browser.says("验证码不对或已失效").await;
    let code = test.sent_code(PHONE).await;
    browser.fill("#code", &code).await;
    browser.send("main button[type=submit]").await;
    browser.says("井盖松动").await;
    browser.says("路灯不亮").await;
    assert!(!browser.scrolls_sideways().await);
    for number in [&replied, &waiting] {
        browser.go(&format!("/my/case/{number}")).await;
        assert!(!browser.scrolls_sideways().await);
        browser.go("/my").await;
    }
    browser.click("details > summary").await;
    browser.says("已提交的诉求仍会照常办理").await;
    browser.send("form[action='/my/sign-out'] button").await;
    browser.says("已退出登录").await;
    browser.go(&format!("/my/case/{replied}")).await;
    browser.says("登录查看我的诉求").await;
    browser.close().await;
}
