//! Pictures of every page of the invented city, to look at: `cargo xtask screenshots`.
//!
//! Starts `PROGRAM demo`, goes through the pages as the people who use them, on a desktop and on a phone, in Chinese
//! and English, and writes a PNG of each whole page into a folder; receipt and case also as PDF on A4.
#![allow(clippy::unwrap_used, clippy::print_stdout, missing_docs)]

mod citizen;
mod demo;
mod desk;
mod tour;

use demo::Demo;
use std::path::PathBuf;
use testkit::{Browser, Size};
use tour::Tour;

#[tokio::main]
async fn main() {
    let mut args = std::env::args().skip(1);
    let (Some(program), Some(folder)) = (args.next(), args.next().map(PathBuf::from)) else {
        println!("usage: pictures PROGRAM FOLDER");
        return;
    };
    std::fs::create_dir_all(&folder).unwrap();
    let demo = Demo::start(&program);
    for (size, word) in [(Size::Desktop, "desktop"), (Size::Phone, "phone")] {
        for lang in ["zh", "en"] {
            let Some(browser) = Browser::open(&demo.url, size).await else {
                return;
            };
            let tour = Tour {
                browser: &browser,
                demo: &demo,
                folder: &folder,
                kind: format!("{word}-{lang}"),
            };
            browser.go(&format!("/?lang={lang}")).await;
            citizen::pages(&tour).await;
            desk::pages(&tour).await;
            browser.close().await;
        }
    }
    println!("{}", folder.display());
}
