//! No markers of unfinished work, no tests switched off.

use super::Fault;
use super::tree::Tree;

/// Words that stand alone. Written in two parts, so that this file is not a leftover itself.
const WORDS: [&str; 3] = [concat!("TO", "DO"), concat!("FIX", "ME"), concat!("XX", "X")];

/// Pieces of code.
const PIECES: [&str; 5] = [
    concat!("dbg", "!("),
    concat!("to", "do!("),
    concat!("un", "implemented!("),
    concat!("#[ig", "nore"),
    concat!("console", ".log("),
];

const ENDINGS: [&str; 10] = ["rs", "html", "css", "js", "toml", "sql", "ftl", "sh", "py", "svg"];

pub(super) fn check(tree: &Tree) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (path, text) in tree.with_ending(&ENDINGS) {
        for (number, line) in (1..).zip(text.lines()) {
            let word = WORDS.iter().find(|word| stands_alone(line, word));
            if let Some(found) = word.or_else(|| PIECES.iter().find(|piece| line.contains(**piece))) {
                let says = format!("leftover '{found}': finish it, or take it out and open an issue");
                faults.push(Fault::new(path, number, says));
            }
        }
    }
    faults
}

fn stands_alone(line: &str, word: &str) -> bool {
    let part_of_word = |c: char| c.is_alphanumeric() || c == '_';
    line.match_indices(word).any(|(at, _)| {
        !line[..at].ends_with(part_of_word) && !line[at + word.len()..].starts_with(part_of_word)
    })
}

#[cfg(test)]
mod tests {
    use super::super::samples::places;
    use super::*;

    #[test]
    fn each_marker_is_found_where_it_stands() {
        for marker in WORDS.iter().chain(&PIECES) {
            let text = format!("//! Fine.\n  {marker} later\n");
            assert_eq!(places(check, &[("a.rs", &text)]), ["a.rs:2"], "{marker}");
        }
    }

    #[test]
    fn a_word_that_only_contains_a_marker_is_fine() {
        let text = format!("//! {}S and {}_LIST.\n", WORDS[0], WORDS[0]);
        assert_eq!(places(check, &[("a.rs", &text)]), [""; 0]);
    }
}
