//! One line of the ledger that is taken along.

use crate::load::Loaded;
use calendar::{Instant, Limit};
use case::rows::CaseRow;
use case::{CaseNumber, Clock};
use procedure::{Procedure, Words};
use seal::Sealed;
use std::sync::Arc;

/// A case: how it came, who handled it, from when to when, how late.
#[derive(Debug, Clone)]
pub struct LedgerLine {
    /// Number.
    pub number: CaseNumber,
    /// Numbers of other ledgers and platforms.
    pub external: Vec<String>,
    /// Channel.
    pub channel: String,
    /// Category.
    pub category: Option<String>,
    /// Step.
    pub step: String,
    /// Received, UTC milliseconds.
    pub received: Instant,
    /// Accepted.
    pub accepted: Option<Instant>,
    /// Work orders as (unit, lead, dispatched).
    pub dispatched: Vec<(String, bool, Instant)>,
    /// What is due next; of a case that is done, what was due last.
    pub due: Option<Instant>,
    /// Answered.
    pub replied: Option<Instant>,
    /// Closed.
    pub closed: Option<Instant>,
    /// Clocks that ran out, each with how late it was met, or is now; `None` where its limit is no number.
    pub late: Vec<(Words, Option<Limit>)>,
    /// Title; `None` unless it was opened.
    pub title: Option<String>,
    /// The rules it runs under.
    pub rules: Arc<Procedure>,
    pub(super) sealed_title: Sealed,
}

impl LedgerLine {
    pub(super) fn of(loaded: &Loaded, row: &CaseRow, now: Instant) -> Self {
        let (case, rules) = (&loaded.case, &loaded.adopted.procedure);
        let duty = |clock: &&Clock| {
            clock.withdrawn.is_none() && rules.clock(&clock.id).is_some_and(|rule| !rule.right)
        };
        let duties: Vec<&Clock> = case.clocks.iter().filter(duty).collect();
        let late = duties.iter().filter_map(|clock| {
            let at = clock.met.unwrap_or(now);
            let rule = rules
                .clock(&clock.id)
                .filter(|_| at >= clock.due && clock.paused.is_none())?;
            let by = clock.limit.and_then(|limit| {
                let (calendar, counting) = (&loaded.adopted.calendar, rules.head.counting());
                let amount = calendar.late_by(clock.due, limit, at, counting).ok()?;
                Some(Limit { amount, ..limit })
            });
            Some((rule.name.clone(), by))
        });
        let others = case.lines.iter().map(|line| line.number.clone());
        Self {
            number: row.number.clone(),
            external: row.external.iter().cloned().chain(others).collect(),
            channel: row.channel.clone(),
            category: row.category.clone(),
            step: row.step.clone(),
            received: row.received,
            accepted: row.accepted,
            dispatched: case
                .orders
                .iter()
                .map(|order| (order.unit.name.clone(), order.lead, order.dispatched))
                .collect(),
            due: row.due.or_else(|| duties.iter().map(|clock| clock.due).max()),
            replied: row.replied,
            closed: row.closed,
            late: late.collect(),
            title: None,
            rules: rules.clone(),
            sealed_title: row.title.clone(),
        }
    }
}
