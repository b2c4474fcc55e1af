//! What acts are called: on buttons, and on the timeline once they are done.

use super::reworded;
use super::timeline::expires;
use crate::shell::T;
use case::Act;
use procedure::{Do, Procedure, RungDo};

/// The name of an act, as its button says it.
pub fn act_name(t: T, act: Do) -> String {
    let word = procedure::vocabulary::word(act);
    words::begun(&t.say(&format!("act-{word}")))
}

/// The same for the citizen whose case it is.
pub fn own_act_name(t: T, act: Do) -> String {
    match act {
        Do::AnswerVisit => t.say("citizen-act-answer-visit"),
        Do::Add => t.say("citizen-act-add"),
        Do::Withdraw => t.say("citizen-act-withdraw"),
        _ => act_name(t, act),
    }
}

/// What happened, as the timeline says it.
pub fn did_name(t: T, procedure: &Procedure, act: &Act) -> String {
    match act.word() {
        Some(Do::Review) if matches!(act, Act::Review { passed: false, .. }) => t.say("desk-did-return"),
        Some(Do::Sign) if matches!(act, Act::Sign(signing) if !signing.passed) => t.say("desk-did-unsign"),
        Some(Do::RuleAbove) if matches!(act, Act::RuleAbove(ruling) if !ruling.passed) => {
            t.say("desk-did-return-above")
        }
        // a record is called by its kind
        Some(Do::Record) => match act.names().and_then(|id| procedure.record(id)) {
            Some(record) => t.text(&record.name).to_owned(),
            None => did(t, Do::Record),
        },
        Some(word) => reworded(t, procedure, did(t, word)),
        None => match act {
            Act::RecordHistory { .. } => t.say("desk-did-record-history"),
            Act::Recount { .. } => t.say("desk-did-recount"),
            Act::Rung { rung, .. } => rung_name(t, procedure, rung),
            Act::Lapse { clock, .. } if expires(procedure, clock) => t.say("desk-did-expire"),
            _ => t.say("desk-did-lapse"),
        },
    }
}

fn rung_name(t: T, procedure: &Procedure, id: &str) -> String {
    match procedure.rungs.iter().find(|r| r.id == id).map(|r| r.does) {
        Some(RungDo::Urge) => t.say("desk-did-urge"),
        Some(RungDo::Supervise) => t.say("desk-did-supervise"),
        Some(RungDo::Remind) | None => t.say("desk-did-remind"),
    }
}

fn did(t: T, act: Do) -> String {
    match act {
        Do::Receive => t.say("desk-did-receive"),
        Do::Complete => t.say("desk-did-complete"),
        Do::Accept => t.say("desk-did-accept"),
        Do::Refuse => t.say("desk-did-refuse"),
        Do::PassUp => t.say("desk-did-pass-up"),
        Do::Answer => t.say("desk-did-answer"),
        Do::Dispatch => t.say("desk-did-dispatch"),
        Do::TakeBack => t.say("desk-did-take-back"),
        Do::SignFor => t.say("desk-did-sign-for"),
        Do::Contact => t.say("desk-did-contact"),
        Do::AskExtension => t.say("desk-did-ask-extension"),
        Do::RuleExtension => t.say("desk-did-rule-extension"),
        Do::AskSendBack => t.say("desk-did-ask-send-back"),
        Do::RuleSendBack => t.say("desk-did-rule-send-back"),
        Do::Report => t.say("desk-did-report"),
        Do::Review => t.say("desk-did-review"),
        Do::Reply => t.say("desk-did-reply"),
        Do::AnswerVisit => t.say("desk-did-answer-visit"),
        Do::Visit => t.say("desk-did-visit"),
        Do::DemandOpinion => t.say("desk-did-demand-opinion"),
        Do::GiveOpinion => t.say("desk-did-give-opinion"),
        Do::Urge => t.say("desk-did-urge"),
        Do::Supervise => t.say("desk-did-supervise"),
        Do::Recheck => t.say("desk-did-recheck"),
        Do::Convene => t.say("desk-did-convene"),
        Do::Designate => t.say("desk-did-designate"),
        Do::ConfirmRepeat => t.say("desk-did-confirm-repeat"),
        Do::Escalate => t.say("desk-did-escalate"),
        Do::LinkEmergency => t.say("desk-did-link-emergency"),
        Do::RecordAccountability => t.say("desk-did-record-accountability"),
        Do::Withdraw => t.say("desk-did-withdraw"),
        Do::Add => t.say("desk-did-add"),
        Do::Correct => t.say("desk-did-correct"),
        Do::Close => t.say("desk-did-close"),
        Do::Reopen => t.say("desk-did-reopen"),
        Do::Archive => t.say("desk-did-archive"),
        Do::Claim => t.say("desk-did-claim"),
        Do::Mark => t.say("desk-did-mark"),
        Do::Tidy => t.say("desk-did-tidy"),
        Do::Publish => t.say("desk-did-publish"),
        Do::Withhold => t.say("desk-did-withhold"),
        Do::Hide => t.say("desk-did-hide"),
        Do::Submit => t.say("desk-did-submit"),
        Do::Instruct => t.say("desk-did-instruct"),
        Do::Sign => t.say("desk-did-sign"),
        Do::Record => t.say("desk-did-record"),
        Do::Write => t.say("desk-did-write"),
        Do::Deliver => t.say("desk-did-deliver"),
        Do::ReportUp => t.say("desk-did-report-up"),
        Do::RuleAbove => t.say("desk-did-rule-above"),
        Do::AskCitizen => t.say("desk-did-ask-citizen"),
        Do::Merge => t.say("desk-did-merge"),
        Do::Refer => t.say("desk-did-refer"),
    }
}
