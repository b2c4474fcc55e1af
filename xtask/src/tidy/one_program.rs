//! The tests of a crate are one program, and it names every file: each further program would be linked with everything
//! once more (docs/decisions/0037), and a file that is not named would never run.

use std::collections::{BTreeMap, BTreeSet};

use super::Fault;
use super::tree::Tree;

/// What stands directly in the `tests` folder of one crate.
#[derive(Default)]
struct Tests<'a> {
    /// Files and folders with Rust in them, by the name of their module, each with its path.
    modules: BTreeMap<&'a str, &'a str>,
    /// The text of `tests/main.rs`.
    main: Option<&'a str>,
}

pub(super) fn check(tree: &Tree) -> Vec<Fault> {
    let mut crates: BTreeMap<&str, Tests<'_>> = BTreeMap::new();
    for (path, text) in tree.with_ending(&["rs"]) {
        let Some((folder, inside)) = path.split_once("/tests/") else {
            continue;
        };
        if folder.split('/').count() != 2 || !folder.starts_with("crates/") {
            continue;
        }
        let tests = crates.entry(folder).or_default();
        let (name, deeper) = match inside.split_once('/') {
            Some((name, deeper)) => (name, Some(deeper)),
            None => (inside.trim_end_matches(".rs"), None),
        };
        match (name, deeper) {
            ("main", None) => tests.main = Some(text),
            (name, None | Some("mod.rs" | "main.rs")) => {
                tests.modules.insert(name, path);
            }
            _ => {}
        }
    }
    crates.values().flat_map(faults).collect()
}

fn faults(tests: &Tests<'_>) -> Vec<Fault> {
    let Some(main) = tests.main else {
        let further = tests.modules.values().skip(1);
        return further
            .map(|path| {
                let says = "a second program of tests: name both in tests/main.rs and set autotests = false, as other crates do";
                Fault::new(path, 0, says)
            })
            .collect();
    };
    let named: BTreeSet<&str> = main
        .lines()
        .filter_map(|line| line.trim().strip_suffix(';')?.rsplit_once("mod "))
        .map(|(_, name)| name)
        .collect();
    let unnamed = tests.modules.iter().filter(|(name, _)| !named.contains(*name));
    unnamed
        .map(|(name, path)| {
            Fault::new(
                path,
                0,
                format!("does not run: write `mod {name};` into tests/main.rs"),
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::samples::places;
    use super::check;

    #[test]
    fn a_file_that_does_not_run_is_found() {
        let files = [
            (
                "crates/a/tests/main.rs",
                "//! All.\n\nmod here;\npub(crate) mod shared;\nmod deep;\n",
            ),
            ("crates/a/tests/here.rs", ""),
            ("crates/a/tests/shared/mod.rs", ""),
            ("crates/a/tests/shared/part.rs", ""),
            ("crates/a/tests/deep/mod.rs", ""),
            ("crates/a/tests/forgotten.rs", ""),
            ("crates/a/tests/forgotten_too/mod.rs", ""),
            ("crates/a/src/read/tests/x.rs", ""),
        ];
        assert_eq!(
            places(check, &files),
            [
                "crates/a/tests/forgotten.rs:0",
                "crates/a/tests/forgotten_too/mod.rs:0"
            ]
        );
    }

    #[test]
    fn a_second_program_is_found_and_one_alone_is_none() {
        let files = [
            ("crates/a/tests/one.rs", ""),
            ("crates/b/tests/one.rs", ""),
            ("crates/b/tests/two/main.rs", ""),
        ];
        assert_eq!(places(check, &files), ["crates/b/tests/two/main.rs:0"]);
    }
}
