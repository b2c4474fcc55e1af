//! Contents of files that came along, outside the database. What lies here is encrypted by the caller.

use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::pin::Pin;
use thiserror::Error;

/// Work on contents.
pub type Pending<'a, T> = Pin<Box<dyn Future<Output = Result<T, BlobError>> + Send + 'a>>;

/// What can go wrong with contents.
#[derive(Debug, Error)]
pub enum BlobError {
    /// An id has 16 to 64 characters of `0-9a-z`.
    #[error("`{0}` is no id of a content")]
    Id(String),
    /// Another content has this id. Ids are random, so this is a fault of the program.
    #[error("there is a content with the id `{0}` already")]
    Taken(String),
    /// The disk is full.
    #[error("the disk for attachments is full")]
    Full,
    /// The place cannot be read or written.
    #[error("attachments cannot be reached: {0}")]
    Unavailable(String),
}

/// A place for contents: a disk now, buckets one day.
pub trait Blobs: Send + Sync {
    /// Keeps a content under a random id. Returns after it is flushed.
    fn put<'a>(&'a self, id: &'a str, content: Vec<u8>) -> Pending<'a, ()>;
    /// The content; `None` where there is none.
    fn get<'a>(&'a self, id: &'a str) -> Pending<'a, Option<Vec<u8>>>;
}

/// Contents as files in a folder.
#[derive(Debug, Clone)]
pub struct DiskBlobs {
    folder: PathBuf,
}

impl DiskBlobs {
    /// Uses a folder; it is made with the first content.
    pub fn new(folder: impl Into<PathBuf>) -> Self {
        Self {
            folder: folder.into(),
        }
    }

    fn path(&self, id: &str) -> Result<PathBuf, BlobError> {
        let fits =
            (16..=64).contains(&id.len()) && id.bytes().all(|b| b.is_ascii_digit() || b.is_ascii_lowercase());
        if !fits {
            return Err(BlobError::Id(id.to_owned()));
        }
        Ok(self.folder.join(&id[..2]).join(id))
    }
}

impl Blobs for DiskBlobs {
    fn put<'a>(&'a self, id: &'a str, content: Vec<u8>) -> Pending<'a, ()> {
        Box::pin(async move {
            let path = self.path(id)?;
            let id = id.to_owned();
            aside(move || match write(&path, &content) {
                Err(error) if error.kind() == ErrorKind::AlreadyExists => Err(BlobError::Taken(id)),
                other => other.map_err(fault),
            })
            .await
        })
    }

    fn get<'a>(&'a self, id: &'a str) -> Pending<'a, Option<Vec<u8>>> {
        Box::pin(async move {
            let path = self.path(id)?;
            aside(move || match std::fs::read(path) {
                Ok(content) => Ok(Some(content)),
                Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
                Err(error) => Err(fault(error)),
            })
            .await
        })
    }
}

/// Into a file beside it, flushed, then under its name: whoever reads finds all of it or nothing.
fn write(path: &Path, content: &[u8]) -> std::io::Result<()> {
    let folder = path.parent().unwrap_or(path);
    if !folder.is_dir() {
        std::fs::create_dir_all(folder)?;
        // The new folder's own name must outlast a power cut too.
        if let Some(above) = folder.parent() {
            std::fs::File::open(above)?.sync_all()?;
        }
    }
    if path.exists() {
        return Err(ErrorKind::AlreadyExists.into());
    }
    let beside = path.with_extension("part");
    let mut file = std::fs::File::create(&beside)?;
    let written = file.write_all(content).and_then(|()| file.sync_all());
    if let Err(error) = written.and_then(|()| std::fs::rename(&beside, path)) {
        let _ = std::fs::remove_file(&beside);
        return Err(error);
    }
    std::fs::File::open(folder)?.sync_all()
}

fn fault(error: std::io::Error) -> BlobError {
    match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => BlobError::Full,
        _ => BlobError::Unavailable(error.to_string()),
    }
}

/// Runs what blocks away from the threads that serve.
async fn aside<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, BlobError> + Send + 'static,
) -> Result<T, BlobError> {
    tokio::task::spawn_blocking(work)
        .await
        .map_err(|e| BlobError::Unavailable(e.to_string()))?
}
