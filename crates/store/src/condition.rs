//! What an operator asks of a database: whether it is whole, how it is set, what waits in it. It is only read, so this may go
//! on beside a server, and whatever schema it has.

use crate::archive::{Held, Page, Plain};
use crate::sql::query;
use crate::{StoreError, migrate, sqlite};
use calendar::Instant;

/// A database that is looked at.
#[derive(Debug)]
pub struct Condition {
    held: Held,
    url: String,
}

/// How an engine is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Engine {
    /// SQLite.
    Sqlite {
        /// What its own check found; empty where all is well.
        faults: Vec<String>,
        /// Bytes of its log of writes.
        wal_bytes: u64,
        /// Bytes of the database.
        bytes: u64,
    },
    /// PostgreSQL.
    Postgres {
        /// As the server calls it.
        version: String,
        /// Settings on which it hangs whether what was answered outlasts a power cut, and how they are.
        durability: Vec<(&'static str, String)>,
        /// The server's clock, UTC milliseconds.
        clock: Option<Instant>,
    },
}

/// Rules and calendars of one jurisdiction, each as it was adopted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AdoptedText {
    /// Whose.
    pub jurisdiction: String,
    /// `procedure` or `calendar`.
    pub kind: String,
    /// From this day on.
    pub in_force: String,
    /// The text.
    pub text: Vec<u8>,
}

/// What waits, and what was done last.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Standing {
    /// Ids of the jurisdictions.
    pub jurisdictions: Vec<String>,
    /// Some wrapped keys, by name: under the master key they must open.
    pub keys: Vec<(String, Vec<u8>)>,
    /// What was adopted, by day.
    pub adopted: Vec<AdoptedText>,
    /// Decisions about rules, as they were recorded: whose, and the event.
    pub decisions: Vec<(String, Vec<u8>)>,
    /// When the earliest timer was or is due.
    pub timer: Option<Instant>,
    /// When the next message was or is to be sent.
    pub outbox: Option<Instant>,
    /// Messages that wait.
    pub waiting: u64,
    /// Messages that were given up.
    pub given_up: u64,
    /// Events without a leaf in the log, and when the earliest of them was recorded.
    pub unsequenced: (u64, Option<Instant>),
    /// The last day for which each jurisdiction published a head.
    pub heads: Vec<(String, String)>,
    /// When the last event was recorded.
    pub recorded: Option<Instant>,
}

impl Condition {
    /// Opens a database that is there.
    ///
    /// # Errors
    /// One that cannot be reached.
    pub async fn open(url: &str) -> Result<Self, StoreError> {
        let held = Held::open(url).await?;
        Ok(Self {
            held,
            url: url.to_owned(),
        })
    }

    /// The schema that it has, and the one of this program.
    ///
    /// # Errors
    /// A database that holds something else.
    pub async fn schema(&mut self) -> Result<(i64, i64), StoreError> {
        Ok((self.held.schema().await?, migrate::newest()))
    }

    /// How its engine is. On SQLite it is read to the end.
    ///
    /// # Errors
    /// What cannot be read.
    pub async fn engine(&mut self) -> Result<Engine, StoreError> {
        match &self.held {
            Held::Sqlite(_) => {
                let said = self.held.rows(query("PRAGMA quick_check(5)")).await?;
                let faults = said.texts("quick_check").filter(|says| *says != "ok");
                let faults = faults.map(str::to_owned).collect();
                let file = sqlite::file(&self.url);
                let bytes = |path: &std::path::Path| std::fs::metadata(path).map_or(0, |found| found.len());
                let mut beside = file.clone().into_os_string();
                beside.push("-wal");
                Ok(Engine::Sqlite {
                    faults,
                    wal_bytes: bytes(beside.as_ref()),
                    bytes: bytes(&file),
                })
            }
            Held::Postgres(_) => {
                let text = "SELECT current_setting('server_version') AS version,
                     current_setting('fsync') AS fsync,
                     current_setting('full_page_writes') AS full_page_writes,
                     current_setting('synchronous_commit') AS synchronous_commit,
                     (EXTRACT(EPOCH FROM clock_timestamp()) * 1000)::bigint AS clock";
                let page = self.held.rows(query(text)).await?;
                let row: &[Plain] = page.rows.first().map_or(&[], Vec::as_slice);
                let text = |name: &str| page.text(row, name).unwrap_or_default().to_owned();
                let settings = ["fsync", "full_page_writes", "synchronous_commit"];
                Ok(Engine::Postgres {
                    version: text("version"),
                    durability: settings.map(|name| (name, text(name))).to_vec(),
                    clock: page.number(row, "clock").map(Instant::from_ms),
                })
            }
        }
    }

    /// What waits in a database of the schema of this program.
    ///
    /// # Errors
    /// What cannot be read.
    pub async fn standing(&mut self) -> Result<Standing, StoreError> {
        let position = match &self.held {
            Held::Sqlite(_) => "rowid",
            Held::Postgres(_) => "pos",
        };
        let mut standing = Standing::default();
        let page = self
            .rows("SELECT jurisdiction FROM jurisdiction ORDER BY jurisdiction")
            .await?;
        standing.jurisdictions = page.texts("jurisdiction").map(str::to_owned).collect();
        let page = self
            .rows("SELECT id, wrapped FROM sealing_key WHERE wrapped IS NOT NULL ORDER BY jurisdiction, id LIMIT 20")
            .await?;
        standing.keys = page
            .rows
            .iter()
            .filter_map(|row| named(&page, row, "id", "wrapped"))
            .collect();
        let page = self
            .rows("SELECT jurisdiction, kind, in_force, text FROM adopted ORDER BY jurisdiction, kind, in_force")
            .await?;
        standing.adopted = page.rows.iter().filter_map(|row| adopted(&page, row)).collect();
        let page = self
            .rows("SELECT jurisdiction, bytes FROM event WHERE stream = 'rules' AND kind = 'use-on' ORDER BY jurisdiction, seq")
            .await?;
        let decision = |row: &Vec<Plain>| named(&page, row, "jurisdiction", "bytes");
        standing.decisions = page.rows.iter().filter_map(decision).collect();
        let page = self
            .rows("SELECT MIN(timer) AS at FROM clock_row WHERE timer IS NOT NULL")
            .await?;
        standing.timer = first(&page, "at").map(Instant::from_ms);
        let page = self
            .rows("SELECT MIN(next_at) AS at, COUNT(*) AS n FROM outbox WHERE next_at IS NOT NULL")
            .await?;
        standing.outbox = first(&page, "at").map(Instant::from_ms);
        standing.waiting = count(&page);
        let page = self
            .rows(
                "SELECT COUNT(*) AS n FROM outbox
                 WHERE next_at IS NULL AND sent_at IS NULL AND last_error IS NOT NULL",
            )
            .await?;
        standing.given_up = count(&page);
        let page = self
            .rows(&format!(
                "SELECT COUNT(*) AS n, MIN(e.recorded) AS at FROM event e
                 LEFT JOIN log_leaf l ON l.jurisdiction = e.jurisdiction AND l.stream = e.stream AND l.seq = e.seq
                 WHERE l.leaf IS NULL
                     AND e.{position} > (SELECT COALESCE(MAX(m.position), 0) FROM log_mark m WHERE m.name = 'log')"
            ))
            .await?;
        standing.unsequenced = (count(&page), first(&page, "at").map(Instant::from_ms));
        let page = self
            .rows(
                "SELECT jurisdiction, MAX(day) AS day FROM tree_head WHERE day IS NOT NULL
                 GROUP BY jurisdiction ORDER BY jurisdiction",
            )
            .await?;
        let head = |row: &Vec<Plain>| {
            let text = |name: &str| page.text(row, name).map(str::to_owned);
            Some((text("jurisdiction")?, text("day")?))
        };
        standing.heads = page.rows.iter().filter_map(head).collect();
        let page = self
            .rows(&format!(
                "SELECT recorded FROM event ORDER BY {position} DESC LIMIT 1"
            ))
            .await?;
        standing.recorded = first(&page, "recorded").map(Instant::from_ms);
        Ok(standing)
    }

    async fn rows(&mut self, text: &str) -> Result<Page, StoreError> {
        self.held.rows(query(text.to_owned())).await
    }
}

fn first(page: &Page, column: &str) -> Option<i64> {
    page.rows.first().and_then(|row| page.number(row, column))
}

fn count(page: &Page) -> u64 {
    first(page, "n").and_then(|n| u64::try_from(n).ok()).unwrap_or(0)
}

fn named(page: &Page, row: &[Plain], name: &str, bytes: &str) -> Option<(String, Vec<u8>)> {
    Some((page.text(row, name)?.to_owned(), page.bytes(row, bytes)?.to_vec()))
}

fn adopted(page: &Page, row: &[Plain]) -> Option<AdoptedText> {
    let text = |name: &str| page.text(row, name).map(str::to_owned);
    Some(AdoptedText {
        jurisdiction: text("jurisdiction")?,
        kind: text("kind")?,
        in_force: text("in_force")?,
        text: page.bytes(row, "text")?.to_vec(),
    })
}
