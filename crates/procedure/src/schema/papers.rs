//! What is written beside the course of a case: marks, records, documents, bodies, rounds, questions, wording.

use super::lists::{BY_CLAUSE, BY_HOUSE, ID, NAME};
use super::{Kind, Section, WORDS, may, must};
use crate::model::{Do, Noun, Of, PartFrom, RoundDays};
use crate::vocabulary::of;

pub(super) static MARK: Section = Section {
    name: "mark",
    keys: &[
        ID,
        NAME,
        BY_CLAUSE,
        BY_HOUSE,
        may("group", Kind::Text),
        may("group_name", Kind::Table(&WORDS)),
        may("typical", Kind::Yes),
    ],
};

pub(super) static GATE: Section = Section {
    name: "gate",
    keys: &[ID, NAME, BY_CLAUSE, BY_HOUSE],
};

pub(super) static QUESTION: Section = Section {
    name: "question",
    keys: &[ID, NAME, BY_CLAUSE, BY_HOUSE],
};

pub(super) static RECORD: Section = Section {
    name: "record",
    keys: &[
        ID,
        NAME,
        BY_CLAUSE,
        BY_HOUSE,
        must("of", Kind::Word(of::<Of>)),
        may("words", Kind::Table(&WORDS)),
        may("citizen", Kind::Yes),
    ],
};

pub(super) static BODY: Section = Section {
    name: "body",
    keys: &[ID, NAME, BY_CLAUSE, BY_HOUSE],
};

pub(super) static DOCUMENT: Section = Section {
    name: "document",
    keys: &[
        ID,
        NAME,
        BY_CLAUSE,
        BY_HOUSE,
        must("of", Kind::Word(of::<Of>)),
        must("title", Kind::Table(&WORDS)),
        must("series", Kind::Text),
        may("issuer", Kind::Table(&WORDS)),
        may("to", Kind::Texts),
        may("text", Kind::Table(&WORDS)),
        may("parts", Kind::Tables(&PART)),
        may("on", Kind::WordList(of::<Do>)),
        may("rungs", Kind::Texts),
        may("if", Kind::Conditions),
    ],
};

static PART: Section = Section {
    name: "parts",
    keys: &[
        ID,
        NAME,
        may("from", Kind::Word(of::<PartFrom>)),
        may("optional", Kind::Yes),
        may("continues", Kind::Yes),
        may("contact", Kind::Yes),
    ],
};

pub(super) static ROUND: Section = Section {
    name: "round",
    keys: &[
        ID,
        NAME,
        BY_CLAUSE,
        BY_HOUSE,
        must("times", Kind::Times),
        may("days", Kind::Word(of::<RoundDays>)),
        must("by", Kind::Texts),
        must("within", Kind::Limit),
    ],
};

pub(super) static WORDING: Section = Section {
    name: "wording",
    keys: &[
        must("key", Kind::Word(of::<Noun>)),
        must("zh", Kind::Text),
        must("en", Kind::Text),
    ],
};
