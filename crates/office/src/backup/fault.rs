//! What can be wrong with a backup.

use super::Part;
use store::{BlobError, StoreError};

/// Why there is no backup, or none that can be restored.
#[derive(Debug)]
pub enum BackupFault {
    /// The database.
    Store(StoreError),
    /// The place of attachments.
    Blob(BlobError),
    /// The file of the backup.
    File(std::io::Error),
    /// The database names an attachment whose content is not there.
    Missing(String),
    /// What is wrong with one of the two files.
    Of(Part, Box<BackupFault>),
    /// No backup of this program, or the other one of its two files.
    NotOne,
    /// It ends too early.
    CutOff,
    /// A part is not as it was written.
    Changed(String),
    /// Archive and keys come from two backups.
    NoPair,
    /// It was made by a newer program.
    Newer {
        /// Schema of the archive.
        found: i64,
        /// The last schema known here.
        known: i64,
    },
    /// The database to be restored into holds something.
    NotEmpty,
    /// The master key is not the one under which the keys were wrapped.
    OtherMaster,
}

impl BackupFault {
    /// Which file is at fault, and what is wrong with it; no file where both are, or neither.
    pub fn of(self) -> (Option<Part>, BackupFault) {
        match self {
            Self::Of(part, fault) => (Some(part), *fault),
            whole => (None, whole),
        }
    }

    /// Name of the fault in the catalogue.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Store(error) => error.code(),
            Self::Blob(_) => "backup-blobs",
            Self::File(_) => "backup-file",
            Self::Of(_, fault) => fault.code(),
            Self::Missing(_) => "backup-missing",
            Self::NotOne => "backup-not-one",
            Self::CutOff => "backup-cut-off",
            Self::Changed(_) => "backup-changed",
            Self::NoPair => "backup-no-pair",
            Self::Newer { .. } => "store-newer",
            Self::NotEmpty => "backup-not-empty",
            Self::OtherMaster => "backup-other-master",
        }
    }

    /// Arguments of the catalogue's text.
    pub fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Store(error) => error.args(),
            Self::Blob(error) => vec![("reason", error.to_string())],
            Self::File(error) => vec![("reason", error.to_string())],
            Self::Of(_, fault) => fault.args(),
            Self::Missing(id) => vec![("id", id.clone())],
            Self::Changed(part) => vec![("part", part.clone())],
            Self::Newer { found, known } => vec![("found", found.to_string()), ("known", known.to_string())],
            Self::NotOne | Self::CutOff | Self::NoPair | Self::NotEmpty | Self::OtherMaster => vec![],
        }
    }
}

impl From<StoreError> for BackupFault {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl From<BlobError> for BackupFault {
    fn from(error: BlobError) -> Self {
        Self::Blob(error)
    }
}

impl From<std::io::Error> for BackupFault {
    fn from(error: std::io::Error) -> Self {
        match error.kind() {
            std::io::ErrorKind::UnexpectedEof => Self::CutOff,
            _ => Self::File(error),
        }
    }
}
