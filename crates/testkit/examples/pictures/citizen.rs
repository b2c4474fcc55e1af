//! The pages of citizens.

use crate::tour::Tour;

pub(crate) async fn pages(tour: &Tour<'_>) {
    for (path, name) in [
        ("/", "home"),
        ("/procedure", "procedure"),
        ("/procedure/conformance", "conformance"),
        ("/about", "about"),
        ("/manual", "manual"),
        ("/manual/handler", "manual-handler"),
        ("/log", "log"),
        ("/verify", "verify"),
        ("/nothing-here", "not-found"),
        ("/write", "write-start"),
    ] {
        tour.at(path, name).await;
    }
    write(tour).await;
    follow(tour).await;
    check(tour).await;
    tour.at("/knowledge", "questions").await;
    let entries = tour.links("main li a", 1).await;
    tour.at(&entries[0], "question").await;
}

/// Somebody's own cases, with a one-time code.
pub(crate) async fn account(tour: &Tour<'_>, code: impl Fn(&str) -> String) {
    let browser = tour.browser;
    tour.at("/my", "account-open").await;
    browser.fill("#contact", "19900000044").await;
    browser.send("main form button[type=submit]").await;
    tour.take("account-code").await;
    browser.fill("#code", &code("0044")).await;
    browser.send("main form button[type=submit]").await;
    tour.take("account-none").await;
    browser.go("/write/form").await;
    browser.click("input[name=category][value=complaint]").await;
    browser.fill("#title", "菜场门口的台阶缺了一块").await;
    browser
        .fill("#text", "台阶缺了一块砖，老人下雨天容易滑倒。")
        .await;
    browser.fill("#name", "白小舟").await;
    if browser.has("#phone").await {
        browser.fill("#phone", "19900000044").await;
    }
    browser.send("main .send button[type=submit]").await;
    tour.take("account-receipt").await;
    tour.at("/my", "account-cases").await;
    for case in tour.links(".messages a", 1).await {
        tour.at(&case, "account-case").await;
    }
}

/// What somebody sees who checks a case, or text that is no promise.
async fn check(tour: &Tour<'_>) {
    let browser = tour.browser;
    browser.go("/verify").await;
    if browser.has("#number").await {
        let (number, code) = &tour.place.samples[0];
        browser.fill("#number", number).await;
        browser.fill("#code", code).await;
        tour.send_unchecked("form:has(#number)", "form:has(#number) button[type=submit]")
            .await;
        tour.take("verify-case").await;
    }
}

/// What the knowledge base says to it, folded and one of it open.
async fn answered_already(tour: &Tour<'_>, go_on: &str) {
    let browser = tour.browser;
    browser.go("/write").await;
    browser.fill("#title", "路灯不亮").await;
    browser.fill("#text", "家门口的路灯不亮了，想问找谁修。").await;
    browser.send(go_on).await;
    browser.click(".known summary").await;
    tour.take("write-answers").await;
}

async fn write(tour: &Tour<'_>) {
    let browser = tour.browser;
    let go_on = "#writing > .send button[type=submit]";
    answered_already(tour, go_on).await;
    browser.go("/write").await;
    tour.send_unchecked("#writing", go_on).await;
    tour.take("write-what-faults").await;
    browser.click("input[name=category][value=complaint]").await;
    browser.fill("#title", "垂虹桥下的护栏断了一截").await;
    let text = "桥下靠河一侧的护栏断了一截，孩子放学路过很危险，请尽快修好。";
    browser.fill("#text", text).await;
    tour.take("write-what-filled").await;
    browser.send(go_on).await;
    browser.fill("#place", "垂虹桥北侧步道").await;
    browser.click("[data-locate] summary").await;
    browser.fill("#latitude", "33.96123").await;
    browser.fill("#longitude", "118.30456").await;
    tour.take("write-where").await;
    browser.send(go_on).await;
    tour.take("write-phone").await;
    browser.fill("#phone", "13900000002").await;
    browser.send("main .send button[type=submit]").await;
    tour.take("write-who").await;
    // one that is right and one that is not
    for (name, content) in [
        ("护栏.txt", &b"broken"[..]),
        ("护栏.jpg", b"\xff\xd8\xff\xe0 half"),
    ] {
        let file = tour.folder.join(name);
        std::fs::write(&file, content).unwrap();
        let file = std::fs::canonicalize(file).unwrap();
        let field = browser.find("#attachments").await;
        field.send_keys(&file.display().to_string()).await.unwrap();
    }
    tour.send_unchecked("#writing", go_on).await;
    tour.take("write-who-faults").await;
    browser.send("#writing > .send button[name=go]").await;
    browser.send(go_on).await;
    browser.go("/write/form").await;
    browser.click("input[name=category][value=complaint]").await;
    browser.fill("#title", "垂虹桥下的护栏断了一截").await;
    browser.fill("#text", text).await;
    browser.fill("#place", "垂虹桥北侧步道").await;
    browser.fill("#name", "白小舟").await;
    browser.fill("#phone", "13900000002").await;
    tour.take("write-on-one-page").await;
    browser.send("main .send button[type=submit]").await;
    tour.take("receipt").await;
}

async fn follow(tour: &Tour<'_>) {
    let browser = tour.browser;
    tour.at("/follow", "follow").await;
    let (number, _) = &tour.place.samples[0];
    browser.fill("#number", number).await;
    browser.fill("#code", "0000-0000").await;
    browser.send("main button[type=submit]").await;
    tour.take("follow-wrong").await;
    for (n, (number, code)) in tour.place.samples.iter().enumerate() {
        browser.go("/follow").await;
        browser.fill("#number", number).await;
        browser.fill("#code", code).await;
        browser.send("main button[type=submit]").await;
        tour.take(&format!("my-case-{n}")).await;
        tour.at("/case/document", &format!("my-documents-{n}")).await;
        for paper in tour.links(".papers a", 1).await {
            tour.at(&paper, &format!("my-document-{n}")).await;
        }
    }
    rate(tour).await;
}

/// The answers to a visit by text message.
async fn rate(tour: &Tour<'_>) {
    let browser = tour.browser;
    let Some((number, code)) = tour.place.samples.get(1) else {
        return;
    };
    browser.go("/follow").await;
    browser.fill("#number", number).await;
    browser.fill("#code", code).await;
    browser.send("main button[type=submit]").await;
    tour.at("/case/visit", "visit").await;
    tour.send_unchecked(".rate form", ".rate button[type=submit]")
        .await;
    tour.take("visit-faults").await;
    browser.go("/case/visit").await;
    for question in ["solved", "satisfied"] {
        browser.click(&format!(".rate input[name={question}]")).await;
    }
    browser.send(".rate button[type=submit]").await;
    tour.take("visit-thanks").await;
}
