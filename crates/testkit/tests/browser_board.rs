//! A small regulation in a real browser: a message without a name, marked, tidied, published, claimed, answered in
//! another's name, hidden.

use office::directory::{Entry, UnitEntry};
use store::testing::Fresh;
use testkit::{Browser, Served, Size, TestOffice};

const RULES: &str = include_str!("../../office/tests/beside/board.toml");

/// The office, with the water bureau at home in 620802.
async fn served() -> Served {
    let test = TestOffice::under(Fresh::sqlite(), "board", "示例市", RULES).await;
    let water = Entry::Unit(UnitEntry {
        id: "water".to_owned(),
        zh: "市水务局".to_owned(),
        en: "Water Bureau".to_owned(),
        kind: "city".to_owned(),
        parent: None,
        territory: Some("620802".to_owned()),
        duties: Vec::new(),
        from: jiff::civil::date(2020, 1, 1),
        to: None,
    });
    test.office.enter("board", "system", vec![water]).await.unwrap();
    Served::of(test).await
}

/// The form of an act is unfolded, unless it stands open.
async fn unfold(browser: &Browser, form: &str) {
    if !browser.has(&format!("#{form}[open]")).await {
        browser.click(&format!("#{form} > summary")).await;
    }
}

async fn look(browser: &Browser, page: &str) {
    assert!(
        !browser.scrolls_sideways().await,
        "{page} is wider than its window"
    );
    assert_eq!(browser.complaints().await, Vec::<String>::new(), "{page}");
}

/// The number of the one case there is.
async fn only_case(served: &Served) -> String {
    let test = &served.test;
    let filter = store::LedgerFilter::default();
    let found = test
        .office
        .store()
        .ledger(&test.j, &filter, None, 2)
        .await
        .unwrap();
    assert_eq!(found.len(), 1);
    found[0].number.to_string()
}

async fn course(size: Size) {
    let served = served().await;
    let Some(browser) = Browser::open_without_scripts(&served.url, size).await else {
        return;
    };
    // nobody has to say who they are
    browser.go("/write/form").await;
    browser.says("可以不留姓名和电话").await;
    look(&browser, "write").await;
    browser.fill("#title", "柳湖路路面破损").await;
    browser.fill("#text", "柳湖路路面破损，电话13800138000。").await;
    browser.send("main .send button[type=submit]").await;
    browser.says("查询码").await;
    look(&browser, "receipt").await;
    let number = only_case(&served).await;

    browser.sign_in("operator").await;
    browser.go(&format!("/desk/case/{number}")).await;
    unfold(&browser, "mark").await;
    browser
        .click("#mark input[name='marks-1'][value='complicated']")
        .await;
    browser.fill("#mark-division", "6208").await;
    look(&browser, "mark").await;
    browser.send("#mark button[type=submit]").await;
    browser.says("标注：复杂").await;
    unfold(&browser, "tidy").await;
    browser.fill("#tidy-text", "柳湖路路面破损。").await;
    browser.send("#tidy button[type=submit]").await;
    browser.says("整理后的文本").await;
    unfold(&browser, "record-explained").await;
    browser.says("规程规定的文字").await;
    browser.send("#record-explained button[type=submit]").await;
    browser.says("因情况复杂，尚在办理。").await;
    unfold(&browser, "mark").await;
    browser.fill("#mark-division", "620802").await;
    browser.send("#mark button[type=submit]").await;
    unfold(&browser, "publish").await;
    browser.send("#publish button[type=submit]").await;
    browser.says("已公开").await;
    look(&browser, "case").await;

    browser.sign_in("handler-water").await;
    browser.go("/desk?queue=pool").await;
    browser.says("柳湖路路面破损").await;
    look(&browser, "pool").await;
    browser.go(&format!("/desk/case/{number}")).await;
    unfold(&browser, "claim").await;
    browser.send("#claim button[type=submit]").await;
    browser.says("办理中").await;

    browser.sign_in("reviewer").await;
    browser.go(&format!("/desk/case/{number}")).await;
    unfold(&browser, "reply").await;
    browser.fill("#reply-text", "路面已于今日修复。").await;
    browser.send("#reply button[type=submit]").await;
    browser.says("以“示例市政府”名义答复").await;

    browser.go("/public").await;
    browser.says("已答复").await;
    look(&browser, "public").await;
    browser.go(&format!("/public/{number}")).await;
    browser.says("部门回应").await;
    let page = browser.text().await;
    assert!(page.contains("路面已于今日修复。") && page.contains("示例市政府"));
    assert!(
        !page.contains("13800138000"),
        "what was tidied away is not public"
    );
    look(&browser, "published").await;
    browser.go(&format!("/public/{number}?lang=en")).await;
    browser.says("Replies of departments").await;

    browser.go("/?lang=zh").await;
    browser.sign_in("operator").await;
    browser.go(&format!("/desk/case/{number}")).await;
    unfold(&browser, "hide").await;
    browser.fill("#hide-reason", "含个人信息").await;
    browser.send("#hide button[type=submit]").await;
    browser.go(&format!("/public/{number}")).await;
    browser.says("撤下").await;
    assert!(!browser.text().await.contains("柳湖路"));
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_message_takes_its_course_on_a_desktop() {
    course(Size::Desktop).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_message_takes_its_course_on_a_phone() {
    course(Size::Phone).await;
}
