//! Cases whose time of retention is over.

use super::stored::Standing;
use crate::{Office, Problem};
use calendar::Instant;
use case::{Actor, CaseNumber};
use std::collections::HashSet;

/// How many are shown and destroyed together.
const MOST: u32 = 200;
const DAY_MS: i64 = 24 * 3_600_000;

/// A case whose data may be destroyed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DueCase {
    /// Its number.
    pub number: CaseNumber,
    /// When it was received, UTC milliseconds; the order in which they come.
    pub received: Instant,
    /// When the last thing happened to it, UTC milliseconds.
    pub last: Instant,
}

impl DueCase {
    /// The place behind it.
    pub fn behind(&self) -> Behind {
        Behind(self.received, self.number.clone())
    }
}

/// A place in the order in which due cases come: what comes behind it was not looked at yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Behind(Instant, CaseNumber);

impl Office {
    /// Cases whose time is over and that nothing holds, the oldest first, 200 at most. For administrators: numbers and
    /// times, nothing that was written.
    ///
    /// # Errors
    /// [`Problem::Forbidden`] for others.
    pub async fn due_for_destruction(&self, j: &str, who: &Actor) -> Result<Vec<DueCase>, Problem> {
        self.may_administer(j, who).await?;
        let standing = self.retention_standing(j).await?;
        self.due_under(j, &standing, None).await
    }

    /// The next ones behind a place, 200 at most. Held cases are passed over, however many stand before the others: what
    /// is read is at most what is held and what is given back, and one page.
    pub(super) async fn due_under(
        &self,
        j: &str,
        standing: &Standing,
        mut behind: Option<Behind>,
    ) -> Result<Vec<DueCase>, Problem> {
        let Some(days) = standing.days else {
            return Ok(Vec::new());
        };
        let before = self.now().plus_ms(-i64::from(days) * DAY_MS);
        let held: HashSet<&CaseNumber> = standing.held.iter().map(|held| &held.number).collect();
        let mut due = Vec::new();
        loop {
            let after = behind.take().map(|Behind(received, number)| (received, number));
            let page = self.store().ended_before(j, before, after, MOST).await?;
            let last_page = page.len() < MOST as usize;
            behind = page.last().map(|case| Behind(case.received, case.number.clone()));
            due.extend(
                page.into_iter()
                    .filter(|case| !held.contains(&case.number))
                    .map(|case| DueCase {
                        number: case.number,
                        received: case.received,
                        last: case.last,
                    }),
            );
            if last_page || due.len() >= MOST as usize {
                due.truncate(MOST as usize);
                return Ok(due);
            }
        }
    }
}
