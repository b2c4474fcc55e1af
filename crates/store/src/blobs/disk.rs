//! Contents as files in a folder.

use super::{BlobError, Blobs, Pending, below};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

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
        Ok(self.folder.join(below(id)?))
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
