//! The folder of an installation: closed to others, and locked by the one process that has its SQLite database open.

use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};

use calendar::Lang;
use words::say;

/// A folder that is there and can be written to.
#[derive(Debug)]
pub(crate) struct Folder {
    path: PathBuf,
    /// Held as long as this lives.
    _lock: Option<File>,
}

impl Folder {
    /// Opens the folder and makes it where it is not there, readable by its owner only.
    pub(crate) fn open(path: &Path, lang: Lang) -> Result<Self, String> {
        let fault = |error: std::io::Error| {
            let args = [
                ("path", path.display().to_string()),
                ("reason", crate::fault::reason(&error, lang)),
            ];
            say(lang, "commands-folder", &args)
        };
        if !path.is_dir() {
            make(path).map_err(fault)?;
        }
        let path = path.canonicalize().map_err(fault)?;
        Ok(Self { path, _lock: None })
    }

    /// Locks it for this process.
    pub(crate) fn lock(self, lang: Lang) -> Result<Self, String> {
        let path = self.path.join("lock");
        let fault = |error: std::io::Error| {
            let args = [
                ("path", self.path.display().to_string()),
                ("reason", crate::fault::reason(&error, lang)),
            ];
            say(lang, "commands-folder", &args)
        };
        let file = File::create(&path).map_err(fault)?;
        match file.try_lock() {
            Ok(()) => Ok(Self {
                _lock: Some(file),
                ..self
            }),
            Err(TryLockError::WouldBlock) => Err(say(
                lang,
                "commands-in-use",
                &[("path", self.path.display().to_string())],
            )),
            Err(TryLockError::Error(error)) => Err(fault(error)),
        }
    }

    pub(crate) fn path(&self) -> &Path {
        &self.path
    }
}

#[cfg(unix)]
fn make(path: &Path) -> std::io::Result<()> {
    use std::os::unix::fs::DirBuilderExt as _;
    fs::DirBuilder::new().recursive(true).mode(0o700).create(path)
}

#[cfg(not(unix))]
fn make(path: &Path) -> std::io::Result<()> {
    fs::create_dir_all(path)
}
