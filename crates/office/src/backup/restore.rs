//! Restoring a backup into an empty installation, of either engine.

use super::BackupFault;
use super::manifest::Part;
use super::read::{Entry, entries};
use crate::keys::Masters;
use seal::KeyId;
use std::io::Read;
use store::archive::{Page, Table};
use store::{Blobs, Store};
use tar::Archive;

/// Whether the master keys are those of this backup: each of its keys opens under one of them. A backup that was made while
/// the master key was being rotated needs both.
///
/// # Errors
/// A file that cannot be read.
pub fn opens(keys: impl Read, masters: &Masters) -> Result<bool, BackupFault> {
    let mut file = Archive::new(keys);
    let mut entries = entries(&mut file, Part::Keys)?;
    while let Some(entry) = entries.next()? {
        let Entry::Rows(_, page) = entry else { continue };
        for row in &page.rows {
            if let (Some(id), Some(wrapped)) = (page.text(row, "id"), page.bytes(row, "wrapped"))
                && !masters.open(&KeyId::new(id.to_owned()), wrapped)
            {
                return Ok(false);
            }
        }
    }
    Ok(true)
}

/// Fills an empty database and an empty place of attachments from files that [`super::verify`] found whole, and makes the
/// read models. A jurisdiction comes with its read models or after them: where it is broken off, none is served that is not
/// whole. Begin again with an empty database then; contents that lie there already are taken as they are, if they are the
/// same.
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
    let jurisdictions = fill(store, blobs, archive, Part::Archive).await?;
    for id in jurisdictions.iter().flat_map(|page| page.texts(ID)) {
        store.rebuild(id, crate::fold).await?;
    }
    let table = Table::named(JURISDICTIONS).ok_or(BackupFault::NotOne)?;
    // Most came with their events already.
    let known: Vec<String> = store
        .jurisdictions()
        .await?
        .into_iter()
        .map(|known| known.id)
        .collect();
    for mut page in jurisdictions {
        let mut rows = std::mem::take(&mut page.rows);
        rows.retain(|row| page.text(row, ID).is_none_or(|id| !known.iter().any(|k| k == id)));
        store.fill(table, page.columns.into(), rows).await?;
    }
    Ok(())
}

/// The table of jurisdictions, and its column with their ids.
const JURISDICTIONS: &str = "jurisdiction";
const ID: &str = "jurisdiction";

/// Fills what one of the files holds, but the jurisdictions: these are given back.
async fn fill(
    store: &Store,
    blobs: &dyn Blobs,
    file: impl Read,
    part: Part,
) -> Result<Vec<Page>, BackupFault> {
    let mut jurisdictions = Vec::new();
    let mut file = Archive::new(file);
    let mut entries = entries(&mut file, part)?;
    while let Some(entry) = entries.next()? {
        match entry {
            Entry::Rows(table, page) if table.name == JURISDICTIONS => jurisdictions.push(page),
            Entry::Rows(table, page) => store.fill(table, page.columns.into(), page.rows).await?,
            Entry::Content(id, content) => {
                if blobs.get(&id).await?.as_ref() != Some(&content) {
                    blobs.put(&id, content).await?;
                }
            }
            // whoever restores writes them where they lie
            Entry::Language(_) => {}
        }
    }
    if entries.manifest.is_none() {
        return Err(BackupFault::CutOff);
    }
    Ok(jurisdictions)
}
