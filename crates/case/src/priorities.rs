//! Supervision selects a case by itself where data tells: the priorities of the procedure, each with its clause.

use crate::facts::Seen;
use crate::{Act, Actor, Case, Effect, Rules};
use calendar::Instant;
use procedure::Do;

/// The priorities that hold now and did not before. A case from a past ledger is never selected.
pub(crate) fn select(rules: &Rules<'_>, after: &Case, act: &Act, who: &Actor, now: Instant) -> Vec<Effect> {
    let seen = Seen {
        rules,
        case: after,
        order: None,
        act: Some(act),
        who,
        now,
    };
    // where the file knows an acceptance, nothing is supervised before it
    let accepts = rules.procedure.acts.iter().any(|rule| rule.does == Do::Accept);
    if after.history || (accepts && after.accepted.is_none()) {
        return Vec::new();
    }
    rules
        .procedure
        .priorities
        .iter()
        .filter(|p| !after.priorities.contains(&p.id) && p.any_of.iter().any(|c| seen.holds(c)))
        .map(|p| Effect::Select {
            priority: p.id.clone(),
        })
        .collect()
}
