//! Which of the adopted versions is in force, what became of the others, and who decided that.

mod adoption;
mod decision;
mod ending;
mod standing;

pub(crate) use adoption::Adoption;
pub use decision::{Decision, STREAM, UsingOn};
pub use ending::EndingOwn;
pub use standing::Standing;
pub(crate) use standing::{Decided, chosen, standings};

use crate::directory::day_of;
use crate::{Office, Problem};
use calendar::Instant;
use jiff::civil::Date;
use procedure::Procedure;
use std::sync::Arc;
use store::{AdoptedHead, Kind};

/// An adopted procedure with how it stands today.
#[derive(Debug, Clone)]
pub struct Version {
    /// When and by whom it was adopted, and from when on.
    pub head: AdoptedHead,
    /// The procedure.
    pub procedure: Arc<Procedure>,
    /// How it stands.
    pub standing: Standing,
}

/// A calendar with whether it is the one in force.
#[derive(Debug, Clone)]
pub struct CalendarVersion {
    /// When and by whom it was adopted, and from when on.
    pub head: AdoptedHead,
    /// The calendar.
    pub calendar: Arc<calendar::Calendar>,
    /// Whether it is the one in force.
    pub in_force: bool,
}

/// The rules in force are past their last day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lapse {
    /// The last day.
    pub last_day: Date,
    /// The decision by which they are used on.
    pub decision: Option<Decision>,
}

impl Office {
    /// Every adopted version of the procedures, the newest first.
    ///
    /// # Errors
    /// The store's.
    pub async fn versions(&self, j: &str) -> Result<Vec<Version>, Problem> {
        let mut all = self.versions_on(j, day_of(self.now())).await?;
        all.reverse();
        Ok(all)
    }

    /// As they stand on a day, the oldest first.
    pub(crate) async fn versions_on(&self, j: &str, day: Date) -> Result<Vec<Version>, Problem> {
        let heads = self.store().adopted_heads(j, Kind::Procedure).await?;
        let mut all = Vec::with_capacity(heads.len());
        for head in heads {
            let procedure = self.procedure_by_hash(j, &head.hash).await?;
            all.push((head, procedure));
        }
        let decided = self.decisions(j).await?;
        let known: Vec<Decided<'_>> = all
            .iter()
            .map(|(head, procedure)| Decided {
                head: &procedure.head,
                from: head.in_force,
            })
            .collect();
        let standings = standings(&known, &decided, day);
        let versions = all.into_iter().zip(standings);
        let version = |((head, procedure), standing)| Version {
            head,
            procedure,
            standing,
        };
        Ok(versions.map(version).collect())
    }

    /// Every adopted calendar, the newest first.
    ///
    /// # Errors
    /// The store's.
    pub async fn calendar_versions(&self, j: &str) -> Result<Vec<CalendarVersion>, Problem> {
        let day = day_of(self.now());
        let now = self.store().in_force_hash(j, Kind::Calendar, day).await?;
        let mut all = Vec::new();
        for head in self.store().adopted_heads(j, Kind::Calendar).await? {
            all.push(CalendarVersion {
                calendar: self.calendar_by_hash(j, &head.hash).await?,
                in_force: now.as_ref() == Some(&head.hash),
                head,
            });
        }
        all.reverse();
        Ok(all)
    }

    /// The name of who adopted something; `None` where that was not recorded. What is no person stays as it is.
    ///
    /// # Errors
    /// The store's.
    pub async fn adopter(&self, j: &str, by: &str) -> Result<Option<String>, Problem> {
        if by.is_empty() {
            return Ok(None);
        }
        let person = self.store().person(j, &by.into()).await?;
        Ok(Some(person.map_or_else(|| by.to_owned(), |p| p.name)))
    }

    /// Whether the rules in force are past their last day, and on whose decision they are used on.
    ///
    /// # Errors
    /// As [`Office::in_force`].
    pub async fn lapse(&self, j: &str, at: Instant) -> Result<Option<Lapse>, Problem> {
        Ok(self.current(j, at).await?.lapse)
    }

    /// Whether no new message is taken: the rules lapsed, and nobody has decided to use them on.
    ///
    /// # Errors
    /// As [`Office::in_force`].
    pub async fn takes_none(&self, j: &str) -> Result<bool, Problem> {
        let lapse = self.lapse(j, self.now()).await?;
        Ok(lapse.is_some_and(|lapse| lapse.decision.is_none()))
    }
}
