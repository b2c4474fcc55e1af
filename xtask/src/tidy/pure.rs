//! The pure crates do no I/O, read no clock and draw no random number: those are parameters.

use super::tree::{self, Tree};
use super::{Fault, manifest};

const PURE: [&str; 14] = [
    "calendar",
    "seal",
    "redact",
    "proof",
    "words",
    "procedure",
    "case",
    "scenario",
    "ledger",
    "replay",
    "report",
    "watch",
    "credentials",
    "manual",
];

/// Modules of the standard library, as they stand behind `std::`.
const STD: [&str; 6] = ["fs", "net", "env", "process", "thread", "io::stdin"];

/// Anything else that reaches outside.
const CALLS: [&str; 7] = [
    "SystemTime",
    "Instant::now",
    "Timestamp::now",
    "Zoned::now",
    "tokio::",
    "getrandom",
    "rand::",
];

/// Libraries whose very presence is a fault.
const LIBRARIES: [&str; 9] = [
    "tokio",
    "getrandom",
    "rand",
    "rusqlite",
    "sqlx",
    "axum",
    "ureq",
    "lettre",
    "tempfile",
];

pub(super) fn check(tree: &Tree) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (path, text) in tree
        .with_ending(&["rs"])
        .filter(|(path, _)| is_pure(path) && !tree::is_test(path))
    {
        for (number, line) in tree::code_lines(text) {
            if let Some(found) = impurity(line) {
                let says = format!(
                    "'{found}' in a pure crate: take the bytes, the time or the randomness as a parameter"
                );
                faults.push(Fault::new(path, number, says));
            }
        }
    }
    for (name, path, text) in manifest::crates(tree).filter(|(name, ..)| PURE.contains(name)) {
        let named = manifest::dependencies(text).into_iter();
        for library in named.filter(|d| !d.for_tests && LIBRARIES.contains(&d.name)) {
            let says = format!("{name} is a pure crate and must not use {}", library.name);
            faults.push(Fault::new(path, library.line, says));
        }
    }
    faults
}

/// True for the sources of a pure crate, its integration tests left out.
fn is_pure(path: &str) -> bool {
    PURE.iter()
        .any(|name| path.starts_with(&format!("crates/{name}/src/")))
}

fn impurity(line: &str) -> Option<&'static str> {
    let of_std = STD.iter().find(|module| {
        let grouped = line.trim_start().strip_prefix("use std::{");
        line.contains(&format!("std::{module}"))
            || grouped.is_some_and(|group| {
                group
                    .split([',', '}'])
                    .any(|part| part.trim().starts_with(**module))
            })
    });
    of_std
        .or_else(|| CALLS.iter().find(|call| line.contains(**call)))
        .copied()
}

#[cfg(test)]
mod tests {
    use super::super::samples::places;
    use super::check;

    #[test]
    fn each_way_outside_is_found() {
        for line in [
            "use std::fs;",
            "use std::{collections::BTreeMap, fs};",
            "let s = std::net::TcpStream::connect(a);",
            "let t = std::time::SystemTime::now();",
            "tokio::spawn(f());",
            "getrandom::fill(&mut key)?;",
            "let n = rand::random();",
        ] {
            let text = format!("//! Sample.\n{line}\n");
            assert_eq!(
                places(check, &[("crates/case/src/a.rs", &text)]),
                ["crates/case/src/a.rs:2"],
                "{line}"
            );
            assert_eq!(
                places(check, &[("crates/office/src/a.rs", &text)]),
                [""; 0],
                "{line}"
            );
        }
    }

    #[test]
    fn comments_and_tests_may_speak_of_it() {
        let text = "//! Never std::fs.\nuse std::fmt;\n#[cfg(test)]\nmod tests {\n    use std::fs;\n}\n";
        let files = [
            ("crates/seal/src/a.rs", text),
            ("crates/seal/tests/b.rs", "use std::fs;\n"),
        ];
        assert_eq!(places(check, &files), [""; 0]);
    }

    #[test]
    fn a_library_that_reaches_outside_is_found() {
        let text = "[dependencies]\ntokio.workspace = true\n[dev-dependencies]\ntempfile.workspace = true\n";
        assert_eq!(
            places(check, &[("crates/ledger/Cargo.toml", text)]),
            ["crates/ledger/Cargo.toml:2"]
        );
    }
}
