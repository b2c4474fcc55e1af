//! The data folder and the master key in it.

use std::path::Path;

use ::calendar::Lang;
use office::keys::Masters;
use seal::KeyId;
use store::condition::Standing;

use super::finding::{Finding, State};
use crate::place::master::{self, MasterFile};

/// Less free space than this is wrong, bytes.
const LEAST: u64 = 512 * 1024 * 1024;
/// Less than this is to be looked after.
const LITTLE: u64 = 5 * 1024 * 1024 * 1024;

/// Who may open it, whether it can be written, and how much room there is.
pub(super) fn look(folder: &Path) -> Vec<Finding> {
    let mut found = Vec::new();
    let path = || ("path", folder.display().to_string());
    match mode(folder) {
        Some(mode) if mode & 0o077 != 0 => {
            let args = [path(), ("mode", format!("{mode:03o}"))];
            found.push(Finding::new(State::Wrong, "folder", "doctor-folder-open", &args));
        }
        _ => match tempfile::tempfile_in(folder) {
            Ok(_) => found.push(Finding::new(State::Good, "folder", "doctor-folder", &[path()])),
            Err(error) => {
                let args = [path(), ("reason", error.to_string())];
                found.push(Finding::new(
                    State::Wrong,
                    "folder",
                    "doctor-folder-unwritable",
                    &args,
                ));
            }
        },
    }
    if let Some(free) = free(folder) {
        let args = [path(), ("free", megabytes(free))];
        let (state, key) = match free {
            free if free < LEAST => (State::Wrong, "doctor-space-none"),
            free if free < LITTLE => (State::ToDo, "doctor-space-little"),
            _ => (State::Good, "doctor-space"),
        };
        found.push(Finding::new(state, "space", key, &args));
    }
    found
}

/// The master keys, where they can be read.
pub(super) fn master(folder: &Path, found: &mut Vec<Finding>) -> Option<Masters> {
    let path = MasterFile::of(folder).path().to_owned();
    let shown = || ("path", path.display().to_string());
    if !path.exists() {
        found.push(Finding::new(
            State::Wrong,
            "master-key",
            "commands-key-missing",
            &[shown()],
        ));
        return None;
    }
    if let Some(mode) = mode(&path).filter(|mode| mode & 0o077 != 0) {
        let args = [shown(), ("mode", format!("{mode:03o}"))];
        found.push(Finding::new(State::Wrong, "master-key", "doctor-key-open", &args));
    }
    match master::open(folder, false, Lang::En) {
        Ok(masters) => Some(masters),
        Err(_) => {
            found.push(Finding::of(State::Wrong, "master-key", |lang| {
                master::open(folder, false, lang).err().unwrap_or_default()
            }));
            None
        }
    }
}

/// Whether they are the ones of this database.
pub(super) fn opens(masters: &Masters, standing: &Standing, found: &mut Vec<Finding>) {
    let fits = standing
        .keys
        .iter()
        .all(|(id, wrapped)| masters.open(&KeyId::new(id.clone()), wrapped));
    let (state, key) = match fits {
        false => (State::Wrong, "commands-key-wrong"),
        true if !masters.previous.is_empty() => (State::ToDo, "doctor-key-rotating"),
        true => (State::Good, "doctor-key"),
    };
    found.push(Finding::new(state, "master-key", key, &[]));
}

/// Bytes in words of people.
pub(super) fn megabytes(bytes: u64) -> String {
    let mega = bytes / 1024 / 1024;
    if mega >= 10 * 1024 {
        format!("{} GiB", mega / 1024)
    } else {
        format!("{mega} MiB")
    }
}

#[cfg(unix)]
fn mode(path: &Path) -> Option<u32> {
    use std::os::unix::fs::PermissionsExt as _;
    let found = std::fs::metadata(path).ok()?;
    Some(found.permissions().mode() & 0o777)
}

#[cfg(not(unix))]
fn mode(_: &Path) -> Option<u32> {
    None
}

#[cfg(unix)]
fn free(folder: &Path) -> Option<u64> {
    let found = rustix::fs::statvfs(folder).ok()?;
    found.f_bavail.checked_mul(found.f_frsize)
}

#[cfg(not(unix))]
fn free(_: &Path) -> Option<u64> {
    None
}
