//! Recovery codes: made, shown once, kept as keyed hashes.

use crate::Office;
use crate::credentials::{Credential, Entered};
use case::PersonId;
use credentials::recovery;

impl Office {
    pub(in crate::staff) fn fresh_recovery(&self, person: &PersonId) -> (Vec<String>, Entered) {
        let codes: Vec<String> = (0..recovery::COUNT)
            .map(|_| recovery::code(self.chance().bytes()))
            .collect();
        let hashes = codes
            .iter()
            .map(|code| self.recovery_hash(person, code))
            .collect();
        let entered = Entered {
            by: person.to_string(),
            id: crate::chance::hex(&self.chance().bytes::<8>()),
            person: person.to_string(),
            active: true,
            what: Credential::Recovery { hashes },
        };
        (codes, entered)
    }

    pub(super) fn recovery_hash(&self, person: &PersonId, code: &str) -> String {
        self.hash("recovery code", &format!("{person}\n{}", recovery::plain(code)))
    }
}
