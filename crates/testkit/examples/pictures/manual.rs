//! The pictures of the manual: not whole pages, but the part that its text speaks of.

use crate::demo::{Demo, PASSWORD, Place};
use std::fs;
use std::path::Path;
use testkit::{Browser, Size};

/// As wide as a column of text shows it without making letters too small.
const DESKTOP: (u32, u32) = (1100, 700);

/// A phone held upright, and less of it where there is less to see.
const PHONE: (u32, u32) = (390, 700);

/// One window, and where its pictures go.
struct Show<'a> {
    browser: Browser,
    window: (u32, u32),
    folder: &'a Path,
}

impl<'a> Show<'a> {
    async fn open(place: &Place, size: Size, folder: &'a Path) -> Option<Self> {
        let window = match size {
            Size::Desktop => DESKTOP,
            _ => PHONE,
        };
        let browser = Browser::open(&place.url, size).await?;
        Some(Self {
            browser,
            window,
            folder,
        })
    }

    /// The page as it stands, from where a selector finds something.
    async fn take(&self, name: &str, from: Option<&str>) {
        let picture = self.browser.glimpse(self.window, from).await;
        fs::write(self.folder.join(format!("{name}.png")), picture).unwrap();
    }

    async fn sign_in(&self, login: &str) {
        self.browser.sign_in_with(login, PASSWORD).await;
    }

    /// Opens the first case of the list.
    async fn first_case(&self) {
        self.browser.send("tbody th a").await;
    }

    /// Lets a folded form stand open.
    async fn unfold(&self, id: &str) {
        let script = "document.getElementById(arguments[0]).open = true";
        self.browser
            .client
            .execute(script, vec![id.into()])
            .await
            .unwrap();
    }
}

/// Takes all of them.
pub(crate) async fn pictures(demo: &Demo, folder: &Path) {
    let city = &demo.places[0];
    let (Some(desk), Some(phone)) = (
        Show::open(city, Size::Desktop, folder).await,
        Show::open(city, Size::Phone, folder).await,
    ) else {
        return;
    };
    citizen(&desk, &phone, city).await;
    staff(&desk, &phone).await;
    desk.browser.close().await;
    phone.browser.close().await;
}

async fn citizen(desk: &Show<'_>, phone: &Show<'_>, city: &Place) {
    desk.browser.go("/").await;
    desk.take("citizen-home", None).await;
    phone.browser.go("/write/form").await;
    phone.browser.click("input[name=category][value=complaint]").await;
    phone.browser.fill("#title", "垂虹桥下的护栏断了一截").await;
    phone.take("citizen-write-phone", Some("main h1")).await;
    let (number, code) = &city.samples[0];
    phone.browser.go("/follow").await;
    phone.browser.fill("#number", number).await;
    phone.browser.fill("#code", code).await;
    phone.browser.send("main button[type=submit]").await;
    phone.take("citizen-case-phone", Some("main")).await;
}

async fn staff(desk: &Show<'_>, phone: &Show<'_>) {
    desk.sign_in("linxiaoyan").await;
    desk.browser.go("/desk/call").await;
    desk.take("operator-call", None).await;
    desk.browser.go("/desk").await;
    desk.first_case().await;
    desk.take("case-page", None).await;
    desk.sign_in("cuihao").await;
    desk.take("handler-queue", None).await;
    desk.sign_in("guanli").await;
    desk.browser.go("/desk/directory").await;
    desk.take("administrator-directory", None).await;
    desk.sign_in("jianming").await;
    desk.browser.go("/desk/access").await;
    desk.take("auditor-access", None).await;
    phone.sign_in("luzheng").await;
}
