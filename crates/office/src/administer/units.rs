//! Units as the administrator enters and changes them. An id names one unit for ever; entering it again is how a unit is
//! changed, and has to be said.

use super::{LONGEST_ID, LONGEST_NAME, is_division, one_line};
use crate::directory::UnitEntry;
use crate::draft::ONLY_THESE;
use crate::papers::OFFICE;
use crate::{FieldFault, Office, Problem, says_nothing};
use case::access::THIS_OFFICE;
use procedure::fact::Compare;
use procedure::{Condition, Fact, Procedure};
use store::Unit;

/// Ids that mean something else wherever units are named: among the accused, and as who issues a document.
const RESERVED: [&str; 3] = [THIS_OFFICE, ONLY_THESE, OFFICE];

/// The kind of units that rules do not ask for.
pub const OTHER: &str = "other";

/// The kinds that a unit may have: those that rules ask for, in the order in which they do, and `other`.
pub fn unit_kinds(procedure: &Procedure) -> Vec<String> {
    let personal = procedure.personal.iter().map(|p| p.unit_kind.clone());
    let mut kinds: Vec<String> = Vec::new();
    for kind in personal.chain(asked_kinds(procedure)).chain([OTHER.to_owned()]) {
        if !kinds.contains(&kind) {
            kinds.push(kind);
        }
    }
    kinds
}

fn asked_kinds(procedure: &Procedure) -> impl Iterator<Item = String> {
    let rules = procedure.acts.iter();
    let conditions = rules.flat_map(|rule| {
        let required = rule.only_if.iter().map(|requirement| &requirement.that);
        rule.only_where.iter().chain(required)
    });
    let demanded = procedure
        .demands
        .iter()
        .flat_map(|demand| demand.only_where.iter().chain(&demand.that));
    let limits = procedure
        .clocks
        .iter()
        .flat_map(|clock| clock.limits.iter().flat_map(|limit| &limit.only_if));
    let asked = |condition: &Condition| match (&condition.fact, &condition.compare) {
        (Fact::ActToKind | Fact::ActCataloguedKind | Fact::OrderUnitKind, Compare::Is(kind)) => {
            Some(kind.clone())
        }
        _ => None,
    };
    conditions.chain(demanded).chain(limits).filter_map(asked)
}

impl Office {
    pub(super) async fn checked_unit(
        &self,
        j: &str,
        unit: UnitEntry,
        change: bool,
    ) -> Result<UnitEntry, Problem> {
        one_line("id", &unit.id, LONGEST_ID)?;
        one_line("kind", &unit.kind, LONGEST_ID)?;
        one_line("zh", &unit.zh, LONGEST_NAME)?;
        one_line("en", &unit.en, LONGEST_NAME)?;
        let every = self.store().units_ever(j).await?;
        let mut faults = Vec::new();
        faults.extend(wrong_id(&unit, &every, change));
        for (field, value) in [("zh", &unit.zh), ("en", &unit.en), ("kind", &unit.kind)] {
            if says_nothing(value) {
                faults.push(FieldFault::new(field, "field-empty"));
            }
        }
        if unit.to.is_some_and(|to| to <= unit.from) {
            faults.push(FieldFault::new("to", "field-ends-before"));
        }
        if unit.territory.as_deref().is_some_and(|code| !is_division(code)) {
            faults.push(FieldFault::new("territory", "field-not-a-division"));
        }
        let adopted = self.in_force(j, self.now()).await?;
        let rules = &adopted.procedure;
        // other rules may have named the kind that it has
        let had = |one: &Unit| one.id.as_str() == unit.id && one.kind == unit.kind;
        if !says_nothing(&unit.kind) && !unit_kinds(rules).contains(&unit.kind) && !every.iter().any(had) {
            faults.push(FieldFault::new("kind", "field-no-such-kind"));
        }
        let known = |id: &String| {
            rules.categories.iter().any(|c| c.id == *id) || rules.marks.iter().any(|m| m.id == *id)
        };
        if !unit.duties.iter().all(known) {
            faults.push(FieldFault::new("duties", "field-no-such-duty"));
        }
        if let Some(parent) = &unit.parent {
            let id = parent.as_str().into();
            if *parent == unit.id {
                faults.push(FieldFault::new("parent", "field-own-parent"));
            } else if self.store().unit(j, &id, unit.from).await?.is_none() {
                faults.push(FieldFault::new("parent", "field-no-such-unit"));
            } else if stands_under(&every, parent, &unit.id) {
                faults.push(FieldFault::new("parent", "field-parent-circle"));
            }
        }
        if faults.is_empty() {
            Ok(unit)
        } else {
            Err(Problem::Invalid(faults))
        }
    }
}

/// What is wrong with the id: its form, a word that means something else, or a unit of this id that is there, or is not.
fn wrong_id(unit: &UnitEntry, every: &[Unit], change: bool) -> Option<FieldFault> {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    let there: Vec<&Unit> = every.iter().filter(|one| one.id.as_str() == unit.id).collect();
    let named = |field: &str, code: &'static str| {
        let mut fault = FieldFault::new(field, code);
        fault.args.push(("id", unit.id.clone()));
        fault
    };
    let Some(last) = there.last() else {
        if !unit.id.chars().all(plain) || !unit.id.contains(|c: char| c.is_ascii_alphanumeric()) {
            return Some(FieldFault::new("id", "field-not-an-id"));
        }
        if RESERVED.contains(&unit.id.as_str()) {
            return Some(named("id", "field-id-reserved"));
        }
        return change.then(|| named("id", "field-no-unit-to-change"));
    };
    if !change {
        let mut fault = named("id", "field-unit-there");
        fault.args.push(("name", last.zh.clone()));
        return Some(fault);
    }
    // with the same first day it is changed; with another one it is what it was before or will be after
    let overlaps = |one: &&&Unit| {
        one.from != unit.from
            && one.to.is_none_or(|to| to > unit.from)
            && unit.to.is_none_or(|to| to > one.from)
    };
    let other = there.iter().find(overlaps)?;
    let mut fault = named("from", "field-unit-overlaps");
    fault.args.push(("since", other.from.to_string()));
    Some(fault)
}

/// Whether `unit` stands under `above`, at whatever time: what goes in a circle on some day is refused.
fn stands_under(every: &[Unit], unit: &str, above: &str) -> bool {
    let mut seen = vec![unit];
    let mut at = 0;
    while let Some(one) = seen.get(at).copied() {
        if one == above {
            return true;
        }
        let rows = every.iter().filter(|row| row.id.as_str() == one);
        for parent in rows.filter_map(|row| row.parent.as_ref()) {
            if !seen.contains(&parent.as_str()) {
                seen.push(parent.as_str());
            }
        }
        at += 1;
    }
    false
}
