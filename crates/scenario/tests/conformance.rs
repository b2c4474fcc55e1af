//! The documents of conformance say what is so today: `docs/conformance`.

#[path = "../examples/conformance/gather.rs"]
mod gather;

use std::path::Path;

#[test]
fn the_documents_are_up_to_date() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../..")
        .canonicalize()
        .unwrap();
    for (path, text) in gather::documents(&root).unwrap() {
        let found = std::fs::read_to_string(root.join(&path)).unwrap_or_default();
        assert!(
            found == text,
            "{path} is out of date: run cargo xtask conformance and commit what it writes"
        );
    }
}

#[test]
fn every_timed_or_enforced_clause_is_tested() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../..")
        .canonicalize()
        .unwrap();
    for (path, text) in gather::documents(&root).unwrap() {
        // that there are scenarios is asked in shipped.rs
        if text.contains("- scenarios: 0\n") {
            continue;
        }
        for wrong in [
            "timed, unproved",
            "enforced, unproved",
            "timed, pending",
            "enforced, pending",
        ] {
            let unproved = text.split("\n## ").find(|section| section.contains(wrong));
            assert!(unproved.is_none(), "{path}: {}", unproved.unwrap_or_default());
        }
    }
}
