//! PL-17: nothing can be deleted, at any level. No statement of the program removes or changes what is recorded; what is
//! removed elsewhere is named here, with the reason.

use std::path::Path;

/// Tables whose rows are written once and stay: the log, its tree, who read what, adopted rules, answers to commands.
const FOR_EVER: [&str; 10] = [
    "event",
    "log_leaf",
    "log_node",
    "tree_head",
    "cosignature",
    "peer_head",
    "access_row",
    "adopted",
    "command",
    "attachment",
];

/// What may be deleted: it is no record, or is made again from the log.
const DELETED: [(&str, &str); 15] = [
    ("lease", "given back"),
    ("session", "signed out or over"),
    ("account", "closed by its owner; the cases stay"),
    ("attempt", "counted tries of a quarter of an hour"),
    ("one_time_code", "used or over"),
    ("visit_link", "over"),
    ("held", "of a form that was not taken yet; over within hours"),
    ("outbox", "sent a month ago; the event that told it stays"),
    ("caller", "a keyed hash that goes with the person's key"),
    (
        "saved_view",
        "a filter that a person kept under a name and gave up",
    ),
    ("roster_row", "a fold: a shift struck off stands in the log"),
    (
        "public_facet",
        "a fold: under what a published message is found changes with its state, and ends where it is hidden",
    ),
    ("shadow_public_facet", "the same while it is made again"),
    ("sqlite_stat1", "what SQLite is told of its indexes, said anew"),
    ("{table}", "folds that `rebuild` makes again"),
];

/// What may be deleted in one file only: of all keys the one of an account's address, under which nothing recorded lies.
const DELETED_IN: [(&str, &str); 1] = [("sealing_key", "store/src/accounts.rs")];

/// What may be updated although its rows count: what changes is a lease, a mark, or a key that is destroyed by a decision.
const UPDATED: [&str; 10] = [
    "outbox",
    "sealing_key",
    "session",
    "attempt",
    "one_time_code",
    "item_row",
    "lease",
    "source_state",
    "caller",
    "held",
];

fn sources(folder: &Path, found: &mut Vec<(String, String)>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|end| end == "rs") {
            found.push((
                path.display().to_string(),
                std::fs::read_to_string(&path).unwrap(),
            ));
        }
    }
}

/// The word behind each occurrence of some words.
fn behind(text: &str, words: &str) -> Vec<String> {
    let name = |rest: &str| {
        let end = rest.find(|sign: char| !(sign.is_ascii_alphanumeric() || "_{}".contains(sign)));
        rest[..end.unwrap_or(rest.len())].to_owned()
    };
    text.match_indices(words)
        .map(|(at, _)| name(&text[at + words.len()..]))
        .collect()
}

fn program() -> Vec<(String, String)> {
    let crates = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut found = vec![];
    for name in ["store", "office", "web", "wenzheng"] {
        sources(&crates.join(name).join("src"), &mut found);
    }
    assert!(found.len() > 100);
    found
}

#[test]
fn pl_17_nothing_that_is_recorded_is_deleted() {
    for (path, text) in program() {
        for table in behind(&text, "DELETE FROM ") {
            let mut there = DELETED_IN.iter().filter(|(_, file)| path.ends_with(file));
            let known =
                DELETED.iter().any(|(known, _)| *known == table) || there.any(|(known, _)| *known == table);
            assert!(known, "{path} deletes from {table}: say here why that may be");
            assert!(!FOR_EVER.contains(&&table[..]), "{path} deletes from {table}");
        }
        for words in ["TRUNCATE ", "DROP TABLE event"] {
            assert!(!text.contains(words), "{path}: {words}");
        }
    }
}

#[test]
fn pl_17_nothing_that_is_recorded_is_changed() {
    for (path, text) in program() {
        for table in behind(&text, "UPDATE ")
            .into_iter()
            .filter(|table| !["SET", "SKIP"].contains(&&table[..]) && !table.is_empty())
        {
            let fold = table.ends_with("_row") || table == "{table}";
            assert!(
                fold || UPDATED.contains(&&table[..]),
                "{path} updates {table}: say here why that may be"
            );
        }
        // an insertion that would replace a row
        for (at, _) in text.match_indices("INSERT INTO ") {
            let statement = &text[at..];
            let table = behind(statement, "INSERT INTO ").remove(0);
            let end = statement.find("\",").unwrap_or(statement.len());
            let replaces = statement[..end].contains("DO UPDATE");
            assert!(
                !(replaces && FOR_EVER.contains(&&table[..])),
                "{path} replaces rows of {table}"
            );
        }
    }
}
