//! The pages of staff.

use crate::tour::Tour;

/// Who looks, and how many of the cases that wait for them are opened.
const PEOPLE: [(&str, usize); 8] = [
    ("linxiaoyan", 2),
    ("hanlei", 1),
    ("sumin", 2),
    ("cuihao", 3),
    ("fangzhou", 1),
    ("gaoyuan", 2),
    ("yeqing", 2),
    ("luzheng", 3),
];

pub(crate) async fn pages(tour: &Tour<'_>) {
    let browser = tour.browser;
    tour.at("/desk/sign-in", "sign-in").await;
    browser.fill("#login", "nobody").await;
    browser.fill("#password", "wrong-password").await;
    browser.send("main button[type=submit]").await;
    tour.take("sign-in-wrong").await;
    for (login, most) in PEOPLE {
        tour.sign_in(login).await;
        tour.take(&format!("queue-{login}")).await;
        for (n, case) in tour.cases(most).await.iter().enumerate() {
            tour.at(case, &format!("case-{login}-{n}")).await;
        }
    }
    tour.at("/desk/ledger", "ledger").await;
    browser.fill("#q", "路").await;
    browser.send("main form button[type=submit]").await;
    tour.take("ledger-words").await;
    tour.at("/desk/roster", "roster").await;
    tour.at(
        "/calendar?start=2026-09-30T15%3A00&limit=5&limit_unit=workdays",
        "calendar",
    )
    .await;
    tour.at("/procedure/flow", "flow").await;
    together(tour).await;
    months(tour).await;
    figures(tour).await;
    tour.at("/desk/items", "items-none").await;
    tour.at("/desk/case/2026000000000000", "case-not-found").await;
    letters(tour).await;
    administration(tour).await;
    tour.sign_in("jianming").await;
    tour.at("/desk/access", "access").await;
    tour.sign_in("linxiaoyan").await;
    call(tour).await;
    act(tour).await;
}

/// Several at once: nothing chosen, and the page on which it is confirmed.
async fn together(tour: &Tour<'_>) {
    let browser = tour.browser;
    browser.go("/desk?queue=all&due=later").await;
    tour.take("queue-later").await;
    if browser.has(".together").await {
        browser.send(".together button").await;
        tour.take("bulk-none").await;
        browser.go("/desk?queue=all&due=later").await;
        let script = "for (const box of document.querySelectorAll('input[name=pick]')) box.checked = true";
        browser.client.execute(script, Vec::new()).await.unwrap();
        browser.send(".together button").await;
        tour.take("bulk").await;
    }
}

/// The list of a month that is over, before it is filed and filed.
async fn months(tour: &Tour<'_>) {
    let browser = tour.browser;
    tour.at("/desk/month", "months").await;
    let script = "const day = new Date(); day.setDate(0); \
        document.querySelector('[name=month]').value = day.toISOString().slice(0, 7)";
    browser.client.execute(script, Vec::new()).await.unwrap();
    browser.send("main form button[type=submit]").await;
    tour.take("months-filed").await;
    for list in tour.links("main table a, main li a", 1).await {
        tour.at(&list, "month-list").await;
    }
}

/// Figures: the leaders' page, the board and what stands behind it.
async fn figures(tour: &Tour<'_>) {
    for (path, name) in [
        ("/desk/today", "today"),
        ("/desk/board", "board"),
        ("/desk/board?what=units", "board-units"),
        ("/desk/board?what=repeats", "board-repeats"),
        ("/desk/board?what=pressed", "board-pressed"),
    ] {
        tour.at(path, name).await;
    }
}

/// What came from the town, and a message of it.
async fn letters(tour: &Tour<'_>) {
    tour.at("/desk/inbox", "inbox").await;
    for message in tour.cases(1).await {
        tour.open(&message, "inbox-message").await;
    }
}

/// The pages of administrators, with every form standing open.
pub(crate) async fn administration(tour: &Tour<'_>) {
    tour.sign_in("guanli").await;
    tour.at("/desk", "queue-guanli").await;
    for (path, name) in [
        ("/desk/directory", "directory"),
        ("/desk/people/guanli", "person"),
        ("/desk/machines", "machines"),
        ("/desk/sources", "sources"),
        ("/desk/catalogue", "catalogue"),
        ("/desk/roster", "roster-to-strike"),
        ("/desk/links", "links"),
        ("/desk/retention", "retention"),
        ("/desk/rules", "rules"),
        ("/desk/account", "account"),
        ("/desk/account/second", "second"),
    ] {
        tour.at(path, name).await;
        tour.open(path, &format!("{name}-open")).await;
    }
}

async fn call(tour: &Tour<'_>) {
    let browser = tour.browser;
    tour.at("/desk/call", "call").await;
    browser.fill("#phone", "13900000002").await;
    browser.send("button[formaction='/desk/call/earlier']").await;
    tour.take("call-earlier").await;
    let submit = "form.call button[type=submit]:not([formaction])";
    tour.send_unchecked("main form", submit).await;
    tour.take("call-faults").await;
    browser.fill("#name", "白小舟").await;
    let text = "垂虹桥头的路灯坏了三天，晚上看不见路。";
    browser.fill("#text", text).await;
    browser.send("button[formaction='/desk/call/beside']").await;
    tour.take("call-beside").await;
    browser.send(submit).await;
    tour.take("call-taken").await;
    knowledge(tour).await;
}

async fn knowledge(tour: &Tour<'_>) {
    tour.at("/desk/knowledge", "knowledge").await;
    tour.at("/desk/knowledge?show=due", "knowledge-due").await;
    tour.at("/desk/knowledge/new", "knowledge-new").await;
    tour.browser.go("/desk/knowledge?show=proposed").await;
    let entries = tour.links("main table a", 1).await;
    tour.open(&entries[0], "knowledge-entry-open").await;
}

/// A form of the case page that comes back, and the citizen in plain text.
async fn act(tour: &Tour<'_>) {
    let browser = tour.browser;
    browser.go("/desk?queue=all").await;
    let cases = tour.cases(1).await;
    tour.open(&cases[0], "case-all-open").await;
    tour.at(&format!("{}/volume", cases[0]), "volume").await;
    browser.go(&cases[0]).await;
    browser.click(".matter details summary").await;
    browser.fill("#open-reason", "核实地点，须回电").await;
    browser.send(".matter details button[type=submit]").await;
    tour.take("case-opened").await;
}
