//! Languages that an installation adds by files: each judged against the catalogue of the language under it.
//!
//! A file needs no text but its name. What it lacks, and what is wrong in it, is said in its base language, so that
//! a file made for another version of the program goes on working.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use calendar::Lang;
use unic_langid::{CharacterDirection, LanguageIdentifier};

use crate::catalogue::Catalogue;
use crate::texts::{Text, Texts};
use crate::{keys, source};

/// What the language calls itself, in the switch of every page. A file must have it.
pub const NAME: &str = "language-name";
/// The language in which comes what the file lacks: `zh` (also where nothing is said) or `en`.
pub const BASE: &str = "language-base";

static ADDED: OnceLock<Vec<Added>> = OnceLock::new();

/// A language that was added.
pub struct Added {
    tag: String,
    name: String,
    base: Lang,
    right_to_left: bool,
    catalogue: Catalogue,
    left_out: BTreeSet<String>,
}

/// What is wrong with a file of texts, or with one text of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The line in the file, from 1.
    pub line: usize,
    /// The key of the catalogue that says it: what is wrong, and on a second line what to do.
    pub code: &'static str,
    /// What the text of `code` is filled with.
    pub args: Vec<(&'static str, String)>,
}

/// A file of texts, judged.
pub struct Checked {
    /// The language; `None` where the file as a whole cannot be used.
    pub language: Option<Added>,
    /// The language that was measured against, and in which comes what is not used.
    pub base: Lang,
    /// What is wrong, by line. Texts that are named here come in the base language.
    pub faults: Vec<Fault>,
    /// Keys that the file does not have, in the order of the catalogue.
    pub missing: Vec<String>,
}

impl Added {
    /// Its tag by BCP 47, in the usual spelling: `ug`, `kk-Arab`.
    pub fn tag(&self) -> &str {
        &self.tag
    }

    /// What it calls itself.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The built-in language under it, in which rules, dates and everything that it lacks come.
    pub fn base(&self) -> Lang {
        self.base
    }

    /// Whether it is written from right to left.
    pub fn right_to_left(&self) -> bool {
        self.right_to_left
    }

    /// Whether it has a text of its own for `key`.
    pub fn has(&self, key: &str) -> bool {
        self.catalogue.has(key) && !self.left_out.contains(key)
    }

    /// The text of `key` in this language, else in its base.
    pub fn say(&self, key: &str, args: &[(&str, String)]) -> String {
        if self.has(key) {
            self.catalogue.say(key, args)
        } else {
            crate::say(self.base, key, args)
        }
    }
}

impl PartialEq for Added {
    fn eq(&self, other: &Self) -> bool {
        self.tag == other.tag
    }
}

impl Eq for Added {}

impl std::fmt::Debug for Added {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Added").field(&self.tag).finish()
    }
}

/// Adds languages to the program, once, when it starts. Whether they were taken: what stands already stays.
pub fn add(mut languages: Vec<Added>) -> bool {
    languages.sort_by(|a, b| a.tag.cmp(&b.tag));
    ADDED.set(languages).is_ok()
}

/// The languages that were added, by tag.
pub fn added() -> &'static [Added] {
    ADDED.get().map_or(&[], Vec::as_slice)
}

/// Judges a file of texts. `tag` is its name without the ending: the language by BCP 47.
pub fn check(tag: &str, text: &str) -> Checked {
    // editors of Windows begin a file with a mark that is no text
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let found = Texts::read(text);
    let catalogue = |lang| Catalogue::read(lang, text);
    let mut faults = Vec::new();
    let named = identified(tag);
    if named.is_none() {
        faults.push(whole("language-file-tag", &[("tag", tag)]));
    }
    let said = |key: &str| {
        let fine = found
            .all
            .get(key)
            .is_some_and(|text| !text.empty && text.variables.is_empty());
        let said = fine.then(|| catalogue(LanguageIdentifier::default()).say(key, &[]));
        said.map(|said| said.trim().to_owned())
            .filter(|said| !said.is_empty())
    };
    let name = said(NAME);
    if name.is_none() {
        faults.push(whole("language-file-no-name", &[("key", NAME)]));
    }
    let base = match said(BASE).as_deref() {
        None | Some("zh") => Some(Lang::Zh),
        Some("en") => Some(Lang::En),
        Some(other) => {
            let line = found.all.get(BASE).map_or(1, |text| text.line);
            faults.push(fault(
                line,
                "language-file-base",
                &[("key", BASE), ("text", other)],
            ));
            None
        }
    };
    let usable = faults.is_empty();
    let measure = base.unwrap_or_default();
    let mut left_out = BTreeSet::new();
    for (line, reason) in &found.faults {
        faults.push(fault(*line, "language-no-fluent", &[("reason", reason)]));
    }
    for (line, key) in &found.twice {
        faults.push(fault(*line, "language-twice", &[("key", key)]));
        left_out.insert(key.clone());
    }
    let of_base = Texts::read(source(measure));
    for (key, text) in &found.all {
        let wrong = match of_base.all.get(key) {
            Some(known) => wrong(key, text, known, &found),
            None => vec![fault(text.line, "language-unknown-key", &[("key", key)])],
        };
        if !wrong.is_empty() {
            left_out.insert(key.clone());
            faults.extend(wrong);
        }
    }
    faults.sort_by_key(|fault| fault.line);
    let missing = keys(measure)
        .into_iter()
        .filter(|key| !found.all.contains_key(key));
    let missing = missing.filter(|key| key != BASE).collect();
    let language = match (named, name) {
        (Some((id, right_to_left)), Some(name)) if usable => Some(Added {
            tag: id.to_string(),
            name,
            base: measure,
            right_to_left,
            catalogue: catalogue(id),
            left_out,
        }),
        _ => None,
    };
    Checked {
        language,
        base: measure,
        faults,
        missing,
    }
}

/// The language that a tag names, and whether it is written from right to left; none for those that are built in.
fn identified(tag: &str) -> Option<(LanguageIdentifier, bool)> {
    let id: LanguageIdentifier = tag.parse().ok()?;
    // `und` and what else names no language
    let built_in = ["zh", "zh-CN", "en"].contains(&id.to_string().as_str());
    let named = !id.language.is_empty() && !built_in;
    named.then(|| {
        let right_to_left = id.character_direction() == CharacterDirection::RTL;
        (id, right_to_left)
    })
}

/// What is wrong with one text that should say what `known` says.
fn wrong(key: &str, text: &Text, known: &Text, found: &Texts) -> Vec<Fault> {
    let at = |code, more: &[(&'static str, &str)]| {
        let mut all = vec![("key", key)];
        all.extend_from_slice(more);
        fault(text.line, code, &all)
    };
    if text.empty {
        return vec![at("language-empty", &[])];
    }
    let mut faults = Vec::new();
    for name in text.variables.difference(&known.variables) {
        let known: Vec<String> = known.variables.iter().map(|name| format!("${name}")).collect();
        faults.push(match known.join(", ") {
            known if known.is_empty() => at("language-no-variables", &[("name", name)]),
            known => at("language-other-variable", &[("name", name), ("known", &known)]),
        });
    }
    for name in known.variables.difference(&text.variables) {
        faults.push(at("language-variable-unsaid", &[("name", name)]));
    }
    for name in text.refers.iter().filter(|name| !found.holds(name)) {
        faults.push(at("language-refers", &[("name", name)]));
    }
    faults
}

fn whole(code: &'static str, args: &[(&'static str, &str)]) -> Fault {
    fault(1, code, args)
}

fn fault(line: usize, code: &'static str, args: &[(&'static str, &str)]) -> Fault {
    let args = args.iter().map(|(name, value)| (*name, (*value).to_owned()));
    Fault {
        line,
        code,
        args: args.collect(),
    }
}
