//! The knowledge base of a jurisdiction: its rows, how they change, and how they are found.

mod find;
mod put;

pub(crate) use put::put;

use crate::StoreError;
use crate::columns::Columns;
use crate::places::Places;
use crate::sql::query;
use calendar::Instant;
use case::knowledge::{Entry, Standing};
use case::{PersonId, UnitId};
use jiff::civil::Date;

/// A version of an entry as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnowledgeRow {
    /// Id of the entry.
    pub id: String,
    /// Which version, from 1.
    pub version: u32,
    /// How it stands.
    pub standing: Standing,
    /// What it says; its review day is the one that was set last.
    pub entry: Entry,
    /// When it was supplied, UTC milliseconds.
    pub supplied: Instant,
    /// By whom.
    pub supplied_by: PersonId,
    /// When it was last confirmed, looked at, returned or withdrawn.
    pub decided: Option<Instant>,
    /// By whom.
    pub decided_by: Option<PersonId>,
    /// Why it was returned or withdrawn.
    pub reason: Option<String>,
    /// Sequence number of the last event folded into this row.
    pub seq: u64,
}

/// What an event of the knowledge base changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum KnowledgeChange {
    /// A version was supplied; one that still waited gives way to it.
    Supply(KnowledgeRow),
    /// A version that is there already moves on.
    Move(KnowledgeMoved),
}

/// How a version moves on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnowledgeMoved {
    /// Id of the entry.
    pub id: String,
    /// Which version.
    pub version: u32,
    /// How it stands now. What becomes current takes the place of what was.
    pub to: Standing,
    /// When, UTC milliseconds.
    pub at: Instant,
    /// Who decided.
    pub by: PersonId,
    /// The day by which it is looked at again, where that was set anew.
    pub review: Option<Date>,
    /// Why.
    pub reason: Option<String>,
    /// Sequence number of the event.
    pub seq: u64,
}

/// Which versions are listed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnowledgeFilter {
    /// How they stand.
    pub standing: Standing,
    /// Of these units alone; a blank one stands for the office itself. All, where none is named.
    pub units: Vec<String>,
    /// Only what is to be looked at again by this day.
    pub due_by: Option<Date>,
}

/// The last line of a page, by review day or, of what is public, by when it was decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnowledgeAfter {
    /// Its review day.
    pub review: Date,
    /// Id of the entry.
    pub id: String,
    /// Which version.
    pub version: u32,
}

/// The name under which rows of a unit are found; blank for the office itself.
pub(crate) fn of_unit(unit: Option<&UnitId>) -> &str {
    unit.map_or("", UnitId::as_str)
}

impl KnowledgeFilter {
    /// The conditions, from the second placeholder on.
    fn conditions(&self, places: &mut Places) -> String {
        let mut text = format!("jurisdiction = $1 AND state = {}", places.next());
        if !self.units.is_empty() {
            text += &format!(" AND unit IN {}", places.list(self.units.len()));
        }
        if self.due_by.is_some() {
            text += &format!(" AND review <= {}", places.next());
        }
        text
    }

    fn bind<'q>(&'q self, mut query: crate::sql::Query<'q>) -> crate::sql::Query<'q> {
        query = query.bind(self.standing.as_str());
        for unit in &self.units {
            query = query.bind(unit);
        }
        if let Some(day) = self.due_by {
            query = query.bind(day.to_string());
        }
        query
    }
}

operation! {
    /// Entries, those first that are to be looked at first, from behind `after`.
    read fn knowledge(
        c,
        jurisdiction: &str,
        filter: &KnowledgeFilter,
        after: Option<&KnowledgeAfter>,
        limit: u32,
    ) -> Vec<KnowledgeRow> {
        let mut places = Places::after(1);
        let mut text = format!("SELECT * FROM knowledge_row WHERE {}", filter.conditions(&mut places));
        if after.is_some() {
            text += &format!(" AND (review, id, version) > {}", places.list(3));
        }
        text += &format!(" ORDER BY review, id, version LIMIT {}", places.next());
        let mut query = filter.bind(query(text).bind(jurisdiction));
        if let Some(after) = after {
            query = query.bind(after.review.to_string()).bind(&after.id).bind(i64::from(after.version));
        }
        query.bind(i64::from(limit)).fetch_all(&mut *c).await?.iter().map(row).collect()
    }
}

operation! {
    /// How many entries there are.
    read fn knowledge_count(c, jurisdiction: &str, filter: &KnowledgeFilter) -> u64 {
        let text = format!(
            "SELECT COUNT(*) AS n FROM knowledge_row WHERE {}",
            filter.conditions(&mut Places::after(1))
        );
        filter.bind(query(text).bind(jurisdiction)).fetch_one(&mut *c).await?.count("n")
    }
}

operation! {
    /// All versions of an entry, the newest first.
    read fn knowledge_versions(c, jurisdiction: &str, id: &str) -> Vec<KnowledgeRow> {
        let rows = query(
            "SELECT * FROM knowledge_row WHERE jurisdiction = $1 AND id = $2 ORDER BY version DESC",
        )
        .bind(jurisdiction)
        .bind(id)
        .fetch_all(&mut *c)
        .await?;
        rows.iter().map(row).collect()
    }
}

pub(super) fn row(row: &impl Columns) -> Result<KnowledgeRow, StoreError> {
    let state = row.text("state")?;
    let standing = Standing::named(&state);
    Ok(KnowledgeRow {
        id: row.text("id")?,
        version: row.count("version")?,
        standing: standing.ok_or_else(|| StoreError::Corrupt(format!("{state} is no standing")))?,
        entry: Entry {
            review: row.day("review")?,
            ..row.json("entry")?
        },
        supplied: row.instant("supplied")?,
        supplied_by: row.text("supplied_by")?.into(),
        decided: row.maybe_instant("decided")?,
        decided_by: row.maybe_text("decided_by")?.map(Into::into),
        reason: row.maybe_text("reason")?,
        seq: row.count("seq")?,
    })
}
