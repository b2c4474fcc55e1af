//! Rules that are never chosen: the first rule that fits decides, so an earlier one may always be in the way.

use super::file::{File, line};
use super::findings::Findings;
use crate::model::{ActRule, Do, Ruled};
use crate::vocabulary::word;

pub(super) fn check(file: &File<'_>, found: &mut Findings) {
    let acts = &file.procedure.acts;
    for (index, later) in acts.iter().enumerate() {
        let mut steps: Vec<(usize, &str)> = later.in_steps.iter().map(String::as_str).enumerate().collect();
        if later.does == Do::Receive {
            // a receipt has no step before it
            steps.push((0, "…"));
        }
        for (j, step) in steps {
            let here = |a: &ActRule| a.does == Do::Receive || a.in_steps.iter().any(|s| s == step);
            let hides = |a: &ActRule| {
                a.does == later.does && a.names() == later.names() && here(a) && covers(a, later)
            };
            if let Some(other) = acts.iter().take(index).position(hides) {
                let args = vec![
                    ("act", word(later.does)),
                    ("step", step.to_owned()),
                    ("other", line!(file, "act", other).to_string()),
                ];
                found.fault(
                    line!(file, "act", index, "in", j),
                    "check-hidden",
                    later.clause(),
                    args,
                );
            }
        }
    }
}

/// Whether everybody who could use the later rule falls under the earlier one first.
fn covers(earlier: &ActRule, later: &ActRule) -> bool {
    !later.by.is_empty()
        && later.by.iter().all(|role| earlier.by.contains(role))
        && earlier.only_where.iter().all(|c| later.only_where.contains(c))
}
