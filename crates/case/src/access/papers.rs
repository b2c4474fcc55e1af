//! Who of those who may see a case may read a document of it.

use crate::{Actor, UnitId};
use procedure::{Document, Of, Procedure, Scope};

/// Whom a document concerns.
#[derive(Debug, Clone, Copy, Default)]
pub struct Addressed<'a> {
    /// The unit that issued it; `None` for the office.
    pub issuer: Option<&'a UnitId>,
    /// The unit of the work order that it is about.
    pub unit: Option<&'a UnitId>,
}

/// Whether somebody who may see the case may read the document. Whoever sees all cases may; a unit reads what it issued
/// and what goes to it, so that a report about it to other bodies stays with those; a citizen reads what goes to the
/// citizen.
pub fn may_read_paper(procedure: &Procedure, who: &Actor, rule: &Document, about: Addressed<'_>) -> bool {
    let goes_to = |whom: &str| rule.to.iter().any(|to| to == whom);
    match who {
        Actor::System => true,
        Actor::Citizen(holds) => holds.is_some() && goes_to("citizen"),
        Actor::Staff { posts, .. } => posts.iter().any(|post| {
            let Some(role) = procedure.role(&post.role) else {
                return false;
            };
            match role.sees_in(post.unit.as_ref().map(UnitId::as_str)) {
                Scope::All | Scope::Submitted => true,
                Scope::OwnUnit | Scope::Pool => {
                    let Some(unit) = &post.unit else { return false };
                    let to_it = rule.of == Of::Case || about.unit == Some(unit);
                    about.issuer == Some(unit) || (goes_to("unit") && to_it)
                }
                Scope::OwnCase | Scope::None => false,
            }
        }),
    }
}
