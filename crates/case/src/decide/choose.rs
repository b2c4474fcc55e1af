//! Which rule of the procedure an act falls under, for this step and this person.

use crate::facts::Seen;
use crate::{Act, Actor, By, Order, Refusal};
use procedure::{ActRule, Of, Procedure, Ruled, Seat};

/// The first rule in the file that allows the act here and now to this person, and in which role.
pub(crate) fn rule<'a>(seen: &Seen<'a>) -> Result<(&'a ActRule, By), Refusal> {
    let procedure = seen.rules.procedure;
    let word = seen
        .act
        .and_then(Act::word)
        .ok_or_else(|| Refusal::product("refusal-not-in-procedure"))?;
    let named = |refusal: Refusal| refusal.with("act", word_name(word));
    let of_word: Vec<&ActRule> = procedure.acts.iter().filter(|r| r.does == word).collect();
    let Some(first) = of_word.first() else {
        return Err(named(Refusal::product("refusal-not-in-procedure")));
    };
    let here: Vec<&ActRule> = of_word
        .iter()
        .copied()
        .filter(|r| stands_in(procedure, r, &seen.case.step, seen.order))
        .collect();
    if here.is_empty() {
        let code = if seen.order.is_none() && of_word.iter().all(|r| of(procedure, r) == Some(Of::Order)) {
            "refusal-order-missing"
        } else {
            "refusal-wrong-step"
        };
        let step = seen.order.map_or(&seen.case.step, |o| &o.step);
        return Err(named(Refusal::new(code, first.basis())).with("step", step));
    }
    let mut mine = Vec::new();
    for rule in &here {
        if let Some(by) = allowed(procedure, rule, seen.who, seen.order) {
            mine.push((*rule, by));
        }
    }
    if mine.is_empty() {
        let basis = here.first().map_or_else(|| first.basis(), |r| r.basis());
        return Err(named(Refusal::new("refusal-not-yours", basis)));
    }
    let basis = mine.first().map_or_else(|| first.basis(), |(r, _)| r.basis());
    mine.into_iter()
        .find(|(rule, _)| seen.all(&rule.only_where))
        .ok_or_else(|| named(Refusal::new("refusal-no-rule", basis)))
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

/// In which role the person may act under the rule, if at all. Roles seated in units act on their unit's orders only.
pub(crate) fn allowed(
    procedure: &Procedure,
    rule: &ActRule,
    who: &Actor,
    order: Option<&Order>,
) -> Option<By> {
    match who {
        Actor::System => rule.by.iter().any(|r| r == "system").then_some(By::System),
        Actor::Citizen(_) => {
            let citizen = |id: &String| procedure.role(id).is_some_and(|r| r.seat == Seat::Citizen);
            rule.by.iter().any(citizen).then_some(By::Citizen)
        }
        Actor::Staff { person, posts } => posts.iter().find_map(|post| {
            let role = procedure.role(&post.role)?;
            let seat_fits = match (role.seat, order) {
                (Seat::Office, _) => true,
                (Seat::Unit, Some(order)) => post.unit.as_ref() == Some(&order.unit.id),
                _ => false,
            };
            (seat_fits && rule.by.contains(&post.role)).then(|| By::Staff {
                person: person.clone(),
                role: post.role.clone(),
                unit: post.unit.clone(),
            })
        }),
    }
}
