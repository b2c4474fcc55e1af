//! Databases for benchmarks: a SQLite file in a folder of its own, or a database of its own on a PostgreSQL cluster.
//! They go when the benchmark is over.

use super::Fault;
use sqlx::{AssertSqlSafe, Connection as _, Executor as _, PgConnection};
use std::path::{Path, PathBuf};

/// Where databases are made.
#[derive(Debug)]
pub(crate) enum Place {
    /// In a folder.
    Folder(tempfile::TempDir),
    /// In a cluster, by the address of one of its databases.
    Cluster(String),
}

impl Place {
    /// A new folder within `data`.
    pub(crate) fn folder(data: Option<&Path>) -> Result<Self, Fault> {
        let within = data.map_or_else(std::env::temp_dir, PathBuf::from);
        let folder =
            tempfile::tempdir_in(&within).map_err(|error| format!("{}: {error}", within.display()))?;
        Ok(Self::Folder(folder))
    }

    /// The cluster given, or that of the tests.
    pub(crate) fn cluster(url: Option<&str>) -> Option<Self> {
        let url = url
            .map(str::to_owned)
            .or_else(|| std::env::var("WENZHENG_TEST_POSTGRES").ok())
            .filter(|url| !url.is_empty())?;
        Some(Self::Cluster(url))
    }

    /// Name of the engine, as it is printed.
    pub(crate) fn engine(&self) -> &'static str {
        match self {
            Self::Folder(_) => "SQLite",
            Self::Cluster(_) => "PostgreSQL",
        }
    }

    /// Address of the database with this name.
    pub(crate) fn url(&self, name: &str) -> String {
        match self {
            Self::Folder(folder) => format!("sqlite:{}", folder.path().join(name).display()),
            Self::Cluster(url) => {
                let (address, query) = url.split_once('?').map_or((&url[..], ""), |(a, q)| (a, q));
                let cluster = address.rsplit_once('/').map_or(address, |(cluster, _)| cluster);
                let name = database(name);
                if query.is_empty() {
                    format!("{cluster}/{name}")
                } else {
                    format!("{cluster}/{name}?{query}")
                }
            }
        }
    }

    /// Makes an empty database.
    pub(crate) async fn make(&self, name: &str) -> Result<(), Fault> {
        if let Self::Cluster(url) = self {
            self.drop(name).await?;
            administer(
                url,
                format!("CREATE DATABASE {} TEMPLATE template0", database(name)),
            )
            .await?;
        }
        Ok(())
    }

    /// Copies a database that nobody has open.
    pub(crate) async fn copy(&self, from: &str, to: &str) -> Result<(), Fault> {
        match self {
            Self::Folder(folder) => {
                std::fs::copy(folder.path().join(from), folder.path().join(to))?;
                Ok(())
            }
            Self::Cluster(url) => {
                self.drop(to).await?;
                let text = format!("CREATE DATABASE {} TEMPLATE {}", database(to), database(from));
                administer(url, text).await
            }
        }
    }

    /// Removes a database.
    pub(crate) async fn drop(&self, name: &str) -> Result<(), Fault> {
        match self {
            Self::Folder(folder) => {
                for tail in ["", "-wal", "-shm"] {
                    // What is not there needs no removing.
                    let _ = std::fs::remove_file(folder.path().join(format!("{name}{tail}")));
                }
                Ok(())
            }
            Self::Cluster(url) => {
                let text = format!("DROP DATABASE IF EXISTS {} WITH (FORCE)", database(name));
                administer(url, text).await
            }
        }
    }
}

/// No two benchmarks share a database.
fn database(name: &str) -> String {
    format!("wenzheng_bench_{}_{name}", std::process::id())
}

async fn administer(url: &str, text: String) -> Result<(), Fault> {
    let mut connection = PgConnection::connect(url)
        .await
        .map_err(|error| format!("PostgreSQL: {error}"))?;
    connection.execute(AssertSqlSafe(text)).await?;
    connection.close().await?;
    Ok(())
}
