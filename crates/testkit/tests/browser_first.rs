//! A new installation: the one-time link makes the administrator, who enters a unit, a person and a post; the person
//! signs in. The one-time link is then over.

use store::Jurisdiction;
use testkit::{Browser, PASSWORD, Served, Size, TestOffice};

const NEW: &str = "new";

/// A jurisdiction where nobody is yet, by its own host name.
async fn nobody_yet(test: &TestOffice) -> String {
    let jurisdiction = Jurisdiction {
        id: NEW.to_owned(),
        zh: "新城".to_owned(),
        en: "New Town".to_owned(),
        host: Some("localhost".to_owned()),
    };
    let office = &test.office;
    office.enter_jurisdiction(jurisdiction).await.unwrap();
    let from = jiff::civil::date(2010, 1, 1);
    office.adopt_calendar(NEW, calendar::SHIPPED, from).await.unwrap();
    let procedure = include_str!("../../../procedures/suqian-12345.toml");
    office.adopt_procedure(NEW, procedure).await.unwrap();
    let link = office.first_link(NEW).await.unwrap().unwrap();
    link[link.find("/desk/first/").unwrap()..].to_owned()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_first_administrator_makes_an_installation_ready() {
    let served = Served::sqlite().await;
    let link = nobody_yet(&served.test).await;
    let base = served.url.replace("127.0.0.1", "localhost");
    let Some(browser) = Browser::open(&base, Size::Desktop).await else {
        return;
    };
    browser.go(&link).await;
    browser.fill("#name", "安宁").await;
    browser.fill("#login", "anning").await;
    browser.fill("#password", "short").await;
    browser.send("main button[type=submit]").await;
    browser.says("密码太短").await;
    browser.fill("#password", PASSWORD).await;
    browser.send("main button[type=submit]").await;
    browser.says("安宁").await;

    browser.go("/desk/directory").await;
    browser.click("#unit > summary").await;
    browser.fill("#unit-zh", "新城水务站").await;
    browser.fill("#unit-en", "Water Station").await;
    browser.fill("#unit-id", "water").await;
    browser.choose("#unit-kind", "city").await;
    day(&browser, "#unit-from", "2025-03-01").await;
    browser.send("#unit button[type=submit]").await;
    browser.says("新城水务站").await;

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
    day(&browser, "#post-from", "2025-03-01").await;
    browser.send("#post button[type=submit]").await;
    browser.says("新城水务站 承办人").await;

    browser.sign_in("jiangping").await;
    browser.says("设置自己的密码").await;
    browser.fill("#new_password", PASSWORD).await;
    browser.send("main button[type=submit]").await;
    browser.says("新密码与现在的密码相同").await;
    browser.fill("#new_password", "河边-走走-2025").await;
    browser.send("main button[type=submit]").await;
    browser.says("江平 · 承办人").await;
    browser.says("目前没有待办事项").await;
    // said at once, before anybody fills in anything
    browser.go(&link).await;
    browser.says("这个链接已经失效").await;
    browser.close().await;
}

/// How a day is typed depends on the browser's language; its value does not.
async fn day(browser: &Browser, field: &str, day: &str) {
    let script = "document.querySelector(arguments[0]).value = arguments[1]";
    let args = vec![field.into(), day.into()];
    browser.client.execute(script, args).await.unwrap();
}
