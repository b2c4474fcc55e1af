//! Every page of the invented city and its town, in both languages: one heading, the right language, no complaint of the
//! browser, nothing that bars people (WCAG 2.2 AA, as far as axe-core sees it); nothing is cut off, lies over something
//! else or scrolls sideways on a phone, at 320 pixels, at 200 % and in large type; and what is printed is what is read.

mod pages;

use case::CaseNumber;
use fantoccini::Locator;
use office::Draft;
use office::senders::{Console, Senders};
use office::staff::SignInRules;
use pages::{CITY, ELSEWHERE, Look, TOWN, Who};
use std::collections::BTreeSet;
use std::sync::Arc;
use testkit::{Browser, Invented, Size, View};

const fn view(name: &'static str, width: u32, height: u32) -> View {
    View {
        name,
        width,
        height,
        type_percent: 100,
        large: false,
    }
}

/// How each page is looked at.
const VIEWS: [View; 7] = [
    view("on a phone", 390, 844),
    view("at 320 pixels", 320, 640),
    // 1280 pixels at 200 %
    view("at 200 %", 640, 500),
    view("on a desktop", 1280, 1000),
    // WCAG 1.4.4: the type alone grows, as browsers let readers set it
    View {
        type_percent: 200,
        ..view("with type at 200 %", 1280, 1000)
    },
    // 适老化
    View {
        large: true,
        ..view("in large type", 1280, 1000)
    },
    View {
        large: true,
        ..view("in large type at 320 pixels", 320, 640)
    },
];

/// The phone of the citizen of the tests, who has a case in the city.
const PHONE: &str = "13800138000";

/// One window going through pages.
struct Tour<'a> {
    browser: Browser,
    invented: &'a Invented,
    /// What stands before the paths of this place.
    prefix: &'static str,
    lang: &'static str,
    /// A case with text that cannot be broken.
    long: CaseNumber,
    /// The routes that were opened.
    seen: BTreeSet<String>,
    wrong: Vec<String>,
}

impl Tour<'_> {
    async fn all(&mut self, looks: &[Look]) {
        self.browser.go(&format!("/?lang={}", self.lang)).await;
        for (who, pages) in looks {
            self.become_one(*who).await;
            for page in *pages {
                self.browser.as_opened().await;
                self.open(page).await;
                self.look(page).await;
            }
        }
    }

    async fn become_one(&self, who: Who) {
        let browser = &self.browser;
        browser.as_opened().await;
        match who {
            Who::Anybody => {}
            Who::Holder(n) => {
                let sample = &self.invented.city.samples[n];
                browser.go("/follow").await;
                browser.fill("#number", sample.number.as_str()).await;
                browser.fill("#code", &sample.check_code).await;
                browser.send("main button[type=submit]").await;
            }
            Who::Account => {
                browser.go("/my").await;
                browser.fill("#contact", PHONE).await;
                browser.send("main button[type=submit]").await;
                let code = self.invented.served.test.sent_code(PHONE).await;
                browser.fill("#code", &code).await;
                browser.send("main button[type=submit]").await;
            }
            Who::Staff(login) => browser.sign_in_with(login, office::demo::PASSWORD).await,
        }
    }

    /// Opens a page as the lists in `pages` name it.
    async fn open(&mut self, page: &str) {
        let page = page.replace("{long}", self.long.as_str());
        let mut parts = page.split(" => ");
        self.browser.go(parts.next().unwrap()).await;
        if let Some(link) = parts.next() {
            let found = self.browser.client.find(Locator::Css(link)).await;
            let Ok(found) = found else {
                self.wrong.push(format!("{page}: no such link"));
                return;
            };
            let href = found.attr("href").await.unwrap().unwrap();
            let path = href.split('#').next().unwrap();
            let path = path.strip_prefix(self.prefix).unwrap_or(path);
            let rest = parts.next().unwrap_or_default();
            self.browser.go(&format!("{path}{rest}")).await;
        }
        let url = self.browser.client.current_url().await.unwrap();
        let path = url.path();
        self.seen
            .insert(path.strip_prefix(self.prefix).unwrap_or(path).to_owned());
    }

    /// What is wrong with the open page.
    async fn look(&mut self, page: &str) {
        let browser = &self.browser;
        let mut wrong = Vec::new();
        // every form and every counting of days stands open
        let unfold = "for (const folded of document.querySelectorAll('details')) folded.open = true";
        browser.client.execute(unfold, Vec::new()).await.unwrap();
        let headings = browser.client.find_all(Locator::Css("h1")).await.unwrap();
        if headings.len() != 1 {
            wrong.push(format!("{} h1", headings.len()));
        }
        let found = browser.find("html").await.attr("lang").await.unwrap();
        let wanted = if self.lang == "zh" { "zh-CN" } else { "en" };
        if found.as_deref() != Some(wanted) {
            wrong.push(format!("in {found:?}"));
        }
        wrong.extend(browser.complaints().await);
        wrong.extend(browser.barriers().await);
        for view in VIEWS {
            let found = browser.misfits(view).await;
            wrong.extend(found.into_iter().map(|fault| format!("{}: {fault}", view.name)));
        }
        wrong.extend(browser.misprints().await);
        if page == "/desk/today" && browser.sheets().await != 1 {
            wrong.push("not on one sheet of A4".to_owned());
        }
        let place = if self.prefix.is_empty() { "city" } else { "town" };
        let says = |fault: String| format!("{place} {page} in {}: {fault}", self.lang);
        self.wrong.extend(wrong.into_iter().map(says));
    }
}

/// Routes of pages that nobody opened.
fn unopened(seen: &BTreeSet<String>) -> Vec<String> {
    let fits = |route: &str, path: &str| {
        let (route, path): (Vec<_>, Vec<_>) = (route.split('/').collect(), path.split('/').collect());
        let same = |(known, found): (&&str, &&str)| known.starts_with('{') || known == found;
        route.len() == path.len() && route.iter().zip(&path).all(same)
    };
    let ends = ["/docx", "/csv", "/{form}", "/file/{id}"];
    web::routes()
        .into_iter()
        .filter(|(method, _)| method.eq_ignore_ascii_case("get"))
        .map(|(_, route)| route)
        .filter(|route| !ELSEWHERE.iter().any(|(under, _)| route.starts_with(under)))
        .filter(|route| !ends.iter().any(|end| route.ends_with(end)))
        .filter(|route| !seen.iter().any(|path| fits(route, path)))
        .collect()
}

async fn every_page(lang: &'static str) {
    let invented = Invented::sqlite().await;
    let test = &invented.served.test;
    // whoever leads a county owes a second factor
    test.office.rule_sign_in(SignInRules {
        second_factor: vec!["county-leader".to_owned()],
        ..SignInRules::default()
    });
    // the heads of two days are published
    test.office.run_log().await.unwrap();
    test.clock.advance(24 * 60);
    test.office.run_log().await.unwrap();
    let long = test.receive_verified("井盖松动").await.number;
    let text = "https://example.com/a-very-long-address-without-any-place-to-break-it/".repeat(3);
    let add = Draft::Add { text };
    test.command(&test.citizen(&long), &long, None, add)
        .await
        .unwrap();
    // codes that were sent up to here have gone out
    let senders = Senders::all_by(Arc::new(Console::new(std::io::sink())));
    test.office.run_outbox(&senders).await.unwrap();
    let (city, town) = (invented.served.url.clone(), invented.town_url());
    let (mut seen, mut wrong) = (BTreeSet::new(), Vec::new());
    for (url, prefix, looks) in [(&city, "", CITY), (&town, "/@liuyindu", TOWN)] {
        let Some(browser) = Browser::open(url, Size::Phone).await else {
            return;
        };
        let mut tour = Tour {
            browser,
            invented: &invented,
            prefix,
            lang,
            long: long.clone(),
            seen,
            wrong,
        };
        tour.all(looks).await;
        tour.browser.close().await;
        (seen, wrong) = (tour.seen, tour.wrong);
    }
    let unopened = unopened(&seen);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(unopened.is_empty(), "no page was opened of {unopened:#?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_page_in_chinese() {
    every_page("zh").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_page_in_english() {
    every_page("en").await;
}
