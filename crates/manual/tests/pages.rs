//! The pages of the manual: what they quote stands on screens, what they name is there, and they are short.

use calendar::Lang;
use manual::{INDEX, PAGES, PICTURES, Page};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Two screens of an office computer.
const MOST: usize = 1400;

/// All pictures together, in bytes.
const HEAVIEST: usize = 1_500_000;

fn pages() -> impl Iterator<Item = &'static Page> {
    std::iter::once(&INDEX).chain(&PAGES)
}

fn folder(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(path)
}

/// Names of the files in a folder that end so.
fn files(path: &str, end: &str) -> BTreeSet<String> {
    let entries = fs::read_dir(folder(path)).unwrap();
    let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    names.filter(|name| name.ends_with(end)).collect()
}

/// What a page quotes: from 「 to 」.
fn labels(text: &str) -> Vec<&str> {
    text.split('「')
        .skip(1)
        .map(|from| from.split('」').next().unwrap())
        .collect()
}

/// Every Chinese text of a procedure file.
fn said(value: &toml::Value, all: &mut BTreeSet<String>) {
    match value {
        toml::Value::Table(table) => {
            for (key, value) in table {
                match value {
                    toml::Value::String(text) if key == "zh" => {
                        all.insert(text.clone());
                    }
                    other => said(other, all),
                }
            }
        }
        toml::Value::Array(values) => values.iter().for_each(|value| said(value, all)),
        _ => {}
    }
}

#[test]
fn what_a_page_quotes_stands_in_the_catalogue_or_in_a_procedure() {
    let keys = words::keys(Lang::Zh);
    let mut all: BTreeSet<String> = keys.iter().map(|key| words::say(Lang::Zh, key, &[])).collect();
    for name in files("procedures", ".toml") {
        let text = fs::read_to_string(folder("procedures").join(name)).unwrap();
        said(&text.parse::<toml::Table>().unwrap().into(), &mut all);
    }
    let quoted = pages().flat_map(|page| labels(page.text).into_iter().map(move |label| (page.id, label)));
    let wrong: Vec<_> = quoted.filter(|(_, label)| !all.contains(*label)).collect();
    assert_eq!(wrong, [], "quoted in the manual, but on no screen");
}

#[test]
fn every_page_quotes_what_is_pressed() {
    for page in &PAGES {
        let found = labels(page.text).len();
        assert!(found >= 5, "{} quotes {found} labels", page.id);
    }
}

#[test]
fn the_title_of_a_page_is_the_one_of_the_catalogue() {
    let say = |key: &str| words::say(Lang::Zh, key, &[]);
    for page in pages() {
        let title = if *page == INDEX {
            say(page.key)
        } else {
            format!("{}{}{}", say(INDEX.key), say("shell-colon"), say(page.key))
        };
        assert_eq!(page.text.lines().next().unwrap(), format!("# {title}"));
    }
}

#[test]
fn headings_go_down_one_by_one() {
    for page in pages() {
        let marks = page.text.lines().filter(|line| line.starts_with('#'));
        let levels: Vec<usize> = marks.map(|line| line.find(' ').unwrap()).collect();
        assert!(
            levels.iter().filter(|level| **level == 1).count() == 1,
            "{}",
            page.id
        );
        assert!(
            levels.windows(2).all(|pair| pair[1] <= pair[0] + 1),
            "{}: {levels:?}",
            page.id
        );
    }
}

#[test]
fn a_page_is_two_screens_at_most() {
    for page in pages() {
        let length = page.text.chars().filter(|c| !c.is_whitespace()).count();
        assert!(length <= MOST, "{} has {length} signs", page.id);
    }
}

#[test]
fn the_files_are_the_pages() {
    let known: BTreeSet<String> = pages().map(|page| format!("{}.md", page.id)).collect();
    assert_eq!(files("docs/manual", ".md"), known);
}

#[test]
fn links_lead_to_pages_and_the_index_names_them_all() {
    let html = |page: &Page| page.html(&|picture| format!("/static/{}", picture.name));
    for page in pages() {
        let html = html(page);
        for target in html
            .split("href=\"")
            .skip(1)
            .map(|rest| rest.split('"').next().unwrap())
        {
            let known = pages().any(|page| page.address() == target);
            assert!(
                known || target.starts_with("/static/"),
                "{} leads to {target}",
                page.id
            );
        }
    }
    let index = html(&INDEX);
    for page in &PAGES {
        assert!(
            index.contains(&format!("href=\"{}\"", page.address())),
            "{}",
            page.id
        );
    }
}

#[test]
fn pictures_are_there_shown_and_described() {
    let built_in: BTreeSet<String> = PICTURES.iter().map(|picture| picture.name.to_owned()).collect();
    assert_eq!(files("docs/manual/pictures", ".png"), built_in);
    let mut shown = BTreeSet::new();
    for page in pages() {
        for picture in page.text.split("![").skip(1) {
            let (alt, rest) = picture.split_once("](pictures/").unwrap();
            assert!(alt.chars().count() >= 8, "{}: {alt} describes nothing", page.id);
            shown.insert(rest.split(')').next().unwrap().to_owned());
        }
    }
    assert_eq!(shown, built_in);
}

#[test]
fn pictures_are_png_and_light() {
    for picture in PICTURES {
        let (width, height) = picture.size().unwrap();
        assert!(
            width <= 1100 && height <= 900,
            "{} is {width} × {height}",
            picture.name
        );
    }
    let all: usize = PICTURES.iter().map(|picture| picture.png.len()).sum();
    assert!(all <= HEAVIEST, "{all} bytes");
}
