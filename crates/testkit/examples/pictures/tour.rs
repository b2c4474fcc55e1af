//! One window going from page to page.

use crate::demo::{PASSWORD, Place};
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use testkit::Browser;

/// Where it goes, and where its pictures go.
pub(crate) struct Tour<'a> {
    pub(crate) browser: &'a Browser,
    pub(crate) place: &'a Place,
    pub(crate) folder: &'a Path,
    /// Such as `phone-zh`.
    pub(crate) kind: String,
    /// The paths of the pages that a picture was taken of.
    pub(crate) seen: &'a RefCell<BTreeSet<String>>,
}

impl Tour<'_> {
    /// A picture of the page as it stands, and on a desktop how it comes out of the printer.
    pub(crate) async fn take(&self, name: &str) {
        let url = self.browser.client.current_url().await.unwrap();
        let path = url.as_str().strip_prefix(&self.place.url).unwrap_or_default();
        let path = path.split(['?', '#']).next().unwrap_or_default();
        self.seen.borrow_mut().insert(path.to_owned());
        if self.browser.scrolls_sideways().await {
            println!("{}-{name} scrolls sideways", self.kind);
        }
        let file = self.folder.join(format!("{}-{name}.png", self.kind));
        fs::write(file, self.browser.picture().await).unwrap();
        if self.kind.starts_with("desktop") {
            self.print(name).await;
        }
    }

    /// A picture of a page.
    pub(crate) async fn at(&self, path: &str, name: &str) {
        self.browser.go(path).await;
        self.take(name).await;
    }

    /// A picture of a page with every form on it standing open.
    pub(crate) async fn open(&self, path: &str, name: &str) {
        self.browser.go(path).await;
        let script = "for (const folded of document.querySelectorAll('details')) folded.open = true";
        self.browser.client.execute(script, Vec::new()).await.unwrap();
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
        self.links("tbody th a", most).await
    }

    /// The addresses within the site that some links lead to, at most so many.
    pub(crate) async fn links(&self, selector: &str, most: usize) -> Vec<String> {
        let css = fantoccini::Locator::Css(selector);
        let found = self.browser.client.find_all(css).await.unwrap();
        let prefix = self.place.url.find("/@").map_or("", |at| &self.place.url[at..]);
        let mut all = Vec::new();
        for link in found.into_iter().take(most) {
            let href = link.attr("href").await.unwrap().unwrap();
            all.push(href.strip_prefix(prefix).unwrap_or(&href).to_owned());
        }
        all
    }
}
