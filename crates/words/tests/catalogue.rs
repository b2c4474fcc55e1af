//! The catalogue holds what the program says, in both languages, no more and no less.

mod scan;

use std::collections::{BTreeMap, BTreeSet};

use calendar::Lang;
use words::{Text, Texts};

/// Keys that the code puts together from a prefix and a name. A prefix must stand in the code as it is here,
/// at the start of a string (`format!("act-{name}")`), and in the catalogue, or it is reported as stale.
/// Keep these few: a key under a prefix is never found to be unused.
const DYNAMIC: [&str; 4] = ["act-", "fact-", "moment-", "need-"];

const FILES: [(&str, &str); 2] = [
    ("zh.ftl", include_str!("../locales/zh.ftl")),
    ("en.ftl", include_str!("../locales/en.ftl")),
];

#[test]
fn both_files_are_fluent_and_hold_each_key_once() {
    for (file, source) in FILES {
        let found = Texts::read(source);
        assert!(
            found.faults.is_empty(),
            "{file} is not Fluent here: {:?}",
            found.faults
        );
        assert!(
            found.twice.is_empty(),
            "{file} holds these keys twice: {:?}",
            found.twice
        );
        assert!(found.all.len() > 10, "{file} is nearly empty");
    }
}

#[test]
fn both_languages_have_the_same_keys_with_the_same_variables() {
    let [zh, en] = FILES.map(|(_, source)| Texts::read(source).all);
    let lacks = |a: &BTreeMap<String, Text>, b: &BTreeMap<String, Text>| {
        a.keys()
            .filter(|key| !b.contains_key(*key))
            .cloned()
            .collect::<Vec<_>>()
    };
    assert_eq!(
        lacks(&zh, &en),
        Vec::<String>::new(),
        "in zh.ftl but not in en.ftl"
    );
    assert_eq!(
        lacks(&en, &zh),
        Vec::<String>::new(),
        "in en.ftl but not in zh.ftl"
    );
    let differ: Vec<_> = zh
        .iter()
        .filter(|(key, text)| en[*key].variables != text.variables)
        .collect();
    assert!(
        differ.is_empty(),
        "other variables in en.ftl than these of zh.ftl: {differ:?}"
    );
}

#[test]
fn the_program_knows_the_keys_of_the_files() {
    for (lang, (_, source)) in [Lang::Zh, Lang::En].into_iter().zip(FILES) {
        let known: BTreeSet<String> = words::keys(lang).into_iter().collect();
        assert_eq!(known, Texts::read(source).all.into_keys().collect());
        assert!(known.iter().all(|key| words::has(lang, key)));
    }
}

#[test]
fn every_key_in_use_is_in_the_catalogue() {
    let missing: Vec<String> = scan::repository()
        .iter()
        .flat_map(|file| file.used.iter().map(move |key| (key, &file.path)))
        .filter(|(key, _)| !words::has(Lang::Zh, key))
        .map(|(key, path)| format!("{key} in {path}"))
        .collect();
    assert!(
        missing.is_empty(),
        "used but not in the catalogue:\n{}",
        missing.join("\n")
    );
}

#[test]
fn every_key_in_the_catalogue_is_in_use() {
    let files = scan::repository();
    let literals: BTreeSet<&str> = files
        .iter()
        .flat_map(|file| &file.literals)
        .map(String::as_str)
        .collect();
    let unused: Vec<String> = words::keys(Lang::Zh)
        .into_iter()
        // simple words are said instead of a text that is in use
        .filter(|key| !literals.contains(key.strip_suffix("-simple").unwrap_or(key)))
        .filter(|key| !DYNAMIC.iter().any(|prefix| key.starts_with(prefix)))
        .collect();
    assert!(
        unused.is_empty(),
        "in the catalogue but nowhere in the code:\n{}",
        unused.join("\n")
    );
}

#[test]
fn simple_words_say_what_another_text_says_with_the_same_variables() {
    for (file, source) in FILES {
        let messages = Texts::read(source).all;
        for (key, text) in &messages {
            let Some(plain) = key.strip_suffix("-simple") else {
                continue;
            };
            let said = messages.get(plain).map(|said| &said.variables);
            assert_eq!(said, Some(&text.variables), "{file}: {key}");
        }
    }
}

#[test]
fn every_dynamic_prefix_is_in_the_code_and_in_the_catalogue() {
    let files = scan::repository();
    let keys = words::keys(Lang::Zh);
    for prefix in DYNAMIC {
        let coded = files
            .iter()
            .flat_map(|file| &file.literals)
            .any(|text| text.starts_with(prefix));
        assert!(
            coded,
            "no string in the code begins with the dynamic prefix {prefix}"
        );
        assert!(
            keys.iter().any(|key| key.starts_with(prefix)),
            "no key begins with {prefix}"
        );
    }
}
