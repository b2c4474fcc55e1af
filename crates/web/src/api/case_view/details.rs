//! What an act said beside its texts: grounds, units, rulings, answers. By hand, so that nothing sealed or hashed
//! ever slips out.

use super::FileBody;
use crate::api::time::Time;
use calendar::{Calendar, Instant};
use case::Act;
use procedure::vocabulary::word;
use serde::Serialize;
use std::collections::BTreeMap;
use utoipa::ToSchema;

/// What an act said beside its texts. What does not apply is left out.
#[derive(Debug, Default, Serialize, ToSchema)]
pub(crate) struct Details {
    /// Ground, by id.
    #[serde(skip_serializing_if = "Option::is_none")]
    ground: Option<String>,
    /// Kind of case, by id.
    #[serde(skip_serializing_if = "Option::is_none")]
    category: Option<String>,
    /// Way, by id.
    #[serde(skip_serializing_if = "Option::is_none")]
    way: Option<String>,
    /// Units with their parts.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    units: Vec<Part>,
    /// How much more time.
    #[serde(skip_serializing_if = "Option::is_none")]
    limit: Option<String>,
    /// Whether a request was granted.
    #[serde(skip_serializing_if = "Option::is_none")]
    granted: Option<bool>,
    /// Whether the result passed the review.
    #[serde(skip_serializing_if = "Option::is_none")]
    passed: Option<bool>,
    /// Norms at fault, by id.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    faults: Vec<String>,
    /// Whether the citizen was reached.
    #[serde(skip_serializing_if = "Option::is_none")]
    reached: Option<bool>,
    /// Solved?
    #[serde(skip_serializing_if = "Option::is_none")]
    solved: Option<bool>,
    /// Satisfied?
    #[serde(skip_serializing_if = "Option::is_none")]
    satisfied: Option<bool>,
    /// Priority, by id.
    #[serde(skip_serializing_if = "Option::is_none")]
    priority: Option<String>,
    /// Outcome, by id.
    #[serde(skip_serializing_if = "Option::is_none")]
    outcome: Option<String>,
    /// Measure, by id.
    #[serde(skip_serializing_if = "Option::is_none")]
    measure: Option<String>,
    /// The earlier case.
    #[serde(skip_serializing_if = "Option::is_none")]
    earlier: Option<String>,
    /// When it was done.
    #[serde(skip_serializing_if = "Option::is_none")]
    when: Option<Time>,
    /// The field that was corrected.
    #[serde(skip_serializing_if = "Option::is_none")]
    field: Option<String>,
    /// The clock that lapsed, by id.
    #[serde(skip_serializing_if = "Option::is_none")]
    clock: Option<String>,
    /// The rung that fired, by id.
    #[serde(skip_serializing_if = "Option::is_none")]
    rung: Option<String>,
    /// Files.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    attachments: Vec<FileBody>,
    /// Marks that were set, by id. Not shown to citizens.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    marks: Vec<String>,
    /// Code of the administrative division. Not shown to citizens.
    #[serde(skip_serializing_if = "Option::is_none")]
    division: Option<String>,
    /// Units that are accused. Not shown to citizens.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    accused: Vec<Part>,
    /// When it was posted where it was found. Not shown to citizens.
    #[serde(skip_serializing_if = "Option::is_none")]
    posted: Option<Time>,
    /// Role, by id, before which the case was put, or recipient of a document.
    #[serde(skip_serializing_if = "Option::is_none")]
    to: Option<String>,
    /// The kind of record, by id.
    #[serde(skip_serializing_if = "Option::is_none")]
    record: Option<String>,
    /// The document, by id.
    #[serde(skip_serializing_if = "Option::is_none")]
    document: Option<String>,
    /// Channel of the reply, of a record, or of another line, by id.
    #[serde(skip_serializing_if = "Option::is_none")]
    channel: Option<String>,
    /// Number on another line.
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<String>,
    /// Whether it was claimed on another line.
    #[serde(skip_serializing_if = "Option::is_none")]
    claimed: Option<bool>,
    /// The case that is handled for this one too. Not shown to citizens.
    #[serde(skip_serializing_if = "Option::is_none")]
    into: Option<String>,
    /// Gates that were confirmed, by id.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    checks: Vec<String>,
    /// Answers to the questions of a return visit, by question.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    answers: BTreeMap<String, bool>,
}

/// A unit's part.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Part {
    /// Unit, by id.
    unit: String,
    /// Its name at that time.
    name: String,
    /// Whether it leads, in a dispatch.
    #[serde(skip_serializing_if = "Option::is_none")]
    lead: Option<bool>,
}

fn part(unit: &case::act::UnitRef, lead: Option<bool>) -> Part {
    Part {
        unit: unit.id.to_string(),
        name: unit.name.clone(),
        lead,
    }
}

impl Details {
    /// Of an act.
    pub(super) fn of(calendar: &Calendar, act: &Act, staff: bool) -> Self {
        let mut d = Self::default();
        d.beside(calendar, act, staff);
        match act {
            Act::Receive {
                category,
                attachments,
                ..
            } => {
                d.category.clone_from(category);
                d.attachments = attachments.iter().map(|f| FileBody::of(f, None)).collect();
            }
            Act::Complete { category, .. } => d.category.clone_from(category),
            Act::Accept { ground, category } => {
                d.ground = Some(ground.clone());
                d.category.clone_from(category);
            }
            Act::Refuse { ground, .. } => d.ground = Some(ground.clone()),
            Act::Answer { way, .. } => d.way = Some(way.clone()),
            Act::Dispatch { to, .. } => d.units = to.iter().map(|p| part(&p.unit, Some(p.lead))).collect(),
            Act::AskExtension { limit, .. } => d.limit = Some(limit.to_string()),
            Act::RuleExtension { granted, limit, .. } => {
                d.granted = Some(*granted);
                d.limit = limit.map(|l| l.to_string());
            }
            Act::RuleSendBack { granted, .. } => d.granted = Some(*granted),
            Act::Review { passed, faults, .. } => {
                d.passed = Some(*passed);
                d.faults.clone_from(faults);
            }
            Act::AnswerVisit {
                solved, satisfied, ..
            } => {
                d.solved = Some(*solved);
                d.satisfied = Some(*satisfied);
            }
            Act::Visit {
                reached,
                solved,
                satisfied,
                ..
            } => {
                d.reached = Some(*reached);
                d.solved = reached.then_some(*solved);
                d.satisfied = reached.then_some(*satisfied);
            }
            Act::Supervise { priority, .. } => d.priority = Some(priority.clone()),
            Act::Recheck { outcome, .. }
            | Act::RecordAccountability { outcome, .. }
            | Act::Close { outcome } => {
                d.outcome = Some(outcome.clone());
            }
            Act::Convene { units, outcome, .. } => {
                d.units = units.iter().map(|u| part(u, None)).collect();
                d.outcome = Some(outcome.clone());
            }
            Act::Designate { unit, .. } => d.units = vec![part(unit, None)],
            Act::ConfirmRepeat { earlier } => d.earlier = Some(earlier.number.to_string()),
            Act::Escalate { measure, unit, .. } => {
                d.measure = Some(measure.clone());
                d.units = vec![part(unit, None)];
            }
            Act::LinkEmergency { when, .. } => d.when = Some(Time::of(calendar, *when)),
            Act::Correct { field, .. } => d.field = Some(word(*field)),
            Act::Report { attachments, .. } | Act::Add { attachments, .. } => {
                d.attachments = attachments.iter().map(|f| FileBody::of(f, None)).collect();
            }
            Act::Lapse { clock, .. } => d.clock = Some(clock.clone()),
            Act::Rung { rung, .. } => d.rung = Some(rung.clone()),
            _ => {}
        }
        d
    }

    /// What an act said beside the course of the case.
    fn beside(&mut self, calendar: &Calendar, act: &Act, staff: bool) {
        let parts = |units: &[case::act::UnitRef]| units.iter().map(|u| part(u, None)).collect();
        let at = |when: Option<Instant>| when.map(|when| Time::of(calendar, when));
        match act {
            Act::Receive { origin, .. } if staff => {
                self.posted = at(origin.posted);
                self.division.clone_from(&origin.division);
                self.marks.clone_from(&origin.marks);
                self.accused = parts(&origin.accused);
            }
            Act::Dispatch { terms, .. } => {
                self.limit = terms.limit.map(|limit| limit.to_string());
                self.way.clone_from(&terms.way);
            }
            Act::Report { backing, .. } => {
                self.outcome.clone_from(&backing.outcome);
                self.checks.clone_from(&backing.checks);
            }
            Act::Reply { channel, .. } => self.channel.clone_from(channel),
            Act::Visit { visited, .. } | Act::AnswerVisit { visited, .. } => {
                self.way.clone_from(&visited.way);
                let answers = visited.answers.iter().map(|a| (a.question.clone(), a.yes));
                self.answers = answers.collect();
            }
            Act::Claim(claim) => self.units = vec![part(&claim.unit, None)],
            Act::Mark(marking) if staff => {
                self.marks.clone_from(&marking.marks);
                self.division.clone_from(&marking.division);
                self.accused = parts(&marking.accused);
            }
            Act::Submit(submission) => self.to = Some(submission.to.clone()),
            Act::Instruct(instruction) => self.outcome.clone_from(&instruction.outcome),
            Act::Sign(signing) => {
                self.passed = Some(signing.passed);
                self.faults.clone_from(&signing.faults);
            }
            Act::RuleAbove(ruling) => self.passed = Some(ruling.passed),
            Act::Record(note) => {
                self.record = Some(note.record.clone());
                self.channel.clone_from(&note.channel);
                self.when = at(note.when);
                self.attachments = note.attachments.iter().map(|f| FileBody::of(f, None)).collect();
            }
            Act::Write(paper) => {
                self.document = Some(paper.document.clone());
                self.outcome.clone_from(&paper.outcome);
            }
            Act::Deliver(delivery) => {
                self.document = Some(delivery.document.clone());
                self.to = Some(delivery.to.clone());
                self.way.clone_from(&delivery.way);
                self.when = at(delivery.when);
            }
            Act::Merge { into } if staff => self.into = Some(into.to_string()),
            Act::Refer(other) => {
                self.channel = Some(other.channel.clone());
                self.line = Some(other.number.clone());
                self.claimed = Some(other.claimed);
            }
            _ => {}
        }
    }
}
