//! What a scenario file says, once it is read: courses resolved, times and acts made.

use calendar::Instant;
use case::{Act, Actor, OrderNo};
use jiff::civil::Date;
use procedure::Condition;

/// A scenario file.
#[derive(Debug, Clone)]
pub struct File {
    /// Id of the procedure on which it is played.
    pub procedure: String,
    /// Its scenarios, in the order of the file.
    pub scenarios: Vec<Scenario>,
}

/// One scenario: given these events, when this happens, then that.
#[derive(Debug, Clone)]
pub struct Scenario {
    /// What it shows, in words; unique in the file.
    pub name: String,
    /// Line on which it begins.
    pub line: usize,
    /// The clauses that it proves.
    pub clauses: Vec<String>,
    /// Until which day it was decided to go on using the procedure once it lapsed.
    pub used_until: Option<Date>,
    /// What happened before. None of it may be refused.
    pub given: Vec<Step>,
    /// What is tried. Only the last may be refused, and only where that is expected.
    pub when: Vec<Step>,
    /// What must then be so, each with its line.
    pub then: Vec<(usize, Expect)>,
}

/// One thing that somebody does at a time, or only the time that passes.
#[derive(Debug, Clone)]
pub struct Step {
    /// Line in the file.
    pub line: usize,
    /// When, UTC milliseconds.
    pub at: Instant,
    /// Who does it; the system where only time passes.
    pub who: Actor,
    /// The act with its word; absent where only time passes.
    pub act: Option<(String, Act)>,
    /// The work order, where one is named.
    pub order: Option<OrderNo>,
    /// What the person had before their eyes.
    pub seen: Seen,
}

/// What the person who acts had before their eyes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seen {
    /// Everything up to now.
    Latest,
    /// What stood at that time.
    At(Instant),
    /// They do not say.
    Nothing,
}

/// How an act was refused.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Refused {
    /// Code of the refusal, without `refusal-`.
    pub code: Option<String>,
    /// The clause it cites; `house`, or the product's own rule.
    pub clause: Option<String>,
}

/// One thing that must be so in the end.
#[derive(Debug, Clone)]
pub enum Expect {
    /// The case stands in this step.
    Step(String),
    /// The work order stands in this step.
    OrderStep(OrderNo, String),
    /// The last act was refused.
    Refused(Refused),
    /// The clock is due at this time; `None` where it must not be there.
    Due(String, Option<OrderNo>, Option<Instant>),
    /// How the clock stands: a word of `case::Standing`, or `none`.
    Clock(String, Option<OrderNo>, String),
    /// These clocks and no others lapsed in `when`, in this order.
    Lapsed(Vec<String>),
    /// This and nothing else happened in `when`, in this order.
    Events(Vec<String>),
    /// Somebody was told in `when`, with this template where one is named; or was not.
    Told(bool, String, Option<String>),
    /// Somebody may do this now, or may not.
    Offered(bool, Actor, String),
    /// The last act stands on this clause, `house`, or the product's own rule.
    Basis(String),
    /// The case is supervised under these priorities and no others.
    Priorities(Vec<String>),
    /// This role must act in person on the work order; `None` where nobody must.
    InPerson(OrderNo, Option<String>),
    /// The condition holds, asked of the case and this work order.
    Holds(Option<OrderNo>, Condition),
    /// Somebody may see the case, or may not.
    Sees(bool, Actor),
    /// The citizen is given this guidance with the refusal of the case.
    Guidance(String),
}
