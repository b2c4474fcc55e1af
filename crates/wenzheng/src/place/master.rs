//! The master key in a file of its own beside the database, made with the first run, never shown: 32 bytes. Once it is
//! rotated, lines: `current`, `previous` and what lasts, each a word, the purpose where there is one, and 64 digits.

use std::io::{ErrorKind, Write as _};
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use office::keys::{KeySource, Masters};
use office::{Chance, SystemChance};
use seal::Key;
use tempfile::NamedTempFile;

use calendar::Lang;
use words::say;

const NAME: &str = "master.key";
const LENGTH: usize = 32;
/// First line of a file with more than one key.
const HEAD: &str = "wenzheng master keys 1";

/// Where the master keys of an installation lie.
pub(crate) struct MasterFile {
    path: PathBuf,
}

impl MasterFile {
    pub(crate) fn of(folder: &Path) -> Self {
        Self {
            path: folder.join(NAME),
        }
    }

    pub(crate) fn path(&self) -> &Path {
        &self.path
    }
}

impl KeySource for MasterFile {
    fn version(&self) -> u64 {
        let Ok(found) = std::fs::metadata(&self.path) else {
            return 0;
        };
        let changed = found
            .modified()
            .ok()
            .and_then(|at| at.duration_since(UNIX_EPOCH).ok());
        let nanos = changed.map_or(0, |since| u64::try_from(since.as_nanos()).unwrap_or(u64::MAX));
        // never that of a ring that was not read from here
        (nanos ^ found.len().rotate_left(48)) | 1
    }

    fn read(&self) -> Result<Masters, String> {
        let bytes = std::fs::read(&self.path).map_err(|error| error.to_string())?;
        parse(&bytes).ok_or_else(|| format!("{}: not a file of master keys", self.path.display()))
    }
}

/// Reads the master keys, and makes one where the database is still empty. Without its key a database stays closed.
pub(crate) fn open(folder: &Path, empty: bool, lang: Lang) -> Result<Masters, String> {
    let path = folder.join(NAME);
    let shown = || ("path", path.display().to_string());
    if empty && !path.exists() {
        make(folder, &path).map_err(|error| {
            say(
                lang,
                "commands-key-unmade",
                &[shown(), ("reason", crate::fault::reason(&error, lang))],
            )
        })?;
    }
    let bytes = std::fs::read(&path).map_err(|error| match error.kind() {
        ErrorKind::NotFound => say(lang, "commands-key-missing", &[shown()]),
        _ => say(
            lang,
            "commands-key-unreadable",
            &[shown(), ("reason", crate::fault::reason(&error, lang))],
        ),
    })?;
    let found = ("found", bytes.len().to_string());
    parse(&bytes).ok_or_else(|| say(lang, "commands-key-length", &[shown(), found]))
}

/// Puts other keys in the place of those that are there, whole or not at all.
pub(crate) fn write(folder: &Path, masters: &Masters) -> std::io::Result<()> {
    let mut text = format!("{HEAD}\ncurrent {}\n", hex(&masters.current));
    for key in &masters.previous {
        text += &format!("previous {}\n", hex(key));
    }
    for (purpose, key) in &masters.lasting {
        text += &format!("lasting {} {}\n", purpose.replace(' ', "-"), hex(key));
    }
    let mut file = NamedTempFile::new_in(folder)?;
    file.write_all(text.as_bytes())?;
    file.as_file().sync_all()?;
    file.persist(folder.join(NAME)).map_err(|error| error.error)?;
    std::fs::File::open(folder)?.sync_all()
}

/// The keys of a file in either form.
fn parse(bytes: &[u8]) -> Option<Masters> {
    if let Ok(key) = <[u8; LENGTH]>::try_from(bytes) {
        return Some(Masters::new(Key::from_bytes(key)));
    }
    let mut lines = std::str::from_utf8(bytes).ok()?.lines();
    if lines.next() != Some(HEAD) {
        return None;
    }
    let (mut current, mut previous, mut lasting) = (None, Vec::new(), Vec::new());
    for line in lines {
        let words: Vec<&str> = line.split(' ').collect();
        match words.as_slice() {
            ["current", key] => current = Some(unhex(key)?),
            ["previous", key] => previous.push(unhex(key)?),
            ["lasting", purpose, key] => lasting.push((purpose.replace('-', " "), unhex(key)?)),
            _ => return None,
        }
    }
    Some(Masters {
        current: current?,
        previous,
        lasting,
    })
}

fn hex(key: &Key) -> String {
    hex::encode(key.expose())
}

fn unhex(text: &str) -> Option<Key> {
    let mut bytes = [0; LENGTH];
    hex::decode_to_slice(text, &mut bytes).ok()?;
    Some(Key::from_bytes(bytes))
}

/// A key that nobody had before.
pub(crate) fn new_key() -> Key {
    let mut bytes = [0; LENGTH];
    SystemChance.fill(&mut bytes);
    Key::from_bytes(bytes)
}

/// Under another name first, readable by its owner only, so that a key that is there is whole. Where another process
/// is faster, its key stays.
fn make(folder: &Path, path: &Path) -> std::io::Result<()> {
    let mut file = NamedTempFile::new_in(folder)?;
    file.write_all(new_key().expose())?;
    file.as_file().sync_all()?;
    match file.persist_noclobber(path) {
        Err(error) if error.error.kind() != ErrorKind::AlreadyExists => Err(error.error),
        _ => std::fs::File::open(folder)?.sync_all(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_again() {
        let folder = tempfile::tempdir().unwrap();
        let first = open(folder.path(), true, Lang::En).unwrap();
        let rotated = first.rotated(Key::from_bytes([9; 32]));
        write(folder.path(), &rotated).unwrap();
        let read = MasterFile::of(folder.path()).read().unwrap();
        assert_eq!(read.current.expose(), &[9; 32]);
        assert_eq!(read.previous[0].expose(), first.current.expose());
        assert_eq!(read.derived("pages").expose(), first.derived("pages").expose());
        assert_eq!(
            read.derived("keyed hashes").expose(),
            first.derived("keyed hashes").expose()
        );
    }

    #[test]
    fn anything_else_is_no_file_of_keys() {
        for text in [
            "",
            "short",
            "wenzheng master keys 1\n",
            "wenzheng master keys 1\ncurrent 00\n",
        ] {
            assert!(parse(text.as_bytes()).is_none(), "{text}");
        }
    }
}
