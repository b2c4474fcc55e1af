//! The scripts: small files of our own that add comfort to pages which work without them, put together into one file per
//! language with the words that they say.

use super::T;
use std::collections::BTreeMap;

/// In the order in which they run: what is sent is looked at before a draft of it is taken for sent.
const PARTS: [&str; 10] = [
    include_str!("../../static/js/base.js"),
    include_str!("../../static/js/filter.js"),
    include_str!("../../static/js/clocks.js"),
    include_str!("../../static/js/live.js"),
    include_str!("../../static/js/upload.js"),
    include_str!("../../static/js/drafts.js"),
    include_str!("../../static/js/call.js"),
    include_str!("../../static/js/locate.js"),
    include_str!("../../static/js/pick.js"),
    include_str!("../../static/js/answers.js"),
];

/// Texts that scripts say, each with the names of what is filled in.
const WORDS: [(&str, &[&str]); 24] = [
    ("live-filter", &[]),
    ("live-filter-left", &["left", "all"]),
    ("shell-left", &["span"]),
    ("shell-over", &["span"]),
    ("live-show", &[]),
    ("live-case-changed", &[]),
    ("live-reload", &[]),
    ("live-draft-kept", &[]),
    ("live-draft-back", &[]),
    ("live-draft-tab", &[]),
    ("live-draft-days", &["days"]),
    ("live-draft-discard", &[]),
    ("live-sending", &[]),
    ("live-checking", &[]),
    ("live-not-sent", &[]),
    ("live-files-many", &["most"]),
    ("live-file-large", &["name", "most"]),
    ("live-file-empty", &["name"]),
    ("live-file-kind", &["name"]),
    ("bulk-tick-all", &["count"]),
    ("bulk-tick-none", &[]),
    ("shell-tag-running", &[]),
    ("shell-tag-soon", &[]),
    ("shell-tag-overdue", &[]),
];

/// Texts that count, each with what is counted: one of a thing is said otherwise than several.
const COUNTS: [(&str, &[&str]); 5] = [
    ("live-moved", &["n"]),
    ("bulk-chosen", &["n"]),
    ("shell-days-hours", &["days", "hours"]),
    ("shell-hours-minutes", &["hours", "minutes"]),
    ("shell-minutes", &["minutes"]),
];

/// A place that the script fills in.
fn place(name: &str) -> String {
    format!("{{{name}}}")
}

/// A text that counts, once for each way in which its numbers can be one or several: `key:1:n`.
fn counted(t: T, key: &str, names: &[&str]) -> Vec<(String, String)> {
    let ways = 0..1_u32 << names.len();
    let one = |way: u32, no: usize| way >> no & 1 == 1;
    ways.map(|way| {
        let (mut said, mut args) = (key.to_owned(), Vec::new());
        for (no, name) in names.iter().enumerate() {
            let is_one = one(way, no);
            said.push_str(if is_one { ":1" } else { ":n" });
            args.push((*name, if is_one { "1".to_owned() } else { place(name) }));
        }
        (said, t.args(key, &args))
    })
    .collect()
}

/// The file for readers of a language.
pub(super) fn of(t: T) -> String {
    let mut texts: BTreeMap<String, String> = BTreeMap::new();
    for (key, names) in WORDS {
        let args: Vec<(&str, String)> = names.iter().map(|name| (*name, place(name))).collect();
        texts.insert(key.to_owned(), t.args(key, &args));
    }
    for (key, names) in COUNTS {
        texts.extend(counted(t, key, names));
    }
    let words = serde_json::to_string(&texts).unwrap_or_default();
    let mut file = format!(
        "// {}\n\"use strict\";\n(() => {{\nconst WORDS = {words};\n",
        t.name()
    );
    PARTS.iter().for_each(|part| file.push_str(part));
    file.push_str("})();\n");
    file
}

#[cfg(test)]
mod tests {
    use super::*;
    use calendar::Lang;

    #[test]
    fn each_language_has_its_words_and_one_is_said_as_one() {
        let (zh, en) = (of(T::new(Lang::Zh)), of(T::new(Lang::En)));
        assert!(zh.contains("\"shell-left\":\"还剩 {span}\""), "{zh}");
        assert!(
            en.contains("\"shell-hours-minutes:1:n\":\"1 hour {minutes} minutes\""),
            "{en}"
        );
        assert!(
            en.contains("\"shell-hours-minutes:n:1\":\"{hours} hours 1 minute\""),
            "{en}"
        );
        for file in [zh, en] {
            assert!(!file.contains('⟦'), "a text is missing");
        }
    }

    #[test]
    fn every_text_that_a_script_says_is_among_its_words() {
        for part in PARTS {
            for said in part.split("say(\"").skip(1) {
                let key = said.split('"').next().unwrap();
                assert!(WORDS.iter().any(|(known, _)| *known == key), "{key}");
            }
            for said in part.split("count(\"").skip(1) {
                let key = said.split('"').next().unwrap();
                assert!(COUNTS.iter().any(|(known, _)| *known == key), "{key}");
            }
        }
    }

    /// What the policy lets run, and what no page of ours needs.
    #[test]
    fn scripts_ask_nobody_else_and_make_no_markup_of_texts() {
        for part in PARTS {
            for bad in [
                "http:",
                "https:",
                "eval(",
                "innerHTML",
                "insertAdjacentHTML",
                "import(",
            ] {
                assert!(!part.contains(bad), "{bad}");
            }
        }
    }
}
