//! A citizen on a phone whose browser runs no scripts: writes with a file and the code from the phone, follows the
//! case, adds to it and answers the return visit, in Chinese and in English.

use calendar::Lang;
use case::CaseNumber;
use fantoccini::Locator;
use testkit::{Browser, Served, Size};

const PHONE: &str = "13800138000";

/// A citizen with their window.
struct Citizen<'a> {
    browser: &'a Browser,
    served: &'a Served,
    lang: Lang,
}

async fn from_writing_to_rating(lang: Lang, query: &str) {
    let served = Served::sqlite().await;
    let Some(browser) = Browser::open_without_scripts(&served.url, Size::Phone).await else {
        return;
    };
    let scripts = "data:text/html,<noscript>no scripts here</noscript>";
    browser.client.goto(scripts).await.unwrap();
    browser.says("no scripts here").await;
    browser.go(&format!("/?lang={query}")).await;
    let citizen = Citizen {
        browser: &browser,
        served: &served,
        lang,
    };
    let (shown, code) = citizen.write().await;
    let number = CaseNumber::from(seal::number::check(&shown).unwrap());
    citizen.tries_in_vain(&shown).await;

    // The quarter of an hour is over, and the right check code opens the case.
    served.test.clock.advance(15);
    citizen.follow(&shown, &code).await;
    browser.says("垂虹桥的护栏断了").await;
    assert!(browser.has("a[href*='/case/file/']").await, "the file is there");
    citizen.add("东侧也断了一截").await;

    // SQ-10(3), SQ-10(5): replied to, and asked how it went.
    served.test.accept(&number).await;
    served.test.dispatch(&number, "water").await;
    served.test.report(&number).await;
    served.test.reply(&number).await;
    citizen.rate().await;
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_citizen_writes_follows_adds_and_rates_without_scripts_in_chinese() {
    from_writing_to_rating(Lang::Zh, "zh").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_citizen_writes_follows_adds_and_rates_without_scripts_in_english() {
    from_writing_to_rating(Lang::En, "en").await;
}

/// How many pages a PDF has: the browser writes the objects of pages in plain text.
fn sheets(pdf: &[u8]) -> usize {
    let text = String::from_utf8_lossy(pdf);
    text.matches("/Type /Page").count() - text.matches("/Type /Pages").count()
}

impl Citizen<'_> {
    async fn says(&self, key: &str) {
        self.browser.says(&words::say(self.lang, key, &[])).await;
    }

    async fn looks_right(&self) {
        assert!(!self.browser.scrolls_sideways().await, "wider than a phone");
        assert_eq!(self.browser.complaints().await, Vec::<String>::new());
    }

    /// SQ-10(1): the real name by the code that went to the phone. Number and check code of the receipt.
    async fn write(&self) -> (String, String) {
        let browser = self.browser;
        browser.go("/write").await;
        self.looks_right().await;
        browser.click("input[name=category][value=complaint]").await;
        browser.fill("#title", "垂虹桥的护栏断").await;
        browser.fill("#text", "护栏断了一截，孩子路过很危险。").await;
        browser.send("main .send button[type=submit]").await;
        self.looks_right().await;
        browser.fill("#place", "垂虹桥北侧").await;

        // Back to mend the title: what was typed since is still there afterwards.
        browser.send("button[name=go][value=what]").await;
        browser.fill("#title", "垂虹桥的护栏断了").await;
        browser.send("main .send button[type=submit]").await;
        let place = browser.find("#place").await.prop("value").await.unwrap();
        assert_eq!(place.as_deref(), Some("垂虹桥北侧"));
        browser.send("main .send button[type=submit]").await;
        self.looks_right().await;
        browser.fill("#phone", PHONE).await;
        browser.send("main .send button[type=submit]").await;
        self.says("citizen-code-sent").await;
        self.looks_right().await;
        browser.says("护栏断了一截，孩子路过很危险。").await;
        let code = self.served.test.sent_code(PHONE).await;
        let file = self.served.test.folder.path().join("护栏.pdf");
        std::fs::write(&file, "%PDF-1.7\n% a picture of the rail").unwrap();
        let attachments = browser.find("#attachments").await;
        attachments.send_keys(&file.display().to_string()).await.unwrap();
        browser.fill("#name", "王小明").await;
        browser.fill("#phone_code", "000000").await;
        browser.fill("#id_number", "11010519491231002X").await;

        // A wrong code: the form comes back filled, and says so beside the field.
        browser.send("#writing > .send button[type=submit]").await;
        self.says("field-code-wrong").await;
        self.says("portal-file-held").await;
        browser.says("护栏.pdf").await;
        let name = browser.find("#name").await.prop("value").await.unwrap();
        assert_eq!(name.as_deref(), Some("王小明"));
        browser.fill("#phone_code", &code).await;
        browser.send("#writing > .send button[type=submit]").await;
        self.says("citizen-receipt").await;
        self.looks_right().await;
        assert!(browser.has("svg.qr").await, "the promise is there as a code");
        assert_eq!(sheets(&browser.printed().await), 1, "on one sheet of A4");
        let values = browser.client.find_all(Locator::Css(".big dd")).await.unwrap();
        (values[0].text().await.unwrap(), values[1].text().await.unwrap())
    }

    async fn follow(&self, number: &str, code: &str) {
        self.browser.go("/follow").await;
        self.browser.fill("#number", number).await;
        self.browser.fill("#code", code).await;
        self.browser.send("main button[type=submit]").await;
    }

    /// What is mistyped is named; guessing ends after a few tries, with a word on when to try again.
    async fn tries_in_vain(&self, number: &str) {
        self.follow("2025 0303", "7K3M-Q9XD").await;
        let found = [("found", "8".to_owned())];
        self.browser
            .says(&words::say(self.lang, "number-form", &found))
            .await;
        self.follow(number, "7K3M").await;
        self.says("number-check-code").await;
        for _ in 0..6 {
            self.follow(number, "0000-0000").await;
            self.says("citizen-follow-wrong").await;
            self.looks_right().await;
        }
        self.follow(number, "0000-0000").await;
        self.says("shell-too-many").await;
        let wait = match self.lang {
            Lang::Zh => "15 分钟",
            Lang::En => "15 minutes",
        };
        self.browser.says(wait).await;
        self.looks_right().await;
    }

    async fn add(&self, text: &str) {
        self.browser.click("#add > summary").await;
        self.browser.fill("#add textarea[name=text]", text).await;
        self.browser.send("#add button[type=submit]").await;
        self.says("citizen-done").await;
        self.browser.says(text).await;
        self.looks_right().await;
    }

    async fn rate(&self) {
        let browser = self.browser;
        browser.go("/case/visit").await;
        browser.says("路灯已经修好。").await;
        self.looks_right().await;
        browser.click("#answer-visit input[name=solved][value=yes]").await;
        browser
            .click("#answer-visit input[name=satisfied][value=yes]")
            .await;
        browser
            .fill("#answer-visit textarea[name=text]", "谢谢，很快就修好了")
            .await;
        browser.send("#answer-visit button[type=submit]").await;
        self.says("portal-thanks-well").await;
        self.looks_right().await;
        browser.go("/case").await;
        self.says("desk-did-answer-visit").await;
        browser.says("谢谢，很快就修好了").await;
        assert!(!browser.has("#answer-visit .faulty").await);
        self.looks_right().await;
    }
}
