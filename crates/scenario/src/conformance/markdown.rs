//! The conformance of a procedure as a document.

use super::{Named, Place, Proof, Proofs, Proved};
use procedure::{Clause, vocabulary};
use std::fmt::Write as _;

/// What the scenarios are worth.
const MISSED: &str = "
For each clause that sets a time or is enforced, a test takes every rule that cites it out of the file, or loosens it by
one step; a scenario of the clause must then fail (`crates/scenario/tests/mutants.rs`).
";

/// The document, in Markdown.
pub fn markdown(proofs: &Proofs<'_>) -> String {
    let head = &proofs.procedure.head;
    let all = proofs.of_clauses();
    let mut text = format!("# {} · {}\n\n", head.title.zh, head.title.en);
    let count = |proved: Proved| all.iter().filter(|proof| proof.standing == proved).count();
    let played: usize = proofs.files.iter().map(|(_, file)| file.scenarios.len()).sum();
    // writing to a string cannot fail
    let _ = write!(
        text,
        "What proves each clause. Made by `cargo xtask conformance`; never edited by hand.\n\n\
         - version {}, SHA-256 of the text `{}`\n\
         - clauses: {}; tested: {}; shown: {}; pending: {}; unproved: {}\n\
         - scenarios: {played}\n",
        head.version,
        proofs.procedure.hash,
        all.len(),
        count(Proved::Tested),
        count(Proved::Shown),
        count(Proved::Pending),
        count(Proved::Unproved),
    );
    if played > 0 {
        text.push_str(MISSED);
    }
    for (clause, proof) in proofs.procedure.clauses.iter().zip(&all) {
        section(&mut text, clause, proof);
    }
    text
}

fn section(text: &mut String, clause: &Clause, proof: &Proof) {
    let (kind, standing) = (vocabulary::word(clause.kind), vocabulary::word(proof.standing));
    let _ = write!(
        text,
        "\n## {}\n\n{kind}, {standing}\n\n> {}\n",
        clause.id, clause.text
    );
    let notes = [
        ("Reading", &clause.reading),
        ("Product rule", &clause.product_rule),
        ("Shown", &clause.shown),
    ];
    for (label, words) in notes {
        if let Some(words) = words {
            let _ = write!(text, "\n{label}: {} / {}\n", words.zh, words.en);
        }
    }
    places(text, &proof.places);
    names(text, "Scenarios", &proof.scenarios);
    names(text, "Tests", &proof.tests);
}

fn places(text: &mut String, places: &[Place]) {
    if places.is_empty() {
        return;
    }
    text.push_str("\nIn the file:\n\n");
    for place in places {
        let what = format!("{} {}", place.table, place.name);
        let _ = writeln!(text, "- `{}` line {}: {}", place.file, place.line, what.trim());
    }
}

fn names(text: &mut String, label: &str, files: &[Named]) {
    let count: usize = files.iter().map(|file| file.names.len()).sum();
    if count == 0 {
        return;
    }
    let _ = write!(text, "\n{label} ({count}):\n\n");
    for file in files {
        let _ = writeln!(text, "- `{}`", file.file);
        for name in &file.names {
            let _ = writeln!(text, "  - {name}");
        }
    }
}
