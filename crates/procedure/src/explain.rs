//! What a procedure says, clause by clause: the text, and in plain sentences every rule that stands on it.
//!
//! [`explain()`] gathers, [`sentences`](Rule::sentences) puts into words; a page and a terminal can show the same.

mod clock;
mod entry;
mod gather;
mod names;
mod paper;
mod rule;
mod text;

pub use gather::explain;
pub use names::{Say, Voice};
pub use text::{in_force, text};

use crate::model::{
    ActRule, Body, Category, Channel, Clause, ClockRule, Demand, Document, Ground, Guidance, Head, House,
    Mark, Measure, Need, Norm, Outcome, PersonalRule, Priority, Record, Requirement, Role, Rung, Step, Way,
};

/// One clause with the rules that cite it.
#[derive(Debug, Clone)]
pub struct Explained<'a> {
    /// The clause.
    pub clause: &'a Clause,
    /// The rules that cite it, in the order of the file's tables.
    pub rules: Vec<Rule<'a>>,
}

/// One rule that the office set itself.
#[derive(Debug, Clone)]
pub struct ByHouse<'a> {
    /// Why, and who set it.
    pub house: &'a House,
    /// The rules with this same reason.
    pub rules: Vec<Rule<'a>>,
}

/// A procedure, or one clause of it.
#[derive(Debug, Clone)]
pub struct Explanation<'a> {
    /// The head of the file.
    pub head: &'a Head,
    /// The clauses asked for.
    pub clauses: Vec<Explained<'a>>,
    /// The office's own decisions; none where one clause alone is asked for.
    pub house: Vec<ByHouse<'a>>,
}

/// Something in the file that stands on a clause or on the office's own decision.
#[derive(Debug, Clone, Copy)]
pub enum Rule<'a> {
    /// Who.
    Role(&'a Role),
    /// Where from.
    Channel(&'a Channel),
    /// What kind.
    Category(&'a Category),
    /// Why accepted or refused.
    Ground(&'a Ground),
    /// What is told.
    Guidance(&'a Guidance),
    /// How handled.
    Way(&'a Way),
    /// Where it stands.
    Step(&'a Step),
    /// What may be done.
    Act(&'a ActRule),
    /// One thing that an act must bring along, by its own clause.
    Need(&'a ActRule, &'a Need),
    /// One condition of an act, by its own clause.
    OnlyIf(&'a ActRule, &'a Requirement),
    /// A time limit.
    Clock(&'a ClockRule),
    /// Its extension, by its own clause.
    Extension(&'a ClockRule),
    /// Urging around a due time.
    Rung(&'a Rung),
    /// A norm of review.
    Norm(&'a Norm),
    /// How something ends.
    Outcome(&'a Outcome),
    /// What is supervised first.
    Priority(&'a Priority),
    /// What supervision goes on to.
    Measure(&'a Measure),
    /// A further condition on acts.
    Demand(&'a Demand),
    /// What a case can be marked as.
    Mark(&'a Mark),
    /// A kind of note.
    Record(&'a Record),
    /// A paper.
    Document(&'a Document),
    /// A duty at fixed times.
    Watch(&'a crate::model::Round),
    /// One that papers go to.
    Body(&'a Body),
    /// Who acts in person.
    Personal(&'a PersonalRule),
    /// What is a repeat complaint.
    Repeat(&'a Head),
}
