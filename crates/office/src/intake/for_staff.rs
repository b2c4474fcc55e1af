//! What citizens do not fill in, named field by field.

use super::Message;
use crate::FieldFault;
use procedure::Procedure;

impl Message {
    /// A fault for each field that only staff fill in: the number of another platform (stored as it is, so that it can be
    /// found: nobody else writes into it what belongs under a key), when it was found elsewhere, what it is, who has which
    /// login; and for whom it accuses, where the rules have no kind for that.
    pub(super) fn for_staff(&self, rules: &Procedure, external: bool) -> Vec<FieldFault> {
        let staff = [
            ("external", external),
            ("posted", self.posted.is_some()),
            ("marks", !self.marks.is_empty()),
            ("accused_people", !self.accused_people.is_empty()),
        ];
        let no_kind = !rules.has_accusing_kind();
        let nowhere = [
            (
                "accused",
                no_kind && self.accused.iter().any(|one| !crate::says_nothing(one)),
            ),
            ("accused_named", no_kind && self.named().is_some()),
        ];
        let faults = |fields: &[(&str, bool)], code: &'static str| -> Vec<FieldFault> {
            let said = fields.iter().filter(|(_, said)| *said);
            said.map(|(field, _)| FieldFault::new(field, code)).collect()
        };
        let mut found = faults(&staff, "field-for-staff");
        found.extend(faults(&nowhere, "field-accusing-nowhere"));
        found
    }
}
