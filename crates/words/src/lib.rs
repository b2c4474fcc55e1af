//! Every text on screen, in mail and in messages: the catalogue in Chinese and English.
//!
//! The texts stand in `locales/zh.ftl` and `locales/en.ftl` (Fluent), built into the program and parsed once.
//! Both hold the same keys with the same variables; a test sees to that, and to it that every key in use is
//! there and every key there is in use. An installation can add further languages by files: see [`check`] and [`add`].

mod added;
mod catalogue;
mod figures;
mod order;
mod texts;

use std::sync::OnceLock;

use calendar::Lang;
use catalogue::Catalogue;
use unic_langid::langid;

pub use added::{Added, BASE, Checked, Fault, NAME, add, added, check};
pub use figures::{BETWEEN, begun, count, joined, list};
pub use order::{Named, Place, place, sort_by_name};
pub use texts::{Text, Texts};

static ZH: OnceLock<Catalogue> = OnceLock::new();
static EN: OnceLock<Catalogue> = OnceLock::new();

/// The text of `key` with its arguments filled in. A key that is not in the catalogue comes back as `⟦key⟧`.
///
/// An argument that is a plain whole number (`0`, `12`), or one of [`count`], can be counted with in the text (`{ $n -> [one] … }`);
/// every other one is put in as it is, so that numbers with leading zeros stay whole.
pub fn say(lang: Lang, key: &str, args: &[(&str, String)]) -> String {
    catalogue(lang).say(key, args)
}

/// Whether the catalogue has a text for `key`.
pub fn has(lang: Lang, key: &str) -> bool {
    catalogue(lang).has(key)
}

/// All keys of a language, in the order of the file.
pub fn keys(lang: Lang) -> Vec<String> {
    catalogue(lang).keys()
}

/// The file of a language, as it is built in.
pub fn source(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => include_str!("../locales/zh.ftl"),
        Lang::En => include_str!("../locales/en.ftl"),
    }
}

fn catalogue(lang: Lang) -> &'static Catalogue {
    match lang {
        Lang::Zh => ZH.get_or_init(|| Catalogue::read(langid!("zh-CN"), source(lang))),
        Lang::En => EN.get_or_init(|| Catalogue::read(langid!("en"), source(lang))),
    }
}
