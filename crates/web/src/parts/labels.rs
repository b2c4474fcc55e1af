//! What a form calls each of its fields.

use super::Ask;
use crate::shell::T;
use procedure::Do;

/// The label of a field in the form of an act.
pub fn label(t: T, ask: Ask, act: Do) -> String {
    match ask {
        Ask::Text => text(t, act),
        Ask::Limit if act == Do::RuleExtension => t.say("desk-limit-granted"),
        Ask::Partner if act == Do::LinkEmergency => t.say("desk-partner-told"),
        Ask::Partner if act == Do::Instruct => t.say("desk-partner-leader"),
        Ask::Partner if act == Do::Record => t.say("desk-partner-record"),
        Ask::Outcome if act == Do::Instruct => t.say("desk-outcome-instruct"),
        Ask::Outcome if act == Do::Report => t.say("desk-outcome-report"),
        Ask::Way if act == Do::Dispatch => t.say("desk-way-dispatch"),
        Ask::Way if act == Do::Visit => t.say("desk-way-visit"),
        Ask::Limit if act == Do::Dispatch => t.say("desk-limit-dispatch"),
        Ask::Passed if matches!(act, Do::Sign | Do::RuleAbove) => t.say("desk-passed-sign"),
        Ask::Unit if act == Do::Claim => t.say("desk-own-unit"),
        Ask::Channel if act == Do::Reply => t.say("desk-channel-reply"),
        Ask::Channel if act == Do::Refer => t.say("desk-channel-line"),
        Ask::Marks => t.say("desk-marks"),
        Ask::Division => t.say("desk-division"),
        Ask::Accused => t.say("desk-accused"),
        Ask::AccusedPeople => t.say("desk-accused-people"),
        Ask::AccusedNamed => t.say("desk-accused-also"),
        Ask::To => t.say("desk-submitted-to"),
        Ask::Checks => t.say("desk-checks"),
        Ask::Channel => t.say("desk-channel-record"),
        Ask::Questions => t.say("desk-questions"),
        Ask::Number => t.say("desk-line-number"),
        Ask::Into => t.say("desk-into"),
        Ask::Claimed => t.say("desk-line-claimed"),
        Ask::Keep => t.say("desk-keep"),
        Ask::Conceal => t.say("desk-conceal"),
        Ask::Found => t.say("desk-found"),
        Ask::AcceptGround => t.say("desk-ground-accept"),
        Ask::RefuseGround => t.say("desk-ground-refuse"),
        Ask::Category => t.say("desk-category"),
        Ask::Name => t.say("desk-name"),
        Ask::Phone => t.say("desk-phone"),
        Ask::IdNumber => t.say("desk-id-number"),
        Ask::PhoneCode => t.say("desk-phone-code"),
        Ask::Address => t.say("desk-address"),
        Ask::Explanation => t.say("desk-explanation"),
        Ask::Reason => t.say("desk-reason"),
        Ask::Proposal => t.say("desk-proposal"),
        Ask::Way => t.say("desk-way"),
        Ask::Partner => t.say("desk-partner"),
        Ask::Units => t.say("desk-units"),
        Ask::Note => note(t, act),
        Ask::Limit => t.say("desk-limit"),
        Ask::Granted => t.say("desk-granted"),
        Ask::Attachments => t.say("desk-attachments"),
        Ask::Passed => t.say("desk-passed"),
        Ask::Faults => t.say("desk-faults"),
        Ask::Reached => t.say("desk-reached"),
        Ask::Solved => t.say("desk-solved"),
        Ask::Satisfied => t.say("desk-satisfied"),
        Ask::Priority => t.say("desk-priority"),
        Ask::Outcome => t.say("desk-outcome"),
        Ask::Attendance => t.say("desk-attendance"),
        Ask::Unit => t.say("desk-unit"),
        Ask::Earlier => t.say("desk-earlier"),
        Ask::Measure => t.say("desk-measure"),
        Ask::Serious => t.say("desk-serious"),
        Ask::RefusalWithoutReason => t.say("desk-refusal-without-reason"),
        Ask::When => t.say("desk-when"),
        Ask::Mended => t.say("desk-mended"),
        Ask::New => t.say("desk-new"),
    }
}

/// The text of an act is called by what it is.
fn text(t: T, act: Do) -> String {
    match act {
        Do::Answer | Do::Reply => t.say("desk-text-reply"),
        Do::Contact => t.say("desk-text-contact"),
        Do::Report => t.say("desk-text-report"),
        Do::DemandOpinion => t.say("desk-text-demand-opinion"),
        Do::GiveOpinion => t.say("desk-text-opinion"),
        Do::Urge | Do::Supervise => t.say("desk-text-urge"),
        Do::AnswerVisit => t.say("citizen-text-visit"),
        Do::Visit => t.say("desk-text-visit"),
        Do::Recheck => t.say("desk-text-recheck"),
        Do::Convene => t.say("desk-text-convene"),
        Do::RecordAccountability => t.say("desk-text-grounds"),
        Do::Add => t.say("desk-text-add"),
        Do::Tidy => t.say("desk-text-clean"),
        Do::Publish => t.say("desk-text-public"),
        Do::Submit => t.say("desk-text-submit"),
        Do::Instruct => t.say("desk-text-instruct"),
        Do::ReportUp => t.say("desk-text-report-up"),
        Do::AskCitizen => t.say("desk-text-ask-citizen"),
        _ => t.say("desk-text-record"),
    }
}

fn note(t: T, act: Do) -> String {
    match act {
        Do::Review | Do::Sign | Do::RuleAbove => t.say("desk-note-review"),
        Do::Claim => t.say("desk-note-claim"),
        _ => t.say("desk-note-dispatch"),
    }
}

/// How to answer, where the label leaves that open.
pub(crate) fn hint(t: T, ask: Ask, act: Do) -> Option<String> {
    match ask {
        Ask::PhoneCode => Some(t.say("desk-phone-code-hint")),
        Ask::Explanation => Some(t.say("desk-explanation-hint")),
        Ask::Units => Some(t.say("desk-units-hint")),
        Ask::Proposal => Some(t.say("desk-proposal-hint")),
        Ask::Partner if act == Do::Answer => Some(t.say("desk-partner-hint")),
        Ask::Limit if act == Do::RuleExtension => Some(t.say("desk-limit-granted-hint")),
        Ask::Text if act == Do::Tidy => Some(t.say("desk-text-clean-hint")),
        Ask::Text if act == Do::Publish => Some(t.say("desk-text-public-hint")),
        Ask::Text if act == Do::Instruct => Some(t.say("desk-text-instruct-hint")),
        Ask::Keep => Some(t.say("desk-keep-hint")),
        Ask::Conceal => Some(t.say("desk-conceal-hint")),
        Ask::Division => Some(t.say("desk-division-hint")),
        Ask::Accused if act == Do::Mark => Some(t.say("desk-accused-mark-hint")),
        Ask::Accused => Some(t.say("desk-accused-hint")),
        Ask::AccusedPeople => Some(t.say("desk-accused-people-hint")),
        Ask::AccusedNamed => Some(t.say("desk-accused-also-hint")),
        Ask::Checks => Some(t.say("desk-checks-hint")),
        Ask::Into => Some(t.say("desk-into-hint")),
        Ask::Limit if act == Do::Dispatch => Some(t.say("desk-limit-dispatch-hint")),
        Ask::When if act == Do::Record => Some(t.say("desk-when-hint")),
        Ask::Faults => Some(t.say("desk-faults-hint")),
        Ask::Attachments => Some(t.say("shell-attachments-hint")),
        Ask::Earlier => Some(t.say("desk-earlier-hint")),
        Ask::Text if act == Do::Reply => Some(t.say("desk-text-reply-hint")),
        _ => None,
    }
}
