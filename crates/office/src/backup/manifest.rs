//! The last entry of each file: what is in it, so that a reader knows that nothing is missing and nothing changed.

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use std::collections::BTreeMap;
use store::archive::{Page, Plain};

/// The form of the files.
pub(super) const FORMAT: u32 = 1;
/// Name of its entry.
pub(super) const MANIFEST: &str = "manifest.json";
/// What stands before the names of files of languages.
pub(super) const LANGUAGES: &str = "languages/";

/// Which of the two files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Part {
    /// The archive.
    Archive,
    /// The keys.
    Keys,
}

/// The first entry of each file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Front {
    /// Always `wenzheng-backup`.
    pub(super) what: String,
    pub(super) format: u32,
    pub(super) part: Part,
    /// The same in both files of a backup, and in no others.
    pub(super) id: String,
}

/// How many, and what they hash to together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counted {
    /// How many.
    pub count: u64,
    /// SHA-256, in hexadecimal.
    pub sha256: String,
}

impl Counted {
    fn is_nothing(&self) -> bool {
        self.count == 0
    }
}

/// Nothing: what an archive holds that was made before there was such a thing.
impl Default for Counted {
    fn default() -> Self {
        Counter::default().done()
    }
}

/// What is in a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// The same in both files of a backup.
    pub id: String,
    /// The moment of which it tells, UTC milliseconds.
    pub taken: i64,
    /// Schema of the database.
    pub schema: i64,
    /// Tables in this file.
    pub tables: BTreeMap<String, Counted>,
    /// Tables that are made again from the log, as they stood then.
    pub folds: BTreeMap<String, Counted>,
    /// Contents of files that came along.
    pub attachments: Counted,
    /// Files of languages that the installation added.
    #[serde(default, skip_serializing_if = "Counted::is_nothing")]
    pub languages: Counted,
}

/// Counts and hashes what passes.
#[derive(Default)]
pub(super) struct Counter {
    count: u64,
    hash: Sha256,
}

impl Counter {
    pub(super) fn page(&mut self, page: &Page) {
        self.rows(&page.rows);
    }

    pub(super) fn rows(&mut self, rows: &[Vec<Plain>]) {
        for row in rows {
            self.count += 1;
            self.hash.update((row.len() as u64).to_be_bytes());
            for value in row {
                value.hash_into(&mut self.hash);
            }
        }
    }

    pub(super) fn content(&mut self, id: &str, content: &[u8]) {
        self.count += 1;
        self.hash.update(id.as_bytes());
        self.hash.update((content.len() as u64).to_be_bytes());
        self.hash.update(content);
    }

    pub(super) fn done(self) -> Counted {
        Counted {
            count: self.count,
            sha256: crate::chance::hex(&self.hash.finalize()),
        }
    }
}
