//! The lists that a procedure brings along.

use super::{HOUSE, Key, Kind, Section, WORDS, may, must};
use crate::model::{Do, Purpose, Scope, Seat};
use crate::vocabulary::of;

pub(super) const ID: Key = must("id", Kind::Text);
pub(super) const NAME: Key = must("name", Kind::Table(&WORDS));
pub(super) const BY_CLAUSE: Key = may("clause", Kind::Text);
pub(super) const BY_HOUSE: Key = may("house", Kind::Table(&HOUSE));

static NARROWED: Section = Section {
    name: "narrowed",
    keys: &[
        must("unit", Kind::Text),
        must("sees", Kind::Word(of::<Scope>)),
        BY_CLAUSE,
    ],
};

pub(super) static ROLE: Section = Section {
    name: "role",
    keys: &[
        ID,
        NAME,
        must("seat", Kind::Word(of::<Seat>)),
        must("sees", Kind::Word(of::<Scope>)),
        may("narrowed", Kind::Tables(&NARROWED)),
        may("audits", Kind::Yes),
        may("outside", Kind::Yes),
        BY_CLAUSE,
        BY_HOUSE,
    ],
};

pub(super) static CHANNEL: Section = Section {
    name: "channel",
    keys: &[ID, NAME, BY_CLAUSE, BY_HOUSE, may("self_service", Kind::Yes)],
};

pub(super) static CATEGORY: Section = Section {
    name: "category",
    keys: &[ID, NAME, BY_CLAUSE, BY_HOUSE, may("accuses", Kind::Yes)],
};

pub(super) static GROUND: Section = Section {
    name: "ground",
    keys: &[
        ID,
        NAME,
        BY_CLAUSE,
        BY_HOUSE,
        must("purpose", Kind::Word(of::<Purpose>)),
        may("guidance", Kind::Text),
        may("emergency", Kind::Yes),
    ],
};

pub(super) static GUIDANCE: Section = Section {
    name: "guidance",
    keys: &[ID, NAME, BY_CLAUSE, BY_HOUSE, must("text", Kind::Table(&WORDS))],
};

pub(super) static WAY: Section = Section {
    name: "way",
    keys: &[
        ID,
        NAME,
        BY_CLAUSE,
        BY_HOUSE,
        must("by_act", Kind::Word(of::<Do>)),
        may("partner", Kind::Yes),
    ],
};

pub(super) static NORM: Section = Section {
    name: "norm",
    keys: &[
        ID,
        NAME,
        BY_CLAUSE,
        BY_HOUSE,
        may("evasive", Kind::Yes),
        may("unit", Kind::Text),
    ],
};

pub(super) static OUTCOME: Section = Section {
    name: "outcome",
    keys: &[
        ID,
        NAME,
        BY_CLAUSE,
        BY_HOUSE,
        must("of_act", Kind::Word(of::<Do>)),
        may("bad", Kind::Yes),
    ],
};

pub(super) static PRIORITY: Section = Section {
    name: "priority",
    keys: &[ID, NAME, BY_CLAUSE, BY_HOUSE, may("any_of", Kind::Conditions)],
};

pub(super) static MEASURE: Section = Section {
    name: "measure",
    keys: &[
        ID,
        NAME,
        BY_CLAUSE,
        BY_HOUSE,
        must("any_of", Kind::Conditions),
        may("all_of", Kind::Conditions),
    ],
};

pub(super) static PERSONAL: Section = Section {
    name: "personal",
    keys: &[
        must("unit_kind", Kind::Text),
        must("role", Kind::Text),
        BY_CLAUSE,
        BY_HOUSE,
    ],
};

pub(super) static TEMPLATE: Section = Section {
    name: "template",
    keys: &[
        ID,
        must("subject", Kind::Table(&WORDS)),
        must("text", Kind::Table(&WORDS)),
        may("gateway_id", Kind::Text),
        may("visit", Kind::Yes),
        may("urgent", Kind::Yes),
    ],
};

pub(super) static MONTHLY: Section = Section {
    name: "monthly",
    keys: &[
        ID,
        NAME,
        must("title", Kind::Table(&WORDS)),
        must("series", Kind::Text),
        must("by", Kind::Texts),
        BY_CLAUSE,
        BY_HOUSE,
    ],
};
