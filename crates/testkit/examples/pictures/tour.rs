//! One window going from page to page.

use crate::demo::{Demo, PASSWORD};
use std::fs;
use std::path::Path;
use testkit::Browser;

/// Where it goes, and where its pictures go.
pub(crate) struct Tour<'a> {
    pub(crate) browser: &'a Browser,
    pub(crate) demo: &'a Demo,
    pub(crate) folder: &'a Path,
    /// Such as `phone-zh`.
    pub(crate) kind: String,
}

impl Tour<'_> {
    /// A picture of the page as it stands.
    pub(crate) async fn take(&self, name: &str) {
        let file = self.folder.join(format!("{}-{name}.png", self.kind));
        fs::write(file, self.browser.picture().await).unwrap();
    }

    /// A picture of a page.
    pub(crate) async fn at(&self, path: &str, name: &str) {
        self.browser.go(path).await;
        self.take(name).await;
    }

    /// The page as it is printed.
    pub(crate) async fn print(&self, name: &str) {
        let file = self.folder.join(format!("{}-{name}.pdf", self.kind));
        fs::write(file, self.browser.printed().await).unwrap();
    }

    /// Sends the form without what the browser itself would ask for, as a browser that does not check would.
    pub(crate) async fn send_unchecked(&self, form: &str, button: &str) {
        let script = "document.querySelector(arguments[0]).noValidate = true";
        self.browser
            .client
            .execute(script, vec![form.into()])
            .await
            .unwrap();
        self.browser.send(button).await;
    }

    pub(crate) async fn sign_in(&self, login: &str) {
        self.browser.sign_in_with(login, PASSWORD).await;
    }

    /// The addresses of the cases on a list, at most so many.
    pub(crate) async fn cases(&self, most: usize) -> Vec<String> {
        let found = self
            .browser
            .client
            .find_all(fantoccini::Locator::Css("tbody th a"))
            .await
            .unwrap();
        let mut all = Vec::new();
        for link in found.into_iter().take(most) {
            all.push(link.attr("href").await.unwrap().unwrap());
        }
        all
    }
}
