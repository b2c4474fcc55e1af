//! Recounting: another calendar came into force, and the clocks of every open case are counted anew by it, as events.
//!
//! An index leads to the open cases that were counted otherwise, so a run that broke off goes on where it stopped, and
//! one that has nothing to do costs nothing, however many cases are closed.

use crate::{Adopted, Office, Problem};
use calendar::{Calendar, Instant};
use case::access::Wish;
use case::{Actor, CaseNumber};
use std::sync::Arc;
use store::{CommitError, Counted};

/// Cases looked at in one go.
const AT_ONCE: u32 = 200;
/// Only one process recounts a jurisdiction at a time; one that is not heard of again is taken over after a minute.
const LEASE_MS: i64 = 60_000;
const LEASE: &str = "recount";

impl Office {
    /// Counts anew, in every jurisdiction, what was counted by another calendar than the one in force. Returns the
    /// number of cases.
    ///
    /// # Errors
    /// The store's. What was recounted before the error stays recounted.
    pub async fn run_recounts(&self) -> Result<u64, Problem> {
        let mut recounted = 0;
        for jurisdiction in self.jurisdictions().await?.iter() {
            let j = jurisdiction.id.as_str();
            let adopted = match self.in_force(j, self.now()).await {
                Ok(adopted) => adopted,
                // Nothing is adopted there yet.
                Err(Problem::NoProcedure) => continue,
                Err(problem) => return Err(problem),
            };
            recounted += self.recount_all(j, &adopted.calendar).await?;
        }
        Ok(recounted)
    }

    async fn recount_all(&self, j: &str, calendar: &Arc<Calendar>) -> Result<u64, Problem> {
        let mut after = Counted {
            calendar: String::new(),
            number: CaseNumber::from(String::new()),
        };
        // Looking costs nothing; the lease is a write.
        if self.counted_otherwise(j, calendar, &after, 1).await?.is_empty() {
            return Ok(0);
        }
        let holder = self.chance().token();
        let mut recounted = 0;
        loop {
            if !self.claim_recounts(j, &holder, self.now()).await? {
                return Ok(recounted);
            }
            let cases = self.counted_otherwise(j, calendar, &after, AT_ONCE).await?;
            let Some(last) = cases.last() else { break };
            after = last.clone();
            for case in cases {
                match self.recount(j, calendar, &case.number).await {
                    Ok(done) => recounted += u64::from(done),
                    Err(problem) if problem.passes() => return Err(problem),
                    // One case that cannot be counted holds up no other.
                    Err(problem) => {
                        tracing::error!(jurisdiction = j, case = %case.number, %problem, "recount");
                    }
                }
            }
        }
        let (j, name) = (j.to_owned(), LEASE.to_owned());
        self.store().release_lease(j, name, holder).await?;
        Ok(recounted)
    }

    async fn counted_otherwise(
        &self,
        j: &str,
        calendar: &Calendar,
        after: &Counted,
        limit: u32,
    ) -> Result<Vec<Counted>, Problem> {
        let found = self.store().counted_otherwise(j, calendar.hash(), after, limit);
        Ok(found.await?)
    }

    async fn claim_recounts(&self, j: &str, holder: &str, now: Instant) -> Result<bool, Problem> {
        let (j, name, holder) = (j.to_owned(), LEASE.to_owned(), holder.to_owned());
        let until = now.plus_ms(LEASE_MS);
        Ok(self.store().claim_lease(j, name, holder, now, until).await?)
    }

    /// Counts one case anew; whether it was this call that did. The lapses that were due by the old times are not
    /// recorded first: they may never have been any.
    async fn recount(&self, j: &str, calendar: &Arc<Calendar>, number: &CaseNumber) -> Result<bool, Problem> {
        let mut loaded = self.load(j, &Actor::System, Wish::ActOnCase, number).await?;
        let was = loaded.adopted.calendar.hash().to_owned();
        if was == calendar.hash() {
            return Ok(false);
        }
        loaded.adopted = Adopted {
            procedure: loaded.adopted.procedure,
            calendar: calendar.clone(),
        };
        let now = self.now();
        let event = case::recount(&loaded.adopted.rules(), &loaded.case, &was, now)
            .map_err(|fault| Problem::Corrupt(fault.to_string()))?;
        let (commit, _) = self.unit_of_work(j, &loaded, &[event], now).await?;
        match self.commit(commit).await {
            Ok(_) => Ok(true),
            // Somebody changed the case meanwhile; it is found again.
            Err(CommitError::Conflict { .. }) => Ok(false),
            Err(error) => Err(error.into()),
        }
    }
}
