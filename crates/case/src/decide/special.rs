//! What only one act checks or brings about, beyond the rule's steps, fields and conditions.

mod correct;
mod escalate;
mod extension;
mod issue;
mod marks;
mod papers;
mod parts;
mod repeat;

pub(crate) use extension::left as extension_left;
pub(crate) use issue::{issued, of_rung};

use crate::facts::Seen;
use crate::{Act, Effect, Refusal};
use procedure::{ActRule, Basis, Field};

/// Refuses what the act's own sense forbids.
pub(crate) fn check(seen: &Seen<'_>, basis: &Basis) -> Result<(), Refusal> {
    let refuse = |code: &'static str| Err(Refusal::new(code, basis.clone()));
    let waits = |send_back: bool| {
        seen.order
            .is_some_and(|o| seen.case.open_request(o.no, send_back).is_some())
    };
    match seen.act {
        Some(Act::Dispatch { to, .. }) => parts::check(seen, to, basis),
        Some(Act::AskExtension { .. }) if waits(false) => refuse("refusal-already-asked"),
        Some(Act::AskSendBack { .. }) if waits(true) => refuse("refusal-already-asked"),
        Some(Act::RuleExtension { .. }) if !waits(false) => refuse("refusal-nothing-asked"),
        Some(Act::RuleSendBack { .. }) if !waits(true) => refuse("refusal-nothing-asked"),
        Some(Act::GiveOpinion { .. }) if seen.order.is_none_or(|o| o.open_opinions == 0) => {
            refuse("refusal-nothing-asked")
        }
        Some(Act::AskExtension { limit, .. }) => extension::check(seen, *limit, basis),
        Some(Act::RuleExtension {
            granted: true, limit, ..
        }) => extension::check_ruling(seen, *limit, basis),
        Some(Act::ConfirmRepeat { earlier }) => repeat::check(seen, earlier),
        Some(Act::Escalate { measure, .. }) => escalate::check(seen, measure),
        Some(Act::Correct { field, old, new, .. }) => correct::check(seen, *field, old.as_ref(), new, basis),
        Some(Act::LinkEmergency { when, .. }) if *when > seen.now => {
            Err(Refusal::new("refusal-in-future", basis.clone()).at("when", *when))
        }
        Some(Act::Merge { into }) if seen.case.number.as_ref() == Some(into) => {
            refuse("refusal-merge-into-itself")
        }
        // PL-17: what was public does not go away without a trace, nor without a reason, whatever the rule asks.
        Some(Act::Withhold { .. }) if seen.case.was_public() => refuse("refusal-was-public"),
        Some(Act::Hide { .. }) if !seen.case.is_public() => refuse("refusal-not-public"),
        Some(act @ Act::Hide { .. }) if !super::fields::has(seen, act, Field::Reason) => {
            Err(super::fields::missing(Field::Reason, basis.clone()))
        }
        Some(Act::Claim(claim)) => parts::check_unit(seen, &claim.unit, basis),
        Some(Act::Record(note)) => papers::check_record(seen, note, basis),
        Some(Act::Write(paper)) => papers::check_writing(seen, paper, basis),
        Some(Act::Deliver(delivery)) => papers::check_delivery(seen, delivery, basis),
        Some(Act::Submit(submission)) => papers::check_submission(seen, submission, basis),
        Some(Act::Refer(line)) => papers::check_line(seen, line, basis),
        _ => Ok(()),
    }
}

/// Effects that only this act has.
pub(crate) fn effects(seen: &Seen<'_>, rule: &ActRule, effects: &mut Vec<Effect>) -> Result<(), Refusal> {
    marks::effects(seen, rule, effects);
    if let Some(name) = &rule.in_name {
        effects.push(Effect::InName {
            name: papers::in_name(seen, name),
        });
    }
    match seen.act {
        Some(Act::Dispatch { to, .. }) if seen.case.repeat_of.is_some() => {
            repeat::in_person_for_new(seen, to, effects);
        }
        Some(Act::Claim(claim)) if seen.case.repeat_of.is_some() => {
            repeat::in_person_for_claim(seen, &claim.unit, effects);
        }
        Some(Act::ConfirmRepeat { earlier }) => repeat::effects(seen, earlier, effects)?,
        Some(Act::RuleExtension {
            granted: true, limit, ..
        }) => extension::grant(seen, *limit, effects)?,
        Some(Act::Recheck { .. } | Act::Convene { .. }) if seen.bad_outcome() => {
            effects.push(Effect::CountsAgainst);
        }
        Some(Act::Review {
            passed: false,
            faults,
            ..
        }) if seen.evasive(faults) => effects.push(Effect::CountsAgainst),
        _ => {}
    }
    Ok(())
}
