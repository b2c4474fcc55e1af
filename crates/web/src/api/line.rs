//! Lines of queues and of the ledger.

use super::time::Time;
use calendar::{Calendar, Instant};
use office::view::QueueLine;
use serde::Serialize;
use utoipa::ToSchema;

/// A page of a list.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Page {
    /// The lines.
    pub(crate) items: Vec<Line>,
    /// Give it back as `after` to get the next page; absent on the last.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) next: Option<String>,
}

/// A case in a list.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Line {
    /// Number.
    number: String,
    /// Number in another ledger or platform.
    external: Option<String>,
    /// What it is about; `null` where its key was destroyed.
    title: Option<String>,
    /// Step, by id.
    step: String,
    /// Channel, by id.
    channel: String,
    /// Kind, by id.
    category: Option<String>,
    /// Received.
    received: Time,
    /// Accepted.
    accepted: Option<Time>,
    /// Replied to, the last time.
    replied: Option<Time>,
    /// Closed.
    closed: Option<Time>,
    /// Earliest due time of an open duty: the first moment that is too late.
    due: Option<Time>,
    /// Whether that has passed.
    overdue: bool,
    /// Under supervision.
    supervised: bool,
    /// Confirmed as repeat of this earlier case.
    repeat_of: Option<String>,
    /// Entered from a past ledger.
    history: bool,
    /// Whether nothing more has to happen.
    ended: bool,
    /// Sequence number of its last event.
    seq: u64,
    /// The unit's own work order, in a unit's queue.
    #[serde(skip_serializing_if = "Option::is_none")]
    order: Option<OrderLine>,
}

/// A work order in its unit's queue.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct OrderLine {
    /// Number within the case.
    no: u16,
    /// Unit, by id.
    unit: String,
    /// Step, by id.
    step: String,
    /// Lead (主办) or assisting (协办).
    lead: bool,
    /// Dispatched.
    dispatched: Time,
    /// Earliest due time of an open duty: the first moment that is too late.
    due: Option<Time>,
    /// Whether that has passed.
    overdue: bool,
}

impl Line {
    /// Of a line as the office gives it, at `now`.
    pub(crate) fn of(calendar: &Calendar, now: Instant, line: QueueLine) -> Self {
        let row = line.row;
        let at = |at| Time::maybe(calendar, at);
        let passed = |due: Option<Instant>| due.is_some_and(|due| due <= now);
        Self {
            received: Time::of(calendar, row.received),
            accepted: at(row.accepted),
            replied: at(row.replied),
            closed: at(row.closed),
            due: at(row.due),
            overdue: passed(row.due),
            number: row.number.to_string(),
            external: row.external,
            title: line.title,
            step: row.step,
            channel: row.channel,
            category: row.category,
            supervised: row.supervised,
            repeat_of: row.repeat_of.map(|n| n.to_string()),
            history: row.history,
            ended: row.ended,
            seq: row.seq,
            order: line.order.map(|order| OrderLine {
                no: order.order,
                unit: order.unit.to_string(),
                step: order.step,
                lead: order.lead,
                dispatched: Time::of(calendar, order.dispatched),
                due: at(order.due),
                overdue: passed(order.due),
            }),
        }
    }
}
