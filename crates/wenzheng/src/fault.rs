//! What goes wrong, in a sentence of the catalogue.

use office::Problem;
use store::{BlobError, StoreError};

use calendar::Lang;
use words::say;

/// Something that has a sentence in the catalogue.
pub(crate) trait Said {
    /// The sentence.
    fn said(&self, lang: Lang) -> String;
}

/// The sentence for an error.
pub(crate) fn said(lang: Lang, error: impl Said) -> String {
    error.said(lang)
}

/// Why a file, a folder or an address cannot be used. What the system says is English, so what is usual is said anew.
pub(crate) fn reason(error: &std::io::Error, lang: Lang) -> String {
    use std::io::ErrorKind;
    let key = match error.kind() {
        ErrorKind::NotFound => "reason-not-there",
        ErrorKind::PermissionDenied => "reason-not-allowed",
        ErrorKind::IsADirectory => "reason-is-a-folder",
        ErrorKind::NotADirectory => "reason-is-no-folder",
        ErrorKind::AlreadyExists => "reason-there-already",
        ErrorKind::InvalidData => "reason-no-text",
        ErrorKind::StorageFull => "reason-full",
        ErrorKind::ReadOnlyFilesystem => "reason-read-only",
        ErrorKind::AddrNotAvailable => "reason-not-our-address",
        ErrorKind::InvalidInput => "reason-no-address",
        _ => return error.to_string(),
    };
    say(lang, key, &[])
}

/// That a file cannot be read, and why.
pub(crate) fn unreadable(path: &std::path::Path, error: &std::io::Error, lang: Lang) -> String {
    let args = [
        ("file", path.display().to_string()),
        ("reason", reason(error, lang)),
    ];
    say(lang, "commands-file-unreadable", &args)
}

/// Opens a file to read. A folder can be opened too, and only says so when it is read.
pub(crate) fn open(path: &std::path::Path, lang: Lang) -> Result<std::fs::File, String> {
    let fault = |error: std::io::Error| unreadable(path, &error, lang);
    let file = std::fs::File::open(path).map_err(fault)?;
    if file.metadata().map_err(fault)?.is_dir() {
        return Err(fault(std::io::ErrorKind::IsADirectory.into()));
    }
    Ok(file)
}

impl Said for StoreError {
    fn said(&self, lang: Lang) -> String {
        say(lang, self.code(), &self.args())
    }
}

impl Said for BlobError {
    fn said(&self, lang: Lang) -> String {
        say(lang, "backup-blobs", &[("reason", self.to_string())])
    }
}

impl Said for ledger::LedgerError {
    fn said(&self, lang: Lang) -> String {
        say(lang, self.code(), &self.args())
    }
}

impl Said for ledger::RowError {
    fn said(&self, lang: Lang) -> String {
        say(lang, self.code(), &self.args())
    }
}

impl Said for Problem {
    fn said(&self, lang: Lang) -> String {
        match self {
            Problem::Store(error) => error.said(lang),
            Problem::Corrupt(why) => say(lang, "store-corrupt", &[("why", why.clone())]),
            Problem::Invalid(faults) => {
                let said: Vec<String> = faults
                    .iter()
                    .map(|fault| format!("{}: {}", fault.field, say(lang, fault.code, &fault.args)))
                    .collect();
                said.join("\n")
            }
            other => say(lang, other.code(), &other.args()),
        }
    }
}
