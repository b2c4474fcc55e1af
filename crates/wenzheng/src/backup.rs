//! `wenzheng backup`: everything that cannot be made again, into two files, while the server works on; checked by restoring
//! it before the files get their names.

use std::fs::File;
use std::io::{BufReader, BufWriter};
use std::path::{Path, PathBuf};

use ::calendar::{Instant, Lang};
use office::backup::{BackupFault, Manifest, back_up, differing, restore, verify};
use office::chance::hex;
use office::{Chance as _, Clock as _, SystemChance, SystemClock};
use store::Store;
use tempfile::NamedTempFile;
use words::say;

use crate::fault::{Said, said};
use crate::languages::folder as languages;
use crate::place::Place;

/// The note that a backup leaves in the data folder: when it was taken, and where to. `wenzheng doctor` reads it.
pub(crate) const LAST: &str = "last-backup";

/// Of what, and where to.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// The archive to write, as /backup/2026-11-27.tar
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// The keys to write: keep them elsewhere, and not for longer than destroyed data may be readable
    /// [default: beside the archive, as 2026-11-27.keys.tar]
    #[arg(long, value_name = "FILE")]
    keys: Option<PathBuf>,
    #[command(flatten)]
    place: Place,
}

impl Said for BackupFault {
    fn said(&self, lang: Lang) -> String {
        say(lang, self.code(), &self.args())
    }
}

/// The keys that belong to an archive, unless they were named.
pub(crate) fn keys_beside(archive: &Path, named: Option<&PathBuf>) -> PathBuf {
    named
        .cloned()
        .unwrap_or_else(|| archive.with_extension("keys.tar"))
}

pub(crate) fn run(args: &Args, lang: Lang) -> Result<(), String> {
    crate::runtime(lang)?.block_on(backup(args, lang))
}

async fn backup(args: &Args, lang: Lang) -> Result<(), String> {
    let keys = keys_beside(&args.file, args.keys.as_ref());
    let places = [target(&args.file, lang)?, target(&keys, lang)?];
    if places[0] == places[1] {
        return Err(say(lang, "backup-same-file", &[shown(&args.file)]));
    }
    for path in [&args.file, &keys] {
        if path.exists() {
            return Err(say(lang, "backup-exists", &[shown(path)]));
        }
    }
    let source = args.place.source(lang)?;
    let data = source
        .folder
        .canonicalize()
        .unwrap_or_else(|_| source.folder.clone());
    if let Some(within) = places.iter().find(|path| path.starts_with(&data)) {
        return Err(say(lang, "backup-in-data", &[shown(within)]));
    }
    let fault = |error: BackupFault| said(lang, error);
    let file = |error: std::io::Error| said(lang, BackupFault::File(error));
    let (archive_part, keys_part) = (beside(&args.file).map_err(file)?, beside(&keys).map_err(file)?);
    let mut id = [0; 16];
    SystemChance.fill(&mut id);
    let blobs = source.blobs(lang)?;
    let languages = languages::kept(&source.folder.join(languages::FOLDER), lang)?;
    let taken = SystemClock.now();
    let (manifest, keys_manifest) = back_up(
        &source.url,
        &*blobs,
        &languages,
        &hex(&id),
        taken,
        BufWriter::new(archive_part.as_file()),
        BufWriter::new(keys_part.as_file()),
    )
    .await
    .map_err(fault)?;
    for part in [&archive_part, &keys_part] {
        part.as_file().sync_all().map_err(file)?;
    }
    let differ = check(archive_part.path(), keys_part.path())
        .await
        .map_err(fault)?;
    archive_part
        .persist_noclobber(&args.file)
        .map_err(|error| file(error.error))?;
    if let Err(error) = keys_part.persist_noclobber(&keys) {
        // an archive without its keys is no backup
        std::fs::remove_file(&args.file).map_err(file)?;
        return Err(file(error.error));
    }
    for path in [&args.file, &keys] {
        File::open(folder_of(path))
            .and_then(|folder| folder.sync_all())
            .map_err(file)?;
    }
    note(&source.folder, taken, &args.file);
    let rows = |manifest: &Manifest, table: &str| {
        manifest
            .tables
            .get(table)
            .map_or_else(String::new, |counted| counted.count.to_string())
    };
    let counts = [
        ("archive", args.file.display().to_string()),
        ("keys", keys.display().to_string()),
        ("events", rows(&manifest, "event")),
        ("attachments", manifest.attachments.count.to_string()),
        ("wrapped", rows(&keys_manifest, "sealing_key")),
    ];
    println!("{}", say(lang, "backup-made", &counts));
    differs(&differ, lang);
    Ok(())
}

/// The backup is good whether or not somebody can be told later.
fn note(folder: &Path, taken: Instant, archive: &Path) {
    let Ok(taken) = jiff::Timestamp::from_millisecond(taken.ms()) else {
        return;
    };
    let archive = archive.canonicalize().unwrap_or_else(|_| archive.to_owned());
    let text = format!("{taken:.0} {}\n", archive.display());
    if let Err(error) = std::fs::write(folder.join(LAST), text) {
        tracing::warn!(%error, "no note of this backup could be left in the data folder");
    }
}

/// Restores it beside the keys, and throws that away again: where the program is killed meanwhile, no key is left in the place
/// where archives lie.
async fn check(archive: &Path, keys: &Path) -> Result<Vec<&'static str>, BackupFault> {
    let open = |path: &Path| File::open(path).map(BufReader::new);
    let manifest = verify(open(archive)?, open(keys)?)?;
    let folder = tempfile::tempdir_in(folder_of(keys))?;
    let url = format!("sqlite:{}", folder.path().join("check.sqlite").display());
    let store = Store::open(&url).await?;
    let blobs = office::attachments::in_folder(folder.path());
    restore(&store, &blobs, open(archive)?, open(keys)?).await?;
    let differ = differing(&url, &manifest).await?;
    store.close().await;
    Ok(differ)
}

/// Says which tables were not what the log gives.
pub(crate) fn differs(tables: &[&str], lang: Lang) {
    if !tables.is_empty() {
        eprintln!(
            "{}",
            say(lang, "backup-differs", &[("tables", tables.join(", "))])
        );
    }
}

/// Where a file is to be written, by its whole path. Its folder must be there.
fn target(path: &Path, lang: Lang) -> Result<PathBuf, String> {
    let folder = folder_of(path);
    let name = path.file_name().unwrap_or_default();
    let whole = folder.canonicalize().ok().filter(|whole| whole.is_dir());
    let missing = || say(lang, "backup-no-folder", &[shown(folder)]);
    whole.map(|whole| whole.join(name)).ok_or_else(missing)
}

fn shown(path: &Path) -> (&'static str, String) {
    ("path", path.display().to_string())
}

fn folder_of(path: &Path) -> &Path {
    path.parent()
        .filter(|folder| !folder.as_os_str().is_empty())
        .unwrap_or(Path::new("."))
}

/// A file beside the one meant, readable by its owner only; it gets its name when it is whole.
fn beside(path: &Path) -> std::io::Result<NamedTempFile> {
    NamedTempFile::new_in(folder_of(path))
}
