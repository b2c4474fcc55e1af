//! `cargo xtask conformance`: writes `docs/conformance` anew. The work is an example of the crate scenario, because
//! this crate uses none of ours.

use std::path::Path;
use std::process::Command;

use crate::process;

pub(crate) fn run(root: &Path) -> bool {
    let mut command = Command::new("cargo");
    command.args(["run", "--quiet", "-p", "scenario", "--example", "conformance"]);
    process::aloud(root, &mut command).unwrap_or_else(|fault| {
        eprintln!("{fault}");
        false
    })
}
