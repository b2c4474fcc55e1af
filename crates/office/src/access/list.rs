//! What the auditor reads of the access log.

use super::Look;
use crate::keys::NamedKey;
use crate::{Office, Problem};
use calendar::Instant;
use case::access::Wish;
use case::{Actor, CaseNumber, PersonId};
use std::collections::BTreeMap;
use store::{AccessAfter, AccessFilter, AccessRow};

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
}

/// One page of the access log.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AccessPage {
    /// Its entries: as many as were asked for, where there are so many. What is kept from this auditor leaves no gap.
    pub lines: Vec<AccessLine>,
    /// The place behind which the next page begins, where there is one.
    pub next: Option<AccessAfter>,
}

/// The place of an entry in the order of the list.
fn place(row: &AccessRow) -> AccessAfter {
    AccessAfter {
        at: row.at,
        stream: row.stream.clone(),
        seq: row.seq,
        n: row.n,
    }
}

impl Office {
    /// A page of the access log, the newest first, without the cases that accuse the auditor. That it was read is noted
    /// as well.
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
    ) -> Result<AccessPage, Problem> {
        self.may_list(j, who, Wish::Audit).await?;
        self.store_views().await?;
        if let Some(number) = &wanted.number
            && !self.may_audit(j, who, number).await?
        {
            return Ok(AccessPage::default());
        }
        let office = self.office_key(j).await?;
        let (mut page, mut shown) = (AccessPage::default(), None);
        let mut audited: BTreeMap<CaseNumber, bool> = BTreeMap::new();
        let mut after = after.cloned();
        loop {
            let rows = self.store().access_rows(j, wanted, after.as_ref(), limit).await?;
            let last = rows.last().map(place);
            let full = !rows.is_empty() && rows.len() == limit as usize;
            for row in rows {
                if let Some(number) = &row.number {
                    let may = match audited.get(number) {
                        Some(may) => *may,
                        None => {
                            let may = self.may_audit(j, who, number).await?;
                            audited.insert(number.clone(), may);
                            may
                        }
                    };
                    if !may {
                        continue;
                    }
                }
                if page.lines.len() == limit as usize {
                    page.next = shown;
                    return Ok(page);
                }
                shown = Some(place(&row));
                page.lines.push(self.access_line(j, &office, row).await?);
            }
            if !full {
                return Ok(page);
            }
            after = last;
        }
    }

    /// One entry, opened.
    async fn access_line(&self, j: &str, office: &NamedKey, row: AccessRow) -> Result<AccessLine, Problem> {
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
        Ok(AccessLine {
            at: row.at,
            name,
            what: Look::of(&row.what),
            from: from.and_then(|from| seal::open(&office.key, "from", from).ok()),
            reason,
            times: row.times,
            person: row.person,
            number: row.number,
        })
    }

    /// Whether an auditor may know who read a case: nobody may whom it accuses.
    async fn may_audit(&self, j: &str, who: &Actor, number: &CaseNumber) -> Result<bool, Problem> {
        match self.load_unnoted(j, &Actor::System, Wish::SeeCase, number).await {
            Ok(loaded) => Ok(!loaded.case.accuses() || self.allowed(j, who, Wish::Audit, &loaded).await?),
            // Nothing is known of it that could be kept from anybody.
            Err(Problem::NotFound) => Ok(true),
            Err(problem) => Err(problem),
        }
    }
}
