//! The peers that are written in Python: a mail server, a server of buckets and a checker of API descriptions.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::Env;
use crate::Result;
use crate::{find, process};

/// A virtual environment under the target folder with exactly the packages of `xtask/python-peers.txt`.
pub(super) fn venv(root: &Path) -> Result<Env> {
    let folder = root.join("target/peers");
    let wanted = root.join("xtask/python-peers.txt");
    let list = fs::read_to_string(&wanted).map_err(|fault| format!("{}: {fault}", wanted.display()))?;
    let stamp = folder.join("installed.txt");
    let python = folder.join("bin/python");
    let usable = process::text_of(Command::new(&python).arg("--version")).is_ok();
    if !usable || fs::read_to_string(&stamp).is_ok_and(|installed| installed != list) || !stamp.exists() {
        println!("   installing the Python peers into target/peers, once");
        create(&folder)?;
        let mut pip = Command::new(&python);
        process::text_of(
            pip.args(["-m", "pip", "install", "--quiet", "--requirement"])
                .arg(&wanted),
        )?;
        fs::write(&stamp, list).map_err(|fault| format!("{}: {fault}", stamp.display()))?;
    }
    let text = |path: PathBuf| path.to_string_lossy().into_owned();
    Ok(vec![
        ("WENZHENG_TEST_SMTP_PYTHON", text(python.clone())),
        ("WENZHENG_TEST_S3_PYTHON", text(python)),
        (
            "WENZHENG_TEST_SCHEMATHESIS",
            text(folder.join("bin/schemathesis")),
        ),
    ])
}

fn create(folder: &Path) -> Result<()> {
    let python = || find::program(&["python3"], &[]);
    let make = |python: PathBuf| {
        process::text_of(Command::new(python).args(["-m", "venv", "--clear"]).arg(folder)).map(drop)
    };
    // Debian splits venv off, so a Python that is there may still be unable to make one.
    if python().is_some_and(|python| make(python).is_ok()) {
        return Ok(());
    }
    find::install(&["python3", "python3-venv"]).map_err(|fault| format!("no Python with venv {fault}"))?;
    make(python().ok_or("no python3, even after installing it")?)
}
