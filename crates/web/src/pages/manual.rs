//! A page of the manual.

use crate::shell::{Frame, T, picture_address};
use askama::Template;
use manual::{INDEX, PAGES, Page};
use std::sync::LazyLock;

/// `GET /manual`, `GET /manual/{role}`.
#[derive(Debug, Template)]
#[template(path = "manual.html")]
pub struct ManualPage {
    frame: Frame,
    /// What stands above the title: the manual that this is a page of.
    kicker: Option<String>,
    title: String,
    html: &'static str,
    /// All pages: address, title, whether it is this one.
    pages: Vec<(String, String, bool)>,
}

/// Each page as HTML, made once.
static MADE: LazyLock<Vec<(Page, String)>> = LazyLock::new(|| {
    let all = std::iter::once(&INDEX).chain(&PAGES);
    all.map(|page| (*page, page.html(&picture_address))).collect()
});

impl ManualPage {
    /// Title of the browser's window.
    pub fn title(t: T, page: &Page) -> String {
        if *page == INDEX {
            t.say("manual")
        } else {
            format!("{}{}{}", t.say("manual"), t.say("shell-colon"), t.say(page.key))
        }
    }

    /// Of that page.
    pub fn of(frame: Frame, page: &Page) -> Self {
        let t = frame.t;
        let made = MADE.iter().find(|(one, _)| one == page);
        let line = |one: &Page| (one.address(), t.say(one.key), one == page);
        Self {
            kicker: (*page != INDEX).then(|| t.say("manual")),
            title: t.say(page.key),
            html: made.map_or("", |(_, html)| html),
            pages: PAGES.iter().map(line).collect(),
            frame,
        }
    }
}
