//! `wenzheng restore`: a backup into an empty installation, of either engine.

use std::fs::File;
use std::io::BufReader;
use std::path::{Path, PathBuf};

use ::calendar::Lang;
use office::backup::{BackupFault, Part, differing, languages, opens, restore, verify};
use words::say;

use crate::backup::{differs, keys_beside};
use crate::fault::said;
use crate::languages::folder::{FOLDER as LANGUAGES, put_back};
use crate::place::Place;
use crate::place::master::MasterFile;

/// Which backup, and where to.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// The archive
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// Its keys [default: beside the archive, as 2026-11-27.keys.tar]
    #[arg(long, value_name = "FILE")]
    keys: Option<PathBuf>,
    #[command(flatten)]
    place: Place,
}

pub(crate) fn run(args: &Args, lang: Lang) -> Result<(), String> {
    crate::runtime(lang)?.block_on(restored(args, lang))
}

async fn restored(args: &Args, lang: Lang) -> Result<(), String> {
    let keys = keys_beside(&args.file, args.keys.as_ref());
    let open = |path: &Path| match File::open(path) {
        Ok(file) => Ok(BufReader::new(file)),
        Err(error) => {
            let args = [
                ("path", path.display().to_string()),
                ("reason", crate::fault::reason(&error, lang)),
            ];
            Err(say(lang, "backup-unreadable", &args))
        }
    };
    let fault = |error: BackupFault| said(lang, error);
    let named = |error: BackupFault| match error.of() {
        (None, error) => said(lang, error),
        (Some(part), error) => {
            let path = if part == Part::Archive { &args.file } else { &keys };
            let args = [("path", path.display().to_string()), ("says", said(lang, error))];
            say(lang, "backup-in-file", &args)
        }
    };
    let manifest = verify(open(&args.file)?, open(&keys)?).map_err(named)?;
    let folder = args.place.made(lang)?;
    if !MasterFile::of(folder.path()).path().exists() {
        let path = folder.path().display().to_string();
        return Err(say(lang, "backup-needs-master", &[("path", path)]));
    }
    let master = args.place.master(&folder, lang)?;
    if !opens(open(&keys)?, &master).map_err(fault)? {
        return Err(said(lang, BackupFault::OtherMaster));
    }
    let source = args.place.source_in(folder.path(), lang)?;
    let store = store::Store::open(&source.url)
        .await
        .map_err(|error| said(lang, error))?;
    let blobs = source.blobs(lang)?;
    restore(&store, &*blobs, open(&args.file)?, open(&keys)?)
        .await
        .map_err(fault)?;
    let languages = languages(open(&args.file)?).map_err(fault)?;
    let other = put_back(&folder.path().join(LANGUAGES), languages, lang)?;
    let differ = differing(&source.url, &manifest).await.map_err(fault)?;
    store.close().await;
    let events = manifest.tables.get("event").map_or(0, |counted| counted.count);
    let counts = [
        ("events", events.to_string()),
        ("attachments", manifest.attachments.count.to_string()),
    ];
    println!("{}", say(lang, "backup-restored", &counts));
    differs(&differ, lang);
    for name in other {
        println!("{}", say(lang, "restore-language-other", &[("file", name)]));
    }
    Ok(())
}
