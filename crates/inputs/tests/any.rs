//! What the fuzzers do for hours, for some seconds in the ordinary run: every input takes any bytes, and whatever was kept
//! of what once was wrong. `WENZHENG_TEST_INPUTS` says how many tries each gets.
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]

use inputs::{ALL, drive};
use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Tries of each input.
const TRIES: u32 = 60;

fn fuzz() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz")
}

/// The kept files of an input, by name.
fn kept(name: &str) -> Vec<(String, Vec<u8>)> {
    let folder = fs::read_dir(fuzz().join("corpus").join(name)).unwrap();
    let read = |entry: fs::DirEntry| {
        let name = entry.file_name().to_string_lossy().into_owned();
        (name, fs::read(entry.path()).unwrap())
    };
    let mut all: Vec<_> = folder.map(|entry| read(entry.unwrap())).collect();
    all.sort();
    all
}

#[test]
fn every_input_has_a_fuzzer_and_something_to_begin_with() {
    let names: BTreeSet<String> = ALL.iter().map(|(name, _)| (*name).to_owned()).collect();
    let targets = fs::read_dir(fuzz().join("targets")).unwrap();
    let stem = |entry: fs::DirEntry| entry.path().file_stem().unwrap().to_string_lossy().into_owned();
    let targets: BTreeSet<String> = targets.map(|entry| stem(entry.unwrap())).collect();
    if cfg!(feature = "program") {
        assert_eq!(names, targets);
    }
    assert!(names.is_subset(&targets));
    let manifest = fs::read_to_string(fuzz().join("Cargo.toml")).unwrap();
    for name in &names {
        let target = fs::read_to_string(fuzz().join(format!("targets/{name}.rs"))).unwrap();
        assert!(
            target.contains(&format!("inputs::drive(\"{name}\", bytes)")),
            "{name}"
        );
        assert!(
            manifest.contains(&format!("path = \"targets/{name}.rs\"")),
            "{name}"
        );
        let files = kept(name);
        assert!(!files.is_empty(), "{name} has nothing to begin with");
        assert!(
            files.iter().all(|(_, bytes)| bytes.len() < 8 << 10),
            "{name}: a few KB each"
        );
    }
}

#[test]
fn what_was_kept_is_taken() {
    for (name, _) in ALL {
        for (file, bytes) in kept(name) {
            let taken = std::panic::catch_unwind(|| drive(name, &bytes));
            assert!(taken.is_ok(), "fuzz/corpus/{name}/{file}");
        }
    }
}

/// A change somewhere: where, what, and how much.
type Change = (u16, u8, u8);

/// Kept bytes with changes: as a fuzzer makes them, only blindly.
fn changed(mut bytes: Vec<u8>, other: &[u8], changes: &[Change]) -> Vec<u8> {
    for (place, what, much) in changes {
        let at = usize::from(*place) % (bytes.len() + 1);
        let end = (at + usize::from(*much)).min(bytes.len());
        match what % 6 {
            0 if at < bytes.len() => bytes[at] = *much,
            1 => bytes.insert(at, *much),
            2 => drop(bytes.drain(at..end)),
            3 => {
                let again = bytes[at..end].to_vec();
                bytes.splice(at..at, again);
            }
            4 if at < bytes.len() => bytes[at] ^= 1 << (much % 8),
            _ => {
                let from = usize::from(*place) % (other.len() + 1);
                let to = (from + usize::from(*much)).min(other.len());
                bytes.splice(at..at, other[from..to].iter().copied());
            }
        }
    }
    bytes
}

#[test]
fn any_bytes_are_taken_or_refused() {
    let tries = std::env::var("WENZHENG_TEST_INPUTS")
        .ok()
        .and_then(|tries| tries.parse().ok());
    let config = ProptestConfig {
        cases: tries.unwrap_or(TRIES),
        failure_persistence: None,
        ..ProptestConfig::default()
    };
    for (name, input) in ALL {
        let mut files: Vec<Vec<u8>> = kept(name).into_iter().map(|(_, bytes)| bytes).collect();
        if *name == "procedure" {
            let faulty = fs::read_dir(fuzz().join("../procedures/faulty")).unwrap();
            // beside the files there is a folder
            files.extend(faulty.filter_map(|entry| fs::read(entry.unwrap().path()).ok()));
        }
        let changes = prop::collection::vec(any::<Change>(), 0..12);
        let made = (any::<(usize, usize)>(), changes).prop_map(move |((one, other), changes)| {
            let of = |n: usize| &files[n % files.len()];
            changed(of(one).clone(), of(other), &changes)
        });
        let anything = prop::collection::vec(any::<u8>(), 0..400);
        let bytes = prop_oneof![4 => made, 1 => anything];
        let outcome = TestRunner::new(config.clone()).run(&bytes, |bytes| {
            input(&bytes);
            Ok(())
        });
        assert!(outcome.is_ok(), "{name}: {outcome:?}");
    }
}
