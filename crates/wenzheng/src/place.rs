//! Where an installation lives: its folder, its database and its master key.

mod folder;
pub(crate) mod master;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::Args;
use office::keys::Masters;
use office::verify::Verifier;
use office::{Clock, Config, Office, Settings, SystemChance, SystemClock, attachments};
use store::{Blobs, Store};

use crate::fault::said;
use calendar::Lang;
use words::say;

pub(crate) use folder::Folder;
use master::MasterFile;

/// The SQLite database in the folder.
const DATABASE: &str = "wenzheng.sqlite";

/// Where an installation lives.
#[derive(Args)]
pub(crate) struct Place {
    /// Folder of the installation: master key, attachments, settings, and the SQLite database
    #[arg(long, value_name = "DIR", default_value = "wenzheng-data")]
    data: PathBuf,
    /// PostgreSQL instead of SQLite: postgres://USER:PASSWORD@HOST/NAME
    #[arg(long, value_name = "URL")]
    database_url: Option<String>,
}

/// An installation, open. On SQLite no other process has it open meanwhile.
pub(crate) struct Opened {
    pub(crate) store: Store,
    pub(crate) folder: Folder,
    pub(crate) masters: Masters,
    cipher: seal::Cipher,
    blobs: Arc<dyn Blobs>,
}

/// An installation that is only read, or not there yet.
pub(crate) struct Source {
    pub(crate) folder: PathBuf,
    pub(crate) url: String,
}

impl Place {
    /// An installation that is there, to be read while a server may have it open.
    pub(crate) fn source(&self, lang: Lang) -> Result<Source, String> {
        self.is_there(lang)?;
        self.source_in(&self.data, lang)
    }

    /// Database and folder, as they are named.
    pub(crate) fn source_in(&self, folder: &Path, lang: Lang) -> Result<Source, String> {
        Ok(Source {
            folder: folder.to_owned(),
            url: self.url(folder, lang)?,
        })
    }

    /// The master keys that lie in the folder already.
    pub(crate) fn master(&self, folder: &Folder, lang: Lang) -> Result<Masters, String> {
        master::open(folder.path(), false, lang)
    }

    /// Whether something may have been set up already.
    pub(crate) fn is_begun(&self) -> bool {
        match self.database_url {
            Some(_) => self.data.is_dir(),
            None => self.data.join(DATABASE).is_file(),
        }
    }

    /// Says so where nothing was set up: only what begins an installation may make one.
    fn is_there(&self, lang: Lang) -> Result<(), String> {
        if self.is_begun() {
            return Ok(());
        }
        let path = self.data.display().to_string();
        Err(say(lang, "commands-no-installation", &[("path", path)]))
    }

    /// Opens the folder of an installation that is there, and locks it where the database lies in it.
    pub(crate) fn folder(&self, lang: Lang) -> Result<Folder, String> {
        self.is_there(lang)?;
        self.made(lang)
    }

    /// The same, and makes the folder where it is not there.
    pub(crate) fn made(&self, lang: Lang) -> Result<Folder, String> {
        let folder = Folder::open(&self.data, lang)?;
        if self.database_url.is_none() {
            folder.lock(lang)
        } else {
            Ok(folder)
        }
    }

    /// Opens the folder without locking it, for what may happen beside a server.
    pub(crate) fn unlocked(&self, lang: Lang) -> Result<Folder, String> {
        self.is_there(lang)?;
        Folder::open(&self.data, lang)
    }

    /// Opens database and master key. The key is made with a new database, and only then.
    pub(crate) async fn open(&self, folder: Folder, lang: Lang) -> Result<Opened, String> {
        let url = self.url(folder.path(), lang)?;
        let store = Store::open(&url).await.map_err(|error| said(lang, error))?;
        office::access::fold_openings(&store)
            .await
            .map_err(|error| said(lang, error))?;
        store.fold_cases().await.map_err(|error| said(lang, error))?;
        let empty = store
            .jurisdictions()
            .await
            .map_err(|error| said(lang, error))?
            .is_empty();
        let masters = master::open(folder.path(), empty, lang)?;
        let settings = Settings::read(folder.path()).map_err(|error| error.say(lang))?;
        let blobs = blobs(folder.path(), &settings, lang)?;
        Ok(Opened {
            store,
            folder,
            masters,
            cipher: settings.cipher,
            blobs,
        })
    }

    /// The address of the database.
    fn url(&self, folder: &Path, lang: Lang) -> Result<String, String> {
        match &self.database_url {
            Some(url) if url.starts_with("postgres:") || url.starts_with("postgresql:") => Ok(url.clone()),
            Some(_) => Err(say(lang, "commands-only-postgres", &[])),
            None => sqlite_url(folder).ok_or_else(|| {
                let path = folder.display().to_string();
                say(lang, "commands-folder-name", &[("path", path)])
            }),
        }
    }
}

impl Source {
    /// Where the contents of attachments are kept.
    pub(crate) fn blobs(&self, lang: Lang) -> Result<Arc<dyn Blobs>, String> {
        blobs(&self.folder, &self.settings(lang)?, lang)
    }

    /// What is set.
    pub(crate) fn settings(&self, lang: Lang) -> Result<Settings, String> {
        Settings::read(&self.folder).map_err(|error| error.say(lang))
    }
}

fn blobs(folder: &Path, settings: &Settings, lang: Lang) -> Result<Arc<dyn Blobs>, String> {
    attachments::place(folder, settings).map_err(|error| said(lang, error))
}

/// A path may hold the signs that end or escape something in an address.
fn sqlite_url(folder: &Path) -> Option<String> {
    let path = folder.join(DATABASE);
    let path = path.to_str()?.replace('%', "%25").replace('?', "%3F");
    Some(format!("sqlite:{path}"))
}

impl Opened {
    /// The use cases on this installation, by the clock and the randomness of the machine.
    pub(crate) fn office(&self, public_url: String) -> Office {
        self.office_at(public_url, Arc::new(SystemClock), Vec::new())
    }

    /// The use cases by another clock and with other verifiers, to fill in what is invented.
    pub(crate) fn office_at(
        &self,
        public_url: String,
        clock: Arc<dyn Clock>,
        verifiers: Vec<Arc<dyn Verifier>>,
    ) -> Office {
        let office = Office::new(Config {
            store: self.store.clone(),
            master: self.masters.current.clone(),
            blobs: self.blobs.clone(),
            clock,
            chance: Arc::new(SystemChance),
            public_url,
            verifiers,
        });
        office.keep_keys(Arc::new(MasterFile::of(self.folder.path())), self.cipher);
        office
    }
}
