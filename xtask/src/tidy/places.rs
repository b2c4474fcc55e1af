//! No code names a place: a new city is a new file. Looks for the places whose regulations are shipped.

use super::Fault;
use super::tree::{self, Tree};

/// The four places, in both scripts; letters in lower case.
const PLACES: [&str; 8] = [
    "宿迁",
    "suqian",
    "平凉",
    "pingliang",
    "准格尔",
    "jungar",
    "闻韶",
    "wenshao",
];

/// Lines that may name a place, each with what stands in them and the reason.
const ALLOWED: [(&str, &str); 1] = [
    // The program carries the shipped procedures inside it, and a file has a name.
    ("crates/", "\"../../../procedures/"),
];

pub(super) fn check(tree: &Tree) -> Vec<Fault> {
    let mut faults = Vec::new();
    let sources = tree.with_ending(&["rs", "html", "css", "js", "sql", "ftl", "svg"]);
    for (path, text) in sources.filter(|(path, _)| path.starts_with("crates/") && !tree::is_test(path)) {
        let all: Vec<(usize, &str)> = if path.ends_with(".rs") {
            tree::code_lines(text).collect()
        } else {
            (1..).zip(text.lines()).collect()
        };
        for (number, line) in all {
            let small = line.to_lowercase();
            let place = PLACES.iter().find(|place| small.contains(**place));
            let allowed = ALLOWED
                .iter()
                .any(|(under, piece)| path.starts_with(under) && line.contains(piece));
            if let Some(place) = place.filter(|_| !allowed) {
                let says = format!(
                    "names the place '{place}': what is special about a place stands in its procedure"
                );
                faults.push(Fault::new(path, number, says));
            }
        }
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::super::samples::places;
    use super::*;

    #[test]
    fn a_place_in_code_a_page_or_a_text_is_found() {
        for (path, text) in [
            ("crates/web/templates/home.html", "<h1>宿迁市12345热线</h1>"),
            ("crates/words/locales/en.ftl", "title = Hotline of Pingliang"),
            ("crates/office/src/demo.rs", "if city == \"SUQIAN\" {"),
            ("crates/store/migrations/0001_log.sql", "DEFAULT 'jungar'"),
        ] {
            assert_eq!(places(check, &[(path, text)]), [format!("{path}:1")]);
        }
    }

    #[test]
    fn procedures_documents_and_tests_may_name_places() {
        let files = [
            ("procedures/suqian-12345.toml", "place = \"宿迁\""),
            ("docs/conformance.md", "宿迁"),
            ("crates/case/tests/acceptance.rs", "load(\"suqian-12345\")"),
            (
                "crates/case/src/decide.rs",
                "fn f() {}\n#[cfg(test)]\nmod tests {\n    const P: &str = \"闻韶\";\n}\n",
            ),
            (
                "crates/procedure/src/shipped.rs",
                "include_str!(\"../../../procedures/suqian-12345.toml\")",
            ),
        ];
        assert_eq!(places(check, &files), [""; 0]);
    }
}
