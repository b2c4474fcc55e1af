//! `cargo xtask fuzz`: drives the inputs of `crates/inputs` with libFuzzer, for a while each.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::{Result, find, process};

/// The fuzzers, quick ones to build first.
pub(crate) const TARGETS: [&str; 9] = [
    "tables",
    "workbook",
    "procedure",
    "receipt",
    "feed",
    "backup",
    "multipart",
    "api",
    "exchange",
];

/// Those that need no more than the readers.
const LIGHT: usize = 5;

/// What the compiler puts in: counters for each branch, comparisons told to the fuzzer, and a watch over memory.
const INSTRUMENTS: &str = "-Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table \
    -Cllvm-args=-sanitizer-coverage-trace-compares --cfg fuzzing -Zsanitizer=address";

/// What is asked for.
#[derive(Debug, PartialEq)]
pub(crate) struct Wish {
    /// One of [`TARGETS`]; all of them where none is named.
    pub(crate) target: Option<String>,
    /// For each.
    pub(crate) seconds: u64,
}

/// Runs the fuzzers. True when nothing was found, or when there is nothing to run them with.
pub(crate) fn run(root: &Path, wish: &Wish) -> bool {
    if let Some(missing) = missing() {
        println!("skipped: fuzzing, because {missing}");
        println!(
            "The same inputs are driven by `cargo test -p inputs`; WENZHENG_TEST_INPUTS=100000 for longer."
        );
        return true;
    }
    let chosen = TARGETS
        .iter()
        .filter(|name| wish.target.as_deref().is_none_or(|wished| wished == **name));
    let mut good = true;
    for name in chosen {
        println!("\n== {name}, {} s", wish.seconds);
        match one(root, name, wish.seconds) {
            Ok(found) => good &= found,
            Err(fault) => {
                println!("   {fault}");
                good = false;
            }
        }
    }
    good
}

/// What is needed and is not there, with what to do.
fn missing() -> Option<String> {
    if find::program(&["c++", "g++", "clang++"], &[]).is_none() {
        return Some("there is no C++ compiler: install g++".to_owned());
    }
    let nightly = process::text_of(Command::new("cargo").args(["+nightly", "--version"]));
    nightly
        .is_err()
        .then(|| "there is no nightly Rust: `rustup toolchain install nightly --profile minimal`".to_owned())
}

fn one(root: &Path, name: &str, seconds: u64) -> Result<bool> {
    let host = host()?;
    let place = root.join("target/fuzz");
    let mut build = Command::new("cargo");
    build
        .args([
            "+nightly",
            "build",
            "--quiet",
            "--release",
            "--manifest-path",
            "fuzz/Cargo.toml",
        ])
        .args(["--target", &host, "--bin", name])
        .arg("--target-dir")
        .arg(&place)
        .env("RUSTFLAGS", INSTRUMENTS);
    if !TARGETS[..LIGHT].contains(&name) {
        build.args(["--features", "program"]);
    }
    if !process::aloud(root, &mut build)? {
        return Err(format!("{name} was not built"));
    }
    let (grown, found) = (place.join("corpus").join(name), place.join("found"));
    for folder in [&grown, &found] {
        fs::create_dir_all(folder).map_err(|fault| format!("{}: {fault}", folder.display()))?;
    }
    let mut fuzzer = Command::new(place.join(host).join("release").join(name));
    fuzzer
        .arg(format!("-max_total_time={seconds}"))
        .args([
            "-timeout=20",
            "-rss_limit_mb=2048",
            "-print_final_stats=1",
            "-verbosity=0",
        ])
        .arg(format!("-artifact_prefix={}/{name}-", found.display()));
    let words = root.join("fuzz/dict").join(name);
    if words.exists() {
        fuzzer.arg(format!("-dict={}", words.display()));
    }
    // what is new goes into the first folder; the kept ones are only read
    fuzzer.arg(grown).arg(root.join("fuzz/corpus").join(name));
    if name == "procedure" {
        fuzzer.arg(root.join("procedures/faulty"));
    }
    let good = process::aloud(root, &mut fuzzer)?;
    if !good {
        println!(
            "   found: see {}; mend it, and keep the file in fuzz/corpus/{name}",
            found.display()
        );
    }
    Ok(good)
}

/// The machine, as the compiler calls it.
fn host() -> Result<String> {
    let says = process::text_of(Command::new("rustc").arg("-vV"))?;
    let host = says.lines().find_map(|line| line.strip_prefix("host: "));
    host.map(str::to_owned)
        .ok_or_else(|| "rustc does not say for which machine it builds".to_owned())
}
