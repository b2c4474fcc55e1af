//! What acts must bring along: nothing that the act cannot carry, and what judging asks for.

use super::file::{File, line};
use super::findings::Findings;
use super::nearest::list;
use crate::model::{Do, Field, Ruled};
use crate::vocabulary::word;

/// Acts that judge a text that may have changed since it was read.
const JUDGING: [Do; 3] = [Do::RuleExtension, Do::RuleSendBack, Do::Review];

/// The acts that carry a field; `None` where the case itself may already hold it, or where the act carries nothing
/// and asks nothing.
fn carriers(field: Field) -> Option<&'static [Do]> {
    Some(match field {
        Field::Ground => &[Do::Accept, Do::Refuse],
        Field::Explanation => &[Do::Refuse],
        Field::Proposal => &[Do::AskSendBack],
        Field::Limit => &[Do::AskExtension, Do::RuleExtension, Do::Dispatch],
        Field::Way => &[Do::Answer, Do::Dispatch, Do::Visit, Do::Deliver],
        Field::Marks => &[Do::Mark, Do::Receive],
        Field::Division => &[Do::Mark, Do::Receive],
        Field::Accused => &[Do::Mark, Do::Receive],
        Field::To => &[Do::Submit, Do::Deliver],
        Field::Checks => &[Do::Report],
        Field::Channel => &[Do::Record, Do::Reply, Do::Refer],
        Field::Posted => &[Do::Receive],
        Field::Questions => &[Do::Visit, Do::AnswerVisit],
        Field::Note => &[Do::Dispatch, Do::Claim, Do::Review, Do::Sign, Do::RuleAbove],
        Field::Number => &[Do::Refer],
        Field::Priority => &[Do::Supervise],
        Field::Measure => &[Do::Escalate],
        Field::Earlier => &[Do::ConfirmRepeat],
        Field::When => &[Do::LinkEmergency, Do::Record, Do::Deliver],
        Field::Faults => &[Do::Review, Do::Sign],
        Field::Outcome => &[
            Do::Recheck,
            Do::Convene,
            Do::Close,
            Do::RecordAccountability,
            Do::Instruct,
            Do::Report,
            Do::Write,
        ],
        Field::Units => &[Do::Dispatch, Do::Convene],
        Field::Lead => &[Do::Dispatch],
        Field::Partner => &[Do::Answer, Do::LinkEmergency, Do::Record, Do::Instruct],
        Field::Reason => &[
            Do::PassUp,
            Do::TakeBack,
            Do::AskExtension,
            Do::RuleExtension,
            Do::AskSendBack,
            Do::RuleSendBack,
            Do::Designate,
            Do::Withdraw,
            Do::Correct,
            Do::Reopen,
            Do::Withhold,
            Do::Hide,
            Do::Mark,
        ],
        Field::Text => &[
            Do::Receive,
            Do::Answer,
            Do::Dispatch,
            Do::Contact,
            Do::Report,
            Do::Review,
            Do::Reply,
            Do::AnswerVisit,
            Do::Visit,
            Do::DemandOpinion,
            Do::GiveOpinion,
            Do::Urge,
            Do::Supervise,
            Do::Recheck,
            Do::Convene,
            Do::Escalate,
            Do::LinkEmergency,
            Do::RecordAccountability,
            Do::Add,
            Do::Tidy,
            Do::Submit,
            Do::Instruct,
            Do::Record,
            Do::ReportUp,
            Do::AskCitizen,
        ],
        Field::Title | Field::Category | Field::Citizen | Field::RealName => return None,
    })
}

pub(super) fn check(file: &File<'_>, found: &mut Findings) {
    for (index, act) in file.procedure.acts.iter().enumerate() {
        for (j, need) in act.needs.iter().enumerate() {
            let line = line!(file, "act", index, "needs", j, "field");
            let args = || vec![("act", word(act.does)), ("field", word(need.field))];
            if let Some(acts) = carriers(need.field).filter(|acts| !acts.contains(&act.does)) {
                let words: Vec<String> = acts.iter().map(|a| word(*a)).collect();
                let mut args = args();
                args.push(("words", list(words.iter().map(String::as_str))));
                found.fault(line, "check-need-impossible", act.clause(), args);
            }
            if act.needs.iter().take(j).any(|n| n.field == need.field) {
                found.fault(line, "check-need-twice", act.clause(), args());
            }
        }
        if JUDGING.contains(&act.does) && !act.seen {
            let args = vec![("act", word(act.does))];
            found.fault(
                line!(file, "act", index, "do"),
                "check-judging-unseen",
                act.clause(),
                args,
            );
        }
    }
}
