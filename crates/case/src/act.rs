//! Commands: what somebody wants to do to a case, with everything it needs. Texts come sealed.

mod parts;

pub use parts::{Assignment, Attachment, Citizen, Correctable, Earlier, OnDuty, UnitRef, Verified};

use crate::{CommandId, OrderNo};
use calendar::{Instant, Limit};
use procedure::Do;
use seal::Sealed;
use serde::{Deserialize, Serialize};

/// An act with the id of the command and, where something is judged, what was seen.
#[derive(Debug, Clone, PartialEq)]
pub struct Command {
    /// Made by form or client.
    pub id: CommandId,
    /// What is to be done.
    pub act: Act,
    /// The work order meant, for acts on work orders.
    pub order: Option<OrderNo>,
    /// Sequence number of the last event that the person had before their eyes.
    pub seen: Option<u64>,
}

/// What is to be done. Stands in the event as it was accepted.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[allow(
    clippy::large_enum_variant,
    reason = "one act lives at a time; boxing would only add noise"
)]
#[serde(tag = "act", rename_all = "kebab-case")]
pub enum Act {
    /// A message or call comes in.
    Receive {
        /// Channel id.
        channel: String,
        /// What it is about.
        title: Sealed,
        /// The message as it was given. Never changes.
        text: Sealed,
        /// Who wrote, as far as known.
        citizen: Option<Citizen>,
        /// Kind of case, where the citizen or operator chose one.
        category: Option<String>,
        /// Place it concerns.
        place: Option<Sealed>,
        /// Files.
        attachments: Vec<Attachment>,
        /// Number under which it came from another platform or ledger.
        external: Option<String>,
    },
    /// A past case with its reply enters from a ledger: closed, no clocks, nobody is told.
    RecordHistory {
        /// Channel id.
        channel: String,
        /// What it is about.
        title: Sealed,
        /// The message.
        text: Sealed,
        /// Name of the writer as the ledger has it.
        name: Option<Sealed>,
        /// The reply.
        reply: Option<Sealed>,
        /// When it was received, UTC milliseconds.
        received: Instant,
        /// When it was answered, UTC milliseconds.
        replied: Option<Instant>,
        /// Number in the ledger.
        external: Option<String>,
    },
    /// An operator completes the registration.
    Complete {
        /// The citizen.
        citizen: Citizen,
        /// Kind of case.
        category: Option<String>,
    },
    /// 受理.
    Accept {
        /// Ground id.
        ground: String,
        /// Kind of case.
        category: Option<String>,
    },
    /// 不予受理.
    Refuse {
        /// Ground id.
        ground: String,
        /// What is explained to the citizen.
        explanation: Sealed,
    },
    /// Passed up to a superior.
    PassUp {
        /// Why it cannot be decided here.
        reason: Sealed,
    },
    /// Answered without a work order.
    Answer {
        /// Way id: direct answer, three-way call, linked desk, special channel.
        way: String,
        /// What the citizen was told.
        text: Sealed,
        /// Who took part, where the way asks for it.
        partner: Option<Sealed>,
    },
    /// Dispatch to units.
    Dispatch {
        /// The units with their parts.
        to: Vec<Assignment>,
        /// What the unit is asked to do.
        note: Option<Sealed>,
    },
    /// A dispatch is taken back before it is signed for.
    TakeBack {
        /// Why.
        reason: Sealed,
    },
    /// 签收.
    SignFor,
    /// The unit was in contact with the citizen.
    Contact {
        /// What was said.
        text: Sealed,
    },
    /// More time is asked for.
    AskExtension {
        /// How much more.
        limit: Limit,
        /// Objective reasons.
        reason: Sealed,
    },
    /// Ruling on an extension.
    RuleExtension {
        /// Granted or refused.
        granted: bool,
        /// How much is granted; the limit asked for where absent.
        limit: Option<Limit>,
        /// Why.
        reason: Sealed,
    },
    /// The unit says that it is not its matter.
    AskSendBack {
        /// On which grounds.
        reason: Sealed,
        /// What it proposes instead.
        proposal: Sealed,
    },
    /// Ruling on a send-back.
    RuleSendBack {
        /// Granted or refused.
        granted: bool,
        /// Why.
        reason: Sealed,
    },
    /// The unit reports what it found and did: its formal answer.
    Report {
        /// The result.
        text: Sealed,
        /// Evidence.
        attachments: Vec<Attachment>,
    },
    /// Review against the norms.
    Review {
        /// Passed or returned.
        passed: bool,
        /// Norm ids at fault, for a return.
        faults: Vec<String>,
        /// What to complete.
        note: Option<Sealed>,
    },
    /// The citizen is told.
    Reply {
        /// The reply.
        text: Sealed,
    },
    /// Answer to the message of a return visit.
    AnswerVisit {
        /// Solved?
        solved: bool,
        /// Satisfied?
        satisfied: bool,
        /// In the citizen's words.
        text: Option<Sealed>,
    },
    /// Visit by a person.
    Visit {
        /// Whether the citizen was reached.
        reached: bool,
        /// Solved?
        solved: bool,
        /// Satisfied?
        satisfied: bool,
        /// What the citizen said.
        text: Option<Sealed>,
    },
    /// A written opinion is demanded of the unit.
    DemandOpinion {
        /// On what.
        text: Sealed,
    },
    /// The unit gives its written opinion.
    GiveOpinion {
        /// The opinion.
        text: Sealed,
    },
    /// 催办.
    Urge {
        /// What is urged.
        text: Sealed,
    },
    /// 督办.
    Supervise {
        /// Priority id.
        priority: String,
        /// What is asked.
        text: Sealed,
    },
    /// Visited again and checked.
    Recheck {
        /// Outcome id.
        outcome: String,
        /// What was found.
        text: Sealed,
    },
    /// The office convenes the units.
    Convene {
        /// Units that came.
        units: Vec<UnitRef>,
        /// Outcome id.
        outcome: String,
        /// Record of the meeting.
        text: Sealed,
    },
    /// The lead unit is designated.
    Designate {
        /// The unit.
        unit: UnitRef,
        /// Why.
        reason: Sealed,
    },
    /// A person confirms that it is the same problem.
    ConfirmRepeat {
        /// The earlier case.
        earlier: Earlier,
    },
    /// 约谈, 通报, 信息专报, push to other bodies.
    Escalate {
        /// Measure id.
        measure: String,
        /// The unit it concerns.
        unit: UnitRef,
        /// 情节严重.
        serious: bool,
        /// 责任主体明确且无正当理由拒不办理.
        refusal_without_reason: bool,
        /// Record.
        text: Sealed,
    },
    /// An emergency was linked to 110, 119, 120 or water rescue.
    LinkEmergency {
        /// Who was told.
        partner: Sealed,
        /// When, UTC milliseconds.
        when: Instant,
        /// What was said.
        text: Option<Sealed>,
    },
    /// An accountability outcome or tolerance of honest error, with its grounds.
    RecordAccountability {
        /// Outcome id.
        outcome: String,
        /// Grounds.
        text: Sealed,
    },
    /// The citizen withdraws.
    Withdraw {
        /// Why.
        reason: Sealed,
    },
    /// The citizen adds to the message.
    Add {
        /// What is added.
        text: Sealed,
        /// Files.
        attachments: Vec<Attachment>,
    },
    /// A mistyped field is corrected.
    Correct {
        /// Which.
        field: Correctable,
        /// As it was, where something was there.
        old: Option<Sealed>,
        /// As it is.
        new: Sealed,
        /// Why.
        reason: Sealed,
    },
    /// 结案.
    Close {
        /// Outcome id.
        outcome: String,
    },
    /// A closed case is opened again.
    Reopen {
        /// Why.
        reason: Sealed,
    },
    /// 归档.
    Archive,
    /// A due time passed. Decided by the rules, not by a person.
    Lapse {
        /// Position of the clock among the case's clocks.
        index: u32,
        /// Clock id.
        clock: String,
    },
    /// A rung of urging around a due time.
    Rung {
        /// Rung id.
        rung: String,
        /// Position of its clock among the case's clocks.
        index: u32,
    },
}

impl Act {
    /// The word of the procedure's vocabulary; `None` for what only the system records.
    pub fn word(&self) -> Option<Do> {
        Some(match self {
            Act::Receive { .. } => Do::Receive,
            Act::Complete { .. } => Do::Complete,
            Act::Accept { .. } => Do::Accept,
            Act::Refuse { .. } => Do::Refuse,
            Act::PassUp { .. } => Do::PassUp,
            Act::Answer { .. } => Do::Answer,
            Act::Dispatch { .. } => Do::Dispatch,
            Act::TakeBack { .. } => Do::TakeBack,
            Act::SignFor => Do::SignFor,
            Act::Contact { .. } => Do::Contact,
            Act::AskExtension { .. } => Do::AskExtension,
            Act::RuleExtension { .. } => Do::RuleExtension,
            Act::AskSendBack { .. } => Do::AskSendBack,
            Act::RuleSendBack { .. } => Do::RuleSendBack,
            Act::Report { .. } => Do::Report,
            Act::Review { .. } => Do::Review,
            Act::Reply { .. } => Do::Reply,
            Act::AnswerVisit { .. } => Do::AnswerVisit,
            Act::Visit { .. } => Do::Visit,
            Act::DemandOpinion { .. } => Do::DemandOpinion,
            Act::GiveOpinion { .. } => Do::GiveOpinion,
            Act::Urge { .. } => Do::Urge,
            Act::Supervise { .. } => Do::Supervise,
            Act::Recheck { .. } => Do::Recheck,
            Act::Convene { .. } => Do::Convene,
            Act::Designate { .. } => Do::Designate,
            Act::ConfirmRepeat { .. } => Do::ConfirmRepeat,
            Act::Escalate { .. } => Do::Escalate,
            Act::LinkEmergency { .. } => Do::LinkEmergency,
            Act::RecordAccountability { .. } => Do::RecordAccountability,
            Act::Withdraw { .. } => Do::Withdraw,
            Act::Add { .. } => Do::Add,
            Act::Correct { .. } => Do::Correct,
            Act::Close { .. } => Do::Close,
            Act::Reopen { .. } => Do::Reopen,
            Act::Archive => Do::Archive,
            Act::RecordHistory { .. } | Act::Lapse { .. } | Act::Rung { .. } => return None,
        })
    }
}
