//! Lists: the queue of what is due first, the ledger, a caller's earlier cases.

use crate::keys::case_key;
use crate::{Office, Problem};
use case::access::{Subject, Wish, may};
use case::rows::{CaseRow, OrderRow};
use case::{Actor, UnitId};
use procedure::{ActRule, Do, StepEnd};
use seal::KeyId;
use store::{LedgerAfter, LedgerFilter, OrderAfter, QueueAfter, QueueOf};

/// One line of a queue or of the ledger, its title opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QueueLine {
    /// The case.
    pub row: CaseRow,
    /// The unit's own work order, in a unit's queue.
    pub order: Option<OrderRow>,
    /// Title; `None` where the key was destroyed.
    pub title: Option<String>,
}

/// A unit of today with who is on duty there now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitLine {
    /// The unit.
    pub unit: store::Unit,
    /// Name of the one on duty.
    pub on_duty: Option<String>,
}

impl Office {
    /// The units of today, each with who is on duty now.
    ///
    /// # Errors
    /// The store's.
    pub async fn units(&self, j: &str) -> Result<Vec<UnitLine>, Problem> {
        let now = self.now();
        let mut lines = Vec::new();
        for unit in self.store().units(j, crate::directory::day_of(now)).await? {
            let on_duty = self.store().on_duty(j, &unit.id, now).await?.map(|d| d.name);
            lines.push(UnitLine { unit, on_duty });
        }
        Ok(lines)
    }

    /// What waits for this person: cases and work orders in steps that an act of theirs leads out of, and requests
    /// that they rule on. What may be done at any time, such as a withdrawal, makes nothing wait.
    pub async fn my_queue(&self, j: &str, who: &Actor) -> Result<QueueOf, Problem> {
        let adopted = self.in_force(j, self.now()).await?;
        let Actor::Staff { posts, .. } = who else {
            return Err(Problem::Forbidden);
        };
        let procedure = &adopted.procedure;
        let mut mine = QueueOf::default();
        let own = |rule: &&ActRule| posts.iter().any(|p| rule.by.contains(&p.role));
        for rule in procedure.acts.iter().filter(own) {
            match rule.does {
                Do::RuleSendBack | Do::RuleExtension => mine.asked = true,
                Do::Withdraw | Do::TakeBack => {}
                _ => {
                    for step in rule.in_steps.iter().filter_map(|s| procedure.step(s)) {
                        let onward = |to: &Option<String>| to.as_ref().is_some_and(|to| *to != step.id);
                        let leads_on = onward(&rule.to) || onward(&rule.case_to);
                        if leads_on && step.end == StepEnd::No && !mine.steps.contains(&step.id) {
                            mine.steps.push(step.id.clone());
                        }
                    }
                }
            }
        }
        Ok(mine)
    }

    /// How many cases a queue holds. For people of the office.
    ///
    /// # Errors
    /// [`Problem::Forbidden`] for others.
    pub async fn queue_count(&self, j: &str, who: &Actor, of: &QueueOf) -> Result<u64, Problem> {
        self.may_list(j, who, Wish::ListAll).await?;
        Ok(self.store().queue_count(j, of).await?)
    }

    /// Cases of a queue, what is due first on top. For people of the office.
    ///
    /// # Errors
    /// [`Problem::Forbidden`] for others.
    pub async fn queue(
        &self,
        j: &str,
        who: &Actor,
        of: &QueueOf,
        after: Option<&QueueAfter>,
        limit: u32,
    ) -> Result<Vec<QueueLine>, Problem> {
        self.may_list(j, who, Wish::ListAll).await?;
        let rows = self.store().queue(j, of, after, limit).await?;
        self.lines(j, rows.into_iter().map(|row| (row, None)).collect())
            .await
    }

    /// Open work orders of the person's units, what is due first on top.
    ///
    /// # Errors
    /// [`Problem::Forbidden`] for people without a unit.
    pub async fn unit_queue(
        &self,
        j: &str,
        who: &Actor,
        after: Option<&OrderAfter>,
        limit: u32,
    ) -> Result<Vec<QueueLine>, Problem> {
        self.may_list(j, who, Wish::ListUnit).await?;
        let Actor::Staff { posts, .. } = who else {
            return Err(Problem::Forbidden);
        };
        let units: Vec<UnitId> = posts.iter().filter_map(|p| p.unit.clone()).collect();
        let found = self.store().unit_queue(j, &units, after, limit).await?;
        self.lines(j, found.into_iter().map(|q| (q.case, Some(q.order))).collect())
            .await
    }

    /// The ledger, newest first.
    ///
    /// # Errors
    /// [`Problem::Forbidden`] for people who do not see all cases.
    pub async fn ledger(
        &self,
        j: &str,
        who: &Actor,
        filter: &LedgerFilter,
        after: Option<&LedgerAfter>,
        limit: u32,
    ) -> Result<Vec<QueueLine>, Problem> {
        self.may_list(j, who, Wish::ListAll).await?;
        let rows = self.store().ledger(j, filter, after, limit).await?;
        self.lines(j, rows.into_iter().map(|row| (row, None)).collect())
            .await
    }

    /// Earlier cases of a caller's number, newest first.
    ///
    /// # Errors
    /// [`Problem::Forbidden`] for people who take no calls.
    pub async fn earlier_of(
        &self,
        j: &str,
        who: &Actor,
        phone: &str,
        limit: u32,
    ) -> Result<Vec<QueueLine>, Problem> {
        self.may_list(j, who, Wish::TakeCalls).await?;
        let phone = crate::verify::phone_number(phone)?;
        let filter = LedgerFilter {
            phone_hash: Some(self.hash("phone", &phone)),
            ..LedgerFilter::default()
        };
        let rows = self.store().ledger(j, &filter, None, limit).await?;
        self.lines(j, rows.into_iter().map(|row| (row, None)).collect())
            .await
    }

    pub(crate) async fn may_list(&self, j: &str, who: &Actor, wish: Wish) -> Result<(), Problem> {
        let adopted = self.in_force(j, self.now()).await?;
        if may(&adopted.procedure, who, wish, &Subject::default()) {
            Ok(())
        } else {
            Err(Problem::Forbidden)
        }
    }

    pub(crate) async fn lines(
        &self,
        j: &str,
        rows: Vec<(CaseRow, Option<OrderRow>)>,
    ) -> Result<Vec<QueueLine>, Problem> {
        let mut lines = Vec::with_capacity(rows.len());
        for (row, order) in rows {
            let key = self.key(j, &KeyId::new(case_key(row.number.as_str()))).await?;
            let title = key.and_then(|k| seal::open(&k.key, "title", &row.title).ok());
            lines.push(QueueLine { row, order, title });
        }
        Ok(lines)
    }
}
