//! A file is put together with what it includes; each line of the whole knows where it comes from.

use procedure::{Wanted, assemble};

const HEAD: &str = "[procedure]\nid = \"town\"\ninclude = [\"one\", \"two\"]\n\n[[clause]]\nid = \"A\"";

fn find(wanted: Wanted<'_>) -> Option<String> {
    match wanted {
        Wanted::Rules("one") => Some("[[clause]]\nid = \"B\"\n".to_owned()),
        Wanted::Rules("two") => Some("# second\n[[clause]]\nid = \"C\"".to_owned()),
        _ => None,
    }
}

#[test]
fn fragments_follow_the_file_and_lines_know_where_they_come_from() {
    let whole = assemble(HEAD, &find).unwrap();
    let expected = format!(
        "{HEAD}\n# ── include: one ──\n[[clause]]\nid = \"B\"\n\n# ── include: two ──\n# second\n[[clause]]\nid = \"C\""
    );
    assert_eq!(whole.text, expected);
    for (number, line) in whole.text.lines().enumerate() {
        let (file, at) = whole.place(number + 1);
        let source = match file {
            None => HEAD.to_owned(),
            Some(id) => find(Wanted::Rules(id)).unwrap(),
        };
        let came_from = source.lines().nth(at - 1).unwrap();
        assert!(
            line == came_from || line.starts_with("# ──") || line.is_empty(),
            "{line} is not {came_from}"
        );
    }
    assert_eq!(whole.place(8), (Some("one"), 1));
    assert_eq!(whole.place(14), (Some("two"), 3));
}

#[test]
fn what_was_put_together_once_is_not_put_together_again() {
    let whole = assemble(HEAD, &find).unwrap();
    let nothing = |_: Wanted<'_>| None;
    assert_eq!(assemble(&whole.text, &nothing).unwrap().text, whole.text);
}

#[test]
fn a_file_that_includes_nothing_stays_as_it_is() {
    for text in ["", "x", "[procedure]\r\nid = \"a\"\r\n", "not [ toml"] {
        assert_eq!(assemble(text, &find).unwrap().text, text);
    }
}
