//! Where the tasks are done: an installation, one window, one language.

use calendar::Lang;
use case::CaseNumber;
use store::testing::Fresh;
use testkit::{Browser, Served, Size, TestOffice};

/// An installation and a window.
pub(crate) struct Stage {
    pub(crate) served: Served,
    pub(crate) browser: Browser,
    pub(crate) lang: Lang,
}

impl Stage {
    pub(crate) async fn hotline(size: Size, lang: Lang) -> Option<Self> {
        Self::on(TestOffice::sqlite().await, size, lang).await
    }

    pub(crate) async fn board(size: Size, lang: Lang) -> Option<Self> {
        let rules = include_str!("../../../../procedures/jungar-messages.toml");
        let test = TestOffice::under(Fresh::sqlite(), "board", "示例旗", rules).await;
        crate::browser_roles::board::people(&test).await;
        Self::on(test, size, lang).await
    }

    pub(crate) async fn portal(size: Size, lang: Lang) -> Option<Self> {
        let rules = include_str!("../../../../procedures/pingliang-messages.toml");
        let test = TestOffice::under(Fresh::sqlite(), "portal", "示例市", rules).await;
        crate::browser_roles::portal::people(&test).await;
        Self::on(test, size, lang).await
    }

    async fn on(test: TestOffice, size: Size, lang: Lang) -> Option<Self> {
        let served = Served::of(test).await;
        let browser = Browser::open(&served.url, size).await?;
        let name = if lang == Lang::Zh { "zh" } else { "en" };
        browser.go(&format!("/?lang={name}")).await;
        Some(Self {
            served,
            browser,
            lang,
        })
    }

    pub(crate) fn test(&self) -> &TestOffice {
        &self.served.test
    }

    /// The page says the text of a key in the reader's language.
    pub(crate) async fn says(&self, key: &str) {
        self.browser.says(&words::say(self.lang, key, &[])).await;
    }

    /// The page fits, and the browser has nothing to complain of.
    pub(crate) async fn looks_right(&self) {
        assert!(!self.browser.scrolls_sideways().await, "wider than its window");
        assert_eq!(self.browser.complaints().await, Vec::<String>::new());
        self.browser.keep_picture().await;
    }

    /// Somebody signs in and finds the case where their work begins.
    pub(crate) async fn finds(&self, login: &str, number: &CaseNumber) {
        self.browser.sign_in(login).await;
        self.looks_right().await;
        let link = format!("main a[href*='{number}']");
        if !self.browser.has(&link).await {
            self.browser.go("/desk?queue=all").await;
        }
        self.browser.send(&link).await;
        self.looks_right().await;
    }

    /// Fills the form of an act and sends it: texts by name, answers to click by name and value.
    pub(crate) async fn does(&self, act: &str, texts: &[(&str, &str)], answers: &[(&str, &str)]) {
        if !self.browser.has(&format!("#{act}[open]")).await {
            self.browser.click(&format!("#{act} > summary")).await;
        }
        for (name, value) in answers {
            self.browser
                .click(&format!("#{act} input[name='{name}'][value='{value}']"))
                .await;
        }
        for (name, text) in texts {
            self.browser.fill(&format!("#{act} [name='{name}']"), text).await;
        }
        self.browser.send(&format!("#{act} button[type=submit]")).await;
        self.looks_right().await;
    }

    pub(crate) async fn leave(self) {
        self.browser.close().await;
    }
}
