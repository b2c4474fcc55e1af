//! A migration that has landed is never edited: somewhere a database has already run it.

use sha2::{Digest, Sha256};

use super::Fault;
use super::tree::Tree;

const FOLDER: &str = "crates/store/migrations/";

/// Written by `sha256sum`, one line for each landed migration, with paths from that folder.
const LIST: &str = "crates/store/migrations/SHA256SUMS";

pub(super) fn check(tree: &Tree) -> Vec<Fault> {
    let list = tree.text(LIST).unwrap_or_default();
    let mut faults = Vec::new();
    let mut listed = Vec::new();
    for (number, line) in (1..).zip(list.lines()) {
        let Some((sum, name)) = line.split_once("  ") else {
            faults.push(Fault::new(
                LIST,
                number,
                "not a line as sha256sum writes it: sum, two spaces, name",
            ));
            continue;
        };
        let path = format!("{FOLDER}{}", name.trim_start_matches("./"));
        match tree.text(&path) {
            Some(text) if sum_of(text) == sum => {}
            Some(_) => faults.push(Fault::new(
                &path,
                0,
                "landed and then edited: restore it and add a new migration",
            )),
            None => faults.push(Fault::new(&path, 0, "landed and then removed: restore it")),
        }
        listed.push(path);
    }
    for (path, _) in tree
        .with_ending(&["sql"])
        .filter(|(path, _)| path.starts_with(FOLDER))
    {
        if !listed.iter().any(|known| known == path) {
            let says = format!("not in {LIST}: when it lands, add its line with sha256sum");
            faults.push(Fault::new(path, 0, says));
        }
    }
    faults
}

fn sum_of(text: &str) -> String {
    Sha256::digest(text.as_bytes())
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::samples::places;
    use super::check;

    const ONE: &str = "crates/store/migrations/0001_log.sql";

    #[test]
    fn an_edited_a_removed_and_an_unlisted_migration_are_found() {
        let right = super::sum_of("CREATE TABLE log;\n");
        let (path, sums) = (super::LIST, format!("{right}  0001_log.sql\n"));
        assert_eq!(
            places(check, &[(ONE, "CREATE TABLE log;\n"), (path, &sums)]),
            [""; 0]
        );
        assert_eq!(
            places(check, &[(ONE, "CREATE TABLE log2;\n"), (path, &sums)]),
            [format!("{ONE}:0")]
        );
        assert_eq!(places(check, &[(path, &sums)]), [format!("{ONE}:0")]);
        assert_eq!(
            places(check, &[(ONE, "CREATE TABLE log;\n")]),
            [format!("{ONE}:0")]
        );
    }

    #[test]
    fn the_sum_is_the_one_of_sha256sum() {
        assert_eq!(
            super::sum_of("abc"),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        );
    }
}
