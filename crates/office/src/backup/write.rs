//! Writing a backup, while a server works on: it reads one moment of the database and writes nothing there.

use super::manifest::{Counter, FORMAT, Front, LANGUAGES, MANIFEST, Manifest, Part};
use super::{BackupFault, Counted, LanguageFile};
use calendar::Instant;
use serde::Serialize;
use std::collections::BTreeMap;
use std::io::Write;
use store::archive::{Keep, Page, Plain, Snapshot, TABLES, Table};
use store::{Blobs, Store};
use tar::{Builder, Header};

/// Rows in one entry.
const PAGE: u32 = 500;

/// One of the two files.
struct File<W: Write> {
    tar: Builder<W>,
    seconds: u64,
    tables: BTreeMap<String, Counted>,
}

impl<W: Write> File<W> {
    fn begin(to: W, part: Part, id: &str, taken: Instant) -> Result<Self, BackupFault> {
        let mut file = Self {
            tar: Builder::new(to),
            seconds: u64::try_from(taken.ms() / 1000).unwrap_or(0),
            tables: BTreeMap::new(),
        };
        let front = Front {
            what: "wenzheng-backup".to_owned(),
            format: FORMAT,
            part,
            id: id.to_owned(),
        };
        file.json("wenzheng.json", &front)?;
        Ok(file)
    }

    fn json(&mut self, name: &str, value: &impl Serialize) -> Result<(), BackupFault> {
        let bytes = serde_json::to_vec(value).map_err(std::io::Error::other)?;
        self.bytes(name, &bytes)
    }

    fn bytes(&mut self, name: &str, bytes: &[u8]) -> Result<(), BackupFault> {
        let mut header = Header::new_gnu();
        header.set_size(bytes.len() as u64);
        header.set_mode(0o600);
        header.set_mtime(self.seconds);
        Ok(self.tar.append_data(&mut header, name, bytes)?)
    }

    fn end(mut self, manifest: Manifest) -> Result<Manifest, BackupFault> {
        let manifest = Manifest {
            tables: std::mem::take(&mut self.tables),
            ..manifest
        };
        self.json(MANIFEST, &manifest)?;
        self.tar.into_inner()?.flush()?;
        Ok(manifest)
    }
}

/// Writes the two files of a backup: of the database at an address, of the contents of its attachments, and of the languages
/// that the installation added. `id` is random.
///
/// # Errors
/// A database that cannot be read, at another schema; a content that is missing; a file that cannot be written.
pub async fn back_up<W: Write>(
    url: &str,
    blobs: &dyn Blobs,
    added: &[LanguageFile],
    id: &str,
    taken: Instant,
    archive: W,
    keys: W,
) -> Result<(Manifest, Manifest), BackupFault> {
    let mut snapshot = Snapshot::open(url).await?;
    let mut archive = File::begin(archive, Part::Archive, id, taken)?;
    let mut keys = File::begin(keys, Part::Keys, id, taken)?;
    let mut folds = BTreeMap::new();
    let mut attachments = Counter::default();
    let mut languages = Counter::default();
    for file in added {
        languages.content(&file.name, &file.content);
        archive.bytes(&format!("{LANGUAGES}{}", file.name), &file.content)?;
    }
    for table in TABLES {
        match table.keep {
            Keep::Archived => {
                let ids = into(&mut snapshot, table, &mut archive).await?;
                // Before what comes behind: where the contents are not there yet, a database is not served.
                if table.name == "attachment" {
                    for id in ids {
                        let content = blobs.get(&id).await?.ok_or(BackupFault::Missing(id.clone()))?;
                        attachments.content(&id, &content);
                        archive.bytes(&format!("attachments/{id}"), &content)?;
                    }
                }
            }
            Keep::Keys => {
                into(&mut snapshot, table, &mut keys).await?;
            }
            // What a start of the server has yet to fold is no difference.
            Keep::Folded if table.name == "access_row" && !snapshot.access_folded().await? => {}
            Keep::Folded => {
                folds.insert(table.name.to_owned(), counted(&mut snapshot, table).await?);
            }
            Keep::Passing => {}
        }
    }
    let manifest = |attachments: Counter, languages: Counter, folds| Manifest {
        id: id.to_owned(),
        taken: taken.ms(),
        schema: Store::schema(),
        tables: BTreeMap::new(),
        folds,
        attachments: attachments.done(),
        languages: languages.done(),
    };
    let keys = keys.end(manifest(Counter::default(), Counter::default(), BTreeMap::new()))?;
    Ok((archive.end(manifest(attachments, languages, folds))?, keys))
}

/// How many rows a table has, and what they hash to.
pub(super) async fn counted(snapshot: &mut Snapshot, table: &Table) -> Result<Counted, BackupFault> {
    let mut counter = Counter::default();
    let mut after = Vec::new();
    while let Some(page) = next(snapshot, table, &mut after).await? {
        counter.page(&page);
    }
    Ok(counter.done())
}

/// A table page by page into a file; for attachments the ids of their contents.
async fn into<W: Write>(
    snapshot: &mut Snapshot,
    table: &Table,
    file: &mut File<W>,
) -> Result<Vec<String>, BackupFault> {
    let mut counter = Counter::default();
    let (mut after, mut ids) = (Vec::new(), Vec::new());
    let mut number = 0;
    while let Some(page) = next(snapshot, table, &mut after).await? {
        counter.page(&page);
        number += 1;
        if table.name == "attachment" {
            ids.extend(page.texts("id").map(str::to_owned));
        }
        file.json(&format!("tables/{}/{number:06}.json", table.name), &page)?;
    }
    file.tables.insert(table.name.to_owned(), counter.done());
    Ok(ids)
}

/// The next rows of a table; `None` behind the last.
async fn next(
    snapshot: &mut Snapshot,
    table: &Table,
    after: &mut Vec<Plain>,
) -> Result<Option<Page>, BackupFault> {
    let page = snapshot.page(table, after, PAGE).await?;
    let Some(last) = page.last_key(table) else {
        return Ok(None);
    };
    *after = last;
    Ok(Some(page))
}
