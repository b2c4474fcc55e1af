//! The main tasks without a mouse, and how the pages are read out (WCAG 2.1.1, 2.4.3, 2.4.7, 1.3.2): the focus goes through
//! the page in the order of the work and is seen wherever it stands.

use testkit::{Browser, ENTER, SPACE, Served, Size};

async fn window(served: &Served) -> Option<Browser> {
    Browser::open(&served.url, Size::Desktop).await
}

/// Signs in by the keyboard alone.
async fn signs_in(browser: &Browser, login: &str) {
    browser.go("/desk/sign-in").await;
    browser.tab_to("#login").await;
    browser.press(login).await;
    browser.tab_to("#password").await;
    browser.press(&format!("{}{ENTER}", testkit::PASSWORD)).await;
    browser.tab_to(".skip").await;
}

/// A citizen writes: what happened, where, who they are. Each page is read out in the order in which it is filled.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_citizen_writes() {
    let served = Served::sqlite().await;
    let Some(browser) = window(&served).await else {
        return;
    };
    browser.go("/").await;
    browser.tab_to("main a[href='/write']").await;
    browser.press_on(ENTER).await;
    browser
        .reads(&[
            ("heading", "发生了什么"),
            ("list", "填写步骤"),
            ("group", "诉求类型"),
            ("textbox", "标题"),
            ("textbox", "具体内容"),
            ("button", "继续"),
        ])
        .await;
    browser.tab_to("input[name=category]").await;
    browser.press(SPACE).await;
    browser.tab_to("#title").await;
    browser.press("垂虹桥的护栏断了").await;
    browser.tab_to("#text").await;
    browser.press("护栏断了一截，孩子路过很危险。").await;
    browser.tab_to("#writing > .send button").await;
    browser.press_on(ENTER).await;
    browser
        .reads(&[("heading", "在哪里"), ("textbox", "事发地点"), ("button", "继续")])
        .await;
    browser.tab_to("#place").await;
    browser.press("垂虹桥北侧").await;
    browser.tab_to("#writing > .send button").await;
    browser.press_on(ENTER).await;
    browser.tab_to("#phone").await;
    browser.press("13800138000").await;
    browser.tab_to("button[formaction$='/write/code']").await;
    browser.press_on(ENTER).await;
    browser
        .reads(&[
            ("heading", "您是谁"),
            ("heading", "您的信息"),
            ("textbox", "姓名"),
            ("heading", "提交前请核对"),
            ("button", "提交诉求"),
        ])
        .await;
    let code = served.test.sent_code("13800138000").await;
    for (field, text) in [
        ("#name", "王小明"),
        ("#phone_code", code.as_str()),
        ("#id_number", "11010519491231002X"),
    ] {
        browser.tab_to(field).await;
        browser.press(text).await;
    }
    browser.tab_to("#writing > .send button[type=submit]").await;
    browser.press_on(ENTER).await;
    browser
        .reads(&[("heading", "诉求已收到"), ("term", "编号"), ("term", "查询码")])
        .await;
    browser.close().await;
}

/// A citizen finds their case again, reads the answer and says how it was.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_citizen_follows_and_rates() {
    let served = Served::sqlite().await;
    let Some(browser) = window(&served).await else {
        return;
    };
    let receipt = served.test.receive_verified("垂虹桥的护栏断了").await;
    let number = receipt.number.clone();
    served.test.accept(&number).await;
    served.test.dispatch(&number, "water").await;
    served.test.report(&number).await;
    served.test.reply(&number).await;

    browser.go("/").await;
    browser.tab_to(".skip").await;
    browser.tab_to("a[href='/follow']").await;
    browser.press_on(ENTER).await;
    browser
        .reads(&[
            ("navigation", "导航"),
            ("heading", "查进度"),
            ("textbox", "编号"),
            ("textbox", "查询码"),
        ])
        .await;
    browser.tab_to("#number").await;
    browser.press(number.as_str()).await;
    browser.tab_to("#code").await;
    browser.press_on(&format!("{}{ENTER}", receipt.check_code)).await;
    browser.says("路灯已经修好。").await;
    browser.tab_to("#answer-visit input[name=solved]").await;
    browser.press(SPACE).await;
    browser.tab_to("#answer-visit input[name=satisfied]").await;
    browser.press(SPACE).await;
    browser.tab_to("#answer-visit textarea[name=text]").await;
    browser.press("谢谢").await;
    browser.tab_to("#answer-visit button[type=submit]").await;
    browser.press_on(ENTER).await;
    browser
        .says(&words::say(calendar::Lang::Zh, "portal-thanks-well", &[]))
        .await;
    browser.close().await;
}

/// A handler signs for a work order and reports the result; the page is read out in the order of the work.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_handler_signs_for_and_reports() {
    let served = Served::sqlite().await;
    let Some(browser) = window(&served).await else {
        return;
    };
    let number = served.test.dispatched("路灯不亮", "water").await;
    signs_in(&browser, "handler-water").await;
    browser.tab_to(&format!("main a[href*='{number}']")).await;
    browser.press_on(ENTER).await;
    browser
        .reads(&[
            ("heading", "路灯不亮"),
            ("heading", "原文"),
            ("heading", "现在可以办"),
            ("heading", "办理过程"),
        ])
        .await;
    browser.tab_to("#sign-for-1 summary, #sign-for-1 button").await;
    unfolded(&browser, "#sign-for-1").await;
    browser.tab_to("#sign-for-1 button[type=submit]").await;
    browser.press_on(ENTER).await;
    for (act, text) in [
        ("contact-1", "已电话联系"),
        ("report-1", "经现场核实，已修好，并回访确认"),
    ] {
        browser.tab_to(&format!("#{act} > summary")).await;
        unfolded(&browser, &format!("#{act}")).await;
        browser.tab_to(&format!("#{act} textarea[name=text]")).await;
        browser.press(text).await;
        browser.tab_to(&format!("#{act} button[type=submit]")).await;
        browser.press_on(ENTER).await;
    }
    browser.says("待审核").await;
    browser.close().await;
}

/// Opens a folded act with the key that stands on it, where it is folded.
async fn unfolded(browser: &Browser, act: &str) {
    let folded = browser.find(act).await.attr("open").await.unwrap().is_none();
    if folded {
        browser.press(ENTER).await;
    }
}

/// A reviewer reads original and result and passes it.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_reviewer_passes_a_result() {
    let served = Served::sqlite().await;
    let Some(browser) = window(&served).await else {
        return;
    };
    let number = served.test.dispatched("路灯不亮", "water").await;
    served.test.report(&number).await;
    signs_in(&browser, "reviewer").await;
    browser.tab_to(&format!("main a[href*='{number}']")).await;
    browser.press_on(ENTER).await;
    // the original, what is judged, and the judgement, before everything else
    browser
        .reads(&[
            ("heading", "路灯不亮"),
            ("heading", "对照审核"),
            ("heading", "原文"),
            ("heading", "要审的内容"),
            ("radio", "通过"),
            ("heading", "办理过程"),
        ])
        .await;
    browser.tab_to("#review-1 > summary").await;
    unfolded(&browser, "#review-1").await;
    browser.tab_to("#review-1 input[name=passed]").await;
    browser.press(SPACE).await;
    browser.tab_to("#review-1 button[type=submit]").await;
    browser.press_on(ENTER).await;
    browser.says("待答复").await;
    browser.close().await;
}
