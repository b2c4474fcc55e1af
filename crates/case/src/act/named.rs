//! Every unit that an act names, to be called as a reader's language calls it: what is recorded is the Chinese name it had.

use super::{Act, UnitRef};

impl Act {
    /// The units that it names, as they stand in it.
    pub fn units_named(&mut self) -> Vec<&mut UnitRef> {
        match self {
            Self::Receive { origin, .. } => origin.accused.iter_mut().collect(),
            Self::Dispatch { to, .. } => to.iter_mut().map(|part| &mut part.unit).collect(),
            Self::Claim(claim) => vec![&mut claim.unit],
            Self::Mark(marking) => marking.accused.iter_mut().collect(),
            Self::Designate { unit, .. } | Self::Escalate { unit, .. } => vec![unit],
            Self::Convene { units, .. } => units.iter_mut().collect(),
            _ => Vec::new(),
        }
    }
}
