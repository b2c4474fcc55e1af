//! Brings a database up to date. Landed migrations never change: their hashes stand in `migrations/SHA256SUMS`.

use crate::StoreError;
use crate::columns::Columns;
use crate::refold::{FOLDED, Unfolded};
use crate::sql::{Run, query};
use sha2::{Digest, Sha256};

/// All migrations, oldest first: position plus one is the schema's number.
const MIGRATIONS: &[&str] = &[
    include_str!("../migrations/0001_first.sql"),
    include_str!("../migrations/0002_asked.sql"),
    include_str!("../migrations/0003_exchange.sql"),
    include_str!("../migrations/0004_papers.sql"),
    include_str!("../migrations/0005_versions.sql"),
    include_str!("../migrations/0006_public.sql"),
    include_str!("../migrations/0007_rounds.sql"),
    include_str!("../migrations/0008_catalogue.sql"),
    include_str!("../migrations/0009_items.sql"),
    include_str!("../migrations/0010_sign_in.sql"),
    include_str!("../migrations/0011_log.sql"),
    include_str!("../migrations/0012_access.sql"),
    include_str!("../migrations/0013_accounts.sql"),
    include_str!("../migrations/0014_accusing.sql"),
    include_str!("../migrations/0015_counts.sql"),
    include_str!("../migrations/0016_knowledge.sql"),
    include_str!("../migrations/0017_saved_views.sql"),
    include_str!("../migrations/0018_public.sql"),
    include_str!("../migrations/0019_held.sql"),
    include_str!("../migrations/0020_divisions.sql"),
    include_str!("../migrations/0021_found.sql"),
];

/// The schema that this program makes.
pub(crate) fn newest() -> i64 {
    crate::columns::stored(MIGRATIONS.len() as u64)
}

/// How an engine writes what the common text of a migration leaves open.
pub(crate) struct Dialect {
    pub(crate) ident: &'static str,
    pub(crate) bytes: &'static str,
    pub(crate) clustered: &'static str,
    /// What stands before a statement that only this engine needs: to the other it is a comment.
    pub(crate) own: &'static str,
}

pub(crate) const SQLITE: Dialect = Dialect {
    ident: " TEXT",
    bytes: " BLOB",
    clustered: ") WITHOUT ROWID;",
    own: "-- sqlite: ",
};
pub(crate) const POSTGRES: Dialect = Dialect {
    ident: " TEXT COLLATE \"C\"",
    bytes: " BYTEA",
    clustered: ");",
    own: "-- postgres: ",
};

impl Dialect {
    fn render(&self, text: &str) -> String {
        text.replace(" IDENT", self.ident)
            .replace(" BYTES", self.bytes)
            .replace(") CLUSTERED;", self.clustered)
            .replace(self.own, "")
    }
}

fn hash(text: &str) -> String {
    hex::encode(Sha256::digest(text.as_bytes()))
}

statements! {
    /// Runs inside the lock that the engine took.
    trait Migrate {
        /// Runs the missing migrations up to a schema; refuses a newer one than this program makes, and a changed text.
        fn migrate(c, dialect: &Dialect, up_to: i64) -> Result<(), StoreError> {
            query("CREATE TABLE IF NOT EXISTS migration (version BIGINT PRIMARY KEY, sha256 TEXT NOT NULL)")
                .execute(&mut *c)
                .await?;
            let rows = query("SELECT version, sha256 FROM migration ORDER BY version").fetch_all(&mut *c).await?;
            let mut done: Vec<(i64, String)> = vec![];
            for row in &rows {
                done.push((row.number("version")?, row.text("sha256")?));
            }
            let found = done.last().map_or(0, |(version, _)| *version);
            if found > newest() {
                return Err(StoreError::Newer { found, known: newest() });
            }
            for (version, text) in (1..=up_to).zip(MIGRATIONS) {
                match done.iter().find(|(v, _)| *v == version) {
                    Some((_, sha256)) if *sha256 == hash(text) => {}
                    Some(_) => return Err(StoreError::Migration(version)),
                    None => {
                        c.batch(dialect.render(text)).await?;
                        query("INSERT INTO migration (version, sha256) VALUES ($1, $2)")
                            .bind(version)
                            .bind(hash(text))
                            .execute(&mut *c)
                            .await?;
                    }
                }
            }
            if (1..FOLDED).contains(&found) && up_to >= FOLDED {
                c.note_unfolded(found).await?;
            }
            Ok(())
        }
    }
}

/// A short name of all migrations together, for template databases of tests.
#[cfg(feature = "testing")]
pub(crate) fn fingerprint() -> String {
    hash(&MIGRATIONS.concat())[..16].to_owned()
}
