//! No path of somebody's own machine: what works only where it was written is broken elsewhere.

use super::Fault;
use super::tree::Tree;

/// Beginnings of such paths, written in two parts so that this file has none.
const PATHS: [&str; 5] = [
    concat!("/wo", "rk/main"),
    concat!("/wo", "rk/shared"),
    concat!("/ro", "ot/"),
    concat!("/ho", "me/"),
    concat!("/Us", "ers/"),
];

pub(super) fn check(tree: &Tree) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (path, text) in tree.texts() {
        for (number, line) in (1..).zip(text.lines()) {
            if let Some(found) = PATHS.iter().find(|start| begins_in(line, start)) {
                let says = format!("'{found}…' is a path of one machine: make it relative or ask for it");
                faults.push(Fault::new(path, number, says));
            }
        }
    }
    faults
}

/// True if the path begins there, and is not the end of a longer one such as an address.
fn begins_in(line: &str, start: &str) -> bool {
    line.match_indices(start)
        .any(|(at, _)| !line[..at].ends_with(|c: char| c.is_alphanumeric() || "._-}".contains(c)))
}

#[cfg(test)]
mod tests {
    use super::super::samples::places;
    use super::*;

    #[test]
    fn a_path_of_one_machine_is_found_in_any_text() {
        for start in PATHS {
            let text = format!("fine\nopen \"{start}data.csv\"\n");
            assert_eq!(places(check, &[("a.json", &text)]), ["a.json:2"]);
        }
    }

    #[test]
    fn an_address_with_such_a_part_is_fine() {
        let text = format!("https://example.org{}x and ..{}y\n", PATHS[3], PATHS[1]);
        assert_eq!(places(check, &[("a.md", &text)]), [""; 0]);
    }
}
