//! Two places while contents move from one to the other.

use super::{BlobError, Blobs, Pending};
use std::sync::Arc;

/// Two places: what is new goes into one; what is not there (yet) is looked for in the other.
#[derive(Clone)]
pub struct Moving {
    /// Where contents are kept from now on.
    pub to: Arc<dyn Blobs>,
    /// Where they were kept before.
    pub from: Arc<dyn Blobs>,
}

/// What became of a content that was to be moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Moved {
    /// Copied, and read again: it is the same.
    Copied,
    /// It was there already.
    There,
    /// It is in neither place.
    Missing,
}

impl Moving {
    /// Copies one content to where it is kept from now on, unless it is there. Where it came from, it stays.
    ///
    /// # Errors
    /// A place that cannot be reached, or that gives back something else than what was put there.
    pub async fn carry(&self, id: &str) -> Result<Moved, BlobError> {
        if self.to.get(id).await?.is_some() {
            return Ok(Moved::There);
        }
        let Some(content) = self.from.get(id).await? else {
            return Ok(Moved::Missing);
        };
        self.to.put(id, content.clone()).await?;
        if self.to.get(id).await?.as_ref() == Some(&content) {
            Ok(Moved::Copied)
        } else {
            Err(BlobError::Unavailable(format!(
                "`{id}` does not come back as it was put there"
            )))
        }
    }
}

impl Blobs for Moving {
    fn put<'a>(&'a self, id: &'a str, content: Vec<u8>) -> Pending<'a, ()> {
        self.to.put(id, content)
    }

    fn get<'a>(&'a self, id: &'a str) -> Pending<'a, Option<Vec<u8>>> {
        Box::pin(async move {
            match self.to.get(id).await? {
                Some(content) => Ok(Some(content)),
                None => self.from.get(id).await,
            }
        })
    }
}
