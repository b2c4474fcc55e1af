//! The sealed texts of an act, each with its place, for opening.

use case::Act;
use seal::Sealed;

/// Name and sealed text. The name is the place under which it was sealed.
pub(crate) fn texts(act: &Act) -> Vec<(&'static str, &Sealed)> {
    let mut found: Vec<(&'static str, &Sealed)> = Vec::new();
    match act {
        Act::Receive {
            title, text, place, ..
        } => {
            found.push(("title", title));
            found.push(("text", text));
            found.extend(place.as_ref().map(|p| ("place", p)));
        }
        Act::RecordHistory {
            title, text, reply, ..
        } => {
            found.push(("title", title));
            found.push(("text", text));
            found.extend(reply.as_ref().map(|r| ("reply", r)));
        }
        Act::Refuse { explanation, .. } => found.push(("explanation", explanation)),
        Act::PassUp { reason }
        | Act::TakeBack { reason }
        | Act::AskExtension { reason, .. }
        | Act::RuleExtension { reason, .. }
        | Act::RuleSendBack { reason, .. }
        | Act::Designate { reason, .. }
        | Act::Withdraw { reason }
        | Act::Correct { reason, .. }
        | Act::Reopen { reason } => found.push(("reason", reason)),
        Act::Answer { text, partner, .. } => {
            found.extend(partner.as_ref().map(|p| ("partner", p)));
            found.push(("text", text));
        }
        Act::Dispatch { note, .. } | Act::Review { note, .. } => {
            found.extend(note.as_ref().map(|n| ("note", n)))
        }
        Act::AskSendBack { reason, proposal } => {
            found.push(("reason", reason));
            found.push(("proposal", proposal));
        }
        Act::Contact { text }
        | Act::Report { text, .. }
        | Act::Reply { text, .. }
        | Act::DemandOpinion { text }
        | Act::GiveOpinion { text }
        | Act::Urge { text }
        | Act::Supervise { text, .. }
        | Act::Recheck { text, .. }
        | Act::Convene { text, .. }
        | Act::Escalate { text, .. }
        | Act::RecordAccountability { text, .. }
        | Act::Add { text, .. }
        | Act::Tidy { text }
        | Act::ReportUp { text }
        | Act::AskCitizen { text } => found.push(("text", text)),
        Act::Withhold { reason } | Act::Hide { reason } => found.push(("reason", reason)),
        Act::Submit(submission) => found.push(("text", &submission.text)),
        Act::Instruct(instruction) => {
            found.extend(instruction.partner.as_ref().map(|p| ("partner", p)));
            found.push(("text", &instruction.text));
        }
        Act::Publish { text, .. } => found.extend(text.as_ref().map(|t| ("text", t))),
        Act::Claim(claim) => found.extend(claim.note.as_ref().map(|n| ("note", n))),
        Act::Sign(signing) => found.extend(signing.note.as_ref().map(|n| ("note", n))),
        Act::RuleAbove(ruling) => found.extend(ruling.note.as_ref().map(|n| ("note", n))),
        Act::Mark(marking) => found.extend(marking.reason.as_ref().map(|r| ("reason", r))),
        Act::Record(note) => {
            found.extend(note.partner.as_ref().map(|p| ("partner", p)));
            found.extend(note.text.as_ref().map(|t| ("text", t)));
        }
        Act::Write(paper) => found.extend(paper.parts.iter().map(|part| ("part", &part.text))),
        Act::AnswerVisit { text, .. } | Act::Visit { text, .. } => {
            found.extend(text.as_ref().map(|t| ("text", t)));
        }
        Act::LinkEmergency { partner, text, .. } => {
            found.push(("partner", partner));
            found.extend(text.as_ref().map(|t| ("text", t)));
        }
        Act::Complete { .. }
        | Act::Accept { .. }
        | Act::SignFor
        | Act::ConfirmRepeat { .. }
        | Act::Close { .. }
        | Act::Archive
        | Act::Deliver(_)
        | Act::Merge { .. }
        | Act::Refer(_)
        | Act::Lapse { .. }
        | Act::Recount { .. }
        | Act::Rung { .. } => {}
    }
    found
}
