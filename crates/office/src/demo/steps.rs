//! Acts in short words, for writing down the course of a case.

use super::neighbours;
use crate::Draft;
use crate::draft::{CitizenDraft, FieldDraft, PartDraft};

/// The registration of the n-th citizen, completed under this phone number.
pub(super) fn complete(n: usize, phone: &str) -> Draft {
    Draft::Complete {
        citizen: CitizenDraft {
            phone: phone.to_owned(),
            ..neighbours::registered(n)
        },
        category: None,
    }
}

pub(super) fn accept(ground: &str) -> Draft {
    Draft::Accept {
        ground: ground.to_owned(),
        category: None,
    }
}

pub(super) fn refuse(ground: &str, explanation: &str) -> Draft {
    Draft::Refuse {
        ground: ground.to_owned(),
        explanation: explanation.to_owned(),
    }
}

pub(super) fn pass_up(reason: &str) -> Draft {
    Draft::PassUp {
        reason: reason.to_owned(),
    }
}

/// The moment is the one at which it is recorded.
pub(super) fn link_emergency(partner: &str, text: &str) -> Draft {
    Draft::LinkEmergency {
        partner: partner.to_owned(),
        when: String::new(),
        text: Some(text.to_owned()),
    }
}

pub(super) fn answer(way: &str, partner: Option<&str>, text: &str) -> Draft {
    Draft::Answer {
        way: way.to_owned(),
        text: text.to_owned(),
        partner: partner.map(str::to_owned),
    }
}

/// To a lead unit and assisting ones.
pub(super) fn dispatch(units: &[&str], note: &str) -> Draft {
    let part = |(n, unit): (usize, &&str)| PartDraft {
        unit: (*unit).to_owned(),
        lead: n == 0,
        direct: false,
    };
    Draft::Dispatch {
        to: units.iter().enumerate().map(part).collect(),
        note: Some(note.to_owned()),
    }
}

/// To a unit that can answer without investigation.
pub(super) fn dispatch_direct(unit: &str, note: &str) -> Draft {
    Draft::Dispatch {
        to: vec![PartDraft {
            unit: unit.to_owned(),
            lead: true,
            direct: true,
        }],
        note: Some(note.to_owned()),
    }
}

pub(super) fn take_back(reason: &str) -> Draft {
    Draft::TakeBack {
        reason: reason.to_owned(),
    }
}

pub(super) fn contact(text: &str) -> Draft {
    Draft::Contact {
        text: text.to_owned(),
    }
}

pub(super) fn ask_extension(limit: &str, reason: &str) -> Draft {
    Draft::AskExtension {
        limit: limit.to_owned(),
        reason: reason.to_owned(),
    }
}

pub(super) fn rule_extension(granted: bool, reason: &str) -> Draft {
    Draft::RuleExtension {
        granted,
        limit: None,
        reason: reason.to_owned(),
    }
}

pub(super) fn ask_send_back(reason: &str, proposal: &str) -> Draft {
    Draft::AskSendBack {
        reason: reason.to_owned(),
        proposal: proposal.to_owned(),
    }
}

pub(super) fn rule_send_back(granted: bool, reason: &str) -> Draft {
    Draft::RuleSendBack {
        granted,
        reason: reason.to_owned(),
    }
}

pub(super) fn report(text: &str) -> Draft {
    Draft::Report {
        text: text.to_owned(),
    }
}

pub(super) fn pass() -> Draft {
    Draft::Review {
        passed: true,
        faults: Vec::new(),
        note: None,
    }
}

pub(super) fn give_back(faults: &[&str], note: &str) -> Draft {
    Draft::Review {
        passed: false,
        faults: faults.iter().map(|f| (*f).to_owned()).collect(),
        note: Some(note.to_owned()),
    }
}

pub(super) fn reply(text: &str) -> Draft {
    Draft::Reply {
        text: text.to_owned(),
    }
}

pub(super) fn answer_visit(solved: bool, satisfied: bool, text: &str) -> Draft {
    Draft::AnswerVisit {
        solved,
        satisfied,
        text: Some(text.to_owned()),
    }
}

pub(super) fn visit(solved: bool, satisfied: bool, text: &str) -> Draft {
    Draft::Visit {
        reached: true,
        solved,
        satisfied,
        text: Some(text.to_owned()),
    }
}

pub(super) fn demand_opinion(text: &str) -> Draft {
    Draft::DemandOpinion {
        text: text.to_owned(),
    }
}

pub(super) fn urge(text: &str) -> Draft {
    Draft::Urge {
        text: text.to_owned(),
    }
}

pub(super) fn supervise(priority: &str, text: &str) -> Draft {
    Draft::Supervise {
        priority: priority.to_owned(),
        text: text.to_owned(),
    }
}

pub(super) fn recheck(outcome: &str, text: &str) -> Draft {
    Draft::Recheck {
        outcome: outcome.to_owned(),
        text: text.to_owned(),
    }
}

pub(super) fn convene(units: &[&str], outcome: &str, text: &str) -> Draft {
    Draft::Convene {
        units: units.iter().map(|u| (*u).to_owned()).collect(),
        outcome: outcome.to_owned(),
        text: text.to_owned(),
    }
}

pub(super) fn designate(unit: &str, reason: &str) -> Draft {
    Draft::Designate {
        unit: unit.to_owned(),
        reason: reason.to_owned(),
    }
}

/// The same problem as in the scene with this key.
pub(super) fn confirm_repeat(scene: &str) -> Draft {
    Draft::ConfirmRepeat {
        earlier: format!("#{scene}"),
    }
}

pub(super) fn escalate(measure: &str, unit: &str, text: &str) -> Draft {
    Draft::Escalate {
        measure: measure.to_owned(),
        unit: unit.to_owned(),
        serious: false,
        refusal_without_reason: false,
        text: text.to_owned(),
    }
}

pub(super) fn withdraw(reason: &str) -> Draft {
    Draft::Withdraw {
        reason: reason.to_owned(),
    }
}

pub(super) fn add(text: &str) -> Draft {
    Draft::Add {
        text: text.to_owned(),
    }
}

pub(super) fn correct_phone(new: &str, reason: &str) -> Draft {
    Draft::Correct {
        field: FieldDraft::Phone,
        new: new.to_owned(),
        reason: reason.to_owned(),
    }
}

pub(super) fn close(outcome: &str) -> Draft {
    Draft::Close {
        outcome: outcome.to_owned(),
    }
}
