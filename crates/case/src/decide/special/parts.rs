//! The parts of a dispatch: one lead at a time, no unit twice, and the designated unit leads.

use crate::Refusal;
use crate::act::{Assignment, UnitRef};
use crate::facts::Seen;
use procedure::{Basis, Do, Ruled};

/// Refuses a unit named twice or still at work on the case, a lead other than the one designated, and a second lead.
pub(crate) fn check(seen: &Seen<'_>, to: &[Assignment], basis: &Basis) -> Result<(), Refusal> {
    for (index, part) in to.iter().enumerate() {
        let twice = to.iter().skip(index + 1).any(|p| p.unit.id == part.unit.id);
        if twice {
            return Err(Refusal::new("refusal-unit-twice", basis.clone()).with("unit", &part.unit.name));
        }
        check_unit(seen, &part.unit, basis)?;
    }
    if let Some(designated) = &seen.case.designated
        && let Some(other) = to.iter().find(|p| p.lead && p.unit.id != designated.id)
    {
        let rule = seen.rules.procedure.acts.iter().find(|r| r.does == Do::Designate);
        let basis = rule.map_or_else(|| basis.clone(), Ruled::basis);
        return Err(Refusal::new("refusal-other-lead-designated", basis)
            .with("unit", &other.unit.name)
            .with("designated", &designated.name));
    }
    let leads = seen.case.orders.iter().find(|o| o.lead && o.is_open());
    if let (Some(leads), true) = (leads, to.iter().any(|p| p.lead)) {
        return Err(Refusal::new("refusal-second-lead", basis.clone()).with("unit", &leads.unit.name));
    }
    Ok(())
}

/// Refuses a unit that is still at work on the case.
pub(crate) fn check_unit(seen: &Seen<'_>, unit: &UnitRef, basis: &Basis) -> Result<(), Refusal> {
    let mut orders = seen.case.orders.iter();
    if orders.any(|o| o.is_open() && o.unit.id == unit.id) {
        return Err(Refusal::new("refusal-unit-twice", basis.clone()).with("unit", &unit.name));
    }
    Ok(())
}
