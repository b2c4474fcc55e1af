//! `cargo xtask screenshots`: pictures of every page of the invented city, or of those that the manual shows.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::args::Pictures;
use crate::peers::browser;
use crate::{Result, process};

/// Builds the program and takes its pictures into a folder. True when nothing failed.
pub(crate) fn run(root: &Path, pictures: &Pictures) -> bool {
    take(root, pictures).unwrap_or_else(|fault| {
        println!("   {fault}");
        false
    })
}

fn take(root: &Path, wanted: &Pictures) -> Result<bool> {
    let usual = || {
        root.join(if wanted.manual {
            "docs/manual/pictures"
        } else {
            "target/screenshots"
        })
    };
    let folder = wanted.to.as_ref().map_or_else(usual, PathBuf::from);
    let program = if wanted.debug {
        "target/debug"
    } else {
        "target/release"
    };
    let env = browser::find()?;
    let mut build = Command::new("cargo");
    build.args(["build", "--package", "wenzheng"]);
    if !wanted.debug {
        build.arg("--release");
    }
    if !process::aloud(root, &mut build)? {
        return Ok(false);
    }
    let mut pictures = Command::new("cargo");
    pictures
        .args([
            "run",
            "--quiet",
            "--package",
            "testkit",
            "--example",
            "pictures",
            "--",
        ])
        .arg(root.join(program).join("wenzheng"))
        .arg(folder)
        .args(wanted.manual.then_some("manual"))
        .envs(env);
    process::aloud(root, &mut pictures)
}
