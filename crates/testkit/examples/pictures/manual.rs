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

    /// Opens the first case of a list.
    async fn first_case(&self) {
        self.browser.send("tbody th a").await;
    }

    /// Lets a folded form stand open; the form of an act where the case offers it.
    async fn unfold(&self, selector: &str) {
        let script = "const folded = document.querySelector(arguments[0]); if (folded) folded.open = true";
        self.browser
            .client
            .execute(script, vec![selector.into()])
            .await
            .unwrap();
    }
}

/// Takes all of them.
pub(crate) async fn pictures(demo: &Demo, folder: &Path) {
    let (city, town) = (&demo.places[0], &demo.places[1]);
    let desk = Show::open(city, Size::Desktop, folder).await;
    let phone = Show::open(city, Size::Phone, folder).await;
    let of_town = Show::open(town, Size::Phone, folder).await;
    let (Some(desk), Some(phone), Some(of_town)) = (desk, phone, of_town) else {
        return;
    };
    citizen(&desk, &phone, city).await;
    intake(&desk).await;
    units(&desk).await;
    above(&desk, &of_town).await;
    beside(&desk).await;
    for show in [desk, phone, of_town] {
        show.browser.close().await;
    }
}

async fn citizen(desk: &Show<'_>, phone: &Show<'_>, city: &Place) {
    desk.browser.go("/").await;
    desk.take("citizen-home", None).await;
    phone.browser.go("/write").await;
    phone.browser.click("input[name=category][value=complaint]").await;
    phone.browser.fill("#title", "垂虹桥下的护栏断了一截").await;
    let text = "桥下靠河一侧的护栏断了一截，孩子放学路过很危险，请尽快修好。";
    phone.browser.fill("#text", text).await;
    phone.take("citizen-write-phone", Some("main")).await;
    let (number, code) = &city.samples[0];
    phone.browser.go("/follow").await;
    phone.browser.fill("#number", number).await;
    phone.browser.fill("#code", code).await;
    phone.browser.send("main button[type=submit]").await;
    phone.take("citizen-case-phone", Some("main")).await;
}

/// Who takes calls, who dispatches, who reviews.
async fn intake(desk: &Show<'_>) {
    desk.sign_in("linxiaoyan").await;
    desk.browser.go("/desk/call").await;
    desk.browser.fill("#phone", "13900000002").await;
    desk.browser
        .fill("#text", "桥下靠河一侧的护栏断了一截，孩子放学路过很危险。")
        .await;
    desk.browser.send("button[formaction='/desk/call/earlier']").await;
    desk.take("operator-call", Some("main")).await;
    desk.browser.go("/desk").await;
    desk.first_case().await;
    desk.take("case-page", Some("main")).await;
    desk.sign_in("sumin").await;
    desk.first_case().await;
    desk.unfold("details[id$=dispatch]").await;
    desk.take("dispatch", Some("main")).await;
    desk.sign_in("gaoyuan").await;
    desk.first_case().await;
    desk.take("reviewer-judge", Some("main")).await;
}

async fn units(desk: &Show<'_>) {
    desk.sign_in("cuihao").await;
    desk.take("handler-queue", None).await;
    desk.sign_in("fangzhou").await;
    desk.first_case().await;
    desk.take("principal-case", Some("main")).await;
}

/// Who watches, and leaders.
async fn above(desk: &Show<'_>, of_town: &Show<'_>) {
    desk.sign_in("luzheng").await;
    desk.browser.go("/desk/board").await;
    desk.take("supervisor-board", None).await;
    desk.browser.go("/desk/today").await;
    desk.take("leader-today", None).await;
    of_town.sign_in("lingxiao").await;
    of_town.browser.go("/desk/today").await;
    of_town.take("leader-phone", Some("main")).await;
}

async fn beside(desk: &Show<'_>) {
    desk.sign_in("guanli").await;
    desk.browser.go("/desk/directory").await;
    desk.take("administrator-directory", None).await;
    desk.sign_in("jianming").await;
    desk.browser.go("/desk/access").await;
    desk.take("auditor-access", None).await;
}
