//! Read models as pure functions of a case: what queues, the due list and the ledger need.
//!
//! No generated ids and no plain text of people: titles stay sealed and are opened when shown.

use crate::{Case, CaseNumber, OrderNo, UnitId};
use calendar::Instant;
use seal::Sealed;

/// One line of the ledger.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseRow {
    /// Number.
    pub number: CaseNumber,
    /// Number in another ledger or platform.
    pub external: Option<String>,
    /// Step of the case.
    pub step: String,
    /// Channel.
    pub channel: String,
    /// Kind.
    pub category: Option<String>,
    /// Sealed title.
    pub title: Sealed,
    /// Received, UTC milliseconds.
    pub received: Instant,
    /// Accepted.
    pub accepted: Option<Instant>,
    /// Replied to, the last time.
    pub replied: Option<Instant>,
    /// Closed.
    pub closed: Option<Instant>,
    /// Earliest due time of any open duty of the case or its work orders.
    pub due: Option<Instant>,
    /// Keyed hash of the citizen's phone.
    pub phone_hash: Option<String>,
    /// Entered as history: in no live queue or figure.
    pub history: bool,
    /// Whether nothing more has to happen.
    pub ended: bool,
    /// Confirmed as repeat of this earlier case.
    pub repeat_of: Option<CaseNumber>,
    /// Under supervision.
    pub supervised: bool,
    /// Number of events folded.
    pub seq: u64,
}

/// One work order in its unit's queue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrderRow {
    /// Case.
    pub number: CaseNumber,
    /// Work order.
    pub order: OrderNo,
    /// Unit.
    pub unit: UnitId,
    /// Step of the work order.
    pub step: String,
    /// Lead or assisting.
    pub lead: bool,
    /// Dispatched, UTC milliseconds.
    pub dispatched: Instant,
    /// Earliest due time of an open duty.
    pub due: Option<Instant>,
    /// Whether it is ended.
    pub ended: bool,
}

/// One clock.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClockRow {
    /// Case.
    pub number: CaseNumber,
    /// Position among the case's clocks.
    pub index: u32,
    /// Work order, if it is one's.
    pub order: Option<OrderNo>,
    /// Clock id of the procedure.
    pub clock: String,
    /// Started, UTC milliseconds.
    pub started: Instant,
    /// Due: the first instant that is too late.
    pub due: Instant,
    /// When a timer has to look next (a rung or the lapse); `None` when nothing more will fire.
    pub timer: Option<Instant>,
    /// Met at.
    pub met: Option<Instant>,
    /// Lapse recorded for this due time.
    pub lapsed: Option<Instant>,
    /// Withdrawn at.
    pub withdrawn: Option<Instant>,
    /// A right that expires, not a duty.
    pub right: bool,
}

/// All rows of one case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rows {
    /// The case.
    pub case: CaseRow,
    /// Its work orders.
    pub orders: Vec<OrderRow>,
    /// Its clocks.
    pub clocks: Vec<ClockRow>,
}
