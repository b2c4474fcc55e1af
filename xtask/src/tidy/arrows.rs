//! Which crate may depend on which: the arrows go one way, from the rules to the program.

use super::Fault;
use super::manifest;
use super::tree::Tree;

/// Each crate with those of ours that it may use.
const ARROWS: [(&str, &[&str]); 22] = [
    ("calendar", &[]),
    ("seal", &[]),
    ("redact", &["seal"]),
    ("proof", &[]),
    ("words", &["calendar"]),
    ("ledger", &["calendar"]),
    ("procedure", &["calendar"]),
    ("watch", &["calendar"]),
    ("credentials", &[]),
    ("manual", &["calendar", "procedure", "words"]),
    ("report", &["calendar", "procedure", "words"]),
    ("case", &["calendar", "seal", "procedure"]),
    ("scenario", &["calendar", "seal", "procedure", "case"]),
    ("replay", &["calendar", "procedure", "ledger"]),
    ("store", &["calendar", "seal", "proof", "procedure", "case"]),
    (
        "office",
        &[
            "calendar",
            "seal",
            "redact",
            "proof",
            "procedure",
            "case",
            "store",
            "words",
            "ledger",
            "report",
            "watch",
            "credentials",
        ],
    ),
    (
        "web",
        &[
            "calendar",
            "seal",
            "redact",
            "proof",
            "procedure",
            "case",
            "store",
            "words",
            "ledger",
            "report",
            "watch",
            "manual",
            "credentials",
            "office",
        ],
    ),
    (
        "wenzheng",
        &[
            "calendar",
            "seal",
            "redact",
            "proof",
            "procedure",
            "case",
            "store",
            "words",
            "ledger",
            "report",
            "watch",
            "manual",
            "replay",
            "office",
            "web",
            "scenario",
        ],
    ),
    (
        "testkit",
        &[
            "calendar",
            "seal",
            "redact",
            "proof",
            "procedure",
            "case",
            "store",
            "words",
            "ledger",
            "report",
            "watch",
            "manual",
            "office",
            "web",
        ],
    ),
    (
        "inputs",
        &[
            "calendar",
            "seal",
            "proof",
            "procedure",
            "ledger",
            "watch",
            "office",
            "web",
            "testkit",
        ],
    ),
    ("fuzz", &["inputs"]),
    ("xtask", &[]),
];

pub(super) fn check(tree: &Tree) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (name, path, text) in manifest::crates(tree) {
        let Some((_, allowed)) = ARROWS.iter().find(|(known, _)| *known == name) else {
            let says = format!(
                "the crate {name} has no place in the order: give it one in xtask/src/tidy/arrows.rs"
            );
            faults.push(Fault::new(path, 0, says));
            continue;
        };
        for dependency in manifest::dependencies(text) {
            let ours = ARROWS.iter().any(|(known, _)| *known == dependency.name);
            // A crate may name itself for its tests, to switch a feature of its own on.
            let for_its_tests =
                dependency.for_tests && (dependency.name == "testkit" || dependency.name == name);
            if ours && !for_its_tests && !allowed.contains(&dependency.name) {
                let says = format!("{name} must not depend on {}: arrows go one way", dependency.name);
                faults.push(Fault::new(path, dependency.line, says));
            }
        }
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::super::samples::places;
    use super::check;

    #[test]
    fn an_arrow_against_the_order_is_found() {
        let files = [
            (
                "crates/case/Cargo.toml",
                "[dependencies]\nprocedure.workspace = true\nstore.workspace = true\n",
            ),
            (
                "crates/seal/Cargo.toml",
                "[dependencies]\ncalendar.workspace = true\n",
            ),
            (
                "crates/web/Cargo.toml",
                "[dependencies]\noffice.workspace = true\ntestkit.workspace = true\n",
            ),
            ("xtask/Cargo.toml", "[dependencies]\nsha2.workspace = true\n"),
        ];
        let wrong = [
            "crates/case/Cargo.toml:3",
            "crates/seal/Cargo.toml:2",
            "crates/web/Cargo.toml:3",
        ];
        assert_eq!(places(check, &files), wrong);
    }

    #[test]
    fn tests_may_use_the_testkit_and_nothing_else_above_them() {
        let text = "[dev-dependencies]\ntestkit.workspace = true\nweb.workspace = true\n";
        assert_eq!(
            places(check, &[("crates/office/Cargo.toml", text)]),
            ["crates/office/Cargo.toml:3"]
        );
    }

    #[test]
    fn a_new_crate_must_be_given_its_place() {
        assert_eq!(
            places(check, &[("crates/gossip/Cargo.toml", "")]),
            ["crates/gossip/Cargo.toml:0"]
        );
    }
}
