//! What can become of a message in the same breath in which somebody takes it in: what the rules offer to the person in the
//! step where it arrives, and in the one into which acceptance leads. What is chosen is decided like any other act.

use crate::{Actor, Case, Offer, Rules, offers};
use calendar::Instant;
use procedure::{Do, Field};

/// One way on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Onward {
    /// The acts, one after the other.
    pub acts: Vec<Do>,
    /// What they must bring along, taken together.
    pub needs: Vec<Field>,
}

/// What is open to somebody who takes a message in.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AtOnce {
    /// The ways on, in the order in which an office thinks of them.
    pub ways: Vec<Onward>,
    /// Whether this person can confirm that it repeats an earlier one.
    pub repeats: bool,
}

/// What ends the taking of a message.
const ENDS: [Do; 5] = [Do::Accept, Do::Answer, Do::Dispatch, Do::Refuse, Do::PassUp];

/// What this person could do at once with a message that they take in at `now`.
pub fn at_once(rules: &Rules<'_>, who: &Actor, now: Instant) -> AtOnce {
    let Actor::Staff { posts, .. } = who else {
        return AtOnce::default();
    };
    let procedure = rules.procedure;
    let mine = |by: &[String]| posts.iter().any(|post| by.contains(&post.role));
    let mut takes = procedure.acts.iter().filter(|rule| rule.does == Do::Receive);
    let Some(receipt) = takes.find(|rule| mine(&rule.by)) else {
        return AtOnce::default();
    };
    let first = receipt.to.as_ref().unwrap_or(&procedure.head.first_step);
    let arrived = Case {
        step: first.clone(),
        received: Some(now),
        ..Case::default()
    };
    let here = offers(rules, &arrived, who, now);
    let mut found = AtOnce {
        ways: Vec::new(),
        repeats: here.iter().any(|offer| offer.does == Do::ConfirmRepeat),
    };
    for does in ENDS {
        if let Some(offer) = here.iter().find(|offer| offer.does == does) {
            found.add(vec![does], &[offer]);
        }
        if let (Do::Accept, Some(accept)) = (does, here.iter().find(|offer| offer.does == Do::Accept)) {
            let mut rules_on = procedure.acts.iter().filter(|rule| rule.does == Do::Accept);
            let on = rules_on.find(|rule| rule.in_steps.contains(first) && mine(&rule.by));
            let Some(next) = on.and_then(|rule| rule.to.clone()) else {
                continue;
            };
            let accepted = Case {
                step: next,
                accepted: Some(now),
                ..arrived.clone()
            };
            let there = offers(rules, &accepted, who, now);
            for does in [Do::Answer, Do::Dispatch] {
                if let Some(offer) = there.iter().find(|offer| offer.does == does) {
                    found.add(vec![Do::Accept, does], &[accept, offer]);
                }
            }
        }
    }
    found
}

impl AtOnce {
    fn add(&mut self, acts: Vec<Do>, offers: &[&Offer]) {
        // a way that ends in the same act is there already, and shorter
        if self.ways.iter().any(|way| way.acts.last() == acts.last()) {
            return;
        }
        let mut needs: Vec<Field> = Vec::new();
        for need in offers.iter().flat_map(|offer| &offer.needs) {
            if !needs.contains(need) {
                needs.push(*need);
            }
        }
        self.ways.push(Onward { acts, needs });
    }
}
