//! Contents of files that came along, outside the database. What lies here is encrypted by the caller.

mod bucket;
mod disk;
mod moving;
mod wire;

pub use bucket::{Bucket, BucketAccess};
pub use disk::DiskBlobs;
pub use moving::{Moved, Moving};

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
    /// There is no room left.
    #[error("the place for attachments is full")]
    Full,
    /// The place cannot be read or written.
    #[error("attachments cannot be reached: {0}")]
    Unavailable(String),
}

/// A place for contents.
pub trait Blobs: Send + Sync {
    /// Keeps a content under a random id. Returns when it is there to stay.
    fn put<'a>(&'a self, id: &'a str, content: Vec<u8>) -> Pending<'a, ()>;
    /// The content; `None` where there is none.
    fn get<'a>(&'a self, id: &'a str) -> Pending<'a, Option<Vec<u8>>>;
}

/// Where a content lies below the top of its place, the same on a disk and in a bucket: a place can be copied by other means.
fn below(id: &str) -> Result<String, BlobError> {
    let fits =
        (16..=64).contains(&id.len()) && id.bytes().all(|b| b.is_ascii_digit() || b.is_ascii_lowercase());
    match id.get(..2) {
        Some(first) if fits => Ok(format!("{first}/{id}")),
        _ => Err(BlobError::Id(id.to_owned())),
    }
}
