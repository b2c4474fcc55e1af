//! What everybody may read of the knowledge base: entries that are public and hold today, without the names of people.

use crate::{Office, Problem};
use case::knowledge::{Standing, runs};
use jiff::civil::Date;
use store::KnowledgeRow;

impl Office {
    async fn public_day(&self, j: &str) -> Result<Date, Problem> {
        let rules = self.in_force(j, self.now()).await?;
        Ok(Self::day(&rules.calendar, self.now()))
    }

    /// Public entries that hold today, what was decided last on top, from behind an instant and an id.
    ///
    /// # Errors
    /// The store's.
    pub async fn public_knowledge(
        &self,
        j: &str,
        after: Option<(i64, &str)>,
        limit: u32,
    ) -> Result<Vec<KnowledgeRow>, Problem> {
        let day = self.public_day(j).await?;
        Ok(self.store().knowledge_public(j, day, after, limit).await?)
    }

    /// Public entries that hold today in which all that is sought stands; where there are none, those that fit it as
    /// something that somebody says.
    ///
    /// # Errors
    /// The store's.
    pub async fn public_knowledge_found(
        &self,
        j: &str,
        sought: &str,
        limit: u32,
    ) -> Result<Vec<KnowledgeRow>, Problem> {
        let day = self.public_day(j).await?;
        let found = self
            .store()
            .knowledge_holding_words(j, sought, day, true, limit)
            .await?;
        if found.is_empty() {
            return self.public_knowledge_said(j, sought, limit).await;
        }
        Ok(found)
    }

    /// Public entries that hold today and fit what somebody writes, the best first.
    ///
    /// # Errors
    /// The store's.
    pub async fn public_knowledge_said(
        &self,
        j: &str,
        said: &str,
        limit: u32,
    ) -> Result<Vec<KnowledgeRow>, Problem> {
        let day = self.public_day(j).await?;
        Ok(self
            .store()
            .knowledge_said(j, &runs(said), day, true, limit)
            .await?)
    }

    /// One public entry.
    ///
    /// # Errors
    /// [`Problem::NotFound`] where there is none, and where it does not hold or is for staff alone.
    pub async fn public_knowledge_entry(&self, j: &str, id: &str) -> Result<KnowledgeRow, Problem> {
        let day = self.public_day(j).await?;
        let versions = self.store().knowledge_versions(j, id).await?;
        let shown = |row: &KnowledgeRow| {
            row.standing == Standing::Current && row.entry.public && row.entry.holds(day)
        };
        versions.into_iter().find(shown).ok_or(Problem::NotFound)
    }
}
