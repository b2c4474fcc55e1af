//! Every refusal of the engine has its words in both languages, and its arguments are readable.

use crate::play;

use calendar::Lang;
use case::{Refusal, said};
use play::{Play, ask_extension, at, refused, report, rules};
use std::collections::BTreeSet;
use std::path::Path;

const CATALOGUES: [&str; 2] = [
    include_str!("../../words/locales/zh.ftl"),
    include_str!("../../words/locales/en.ftl"),
];

fn codes(folder: &Path, found: &mut BTreeSet<String>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            codes(&path, found);
        } else {
            let source = std::fs::read_to_string(&path).unwrap();
            let codes = source
                .split('"')
                .skip(1)
                .step_by(2)
                .filter(|s| s.starts_with("refusal-"));
            found.extend(codes.filter(|s| s.len() > "refusal-".len()).map(str::to_owned));
        }
    }
}

#[test]
fn every_refusal_says_what_is_wrong_and_what_to_do_in_both_languages() {
    let mut coded = BTreeSet::new();
    codes(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut coded);
    assert!(coded.len() > 25, "{coded:?}");
    for catalogue in CATALOGUES {
        let keys = catalogue.lines().filter_map(|line| line.split_once(" = "));
        let said: BTreeSet<String> = keys
            .map(|(key, _)| key.to_owned())
            .filter(|key| key.starts_with("refusal-"))
            .collect();
        assert_eq!(said, coded, "in the catalogue and in the code");
    }
}

fn in_words(refusal: &Refusal, lang: Lang, name: &str) -> String {
    let value = play::arg(refusal, name);
    said(&rules(), lang, |key| format!("<{key}>"), name, value)
}

#[test]
fn arguments_are_named_as_the_procedure_and_the_calendar_name_them() {
    let mut play = Play::dispatched("2025-03-03T12:00:00");
    let early = refused(play.unit(1, report("已办")), "refusal-no-rule", "SQ-10(3)");
    assert_eq!(in_words(&early, Lang::Zh, "step"), "待签收");
    assert_eq!(in_words(&early, Lang::En, "step"), "To be signed for");
    assert_eq!(in_words(&early, Lang::Zh, "act"), "<act-report>");
    let long = play.unit(1, ask_extension("7 days"));
    let long = refused(long, "refusal-extension-too-long", "SQ-10(3)");
    assert_eq!(in_words(&long, Lang::Zh, "limit"), "7天");
    assert_eq!(in_words(&long, Lang::En, "left"), "6 days");
    play.now = at("2025-03-04T00:00:00");
    let late = play.unit(1, ask_extension("1 day"));
    let late = refused(late, "refusal-extension-too-late", "SQ-10(3)");
    assert_eq!(in_words(&late, Lang::Zh, "due"), "2025年3月3日24时");
}
