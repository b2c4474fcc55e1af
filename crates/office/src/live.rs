//! What pages that stay open are told: that their queue or their case has news. Decided by the same access as the page
//! itself, each time anew; nothing is opened, and nothing noted as read.

mod tail;

pub(crate) use tail::Tail;

use crate::{Office, Problem};
use case::access::Wish;
use case::rows::CaseRow;
use case::{Actor, CaseNumber, UnitId};
use store::QueueOf;

/// The queue of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Listened {
    /// The work orders of the person's units.
    Unit,
    /// Cases.
    Cases(Box<QueueOf>),
}

/// What is told of a queue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct QueueNews {
    /// How many cases it holds; not counted for units, as on their page.
    pub count: Option<u64>,
    /// How many of its cases had events since.
    pub moved: u64,
}

impl Office {
    /// Where the log ends just now: a page that remembers it can ask later what came since.
    ///
    /// # Errors
    /// The store's.
    pub async fn log_position(&self) -> Result<i64, Problem> {
        Ok(self.store().last_position().await?)
    }

    /// Where the newest event of any case of the jurisdiction stands, as far as it came behind `since`; `since` where
    /// none did. Cheap, and shared by all who ask within a second.
    ///
    /// # Errors
    /// The store's.
    pub async fn newest_of_cases(&self, j: &str, since: i64) -> Result<i64, Problem> {
        let moved = self.moved_since(j, since).await?;
        Ok(moved.iter().map(|(position, _)| *position).max().unwrap_or(since))
    }

    /// What a queue has to tell since a position of the log. Cases that are in no list of this person are in none of the
    /// numbers.
    ///
    /// # Errors
    /// [`Problem::Forbidden`] for people who have no such queue.
    pub async fn queue_news(
        &self,
        j: &str,
        who: &Actor,
        of: &Listened,
        since: i64,
    ) -> Result<QueueNews, Problem> {
        let numbers: Vec<CaseNumber> = self
            .moved_since(j, since)
            .await?
            .into_iter()
            .map(|(_, number)| number)
            .collect();
        let (rows, count) = match of {
            Listened::Unit => {
                if !self.opens_list(j, who, Wish::ListUnit).await? {
                    return Err(Problem::Forbidden);
                }
                let Actor::Staff { posts, .. } = who else {
                    return Err(Problem::Forbidden);
                };
                let units: Vec<UnitId> = posts.iter().filter_map(|post| post.unit.clone()).collect();
                (self.store().units_among(j, &units, &numbers).await?, None)
            }
            Listened::Cases(queue) => {
                if !self.opens_queue(j, who, queue).await? {
                    return Err(Problem::Forbidden);
                }
                let count = self.counted(j, who, queue).await?;
                (self.store().queue_among(j, queue, &numbers).await?, Some(count))
            }
        };
        let moved = self.listed_of(j, who, &rows).await?;
        Ok(QueueNews { count, moved })
    }

    /// How many events a case has, for somebody who may see it.
    ///
    /// # Errors
    /// [`Problem::NotFound`] for everybody else.
    pub async fn case_seq(&self, j: &str, who: &Actor, number: &CaseNumber) -> Result<u64, Problem> {
        Ok(self.load_unnoted(j, who, Wish::SeeCase, number).await?.case.seq)
    }

    /// How many of some rows are in lists of this person.
    async fn listed_of(&self, j: &str, who: &Actor, rows: &[CaseRow]) -> Result<u64, Problem> {
        let rows: Vec<&CaseRow> = rows.iter().collect();
        let listed = self.listed_among(j, who, &rows).await?;
        Ok(listed.iter().filter(|listed| **listed).count() as u64)
    }
}
