//! What the auditor reads of the access log.

use super::Look;
use crate::{Office, Problem};
use calendar::Instant;
use case::access::Wish;
use case::{Actor, CaseNumber, PersonId};
use store::{AccessAfter, AccessFilter};

/// What is wanted of the access log.
pub type AccessWanted = AccessFilter;

/// One entry, opened for the auditor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccessLine {
    /// When, UTC milliseconds.
    pub at: Instant,
    /// Who; nobody for the citizen of the case.
    pub person: Option<PersonId>,
    /// Name of the person, as it is today.
    pub name: Option<String>,
    /// What; `None` for a kind that this program does not know.
    pub what: Option<Look>,
    /// Which case.
    pub number: Option<CaseNumber>,
    /// From which address.
    pub from: Option<String>,
    /// Why, where a reason was asked.
    pub reason: Option<String>,
    /// How often within a second or so.
    pub times: u32,
    /// The place behind which the next page begins.
    pub after: AccessAfter,
}

impl Office {
    /// A page of the access log, the newest first. That it was read is noted as well.
    ///
    /// # Errors
    /// [`Problem::Forbidden`] for all but auditors.
    pub async fn access_log(
        &self,
        j: &str,
        who: &Actor,
        wanted: &AccessWanted,
        after: Option<&AccessAfter>,
        limit: u32,
    ) -> Result<Vec<AccessLine>, Problem> {
        self.may_list(j, who, Wish::Audit).await?;
        self.store_views().await?;
        let rows = self.store().access_rows(j, wanted, after, limit).await?;
        let office = self.office_key(j).await?;
        let mut lines = Vec::with_capacity(rows.len());
        for row in rows {
            let reason = match &row.reason {
                Some(reason) => {
                    let key = self.key(j, &reason.key).await?;
                    key.and_then(|key| seal::open(&key.key, "reason", reason).ok())
                }
                None => None,
            };
            let name = match &row.person {
                Some(person) => self.store().person(j, person).await?.map(|person| person.name),
                None => None,
            };
            let from = row.place.as_ref();
            lines.push(AccessLine {
                at: row.at,
                name,
                what: Look::of(&row.what),
                from: from.and_then(|from| seal::open(&office.key, "from", from).ok()),
                reason,
                times: row.times,
                after: AccessAfter {
                    at: row.at,
                    stream: row.stream,
                    seq: row.seq,
                    n: row.n,
                },
                person: row.person,
                number: row.number,
            });
        }
        Ok(lines)
    }
}
