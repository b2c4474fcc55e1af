//! Lists: the queue of what is due first, the ledger, a caller's earlier cases.

use crate::access::Look;
use crate::keys::case_key;
use crate::sealing::claiming;
use crate::{Office, Problem};
use calendar::Lang;
use case::access::{KEEPER, Subject, Wish, may};
use case::rows::{CaseRow, OrderRow};
use case::{Actor, CaseNumber, Post};
use procedure::{ActRule, Do, Procedure, Scope, StepEnd};
use seal::KeyId;
use store::{LedgerAfter, LedgerFilter, Narrow, OrderAfter, QueueAfter, QueueOf};
use words::{Named, sort_by_name};

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

/// A page that is filled until it has as many lines as asked for: of what is read, some is not for this person.
pub(super) struct Page {
    pub(super) lines: Vec<QueueLine>,
    limit: usize,
}

impl Page {
    pub(super) fn of(limit: u32) -> Self {
        Self {
            lines: Vec::new(),
            limit: limit as usize,
        }
    }

    /// Takes what was read next; whether the page is full, or nothing is left to read.
    pub(super) async fn fill(
        &mut self,
        office: &Office,
        j: &str,
        who: &Actor,
        rows: Vec<(CaseRow, Option<OrderRow>)>,
    ) -> Result<bool, Problem> {
        let last = rows.len() < self.limit;
        self.lines.extend(office.lines(j, who, rows).await?);
        let full = self.lines.len() >= self.limit;
        self.lines.truncate(self.limit);
        Ok(last || full)
    }
}

impl Office {
    /// The units of today in the order of their Chinese names, each with who is on duty now.
    ///
    /// # Errors
    /// The store's.
    pub async fn units(&self, j: &str) -> Result<Vec<UnitLine>, Problem> {
        self.units_in(j, Lang::Zh).await
    }

    /// The same in the order of their names in a language.
    ///
    /// # Errors
    /// The store's.
    pub async fn units_in(&self, j: &str, lang: Lang) -> Result<Vec<UnitLine>, Problem> {
        let now = self.now();
        let mut lines = Vec::new();
        let mut on_duty = self.store().all_on_duty(j, now).await?;
        for unit in self.store().units(j, crate::directory::day_of(now)).await? {
            let on_duty = on_duty.remove(&unit.id).map(|on_duty| on_duty.name);
            lines.push(UnitLine { unit, on_duty });
        }
        sort_by_name(&mut lines, Named::Thing, |line| match lang {
            Lang::Zh => &line.unit.zh,
            Lang::En => &line.unit.en,
        });
        Ok(lines)
    }

    /// What waits for this person: cases and work orders in steps that an act of theirs leads out of, and requests
    /// that they rule on. What may be done at any time, such as a withdrawal, makes nothing wait.
    pub async fn my_queue(&self, j: &str, who: &Actor) -> Result<QueueOf, Problem> {
        let adopted = self.in_force(j, self.now()).await?;
        let Actor::Staff { person, posts } = who else {
            return Err(Problem::Forbidden);
        };
        let procedure = &adopted.procedure;
        let mut mine = QueueOf::default();
        let sees = |post: &&Post, scope: Scope| procedure.role(&post.role).is_some_and(|r| r.sees == scope);
        // a leader's queue holds what was put before them, wherever it stands
        mine.submitted = roles(posts.iter().filter(|p| sees(p, Scope::Submitted)));
        if self.is_in_charge(j, person).await? {
            mine.submitted.push(case::rows::in_charge(person));
        }
        // a keeper looks after accusations, where nobody else may see one
        mine.accusing = posts.iter().any(|post| post.role == KEEPER);
        if !claiming(who, procedure).is_empty() && posts.iter().any(|p| sees(&p, Scope::Pool)) {
            mine.pool = pool_steps(procedure);
        }
        let all: Vec<&Post> = posts.iter().filter(|p| sees(p, Scope::All)).collect();
        let own = |rule: &&ActRule| all.iter().any(|p| rule.by.contains(&p.role));
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

    /// How many cases a queue holds, without those that are in no list of this person. For people of the office.
    ///
    /// # Errors
    /// [`Problem::Forbidden`] for others.
    pub async fn queue_count(&self, j: &str, who: &Actor, of: &QueueOf) -> Result<u64, Problem> {
        self.may_queue(j, who, of).await?;
        self.counted(j, who, of).await
    }

    /// The number itself, once it is clear that the queue is this person's.
    pub(crate) async fn counted(&self, j: &str, who: &Actor, of: &QueueOf) -> Result<u64, Problem> {
        let all = self.store().queue_count(j, of).await?;
        // a number that is larger than the list would tell that there is something
        let accusing = self.store().queue_accusing(j, of).await?;
        let accusing: Vec<&CaseRow> = accusing.iter().collect();
        let listed = self.listed_among(j, who, &accusing).await?;
        let hidden = listed.iter().filter(|listed| !**listed).count();
        Ok(all.saturating_sub(hidden as u64))
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
        self.may_queue(j, who, of).await?;
        let (mut page, mut after) = (Page::of(limit), after.cloned());
        loop {
            let rows = self.store().queue(j, of, after.as_ref(), limit).await?;
            after = rows.last().map(|row| QueueAfter {
                due: row.due,
                number: row.number.clone(),
            });
            let rows = rows.into_iter().map(|row| (row, None)).collect();
            if page.fill(self, j, who, rows).await? {
                return Ok(page.lines);
            }
        }
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
        self.unit_bench(j, who, &Narrow::default(), after, limit).await
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
        let (mut page, mut after) = (Page::of(limit), after.cloned());
        loop {
            let rows = self.store().ledger(j, filter, after.as_ref(), limit).await?;
            after = rows.last().map(|row| LedgerAfter {
                received: row.received,
                number: row.number.clone(),
            });
            let rows = rows.into_iter().map(|row| (row, None)).collect();
            if page.fill(self, j, who, rows).await? {
                return Ok(page.lines);
            }
        }
    }

    /// Earlier cases of a caller's number, newest first; accusations for those alone who may know the informant.
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
        self.of_caller(j, who, filter, None, limit).await
    }

    /// Cases of one caller, newest first, but for one of them. Whose an accusation is, its place in such a list tells:
    /// those who may not know it find none there, and a page is as long for them as for everybody.
    pub(crate) async fn of_caller(
        &self,
        j: &str,
        who: &Actor,
        filter: LedgerFilter,
        but: Option<&CaseNumber>,
        limit: u32,
    ) -> Result<Vec<QueueLine>, Problem> {
        let (mut page, mut after) = (Page::of(limit), None);
        loop {
            let rows = self.store().ledger(j, &filter, after.as_ref(), limit).await?;
            after = rows.last().map(|row| LedgerAfter {
                received: row.received,
                number: row.number.clone(),
            });
            let last = rows.len() < page.limit;
            let mut known = Vec::with_capacity(rows.len());
            for row in rows.into_iter().filter(|row| but != Some(&row.number)) {
                if !row.accused || self.may_know_informant(j, who, &row.number).await? {
                    known.push((row, None));
                }
            }
            page.lines.extend(self.lines(j, who, known).await?);
            if last || page.lines.len() >= page.limit {
                page.lines.truncate(page.limit);
                return Ok(page.lines);
            }
        }
    }

    /// Whether somebody may learn who wrote a case.
    async fn may_know_informant(&self, j: &str, who: &Actor, number: &CaseNumber) -> Result<bool, Problem> {
        match self.load_unnoted(j, who, Wish::OpenPerson, number).await {
            Ok(_) => Ok(true),
            Err(Problem::NotFound) => Ok(false),
            Err(problem) => Err(problem),
        }
    }

    pub(crate) async fn may_list(&self, j: &str, who: &Actor, wish: Wish) -> Result<(), Problem> {
        if self.opens_list(j, who, wish).await? {
            let look = match wish {
                Wish::TakeCalls => Look::Search,
                Wish::Audit => Look::Access,
                _ => Look::List,
            };
            self.saw(j, who, look, None);
            Ok(())
        } else {
            Err(Problem::Forbidden)
        }
    }

    /// Whether a list is this person's. Nothing is noted: nothing is shown yet.
    pub(crate) async fn opens_list(&self, j: &str, who: &Actor, wish: Wish) -> Result<bool, Problem> {
        let adopted = self.in_force(j, self.now()).await?;
        Ok(may(&adopted.procedure, who, wish, &Subject::default()))
    }

    pub(super) async fn may_queue(&self, j: &str, who: &Actor, of: &QueueOf) -> Result<(), Problem> {
        if self.may_list(j, who, Wish::ListAll).await.is_ok() || self.opens_queue(j, who, of).await? {
            return Ok(());
        }
        Err(Problem::Forbidden)
    }

    /// Whether the person may see the queue: people of the office any, units what waits to be claimed, leaders what was
    /// put before them, keepers what accuses somebody.
    pub(crate) async fn opens_queue(&self, j: &str, who: &Actor, of: &QueueOf) -> Result<bool, Problem> {
        if self.opens_list(j, who, Wish::ListAll).await? {
            return Ok(true);
        }
        let mine = self.my_queue(j, who).await?;
        let within = |some: &[String], all: &[String]| some.iter().all(|one| all.contains(one));
        // whatever is looked for among them, they stay whose they are
        let whole = QueueOf {
            narrow: Narrow::default(),
            ..of.clone()
        };
        let own = of.steps.is_empty() && !of.asked && whole != QueueOf::default();
        let kept = mine.accusing || !of.accusing;
        Ok(own && kept && within(&of.pool, &mine.pool) && within(&of.submitted, &mine.submitted))
    }

    pub(crate) async fn lines(
        &self,
        j: &str,
        who: &Actor,
        rows: Vec<(CaseRow, Option<OrderRow>)>,
    ) -> Result<Vec<QueueLine>, Problem> {
        let of: Vec<&CaseRow> = rows.iter().map(|(row, _)| row).collect();
        let listed = self.listed_among(j, who, &of).await?;
        let mut lines = Vec::with_capacity(rows.len());
        for ((row, order), _) in rows.into_iter().zip(listed).filter(|(_, listed)| *listed) {
            let key = self.key(j, &KeyId::new(case_key(row.number.as_str()))).await?;
            let title = key.and_then(|k| k.open("title", &row.title).ok());
            lines.push(QueueLine { row, order, title });
        }
        Ok(lines)
    }
}

/// The steps from which units claim.
fn pool_steps(procedure: &Procedure) -> Vec<String> {
    let pool = procedure.steps.iter().filter(|step| step.pool);
    pool.map(|step| step.id.clone()).collect()
}

/// The roles of some posts, each once.
fn roles<'a>(posts: impl Iterator<Item = &'a Post>) -> Vec<String> {
    let mut roles: Vec<String> = Vec::new();
    for post in posts {
        if !roles.contains(&post.role) {
            roles.push(post.role.clone());
        }
    }
    roles
}
