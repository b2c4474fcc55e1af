//! What is proven over every course of a case: an answer can always be reached, every wait has a clock, no duty has
//! two limits, and every rule has its cases.

use super::file::{File, line};
use super::findings::Findings;
use crate::model::Ruled;
use crate::prove::{self, Proof};
use crate::vocabulary::word;

pub(super) fn check(file: &File<'_>, found: &mut Findings) -> Proof {
    let p = file.procedure;
    let proof = Proof::of(p);
    for (at, way) in &proof.stuck {
        let Some(step) = p.steps.get(*at) else { continue };
        let args = vec![("step", step.id.clone()), ("path", prove::line(way))];
        let line = line!(file, "step", *at, "id");
        found.fault(line, "check-no-answer", step.clause(), args);
    }
    for (at, way) in &proof.clockless {
        let Some(step) = p.steps.get(*at) else { continue };
        let args = vec![("step", step.id.clone()), ("path", prove::line(way))];
        let line = line!(file, "step", *at, "clocks");
        found.fault(line, "check-wait-unclocked", step.clause(), args);
    }
    for (a, b, way) in &proof.two_limits {
        let (Some(earlier), Some(later)) = (p.clocks.get(*a), p.clocks.get(*b)) else {
            continue;
        };
        let args = vec![
            ("clock", later.id.clone()),
            ("other", earlier.id.clone()),
            ("path", prove::line(way)),
        ];
        let line = line!(file, "clock", *b, "id");
        if earlier.clause().or(later.clause()).is_some() {
            found.fault(line, "check-two-limits", later.clause(), args);
        } else {
            // the office may bind itself twice
            found.advice(line, "check-two-limits", None, args);
        }
    }
    for at in &proof.idle {
        let Some(rule) = p.acts.get(*at) else { continue };
        let args = vec![("act", word(rule.does))];
        found.fault(
            line!(file, "act", *at, "if"),
            "check-never-applies",
            rule.clause(),
            args,
        );
    }
    proof
}
