//! Which rule of the procedure an act falls under, for this step and this person.

use crate::facts::Seen;
use crate::{Act, Actor, By, Order, Post, Refusal};
use procedure::{ActRule, Do, Of, Procedure, Ruled, Seat};

/// The first rule in the file that allows the act here and now to this person, and in which role.
pub(crate) fn rule<'a>(seen: &Seen<'a>) -> Result<(&'a ActRule, By), Refusal> {
    let word = seen
        .act
        .and_then(Act::word)
        .ok_or_else(|| Refusal::product("refusal-not-in-procedure"))?;
    rule_of(seen, word)
}

/// The same for an act that is not written yet.
pub(crate) fn rule_of<'a>(seen: &Seen<'a>, word: Do) -> Result<(&'a ActRule, By), Refusal> {
    let procedure = seen.rules.procedure;
    let (mut any, mut here, mut mine) = (None, None, None);
    let names = seen.act.and_then(Act::names);
    let fits = |r: &&ActRule| r.does == word && (names.is_none() || r.names() == names);
    for rule in procedure.acts.iter().filter(fits) {
        any = plainer(any, rule);
        if !stands_in(procedure, rule, &seen.case.step, seen.order) {
            continue;
        }
        here = plainer(here, rule);
        let Some(by) = allowed(procedure, rule, seen.who, seen.order, seen.act) else {
            continue;
        };
        mine = plainer(mine, rule);
        if seen.all(&rule.only_where) {
            return Ok((rule, by));
        }
    }
    let step = seen.order.map_or(&seen.case.step, |o| &o.step);
    let refusal = match (mine, here, any) {
        (Some(rule), _, _) => Refusal::new("refusal-no-rule", rule.basis()).with("step", step),
        (None, Some(rule), _) => Refusal::new("refusal-not-yours", rule.basis()),
        (None, None, Some(rule)) if seen.order.is_none() && of(procedure, rule) == Some(Of::Order) => {
            Refusal::new("refusal-order-missing", rule.basis())
        }
        (None, None, Some(rule)) => Refusal::new("refusal-wrong-step", rule.basis()).with("step", step),
        (None, None, None) => Refusal::product("refusal-not-in-procedure"),
    };
    Err(refusal.with("act", word_name(word)))
}

/// The rule that a refusal cites: the first without conditions of its own, or else the last.
fn plainer<'a>(found: Option<&'a ActRule>, rule: &'a ActRule) -> Option<&'a ActRule> {
    found.filter(|f| f.only_where.is_empty()).or(Some(rule))
}

/// The word as files write it.
pub(crate) fn word_name(word: procedure::Do) -> String {
    serde_json::to_value(word)
        .ok()
        .and_then(|v| v.as_str().map(str::to_owned))
        .unwrap_or_default()
}

/// Whether a rule is about cases or work orders; `None` for the receipt, which has no step before it.
pub(crate) fn of(procedure: &Procedure, rule: &ActRule) -> Option<Of> {
    rule.in_steps
        .first()
        .and_then(|id| procedure.step(id))
        .map(|s| s.of)
}

/// Whether the case, or the work order, stands where the rule applies.
pub(crate) fn stands_in(procedure: &Procedure, rule: &ActRule, step: &str, order: Option<&Order>) -> bool {
    match (of(procedure, rule), order) {
        (None, None) => step.is_empty(),
        (Some(Of::Case), None) => rule.in_steps.iter().any(|s| s == step),
        (Some(Of::Order), Some(order)) => rule.in_steps.contains(&order.step),
        _ => false,
    }
}

/// In which role the person may act under the rule, if at all. Roles seated in units act on their unit's orders only,
/// or claim for their unit.
pub(crate) fn allowed(
    procedure: &Procedure,
    rule: &ActRule,
    who: &Actor,
    order: Option<&Order>,
    act: Option<&Act>,
) -> Option<By> {
    match who {
        Actor::System => rule.by.iter().any(|r| r == "system").then_some(By::System),
        Actor::Citizen(_) => {
            let citizen = |id: &String| procedure.role(id).is_some_and(|r| r.seat == Seat::Citizen);
            rule.by.iter().any(citizen).then_some(By::Citizen)
        }
        Actor::Staff { person, posts } => {
            let fits = |post: &&Post| {
                let seat = procedure.role(&post.role).map(|r| r.seat);
                let seated = match (seat, order) {
                    (Some(Seat::Office), _) => true,
                    (Some(Seat::Unit), Some(order)) => post.unit.as_ref() == Some(&order.unit.id),
                    (Some(Seat::Unit), None) if rule.does == Do::Claim => match act {
                        Some(Act::Claim(claim)) => post.unit.as_ref() == Some(&claim.unit.id),
                        _ => post.unit.is_some(),
                    },
                    _ => false,
                };
                seated && rule.by.contains(&post.role)
            };
            // whoever holds the post that must act in person acts in it, whatever other posts they hold
            let in_person = order.and_then(|o| o.in_person.as_ref());
            let named = posts.iter().filter(|p| Some(&p.role) == in_person).find(fits);
            named.or_else(|| posts.iter().find(fits)).map(|post| By::Staff {
                person: person.clone(),
                role: post.role.clone(),
                unit: post.unit.clone(),
            })
        }
    }
}
