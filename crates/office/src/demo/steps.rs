//! Acts in short words, for writing down the course of a case.

use super::neighbours;
use crate::Draft;
use crate::draft::{CitizenDraft, FieldDraft, PartDraft};

/// The registration of the n-th citizen, completed under this phone number.
pub(crate) fn complete(n: usize, phone: &str) -> Draft {
    Draft::Complete {
        citizen: CitizenDraft {
            phone: phone.to_owned(),
            ..neighbours::registered(n)
        },
        category: None,
    }
}

pub(crate) fn accept(ground: &str) -> Draft {
    Draft::Accept {
        ground: ground.to_owned(),
        category: None,
    }
}

pub(crate) fn refuse(ground: &str, explanation: &str) -> Draft {
    Draft::Refuse {
        ground: ground.to_owned(),
        explanation: explanation.to_owned(),
    }
}

pub(crate) fn pass_up(reason: &str) -> Draft {
    Draft::PassUp {
        reason: reason.to_owned(),
    }
}

/// The moment is the one at which it is recorded.
pub(crate) fn link_emergency(partner: &str, text: &str) -> Draft {
    Draft::LinkEmergency {
        partner: partner.to_owned(),
        when: String::new(),
        text: Some(text.to_owned()),
    }
}

pub(crate) fn answer(way: &str, partner: Option<&str>, text: &str) -> Draft {
    Draft::Answer {
        way: way.to_owned(),
        text: text.to_owned(),
        partner: partner.map(str::to_owned),
    }
}

/// To a lead unit and assisting ones.
pub(crate) fn dispatch(units: &[&str], note: &str) -> Draft {
    let part = |(n, unit): (usize, &&str)| PartDraft {
        unit: (*unit).to_owned(),
        lead: n == 0,
        direct: false,
    };
    Draft::Dispatch {
        to: units.iter().enumerate().map(part).collect(),
        note: Some(note.to_owned()),
        limit: None,
        way: None,
    }
}

/// To a unit that can answer without investigation.
pub(crate) fn dispatch_direct(unit: &str, note: &str) -> Draft {
    Draft::Dispatch {
        to: vec![PartDraft {
            unit: unit.to_owned(),
            lead: true,
            direct: true,
        }],
        note: Some(note.to_owned()),
        limit: None,
        way: None,
    }
}

pub(crate) fn take_back(reason: &str) -> Draft {
    Draft::TakeBack {
        reason: reason.to_owned(),
    }
}

pub(crate) fn contact(text: &str) -> Draft {
    Draft::Contact {
        text: text.to_owned(),
    }
}

pub(crate) fn ask_extension(limit: &str, reason: &str) -> Draft {
    Draft::AskExtension {
        limit: limit.to_owned(),
        reason: reason.to_owned(),
    }
}

pub(crate) fn rule_extension(granted: bool, reason: &str) -> Draft {
    Draft::RuleExtension {
        granted,
        limit: None,
        reason: reason.to_owned(),
    }
}

pub(crate) fn ask_send_back(reason: &str, proposal: &str) -> Draft {
    Draft::AskSendBack {
        reason: reason.to_owned(),
        proposal: proposal.to_owned(),
    }
}

pub(crate) fn rule_send_back(granted: bool, reason: &str) -> Draft {
    Draft::RuleSendBack {
        granted,
        reason: reason.to_owned(),
    }
}

pub(crate) fn report(text: &str) -> Draft {
    Draft::Report {
        text: text.to_owned(),
        checks: Vec::new(),
        outcome: None,
    }
}

pub(crate) fn pass() -> Draft {
    Draft::Review {
        passed: true,
        faults: Vec::new(),
        note: None,
    }
}

pub(crate) fn give_back(faults: &[&str], note: &str) -> Draft {
    Draft::Review {
        passed: false,
        faults: faults.iter().map(|f| (*f).to_owned()).collect(),
        note: Some(note.to_owned()),
    }
}

pub(crate) fn reply(text: &str) -> Draft {
    Draft::Reply {
        text: text.to_owned(),
        channel: None,
    }
}

pub(crate) fn answer_visit(solved: bool, satisfied: bool, text: &str) -> Draft {
    Draft::AnswerVisit {
        solved,
        satisfied,
        text: Some(text.to_owned()),
        answers: Vec::new(),
    }
}

pub(crate) fn visit(solved: bool, satisfied: bool, text: &str) -> Draft {
    Draft::Visit {
        reached: true,
        solved,
        satisfied,
        text: Some(text.to_owned()),
        way: None,
        answers: Vec::new(),
    }
}

pub(crate) fn demand_opinion(text: &str) -> Draft {
    Draft::DemandOpinion {
        text: text.to_owned(),
    }
}

pub(crate) fn urge(text: &str) -> Draft {
    Draft::Urge {
        text: text.to_owned(),
    }
}

pub(crate) fn supervise(priority: &str, text: &str) -> Draft {
    Draft::Supervise {
        priority: priority.to_owned(),
        text: text.to_owned(),
    }
}

pub(crate) fn recheck(outcome: &str, text: &str) -> Draft {
    Draft::Recheck {
        outcome: outcome.to_owned(),
        text: text.to_owned(),
    }
}

pub(crate) fn convene(units: &[&str], outcome: &str, text: &str) -> Draft {
    Draft::Convene {
        units: units.iter().map(|u| (*u).to_owned()).collect(),
        outcome: outcome.to_owned(),
        text: text.to_owned(),
    }
}

pub(crate) fn designate(unit: &str, reason: &str) -> Draft {
    Draft::Designate {
        unit: unit.to_owned(),
        reason: reason.to_owned(),
    }
}

/// The same problem as in the scene with this key.
pub(crate) fn confirm_repeat(scene: &str) -> Draft {
    Draft::ConfirmRepeat {
        earlier: format!("#{scene}"),
    }
}

pub(crate) fn escalate(measure: &str, unit: &str, text: &str) -> Draft {
    Draft::Escalate {
        measure: measure.to_owned(),
        unit: unit.to_owned(),
        serious: false,
        refusal_without_reason: false,
        text: text.to_owned(),
    }
}

pub(crate) fn withdraw(reason: &str) -> Draft {
    Draft::Withdraw {
        reason: reason.to_owned(),
    }
}

pub(crate) fn add(text: &str) -> Draft {
    Draft::Add {
        text: text.to_owned(),
    }
}

pub(crate) fn correct_phone(new: &str, reason: &str) -> Draft {
    Draft::Correct {
        field: FieldDraft::Phone,
        new: new.to_owned(),
        reason: reason.to_owned(),
    }
}

pub(crate) fn close(outcome: &str) -> Draft {
    Draft::Close {
        outcome: outcome.to_owned(),
    }
}

/// To departments, with the limit that whoever assigns sets.
pub(crate) fn assign(units: &[&str], limit: &str, note: &str) -> Draft {
    match dispatch(units, note) {
        Draft::Dispatch { to, note, way, .. } => Draft::Dispatch {
            to,
            note,
            way,
            limit: Some(limit.to_owned()),
        },
        other => other,
    }
}

pub(crate) fn publish() -> Draft {
    Draft::Publish {
        text: None,
        found: None,
        keep: Vec::new(),
        hide: Vec::new(),
    }
}

/// A record of the procedure, with whoever it names.
pub(crate) fn record(record: &str, partner: Option<&str>, text: &str) -> Draft {
    Draft::Record {
        record: record.to_owned(),
        text: Some(text.to_owned()),
        partner: partner.map(str::to_owned),
        channel: None,
        when: None,
    }
}

/// The first response, in the words that the procedure gives.
pub(crate) fn first_response(channel: &str) -> Draft {
    Draft::Record {
        record: "first-response".to_owned(),
        text: None,
        partner: None,
        channel: Some(channel.to_owned()),
        when: None,
    }
}

pub(crate) fn mark(marks: &[&str], reason: &str) -> Draft {
    Draft::Mark {
        marks: marks.iter().map(|mark| (*mark).to_owned()).collect(),
        division: None,
        accused: Vec::new(),
        accused_people: Vec::new(),
        accused_named: None,
        reason: Some(reason.to_owned()),
    }
}

pub(crate) fn submit(to: &str, text: &str) -> Draft {
    Draft::Submit {
        to: to.to_owned(),
        text: text.to_owned(),
    }
}

pub(crate) fn instruct(text: &str) -> Draft {
    Draft::Instruct {
        outcome: None,
        partner: None,
        text: text.to_owned(),
    }
}

pub(crate) fn reply_through(channel: &str, text: &str) -> Draft {
    Draft::Reply {
        text: text.to_owned(),
        channel: Some(channel.to_owned()),
    }
}

pub(crate) fn write(document: &str) -> Draft {
    Draft::Write {
        document: document.to_owned(),
        parts: Vec::new(),
        outcome: None,
    }
}

pub(crate) fn deliver(document: &str, to: &str, way: &str) -> Draft {
    Draft::Deliver {
        document: document.to_owned(),
        to: to.to_owned(),
        way: Some(way.to_owned()),
        when: None,
    }
}
