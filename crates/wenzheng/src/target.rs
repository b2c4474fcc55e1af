//! Files that are written for people to take along: what lies there already is kept unless they say otherwise.

use std::fs::{File, OpenOptions};
use std::io::ErrorKind;
use std::path::Path;

use ::calendar::Lang;
use words::say;

/// How a file is written.
#[derive(Debug, Clone, Copy)]
pub(crate) struct How {
    /// In place of one that is there.
    pub(crate) overwrite: bool,
    /// Readable by its owner only.
    pub(crate) private: bool,
}

/// Makes the file.
///
/// # Errors
/// One that is there already, and what the file system refuses, in words.
pub(crate) fn create(path: &Path, how: How, lang: Lang) -> Result<File, String> {
    let mut options = OpenOptions::new();
    options.write(true);
    if how.overwrite {
        options.create(true).truncate(true);
    } else {
        options.create_new(true);
    }
    #[cfg(unix)]
    if how.private {
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    }
    let there = path.is_file();
    let made = options.open(path).and_then(|file| {
        #[cfg(unix)]
        if how.private && there {
            let own = <std::fs::Permissions as std::os::unix::fs::PermissionsExt>::from_mode(0o600);
            file.set_permissions(own)?;
        }
        Ok(file)
    });
    made.map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists if path.is_dir() => unwritable(path, &ErrorKind::IsADirectory.into(), lang),
        ErrorKind::AlreadyExists => {
            let file = path.display().to_string();
            say(lang, "commands-file-there", &[("file", file)])
        }
        _ => unwritable(path, &error, lang),
    })
}

/// That a file cannot be written, and why.
pub(crate) fn unwritable(path: &Path, error: &std::io::Error, lang: Lang) -> String {
    let args = [
        ("file", path.display().to_string()),
        ("reason", crate::fault::reason(error, lang)),
    ];
    say(lang, "commands-file-unwritable", &args)
}
