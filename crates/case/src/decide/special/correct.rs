//! A correction: something must stand there, it must be what the person saw, and something must be written instead.

use crate::Refusal;
use crate::act::Correctable;
use crate::facts::Seen;
use procedure::Basis;
use seal::Sealed;

/// Refuses a correction of nothing, by nothing, or of what is no longer there.
pub(crate) fn check(
    seen: &Seen<'_>,
    field: Correctable,
    old: Option<&Sealed>,
    new: &Sealed,
    basis: &Basis,
) -> Result<(), Refusal> {
    if field != Correctable::Title && seen.case.citizen.is_none() {
        return Err(Refusal::new("refusal-nothing-to-correct", basis.clone()));
    }
    if new.chars == 0 {
        return Err(Refusal::new("refusal-correction-empty", basis.clone()));
    }
    if old != seen.case.standing_in(field) {
        return Err(Refusal::new("refusal-corrected-meanwhile", basis.clone()));
    }
    Ok(())
}
