//! Time limits that contradict each other, and extensions that nobody can ask for or that cannot be added up.

use super::file::{File, line};
use super::findings::Findings;
use crate::fact::Condition;
use crate::model::{ClockRule, Do, Moment, Of, Ruled};
use calendar::Unit;

pub(super) fn check(file: &File<'_>, found: &mut Findings) {
    let p = file.procedure;
    for (index, clock) in p.clocks.iter().enumerate() {
        let earlier = p
            .clocks
            .iter()
            .take(index)
            .find(|other| contradicts(other, clock));
        if let Some(other) = earlier {
            let args = vec![
                ("clock", clock.id.clone()),
                ("other", other.id.clone()),
                ("limit", said(clock)),
                ("limit2", said(other)),
            ];
            found.fault(
                line!(file, "clock", index, "limit"),
                "check-limits-clash",
                clock.clause(),
                args,
            );
        }
        if clock.starts_on.is_empty() {
            let args = vec![("clock", clock.id.clone())];
            found.fault(
                line!(file, "clock", index, "starts_on"),
                "check-clock-no-start",
                clock.clause(),
                args,
            );
        }
        extension(file, index, clock, found);
    }
    let asks = p.acts.iter().position(|a| a.does == Do::AskExtension);
    if let (Some(index), false) = (asks, p.clocks.iter().any(|c| c.extension.is_some())) {
        let clause = p.acts.get(index).and_then(|a| a.clause.as_ref());
        found.fault(
            line!(file, "act", index, "do"),
            "check-nothing-to-extend",
            clause,
            Vec::new(),
        );
    }
}

fn contradicts(a: &ClockRule, b: &ClockRule) -> bool {
    a.of == b.of
        && same(&a.starts_on, &b.starts_on)
        && same(&a.met_by, &b.met_by)
        && same_conditions(&a.only_if, &b.only_if)
        && a.limit.is_some()
        && b.limit.is_some()
        && a.limit != b.limit
}

fn said(clock: &ClockRule) -> String {
    clock.limit.map(|l| l.to_string()).unwrap_or_default()
}

fn same(a: &[Moment], b: &[Moment]) -> bool {
    a.iter().all(|m| b.contains(m)) && b.iter().all(|m| a.contains(m))
}

fn same_conditions(a: &[Condition], b: &[Condition]) -> bool {
    a.iter().all(|c| b.contains(c)) && b.iter().all(|c| a.contains(c))
}

fn extension(file: &File<'_>, index: usize, clock: &ClockRule, found: &mut Findings) {
    let Some(extension) = &clock.extension else { return };
    let args = || vec![("clock", clock.id.clone())];
    let clause = Some(&extension.clause);
    if clock.of == Of::Case {
        let line = line!(file, "clock", index, "extension");
        return found.fault(line, "check-extension-of-case", clause, args());
    }
    if extension.at_most.unit == Unit::Months {
        let mut args = args();
        args.push(("limit", extension.at_most.to_string()));
        found.fault(
            line!(file, "clock", index, "extension", "at_most"),
            "check-extension-months",
            clause,
            args,
        );
    }
    let asked = |does: Do| file.procedure.acts.iter().any(|a| a.does == does);
    if !asked(Do::AskExtension) || !asked(Do::RuleExtension) {
        found.fault(
            line!(file, "clock", index, "extension"),
            "check-extension-unasked",
            clause,
            args(),
        );
    }
}
