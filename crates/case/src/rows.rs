//! Read models as pure functions of a case: what queues, the due list and the ledger need.
//!
//! No generated ids and no plain text of people: titles stay sealed and are opened when shown.

use crate::facets::{FacetRow, facets};
use crate::state::Publicity;
use crate::{Case, CaseNumber, OrderNo, PersonId, UnitId};
use calendar::Instant;
use seal::Sealed;

/// Whether anybody may read a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Shown {
    /// Nobody but those whose matter it is.
    #[default]
    No,
    /// Everybody.
    Public,
    /// Everybody sees that it was public, and no more.
    Hidden,
}

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
    /// Entered as history: in no live queue or figure.
    pub history: bool,
    /// Whether nothing more has to happen.
    pub ended: bool,
    /// Confirmed as repeat of this earlier case.
    pub repeat_of: Option<CaseNumber>,
    /// Under supervision.
    pub supervised: bool,
    /// Since when.
    pub supervised_since: Option<Instant>,
    /// When it was urged last.
    pub urged: Option<Instant>,
    /// When a leader gave an instruction last.
    pub instructed: Option<Instant>,
    /// Whether a duty, its own or of a work order, was done too late. What is too late and not done yet, its due time says.
    pub late: bool,
    /// Hash of the calendar by which its clocks were counted last.
    pub calendar: String,
    /// Whether anybody may read it.
    pub public: Shown,
    /// Since when it is as [`CaseRow::public`] says.
    pub public_at: Option<Instant>,
    /// Whether it accuses a unit: in no list from which units claim, and never public.
    pub accused: bool,
    /// The case that is handled for this one too.
    pub merged_into: Option<CaseNumber>,
    /// Code of the administrative division it concerns.
    pub division: Option<String>,
    /// Roles before which it was put.
    pub submitted: Vec<String>,
    /// Number of events folded.
    pub seq: u64,
}

impl CaseRow {
    /// Whether it is among what supervisors and leaders watch, apart from what is too late: urged, supervised, under an
    /// instruction, or a repeat.
    pub fn is_watched(&self) -> bool {
        self.supervised || self.urged.is_some() || self.instructed.is_some() || self.repeat_of.is_some()
    }
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
    /// Whether a request of its unit waits for a ruling.
    pub asked: bool,
    /// When its result passed.
    pub done: Option<Instant>,
    /// Whether a duty of it was done too late. What is too late and not done yet, its due time says.
    pub late: bool,
    /// In no count: its case accuses somebody, or is history.
    pub apart: bool,
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
    /// Under what it is found where it is public; nothing else of a case is found by everybody.
    pub facets: Vec<FacetRow>,
}

/// The rows of a case under its rules. Depends on nothing but the folded events and the adopted files.
pub fn rows(rules: &crate::Rules<'_>, case: &Case, number: &CaseNumber) -> Option<Rows> {
    let is_right = |id: &str| rules.procedure.clock(id).is_some_and(|c| c.right);
    let earliest = |order: Option<OrderNo>| {
        case.clocks
            .iter()
            .filter(|c| {
                c.is_open() && c.paused.is_none() && !is_right(&c.id) && (order.is_none() || c.order == order)
            })
            .map(|c| c.due)
            .min()
    };
    let late = |order: Option<OrderNo>| {
        let mut own = case
            .clocks
            .iter()
            .filter(|c| !is_right(&c.id) && (order.is_none() || c.order == order));
        own.any(|c| c.met.is_some_and(|met| met >= c.due))
    };
    let step_ends = |id: &str| {
        id == crate::decide::HISTORY_STEP
            || rules
                .procedure
                .step(id)
                .is_some_and(|s| s.end == procedure::StepEnd::Final)
    };
    let ended = step_ends(&case.step);
    let shown = shown(case).filter(|_| rules.procedure.head.public);
    let mut submitted: Vec<String> = case.submitted.iter().map(|(role, _)| role.clone()).collect();
    // members in charge find it in the same way as leaders before whom it was put
    submitted.extend(case.in_charge.iter().map(in_charge));
    submitted.sort();
    submitted.dedup();
    Some(Rows {
        case: CaseRow {
            number: number.clone(),
            external: case.external.clone(),
            step: case.step.clone(),
            channel: case.channel.clone(),
            category: case.category.clone(),
            title: case.title.clone()?,
            received: case.received?,
            accepted: case.accepted,
            replied: case.replied,
            closed: case.closed,
            due: if ended { None } else { earliest(None) },
            history: case.history,
            ended,
            repeat_of: case.repeat_of.as_ref().map(|r| r.number.clone()),
            supervised: case.supervised.is_some(),
            supervised_since: case.supervised,
            urged: case.urged,
            instructed: case.instructions.last().map(|instruction| instruction.at),
            late: late(None),
            calendar: rules.calendar.hash().to_owned(),
            public: shown.map_or(Shown::No, |(shown, _)| shown),
            public_at: shown.map(|(_, at)| at),
            accused: case.accuses(),
            merged_into: case.merged_into.clone(),
            division: case.division.clone(),
            submitted,
            seq: case.seq,
        },
        orders: case
            .orders
            .iter()
            .map(|o| OrderRow {
                number: number.clone(),
                order: o.no,
                unit: o.unit.id.clone(),
                step: o.step.clone(),
                lead: o.lead,
                dispatched: o.dispatched,
                due: earliest(Some(o.no)),
                ended: !o.is_open(),
                asked: case.requests.iter().any(|r| r.order == o.no && r.waits()),
                done: o.passed,
                late: late(Some(o.no)),
                apart: case.accuses() || case.history,
            })
            .collect(),
        clocks: case
            .clocks
            .iter()
            .zip(0..)
            .map(|(c, index)| ClockRow {
                number: number.clone(),
                index,
                order: c.order,
                clock: c.id.clone(),
                started: c.from,
                due: c.due,
                timer: crate::next_timer(rules, case, index),
                met: c.met,
                lapsed: c.lapsed,
                withdrawn: c.withdrawn,
                right: is_right(&c.id),
            })
            .collect(),
        facets: match shown {
            Some((Shown::Public, at)) => facets(rules.procedure, case, number, at),
            Some(_) | None => Vec::new(),
        },
    })
}

/// Whether anybody may read the case, and since when that is so.
fn shown(case: &Case) -> Option<(Shown, Instant)> {
    match case.publicity {
        _ if case.accuses() => None,
        Publicity::Public(at) => Some((Shown::Public, at)),
        Publicity::Hidden(at) => Some((Shown::Hidden, at)),
        Publicity::Undecided | Publicity::Withheld(_) => None,
    }
}

/// How a person in charge of a case stands among those before whom it was put.
pub fn in_charge(person: &PersonId) -> String {
    format!("person:{person}")
}
