//! The pages of the town: what is public, rounds, what was noticed elsewhere, documents.

use crate::desk::administration;
use crate::tour::Tour;

pub(crate) async fn pages(tour: &Tour<'_>) {
    let browser = tour.browser;
    for (path, name) in [
        ("/", "town-home"),
        ("/public", "town-public"),
        ("/public?state=answered&typical=&month=", "town-public-narrowed"),
        ("/public?from=yesterday", "town-public-faults"),
        ("/procedure", "town-procedure"),
        ("/write/form", "town-write"),
        ("/write", "town-write-start"),
        ("/desk/sign-in", "town-sign-in"),
    ] {
        tour.at(path, name).await;
    }
    browser.go("/public").await;
    for (n, message) in tour
        .links(".messages a[href*='/public/']", 9)
        .await
        .iter()
        .enumerate()
    {
        tour.at(message, &format!("town-public-{n}")).await;
        if browser.has("a[href$='/reply']").await {
            tour.at(&format!("{message}/reply"), "town-public-reply").await;
            tour.print("town-public-reply").await;
        }
    }
    for (n, (number, code)) in tour.place.samples.iter().enumerate() {
        browser.go("/follow").await;
        browser.fill("#number", number).await;
        browser.fill("#code", code).await;
        browser.send("main button[type=submit]").await;
        tour.take(&format!("town-my-case-{n}")).await;
        tour.at("/case/document", &format!("town-my-documents-{n}")).await;
    }
    for login in ["chenlan", "yushu", "kongming", "lingxiao", "weiran", "fangqing"] {
        tour.sign_in(login).await;
        tour.take(&format!("town-queue-{login}")).await;
        for (n, case) in tour.cases(2).await.iter().enumerate() {
            tour.at(case, &format!("town-case-{login}-{n}")).await;
        }
        tour.at("/desk/items", &format!("town-items-{login}")).await;
    }
    tour.sign_in("yushu").await;
    tour.at("/desk/rounds", "town-rounds").await;
    tour.at("/desk/inbox", "town-inbox").await;
    tour.at("/desk/ledger", "town-ledger").await;
    tour.at("/desk/month", "town-month").await;
    tour.open("/desk/items", "town-items-open").await;
    browser.go("/desk/items").await;
    for (n, item) in tour.cases(9).await.iter().enumerate() {
        tour.open(item, &format!("town-item-{n}")).await;
    }
    tour.at("/desk/today", "town-today").await;
    tour.at("/desk/board", "town-board").await;
    papers(tour).await;
    tour.sign_in("guanli").await;
    administration(&Tour {
        kind: format!("{}-town", tour.kind),
        ..*tour
    })
    .await;
}

/// Documents of the cases in the ledger, each as it prints.
async fn papers(tour: &Tour<'_>) {
    let browser = tour.browser;
    browser.go("/desk/ledger").await;
    let mut taken = 0;
    for case in tour.cases(20).await {
        browser.go(&case).await;
        for paper in tour
            .links("main a[href*='/document/']:not([href$='docx'])", 9)
            .await
        {
            if taken < 4 {
                tour.at(&paper, &format!("town-paper-{taken}")).await;
                taken += 1;
            }
        }
    }
}
