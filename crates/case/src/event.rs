//! Events: what was decided, with the basis and every consequence. One command gives one event of its own, after
//! the lapses that fell due before it.

use crate::{Act, OrderNo, PersonId, UnitId};
use calendar::{Instant, Limit};
use procedure::{Basis, ClauseId, Words};
use serde::{Deserialize, Serialize};

/// Version of the event's form, stored beside its bytes. Older ones are lifted by upcasters when read.
pub const VERSION: u16 = 1;

/// One thing that happened to a case. Its serialised bytes are stored as they were decided.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Event {
    /// When it happened, UTC milliseconds. When it was recorded stands beside the event in the log.
    pub at: Instant,
    /// Who did it.
    pub by: By,
    /// What.
    #[serde(flatten)]
    pub act: Act,
    /// The work order meant.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order: Option<OrderNo>,
    /// Why it may happen.
    pub basis: Basis,
    /// What follows from it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub effects: Vec<Effect>,
}

/// Who did it, as recorded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum By {
    /// The citizen.
    Citizen,
    /// A member of staff in the role that the rule asked for.
    Staff {
        /// Who.
        person: PersonId,
        /// In which role.
        role: String,
        /// Of which unit.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        unit: Option<UnitId>,
    },
    /// A timer or import.
    System,
}

impl By {
    /// The role in which a member of staff acted.
    pub fn role(&self) -> Option<&str> {
        match self {
            By::Staff { role, .. } => Some(role),
            By::Citizen | By::System => None,
        }
    }
}

/// Who is told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Whom {
    /// The citizen of the case.
    Citizen,
    /// The handlers of a unit, first of all the one on duty.
    Unit(UnitId),
    /// Everybody in a role of the office; in a unit where one is named.
    Role {
        /// Role id.
        role: String,
        /// The unit, for roles seated in units.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        unit: Option<UnitId>,
    },
}

/// A consequence of an event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "effect", rename_all = "kebab-case")]
pub enum Effect {
    /// The case, or one of its work orders, enters a step.
    Step {
        /// The work order; the case where absent.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        order: Option<OrderNo>,
        /// Step id.
        to: String,
    },
    /// A clock starts.
    Start {
        /// Clock id.
        clock: String,
        /// The work order; the case where absent.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        order: Option<OrderNo>,
        /// From when it counts, UTC milliseconds.
        from: Instant,
        /// The first instant that is too late, UTC milliseconds.
        due: Instant,
        /// The limit; absent where the due time came from a round or another clock.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        limit: Option<Limit>,
        /// The clause of the alternative that was taken, where it has its own.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        clause: Option<ClauseId>,
        /// Whether a year without announced holidays was counted.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        provisional: bool,
    },
    /// A running clock takes another limit, from its old start, or follows the clock it is counted back from.
    Relimit {
        /// Clock id.
        clock: String,
        /// The work order; the case where absent.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        order: Option<OrderNo>,
        /// The new due time, UTC milliseconds.
        due: Instant,
        /// The limit.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        limit: Option<Limit>,
        /// The clause of the alternative that was taken, where it has its own.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        clause: Option<ClauseId>,
        /// Whether a year without announced holidays was counted.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        provisional: bool,
    },
    /// A clock pauses: what follows does not count until it goes on.
    Pause {
        /// Clock id.
        clock: String,
        /// The work order; the case where absent.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        order: Option<OrderNo>,
    },
    /// A paused clock goes on, with a due time as much later.
    Resume {
        /// Clock id.
        clock: String,
        /// The work order; the case where absent.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        order: Option<OrderNo>,
        /// The new due time, UTC milliseconds.
        due: Instant,
        /// Whether a year without announced holidays was counted.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        provisional: bool,
    },
    /// The case is marked; other marks of the group fall away.
    Mark {
        /// Mark id.
        mark: String,
        /// Marks that fall away.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        instead_of: Vec<String>,
    },
    /// A mark is taken back.
    Unmark {
        /// Mark id.
        mark: String,
    },
    /// A step does not apply to this case and is passed over.
    PassOver {
        /// Step id.
        step: String,
        /// Why.
        say: Words,
    },
    /// In whose name the citizen is answered.
    InName {
        /// The name.
        name: Words,
    },
    /// A document is issued with the act, by itself.
    Issue {
        /// Document id.
        document: String,
        /// The work order it is about.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        order: Option<OrderNo>,
    },
    /// A clock is met, late where its due time had passed.
    Meet {
        /// Clock id.
        clock: String,
        /// The work order.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        order: Option<OrderNo>,
    },
    /// A met clock runs again with its old due time: an answer was returned.
    RunAgain {
        /// Clock id.
        clock: String,
        /// The work order.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        order: Option<OrderNo>,
    },
    /// A clock ends without being met.
    Withdraw {
        /// Clock id.
        clock: String,
        /// The work order.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        order: Option<OrderNo>,
    },
    /// An extension moves the due time; a lapse recorded meanwhile is withdrawn.
    Extend {
        /// Clock id.
        clock: String,
        /// The work order.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        order: Option<OrderNo>,
        /// The new due time, UTC milliseconds.
        due: Instant,
        /// By how much.
        by: Limit,
        /// Whether a year without announced holidays was counted.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        provisional: bool,
    },
    /// A clock counted anew by another calendar is due at another time.
    Recount {
        /// Position among the case's clocks.
        index: u32,
        /// Clock id.
        clock: String,
        /// The work order.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        order: Option<OrderNo>,
        /// When it was due before, UTC milliseconds.
        was: Instant,
        /// The new due time, UTC milliseconds.
        due: Instant,
        /// Whether a year without announced holidays was counted.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        provisional: bool,
    },
    /// A recorded lapse is untrue by the due time counted anew.
    LapseWithdrawn {
        /// Position among the case's clocks.
        index: u32,
        /// Clock id.
        clock: String,
        /// The work order.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        order: Option<OrderNo>,
        /// The due time at which it was recorded, UTC milliseconds.
        was: Instant,
    },
    /// A named leader must act in person on this work order.
    InPerson {
        /// The work order.
        order: OrderNo,
        /// The role that must act.
        role: String,
    },
    /// The case is supervised under a priority, selected by the rules.
    Select {
        /// Priority id.
        priority: String,
    },
    /// A work order that was done is open again, to be rectified.
    Open {
        /// The work order.
        order: OrderNo,
    },
    /// A work order ends because its case did.
    End {
        /// The work order.
        order: OrderNo,
    },
    /// The outcome named counts against the handling: a bad recheck, a failed coordination.
    CountsAgainst,
    /// Somebody is told.
    Tell {
        /// Who.
        whom: Whom,
        /// Message template of the procedure.
        template: String,
        /// The work order it is about.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        order: Option<OrderNo>,
    },
}
