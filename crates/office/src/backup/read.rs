//! Reading the files of a backup, entry by entry, and finding out whether they are whole.

use super::manifest::{Counter, FORMAT, Front, LANGUAGES, MANIFEST, Manifest, Part};
use super::{BackupFault, Counted, LanguageFile};
use std::collections::BTreeMap;
use std::io::Read;
use store::Store;
use store::archive::{Keep, Page, Table};
use tar::Archive;

/// Longest entry, in bytes: far above what is written, far below what would fill the memory.
const LONGEST: u64 = 512 * 1024 * 1024;

/// What stands in an entry.
pub(super) enum Entry {
    Rows(&'static Table, Page),
    Content(String, Vec<u8>),
    Language(LanguageFile),
}

/// Reads both files to their ends and compares them with what their manifests say; the manifest of the archive. Nothing
/// is changed anywhere.
///
/// # Errors
/// Files that are no backup, not of one backup, cut off, changed, or of a newer program; it says which file is at fault.
pub fn verify(archive: impl Read, keys: impl Read) -> Result<Manifest, BackupFault> {
    let of = |part| move |fault: BackupFault| BackupFault::Of(part, Box::new(fault));
    let archive = whole(archive, Part::Archive).map_err(of(Part::Archive))?;
    let keys = whole(keys, Part::Keys).map_err(of(Part::Keys))?;
    if archive.id != keys.id {
        return Err(BackupFault::NoPair);
    }
    if archive.schema > Store::schema() {
        return Err(BackupFault::Newer {
            found: archive.schema,
            known: Store::schema(),
        });
    }
    Ok(archive)
}

/// The languages that the installation had added, out of an archive that [`verify`] found whole.
///
/// # Errors
/// A file that cannot be read.
pub fn languages(archive: impl Read) -> Result<Vec<LanguageFile>, BackupFault> {
    let mut file = Archive::new(archive);
    let mut entries = entries(&mut file, Part::Archive)?;
    let mut found = Vec::new();
    while let Some(entry) = entries.next()? {
        if let Entry::Language(language) = entry {
            found.push(language);
        }
    }
    Ok(found)
}

/// Reads a file to its end and compares it with its manifest.
fn whole(file: impl Read, part: Part) -> Result<Manifest, BackupFault> {
    let mut tables: BTreeMap<String, Counter> = BTreeMap::new();
    let mut attachments = Counter::default();
    let mut languages = Counter::default();
    let mut reader = Archive::new(file);
    let mut entries = entries(&mut reader, part)?;
    while let Some(entry) = entries.next()? {
        match entry {
            Entry::Rows(table, rows) => tables.entry(table.name.to_owned()).or_default().rows(&rows.rows),
            Entry::Content(id, content) => attachments.content(&id, &content),
            Entry::Language(file) => languages.content(&file.name, &file.content),
        }
    }
    let manifest = entries.manifest.ok_or(BackupFault::CutOff)?;
    let empty = Counter::default().done();
    let mut found: BTreeMap<String, Counted> = tables
        .into_iter()
        .map(|(name, counter)| (name, counter.done()))
        .collect();
    for (name, counted) in &manifest.tables {
        if found.remove(name).as_ref().unwrap_or(&empty) != counted {
            return Err(BackupFault::Changed(name.clone()));
        }
    }
    if let Some((name, _)) = found.pop_first() {
        return Err(BackupFault::Changed(name));
    }
    if attachments.done() != manifest.attachments {
        return Err(BackupFault::Changed("attachments".to_owned()));
    }
    if languages.done() != manifest.languages {
        return Err(BackupFault::Changed("languages".to_owned()));
    }
    Ok(manifest)
}

/// The entries of a file between its front and its manifest.
pub(super) struct Entries<'a, R: Read> {
    inner: tar::Entries<'a, R>,
    part: Part,
    id: String,
    /// Once the end was reached.
    pub(super) manifest: Option<Manifest>,
}

/// Begins to read a file.
pub(super) fn entries<R: Read>(file: &mut Archive<R>, part: Part) -> Result<Entries<'_, R>, BackupFault> {
    let mut inner = file.entries()?;
    let first = inner.next().ok_or(BackupFault::NotOne)?;
    let (name, bytes) = first.map_err(|_| BackupFault::NotOne).and_then(read)?;
    let front: Front = serde_json::from_slice(&bytes).map_err(|_| BackupFault::NotOne)?;
    let fits = name == "wenzheng.json" && front.what == "wenzheng-backup" && front.part == part;
    if !fits || front.format != FORMAT {
        return Err(BackupFault::NotOne);
    }
    Ok(Entries {
        inner,
        part,
        id: front.id,
        manifest: None,
    })
}

impl<R: Read> Entries<'_, R> {
    /// The next entry; `None` behind the last, with the manifest read.
    pub(super) fn next(&mut self) -> Result<Option<Entry>, BackupFault> {
        let Some(next) = self.inner.next() else {
            return Ok(None);
        };
        let (name, bytes) = read(next?)?;
        let changed = || BackupFault::Changed(name.clone());
        if self.manifest.is_some() {
            return Err(changed());
        }
        if name == MANIFEST {
            let manifest: Manifest = serde_json::from_slice(&bytes).map_err(|_| changed())?;
            if manifest.id != self.id {
                return Err(changed());
            }
            self.manifest = Some(manifest);
            return self.next();
        }
        if let Some(id) = name
            .strip_prefix("attachments/")
            .filter(|_| self.part == Part::Archive)
        {
            return Ok(Some(Entry::Content(id.to_owned(), bytes)));
        }
        if let Some(language) = name
            .strip_prefix(LANGUAGES)
            .filter(|_| self.part == Part::Archive)
        {
            let file = LanguageFile::new(language, bytes).ok_or_else(changed)?;
            return Ok(Some(Entry::Language(file)));
        }
        let table = name
            .strip_prefix("tables/")
            .and_then(|rest| rest.split('/').next());
        let table = table.and_then(Table::named).ok_or_else(changed)?;
        let keep = match self.part {
            Part::Archive => Keep::Archived,
            Part::Keys => Keep::Keys,
        };
        if table.keep != keep {
            return Err(changed());
        }
        let rows = serde_json::from_slice(&bytes).map_err(|_| changed())?;
        Ok(Some(Entry::Rows(table, rows)))
    }
}

fn read<R: Read>(mut entry: tar::Entry<'_, R>) -> Result<(String, Vec<u8>), BackupFault> {
    let name = String::from_utf8_lossy(&entry.path_bytes()).into_owned();
    let size = entry.size();
    if size > LONGEST {
        return Err(BackupFault::Changed(name));
    }
    let mut bytes = Vec::new();
    entry.read_to_end(&mut bytes)?;
    if bytes.len() as u64 != size {
        return Err(BackupFault::CutOff);
    }
    Ok((name, bytes))
}
