//! The form of a procedure file: every table with its keys, for the check and for the guide.
//!
//! The structs in [`crate::model`] read files; this says the same in a form that can name every fault of a file at
//! once and what to write instead. A test keeps the two together.

mod lists;
pub(crate) mod own;
mod papers;
mod rules;

use crate::vocabulary;

/// How the value of a key is written.
#[derive(Debug, Clone, Copy)]
pub enum Kind {
    /// A text.
    Text,
    /// `true` or `false`.
    Yes,
    /// A time limit.
    Limit,
    /// A date, as text.
    Date,
    /// Times of day, as texts.
    Times,
    /// One of a few words.
    Word(fn() -> &'static [&'static str]),
    /// Several of a few words.
    WordList(fn() -> &'static [&'static str]),
    /// Several texts.
    Texts,
    /// One condition.
    Condition,
    /// Several conditions.
    Conditions,
    /// A table of its own.
    Table(&'static Section),
    /// Several tables.
    Tables(&'static Section),
}

/// One key of a table.
#[derive(Debug, Clone, Copy)]
pub struct Key {
    /// As files write it.
    pub name: &'static str,
    /// How its value is written.
    pub kind: Kind,
    /// Whether it must be there.
    pub needed: bool,
}

/// One kind of table.
#[derive(Debug)]
pub struct Section {
    /// As files write it: `act` for `[[act]]`.
    pub name: &'static str,
    /// Its keys.
    pub keys: &'static [Key],
}

impl Section {
    /// The key with this name.
    pub fn key(&self, name: &str) -> Option<&'static Key> {
        self.keys.iter().find(|k| k.name == name)
    }
}

impl Kind {
    /// A right way to write a value of this kind.
    pub fn example(self) -> String {
        match self {
            Kind::Text => "\"…\"".to_owned(),
            Kind::Yes => "true / false".to_owned(),
            Kind::Limit => "\"5 workdays\" / \"5个工作日\"".to_owned(),
            Kind::Times => "[\"09:00\", \"15:00\"]".to_owned(),
            Kind::Date => "\"2026-01-31\"".to_owned(),
            Kind::Word(words) => words().first().map(|w| format!("\"{w}\"")).unwrap_or_default(),
            Kind::WordList(words) => words().first().map(|w| format!("[\"{w}\"]")).unwrap_or_default(),
            Kind::Texts => "[\"…\", \"…\"]".to_owned(),
            Kind::Condition => "\"case.accepted\"".to_owned(),
            Kind::Conditions => "[\"case.accepted\", \"case.units >= 2\"]".to_owned(),
            Kind::Table(section) => inline(section),
            Kind::Tables(section) => format!("[{}]", inline(section)),
        }
    }
}

fn inline(section: &Section) -> String {
    let needed = section.keys.iter().filter(|k| k.needed);
    let keys: Vec<String> = needed
        .map(|k| format!("{} = {}", k.name, k.kind.example()))
        .collect();
    format!("{{ {} }}", keys.join(", "))
}

const fn must(name: &'static str, kind: Kind) -> Key {
    Key {
        name,
        kind,
        needed: true,
    }
}

const fn may(name: &'static str, kind: Kind) -> Key {
    Key {
        name,
        kind,
        needed: false,
    }
}

/// A name or sentence in both languages.
pub static WORDS: Section = Section {
    name: "words",
    keys: &[must("zh", Kind::Text), must("en", Kind::Text)],
};

/// The office's own basis.
pub static HOUSE: Section = Section {
    name: "house",
    keys: &[must("reason", Kind::Text), must("set_by", Kind::Text)],
};

/// Which own rules an adopted text holds; written by the program.
pub static OWN_RULES: Section = Section {
    name: "own_rules",
    keys: &[
        must("unit", Kind::Text),
        must("id", Kind::Text),
        must("version", Kind::Text),
        must("in_force", Kind::Date),
        must("hash", Kind::Text),
        must("extends", Kind::Text),
        must("title", Kind::Table(&WORDS)),
    ],
};

/// Which own rules an adopted text no longer holds; written by the program.
pub static OWN_ENDED: Section = Section {
    name: "own_ended",
    keys: &[
        must("unit", Kind::Text),
        must("id", Kind::Text),
        must("version", Kind::Text),
        must("from", Kind::Date),
        must("decided_by", Kind::Text),
        must("reason", Kind::Text),
    ],
};

/// `[procedure]`.
pub static HEAD: Section = Section {
    name: "procedure",
    keys: &[
        must("id", Kind::Text),
        must("title", Kind::Table(&WORDS)),
        must("version", Kind::Text),
        must("issued_by", Kind::Table(&WORDS)),
        must("in_force", Kind::Date),
        may("last_day", Kind::Date),
        must("source", Kind::Text),
        must("calendar", Kind::Text),
        may("extends", Kind::Text),
        may("unit", Kind::Text),
        may("roll", Kind::Word(vocabulary::of::<calendar::Roll>)),
        may("include", Kind::Texts),
        may("repeals", Kind::Texts),
        may("continued_by", Kind::Texts),
        may("parent", Kind::Text),
        may("own_rules", Kind::Tables(&OWN_RULES)),
        may("own_ended", Kind::Tables(&OWN_ENDED)),
        must("public", Kind::Yes),
        must("first_step", Kind::Text),
        may("first_order_step", Kind::Text),
        may("repeat_within", Kind::Limit),
        may("repeat_clock", Kind::Text),
        may("repeat_clause", Kind::Text),
    ],
};

/// The whole file.
pub static FILE: Section = Section {
    name: "file",
    keys: &[
        must("procedure", Kind::Table(&HEAD)),
        may("clause", Kind::Tables(&rules::CLAUSE)),
        may("role", Kind::Tables(&lists::ROLE)),
        may("channel", Kind::Tables(&lists::CHANNEL)),
        may("category", Kind::Tables(&lists::CATEGORY)),
        may("ground", Kind::Tables(&lists::GROUND)),
        may("guidance", Kind::Tables(&lists::GUIDANCE)),
        may("way", Kind::Tables(&lists::WAY)),
        may("step", Kind::Tables(&rules::STEP)),
        may("act", Kind::Tables(&rules::ACT)),
        may("demand", Kind::Tables(&rules::DEMAND)),
        may("clock", Kind::Tables(&rules::CLOCK)),
        may("rung", Kind::Tables(&rules::RUNG)),
        may("norm", Kind::Tables(&lists::NORM)),
        may("outcome", Kind::Tables(&lists::OUTCOME)),
        may("priority", Kind::Tables(&lists::PRIORITY)),
        may("measure", Kind::Tables(&lists::MEASURE)),
        may("personal", Kind::Tables(&lists::PERSONAL)),
        may("monthly", Kind::Tables(&lists::MONTHLY)),
        may("mark", Kind::Tables(&papers::MARK)),
        may("gate", Kind::Tables(&papers::GATE)),
        may("question", Kind::Tables(&papers::QUESTION)),
        may("record", Kind::Tables(&papers::RECORD)),
        may("body", Kind::Tables(&papers::BODY)),
        may("document", Kind::Tables(&papers::DOCUMENT)),
        may("round", Kind::Tables(&papers::ROUND)),
        may("wording", Kind::Tables(&papers::WORDING)),
        may("template", Kind::Tables(&lists::TEMPLATE)),
    ],
};
