//! A real browser: Chromium, told what to do by ChromeDriver.

mod access;
mod authenticator;
mod fits;
mod keys;
mod look;

pub use fits::View;
pub use keys::{ENTER, SPACE};

use fantoccini::elements::Element;
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Map, json};
use std::env;
use std::io::{BufRead as _, BufReader};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use tempfile::TempDir;

/// How large the window is.
#[derive(Debug, Clone, Copy)]
pub enum Size {
    /// 1280 × 1000.
    Desktop,
    /// 390 × 844.
    Phone,
    /// 320 × 640: what a page of 1280 becomes at 400 % (WCAG 1.4.10).
    Narrow,
}

impl Size {
    fn pixels(self) -> (u32, u32) {
        match self {
            Self::Desktop => (1280, 1000),
            Self::Phone => (390, 844),
            Self::Narrow => (320, 640),
        }
    }
}

/// One window with its own profile: one person.
pub struct Browser {
    /// The window.
    pub client: Client,
    driver: Child,
    base: String,
    size: Size,
    _profile: TempDir,
}

/// From the environment, or where Debian puts it; `None` where it is not there.
fn program(variable: &str, usual: &str) -> Option<PathBuf> {
    let path = env::var_os(variable).map_or_else(|| PathBuf::from(usual), PathBuf::from);
    path.exists().then_some(path)
}

impl Browser {
    /// Opens a window for one person; `None`, with a line that says so, where there is no browser.
    pub async fn open(base: &str, size: Size) -> Option<Self> {
        Self::start(base, size, true).await
    }

    /// As [`Browser::open`], for a person whose browser runs no scripts.
    pub async fn open_without_scripts(base: &str, size: Size) -> Option<Self> {
        Self::start(base, size, false).await
    }

    async fn start(base: &str, size: Size, scripts: bool) -> Option<Self> {
        let found = program("WENZHENG_TEST_CHROMEDRIVER", "/usr/bin/chromedriver")
            .zip(program("WENZHENG_TEST_CHROMIUM", "/usr/bin/chromium"));
        let Some((chromedriver, chromium)) = found else {
            assert!(env::var_os("CI").is_none(), "no Chromium and ChromeDriver");
            eprintln!("skipped: browser tests: no Chromium and ChromeDriver");
            return None;
        };
        let mut driver = Command::new(chromedriver)
            .arg("--port=0")
            // what the browser itself says, such as beside a field for files
            .env("LANGUAGE", "zh_CN")
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let port = port_of(&mut driver);
        let profile = tempfile::tempdir().unwrap();
        let (width, height) = size.pixels();
        let options = json!({
            "binary": chromium,
            // 1 allows, 2 blocks
            "prefs": { "profile.managed_default_content_settings.javascript": if scripts { 1 } else { 2 } },
            "args": [
                "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-sync",
                "--disable-dev-shm-usage", "--lang=zh-CN",
                format!("--window-size={width},{height}"),
                format!("--user-data-dir={}", profile.path().display()),
            ],
        });
        let capabilities = Map::from_iter([
            ("goog:chromeOptions".to_owned(), options),
            ("goog:loggingPrefs".to_owned(), json!({ "browser": "ALL" })),
        ]);
        let client = ClientBuilder::new(HttpConnector::new())
            .capabilities(capabilities)
            .connect(&format!("http://127.0.0.1:{port}"))
            .await
            .unwrap();
        client.set_window_size(width, height).await.unwrap();
        let browser = Self {
            client,
            driver,
            base: base.to_owned(),
            size,
            _profile: profile,
        };
        browser.measure(width, height).await;
        browser.go("/?lang=zh").await;
        Some(browser)
    }

    /// Goes to a page of the installation.
    pub async fn go(&self, path: &str) {
        self.client.goto(&format!("{}{path}", self.base)).await.unwrap();
    }

    /// The element that a CSS selector finds.
    pub async fn find(&self, selector: &str) -> Element {
        match self.client.find(Locator::Css(selector)).await {
            Ok(found) => found,
            Err(error) => panic!("{selector}: {error}\n{}", self.text().await),
        }
    }

    /// Whether a CSS selector finds anything.
    pub async fn has(&self, selector: &str) -> bool {
        !self
            .client
            .find_all(Locator::Css(selector))
            .await
            .unwrap()
            .is_empty()
    }

    /// Types into a field of a form, in place of what stands there.
    pub async fn fill(&self, selector: &str, text: &str) {
        let field = self.find(selector).await;
        field.clear().await.unwrap();
        field.send_keys(text).await.unwrap();
    }

    /// Chooses from a list by value.
    pub async fn choose(&self, selector: &str, value: &str) {
        self.find(selector).await.select_by_value(value).await.unwrap();
    }

    /// Clicks.
    pub async fn click(&self, selector: &str) {
        self.find(selector).await.click().await.unwrap();
    }

    /// Clicks a button that sends a form, and waits for the page that answers.
    pub async fn send(&self, selector: &str) {
        let page = self.find("html").await;
        self.click(selector).await;
        // The old page's root goes stale once the answer is there.
        while page.tag_name().await.is_ok() {
            tokio::task::yield_now().await;
        }
        self.find("main").await;
    }

    /// What stands on the page.
    pub async fn text(&self) -> String {
        match self.client.find(Locator::Css("body")).await {
            Ok(body) => body.text().await.unwrap_or_default(),
            Err(_) => String::new(),
        }
    }

    /// Fails unless the page says this.
    pub async fn says(&self, wanted: &str) {
        let text = self.text().await;
        assert!(
            text.contains(wanted),
            "the page does not say \"{wanted}\":\n{text}"
        );
    }

    /// Signs a member of staff of the test installation in.
    pub async fn sign_in(&self, login: &str) {
        self.sign_in_with(login, crate::PASSWORD).await;
    }

    /// Signs a member of staff in.
    pub async fn sign_in_with(&self, login: &str, password: &str) {
        self.go("/desk/sign-in").await;
        self.fill("#login", login).await;
        self.fill("#password", password).await;
        self.send("main button[type=submit]").await;
    }

    /// Closes the window.
    pub async fn close(self) {
        self.client.clone().close().await.unwrap();
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        let _ = self.driver.kill();
        let _ = self.driver.wait();
    }
}

/// ChromeDriver says on which port it listens.
fn port_of(driver: &mut Child) -> u16 {
    let output = BufReader::new(driver.stdout.take().unwrap());
    for line in output.lines() {
        let line = line.unwrap();
        if let Some((_, rest)) = line.split_once("started successfully on port ") {
            return rest.trim_end_matches('.').trim().parse().unwrap();
        }
    }
    panic!("ChromeDriver did not start");
}
