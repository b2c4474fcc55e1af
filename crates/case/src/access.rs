//! Who may see or do what. The one function that every query and command asks, before anything is read.

use crate::{Actor, CaseNumber, UnitId};
use procedure::{Procedure, Scope};

/// What somebody wants.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wish {
    /// To see a case: its text, timeline, clocks.
    SeeCase,
    /// To act on a case; which acts, the rules say.
    ActOnCase,
    /// To see lists over all cases of the office: queues, ledger, due list.
    ListAll,
    /// To see the queue of one's own unit.
    ListUnit,
    /// To open sealed personal data of a case.
    OpenPerson,
    /// To enter a message on behalf of a caller, or to look for a caller's earlier cases.
    TakeCalls,
    /// To change people, units, rosters, and adopted rules.
    Administer,
}

/// What is known of the case before it is read: who holds it.
#[derive(Debug, Clone, Default)]
pub struct Subject<'a> {
    /// Its number.
    pub number: Option<&'a CaseNumber>,
    /// Units that have or had a work order of it.
    pub units: &'a [UnitId],
}

/// The role that administers an installation; it is the product's own and sees no case.
pub const ADMINISTRATOR: &str = "administrator";

/// Whether the actor may. `false` says nothing about whether the case exists.
pub fn may(procedure: &Procedure, who: &Actor, wish: Wish, subject: &Subject<'_>) -> bool {
    match who {
        Actor::System => true,
        Actor::Citizen(holds) => match wish {
            Wish::SeeCase | Wish::ActOnCase => holds.is_some() && holds.as_ref() == subject.number,
            _ => false,
        },
        Actor::Staff { posts, .. } => posts.iter().any(|post| {
            if post.role == ADMINISTRATOR {
                return wish == Wish::Administer;
            }
            let Some(role) = procedure.role(&post.role) else {
                return false;
            };
            let own = || post.unit.as_ref().is_some_and(|u| subject.units.contains(u));
            match (wish, role.sees) {
                (Wish::SeeCase | Wish::ActOnCase | Wish::OpenPerson, Scope::All) => true,
                (Wish::SeeCase | Wish::ActOnCase | Wish::OpenPerson, Scope::OwnUnit) => own(),
                (Wish::ListAll, Scope::All) => true,
                (Wish::ListUnit, Scope::OwnUnit) => post.unit.is_some(),
                (Wish::TakeCalls, Scope::All) => takes_calls(procedure, &post.role),
                _ => false,
            }
        }),
    }
}

/// Roles that may enter a message are those whom the procedure lets receive one.
fn takes_calls(procedure: &Procedure, role: &str) -> bool {
    procedure
        .acts
        .iter()
        .any(|rule| rule.does == procedure::Do::Receive && rule.by.iter().any(|r| r == role))
}
