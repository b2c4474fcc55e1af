//! The parts of a dispatch: one lead, no unit twice, and the designated unit leads.

use crate::Refusal;
use crate::act::Assignment;
use crate::facts::Seen;
use procedure::Basis;

/// Refuses a unit named twice or still at work on the case, and a lead other than the one designated.
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
        return Err(Refusal::product("refusal-other-lead-designated")
            .with("unit", &other.unit.name)
            .with("designated", &designated.name));
    }
    Ok(())
}
