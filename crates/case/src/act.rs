//! Commands: what somebody wants to do to a case, with everything it needs. Texts come sealed.

mod asked;
mod command;
mod named;
mod papers;
mod parts;

pub use command::Command;
pub use papers::{
    Claiming, Delivering, DocumentPart, Instructing, Marking, Recording, Referring, RulingAbove, Signing,
    Submitting, Writing,
};
pub use parts::{
    Answer, Assignment, Attachment, Backing, Catalogued, Citizen, Correctable, Earlier, OnDuty, Origin,
    Recounting, Terms, UnitRef, Verified, Visited,
};

use crate::CaseNumber;
use calendar::{Instant, Limit};
use seal::Sealed;
use serde::{Deserialize, Serialize};

/// What is to be done. Stands in the event as it was accepted.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[allow(clippy::large_enum_variant, reason = "one act lives at a time")]
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
        /// What else is known on receipt.
        #[serde(default, skip_serializing_if = "Origin::is_empty")]
        origin: Origin,
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
        /// Limit, way, and what the dispatch catalogue said.
        #[serde(default, skip_serializing_if = "Terms::is_empty")]
        terms: Terms,
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
        /// Gates confirmed, and how it came out.
        #[serde(default, skip_serializing_if = "Backing::is_empty")]
        backing: Backing,
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
        /// Channel through which it goes, where not the one the case came by.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        channel: Option<String>,
    },
    /// Answer to the message of a return visit.
    AnswerVisit {
        /// Solved?
        solved: bool,
        /// Satisfied?
        satisfied: bool,
        /// In the citizen's words.
        text: Option<Sealed>,
        /// The questions of the file, answered.
        #[serde(default, skip_serializing_if = "Visited::is_empty")]
        visited: Visited,
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
        /// By which way, and the questions of the file, answered.
        #[serde(default, skip_serializing_if = "Visited::is_empty")]
        visited: Visited,
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
    /// A unit takes the case.
    Claim(Claiming),
    /// What kind of matter it is.
    Mark(Marking),
    /// A clean copy beside the original.
    Tidy {
        /// The copy.
        text: Sealed,
    },
    /// The message becomes public.
    Publish {
        /// What is public, where it is not the message as it stands.
        text: Option<Sealed>,
        /// What is blacked out wherever everybody reads, and what is not.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        veil: Option<Sealed>,
    },
    /// The message stays unpublished.
    Withhold {
        /// Why.
        reason: Sealed,
    },
    /// What was public is hidden.
    Hide {
        /// Why.
        reason: Sealed,
    },
    /// The case is put before a leader.
    Submit(Submitting),
    /// A leader gives an instruction. Only those who handle the case read it.
    Instruct(Instructing),
    /// One signatory passes or returns it.
    Sign(Signing),
    /// A record of a kind that the file names.
    Record(Recording),
    /// A document is written.
    Write(Writing),
    /// A document was delivered.
    Deliver(Delivering),
    /// Reported to the level above.
    ReportUp {
        /// The report.
        text: Sealed,
    },
    /// The level above ruled on the report.
    RuleAbove(RulingAbove),
    /// The citizen is asked for more.
    AskCitizen {
        /// For what.
        text: Sealed,
    },
    /// Handled with another case.
    Merge {
        /// The case that is handled for both.
        into: CaseNumber,
    },
    /// The number under which the same case runs on another line.
    Refer(Referring),
    /// The clocks of an open case are counted anew, because another calendar came into force.
    Recount(Recounting),
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
