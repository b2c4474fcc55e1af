//! Small files: none over 400 lines, and half of the Rust files under 120.

use super::Fault;
use super::tree::Tree;

const LONGEST: usize = 400;
const HALF_UNDER: usize = 120;

/// Files that may be longer, each with the reason.
const ALLOWED: [(&str, &str); 0] = [];

pub(super) fn check(tree: &Tree) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (path, text) in tree.with_ending(&["rs", "html", "css", "js"]) {
        let lines = text.lines().count();
        if lines > LONGEST && !ALLOWED.iter().any(|(allowed, _)| *allowed == path) {
            let says =
                format!("{lines} lines, over {LONGEST}: is there a room missing in the house? split it");
            faults.push(Fault::new(path, 0, says));
        }
    }
    let lengths: Vec<usize> = tree
        .with_ending(&["rs"])
        .map(|(_, text)| text.lines().count())
        .collect();
    let long = lengths.iter().filter(|lines| **lines >= HALF_UNDER).count();
    if long * 2 > lengths.len() {
        let says = format!(
            "{long} of {} Rust files have {HALF_UNDER} lines or more; at most half may",
            lengths.len()
        );
        faults.push(Fault::new(".", 0, says));
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::super::samples::places;
    use super::*;

    #[test]
    fn a_file_over_the_longest_is_found() {
        let long = "x\n".repeat(LONGEST + 1);
        let just = "x\n".repeat(LONGEST);
        assert_eq!(
            places(check, &[("a.css", &long), ("b.html", &just), ("c.sql", &long)]),
            ["a.css:0"]
        );
    }

    #[test]
    fn half_of_the_rust_files_are_short() {
        let long = "x\n".repeat(HALF_UNDER);
        assert_eq!(places(check, &[("a.rs", &long), ("b.rs", "x\n")]), [""; 0]);
        assert_eq!(
            places(check, &[("a.rs", &long), ("b.rs", "x\n"), ("c.rs", &long)]),
            [".:0"]
        );
    }
}
