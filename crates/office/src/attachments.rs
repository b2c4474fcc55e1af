//! Where the contents of attachments are kept: in the data folder, in a bucket, or in both while they move.

use crate::backup::BackupFault;
use crate::settings::{BucketSettings, KeepIn, Settings};
use std::path::Path;
use std::sync::Arc;
use store::archive::{Snapshot, Table};
use store::{BlobError, Blobs, Bucket, DiskBlobs, Moved, Moving};

/// Their folder in the data folder.
const FOLDER: &str = "attachments";
/// Rows that are read at once.
const PAGE: u32 = 500;

/// The place that the settings of a data folder name.
///
/// # Errors
/// A bucket whose certificates or names are none.
pub fn place(folder: &Path, settings: &Settings) -> Result<Arc<dyn Blobs>, BlobError> {
    match &settings.attachments {
        Some(bucket) => Ok(Arc::new(moving(folder, bucket)?)),
        None => Ok(Arc::new(in_folder(folder))),
    }
}

/// The two places, in the order in which the settings put them.
///
/// # Errors
/// As [`place`].
pub fn moving(folder: &Path, settings: &BucketSettings) -> Result<Moving, BlobError> {
    let bucket: Arc<dyn Blobs> = Arc::new(Bucket::new(&settings.access())?);
    let folder: Arc<dyn Blobs> = Arc::new(in_folder(folder));
    Ok(match settings.keep_in {
        KeepIn::Bucket => Moving {
            to: bucket,
            from: folder,
        },
        KeepIn::Folder => Moving {
            to: folder,
            from: bucket,
        },
    })
}

/// The place in the data folder.
pub fn in_folder(folder: &Path) -> DiskBlobs {
    DiskBlobs::new(folder.join(FOLDER))
}

/// How a move went.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Carried {
    /// Copied and read again.
    pub copied: u64,
    /// Were there already.
    pub there: u64,
    /// Ids of those that are in neither place.
    pub missing: Vec<String>,
}

/// Copies the content of every attachment that the database at an address names, beside a server that works on: it writes
/// new ones to where they belong already. What was copied stays where it was, too.
///
/// # Errors
/// A database or a place that cannot be reached. What was copied by then is; begin again.
pub async fn carry(url: &str, places: &Moving) -> Result<Carried, BackupFault> {
    let mut carried = Carried::default();
    for id in named(url).await? {
        match places.carry(&id).await? {
            Moved::Copied => carried.copied += 1,
            Moved::There => carried.there += 1,
            Moved::Missing => carried.missing.push(id),
        }
    }
    Ok(carried)
}

/// Ids of all attachments.
async fn named(url: &str) -> Result<Vec<String>, BackupFault> {
    let table = Table::named("attachment").ok_or(BackupFault::NotOne)?;
    let mut snapshot = Snapshot::open(url).await?;
    let (mut ids, mut after) = (Vec::new(), Vec::new());
    loop {
        let page = snapshot.page(table, &after, PAGE).await?;
        ids.extend(page.texts("id").map(str::to_owned));
        match page.last_key(table) {
            Some(last) => after = last,
            None => return Ok(ids),
        }
    }
}
