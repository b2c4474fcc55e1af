//! Marks: those of one group exclude each other.

use crate::facts::Seen;
use crate::{Act, Effect};
use procedure::ActRule;

/// The marks that the act or its rule sets, others of their groups falling away, and those that the rule takes back.
pub(crate) fn effects(seen: &Seen<'_>, rule: &ActRule, effects: &mut Vec<Effect>) {
    let by_act: &[String] = match seen.act {
        Some(Act::Mark(marking)) => &marking.marks,
        Some(Act::Receive { origin, .. }) => &origin.marks,
        _ => &[],
    };
    for mark in by_act.iter().chain(&rule.marks) {
        let instead_of = seen
            .case
            .marks
            .iter()
            .filter(|other| *other != mark && same_group(seen, mark, other))
            .cloned()
            .collect();
        effects.push(Effect::Mark {
            mark: mark.clone(),
            instead_of,
        });
    }
    let stands = |mark: &&String| seen.case.marks.contains(mark);
    let taken = rule.unmarks.iter().filter(stands).cloned();
    effects.extend(taken.map(|mark| Effect::Unmark { mark }));
}

/// Whether two marks exclude each other.
pub(crate) fn same_group(seen: &Seen<'_>, a: &str, b: &str) -> bool {
    let group = |id: &str| {
        let marks = &seen.rules.procedure.marks;
        marks.iter().find(|m| m.id == id).and_then(|m| m.group.as_ref())
    };
    group(a).is_some() && group(a) == group(b)
}
