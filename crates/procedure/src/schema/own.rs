//! The form of a file with a unit's own rules: a head of its own, and the few tables by which a unit may tighten what the
//! procedure above says. Tables that it may not hold are known as well, so that the check can say what they would do.

use super::{HOUSE, Key, Kind, Section, WORDS, lists, may, must, rules};
use crate::model::{Scope, Seat};
use crate::vocabulary::of;

static HEAD: Section = Section {
    name: "procedure",
    keys: &[
        must("id", Kind::Text),
        must("extends", Kind::Text),
        must("unit", Kind::Text),
        must("title", Kind::Table(&WORDS)),
        must("version", Kind::Text),
        must("issued_by", Kind::Table(&WORDS)),
        must("in_force", Kind::Date),
        must("source", Kind::Text),
        may("public", Kind::Yes),
    ],
};

/// A limit of the procedure above, shorter; or a clock of the unit's own, whose other keys are checked with the whole.
static CLOCK: Section = Section {
    name: "clock",
    keys: &{
        let mut keys = [must("id", Kind::Text); rules::CLOCK.keys.len()];
        let mut at = 0;
        while at < keys.len() {
            let key = rules::CLOCK.keys[at];
            keys[at] = Key {
                needed: at == 0,
                ..key
            };
            at += 1;
        }
        keys
    },
};

static ROLE: Section = Section {
    name: "role",
    keys: &[
        must("id", Kind::Text),
        may("name", Kind::Table(&WORDS)),
        may("seat", Kind::Word(of::<Seat>)),
        must("sees", Kind::Word(of::<Scope>)),
        may("clause", Kind::Text),
        may("house", Kind::Table(&HOUSE)),
    ],
};

/// The whole file.
pub(crate) static OWN: Section = Section {
    name: "file",
    keys: &[
        must("procedure", Kind::Table(&HEAD)),
        may("clause", Kind::Tables(&rules::CLAUSE)),
        may("clock", Kind::Tables(&CLOCK)),
        may("demand", Kind::Tables(&rules::DEMAND)),
        may("rung", Kind::Tables(&rules::RUNG)),
        may("norm", Kind::Tables(&lists::NORM)),
        may("role", Kind::Tables(&ROLE)),
        may("act", Kind::Tables(&rules::ACT)),
    ],
};
