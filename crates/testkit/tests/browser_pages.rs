//! Every page on a phone and at 320 pixels: no scrolling sideways, one heading, the right language, no complaint of
//! the browser, and nothing that bars people (WCAG 2.2 AA, as far as axe-core sees it).
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]

use fantoccini::Locator;
use office::Draft;
use testkit::{Browser, Served, Size};

/// Pages that anybody opens.
const PUBLIC: [&str; 19] = [
    "/",
    "/write",
    "/write/form",
    "/follow",
    "/my",
    "/procedure",
    "/procedure/conformance",
    "/procedure/flow",
    "/calendar?start=2025-09-30T15:00&limit=5&limit_unit=workdays",
    "/knowledge",
    "/about",
    // with all reading aids, until they are taken back
    "/follow?reading=lcs",
    "/reading",
    "/design?reading=0",
    "/manual",
    "/manual/operator",
    "/nothing-here",
    "/desk/sign-in",
    "/desk/first/some-link",
];

async fn looks_right(browser: &Browser, page: &str, lang: &str) {
    let wide = browser
        .client
        .execute("return innerWidth", Vec::new())
        .await
        .unwrap();
    assert!(
        wide.as_u64().unwrap() <= 390,
        "{page} is looked at {wide} pixels wide"
    );
    assert!(
        !browser.scrolls_sideways().await,
        "{page} in {lang} scrolls sideways"
    );
    let headings = browser.client.find_all(Locator::Css("h1")).await.unwrap();
    assert_eq!(headings.len(), 1, "{page} in {lang}: one h1");
    let found = browser.find("html").await.attr("lang").await.unwrap();
    let wanted = if lang == "zh" { "zh-CN" } else { "en" };
    assert_eq!(found.as_deref(), Some(wanted), "{page}");
    let complaints = browser.complaints().await;
    assert!(complaints.is_empty(), "{page} in {lang}: {complaints:?}");
}

async fn every_page(size: Size) {
    // what bars people does not hang on the width: once is enough
    let once = matches!(size, Size::Phone);
    let mut barred: Vec<String> = Vec::new();
    let served = Served::sqlite().await;
    let Some(browser) = Browser::open(&served.url, size).await else {
        return;
    };
    let test = &served.test;
    let replied = test.replied("井盖松动").await;
    let supervised = test.dispatched("路灯不亮", "water").await;
    let long = "https://example.com/a-very-long-address-without-any-place-to-break-it/".repeat(3);
    let add = Draft::Add { text: long };
    test.command(&test.citizen(&supervised), &supervised, None, add)
        .await
        .unwrap();
    for _ in 0..40 {
        test.clock.advance(60);
        test.office.run_timers().await.unwrap();
    }
    let case = format!("/desk/case/{supervised}");
    let other = format!("/desk/case/{replied}");
    let desk = [
        (
            "operator",
            vec![
                "/desk",
                "/desk?queue=all",
                "/desk/call",
                "/desk/knowledge",
                "/desk/knowledge/new",
                "/desk/ledger",
                "/desk/roster",
                &case,
            ],
        ),
        ("dispatcher", vec!["/desk", &case]),
        ("handler-water", vec!["/desk", &case]),
        ("reviewer", vec!["/desk", &other]),
        ("visitor", vec!["/desk", &other]),
        ("supervisor", vec!["/desk", &case, "/desk/case/nothing"]),
        ("administrator", vec!["/desk", "/desk/directory", "/desk/ledger"]),
    ];
    for lang in ["zh", "en"] {
        browser.go(&format!("/?lang={lang}")).await;
        for page in PUBLIC {
            browser.go(page).await;
            looks_right(&browser, page, lang).await;
            if once {
                barred.extend(barriers(&browser, page, lang).await);
            }
        }
        for (login, pages) in &desk {
            browser.sign_in(login).await;
            for page in pages {
                browser.go(page).await;
                unfold(&browser).await;
                looks_right(&browser, page, lang).await;
                if once {
                    barred.extend(barriers(&browser, page, lang).await);
                }
            }
        }
    }
    browser.close().await;
    assert!(barred.is_empty(), "{}", barred.join("\n"));
}

async fn barriers(browser: &Browser, page: &str, lang: &str) -> Vec<String> {
    let found = browser.barriers().await;
    found
        .into_iter()
        .map(|line| format!("{page} in {lang}: {line}"))
        .collect()
}

/// Every form and every counting of days stands open.
async fn unfold(browser: &Browser) {
    let script = "for (const folded of document.querySelectorAll('details')) folded.open = true";
    browser.client.execute(script, Vec::new()).await.unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_page_fits_a_phone() {
    every_page(Size::Phone).await;
}

/// WCAG 1.4.10: a page of 1280 pixels at 400 %.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_page_fits_320_pixels() {
    every_page(Size::Narrow).await;
}
