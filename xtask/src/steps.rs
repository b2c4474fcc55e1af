//! `cargo xtask test`: the steps, in order, and what each came to.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use crate::args::Choice;
use crate::peers::Peers;
use crate::summary::{self, Report, Tally};
use crate::{Result, deb, find, on_build_server, process, tidy};

/// The steps in the order in which they run: quick ones first.
pub(crate) const NAMES: [&str; 6] = ["fmt", "tidy", "clippy", "deny", "test", "deb"];

/// The release of cargo-deny that is built where none is installed.
const CARGO_DENY: &str = "0.20.2";

/// What one step came to, and which of its parts could not run.
type Outcome = Result<(Tally, Vec<String>)>;

/// Runs the chosen steps, every one even after a failure. True when nothing failed.
pub(crate) fn run(root: &Path, choice: &Choice) -> bool {
    let chosen = NAMES.into_iter().filter(|name| {
        let asked = choice.only.is_empty() || choice.only.iter().any(|only| only == name);
        asked && !(choice.fast && ["clippy", "deb"].contains(name))
    });
    let reports: Vec<Report> = chosen
        .map(|name| timed(name, || step(root, name, choice.fast)))
        .collect();
    summary::print(&reports)
}

fn step(root: &Path, name: &str, fast: bool) -> Outcome {
    match name {
        "fmt" => cargo(root, &["fmt", "--all", "--check"]),
        "tidy" => Ok((Tally::of(tidy::run(root)), Vec::new())),
        "clippy" => cargo(
            root,
            &[
                "clippy",
                "--workspace",
                "--all-targets",
                "--quiet",
                "--",
                "-D",
                "warnings",
            ],
        ),
        "deny" => deny(root),
        "deb" => package(root),
        _ => tests(root, fast),
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "how long a step took is for people to read, nothing depends on it"
)]
fn timed(name: &'static str, step: impl FnOnce() -> Outcome) -> Report {
    println!("\n== {name}");
    let start = Instant::now();
    let (tally, skipped) = step().unwrap_or_else(|fault| {
        println!("   {fault}");
        (Tally::FAILED, Vec::new())
    });
    let took = start.elapsed();
    let word = if tally.failed > 0 { "FAILED" } else { "ok" };
    println!("== {name}: {word}, {:.1} s", took.as_secs_f64());
    Report {
        name,
        took,
        tally,
        skipped,
    }
}

/// A check that is one run of cargo.
fn cargo(root: &Path, args: &[&str]) -> Outcome {
    println!("   cargo {}", args.join(" "));
    process::aloud(root, for_once(&mut Command::new("cargo")).args(args))
        .map(|good| (Tally::of(good), Vec::new()))
}

/// On a build server: nothing is kept for a build that never comes, and tests are told in one way where they run.
fn for_once(cargo: &mut Command) -> &mut Command {
    if on_build_server() {
        cargo.env("CARGO_INCREMENTAL", "0").env("CI", "true");
    }
    cargo
}

/// Licences, banned crates and where the crates come from.
fn deny(root: &Path) -> Outcome {
    let tool = match cargo_deny(root) {
        Ok(tool) => tool,
        Err(fault) => return Ok(missing(vec![format!("deny: {fault}")])),
    };
    println!("   cargo deny check bans licenses sources");
    let mut command = Command::new(tool);
    process::aloud(root, command.args(["check", "bans", "licenses", "sources"]))
        .map(|good| (Tally::of(good), Vec::new()))
}

/// A package of the program that the tests have built, installed into a folder.
fn package(root: &Path) -> Outcome {
    if find::program(&["dpkg-deb"], &[]).is_none() {
        return Ok(missing(vec!["deb: no dpkg-deb".to_owned()]));
    }
    let skipped = deb::check(root)?;
    let mut tally = Tally::of(true);
    tally.skipped += skipped.len() as u64;
    Ok((tally, skipped))
}

/// An installed cargo-deny, or one built into the target folder: a minute once, in the debug profile.
fn cargo_deny(root: &Path) -> Result<PathBuf> {
    let tools = root.join("target/tools");
    let own = tools.join("bin/cargo-deny");
    if let Some(found) = find::program(&["cargo-deny"], &[&own.to_string_lossy()]) {
        return Ok(found);
    }
    println!("   building cargo-deny {CARGO_DENY} into target/tools, once");
    let mut install = Command::new("cargo");
    install.args([
        "install",
        "cargo-deny",
        "--locked",
        "--debug",
        "--version",
        CARGO_DENY,
        "--root",
    ]);
    process::text_of(install.arg(&tools).env("CARGO_PROFILE_DEV_DEBUG", "0"))?;
    Ok(own)
}

/// Every test of every crate, against real peers.
fn tests(root: &Path, fast: bool) -> Outcome {
    let mut peers = Peers::start(root, !fast);
    let (mut tally, mut skipped) = missing(std::mem::take(&mut peers.missing));
    if fast {
        tally.skipped += 1;
        skipped.push("browser tests: --fast".to_owned());
    }
    println!("   cargo test --workspace --no-fail-fast");
    let mut command = Command::new("cargo");
    command
        .args(["test", "--workspace", "--no-fail-fast"])
        .envs(peers.env.iter().map(|(k, v)| (k, v)));
    for_once(&mut command);
    let mut counted = Tally::default();
    let good = process::stream(root, &mut command, |line| {
        counted.add_result_line(line);
        if tells_something(line) {
            println!("   {line}");
        }
    })?;
    // A program that does not compile or ends half-way has no line of counts.
    if !good && counted.failed == 0 {
        counted.failed = 1;
    }
    tally.add(counted);
    Ok((tally, skipped))
}

/// Thousands of lines say only that a test passed; the counts of each program and every failure remain.
fn tells_something(line: &str) -> bool {
    let passed = line.starts_with("test ") && line.ends_with("... ok");
    let start = line.starts_with("running ") && (line.ends_with(" tests") || line.ends_with(" test"));
    !(passed || start || line.trim().is_empty())
}

/// What could not be had is a skipped part by hand and a failure on a build server.
fn missing(parts: Vec<String>) -> (Tally, Vec<String>) {
    let count = parts.len() as u64;
    if on_build_server() {
        let parts = parts
            .into_iter()
            .map(|part| format!("{part} (a failure, as CI=true)"))
            .collect();
        (
            Tally {
                failed: count,
                ..Tally::default()
            },
            parts,
        )
    } else {
        (
            Tally {
                skipped: count,
                ..Tally::default()
            },
            parts,
        )
    }
}
