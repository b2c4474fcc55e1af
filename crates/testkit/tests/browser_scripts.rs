//! What scripts add in a real browser: drafts, filters, word of new work, files looked at before they are sent.

use crate::browsing;

use browsing::Desk;
use fantoccini::Locator;
use std::io::Write as _;
use testkit::{Browser, Served, Size};

async fn value(browser: &Browser, selector: &str) -> String {
    let found = browser.find(selector).await.prop("value").await;
    found.unwrap().unwrap_or_default()
}

/// Waits until the page has something.
async fn until(browser: &Browser, selector: &str) {
    let found = browser.client.wait().for_element(Locator::Css(selector)).await;
    found.unwrap_or_else(|error| panic!("{selector}: {error}"));
}

/// How many drafts the tab keeps.
async fn drafts(browser: &Browser) -> u64 {
    let script = "return Object.keys(sessionStorage).filter((key) => key.startsWith('draft:')).length";
    let found = browser.client.execute(script, Vec::new()).await.unwrap();
    found.as_u64().unwrap()
}

/// Given a half-written text, when the page is loaded again, then the text is there; when it was sent, nothing is left of it.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_was_typed_survives_until_it_was_sent() {
    let served = Served::sqlite().await;
    let Some(browser) = Browser::open(&served.url, Size::Desktop).await else {
        return;
    };
    let number = served.test.receive_verified("泵房夜里很响").await.number;
    let desk = Desk {
        browser: &browser,
        number: number.clone(),
    };
    desk.of("operator").await;
    desk.open("refuse").await;
    let text = "#refuse textarea[name=explanation]";
    browser.fill(text, "紧急救助请直接拨打110。").await;
    until(&browser, "#refuse .draft:not([hidden])").await;
    browser.says("退出登录或关闭标签页即清除").await;
    browser.go(&format!("/desk/case/{number}")).await;
    desk.open("refuse").await;
    assert_eq!(value(&browser, text).await, "紧急救助请直接拨打110。");
    browser.choose("#refuse-ground", "7-5").await;
    desk.send("refuse").await;
    assert_eq!(drafts(&browser).await, 0, "{}", browser.text().await);
    browser.close().await;
}

/// Given a draft, when it is discarded or the person signs out, then it is gone.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_draft_goes_when_it_is_discarded_and_when_somebody_signs_out() {
    let served = Served::sqlite().await;
    let Some(browser) = Browser::open(&served.url, Size::Desktop).await else {
        return;
    };
    let number = served.test.receive_verified("泵房夜里很响").await.number;
    let desk = Desk {
        browser: &browser,
        number,
    };
    desk.of("operator").await;
    let text = "#refuse textarea[name=explanation]";
    for way_out in ["#refuse .draft button", "form.who button"] {
        desk.open("refuse").await;
        browser.fill(text, "不属于受理范围。").await;
        until(&browser, "#refuse .draft:not([hidden])").await;
        assert_eq!(drafts(&browser).await, 1);
        browser.click(way_out).await;
        if way_out == "form.who button" {
            until(&browser, "#login, .doors").await;
        } else {
            assert_eq!(value(&browser, text).await, "");
        }
        assert_eq!(drafts(&browser).await, 0, "{way_out}");
    }
    browser.close().await;
}

/// Given a list of many cases, when something is typed above it, then what does not hold it is out of sight, and it is said
/// how many are left.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_list_is_filtered_in_place() {
    let served = Served::sqlite().await;
    let Some(browser) = Browser::open(&served.url, Size::Desktop).await else {
        return;
    };
    for n in 0..7 {
        let title = if n == 3 {
            "路灯不亮"
        } else {
            "泵房夜里很响"
        };
        served.test.receive_verified(title).await;
        // a phone gets only so many codes a day
        served.test.clock.advance(24 * 60);
    }
    browser.sign_in("operator").await;
    browser.go("/desk?queue=all").await;
    browser.says("泵房夜里很响").await;
    browser.fill(".in-place input", "路灯").await;
    browser.says("显示 1 / 7 行").await;
    assert!(!browser.text().await.contains("泵房夜里很响"));
    browser.fill(".in-place input", "没有这样的").await;
    browser.says("显示 0 / 7 行").await;
    browser.close().await;
}

/// Given an open workbench, when a case comes, then the page says so without being loaded again.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn new_work_is_said_without_reloading() {
    let served = Served::sqlite().await;
    let Some(browser) = Browser::open(&served.url, Size::Desktop).await else {
        return;
    };
    browser.sign_in("operator").await;
    browser.go("/desk?queue=all").await;
    served.test.receive_verified("泵房夜里很响").await;
    served.test.clock.advance(1);
    until(&browser, ".live.told a").await;
    browser.says("1 件有新进展").await;
    browser.send(".live.told a").await;
    browser.says("泵房夜里很响").await;
    browser.close().await;
}

/// Given a file that is too large, when it is chosen, then its name and the limit are said, and nothing is sent; a small one
/// goes on its way with the form.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_file_is_looked_at_before_it_is_sent() {
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
    desk.send("sign-for-1").await;
    desk.open("report-1").await;
    let file = |name: &str, size: u64| {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(name);
        let mut file = std::fs::File::create(&path).unwrap();
        file.write_all(b"%PDF-1.7\n").unwrap();
        file.set_len(size).unwrap();
        (folder, path)
    };
    let (_large, path) = file("照片.pdf", 11 << 20);
    let input = browser.find("#report-1 input[type=file]").await;
    input.send_keys(path.to_str().unwrap()).await.unwrap();
    browser.says("“照片.pdf”太大，每个文件不超过 10 MB").await;
    browser.close().await;
}
