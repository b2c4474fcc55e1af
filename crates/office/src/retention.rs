//! How long personal data is kept: a time that the office sets, none by default; cases that are held longer; and the
//! recorded decision by which keys are destroyed. The text stays without what tells who somebody is.
//!
//! Under the key of the person lie name, phone, identity number and address; under the key of the case everything that
//! was written about it, and its files. Both are destroyed. Before that the texts are copied, blacked out, under a third
//! key: those copies are what is read from then on.

mod destroy;
mod due;
mod stored;

pub use destroy::Destroyed;
pub use due::{Behind, DueCase};
pub use stored::{Held, Standing};

pub(crate) use stored::STREAM;

use crate::{Office, Problem};
use case::{Actor, CaseNumber};
use seal::Sealed;
use store::{Append, Commit, CommitError};
use stored::{Stored, VERSION};

/// Shorter than this is no time of retention, in days.
const SHORTEST: u32 = 30;
/// Longest: a hundred years.
const LONGEST: u32 = 36_500;

impl Office {
    /// How long personal data is kept here, and which cases are held longer. For administrators.
    ///
    /// # Errors
    /// [`Problem::Forbidden`] for others.
    pub async fn retention(&self, j: &str, who: &Actor) -> Result<Standing, Problem> {
        self.may_administer(j, who).await?;
        self.retention_standing(j).await
    }

    /// Sets after how many days without anything new the data of an ended case may be destroyed; `None` for never.
    ///
    /// # Errors
    /// [`Problem::Forbidden`] for all but administrators; [`Problem::Invalid`] without a reason or with too short a time.
    pub async fn set_retention(
        &self,
        j: &str,
        who: &Actor,
        days: Option<u32>,
        reason: &str,
    ) -> Result<(), Problem> {
        if days.is_some_and(|days| days < SHORTEST) {
            let mut fault = crate::FieldFault::new("days", "field-too-short-a-time");
            fault.args.push(("least", SHORTEST.to_string()));
            return Err(Problem::Invalid(vec![fault]));
        }
        if days.is_some_and(|days| days > LONGEST) {
            let mut fault = crate::FieldFault::new("days", "field-too-long-a-time");
            fault.args.push(("most", LONGEST.to_string()));
            return Err(Problem::Invalid(vec![fault]));
        }
        let (by, reason) = self.deciding(j, who, reason).await?;
        self.record_retention(j, &Stored::Set { days, by, reason }).await
    }

    /// Holds a case: its data stays, however old it gets, until the hold is lifted.
    ///
    /// # Errors
    /// [`Problem::Forbidden`] for all but administrators; [`Problem::Invalid`] without a reason or where there is no such
    /// case.
    pub async fn hold(&self, j: &str, who: &Actor, number: &str, reason: &str) -> Result<(), Problem> {
        let (by, reason) = self.deciding(j, who, reason).await?;
        let number =
            CaseNumber::from(seal::number::check(number).unwrap_or_else(|_| number.trim().to_owned()));
        if self.store().case_row(j, &number).await?.is_none() {
            return Err(Problem::field("number", "field-no-such-case"));
        }
        self.record_retention(j, &Stored::Held { number, by, reason })
            .await
    }

    /// Lifts a hold.
    ///
    /// # Errors
    /// As [`Office::hold`].
    pub async fn lift_hold(&self, j: &str, who: &Actor, number: &str, reason: &str) -> Result<(), Problem> {
        let (by, reason) = self.deciding(j, who, reason).await?;
        let number =
            CaseNumber::from(seal::number::check(number).unwrap_or_else(|_| number.trim().to_owned()));
        let standing = self.retention_standing(j).await?;
        if !standing.holds(&number) {
            return Err(Problem::field("number", "field-not-held"));
        }
        self.record_retention(j, &Stored::Lifted { number, by, reason })
            .await
    }

    /// Who decides, and why: sealed under the key of the office.
    async fn deciding(&self, j: &str, who: &Actor, reason: &str) -> Result<(String, Sealed), Problem> {
        self.may_administer(j, who).await?;
        let Actor::Staff { person, .. } = who else {
            return Err(Problem::Forbidden);
        };
        let reason = crate::filled::reason(reason)?;
        let key = self.office_key(j).await?;
        Ok((person.to_string(), self.sealed(&key, "reason", reason)?))
    }

    async fn retention_standing(&self, j: &str) -> Result<Standing, Problem> {
        let key = self.office_key(j).await?;
        let mut standing = Standing::default();
        for event in self.store().events(j, STREAM).await? {
            let stored: Stored = serde_json::from_slice(&event.bytes)?;
            standing.apply(stored, event.at, &|text| key.open("reason", text).ok());
        }
        Ok(standing)
    }

    async fn record_retention(&self, j: &str, stored: &Stored) -> Result<(), Problem> {
        loop {
            let now = self.now();
            let mut commit = Commit::new(j, now);
            commit.streams.push(Append {
                stream: STREAM.to_owned(),
                expected: self.store().last_seq(j, STREAM).await?,
                events: vec![crate::stored::event(stored.kind(), VERSION, now, stored)?],
            });
            match self.commit(commit).await {
                Err(CommitError::Conflict { .. }) => {}
                done => {
                    done?;
                    return Ok(());
                }
            }
        }
    }
}
