//! The parts of a dispatch: one lead at a time, no unit twice, and the designated unit leads.

use crate::Refusal;
use crate::act::Assignment;
use crate::facts::Seen;
use procedure::{Basis, Do, Ruled};

/// Refuses a unit named twice or still at work on the case, a lead other than the one designated, and a second lead.
pub(crate) fn check(seen: &Seen<'_>, to: &[Assignment], basis: &Basis) -> Result<(), Refusal> {
    for (index, part) in to.iter().enumerate() {
        let twice = to.iter().skip(index + 1).any(|p| p.unit.id == part.unit.id);
        let at_work = seen
            .case
            .orders
            .iter()
            .any(|o| o.is_open() && o.unit.id == part.unit.id);
        if twice || at_work {
            return Err(Refusal::new("refusal-unit-twice", basis.clone()).with("unit", &part.unit.name));
        }
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
