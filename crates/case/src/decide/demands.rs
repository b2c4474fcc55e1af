//! Further conditions on acts, whatever rule they fall under: `[[demand]]`.

use super::fields;
use crate::facts::Seen;
use crate::{Act, Refusal};
use procedure::{Basis, Demand, Do, Ruled, Words};

/// Refuses an act that a demand of the file stands against, with the demand's clause.
pub(crate) fn check(seen: &Seen<'_>) -> Result<(), Refusal> {
    let (Some(act), Some(word)) = (seen.act, seen.act.and_then(Act::word)) else {
        return Ok(());
    };
    for demand in on(seen, word) {
        for need in &demand.needs {
            if !fields::has(seen, act, need.field) {
                let basis = need.clause.clone().map_or_else(|| demand.basis(), Basis::Clause);
                return Err(fields::missing(need.field, basis));
            }
        }
        if let Some(refusal) = refused(seen, demand) {
            return Err(refusal);
        }
    }
    Ok(())
}

/// The demands on an act where the case or work order stands.
pub(crate) fn on<'a>(seen: &Seen<'a>, word: Do) -> impl Iterator<Item = &'a Demand> {
    let step = seen.order.map_or(&seen.case.step, |o| &o.step);
    seen.rules.procedure.demands.iter().filter(move |demand| {
        demand.on.contains(&word)
            && (demand.in_steps.is_empty() || demand.in_steps.contains(step))
            && seen.all(&demand.only_where)
    })
}

/// What a demand that does not hold says.
fn refused(seen: &Seen<'_>, demand: &Demand) -> Option<Refusal> {
    let that = demand.that.as_ref().filter(|that| !seen.holds(that))?;
    let mut refusal = Refusal::new("refusal-condition", demand.basis()).with("condition", that.to_string());
    refusal.say.clone_from(&demand.say);
    Some(refusal)
}

/// The first demand that stands against an act which is not written yet, as its refusal.
pub(crate) fn unheld(seen: &Seen<'_>, word: Do) -> Option<Refusal> {
    on(seen, word).find_map(|demand| refused(seen, demand))
}

/// What a demand says against an act that is only offered yet.
pub(crate) fn blocking<'a>(seen: &Seen<'a>, word: Do) -> Option<&'a Words> {
    on(seen, word)
        .find(|demand| demand.that.as_ref().is_some_and(|that| !seen.holds(that)))
        .and_then(|demand| demand.say.as_ref())
}
