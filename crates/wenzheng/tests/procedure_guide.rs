//! The guide to writing a procedure stays true: its example is clean, its lists are those of the program.
//!
//! After a change of the vocabulary, `WENZHENG_UPDATE_GUIDE=1 cargo test -p wenzheng procedure_guide` writes
//! the lists of words anew; the tables of keys are written by hand and only compared.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use calendar::Lang;
use procedure::fact::Shape;
use procedure::schema::{FILE, Kind, Section};
use procedure::vocabulary::of;
use procedure::{Do, Fact, Field, Moment};
use words::say;

const GUIDES: [(Lang, &str); 2] = [
    (Lang::Zh, "writing-a-procedure.md"),
    (Lang::En, "writing-a-procedure.en.md"),
];

fn path(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../docs")
        .join(name)
}

fn guide(name: &str) -> String {
    std::fs::read_to_string(path(name)).unwrap()
}

/// The blocks of TOML, one after the other: the example.
fn example(guide: &str) -> String {
    let blocks = guide
        .split("```toml\n")
        .skip(1)
        .map(|rest| rest.split("```").next().unwrap());
    blocks.collect::<Vec<_>>().join("\n")
}

#[test]
fn the_example_is_a_procedure_without_faults_or_advice() {
    let [zh, en] = GUIDES.map(|(_, name)| example(&guide(name)));
    assert_eq!(zh, en, "both guides show the same example");
    let report = procedure::check(&zh, &["cn"]);
    assert_eq!(report.findings, Vec::new());
    let procedure = report.procedure.unwrap();
    assert!(procedure.acts.len() > 8 && procedure.rungs.len() == 1);
}

/// `| word | name |` for each word.
fn table(lang: Lang, prefix: &str, names: &[&str]) -> String {
    let row = |name: &&str| format!("| `{name}` | {} |\n", say(lang, &format!("{prefix}-{name}"), &[]));
    let head = if lang == Lang::Zh {
        "| 词 | 意思 |"
    } else {
        "| word | meaning |"
    };
    format!("{head}\n|---|---|\n{}", names.iter().map(row).collect::<String>())
}

fn facts(lang: Lang) -> String {
    let head = if lang == Lang::Zh {
        "| 条件 | 意思 |"
    } else {
        "| condition | meaning |"
    };
    let row = |fact: &Fact| {
        let asked = match fact.shape() {
            Shape::Flag => fact.name().to_owned(),
            Shape::Count => format!("{} >= 2", fact.name()),
            Shape::Id => format!("{} = …", fact.name()),
        };
        let key = format!("fact-{}", fact.name().replace('.', "-"));
        format!("| `{asked}` | {} |\n", say(lang, &key, &[]))
    };
    format!(
        "{head}\n|---|---|\n{}",
        Fact::ALL.iter().map(row).collect::<String>()
    )
}

/// What stands between `<!-- kind: name -->` and `<!-- end -->`, by name.
fn marked(guide: &str, kind: &str) -> BTreeMap<String, String> {
    let mark = format!("<!-- {kind}: ");
    guide
        .split(&mark)
        .skip(1)
        .map(|rest| {
            let (name, rest) = rest.split_once(" -->\n").unwrap();
            (
                name.to_owned(),
                rest.split("<!-- end -->").next().unwrap().to_owned(),
            )
        })
        .collect()
}

#[test]
fn the_lists_of_words_are_those_of_the_program() {
    for (lang, name) in GUIDES {
        let right = [
            ("acts", table(lang, "act", of::<Do>())),
            ("needs", table(lang, "need", of::<Field>())),
            ("moments", table(lang, "moment", of::<Moment>())),
            ("facts", facts(lang)),
        ];
        let mut text = guide(name);
        let found = marked(&text, "words");
        assert_eq!(found.len(), right.len(), "{name}");
        for (list, expected) in &right {
            let mark = format!("<!-- words: {list} -->\n");
            let old = format!("{mark}{}<!-- end -->", found[*list]);
            text = text.replace(&old, &format!("{mark}{expected}<!-- end -->"));
        }
        if std::env::var_os("WENZHENG_UPDATE_GUIDE").is_some() {
            std::fs::write(path(name), &text).unwrap();
        }
        for (list, expected) in right {
            assert_eq!(marked(&guide(name), "words")[list], expected, "{list} in {name}");
        }
    }
}

/// All kinds of tables, those within others included.
fn sections(section: &'static Section, all: &mut Vec<&'static Section>) {
    if all.iter().any(|s| std::ptr::eq(*s, section)) {
        return;
    }
    all.push(section);
    for key in section.keys {
        if let Kind::Table(inner) | Kind::Tables(inner) = key.kind {
            sections(inner, all);
        }
    }
}

#[test]
fn the_tables_of_keys_are_those_of_the_program() {
    let mut all = Vec::new();
    sections(&FILE, &mut all);
    for (lang, name) in GUIDES {
        let yes = if lang == Lang::Zh { "是" } else { "yes" };
        let tables = marked(&guide(name), "keys");
        assert_eq!(tables.len(), all.len(), "{name}");
        for section in &all {
            let rows = tables[section.name].lines().skip(2);
            let told: Vec<(String, bool)> = rows
                .map(|row| {
                    let cells: Vec<&str> = row.trim_matches('|').split('|').map(str::trim).collect();
                    assert!(!cells[2].is_empty(), "{row} says nothing");
                    (cells[0].trim_matches('`').to_owned(), cells[1] == yes)
                })
                .collect();
            let known: Vec<(String, bool)> = section
                .keys
                .iter()
                .map(|k| (k.name.to_owned(), k.needed))
                .collect();
            let sorted = |mut list: Vec<(String, bool)>| {
                list.sort();
                list
            };
            assert_eq!(sorted(told), sorted(known), "{} in {name}", section.name);
        }
    }
}
