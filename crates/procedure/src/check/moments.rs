//! Which moments a rule's act can bring about: the alternatives of the one table that the rule's conditions leave.

use crate::fact::Fact;
use crate::model::{ActRule, Do, Moment};
use crate::prove::said::{Said, moments};

/// The sets of moments that the act can bring about, one of which it does.
pub(super) fn of(rule: &ActRule) -> Vec<Vec<Moment>> {
    let mut sets: Vec<Vec<Moment>> = Vec::new();
    for said in Said::all(rule.does).into_iter().filter(|said| fits(rule, *said)) {
        let mut set = moments(rule.does, said);
        match rule.does {
            Do::Dispatch => set.push(Moment::Dispatched),
            Do::Claim => set.extend([Moment::Dispatched, Moment::Claimed]),
            _ => {}
        }
        if !sets.contains(&set) {
            sets.push(set);
        }
    }
    sets
}

/// Whether what is said goes with the rule's conditions.
fn fits(rule: &ActRule, said: Said) -> bool {
    rule.only_where.iter().all(|condition| {
        let says = match condition.fact {
            Fact::ActGranted => said.granted,
            Fact::ActPassed => said.passed,
            Fact::ActReached => said.reached,
            Fact::ActSolved => said.solved,
            Fact::ActSatisfied => said.satisfied,
            _ => return true,
        };
        says != condition.not
    })
}
