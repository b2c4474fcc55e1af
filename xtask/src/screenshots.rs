//! `cargo xtask screenshots`: pictures of every page of the invented city.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::peers::browser;
use crate::{Result, process};

/// Builds the program and takes its pictures into a folder. True when nothing failed.
pub(crate) fn run(root: &Path, to: Option<&str>) -> bool {
    take(root, to).unwrap_or_else(|fault| {
        println!("   {fault}");
        false
    })
}

fn take(root: &Path, to: Option<&str>) -> Result<bool> {
    let folder = to.map_or_else(|| root.join("target/screenshots"), PathBuf::from);
    let env = browser::find()?;
    let mut build = Command::new("cargo");
    if !process::aloud(root, build.args(["build", "--release", "--package", "wenzheng"]))? {
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
        .arg(root.join("target/release/wenzheng"))
        .arg(folder)
        .envs(env);
    process::aloud(root, &mut pictures)
}
