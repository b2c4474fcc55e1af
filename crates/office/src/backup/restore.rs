//! Restoring a backup into an empty installation, of either engine.

use super::BackupFault;
use super::manifest::Part;
use super::read::{Entry, entries};
use crate::keys::Masters;
use seal::KeyId;
use std::io::Read;
use store::archive::Plain;
use store::{Blobs, Store};
use tar::Archive;

/// Whether the master keys are those of this backup: one opens the first of its keys. True where there is none.
///
/// # Errors
/// A file that cannot be read.
pub fn opens(keys: impl Read, masters: &Masters) -> Result<bool, BackupFault> {
    let mut file = Archive::new(keys);
    let mut entries = entries(&mut file, Part::Keys)?;
    while let Some(entry) = entries.next()? {
        let Entry::Rows(_, page) = entry else { continue };
        let place = |name: &str| page.columns.iter().position(|column| column == name);
        let (Some(id), Some(wrapped)) = (place("id"), place("wrapped")) else {
            return Err(BackupFault::NotOne);
        };
        for row in &page.rows {
            if let (Some(Plain::Text(id)), Some(Plain::Bytes { hex })) = (row.get(id), row.get(wrapped)) {
                return Ok(masters.open(&KeyId::new(id.clone()), hex));
            }
        }
    }
    Ok(true)
}

/// Fills an empty database and an empty place of attachments from files that [`super::verify`] found whole, and makes the
/// read models. Where it is broken off, nothing is served from there: begin again with an empty database.
///
/// # Errors
/// A database that holds something; what the database or the place of attachments refuses.
pub async fn restore(
    store: &Store,
    blobs: &dyn Blobs,
    archive: impl Read,
    keys: impl Read,
) -> Result<(), BackupFault> {
    if !store.is_empty().await? {
        return Err(BackupFault::NotEmpty);
    }
    fill(store, blobs, keys, Part::Keys).await?;
    fill(store, blobs, archive, Part::Archive).await?;
    for jurisdiction in store.jurisdictions().await? {
        store.rebuild(&jurisdiction.id, crate::fold).await?;
    }
    Ok(())
}

async fn fill(store: &Store, blobs: &dyn Blobs, file: impl Read, part: Part) -> Result<(), BackupFault> {
    let mut file = Archive::new(file);
    let mut entries = entries(&mut file, part)?;
    while let Some(entry) = entries.next()? {
        match entry {
            Entry::Rows(table, page) => store.fill(table, page.columns.into(), page.rows).await?,
            Entry::Content(id, content) => blobs.put(&id, content).await?,
        }
    }
    if entries.manifest.is_none() {
        return Err(BackupFault::CutOff);
    }
    Ok(())
}
