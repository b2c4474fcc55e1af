//! Which moments an act brings about, as crate `case` has it: the alternatives that the conditions of a rule leave.

use crate::fact::Fact;
use crate::model::{ActRule, Do, Moment};

/// The sets of moments that the act can bring about, one of which it does.
pub(super) fn of(rule: &ActRule) -> Vec<Vec<Moment>> {
    use Moment::*;
    let asked = |fact: Fact, not: bool| rule.only_where.iter().any(|c| c.fact == fact && c.not == not);
    let either = |fact: Fact, yes: Vec<Moment>, no: Vec<Moment>| {
        let mut sets = Vec::new();
        if !asked(fact, true) {
            sets.push(yes);
        }
        if !asked(fact, false) {
            sets.push(no);
        }
        sets
    };
    let one_of = |moments: Vec<Moment>| vec![moments];
    let one = |moment: Moment| vec![vec![moment]];
    match rule.does {
        Do::Receive => one(Received),
        Do::Accept => one(Accepted),
        Do::Refuse => one(Refused),
        Do::PassUp => one(PassedUp),
        Do::Answer => vec![vec![Answered, Replied]],
        Do::Dispatch => one(Dispatched),
        Do::TakeBack => one(TakenBack),
        Do::SignFor => one(SignedFor),
        Do::AskExtension => one(ExtensionAsked),
        Do::AskSendBack => one(SendBackAsked),
        Do::RuleSendBack => either(Fact::ActGranted, vec![SentBack], vec![SendBackRefused]),
        Do::Report => one(Reported),
        Do::Review => either(Fact::ActPassed, vec![Passed], vec![Returned]),
        Do::Reply => one(Replied),
        Do::AnswerVisit => visit(VisitAnswered, &asked),
        Do::Visit => {
            let mut sets = Vec::new();
            if !asked(Fact::ActReached, true) {
                sets.extend(visit(Visited, &asked));
            }
            if !asked(Fact::ActReached, false) {
                sets.push(vec![Visited, Unreached]);
            }
            sets
        }
        Do::DemandOpinion => one(OpinionDemanded),
        Do::GiveOpinion => one(OpinionGiven),
        Do::Supervise => one(Supervised),
        Do::Close => one(Closed),
        Do::Withdraw => one(Withdrawn),
        Do::Reopen => one(Reopened),
        Do::Archive => one(Archived),
        Do::Claim => one_of(vec![Claimed, Dispatched]),
        Do::Mark => one(Marked),
        Do::Tidy => one(Tidied),
        Do::Publish => one(Published),
        Do::Withhold => one(Withheld),
        Do::Hide => one(Hidden),
        Do::Submit => one(Submitted),
        Do::Instruct => one(Instructed),
        Do::Sign => either(Fact::ActPassed, vec![Signed], vec![Unsigned]),
        Do::Record => one(Recorded),
        Do::Write => one(Written),
        Do::Deliver => one(Delivered),
        Do::ReportUp => one(ReportedUp),
        Do::RuleAbove => either(Fact::ActPassed, vec![ApprovedAbove], vec![ReturnedAbove]),
        Do::AskCitizen => one(CitizenAsked),
        Do::Add => one(CitizenAdded),
        Do::Merge => one(Merged),
        Do::Refer => one(Referred),
        Do::RuleExtension => either(Fact::ActGranted, vec![ExtensionGranted], vec![]),
        _ => vec![Vec::new()],
    }
}

/// Solved only where the citizen calls it solved and is satisfied.
fn visit(first: Moment, asked: &dyn Fn(Fact, bool) -> bool) -> Vec<Vec<Moment>> {
    let mut sets = Vec::new();
    if !asked(Fact::ActSolved, true) && !asked(Fact::ActSatisfied, true) {
        sets.push(vec![first, Moment::Solved]);
    }
    if !(asked(Fact::ActSolved, false) && asked(Fact::ActSatisfied, false)) {
        sets.push(vec![first, Moment::Unsolved]);
    }
    sets
}
