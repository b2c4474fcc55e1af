//! What a procedure file may say: one struct for each kind of table, with the names used in the file.

mod act;
mod basis;
mod clock;
mod head;
mod lists;
mod monthly;
mod papers;
mod step;

pub use act::{ActRule, Demand, Do, Field, Need, OrdersTo, PassOver, Requirement, Tell, WhichOrders};
pub use basis::{Basis, Clause, ClauseId, ClauseKind, House, Ruled};
pub use clock::{Alternative, Before, ClockRule, CountsFrom, Extension, Moment, Of, Rung, RungDo, RungTime};
pub use head::{Head, Words};
pub use lists::{
    Category, Channel, Ground, Guidance, Measure, Narrowed, Norm, Outcome, PersonalRule, Priority, Purpose,
    Role, Scope, Seat, Template, Way,
};
pub use monthly::Monthly;
pub use papers::{
    Body, Document, Gate, Mark, Noun, Part, PartFrom, Question, Record, Round, RoundDays, Wording,
};
pub use step::{Step, StepEnd};

use serde::Deserialize;

/// One regulation with its rules, as adopted: immutable and named by the hash of its text.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Procedure {
    /// SHA-256 of the exact text, in hex. Set by [`crate::read()`], never written in the file.
    #[serde(skip)]
    pub hash: String,
    /// Name, version and dates in force.
    #[serde(rename = "procedure")]
    pub head: Head,
    /// The regulation's text, clause by clause.
    #[serde(default, rename = "clause")]
    pub clauses: Vec<Clause>,
    /// Who may act.
    #[serde(default, rename = "role")]
    pub roles: Vec<Role>,
    /// Where cases come from.
    #[serde(default, rename = "channel")]
    pub channels: Vec<Channel>,
    /// Kinds of cases, such as 政策咨询.
    #[serde(default, rename = "category")]
    pub categories: Vec<Category>,
    /// Grounds of acceptance and refusal.
    #[serde(default, rename = "ground")]
    pub grounds: Vec<Ground>,
    /// What is told to a citizen whose matter belongs elsewhere.
    #[serde(default, rename = "guidance")]
    pub guidance: Vec<Guidance>,
    /// The ways to handle a case.
    #[serde(default, rename = "way")]
    pub ways: Vec<Way>,
    /// The steps of cases and work orders.
    #[serde(default, rename = "step")]
    pub steps: Vec<Step>,
    /// What may be done, where, by whom, on which conditions.
    #[serde(default, rename = "act")]
    pub acts: Vec<ActRule>,
    /// Further conditions on acts, whatever rule they fall under.
    #[serde(default, rename = "demand")]
    pub demands: Vec<Demand>,
    /// The time limits.
    #[serde(default, rename = "clock")]
    pub clocks: Vec<ClockRule>,
    /// What happens before, at and after a due time.
    #[serde(default, rename = "rung")]
    pub rungs: Vec<Rung>,
    /// The norms a reply is reviewed against.
    #[serde(default, rename = "norm")]
    pub norms: Vec<Norm>,
    /// How a case may end.
    #[serde(default, rename = "outcome")]
    pub outcomes: Vec<Outcome>,
    /// What is supervised first.
    #[serde(default, rename = "priority")]
    pub priorities: Vec<Priority>,
    /// What supervision can go on to.
    #[serde(default, rename = "measure")]
    pub measures: Vec<Measure>,
    /// Who must act in person on a repeat complaint, by kind of unit.
    #[serde(default, rename = "personal")]
    pub personal: Vec<PersonalRule>,
    /// Lists that are filed each month.
    #[serde(default)]
    pub monthly: Vec<Monthly>,
    /// What a case can be marked as.
    #[serde(default, rename = "mark")]
    pub marks: Vec<Mark>,
    /// What a unit confirms to have checked.
    #[serde(default, rename = "gate")]
    pub gates: Vec<Gate>,
    /// What a return visit asks.
    #[serde(default, rename = "question")]
    pub questions: Vec<Question>,
    /// Kinds of notes.
    #[serde(default, rename = "record")]
    pub records: Vec<Record>,
    /// Bodies outside the office.
    #[serde(default, rename = "body")]
    pub bodies: Vec<Body>,
    /// Papers.
    #[serde(default, rename = "document")]
    pub documents: Vec<Document>,
    /// Duties at fixed times.
    #[serde(default, rename = "round")]
    pub rounds: Vec<Round>,
    /// Other words for nouns of the screens.
    #[serde(default, rename = "wording")]
    pub wording: Vec<Wording>,
    /// Texts sent to people.
    #[serde(default, rename = "template")]
    pub templates: Vec<Template>,
}

impl Procedure {
    /// The clause with this id.
    pub fn clause(&self, id: &str) -> Option<&Clause> {
        self.clauses.iter().find(|c| c.id.as_str() == id)
    }
    /// The step with this id.
    pub fn step(&self, id: &str) -> Option<&Step> {
        self.steps.iter().find(|s| s.id == id)
    }
    /// The role with this id.
    pub fn role(&self, id: &str) -> Option<&Role> {
        self.roles.iter().find(|r| r.id == id)
    }
    /// The ground with this id.
    pub fn ground(&self, id: &str) -> Option<&Ground> {
        self.grounds.iter().find(|g| g.id == id)
    }
    /// The clock with this id.
    pub fn clock(&self, id: &str) -> Option<&ClockRule> {
        self.clocks.iter().find(|c| c.id == id)
    }
    /// Whether there is a kind of message that accuses somebody.
    pub fn has_accusing_kind(&self) -> bool {
        self.categories.iter().any(|kind| kind.accuses)
    }
    /// The channel with this id.
    pub fn channel(&self, id: &str) -> Option<&Channel> {
        self.channels.iter().find(|c| c.id == id)
    }
    /// The kind of record with this id.
    pub fn record(&self, id: &str) -> Option<&Record> {
        self.records.iter().find(|r| r.id == id)
    }
    /// The document with this id.
    pub fn document(&self, id: &str) -> Option<&Document> {
        self.documents.iter().find(|d| d.id == id)
    }
    /// The round with this id.
    pub fn round(&self, id: &str) -> Option<&Round> {
        self.rounds.iter().find(|r| r.id == id)
    }
    /// The message template with this id.
    pub fn template(&self, id: &str) -> Option<&Template> {
        self.templates.iter().find(|t| t.id == id)
    }
}
