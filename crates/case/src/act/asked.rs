//! What rules ask of an act: its word, the record or document it is about, its units, outcome, channel.

use super::UnitRef;
use crate::Act;
use procedure::Do;

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
            Act::Claim(_) => Do::Claim,
            Act::Mark(_) => Do::Mark,
            Act::Tidy { .. } => Do::Tidy,
            Act::Publish { .. } => Do::Publish,
            Act::Withhold { .. } => Do::Withhold,
            Act::Hide { .. } => Do::Hide,
            Act::Submit(_) => Do::Submit,
            Act::Instruct(_) => Do::Instruct,
            Act::Sign(_) => Do::Sign,
            Act::Record(_) => Do::Record,
            Act::Write(_) => Do::Write,
            Act::Deliver(_) => Do::Deliver,
            Act::ReportUp { .. } => Do::ReportUp,
            Act::RuleAbove(_) => Do::RuleAbove,
            Act::AskCitizen { .. } => Do::AskCitizen,
            Act::Merge { .. } => Do::Merge,
            Act::Refer(_) => Do::Refer,
            Act::RecordHistory { .. } | Act::Lapse { .. } | Act::Rung { .. } | Act::Recount { .. } => {
                return None;
            }
        })
    }

    /// The record or document that it is about.
    pub fn names(&self) -> Option<&str> {
        match self {
            Act::Record(note) => Some(&note.record),
            Act::Write(paper) => Some(&paper.document),
            Act::Deliver(delivery) => Some(&delivery.document),
            _ => None,
        }
    }

    /// The units that it would give the case to.
    pub fn units(&self) -> Vec<&UnitRef> {
        match self {
            Act::Dispatch { to, .. } => to.iter().map(|part| &part.unit).collect(),
            Act::Claim(claim) => vec![&claim.unit],
            Act::Designate { unit, .. } => vec![unit],
            Act::Convene { units, .. } => units.iter().collect(),
            _ => Vec::new(),
        }
    }

    /// The outcome that it names.
    pub fn outcome(&self) -> Option<&str> {
        match self {
            Act::Recheck { outcome, .. }
            | Act::Convene { outcome, .. }
            | Act::Close { outcome }
            | Act::RecordAccountability { outcome, .. } => Some(outcome),
            Act::Instruct(instruction) => instruction.outcome.as_deref(),
            Act::Write(paper) => paper.outcome.as_deref(),
            Act::Report { backing, .. } => backing.outcome.as_deref(),
            _ => None,
        }
    }

    /// The channel that it names.
    pub fn channel(&self) -> Option<&str> {
        match self {
            Act::Receive { channel, .. } => Some(channel),
            Act::Refer(line) => Some(&line.channel),
            Act::Record(note) => note.channel.as_deref(),
            Act::Reply { channel, .. } => channel.as_deref(),
            _ => None,
        }
    }
}
