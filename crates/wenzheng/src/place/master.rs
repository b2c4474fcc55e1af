//! The master key: 32 bytes in a file of their own beside the database, made with the first run, never shown.

use std::io::{ErrorKind, Write as _};
use std::path::Path;

use office::{Chance, SystemChance};
use seal::Key;
use tempfile::NamedTempFile;

use calendar::Lang;
use words::say;

const NAME: &str = "master.key";
const LENGTH: usize = 32;

/// Reads the master key, and makes one where the database is still empty. Without its key a database stays closed.
pub(crate) fn open(folder: &Path, empty: bool, lang: Lang) -> Result<Key, String> {
    let path = folder.join(NAME);
    let shown = || ("path", path.display().to_string());
    if empty && !path.exists() {
        make(folder, &path).map_err(|error| {
            say(
                lang,
                "commands-key-unmade",
                &[shown(), ("reason", error.to_string())],
            )
        })?;
    }
    let bytes = std::fs::read(&path).map_err(|error| match error.kind() {
        ErrorKind::NotFound => say(lang, "commands-key-missing", &[shown()]),
        _ => say(
            lang,
            "commands-key-unreadable",
            &[shown(), ("reason", error.to_string())],
        ),
    })?;
    let found = ("found", bytes.len().to_string());
    <[u8; LENGTH]>::try_from(bytes)
        .map(Key::from_bytes)
        .map_err(|_| say(lang, "commands-key-length", &[shown(), found]))
}

/// Under another name first, readable by its owner only, so that a key that is there is whole. Where another process
/// is faster, its key stays.
fn make(folder: &Path, path: &Path) -> std::io::Result<()> {
    let mut bytes = [0; LENGTH];
    SystemChance.fill(&mut bytes);
    let mut file = NamedTempFile::new_in(folder)?;
    file.write_all(&bytes)?;
    file.as_file().sync_all()?;
    match file.persist_noclobber(path) {
        Err(error) if error.error.kind() != ErrorKind::AlreadyExists => Err(error.error),
        _ => std::fs::File::open(folder)?.sync_all(),
    }
}
