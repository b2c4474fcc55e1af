//! Programs of the machine: where they are, and how a missing one is installed.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;
use std::{env, fs};

use crate::Result;
use crate::process;

/// The first of `names` on the search path, then among `elsewhere`.
pub(crate) fn program(names: &[&str], elsewhere: &[&str]) -> Option<PathBuf> {
    let path = env::var_os("PATH").unwrap_or_default();
    let on_path = names
        .iter()
        .flat_map(|name| env::split_paths(&path).map(move |dir| dir.join(name)));
    on_path
        .chain(elsewhere.iter().map(PathBuf::from))
        .find(|file| is_program(file))
}

fn is_program(file: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    fs::metadata(file).is_ok_and(|meta| meta.is_file() && meta.permissions().mode() & 0o111 != 0)
}

/// True when this user may install packages and use another user's name.
pub(crate) fn is_root() -> bool {
    static ROOT: OnceLock<bool> = OnceLock::new();
    *ROOT.get_or_init(|| process::text_of(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0"))
}

/// Installs Debian packages. The fault is short enough to stand behind "skipped:".
pub(crate) fn install(packages: &[&str]) -> Result<()> {
    if !is_root() {
        return Err("and not root, so it cannot be installed".to_owned());
    }
    if program(&["apt-get"], &[]).is_none() {
        return Err("and no apt-get to install it with".to_owned());
    }
    static LISTS: OnceLock<Result<()>> = OnceLock::new();
    LISTS.get_or_init(|| apt_get(&["update"])).clone()?;
    println!("   installing {} with apt-get", packages.join(" "));
    let mut args = vec!["install", "-y", "--no-install-recommends"];
    args.extend(packages);
    apt_get(&args)
}

fn apt_get(args: &[&str]) -> Result<()> {
    let mut command = Command::new("apt-get");
    command
        .arg("-qq")
        .args(args)
        .env("DEBIAN_FRONTEND", "noninteractive");
    process::text_of(&mut command).map(drop)
}
