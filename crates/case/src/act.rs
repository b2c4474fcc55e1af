//! Commands: what somebody wants to do to a case, with everything it needs. Texts come sealed.

use crate::{CaseNumber, CommandId, OrderNo, PersonId, UnitId};
use calendar::{Instant, Limit};
use procedure::Do;
use seal::{KeyId, Sealed};
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

/// The citizen as registered. All of it sealed under the person's key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Citizen {
    /// Key of the person.
    pub key: KeyId,
    /// Name.
    pub name: Sealed,
    /// Phone.
    pub phone: Sealed,
    /// Keyed hash of the normalised phone: finds earlier cases of the same number.
    pub phone_hash: String,
    /// Resident id number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id_number: Option<Sealed>,
    /// Address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<Sealed>,
    /// How the real name was verified, if it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub verified: Option<Verified>,
}

/// How and when a real name was verified.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verified {
    /// The verifier, such as `phone-code`.
    pub by: String,
    /// When, UTC milliseconds.
    pub at: Instant,
}

/// A file that came along. Its content lies in the attachment store, its digest is sealed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attachment {
    /// Name in the attachment store; says nothing about the content.
    pub id: String,
    /// File name as given.
    pub name: Sealed,
    /// SHA-256 of the content, in hex.
    pub digest: Sealed,
    /// Length in bytes.
    pub bytes: u64,
    /// Media type as checked by content.
    pub media: String,
}

/// A unit as it stood when it was named: kept in the event, so old cases keep theirs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnitRef {
    /// Which.
    pub id: UnitId,
    /// Name at that time.
    pub name: String,
    /// Kind at that time, as the procedure's personal rules name it.
    pub kind: String,
}

/// One unit's part in a dispatch.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Assignment {
    /// The unit.
    pub unit: UnitRef,
    /// Lead (主办) or assisting (协办).
    pub lead: bool,
    /// Whether the unit can answer directly, without investigation.
    pub direct: bool,
    /// Who is on duty there now, from the roster.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on_duty: Option<OnDuty>,
}

/// Who is on duty, as the dispatch names them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OnDuty {
    /// The person.
    pub person: PersonId,
    /// Name of the member of staff.
    pub name: String,
}

/// The earlier case of a repeat complaint, as loaded when the person confirmed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Earlier {
    /// Its number; the case's own where the citizen complains again in the same case.
    pub number: CaseNumber,
    /// When this citizen first complained of the matter; `None` where it was another citizen.
    pub first_complaint: Option<Instant>,
    /// When its closing reply went out, if one did.
    pub replied: Option<Instant>,
    /// Whether the citizen called it solved.
    pub solved: bool,
    /// When the complaint came again.
    pub again: Instant,
}

/// The field that a correction mends. The text of a message is never corrected; it can be added to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Correctable {
    /// Name of the citizen.
    Name,
    /// Phone of the citizen.
    Phone,
    /// Resident id number.
    IdNumber,
    /// Address.
    Address,
    /// The line that says what it is about.
    Title,
}

/// What is to be done. Stands in the event as it was accepted.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
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
        /// Keyed hash of a corrected phone.
        phone_hash: Option<String>,
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
        /// Clock id.
        clock: String,
    },
    /// A rung of urging around a due time.
    Rung {
        /// Rung id.
        rung: String,
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
