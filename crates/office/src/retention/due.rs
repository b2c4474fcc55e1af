//! Cases whose time of retention is over.

use super::stored::Standing;
use crate::{Office, Problem};
use calendar::Instant;
use case::{Actor, CaseNumber};

/// How many are shown and destroyed together.
const MOST: u32 = 200;
const DAY_MS: i64 = 24 * 3_600_000;

/// A case whose data may be destroyed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DueCase {
    /// Its number.
    pub number: CaseNumber,
    /// When the last thing happened to it, UTC milliseconds.
    pub last: Instant,
}

impl Office {
    /// Cases whose time is over and that nothing holds, the oldest first, 200 at most. For administrators: numbers and
    /// times, nothing that was written.
    ///
    /// # Errors
    /// [`Problem::Forbidden`] for others.
    pub async fn due_for_destruction(&self, j: &str, who: &Actor) -> Result<Vec<DueCase>, Problem> {
        self.may_administer(j, who).await?;
        let standing = self.retention_standing(j).await?;
        self.due_under(j, &standing).await
    }

    pub(super) async fn due_under(&self, j: &str, standing: &Standing) -> Result<Vec<DueCase>, Problem> {
        let Some(days) = standing.days else {
            return Ok(Vec::new());
        };
        let before = self.now().plus_ms(-i64::from(days) * DAY_MS);
        let held: Vec<String> = standing.held.iter().map(|held| held.number.to_string()).collect();
        let found = self.store().ended_before(j, before, MOST).await?;
        let due = found
            .into_iter()
            .filter(|(number, _)| !held.iter().any(|h| h == number.as_str()));
        Ok(due.map(|(number, last)| DueCase { number, last }).collect())
    }
}
