//! Queues: what is open, by what is due first.

use crate::StoreError;
use crate::columns::Columns;
use crate::narrow::{CASES, DueBounds, Narrow, ORDERS};
use crate::places::Places;
use crate::put_case::NEVER;
use crate::rows::{ORDER_COLUMNS, case_row, order_row};
use crate::sql::query;
use calendar::Instant;
use case::rows::{CaseRow, OrderRow};
use case::{CaseNumber, OrderNo, UnitId};

/// What a queue holds. Nothing named: every open case.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct QueueOf {
    /// Cases that stand in one of these steps, or that have an open work order in one of them.
    pub steps: Vec<String>,
    /// Cases with a work order whose unit waits for a ruling.
    pub asked: bool,
    /// Cases that stand in one of these steps, from which units claim, and accuse nobody.
    pub pool: Vec<String>,
    /// Cases that were put before one of these roles.
    pub submitted: Vec<String>,
    /// Cases that accuse somebody.
    pub accusing: bool,
    /// What somebody looks for among them.
    pub narrow: Narrow,
}

impl QueueOf {
    /// What makes a case one of the queue, apart from standing in one of its steps. `beside` gives the condition that a
    /// case has an open work order of a kind.
    fn parts(&self, steps: &str, places: &mut Places, beside: fn(&str) -> String) -> Vec<String> {
        let mut parts = Vec::new();
        if !self.steps.is_empty() {
            parts.push(beside(&format!("step IN {steps}")));
        }
        if self.asked {
            parts.push(beside("asked = 1"));
        }
        if !self.pool.is_empty() {
            let pool = places.list(self.pool.len());
            parts.push(format!("(accused = 0 AND step IN {pool})"));
        }
        for _ in &self.submitted {
            let role = places.next();
            parts.push(format!("(submitted IS NOT NULL AND submitted LIKE {role})"));
        }
        if self.accusing {
            parts.push("accused = 1".to_owned());
        }
        parts
    }

    /// The condition on a row of `case_row`, behind others: for few rows that are found in another way.
    pub(crate) fn condition(&self, places: &mut Places) -> String {
        let steps = places.list(self.steps.len());
        let mut parts = self.parts(&steps, places, |order| {
            format!(
                "EXISTS (SELECT 1 FROM order_row o WHERE o.jurisdiction = $1 AND o.number = case_row.number
                     AND o.ended = 0 AND o.{order})"
            )
        });
        if !self.steps.is_empty() {
            parts.insert(0, format!("step IN {steps}"));
        }
        let all = match parts.as_slice() {
            [] => String::new(),
            _ => format!(" AND ({})", parts.join(" OR ")),
        };
        all + &self.narrow.condition(&CASES, places)
    }

    /// Selects `due_order` and `number` of its cases, each once: for each step, and for whatever else makes a case one of
    /// them, what an index finds in this order. What an earlier part found a later one leaves out. `more` stands behind
    /// each condition, on places from behind these.
    fn found(&self, places: &mut Places, more: fn(&mut Places) -> String) -> String {
        let each: Vec<String> = self.steps.iter().map(|_| places.next()).collect();
        let steps = format!("({})", each.join(", "));
        let parts = self.parts(&steps, places, |order| {
            format!(
                "number IN (SELECT number FROM order_row WHERE jurisdiction = $1 AND ended = 0 AND {order})"
            )
        });
        let behind = self.narrow.condition(&CASES, places) + &more(places);
        let of = |condition: String| {
            format!(
                "SELECT due_order, number FROM case_row WHERE jurisdiction = $1 AND live = 1{condition}{behind}"
            )
        };
        let mut selects: Vec<String> = each
            .iter()
            .map(|step| of(format!(" AND step = {step}")))
            .collect();
        let mut before = match each.is_empty() {
            true => String::new(),
            false => format!(" AND step NOT IN {steps}"),
        };
        for part in parts {
            selects.push(of(format!(" AND {part}{before}")));
            before += &format!(" AND NOT ({part})");
        }
        match selects.is_empty() {
            true => of(String::new()),
            false => selects.join(" UNION ALL "),
        }
    }

    /// What its condition asks for, in the order of its places.
    pub(crate) fn wanted(&self) -> Vec<String> {
        let like = self.submitted.iter().map(|role| format!("% {role} %"));
        let parts = self.steps.iter().chain(&self.pool).cloned().chain(like);
        parts.chain(self.narrow.texts(&CASES)).collect()
    }
}

/// The last case of a page of a queue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QueueAfter {
    /// Its due time, UTC milliseconds.
    pub due: Option<Instant>,
    /// Its number.
    pub number: CaseNumber,
}

/// The last work order of a page of a unit's queue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrderAfter {
    /// Its due time, UTC milliseconds.
    pub due: Option<Instant>,
    /// Its case.
    pub number: CaseNumber,
    /// Its number.
    pub order: OrderNo,
}

/// A work order with its case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QueuedOrder {
    /// The work order.
    pub order: OrderRow,
    /// The case.
    pub case: CaseRow,
}

/// How many cases stand in a step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepCount {
    /// Step id.
    pub step: String,
    /// Cases.
    pub cases: u64,
}

fn due_order(due: Option<Instant>) -> i64 {
    due.map_or(NEVER, Instant::ms)
}

/// No further condition.
fn nothing(_: &mut Places) -> String {
    String::new()
}

operation! {
    /// Open cases of a queue, what is due first first, what is never due last. History is in no queue.
    scan fn queue(c, jurisdiction: &str, of: &QueueOf, after: Option<&QueueAfter>, limit: u32) -> Vec<CaseRow> {
        let mut places = Places::after(2);
        let behind: fn(&mut Places) -> String = match after {
            Some(_) => |places| format!(" AND (due_order, number) > {}", places.list(2)),
            None => nothing,
        };
        let found = of.found(&mut places, behind);
        let text = format!(
            "SELECT * FROM case_row WHERE jurisdiction = $1 AND number IN (
                 SELECT number FROM ({found} ORDER BY due_order, number LIMIT $2) found)
             ORDER BY due_order, number"
        );
        let mut query = query(text).bind(jurisdiction).bind(i64::from(limit));
        for wanted in of.wanted() {
            query = query.bind(wanted);
        }
        for wanted in of.narrow.numbers() {
            query = query.bind(wanted);
        }
        if let Some(after) = after {
            query = query.bind(due_order(after.due)).bind(after.number.as_str());
        }
        query.fetch_all(&mut *c).await?.iter().map(case_row).collect()
    }
}

operation! {
    /// How many cases a queue holds.
    scan fn queue_count(c, jurisdiction: &str, of: &QueueOf) -> u64 {
        let found = of.found(&mut Places::after(1), nothing);
        let text = format!("SELECT COUNT(*) AS cases FROM ({found}) found");
        let mut query = query(text).bind(jurisdiction);
        for wanted in of.wanted() {
            query = query.bind(wanted);
        }
        for wanted in of.narrow.numbers() {
            query = query.bind(wanted);
        }
        query.fetch_one(&mut *c).await?.count("cases")
    }
}

operation! {
    /// How many cases a queue holds, by what is due: as [`crate::DueGroup::ALL`] names the groups.
    scan fn queue_due_counts(c, jurisdiction: &str, of: &QueueOf, bounds: DueBounds) -> [u64; 5] {
        let mut places = Places::after(1);
        let found = of.found(&mut places, nothing);
        let text = format!("SELECT {} FROM ({found}) found", due_counts("due_order", &mut places));
        let mut query = query(text).bind(jurisdiction);
        for wanted in of.wanted() {
            query = query.bind(wanted);
        }
        for wanted in of.narrow.numbers() {
            query = query.bind(wanted);
        }
        for end in bounds.ends() {
            query = query.bind(end);
        }
        counted(&query.bind(NEVER).fetch_one(&mut *c).await?)
    }
}

operation! {
    /// Cases of a queue that accuse somebody.
    scan fn queue_accusing(c, jurisdiction: &str, of: &QueueOf) -> Vec<CaseRow> {
        let mut text = "SELECT * FROM case_row WHERE jurisdiction = $1 AND live = 1 AND accused = 1".to_owned();
        text += &of.condition(&mut Places::after(1));
        let mut query = query(text).bind(jurisdiction);
        for wanted in of.wanted() {
            query = query.bind(wanted);
        }
        for wanted in of.narrow.numbers() {
            query = query.bind(wanted);
        }
        query.fetch_all(&mut *c).await?.iter().map(case_row).collect()
    }
}

impl crate::Store {
    /// Work orders of these units that are not ended, what is due first first.
    ///
    /// # Errors
    /// The database's.
    pub async fn unit_queue(
        &self,
        jurisdiction: &str,
        units: &[UnitId],
        after: Option<&OrderAfter>,
        limit: u32,
    ) -> Result<Vec<QueuedOrder>, StoreError> {
        self.unit_bench(jurisdiction, units, &Narrow::default(), after, limit)
            .await
    }
}

operation! {
    /// The same, of these only what somebody looks for.
    scan fn unit_bench(
        c,
        jurisdiction: &str,
        units: &[UnitId],
        narrow: &Narrow,
        after: Option<&OrderAfter>,
        limit: u32,
    ) -> Vec<QueuedOrder> {
        let mut places = Places::after(2);
        let mut text = format!(
            "SELECT c.*, {ORDER_COLUMNS} FROM order_row o
             JOIN case_row c ON c.jurisdiction = o.jurisdiction AND c.number = o.number
             WHERE o.jurisdiction = $1 AND o.ended = 0 AND o.unit IN {}",
            places.list(units.len())
        );
        text += &narrow.condition(&ORDERS, &mut places);
        if after.is_some() {
            text += &format!(" AND (o.due_order, o.number, o.order_no) > {}", places.list(3));
        }
        text += " ORDER BY o.due_order, o.number, o.order_no LIMIT $2";
        if units.is_empty() {
            return Ok(vec![]);
        }
        let mut query = query(text).bind(jurisdiction).bind(i64::from(limit));
        for wanted in units.iter().map(ToString::to_string).chain(narrow.texts(&ORDERS)) {
            query = query.bind(wanted);
        }
        for wanted in narrow.numbers() {
            query = query.bind(wanted);
        }
        if let Some(after) = after {
            query = query.bind(due_order(after.due)).bind(after.number.as_str()).bind(i64::from(after.order));
        }
        query.fetch_all(&mut *c).await?.iter().map(queued).collect()
    }
}

operation! {
    /// How many work orders of these units are not ended, by what is due.
    scan fn unit_due_counts(
        c,
        jurisdiction: &str,
        units: &[UnitId],
        narrow: &Narrow,
        bounds: DueBounds,
    ) -> [u64; 5] {
        let mut places = Places::after(1);
        let of = places.list(units.len());
        let condition = narrow.condition(&ORDERS, &mut places);
        let text = format!(
            "SELECT {} FROM order_row o
             JOIN case_row c ON c.jurisdiction = o.jurisdiction AND c.number = o.number
             WHERE o.jurisdiction = $1 AND o.ended = 0 AND o.unit IN {of}{condition}",
            due_counts("o.due_order", &mut places)
        );
        if units.is_empty() {
            return Ok([0; 5]);
        }
        let mut query = query(text).bind(jurisdiction);
        for wanted in units.iter().map(ToString::to_string).chain(narrow.texts(&ORDERS)) {
            query = query.bind(wanted);
        }
        for wanted in narrow.numbers() {
            query = query.bind(wanted);
        }
        for end in bounds.ends() {
            query = query.bind(end);
        }
        counted(&query.bind(NEVER).fetch_one(&mut *c).await?)
    }
}

operation! {
    /// How many open cases stand in each step, by step id.
    scan fn counts_by_step(c, jurisdiction: &str) -> Vec<StepCount> {
        let rows = query(
            "SELECT step, COUNT(*) AS cases FROM case_row WHERE jurisdiction = $1 AND live = 1
             GROUP BY step ORDER BY step",
        )
        .bind(jurisdiction)
        .fetch_all(&mut *c)
        .await?;
        rows.iter().map(step_count).collect()
    }
}

/// What counts the rows of each group.
fn due_counts(due: &str, places: &mut Places) -> String {
    let (now, today, soon, never) = (places.next(), places.next(), places.next(), places.next());
    format!(
        "COUNT(CASE WHEN {due} < {now} THEN 1 END) AS overdue,
         COUNT(CASE WHEN {due} >= {now} AND {due} < {today} THEN 1 END) AS today,
         COUNT(CASE WHEN {due} >= {now} AND {due} >= {today} AND {due} < {soon} THEN 1 END) AS soon,
         COUNT(CASE WHEN {due} >= {now} AND {due} >= {today} AND {due} >= {soon} AND {due} < {never} THEN 1 END) AS later,
         COUNT(CASE WHEN {due} = {never} THEN 1 END) AS never"
    )
}

fn counted(row: &impl Columns) -> Result<[u64; 5], StoreError> {
    Ok([
        row.count("overdue")?,
        row.count("today")?,
        row.count("soon")?,
        row.count("later")?,
        row.count("never")?,
    ])
}

fn step_count(row: &impl Columns) -> Result<StepCount, StoreError> {
    Ok(StepCount {
        step: row.text("step")?,
        cases: row.count("cases")?,
    })
}

fn queued(row: &impl Columns) -> Result<QueuedOrder, StoreError> {
    Ok(QueuedOrder {
        order: order_row(row)?,
        case: case_row(row)?,
    })
}
