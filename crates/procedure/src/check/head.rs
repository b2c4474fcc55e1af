//! The head of the file: dates, first steps, the rule on repeat complaints.

use super::file::{File, line};
use super::findings::Findings;
use crate::model::{Do, Of, StepEnd};

pub(super) fn check(file: &File<'_>, found: &mut Findings) {
    let p = file.procedure;
    let head = &p.head;
    if head.last_day.is_some_and(|last| last < head.in_force) {
        let args = vec![
            ("from", head.in_force.to_string()),
            ("last", head.last_day.map(|d| d.to_string()).unwrap_or_default()),
        ];
        found.fault(line!(file, "procedure", "last_day"), "check-last-day", None, args);
    }
    let firsts = [
        ("first_step", &head.first_step, Of::Case),
        ("first_order_step", &head.first_order_step, Of::Order),
    ];
    for (key, id, of) in firsts {
        let Some(step) = p.step(id) else { continue };
        let args = || {
            vec![
                ("key", key.to_owned()),
                ("step", id.clone()),
                ("want", of.word().to_owned()),
            ]
        };
        if step.of != of {
            found.fault(line!(file, "procedure", key), "check-step-kind", None, args());
        } else if step.end == StepEnd::Final {
            found.fault(line!(file, "procedure", key), "check-first-final", None, args());
        }
    }
    let receives = || p.acts.iter().filter(|a| a.does == Do::Receive);
    if receives().next().is_none() {
        found.fault(line!(file, "procedure"), "check-no-receipt", None, Vec::new());
    } else if !receives().any(|a| a.to.is_none() || a.to.as_ref() == Some(&head.first_step)) {
        let args = vec![("step", head.first_step.clone())];
        found.fault(
            line!(file, "procedure", "first_step"),
            "check-first-step",
            None,
            args,
        );
    }
    let dispatch = p.acts.iter().position(|a| a.does == Do::Dispatch);
    if let (true, Some(index)) = (head.first_order_step.is_empty(), dispatch) {
        found.fault(
            line!(file, "act", index, "do"),
            "check-first-order-step",
            None,
            Vec::new(),
        );
    }
    repeat(file, found);
}

fn repeat(file: &File<'_>, found: &mut Findings) {
    let p = file.procedure;
    let head = &p.head;
    let limb = [
        ("repeat_within", head.repeat_within.is_some()),
        ("repeat_clock", head.repeat_clock.is_some()),
    ];
    let set: Vec<&str> = limb.iter().filter(|(_, set)| *set).map(|(key, _)| *key).collect();
    if let (Some(key), None) = (set.first(), &head.repeat_clause) {
        found.fault(
            line!(file, "procedure", *key),
            "check-repeat-clause",
            None,
            Vec::new(),
        );
    }
    let clock = head.repeat_clock.as_ref().and_then(|id| p.clock(id));
    if let Some(clock) = clock.filter(|c| c.of == Of::Order) {
        let args = vec![("clock", clock.id.clone())];
        let line = line!(file, "procedure", "repeat_clock");
        found.fault(line, "check-repeat-clock", head.repeat_clause.as_ref(), args);
    }
    let confirm = p.acts.iter().position(|a| a.does == Do::ConfirmRepeat);
    let rule = confirm.and_then(|index| p.acts.get(index));
    if let (Some(index), Some(act), true) = (confirm, rule, set.is_empty()) {
        let line = line!(file, "act", index, "do");
        found.fault(line, "check-repeat-nothing", act.clause.as_ref(), Vec::new());
    }
    if confirm.is_none() && !p.personal.is_empty() {
        let clause = p.personal.first().and_then(|x| x.clause.as_ref());
        found.fault(
            line!(file, "personal", 0),
            "check-personal-idle",
            clause,
            Vec::new(),
        );
    }
}
