//! How a text is said: arguments, numbers, keys that are not there.

use calendar::Lang;
use words::{begun, has, say};

fn found(lang: Lang, text: &str) -> String {
    say(lang, "number-form", &[("found", text.to_owned())])
}

#[test]
fn arguments_are_put_in_without_marks_around_them() {
    assert_eq!(found(Lang::Zh, "15"), "编号应为 16 位数字，您输入了 15 个字符。");
    assert_eq!(
        found(Lang::En, "15"),
        "A case number has 16 digits; you typed 15 characters."
    );
}

#[test]
fn a_line_begins_with_a_capital() {
    assert_eq!(begun("sign for"), "Sign for");
    assert_eq!(begun("签收"), "签收");
    assert_eq!(begun(""), "");
}

#[test]
fn english_counts() {
    assert_eq!(
        found(Lang::En, "1"),
        "A case number has 16 digits; you typed one character."
    );
    assert_eq!(
        found(Lang::En, "0"),
        "A case number has 16 digits; you typed 0 characters."
    );
}

#[test]
fn what_looks_like_a_number_stays_as_it_was_written() {
    for text in [
        "2026112148392047",
        "0527",
        "1.50",
        "-3",
        "+86",
        "1e3",
        "007",
        "999999999",
        "４",
        "",
    ] {
        assert!(
            found(Lang::En, text).ends_with(&format!("typed {text} characters.")),
            "{text}"
        );
    }
}

#[test]
fn a_key_that_is_not_there_shows_itself() {
    assert_eq!(say(Lang::Zh, "no-such-key", &[]), "⟦no-such-key⟧");
    assert!(!has(Lang::Zh, "no-such-key"));
    assert!(has(Lang::En, "number-form"));
}

#[test]
fn an_argument_that_was_forgotten_shows_itself() {
    assert!(say(Lang::En, "identity-id-form", &[]).contains("{$found}"));
}
