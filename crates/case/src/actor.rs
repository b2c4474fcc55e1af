//! Who acts: a citizen with number and check code, staff with posts, or the system itself.

use crate::{CaseNumber, PersonId, UnitId};
use serde::{Deserialize, Serialize};

/// A role held, in a unit or in the office.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Post {
    /// Role id of the procedure.
    pub role: String,
    /// The unit, for roles seated in units.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<UnitId>,
}

/// The one who gives a command or asks to see something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Actor {
    /// Whoever writes a new message (`None`), or holds number and check code of a case.
    Citizen(Option<CaseNumber>),
    /// Signed-in staff with the posts held today.
    Staff {
        /// Who.
        person: PersonId,
        /// With which posts.
        posts: Vec<Post>,
    },
    /// Timers and imports.
    System,
}
