//! Who keeps which entry of the knowledge base. SQ-3 lays it upon the hotline and its member units alike: a unit's people
//! supply and revise what their unit answers for, whoever sees all cases of the office confirms it. Outside staff read.

use crate::{Actor, UnitId};
use procedure::{Procedure, Scope};

/// How somebody may change an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keeping {
    /// What they write waits until the office confirms it.
    Supplies,
    /// What they write stands, and so does what they confirm.
    Confirms,
}

/// How the actor may change entries of a unit, or of the office itself where none is named; `None` where not at all.
pub fn keeps(procedure: &Procedure, who: &Actor, unit: Option<&UnitId>) -> Option<Keeping> {
    let Actor::Staff { posts, .. } = who else {
        return None;
    };
    let mut found = None;
    for post in posts {
        let Some(role) = procedure.role(&post.role).filter(|role| !role.outside) else {
            continue;
        };
        match role.sees_in(post.unit.as_ref().map(UnitId::as_str)) {
            Scope::All => return Some(Keeping::Confirms),
            Scope::OwnUnit | Scope::Pool if unit.is_some() && post.unit.as_ref() == unit => {
                found = Some(Keeping::Supplies);
            }
            _ => {}
        }
    }
    found
}

/// The units for which somebody supplies entries.
pub fn supplies_for<'a>(procedure: &Procedure, who: &'a Actor) -> Vec<&'a UnitId> {
    let Actor::Staff { posts, .. } = who else {
        return Vec::new();
    };
    let mut units: Vec<&UnitId> = Vec::new();
    for unit in posts.iter().filter_map(|post| post.unit.as_ref()) {
        if !units.contains(&unit) && keeps(procedure, who, Some(unit)).is_some() {
            units.push(unit);
        }
    }
    units
}
