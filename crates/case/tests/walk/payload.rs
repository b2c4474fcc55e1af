//! What a person might send: well formed for the case at hand, or made up.

use crate::play::*;
use calendar::Instant;
use case::act::{Correctable, Delivering, Earlier};
use case::{Act, Case, OrderNo};
use procedure::Do;

/// A small dice, so that a walk depends on its numbers alone.
#[derive(Debug, Clone)]
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    pub(crate) fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 11).unwrap() % n
    }

    pub(crate) fn one<T: Clone>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())].clone()
    }

    fn yes(&mut self) -> bool {
        self.below(2) == 0
    }
}

pub(crate) const UNITS: [&str; 4] = ["water", "roads", "county-a", "river"];

/// Well-formed payloads of the act in this state; where it is offered, at least one of them must be taken.
pub(crate) fn well_formed(case: &Case, does: Do, order: Option<OrderNo>, now: Instant) -> Vec<Act> {
    let each = |make: fn(&str) -> Act, ids: &[&str]| ids.iter().map(|id| make(id)).collect();
    match does {
        Do::Receive => vec![receive(true), receive(false)],
        Do::Complete => vec![complete()],
        Do::Accept => each(accept, &["6-2", "6-6"]),
        Do::Refuse => each(refuse, &["7-1", "7-5"]),
        Do::PassUp => vec![Act::PassUp {
            reason: text("职责不清"),
        }],
        Do::Answer => vec![answer("direct", None), answer("linked-desk", Some("专席"))],
        Do::Dispatch => dispatches(case),
        Do::TakeBack => vec![take_back()],
        Do::SignFor => vec![Act::SignFor],
        Do::Contact => vec![contact()],
        Do::AskExtension => each(ask_extension, &["1 minute", "1 hour", "2 days", "6 days"]),
        Do::RuleExtension => vec![rule_extension(false), rule_extension(true), grant("1 minute")],
        Do::AskSendBack => vec![ask_send_back()],
        Do::RuleSendBack => vec![rule_send_back(true), rule_send_back(false)],
        Do::Report => vec![report("已办")],
        Do::Review => vec![pass(), fail("incomplete"), fail("evasive")],
        Do::Reply => vec![reply()],
        Do::AnswerVisit => vec![answer_visit(true), answer_visit(false)],
        Do::Visit => vec![visit(false), visit(true), unreached()],
        Do::DemandOpinion => vec![demand_opinion()],
        Do::GiveOpinion => vec![give_opinion()],
        Do::Urge => vec![urge()],
        Do::Supervise => each(supervise, &["hard", "livelihood"]),
        Do::Recheck => each(recheck, &["poor", "in-order"]),
        Do::Convene => each(convene, &["failed", "agreed"]),
        Do::Designate => each(designate, &UNITS),
        Do::ConfirmRepeat => vec![confirm_repeat(before(case, now))],
        Do::Escalate => vec![escalate("talk", false, true), escalate("discipline", true, true)],
        Do::LinkEmergency => vec![link_emergency(now)],
        Do::RecordAccountability => vec![Act::RecordAccountability {
            outcome: "tolerated".to_owned(),
            text: text("先行先试"),
        }],
        Do::Withdraw => vec![withdraw()],
        Do::Add => vec![add()],
        Do::Correct => corrections(case),
        Do::Close => each(close, &["solved", "unsolved"]),
        Do::Reopen => vec![reopen()],
        Do::Archive => vec![Act::Archive],
        Do::Deliver => deliveries(case),
        other => panic!("no file of these walks knows {other:?}"),
    }
    .into_iter()
    .inspect(|act| assert_eq!(act.word(), Some(does), "{order:?}"))
    .collect()
}

fn dispatches(case: &Case) -> Vec<Act> {
    let designated = case.designated.as_ref().map(|u| u.id.as_str());
    let free = |id: &&str| {
        !case
            .orders
            .iter()
            .any(|o| o.is_open() && o.unit.id.as_str() == *id)
    };
    let mut found = Vec::new();
    let another = format!("unit-{}", case.orders.len());
    for id in UNITS.iter().chain(&[another.as_str()]).filter(|id| free(id)) {
        for direct in [false, true] {
            if designated.is_none_or(|d| d == *id) {
                found.push(dispatch(&[part(id, true, direct)]));
            }
            found.push(dispatch(&[part(id, false, direct)]));
        }
    }
    found
}

fn before(case: &Case, now: Instant) -> Earlier {
    Earlier {
        number: "2025030100000017".into(),
        first_complaint: case.received.map(|r| r.plus_ms(-86_400_000)),
        replied: Some(now),
        solved: false,
        again: now,
    }
}

fn corrections(case: &Case) -> Vec<Act> {
    let citizen = case.citizen.as_ref();
    let correct = |field, old| Act::Correct {
        field,
        old,
        new: text("更正"),
        reason: text("听错了"),
    };
    let mut found = vec![correct(Correctable::Title, case.title.clone())];
    if let Some(citizen) = citizen {
        found.push(correct(Correctable::Name, Some(citizen.name.clone())));
        found.push(correct(Correctable::Address, citizen.address.clone()));
    }
    found
}

/// Anything at all: acts that do not fit, ids that stand nowhere, texts that say nothing.
pub(crate) fn made_up(dice: &mut Dice, case: &Case, now: Instant) -> Act {
    let id = |dice: &mut Dice| {
        dice.one(&["", "6-2", "7-1", "solved", "poor", "talk", "hard", "direct", "§"])
            .to_owned()
    };
    let words = |dice: &mut Dice| text(dice.one(&["", "说明"]));
    match dice.below(14) {
        0 => accept(&id(dice)),
        1 => refuse(&id(dice)),
        2 => answer(&id(dice), None),
        3 => dispatch(&[
            part(dice.one(&UNITS), dice.yes(), dice.yes()),
            part("water", dice.yes(), false),
        ]),
        4 => ask_extension(dice.one(&["7 days", "1 month", "3 workdays", "5270400 minutes"])),
        5 => grant("6 days"),
        6 => Act::Report {
            text: words(dice),
            attachments: Vec::new(),
            backing: case::act::Backing::default(),
        },
        7 => Act::Review {
            passed: dice.yes(),
            faults: vec![id(dice)],
            note: None,
        },
        8 => supervise(&id(dice)),
        9 => escalate(&id(dice), dice.yes(), dice.yes()),
        10 => link_emergency(now.plus_ms(if dice.yes() { 1 } else { 0 })),
        11 => close(&id(dice)),
        12 => Act::Lapse {
            index: 0,
            clock: "matter".to_owned(),
        },
        _ => {
            let all = well_formed(case, dice.one(&ALL), None, now);
            all.first().cloned().unwrap_or(Act::Archive)
        }
    }
}

/// Every document of the case, to everybody whom it is for.
fn deliveries(case: &Case) -> Vec<Act> {
    let rules = procedure();
    let written = |rule: &&procedure::Document| case.papers.iter().any(|paper| paper.document == rule.id);
    let each = |rule: &procedure::Document, to: &String| {
        Act::Deliver(Delivering {
            document: rule.id.clone(),
            to: to.clone(),
            way: None,
            when: None,
        })
    };
    let documents = rules.documents.iter().filter(written);
    documents
        .flat_map(|rule| rule.to.iter().map(move |to| each(rule, to)))
        .collect()
}

pub(crate) const ALL: [Do; 37] = [
    Do::Receive,
    Do::Complete,
    Do::Accept,
    Do::Refuse,
    Do::PassUp,
    Do::Answer,
    Do::Dispatch,
    Do::TakeBack,
    Do::SignFor,
    Do::Contact,
    Do::AskExtension,
    Do::RuleExtension,
    Do::AskSendBack,
    Do::RuleSendBack,
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
    Do::Designate,
    Do::ConfirmRepeat,
    Do::Escalate,
    Do::LinkEmergency,
    Do::RecordAccountability,
    Do::Withdraw,
    Do::Add,
    Do::Correct,
    Do::Close,
    Do::Reopen,
    Do::Archive,
    Do::Deliver,
];
