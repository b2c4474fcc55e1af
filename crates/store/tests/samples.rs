//! One sample of every event version ever landed: each is read as long as there is this program. A sample is never
//! edited; a new version gets a new file and an upcaster.

use crate::common;

use common::at;
use std::collections::BTreeSet;
use store::{StoreError, StoredEvent, upcast};

/// One event of a case a line, each act once and each effect somewhere.
const VERSIONS: [(u16, &str); 1] = [(1, include_str!("samples/case-1.jsonl"))];

fn stored(version: u16, line: &str) -> StoredEvent {
    StoredEvent {
        stream: "case/C000001".into(),
        seq: 1,
        kind: "sample".into(),
        version,
        at: at(0),
        recorded: at(0),
        procedure: String::new(),
        calendar: String::new(),
        bytes: line.as_bytes().to_vec(),
    }
}

#[test]
fn every_version_is_read() {
    for (version, lines) in VERSIONS {
        for line in lines.lines() {
            upcast::case_event(&stored(version, line)).unwrap();
        }
    }
}

#[test]
fn the_newest_version_loses_nothing_when_read() {
    let (version, lines) = VERSIONS[VERSIONS.len() - 1];
    assert_eq!(version, case::event::VERSION);
    for line in lines.lines() {
        let event = upcast::case_event(&stored(version, line)).unwrap();
        assert_eq!(serde_json::to_string(&event).unwrap(), line);
    }
}

#[test]
fn the_newest_samples_hold_every_act() {
    let (_, lines) = VERSIONS[VERSIONS.len() - 1];
    let word = |line: &str| {
        let value: serde_json::Value = serde_json::from_str(line).unwrap();
        value["act"].as_str().unwrap().to_owned()
    };
    let sampled: BTreeSet<String> = lines.lines().map(word).collect();
    // What serde would have accepted stands in its complaint about a word that it does not know.
    let complaint = serde_json::from_str::<case::Act>("{\"act\":\"?\"}")
        .unwrap_err()
        .to_string();
    let known: BTreeSet<String> = complaint
        .split('`')
        .skip(3)
        .step_by(2)
        .map(str::to_owned)
        .collect();
    assert_eq!(sampled, known);
}

#[test]
fn an_event_of_a_newer_program_is_refused() {
    let newer = stored(case::event::VERSION + 1, "{}");
    assert!(matches!(upcast::case_event(&newer), Err(StoreError::Corrupt(_))));
}
