//! What supervision can go on to: each measure only on its own conditions.

use crate::Refusal;
use crate::facts::Seen;
use procedure::Ruled;

/// Refuses a measure none of whose grounds is there, or whose further conditions fail, with its clause.
pub(crate) fn check(seen: &Seen<'_>, measure: &str) -> Result<(), Refusal> {
    let Some(rule) = seen.rules.procedure.measures.iter().find(|m| m.id == measure) else {
        return Ok(());
    };
    let list = |conditions: &[procedure::Condition]| {
        conditions
            .iter()
            .map(ToString::to_string)
            .collect::<Vec<_>>()
            .join("; ")
    };
    if !rule.any_of.iter().any(|c| seen.holds(c)) {
        return Err(Refusal::new("refusal-measure-without-ground", rule.basis())
            .with("measure", &rule.id)
            .with("conditions", list(&rule.any_of)));
    }
    if !seen.all(&rule.all_of) {
        return Err(Refusal::new("refusal-measure-condition", rule.basis())
            .with("measure", &rule.id)
            .with("conditions", list(&rule.all_of)));
    }
    Ok(())
}
