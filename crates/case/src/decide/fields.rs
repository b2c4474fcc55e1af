//! What an act must bring along: the rule's `needs`, and that every id it names stands in the procedure.

mod papers;

use crate::facts::Seen;
use crate::{Act, Refusal};
use procedure::{ActRule, Basis, Do, Field, Procedure, Purpose, Ruled};
use seal::Sealed;

/// Refuses an act that lacks what its rule asks for, naming the field and the clause, or that names unknown ids.
pub(crate) fn check(seen: &Seen<'_>, rule: &ActRule) -> Result<(), Refusal> {
    let Some(act) = seen.act else { return Ok(()) };
    let unit = seen.order.map(|order| order.unit.id.as_str());
    known(seen.rules.procedure, act, unit, &rule.basis())?;
    for need in &rule.needs {
        if !has(seen, act, need.field) {
            let basis = need.clause.clone().map_or_else(|| rule.basis(), Basis::Clause);
            return Err(missing(need.field, basis));
        }
    }
    Ok(())
}

/// What the refusal of an act says that lacks a field.
pub(super) fn missing(field: Field, basis: Basis) -> Refusal {
    Refusal::new("refusal-field-missing", basis).with("field", field_name(field))
}

fn field_name(field: Field) -> String {
    serde_json::to_value(field)
        .ok()
        .and_then(|v| v.as_str().map(str::to_owned))
        .unwrap_or_default()
}

fn written(text: &Sealed) -> bool {
    text.chars > 0
}

fn written_if(text: Option<&Sealed>) -> bool {
    text.is_some_and(written)
}

/// Whether the act, or the case where it may, brings the field along.
pub(super) fn has(seen: &Seen<'_>, act: &Act, field: Field) -> bool {
    let case = seen.case;
    match field {
        Field::Text => match act {
            Act::Receive { text, .. }
            | Act::Answer { text, .. }
            | Act::Contact { text }
            | Act::Report { text, .. }
            | Act::Reply { text, .. }
            | Act::Tidy { text }
            | Act::ReportUp { text }
            | Act::AskCitizen { text }
            | Act::DemandOpinion { text }
            | Act::GiveOpinion { text }
            | Act::Urge { text }
            | Act::Supervise { text, .. }
            | Act::Recheck { text, .. }
            | Act::Convene { text, .. }
            | Act::Escalate { text, .. }
            | Act::RecordAccountability { text, .. }
            | Act::Add { text, .. } => written(text),
            Act::Visit { text, .. } | Act::AnswerVisit { text, .. } | Act::LinkEmergency { text, .. } => {
                written_if(text.as_ref())
            }
            Act::Review { note, passed, .. } => *passed || written_if(note.as_ref()),
            Act::Submit(submission) => written(&submission.text),
            Act::Instruct(instruction) => written(&instruction.text),
            Act::Record(note) => written_if(note.text.as_ref()),
            Act::Dispatch { note, .. } => written_if(note.as_ref()),
            _ => true,
        },
        Field::Title => match act {
            Act::Receive { title, .. } => written(title),
            _ => written_if(case.title.as_ref()),
        },
        Field::Ground => {
            matches!(act, Act::Accept { ground, .. } | Act::Refuse { ground, .. } if !ground.is_empty())
        }
        Field::Category => match act {
            Act::Accept { category, .. } | Act::Receive { category, .. } | Act::Complete { category, .. } => {
                category.is_some() || case.category.is_some()
            }
            _ => case.category.is_some(),
        },
        Field::Citizen => match act {
            Act::Receive { citizen, .. } => citizen
                .as_ref()
                .is_some_and(|c| written(&c.name) && written(&c.phone)),
            Act::Complete { citizen, .. } => written(&citizen.name) && written(&citizen.phone),
            _ => case
                .citizen
                .as_ref()
                .is_some_and(|c| written(&c.name) && written(&c.phone)),
        },
        Field::RealName => {
            let citizen = match act {
                Act::Complete { citizen, .. } => Some(citizen),
                Act::Receive { citizen, .. } => citizen.as_ref(),
                _ => case.citizen.as_ref(),
            };
            citizen.is_some_and(|c| c.verified.is_some())
        }
        Field::Explanation => matches!(act, Act::Refuse { explanation, .. } if written(explanation)),
        Field::Reason => match act {
            Act::PassUp { reason }
            | Act::TakeBack { reason }
            | Act::AskExtension { reason, .. }
            | Act::RuleExtension { reason, .. }
            | Act::AskSendBack { reason, .. }
            | Act::RuleSendBack { reason, .. }
            | Act::Designate { reason, .. }
            | Act::Withdraw { reason }
            | Act::Correct { reason, .. }
            | Act::Reopen { reason }
            | Act::Withhold { reason }
            | Act::Hide { reason } => written(reason),
            Act::Mark(marking) => written_if(marking.reason.as_ref()),
            _ => true,
        },
        Field::Proposal => matches!(act, Act::AskSendBack { proposal, .. } if written(proposal)),
        Field::Units => match act {
            Act::Dispatch { to, .. } => !to.is_empty(),
            Act::Convene { units, .. } => !units.is_empty(),
            _ => true,
        },
        Field::Lead => match act {
            Act::Dispatch { to, .. } => {
                let leads = to.iter().filter(|p| p.lead).count();
                leads == 1 || (leads == 0 && case.lead_stands())
            }
            _ => true,
        },
        Field::Limit => {
            matches!(
                act,
                Act::AskExtension { .. } | Act::RuleExtension { limit: Some(_), .. }
            ) || matches!(act, Act::Dispatch { terms, .. } if terms.limit.is_some())
        }
        Field::Way => match act {
            Act::Answer { way, .. } => !way.is_empty(),
            Act::Dispatch { terms, .. } => terms.way.is_some(),
            Act::Visit { visited, .. } => visited.way.is_some(),
            Act::Deliver(delivery) => delivery.way.is_some(),
            _ => true,
        },
        Field::Partner => match act {
            Act::Answer { way, partner, .. } => {
                let asks = seen
                    .rules
                    .procedure
                    .ways
                    .iter()
                    .any(|w| w.id == *way && w.partner);
                !asks || written_if(partner.as_ref())
            }
            Act::LinkEmergency { partner, .. } => written(partner),
            Act::Record(note) => written_if(note.partner.as_ref()),
            Act::Instruct(instruction) => written_if(instruction.partner.as_ref()),
            _ => true,
        },
        Field::Faults => match act {
            Act::Review { passed, faults, .. } => *passed || !faults.is_empty(),
            Act::Sign(signing) => signing.passed || !signing.faults.is_empty(),
            _ => true,
        },
        Field::Outcome => match act {
            Act::Recheck { .. }
            | Act::Convene { .. }
            | Act::Close { .. }
            | Act::RecordAccountability { .. }
            | Act::Instruct(_)
            | Act::Report { .. }
            | Act::Write(_) => act.outcome().is_some_and(|outcome| !outcome.is_empty()),
            _ => true,
        },
        Field::Priority => matches!(act, Act::Supervise { priority, .. } if !priority.is_empty()),
        Field::Measure => matches!(act, Act::Escalate { measure, .. } if !measure.is_empty()),
        Field::Earlier => matches!(act, Act::ConfirmRepeat { .. }),
        Field::When => match act {
            Act::Record(note) => note.when.is_some(),
            Act::Deliver(delivery) => delivery.when.is_some(),
            _ => true,
        },
        _ => papers::has(seen, act, field),
    }
}

/// Every id that an act names must stand in the procedure.
fn known(procedure: &Procedure, act: &Act, unit: Option<&str>, basis: &Basis) -> Result<(), Refusal> {
    let unknown = |list: &'static str, id: &str| {
        Err(Refusal::new("refusal-unknown-id", basis.clone())
            .with("list", list)
            .with("id", id))
    };
    let category = match act {
        Act::Receive {
            category, channel, ..
        } => {
            if procedure.channel(channel).is_none() {
                return unknown("channel", channel);
            }
            category
        }
        Act::Accept { category, .. } | Act::Complete { category, .. } => category,
        _ => &None,
    };
    if let Some(id) = category
        .as_ref()
        .filter(|id| !procedure.categories.iter().any(|c| c.id == **id))
    {
        return unknown("category", id);
    }
    let ground = match act {
        Act::Accept { ground, .. } => Some((ground, Purpose::Accept)),
        Act::Refuse { ground, .. } => Some((ground, Purpose::Refuse)),
        _ => None,
    };
    if let Some((id, purpose)) = ground {
        let fits = procedure.ground(id).is_some_and(|g| g.purpose == purpose);
        if !id.is_empty() && !fits {
            return unknown("ground", id);
        }
    }
    match act {
        Act::Answer { way, .. }
            if !way.is_empty()
                && !procedure
                    .ways
                    .iter()
                    .any(|w| w.id == *way && w.by_act == Do::Answer) =>
        {
            unknown("way", way)
        }
        Act::Review { faults, .. } => {
            // a unit's own norms are for its own results
            let norms = || procedure.norms.iter().filter(|norm| norm.holds_for(unit));
            match faults.iter().find(|f| !norms().any(|n| n.id == **f)) {
                Some(fault) => unknown("norm", fault),
                None => Ok(()),
            }
        }
        Act::Supervise { priority, .. }
            if !priority.is_empty() && !procedure.priorities.iter().any(|p| p.id == *priority) =>
        {
            unknown("priority", priority)
        }
        Act::Escalate { measure, .. }
            if !measure.is_empty() && !procedure.measures.iter().any(|m| m.id == *measure) =>
        {
            unknown("measure", measure)
        }
        _ => papers::known(procedure, act, unit, basis),
    }
}
