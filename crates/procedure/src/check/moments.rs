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
