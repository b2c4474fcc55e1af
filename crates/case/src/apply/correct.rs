//! The fold of a correction: the field as it is from now on.

use crate::Case;
use crate::act::Correctable;
use seal::Sealed;

impl Case {
    /// A name, phone or id number that was corrected is no longer the one that was verified.
    pub(super) fn correct(&mut self, field: Correctable, new: &Sealed) {
        if field == Correctable::Title {
            self.title = Some(new.clone());
            return;
        }
        let Some(citizen) = self.citizen.as_mut() else {
            return;
        };
        match field {
            Correctable::Name => citizen.name = new.clone(),
            Correctable::Phone => citizen.phone = new.clone(),
            Correctable::IdNumber => citizen.id_number = Some(new.clone()),
            Correctable::Address => citizen.address = Some(new.clone()),
            Correctable::Title => {}
        }
        if field != Correctable::Address {
            citizen.verified = None;
        }
    }

    /// What stands in the field now.
    pub(crate) fn standing_in(&self, field: Correctable) -> Option<&Sealed> {
        let citizen = self.citizen.as_ref();
        match field {
            Correctable::Title => self.title.as_ref(),
            Correctable::Name => citizen.map(|c| &c.name),
            Correctable::Phone => citizen.map(|c| &c.phone),
            Correctable::IdNumber => citizen.and_then(|c| c.id_number.as_ref()),
            Correctable::Address => citizen.and_then(|c| c.address.as_ref()),
        }
    }
}
