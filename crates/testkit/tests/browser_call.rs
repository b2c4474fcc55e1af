//! SQ-2, SQ-3, SQ-8: an operator takes a call with the keyboard alone, from the ringing to the next call; what helps to answer
//! comes while the caller speaks. The same without scripts is in the tests of the pages.

use fantoccini::Locator;
use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use office::knowledge::KnowledgeDraft;
use testkit::{Browser, Served, Size};

const TAB: char = '\u{e004}';
const ENTER: char = '\u{e007}';
const CONTROL: char = '\u{e009}';
const UP: char = '\u{e013}';

/// Presses one key after the other.
async fn press(browser: &Browser, keys: &str) {
    let mut all = KeyActions::new("keys".to_owned());
    for value in keys.chars() {
        all = all.then(KeyAction::Down { value }).then(KeyAction::Up { value });
    }
    browser.client.perform_actions(all).await.unwrap();
}

/// Sends the form with Control and Enter, and waits for the page that answers.
async fn send(browser: &Browser) {
    let page = browser.find("html").await;
    let both = KeyActions::new("keys".to_owned())
        .then(KeyAction::Down { value: CONTROL })
        .then(KeyAction::Down { value: ENTER })
        .then(KeyAction::Up { value: ENTER })
        .then(KeyAction::Up { value: CONTROL });
    browser.client.perform_actions(both).await.unwrap();
    while page.tag_name().await.is_ok() {
        tokio::task::yield_now().await;
    }
    browser.find("main").await;
}

/// The name of the field in which one types.
async fn at(browser: &Browser) -> String {
    let active = browser.client.active_element().await.unwrap();
    active.attr("name").await.unwrap().unwrap_or_default()
}

/// Goes on with Tab until a field is reached.
async fn tab_to(browser: &Browser, name: &str) {
    for _ in 0..20 {
        if at(browser).await == name {
            return;
        }
        press(browser, &TAB.to_string()).await;
    }
    panic!("Tab does not lead to {name}");
}

/// What a field holds.
async fn value(browser: &Browser, selector: &str) -> String {
    let field = browser.find(selector).await;
    field.prop("value").await.unwrap().unwrap_or_default()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_operator_takes_a_call_with_the_keyboard_alone() {
    let served = Served::sqlite().await;
    let Some(browser) = Browser::open(&served.url, Size::Desktop).await else {
        return;
    };
    let test = &served.test;
    let earlier = test.receive_verified("泵房夜里很响").await.number;
    let draft = KnowledgeDraft {
        title: "夜里机器声音大归谁管".to_owned(),
        words: "泵房 噪声".to_owned(),
        text: "请说明位置和时间，由水务局到场检测。".to_owned(),
        ..KnowledgeDraft::default()
    };
    test.office
        .supply_knowledge(&test.j, &test.staff("operator"), "one", None, draft)
        .await
        .unwrap();
    browser.sign_in("operator").await;
    browser.go("/desk/call").await;
    assert_eq!(at(&browser).await, "phone");
    // read out as a caller tells it: who, what, what becomes of it; then what helps to answer
    browser
        .reads(&[
            ("textbox", "来电号码"),
            ("textbox", "来电人姓名"),
            ("textbox", "诉求内容"),
            ("group", "怎样处理"),
            ("button", "提交"),
            ("heading", "该号码的历史诉求"),
            ("heading", "知识库"),
        ])
        .await;

    press(&browser, "13800138000").await;
    let wait = browser.client.wait();
    let case = format!("aside a[href='/desk/case/{earlier}']");
    wait.for_element(Locator::Css(&case)).await.unwrap();
    press(&browser, &ENTER.to_string()).await;
    assert_eq!(at(&browser).await, "name", "Enter goes on and sends nothing");
    press(&browser, "王小明").await;
    press(&browser, &ENTER.to_string()).await;
    assert_eq!(at(&browser).await, "text");
    press(&browser, "泵房又响了，比上次还厉害。").await;
    let wait = browser.client.wait();
    wait.for_element(Locator::Css("aside .entries")).await.unwrap();
    browser.says("由水务局到场检测").await;

    tab_to(&browser, "outcome").await;
    // the last one of the list: passed up, with its own question
    press(&browser, &UP.to_string()).await;
    tab_to(&browser, "reason").await;
    press(&browser, "说不清归水务还是城管").await;
    send(&browser).await;
    browser.says("已登记，并已办理：向上级汇报").await;
    browser.says("查询码").await;
    browser.says("可以接下一个电话").await;
    assert_eq!(at(&browser).await, "phone");
    for field in ["#phone", "#name", "#text", "#title"] {
        assert_eq!(
            value(&browser, field).await,
            "",
            "{field} is empty for the next call"
        );
    }
    assert_eq!(browser.complaints().await, Vec::<String>::new());
    browser.close().await;
}

/// On a phone and at 320 pixels nothing stands beside the page.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_form_and_the_knowledge_base_fit_small_windows() {
    let served = Served::sqlite().await;
    for size in [Size::Phone, Size::Narrow] {
        let Some(browser) = Browser::open_without_scripts(&served.url, size).await else {
            return;
        };
        browser.sign_in("operator").await;
        for page in [
            "/desk/call",
            "/desk/knowledge",
            "/desk/knowledge/new",
            "/knowledge",
        ] {
            browser.go(page).await;
            assert!(!browser.scrolls_sideways().await, "{page} at {size:?}");
        }
        browser.close().await;
    }
}
