//! A case as its events have made it.

mod papers;

pub use papers::{Instruction, Line, Note, Paper, Publicity, Visit};

use crate::act::{Attachment, Citizen, Earlier, OnDuty, UnitRef};
use crate::{CaseNumber, OrderNo, PersonId};
use calendar::{Instant, Limit};
use procedure::ClauseId;
use seal::Sealed;

/// One case, folded from its events. Knows no rules: those are in the procedure.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Case {
    /// The number the citizen holds.
    pub number: Option<CaseNumber>,
    /// Number in another ledger or platform.
    pub external: Option<String>,
    /// Step the case stands in.
    pub step: String,
    /// Channel it came through; kept for good.
    pub channel: String,
    /// Kind.
    pub category: Option<String>,
    /// What it is about.
    pub title: Option<Sealed>,
    /// The message as given.
    pub text: Option<Sealed>,
    /// Who wrote.
    pub citizen: Option<Citizen>,
    /// Place it concerns.
    pub place: Option<Sealed>,
    /// Files of the message.
    pub attachments: Vec<Attachment>,
    /// When it was received, UTC milliseconds.
    pub received: Option<Instant>,
    /// When it was accepted.
    pub accepted: Option<Instant>,
    /// When it was refused.
    pub refused: Option<Instant>,
    /// Ground of acceptance or refusal.
    pub ground: Option<String>,
    /// Way it is handled.
    pub way: Option<String>,
    /// The last reply to the citizen.
    pub reply: Option<Sealed>,
    /// When the last reply went out.
    pub replied: Option<Instant>,
    /// In which round it did.
    pub replied_in_round: Option<u32>,
    /// When it was closed.
    pub closed: Option<Instant>,
    /// How often it was reopened: its rounds, the first being 0.
    pub round: u32,
    /// Work orders, in the order of dispatch.
    pub orders: Vec<Order>,
    /// All clocks ever started.
    pub clocks: Vec<Clock>,
    /// Requests of units, with their rulings.
    pub requests: Vec<Request>,
    /// Return visits.
    pub visits: Vec<Visit>,
    /// Results returned in review.
    pub returns: u32,
    /// Coordination meetings that failed.
    pub failed_coordinations: u32,
    /// Rechecks that found poor, false or concealed handling.
    pub bad_rechecks: u32,
    /// Measures taken after supervision, as (measure, when).
    pub measures: Vec<(String, Instant)>,
    /// Priorities under which the case is supervised.
    pub priorities: Vec<String>,
    /// When supervision first began.
    pub supervised: Option<Instant>,
    /// Whether supervision was followed by a returned report or a bad recheck.
    pub evasion_after_supervision: bool,
    /// The lead unit that was designated.
    pub designated: Option<UnitRef>,
    /// The earlier case, once a person confirmed that it is the same problem.
    pub repeat_of: Option<Earlier>,
    /// Whether the linkage of an emergency is recorded.
    pub emergency_linked: bool,
    /// Entered from a past ledger.
    pub history: bool,
    /// How often the case was urged.
    pub urges: u32,
    /// When it was urged last.
    pub urged: Option<Instant>,
    /// When the message was posted where it was found.
    pub posted: Option<Instant>,
    /// Code of the administrative division it concerns.
    pub division: Option<String>,
    /// What it is marked as.
    pub marks: Vec<String>,
    /// Units that the message accuses.
    pub accused: Vec<UnitRef>,
    /// Members of staff whom it accuses.
    pub accused_people: Vec<PersonId>,
    /// Whom it accuses, in the words of whoever sent it.
    pub accused_named: Option<Sealed>,
    /// The same in the words of those who marked it since.
    pub accused_also: Vec<Sealed>,
    /// Of all these words, those whose names keep people away: since nobody said who is meant and who is not.
    pub accused_open: Vec<Sealed>,
    /// The clean copy beside the original.
    pub clean: Option<Sealed>,
    /// Whether and since when the message is public, withheld or hidden.
    pub publicity: Publicity,
    /// What is public where it is not the message as it stands.
    pub public_text: Option<Sealed>,
    /// What is blacked out wherever everybody reads, and what is not.
    pub veil: Option<Sealed>,
    /// Before which leaders it was put, as (role, when).
    pub submitted: Vec<(String, Instant)>,
    /// Members of the leading group in charge of it.
    pub in_charge: Vec<PersonId>,
    /// Instructions of leaders.
    pub instructions: Vec<Instruction>,
    /// Signatures in a row since the last return.
    pub signatures: u32,
    /// Records of the kinds that the file names.
    pub records: Vec<Note>,
    /// Documents.
    pub papers: Vec<Paper>,
    /// When it was reported to the level above, unless that returned it.
    pub reported_up: Option<Instant>,
    /// When the level above approved it.
    pub approved_above: Option<Instant>,
    /// Since when the citizen is waited for.
    pub waits_for_citizen: Option<Instant>,
    /// The case that is handled for this one too.
    pub merged_into: Option<CaseNumber>,
    /// Other lines on which the same case runs.
    pub lines: Vec<Line>,
    /// In whose name the last reply went out.
    pub in_name: Option<procedure::Words>,
    /// Rungs that fired, as (clock index, rung id).
    pub rungs: Vec<(u32, String)>,
    /// When the citizen last complained of it, the receipt included.
    pub complained: Option<Instant>,
    /// When the last event happened; later ones never happen before it.
    pub last: Option<Instant>,
    /// Number of events folded.
    pub seq: u64,
    /// Sequence number of the last event that changed what a review or ruling judges.
    pub text_seq: u64,
}

/// One unit's share of a case.
#[derive(Debug, Clone, PartialEq)]
pub struct Order {
    /// From 1.
    pub no: OrderNo,
    /// The unit as it was named.
    pub unit: UnitRef,
    /// Lead or assisting.
    pub lead: bool,
    /// The case's round in which it was dispatched.
    pub round: u32,
    /// Directly answerable.
    pub direct: bool,
    /// Who was on duty at dispatch.
    pub on_duty: Option<OnDuty>,
    /// Step it stands in.
    pub step: String,
    /// Dispatched, UTC milliseconds.
    pub dispatched: Instant,
    /// Signed for.
    pub signed: Option<Instant>,
    /// When the unit last was in contact with the citizen.
    pub contacted: Option<Instant>,
    /// The last result reported.
    pub result: Option<Sealed>,
    /// When it was reported.
    pub reported: Option<Instant>,
    /// When it passed the review.
    pub passed: Option<Instant>,
    /// Why it ended without a result, if it did: sent back, taken back, withdrawn.
    pub ended: Option<Instant>,
    /// The role that must act in person.
    pub in_person: Option<String>,
    /// Told to verify and rectify after it was done.
    pub rectifying: bool,
    /// Written opinions demanded and not given.
    pub open_opinions: u32,
    /// Send-back requests that were refused.
    pub send_backs_refused: u32,
    /// The role that assigned it; `None` where the unit claimed it.
    pub assigned_by: Option<String>,
    /// Whether the unit claimed it.
    pub claimed: bool,
    /// When the result reported last was signed.
    pub signed_off: Option<Instant>,
    /// The outcome that the unit reported.
    pub outcome: Option<String>,
}

impl Order {
    /// A work order as it begins.
    pub(crate) fn new(no: OrderNo, unit: UnitRef, (lead, round): (bool, u32), dispatched: Instant) -> Self {
        Self {
            no,
            unit,
            lead,
            round,
            dispatched,
            direct: false,
            on_duty: None,
            step: String::new(),
            signed: None,
            contacted: None,
            result: None,
            reported: None,
            passed: None,
            ended: None,
            in_person: None,
            rectifying: false,
            open_opinions: 0,
            send_backs_refused: 0,
            assigned_by: None,
            claimed: false,
            signed_off: None,
            outcome: None,
        }
    }

    /// Whether it still waits for something.
    pub fn is_open(&self) -> bool {
        self.passed.is_none() && self.ended.is_none()
    }
}

/// One clock.
#[derive(Debug, Clone, PartialEq)]
pub struct Clock {
    /// Clock id of the procedure.
    pub id: String,
    /// Work order, if it is one's.
    pub order: Option<OrderNo>,
    /// From when it counts, UTC milliseconds.
    pub from: Instant,
    /// The first instant that is too late.
    pub due: Instant,
    /// The limit before extensions; `None` where the due time came from a round or another clock.
    pub limit: Option<Limit>,
    /// The clause of the alternative that was taken, where it has its own.
    pub clause: Option<ClauseId>,
    /// Extensions granted.
    pub extended: Vec<Limit>,
    /// Whether a year without announced holidays was counted.
    pub provisional: bool,
    /// The due times that it had before another calendar came into force, the first one first.
    pub recounted: Vec<Recounted>,
    /// Met at.
    pub met: Option<Instant>,
    /// When the lapse was recorded as due.
    pub lapsed: Option<Instant>,
    /// Withdrawn at.
    pub withdrawn: Option<Instant>,
    /// Since when it pauses.
    pub paused: Option<Instant>,
    /// Pauses that are over, as (from, to).
    pub pauses: Vec<(Instant, Instant)>,
}

/// A due time that a clock had before it was counted anew.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Recounted {
    /// The due time before, UTC milliseconds.
    pub was: Instant,
    /// When it was counted anew.
    pub at: Instant,
    /// Whether a lapse recorded at it was withdrawn.
    pub lapse_withdrawn: bool,
}

/// How a clock stands at a given time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// It runs and is not too late.
    Running,
    /// It waits for something that does not count.
    Paused,
    /// It runs and is too late, recorded or not.
    Overdue,
    /// Met in time.
    Met,
    /// Met too late.
    MetLate,
    /// Ended without being met.
    Withdrawn,
}

impl Clock {
    /// How it stands at `now`: computed, whether or not a timer came by.
    pub fn standing(&self, now: Instant) -> Standing {
        match (self.met, self.withdrawn) {
            (Some(met), _) if met < self.due => Standing::Met,
            (Some(_), _) => Standing::MetLate,
            (None, Some(_)) => Standing::Withdrawn,
            (None, None) if self.paused.is_some_and(|at| at < self.due) => Standing::Paused,
            (None, None) if now < self.due => Standing::Running,
            (None, None) => Standing::Overdue,
        }
    }

    /// Whether it is neither met nor withdrawn.
    pub fn is_open(&self) -> bool {
        self.met.is_none() && self.withdrawn.is_none()
    }
}

/// What a unit asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// More time.
    Extension(Limit),
    /// To be rid of it.
    SendBack,
}

/// A request of a unit and its ruling.
#[derive(Debug, Clone, PartialEq)]
pub struct Request {
    /// Whose.
    pub order: OrderNo,
    /// What.
    pub asked: Asked,
    /// When.
    pub at: Instant,
    /// The grounds given.
    pub reason: Sealed,
    /// What is proposed instead.
    pub proposal: Option<Sealed>,
    /// When and how it was ruled on.
    pub ruled: Option<(Instant, bool)>,
    /// When it became pointless without a ruling: the result passed, or the work order ended.
    pub dropped: Option<Instant>,
}

impl Request {
    /// Whether it waits for a ruling.
    pub fn waits(&self) -> bool {
        self.ruled.is_none() && self.dropped.is_none()
    }
}

impl Case {
    /// The work order with this number.
    pub fn order(&self, no: OrderNo) -> Option<&Order> {
        self.orders.iter().find(|o| o.no == no)
    }

    /// The latest clock with this id, of this work order or of the case.
    pub fn clock(&self, id: &str, order: Option<OrderNo>) -> Option<&Clock> {
        self.clocks.iter().rev().find(|c| c.id == id && c.order == order)
    }

    /// Whether the citizen called the matter solved in the last visit since the last reply.
    pub fn solved(&self) -> bool {
        self.visits
            .iter()
            .rev()
            .find(|v| v.reached)
            .is_some_and(|v| v.solved && Some(v.at) >= self.replied)
    }

    /// Whether the result of a work order passed the review since the case was last reopened.
    pub fn done_now(&self, order: &Order) -> bool {
        order.passed.is_some() && order.round == self.round
    }

    /// Whether a lead work order is open, or was done since the case was last reopened.
    pub fn lead_stands(&self) -> bool {
        self.orders
            .iter()
            .any(|o| o.lead && (o.is_open() || (o.ended.is_none() && self.done_now(o))))
    }

    /// Whether the unit still has to be told to rectify, should the citizen be dissatisfied.
    pub fn can_rectify(&self, order: &Order) -> bool {
        order.lead && !order.rectifying && self.done_now(order)
    }

    /// The request of this work order that waits for a ruling.
    pub fn open_request(&self, order: OrderNo, send_back: bool) -> Option<&Request> {
        self.requests
            .iter()
            .find(|r| r.order == order && r.waits() && (matches!(r.asked, Asked::SendBack) == send_back))
    }
}
