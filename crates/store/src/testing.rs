//! Fresh databases for tests: each test runs on both engines from one source, see [`both_engines!`](crate::both_engines).
//!
//! `WENZHENG_TEST_POSTGRES` names an administrator's database of a PostgreSQL cluster that tests may fill, such as
//! `postgres://postgres@127.0.0.1:5433/postgres`. Without it the PostgreSQL half says that it is skipped, and fails
//! where `CI=true`.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stderr)]

mod buckets;

pub use buckets::BucketServer;

use crate::Store;
use crate::lite::{Access, Cell, Lite};
use crate::migrate::{self, Migrate};
use crate::sql::{Run, query};
use sqlx::{AssertSqlSafe, Column, Connection, PgConnection, Row};
use std::sync::atomic::{AtomicU32, Ordering};

/// Runs each test on both engines, as `NAME::sqlite` and `NAME::postgres`. The argument is a [`Fresh`] database; after
/// `empty:` it has no tables on PostgreSQL either.
#[macro_export]
macro_rules! both_engines {
    ($( $(#[$doc:meta])* async fn $name:ident($db:ident) $body:block )*) => {
        $crate::both_engines! { from postgres; $( $(#[$doc])* async fn $name($db) $body )* }
    };
    (empty: $( $(#[$doc:meta])* async fn $name:ident($db:ident) $body:block )*) => {
        $crate::both_engines! { from empty_postgres; $( $(#[$doc])* async fn $name($db) $body )* }
    };
    (from $made:ident; $( $(#[$doc:meta])* async fn $name:ident($db:ident) $body:block )*) => { $(
        $(#[$doc])*
        mod $name {
            use super::*;

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn sqlite() {
                run($crate::testing::Fresh::sqlite()).await;
            }

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn postgres() {
                if let Some(fresh) = $crate::testing::Fresh::$made().await {
                    run(fresh).await;
                }
            }

            async fn run($db: $crate::testing::Fresh) $body
        }
    )* };
}

/// An empty database of its own. It goes when this is dropped.
#[derive(Debug)]
pub struct Fresh {
    /// For [`Store::open`].
    pub url: String,
    place: Place,
}

#[derive(Debug)]
enum Place {
    Folder { _folder: tempfile::TempDir },
    Cluster { admin: String, name: String },
}

static MADE: AtomicU32 = AtomicU32::new(0);

/// Any fixed number: whoever makes the template holds this lock.
const TEMPLATE_LOCK: i64 = 0x74_65_6d_70_6c_61_74_65;

impl Fresh {
    /// A SQLite file in a temporary folder; it is made when first opened.
    pub fn sqlite() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite:{}", folder.path().join("wenzheng.db").display());
        Self {
            url,
            place: Place::Folder { _folder: folder },
        }
    }

    /// A PostgreSQL database, copied from a template at the newest schema; `None` where there is no cluster.
    pub async fn postgres() -> Option<Self> {
        let fresh = Self::empty_postgres().await?;
        let Place::Cluster { admin, name } = &fresh.place else {
            unreachable!("made above")
        };
        let template = template(admin).await;
        let mut c = PgConnection::connect(admin).await.unwrap();
        run(&mut c, format!("DROP DATABASE {name}")).await;
        run(&mut c, format!("CREATE DATABASE {name} TEMPLATE {template}")).await;
        c.close().await.unwrap();
        Some(fresh)
    }

    /// A PostgreSQL database without any table; `None` where there is no cluster.
    pub async fn empty_postgres() -> Option<Self> {
        let Ok(admin) = std::env::var("WENZHENG_TEST_POSTGRES") else {
            assert!(
                std::env::var("CI").as_deref() != Ok("true"),
                "WENZHENG_TEST_POSTGRES is not set"
            );
            eprintln!("skipped: PostgreSQL, because WENZHENG_TEST_POSTGRES is not set");
            return None;
        };
        let name = format!(
            "wz_{}_{}",
            std::process::id(),
            MADE.fetch_add(1, Ordering::Relaxed)
        );
        let mut c = PgConnection::connect(&admin).await.unwrap();
        run(&mut c, format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)")).await;
        run(&mut c, format!("CREATE DATABASE {name} TEMPLATE template0")).await;
        c.close().await.unwrap();
        Some(Self {
            url: beside(&admin, &name),
            place: Place::Cluster { admin, name },
        })
    }

    /// Opens it.
    pub async fn store(&self) -> Store {
        Store::open(&self.url).await.unwrap()
    }

    /// Brings an empty database to an earlier schema.
    pub async fn migrate(&self, schema: i64) {
        match &self.place {
            Place::Folder { .. } => {
                let mut c = self.lite();
                c.migrate(&migrate::SQLITE, schema).await.unwrap();
                c.close().unwrap();
            }
            Place::Cluster { .. } => {
                let mut c = PgConnection::connect(&self.url).await.unwrap();
                c.migrate(&migrate::POSTGRES, schema).await.unwrap();
                c.close().await.unwrap();
            }
        }
    }

    /// Runs statements, each with a `;` behind it, on a connection of their own. `BYTES'00ff'` is a byte string.
    pub async fn execute(&self, text: &str) {
        match &self.place {
            Place::Folder { .. } => {
                let text = text.replace("BYTES'", "X'");
                let mut c = self.lite();
                c.batch(text).await.unwrap();
                c.close().unwrap();
            }
            Place::Cluster { .. } => {
                let text = text.replace("BYTES'", "'\\x");
                let mut c = PgConnection::connect(&self.url).await.unwrap();
                sqlx::raw_sql(AssertSqlSafe(text)).execute(&mut c).await.unwrap();
                c.close().await.unwrap();
            }
        }
    }

    fn lite(&self) -> Lite {
        Lite::open(&crate::sqlite::file(&self.url), Access::Write).unwrap()
    }

    /// All rows of a table as text, sorted: for comparing.
    pub async fn dump(&self, table: &str) -> Vec<String> {
        let text = format!("SELECT * FROM {table}");
        let mut lines: Vec<String> = match &self.place {
            Place::Folder { .. } => {
                let mut c = self.lite();
                let rows = query(text).fetch_all(&mut c).await.unwrap();
                c.close().unwrap();
                let cell = |cell: &Cell| match cell {
                    Cell::Null => "None".to_owned(),
                    Cell::Number(number) => format!("{:?}", Some(number)),
                    Cell::Text(text) => format!("{:?}", Some(text)),
                    Cell::Bytes(bytes) => format!("{:?}", Some(bytes)),
                    Cell::Strange => unreachable!("in {table}"),
                };
                let line = |row: &crate::lite::LiteRow| -> Vec<String> {
                    row.named()
                        .map(|(name, of)| format!("{name}={}", cell(of)))
                        .collect()
                };
                rows.iter().map(|row| line(row).join(" ")).collect()
            }
            Place::Cluster { .. } => {
                let mut c = PgConnection::connect(&self.url).await.unwrap();
                let rows = query(text).fetch_all(&mut c).await.unwrap();
                c.close().await.unwrap();
                let cell = |row: &sqlx::postgres::PgRow, name: &str| {
                    (row.try_get::<Option<String>, _>(name).map(|v| format!("{v:?}")))
                        .or_else(|_| row.try_get::<Option<i64>, _>(name).map(|v| format!("{v:?}")))
                        .or_else(|_| row.try_get::<Option<Vec<u8>>, _>(name).map(|v| format!("{v:?}")))
                        .unwrap()
                };
                let line = |row: &sqlx::postgres::PgRow| -> Vec<String> {
                    let names = row.columns().iter().map(|column| column.name());
                    names.map(|name| format!("{name}={}", cell(row, name))).collect()
                };
                rows.iter().map(|row| line(row).join(" ")).collect()
            }
        };
        lines.sort();
        lines
    }
}

impl Drop for Fresh {
    fn drop(&mut self) {
        let Place::Cluster { admin, name } = &self.place else {
            return;
        };
        let (admin, text) = (
            admin.clone(),
            format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"),
        );
        let dropping = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread()
                .enable_all()
                .build()
                .unwrap();
            runtime.block_on(async {
                let mut c = PgConnection::connect(&admin).await.unwrap();
                run(&mut c, text).await;
            });
        });
        let _ = dropping.join();
    }
}

async fn run(c: &mut PgConnection, text: String) {
    sqlx::raw_sql(AssertSqlSafe(text)).execute(c).await.unwrap();
}

/// The same cluster, another database.
fn beside(admin: &str, name: &str) -> String {
    let (address, query) = admin.split_once('?').map_or((admin, None), |(a, q)| (a, Some(q)));
    let (cluster, _) = address.rsplit_once('/').unwrap();
    query.map_or_else(
        || format!("{cluster}/{name}"),
        |query| format!("{cluster}/{name}?{query}"),
    )
}

/// Makes the template once per cluster and schema.
async fn template(admin: &str) -> String {
    let name = format!("wz_template_{}", migrate::fingerprint());
    let mut c = PgConnection::connect(admin).await.unwrap();
    query("SELECT pg_advisory_lock($1)")
        .bind(TEMPLATE_LOCK)
        .execute(&mut c)
        .await
        .unwrap();
    let found = query("SELECT 1 FROM pg_database WHERE datname = $1")
        .bind(&name)
        .fetch_optional(&mut c)
        .await
        .unwrap();
    if found.is_none() {
        let making = format!("{name}_making");
        run(&mut c, format!("DROP DATABASE IF EXISTS {making} WITH (FORCE)")).await;
        run(&mut c, format!("CREATE DATABASE {making} TEMPLATE template0")).await;
        Store::open(&beside(admin, &making)).await.unwrap().close().await;
        run(&mut c, format!("ALTER DATABASE {making} RENAME TO {name}")).await;
    }
    c.close().await.unwrap();
    name
}

operation! {
    /// Lets a SQLite database grow up to so many pages, 0 for as many as there can be: a full disk for tests.
    write fn limit_pages(c, pages: u32) -> () {
        query(format!("PRAGMA max_page_count = {}", if pages == 0 { u32::MAX - 1 } else { pages }))
            .execute(&mut *c)
            .await?;
        Ok(())
    }
}
