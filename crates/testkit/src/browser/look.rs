//! Looking at a page: its picture, its print, what the browser complains of.

use super::Browser;
use fantoccini::wd::{PrintConfigurationBuilder, PrintMargins, WebDriverCompatibleCommand};
use http::Method;
use serde_json::json;
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};
use url::{ParseError, Url};

/// What the browser has complained of since it was last asked.
#[derive(Debug)]
struct Console;

impl WebDriverCompatibleCommand for Console {
    fn endpoint(&self, driver: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        driver.join(&format!("session/{}/se/log", session.unwrap_or_default()))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        (Method::POST, Some(json!({ "type": "browser" }).to_string()))
    }
}

/// What only the developers' tools of Chromium can do.
#[derive(Debug)]
struct DevTools(&'static str, serde_json::Value);

impl WebDriverCompatibleCommand for DevTools {
    fn endpoint(&self, driver: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        driver.join(&format!(
            "session/{}/goog/cdp/execute",
            session.unwrap_or_default()
        ))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        let told = json!({ "cmd": self.0, "params": self.1 });
        (Method::POST, Some(told.to_string()))
    }
}

impl Browser {
    /// Whether the page is wider than the window.
    pub async fn scrolls_sideways(&self) -> bool {
        let script = "return document.documentElement.scrollWidth > document.documentElement.clientWidth";
        self.client
            .execute(script, Vec::new())
            .await
            .unwrap()
            .as_bool()
            .unwrap()
    }

    /// Warnings and errors of the browser since it was last asked: what a page may not load, a style that was
    /// refused. That a page answered with an error status is not among them.
    pub async fn complaints(&self) -> Vec<String> {
        let found = self.client.issue_cmd(Console).await.unwrap();
        let entries = found.as_array().unwrap().iter();
        entries
            .filter(|entry| {
                entry["source"] != "network" && entry["level"] != "INFO" && entry["level"] != "DEBUG"
            })
            .map(|entry| entry["message"].as_str().unwrap_or_default().to_owned())
            .collect()
    }

    /// A picture of the whole page, from top to bottom, as PNG.
    pub async fn picture(&self) -> Vec<u8> {
        let script = "return document.documentElement.scrollHeight";
        let tall = self.client.execute(script, Vec::new()).await.unwrap();
        let tall = u32::try_from(tall.as_u64().unwrap()).unwrap();
        let (width, height) = self.size.pixels();
        self.measure(width, tall.max(height)).await;
        let picture = self.client.screenshot().await.unwrap();
        self.measure(width, height).await;
        picture
    }

    /// Keeps a picture of the open page in the folder that `WENZHENG_TEST_PICTURES` names, to look at; without it, does nothing.
    pub async fn keep_picture(&self) {
        static TAKEN: AtomicUsize = AtomicUsize::new(0);
        let Some(folder) = std::env::var_os("WENZHENG_TEST_PICTURES") else {
            return;
        };
        let lang = self
            .find("html")
            .await
            .attr("lang")
            .await
            .unwrap()
            .unwrap_or_default();
        let path = self.client.current_url().await.unwrap().path().replace('/', "_");
        let n = TAKEN.fetch_add(1, Ordering::Relaxed);
        let name = format!("{:?}-{lang}-{n:03}{path}.png", self.size);
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(PathBuf::from(folder).join(name), self.picture().await).unwrap();
    }

    /// As much of the page as a window of this size shows, from where a selector finds something, else from the top.
    pub async fn glimpse(&self, (width, height): (u32, u32), from: Option<&str>) -> Vec<u8> {
        self.measure(width, height).await;
        let script = "document.activeElement.blur(); \
            document.documentElement.style.scrollbarWidth = 'none'; \
            const from = arguments[0] && document.querySelector(arguments[0]); \
            scrollTo(0, from ? from.getBoundingClientRect().top + scrollY - 12 : 0)";
        let from = from.map_or(serde_json::Value::Null, Into::into);
        self.client.execute(script, vec![from]).await.unwrap();
        let picture = self.client.screenshot().await.unwrap();
        let (width, height) = self.size.pixels();
        self.measure(width, height).await;
        picture
    }

    /// Makes the page so large: a window of this browser is never narrower than 500 pixels, whatever it is told.
    pub(super) async fn measure(&self, width: u32, height: u32) {
        let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.tell("Emulation.setDeviceMetricsOverride", size).await;
    }

    /// Tells the developers' tools something, and what they answer.
    pub(super) async fn tell(&self, what: &'static str, how: serde_json::Value) -> serde_json::Value {
        self.client.issue_cmd(DevTools(what, how)).await.unwrap()
    }

    /// The page as it comes out of the printer, as PDF on A4.
    pub async fn printed(&self) -> Vec<u8> {
        let paper = PrintConfigurationBuilder::default()
            .margins(PrintMargins {
                top: 1.8,
                bottom: 1.8,
                left: 1.6,
                right: 1.6,
            })
            .build()
            .unwrap();
        self.client.print(paper).await.unwrap()
    }
}
