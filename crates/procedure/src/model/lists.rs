//! The lists a procedure brings along: roles, channels, grounds, ways, norms, priorities, measures, templates.

use super::{ClauseId, Do, House, Of, Words, basis::ruled};
use crate::Condition;
use serde::Deserialize;

/// Where a role sits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Seat {
    /// The citizen whose case it is.
    Citizen,
    /// The office that runs the procedure.
    Office,
    /// A unit that handles work orders; acts only on its own.
    Unit,
}

/// What a role may see.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Scope {
    /// All cases of the jurisdiction.
    All,
    /// Cases in which the person's unit has a work order.
    OwnUnit,
    /// The same, and the cases that wait in a step from which units claim.
    Pool,
    /// Cases put before a leader, or instructed by one.
    Submitted,
    /// The case whose number and check code are known.
    OwnCase,
    /// No case at all (administration).
    None,
}

/// What a role sees in one unit, by that unit's own rules.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Narrowed {
    /// The unit.
    pub unit: String,
    /// What it may see there.
    pub sees: Scope,
    /// The clause of the own rules.
    #[serde(default)]
    pub clause: Option<ClauseId>,
}

impl Role {
    /// What it may see when held in a unit.
    pub fn sees_in(&self, unit: Option<&str>) -> Scope {
        let narrowed = self.narrowed.iter().find(|n| Some(n.unit.as_str()) == unit);
        narrowed.map_or(self.sees, |n| n.sees)
    }
}

/// `[[role]]`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Role {
    /// Id used by rules.
    pub id: String,
    /// Name on screens.
    pub name: Words,
    /// Where it sits.
    pub seat: Seat,
    /// What it may see.
    pub sees: Scope,
    /// Where the own rules of a unit let it see less.
    #[serde(default)]
    pub narrowed: Vec<Narrowed>,
    /// Whether it reads who read what.
    #[serde(default)]
    pub audits: bool,
    /// Staff of a contractor.
    #[serde(default)]
    pub outside: bool,
    /// The clause that knows the role.
    #[serde(default)]
    pub clause: Option<ClauseId>,
    /// Or the office's own basis.
    #[serde(default)]
    pub house: Option<House>,
}
ruled!(Role);

macro_rules! listed {
    ($(#[$doc:meta])* $name:ident { $( $(#[$fdoc:meta])* $field:ident : $ty:ty ),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Deserialize)]
        #[serde(deny_unknown_fields)]
        pub struct $name {
            /// Id used by rules, forms and events.
            pub id: String,
            /// Name on screens.
            pub name: Words,
            /// The clause it stands in.
            #[serde(default)]
            pub clause: Option<ClauseId>,
            /// Or the office's own basis.
            #[serde(default)]
            pub house: Option<House>,
            $( $(#[$fdoc])* pub $field: $ty, )*
        }
        ruled!($name);
    };
}
pub(super) use listed;

listed! {
    /// `[[channel]]`: where cases come from.
    Channel {
        /// Whether the citizen writes here, not an operator.
        #[serde(default)]
        self_service: bool,
    }
}
listed! {
    /// `[[category]]`: a kind of case.
    Category {
        /// Whether such a message accuses somebody: whoever sends it says whom, and it is guarded from then on.
        #[serde(default)]
        accuses: bool,
    }
}

/// What a ground is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Purpose {
    /// Acceptance.
    Accept,
    /// Refusal.
    Refuse,
}

listed! {
    /// `[[ground]]`: of acceptance or refusal.
    Ground {
        /// What it is for.
        purpose: Purpose,
        /// Guidance that a refusal on this ground gives.
        #[serde(default)]
        guidance: Option<String>,
        /// An emergency: the guidance shows at once and the linkage is recorded.
        #[serde(default)]
        emergency: bool,
    }
}
listed! {
    /// `[[guidance]]`: where a matter goes that does not belong here.
    Guidance {
        /// The text told to the citizen.
        text: Words,
    }
}
listed! {
    /// `[[way]]`: a way to handle a case.
    Way {
        /// The act that takes this way.
        by_act: Do,
        /// Whether somebody else takes part and is named.
        #[serde(default)]
        partner: bool,
    }
}
listed! {
    /// `[[norm]]`: a fault for which a reply is returned.
    Norm {
        /// Whether the fault is evasion (推诿、不作为), which weighs more once the case is supervised.
        #[serde(default)]
        evasive: bool,
        /// Only for results of this unit, by its own rules.
        #[serde(default)]
        unit: Option<String>,
    }
}

impl Norm {
    /// Whether results of a unit are reviewed against it; without a unit, whether those of all are.
    pub fn holds_for(&self, unit: Option<&str>) -> bool {
        self.unit.is_none() || self.unit.as_deref() == unit
    }
}
listed! {
    /// `[[outcome]]`: how something ended, where a form asks for it.
    Outcome {
        /// The act that asks for it.
        of_act: Do,
        /// Whether it counts against the handling (poor, false, failed).
        #[serde(default)]
        bad: bool,
    }
}
listed! {
    /// `[[priority]]`: a category supervised first.
    Priority {
        /// Conditions, each of which alone selects a case by itself.
        #[serde(default)]
        any_of: Vec<Condition>,
    }
}
listed! {
    /// `[[measure]]`: what supervision can go on to.
    Measure {
        /// Conditions, one of which must hold.
        any_of: Vec<Condition>,
        /// Conditions that must all hold as well.
        #[serde(default)]
        all_of: Vec<Condition>,
    }
}

/// `[[personal]]`: who must act in person on a repeat complaint.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PersonalRule {
    /// Kind of unit (市直, county, …), as the units list names it.
    pub unit_kind: String,
    /// The role that must act.
    pub role: String,
    /// The clause.
    #[serde(default)]
    pub clause: Option<ClauseId>,
    /// Or the office's own basis.
    #[serde(default)]
    pub house: Option<House>,
}
ruled!(PersonalRule);

/// `[[template]]`: a text sent to people. `{number}`, `{unit}`, `{due}`, `{link}` are filled in.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Template {
    /// Id used by rules.
    pub id: String,
    /// Subject line for mail.
    pub subject: Words,
    /// The text.
    pub text: Words,
    /// Template id registered with the SMS or WeChat gateway.
    #[serde(default)]
    pub gateway_id: Option<String>,
    /// Whether the message asks for an answer: the return visit.
    #[serde(default)]
    pub visit: bool,
    /// Whether quiet hours do not hold it back.
    #[serde(default)]
    pub urgent: bool,
}

impl Of {
    /// The word used in messages of `check`.
    pub fn word(self) -> &'static str {
        match self {
            Of::Case => "case",
            Of::Order => "order",
        }
    }
}
