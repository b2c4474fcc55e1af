//! A language that is added by a file: what is taken of it, and what is wrong with it.

use calendar::Lang;
use words::{Checked, check, say};

const HEAD: &str = "language-name = ئۇيغۇرچە\nlanguage-base = en\n";

fn with_head(texts: &str) -> Checked {
    check("ug", &format!("{HEAD}{texts}"))
}

/// Line and code of each fault.
fn faults(checked: &Checked) -> Vec<(usize, &str)> {
    checked
        .faults
        .iter()
        .map(|fault| (fault.line, fault.code))
        .collect()
}

#[test]
fn what_the_file_says_is_said_and_the_rest_comes_in_its_base_language() {
    let checked = with_head("shell-skip = مەزمۇنغا ئاتلاش\n");
    assert!(checked.faults.is_empty(), "{:?}", checked.faults);
    let language = checked.language.unwrap();
    assert_eq!(
        (
            language.tag(),
            language.name(),
            language.base(),
            language.right_to_left()
        ),
        ("ug", "ئۇيغۇرچە", Lang::En, true)
    );
    assert_eq!(language.say("shell-skip", &[]), "مەزمۇنغا ئاتلاش");
    let found = [("found", "15".to_owned())];
    assert_eq!(
        language.say("number-form", &found),
        say(Lang::En, "number-form", &found)
    );
    assert!(checked.missing.contains(&"number-form".to_owned()));
    assert!(!checked.missing.contains(&"shell-skip".to_owned()));
}

#[test]
fn a_file_that_names_no_base_stands_on_chinese() {
    let language = check("mn-Mong", "language-name = ᠮᠣᠩᠭᠣᠯ\n").language.unwrap();
    assert_eq!(language.base(), Lang::Zh);
    assert_eq!(language.say("verify", &[]), say(Lang::Zh, "verify", &[]));
}

#[test]
fn a_language_counts_by_its_own_rules() {
    // Polish: 1, 2 to 4, the rest
    let text = "number-form = { $found ->\n    [one] jeden\n    [few] kilka { $found }\n   *[other] wiele { $found }\n}\n";
    let language = check("pl", &format!("language-name = Polski\n{text}"))
        .language
        .unwrap();
    let said = |n: &str| language.say("number-form", &[("found", n.to_owned())]);
    assert_eq!([said("1"), said("3"), said("5")], ["jeden", "kilka 3", "wiele 5"]);
}

#[test]
fn the_direction_follows_the_script() {
    let cases = [
        ("ug", true),
        ("ar", true),
        ("kk-Arab", true),
        ("kk", false),
        ("ug-Cyrl", false),
        ("bo", false),
        ("ii", false),
        ("za", false),
    ];
    for (tag, right_to_left) in cases {
        let language = check(tag, "language-name = x\n").language.unwrap();
        assert_eq!((language.tag(), language.right_to_left()), (tag, right_to_left));
    }
}

#[test]
fn each_fault_has_its_line_and_the_text_comes_in_the_base_language() {
    let cases = [
        ("no-such-text = x\n", "language-unknown-key", "no-such-text"),
        ("shell-skip = { $who }\n", "language-no-variables", "shell-skip"),
        (
            "number-form = { $fuond } { $found }\n",
            "language-other-variable",
            "number-form",
        ),
        ("number-form = x\n", "language-variable-unsaid", "number-form"),
        (
            "shell-skip = { shell-languages }\n",
            "language-refers",
            "shell-skip",
        ),
        ("shell-skip = { NUMBER(3) }\n", "language-refers", "shell-skip"),
        ("shell-skip =\n    .title = x\n", "language-empty", "shell-skip"),
    ];
    for (text, code, key) in cases {
        let checked = with_head(text);
        assert_eq!(faults(&checked), [(3, code)], "{text}");
        let says = say(Lang::En, checked.faults[0].code, &checked.faults[0].args);
        let lines: Vec<&str> = says.lines().collect();
        assert!(
            lines.len() == 2 && lines[0].contains(key) && !says.contains("{$"),
            "{says}"
        );
        let language = checked.language.unwrap();
        assert_eq!(language.say(key, &[]), say(Lang::En, key, &[]), "{text}");
    }
}

#[test]
fn a_text_may_be_made_of_others_of_the_file() {
    let checked =
        with_head("-service = x\nshell-languages = y\nshell-skip = { -service } { shell-languages }\n");
    assert!(checked.faults.is_empty(), "{:?}", checked.faults);
    assert_eq!(checked.language.unwrap().say("shell-skip", &[]), "x y");
}

#[test]
fn what_is_no_fluent_takes_nothing_else_along() {
    let checked = with_head("shell-skip = { $n\nverify = ok\nverify = again\n");
    let found = faults(&checked);
    assert!(
        found
            .iter()
            .any(|(line, code)| matches!(line, 3 | 4) && *code == "language-no-fluent")
    );
    assert!(found.contains(&(5, "language-twice")), "{found:?}");
    let language = checked.language.unwrap();
    for key in ["shell-skip", "verify"] {
        assert_eq!(language.say(key, &[]), say(Lang::En, key, &[]));
    }
}

#[test]
fn a_file_that_names_no_language_is_not_used() {
    let cases = [
        ("zh", HEAD, "language-file-tag"),
        ("ZH-cn", HEAD, "language-file-tag"),
        ("en", HEAD, "language-file-tag"),
        ("und", HEAD, "language-file-tag"),
        ("ug file", HEAD, "language-file-tag"),
        ("", HEAD, "language-file-tag"),
        ("ug", "shell-skip = x\n", "language-file-no-name"),
        ("ug", "language-name = { $x }\n", "language-file-no-name"),
        (
            "ug",
            "language-name = x\nlanguage-base = fr\n",
            "language-file-base",
        ),
    ];
    for (tag, text, code) in cases {
        let checked = check(tag, text);
        assert!(checked.language.is_none(), "{tag} {text}");
        assert!(
            checked.faults.iter().any(|fault| fault.code == code),
            "{:?}",
            checked.faults
        );
    }
}

#[test]
fn the_built_in_catalogues_are_files_that_could_be_added() {
    for lang in [Lang::Zh, Lang::En] {
        let checked = check("ug", words::source(lang));
        assert!(checked.faults.is_empty(), "{:?}", checked.faults);
        assert_eq!(checked.missing, Vec::<String>::new());
        assert_eq!(checked.base, lang);
    }
}

#[test]
fn a_mark_at_the_beginning_of_the_file_is_no_text() {
    assert!(check("ug", "\u{feff}language-name = x\n").language.is_some());
}
