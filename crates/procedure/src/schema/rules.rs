//! The tables that hold the text and its rules: clauses, steps, acts, clocks, rungs.

use super::{HOUSE, Kind, Section, WORDS, may, must};
use crate::model::{ClauseKind, CountsFrom, Do, Field, Moment, Of, RungDo, RungTime, StepEnd, WhichOrders};
use crate::vocabulary::of;
use calendar::Start;

pub(super) static CLAUSE: Section = Section {
    name: "clause",
    keys: &[
        must("id", Kind::Text),
        must("kind", Kind::Word(of::<ClauseKind>)),
        must("text", Kind::Text),
        may("reading", Kind::Table(&WORDS)),
        may("product_rule", Kind::Table(&WORDS)),
        may("shown", Kind::Table(&WORDS)),
    ],
};

pub(super) static STEP: Section = Section {
    name: "step",
    keys: &[
        must("id", Kind::Text),
        must("of", Kind::Word(of::<Of>)),
        must("name", Kind::Table(&WORDS)),
        may("clause", Kind::Text),
        may("house", Kind::Table(&HOUSE)),
        may("end", Kind::Word(of::<StepEnd>)),
        may("clocks", Kind::Texts),
        may("no_clock", Kind::Table(&WORDS)),
        may("pool", Kind::Yes),
        may("answered", Kind::Yes),
    ],
};

pub(super) static ACT: Section = Section {
    name: "act",
    keys: &[
        must("do", Kind::Word(of::<Do>)),
        may("in", Kind::Texts),
        must("by", Kind::Texts),
        may("if", Kind::Conditions),
        may("needs", Kind::Tables(&NEED)),
        may("only_if", Kind::Tables(&REQUIREMENT)),
        may("to", Kind::Text),
        may("case_to", Kind::Text),
        may("orders", Kind::Table(&ORDERS)),
        may("tell", Kind::Tables(&TELL)),
        may("seen", Kind::Yes),
        may("record", Kind::Text),
        may("document", Kind::Text),
        may("marks", Kind::Texts),
        may("unmarks", Kind::Texts),
        may("pass_over", Kind::Tables(&PASS_OVER)),
        may("in_name", Kind::Table(&WORDS)),
        may("clause", Kind::Text),
        may("house", Kind::Table(&HOUSE)),
    ],
};

static PASS_OVER: Section = Section {
    name: "pass_over",
    keys: &[must("step", Kind::Text), must("say", Kind::Table(&WORDS))],
};

pub(super) static DEMAND: Section = Section {
    name: "demand",
    keys: &[
        must("on", Kind::WordList(of::<Do>)),
        may("in", Kind::Texts),
        may("if", Kind::Conditions),
        may("needs", Kind::Tables(&NEED)),
        may("that", Kind::Condition),
        may("say", Kind::Table(&WORDS)),
        may("clause", Kind::Text),
        may("house", Kind::Table(&HOUSE)),
    ],
};

static NEED: Section = Section {
    name: "needs",
    keys: &[must("field", Kind::Word(of::<Field>)), may("clause", Kind::Text)],
};

static REQUIREMENT: Section = Section {
    name: "only_if",
    keys: &[
        must("that", Kind::Condition),
        must("say", Kind::Table(&WORDS)),
        may("clause", Kind::Text),
    ],
};

static ORDERS: Section = Section {
    name: "orders",
    keys: &[
        must("which", Kind::Word(of::<WhichOrders>)),
        must("to", Kind::Text),
    ],
};

static TELL: Section = Section {
    name: "tell",
    keys: &[must("who", Kind::Text), must("template", Kind::Text)],
};

pub(super) static CLOCK: Section = Section {
    name: "clock",
    keys: &[
        must("id", Kind::Text),
        must("name", Kind::Table(&WORDS)),
        must("of", Kind::Word(of::<Of>)),
        may("clause", Kind::Text),
        may("house", Kind::Table(&HOUSE)),
        may("limit", Kind::Limit),
        may("limits", Kind::Tables(&ALTERNATIVE)),
        may("set_by_act", Kind::Yes),
        may("round", Kind::Text),
        may("before", Kind::Table(&BEFORE)),
        may("counts_from", Kind::Word(of::<CountsFrom>)),
        may("start", Kind::Word(of::<Start>)),
        must("starts_on", Kind::WordList(of::<Moment>)),
        may("if", Kind::Conditions),
        may("met_by", Kind::WordList(of::<Moment>)),
        may("runs_again_on", Kind::WordList(of::<Moment>)),
        may("runs_again_if", Kind::Conditions),
        may("withdrawn_on", Kind::WordList(of::<Moment>)),
        may("pauses_on", Kind::WordList(of::<Moment>)),
        may("resumes_on", Kind::WordList(of::<Moment>)),
        may("named", Kind::Texts),
        may("right", Kind::Yes),
        may("extension", Kind::Table(&EXTENSION)),
        may("lapse_to", Kind::Text),
    ],
};

static ALTERNATIVE: Section = Section {
    name: "limits",
    keys: &[
        may("if", Kind::Conditions),
        must("limit", Kind::Limit),
        may("from", Kind::Date),
        may("until", Kind::Date),
        may("clause", Kind::Text),
    ],
};

static BEFORE: Section = Section {
    name: "before",
    keys: &[must("clock", Kind::Text), must("by", Kind::Limit)],
};

static EXTENSION: Section = Section {
    name: "extension",
    keys: &[
        must("at_most", Kind::Limit),
        may("in_all", Kind::Yes),
        must("clause", Kind::Text),
    ],
};

pub(super) static RUNG: Section = Section {
    name: "rung",
    keys: &[
        must("id", Kind::Text),
        must("clock", Kind::Text),
        may("unit", Kind::Text),
        must("when", Kind::Word(of::<RungTime>)),
        may("by", Kind::Limit),
        must("do", Kind::Word(of::<RungDo>)),
        may("priority", Kind::Text),
        must("tell", Kind::Texts),
        must("template", Kind::Text),
        may("clause", Kind::Text),
        may("house", Kind::Table(&HOUSE)),
    ],
};
