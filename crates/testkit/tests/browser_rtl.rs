//! A language that is written from the right to the left: pages turn round, and fit as they do otherwise. A program of its own,
//! because languages are added once.

use testkit::{Browser, Invented, Size, View};

/// Invented words, in Arabic script so that the direction shows; what it lacks comes in English.
const FILE: &str = "language-name = سىناق\nlanguage-base = en\nshell-skip = سەكرە\nshell-nav-write = ياز\n";

const VIEWS: [View; 3] = [
    View {
        name: "on a phone",
        width: 390,
        height: 844,
        type_percent: 100,
        large: false,
    },
    View {
        name: "at 320 pixels in large type",
        width: 320,
        height: 640,
        type_percent: 100,
        large: true,
    },
    View {
        name: "on a desktop",
        width: 1280,
        height: 1000,
        type_percent: 100,
        large: false,
    },
];

const CITIZEN: [&str; 7] = [
    "/",
    "/write",
    "/write/form",
    "/follow",
    "/procedure",
    "/knowledge",
    "/design",
];
const DESK: [&str; 6] = [
    "/desk?queue=all",
    "/desk/call",
    "/desk/ledger",
    "/desk/today",
    "/desk/board",
    "/calendar?start=2026-09-30T15:00&limit=5&limit_unit=workdays",
];

/// What of the open page is wrong.
async fn wrong(browser: &Browser, page: &str) -> Vec<String> {
    let unfold = "for (const folded of document.querySelectorAll('details')) folded.open = true";
    browser.client.execute(unfold, Vec::new()).await.unwrap();
    let mut wrong = Vec::new();
    // edges that mark something stand where lines begin
    let turned = "const faults = getComputedStyle(document.body).direction === 'rtl' ? [] : ['not turned round']; \
        for (const found of document.querySelectorAll('.act, .clock, .notice, .faulty, .moment, .aside, .reply')) { \
          const style = getComputedStyle(found), wide = side => parseFloat(style['border' + side + 'Width']); \
          if (wide('Left') > wide('Right')) faults.push('its edge stands on the left: ' + found.className); } \
        return faults";
    let found = browser.client.execute(turned, Vec::new()).await.unwrap();
    let found = found.as_array().unwrap().iter();
    wrong.extend(found.map(|fault| fault.as_str().unwrap().to_owned()));
    for view in VIEWS {
        let found = browser.misfits(view).await;
        wrong.extend(found.into_iter().map(|fault| format!("{}: {fault}", view.name)));
    }
    wrong.iter().map(|fault| format!("{page}: {fault}")).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn pages_turn_round_and_fit() {
    let checked = words::check("ug", FILE);
    assert!(words::add(vec![checked.language.unwrap()]));
    let invented = Invented::sqlite().await;
    let Some(browser) = Browser::open(&invented.served.url, Size::Phone).await else {
        return;
    };
    browser.go("/?lang=ug").await;
    let mut faults = Vec::new();
    for page in CITIZEN {
        browser.go(page).await;
        faults.extend(wrong(&browser, page).await);
    }
    browser.as_opened().await;
    browser.sign_in_with("linxiaoyan", office::demo::PASSWORD).await;
    for page in DESK {
        browser.go(page).await;
        faults.extend(wrong(&browser, page).await);
    }
    browser.go("/desk?queue=all").await;
    browser.as_opened().await;
    browser.send("tbody th a").await;
    faults.extend(wrong(&browser, "a case").await);
    browser.close().await;
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
