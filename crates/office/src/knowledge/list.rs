//! The knowledge base as staff read it: lists, an entry with its versions, what fits what a caller says.

use super::keep::newest;
use crate::{Office, Problem};
use case::Actor;
use case::access::{Keeping, Subject, Wish, keeps, may, supplies_for};
use case::knowledge::{Standing, runs};
use jiff::civil::Date;
use store::{KnowledgeAfter, KnowledgeFilter, KnowledgeRow};

/// What a list shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnowledgeAsked {
    /// How the versions stand.
    pub standing: Standing,
    /// Of one unit alone; a blank one stands for the office itself.
    pub unit: Option<String>,
    /// Only what is to be looked at again.
    pub due: bool,
}

/// What waits for somebody.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct KnowledgeWaiting {
    /// Entries of theirs that are to be looked at again.
    pub due: u64,
    /// Versions of units that wait to be confirmed.
    pub proposed: u64,
}

/// One version, with the names of people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnowledgeVersion {
    /// The version.
    pub row: KnowledgeRow,
    /// Who supplied it.
    pub supplied_by: String,
    /// Who decided last.
    pub decided_by: Option<String>,
}

/// An entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnowledgeEntry {
    /// Its versions, the newest first; at least one.
    pub versions: Vec<KnowledgeVersion>,
    /// How this person keeps it; `None` where they only read.
    pub keeping: Option<Keeping>,
}

impl Office {
    /// Whether this person reads the whole knowledge base.
    pub(super) async fn sees_knowledge(&self, j: &str, who: &Actor) -> Result<(), Problem> {
        let adopted = self.in_force(j, self.now()).await?;
        if may(&adopted.procedure, who, Wish::SeeKnowledge, &Subject::default()) {
            Ok(())
        } else {
            Err(Problem::Forbidden)
        }
    }

    async fn knowledge_today(&self, j: &str) -> Result<Date, Problem> {
        let rules = self.in_force(j, self.now()).await?;
        Ok(Self::day(&rules.calendar, self.now()))
    }

    /// Entries, those first that are to be looked at first. What a unit supplied and the office has not confirmed see its
    /// own people and those who confirm.
    ///
    /// # Errors
    /// [`Problem::Forbidden`] for those who do not read it.
    pub async fn knowledge(
        &self,
        j: &str,
        who: &Actor,
        asked: &KnowledgeAsked,
        after: Option<&KnowledgeAfter>,
        limit: u32,
    ) -> Result<Vec<KnowledgeRow>, Problem> {
        self.sees_knowledge(j, who).await?;
        let rules = self.in_force(j, self.now()).await?;
        let mut units: Vec<String> = asked.unit.iter().cloned().collect();
        let confirms = keeps(&rules.procedure, who, None) == Some(Keeping::Confirms);
        if asked.standing != Standing::Current && !confirms {
            let own = supplies_for(&rules.procedure, who);
            let own: Vec<String> = own.into_iter().map(ToString::to_string).collect();
            units = match &asked.unit {
                Some(unit) => own.into_iter().filter(|one| one == unit).collect(),
                None => own,
            };
            if units.is_empty() {
                return Ok(Vec::new());
            }
        }
        let filter = KnowledgeFilter {
            standing: asked.standing,
            units,
            due_by: match asked.due {
                true => Some(self.knowledge_today(j).await?),
                false => None,
            },
        };
        Ok(self.store().knowledge(j, &filter, after, limit).await?)
    }

    /// Entries that hold today in which all that is sought stands.
    ///
    /// # Errors
    /// [`Problem::Forbidden`] for those who do not read it.
    pub async fn knowledge_found(
        &self,
        j: &str,
        who: &Actor,
        sought: &str,
        limit: u32,
    ) -> Result<Vec<KnowledgeRow>, Problem> {
        self.sees_knowledge(j, who).await?;
        let day = self.knowledge_today(j).await?;
        Ok(self
            .store()
            .knowledge_holding_words(j, sought, day, false, limit)
            .await?)
    }

    /// Entries that hold today and fit what somebody says, the best first.
    ///
    /// # Errors
    /// [`Problem::Forbidden`] for those who do not read it.
    pub async fn knowledge_said(
        &self,
        j: &str,
        who: &Actor,
        said: &str,
        limit: u32,
    ) -> Result<Vec<KnowledgeRow>, Problem> {
        self.sees_knowledge(j, who).await?;
        let day = self.knowledge_today(j).await?;
        Ok(self
            .store()
            .knowledge_said(j, &runs(said), day, false, limit)
            .await?)
    }

    /// An entry with its versions. One that the office has not confirmed is there for those who keep it alone.
    ///
    /// # Errors
    /// [`Problem::Forbidden`] for those who do not read it, [`Problem::NotFound`] where there is no such entry.
    pub async fn knowledge_entry(&self, j: &str, who: &Actor, id: &str) -> Result<KnowledgeEntry, Problem> {
        self.sees_knowledge(j, who).await?;
        let rules = self.in_force(j, self.now()).await?;
        let mut rows = self.store().knowledge_versions(j, id).await?;
        let unit = newest(&rows).ok_or(Problem::NotFound)?.entry.unit.clone();
        let keeping = keeps(&rules.procedure, who, unit.as_ref());
        if keeping.is_none() {
            rows.retain(|row| {
                let was = row.decided.is_some() && row.standing != Standing::Returned;
                was || row.standing == Standing::Current
            });
        }
        if rows.is_empty() {
            return Err(Problem::NotFound);
        }
        let mut versions = Vec::with_capacity(rows.len());
        for row in rows {
            let decided_by = match &row.decided_by {
                Some(person) => Some(self.keeper_name(j, person).await?),
                None => None,
            };
            versions.push(KnowledgeVersion {
                supplied_by: self.keeper_name(j, &row.supplied_by).await?,
                decided_by,
                row,
            });
        }
        Ok(KnowledgeEntry { versions, keeping })
    }

    /// What waits for this person: entries of their units to look at; for those who confirm, the office's own and what
    /// units supplied.
    ///
    /// # Errors
    /// The store's.
    pub async fn knowledge_waiting(&self, j: &str, who: &Actor) -> Result<KnowledgeWaiting, Problem> {
        let rules = self.in_force(j, self.now()).await?;
        let own = supplies_for(&rules.procedure, who);
        let mut units: Vec<String> = own.into_iter().map(ToString::to_string).collect();
        let confirms = keeps(&rules.procedure, who, None) == Some(Keeping::Confirms);
        if confirms {
            units = vec![String::new()];
        }
        let mut waiting = KnowledgeWaiting::default();
        if !units.is_empty() {
            let filter = KnowledgeFilter {
                standing: Standing::Current,
                units,
                due_by: Some(Self::day(&rules.calendar, self.now())),
            };
            waiting.due = self.store().knowledge_count(j, &filter).await?;
        }
        if confirms {
            let filter = KnowledgeFilter {
                standing: Standing::Proposed,
                units: Vec::new(),
                due_by: None,
            };
            waiting.proposed = self.store().knowledge_count(j, &filter).await?;
        }
        Ok(waiting)
    }

    async fn keeper_name(&self, j: &str, person: &case::PersonId) -> Result<String, Problem> {
        let found = self.store().person(j, person).await?;
        Ok(found.map_or_else(|| person.to_string(), |person| person.name))
    }
}
