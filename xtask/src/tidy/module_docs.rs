//! Every module starts by saying what it is for.

use super::Fault;
use super::tree::Tree;

pub(super) fn check(tree: &Tree) -> Vec<Fault> {
    tree.with_ending(&["rs"])
        .filter(|(_, text)| !starts_with_doc(text))
        .map(|(path, _)| {
            Fault::new(
                path,
                1,
                "the module does not say what it is for: begin it with a //! line",
            )
        })
        .collect()
}

/// True if a `//!` with words stands before everything but inner attributes.
fn starts_with_doc(text: &str) -> bool {
    let mut in_attribute = false;
    for line in text.lines().map(str::trim) {
        if in_attribute || line.starts_with("#![") {
            in_attribute = !line.ends_with(']');
        } else if !line.is_empty() {
            return line
                .strip_prefix("//!")
                .is_some_and(|words| !words.trim().is_empty());
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::super::samples::places;
    use super::check;

    #[test]
    fn a_module_without_a_word_is_found() {
        let files = [
            ("bare.rs", "use std::fmt;\n"),
            ("empty.rs", ""),
            ("hollow.rs", "//!\nuse std::fmt;\n"),
            ("plain_comment.rs", "// Not a doc comment.\n"),
            ("good.rs", "//! Says it.\n"),
            (
                "attribute_first.rs",
                "#![allow(\n    missing_docs,\n)]\n\n//! Says it.\n",
            ),
        ];
        assert_eq!(
            places(check, &files),
            ["bare.rs:1", "empty.rs:1", "hollow.rs:1", "plain_comment.rs:1"]
        );
    }
}
