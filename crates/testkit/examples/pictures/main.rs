//! Pictures of every page of the invented city and its town, to look at: `cargo xtask screenshots`.
//!
//! Starts `PROGRAM demo`, goes through the pages as the people who use them, on a desktop, on a phone and at 320 pixels, in
//! Chinese and English, and writes a PNG of each whole page into a folder; what people print also as PDF on A4. Says which
//! pages of the program no picture was taken of, and which scroll sideways. `KIND`, such as `phone-zh`, takes only those; `manual`
//! those that the manual shows, and no others.
#![allow(clippy::unwrap_used, clippy::print_stdout, missing_docs)]

mod citizen;
mod demo;
mod desk;
mod manual;
mod tour;
mod town;

use demo::Demo;
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::path::PathBuf;
use testkit::{Browser, Size};
use tour::Tour;

#[tokio::main]
async fn main() {
    let mut args = std::env::args().skip(1);
    let (Some(program), Some(folder)) = (args.next(), args.next().map(PathBuf::from)) else {
        println!("usage: pictures PROGRAM FOLDER [KIND]...");
        return;
    };
    let kinds: Vec<String> = args.collect();
    std::fs::create_dir_all(&folder).unwrap();
    if kinds.iter().any(|kind| kind == "manual") {
        manual::pictures(&Demo::start(&program), &folder).await;
        println!("{}", folder.display());
        return;
    }
    let seen = RefCell::default();
    for (size, word) in [
        (Size::Desktop, "desktop"),
        (Size::Phone, "phone"),
        (Size::Narrow, "narrow"),
    ] {
        for lang in ["zh", "en"] {
            let kind = format!("{word}-{lang}");
            if !kinds.is_empty() && !kinds.contains(&kind) {
                continue;
            }
            // a city of its own for each: from one address only so much may be sent in an hour
            let demo = Demo::start(&program);
            for (n, place) in demo.places.iter().enumerate() {
                let Some(browser) = Browser::open(&place.url, size).await else {
                    return;
                };
                let tour = Tour {
                    browser: &browser,
                    place,
                    folder: &folder,
                    kind: kind.clone(),
                    seen: &seen,
                };
                browser.go(&format!("/?lang={lang}")).await;
                if n == 0 {
                    citizen::pages(&tour).await;
                    citizen::account(&tour, |phone| demo.code(phone)).await;
                    desk::pages(&tour).await;
                } else {
                    town::pages(&tour).await;
                }
                browser.close().await;
            }
        }
    }
    for page in unseen(&seen.borrow()) {
        println!("no picture of {page}");
    }
    println!("{}", folder.display());
}

/// Pages that no picture was taken of; what is no page is left out.
fn unseen(seen: &BTreeSet<String>) -> Vec<String> {
    let fits = |route: &str, path: &str| {
        let (route, path): (Vec<_>, Vec<_>) = (route.split('/').collect(), path.split('/').collect());
        let same = |(known, found): (&&str, &&str)| known.starts_with('{') || known == found;
        route.len() == path.len() && route.iter().zip(&path).all(same)
    };
    let files = ["/api/", "/static/", "/health", "/metrics"];
    let ends = ["/docx", "/csv", "/{form}", "/file/{id}", "/head", "/{day}"];
    web::routes()
        .into_iter()
        .filter(|(method, _)| method.eq_ignore_ascii_case("get"))
        .map(|(_, route)| route)
        .filter(|route| !files.iter().any(|file| route.starts_with(file)))
        .filter(|route| !ends.iter().any(|end| route.ends_with(end)))
        .filter(|route| !seen.iter().any(|path| fits(route, path)))
        .collect()
}
