//! Who may see or do what. The one function that every query and command asks, before anything is read.

mod accounts;
mod knowledge;
mod papers;
mod published;

pub use accounts::{Belongs, owns};
pub use knowledge::{Keeping, keeps, supplies_for};
pub use papers::{Addressed, may_read_paper};
pub use published::{Open, everybody_may_read_reply, open_to_everybody};

use crate::{Actor, CaseNumber, PersonId, Post, UnitId};
use procedure::{Do, Procedure, Role, Scope};

/// What somebody wants.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wish {
    /// To see a case: its text, timeline, clocks.
    SeeCase,
    /// To act on a case; which acts, the rules say.
    ActOnCase,
    /// To read the instructions of leaders on a case.
    ReadInstructions,
    /// To see lists over all cases of the office: queues, ledger, due list.
    ListAll,
    /// To see the queue of one's own unit.
    ListUnit,
    /// To see counts over all cases, in which none is that accuses somebody.
    SeeFigures,
    /// To see over all units what is overdue, repeated, urged and supervised, and how long each takes.
    Supervise,
    /// To open sealed personal data of a case.
    OpenPerson,
    /// To enter a message on behalf of a caller, or to look for a caller's earlier cases.
    TakeCalls,
    /// To see which rounds were recorded and which missed; whoever does one sees it too.
    SeeRounds,
    /// To see what was noticed elsewhere and may become a case.
    SeeItems,
    /// To read the knowledge base, with what is for staff alone.
    SeeKnowledge,
    /// To read and answer what other jurisdictions sent to the office.
    Correspond,
    /// To read who read what.
    Audit,
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
    /// Units that stand over one of those: a county over its townships.
    pub above: &'a [UnitId],
    /// Units that it accuses, and all that stand under them.
    pub accused: &'a [UnitId],
    /// Members of staff whom it accuses.
    pub accused_people: &'a [PersonId],
    /// Whether it accuses somebody: who wrote it is known to those alone who are named for that.
    pub informant: bool,
    /// Whether it waits where units claim.
    pub pool: bool,
    /// Roles before which it was put.
    pub submitted: &'a [String],
    /// Members of the leading group in charge of it.
    pub in_charge: &'a [PersonId],
}

/// The role that administers an installation; it is the product's own and sees no case.
pub const ADMINISTRATOR: &str = "administrator";

/// The post of those who may learn who wrote a message that accuses somebody, each time with a reason. The product's
/// own: an administrator names the people. They see such cases, and act as their other posts let them; where the office
/// itself is accused they act in its place.
pub const KEEPER: &str = "informant-keeper";

/// Stands among accused units for the office itself: everybody who sees all cases because they sit in it.
pub const THIS_OFFICE: &str = "this-office";

/// Whether the actor may. `false` says nothing about whether the case exists.
pub fn may(procedure: &Procedure, who: &Actor, wish: Wish, subject: &Subject<'_>) -> bool {
    match who {
        Actor::System => true,
        Actor::Citizen(holds) => match wish {
            Wish::SeeCase | Wish::ActOnCase => holds.is_some() && holds.as_ref() == subject.number,
            _ => false,
        },
        // whoever sits in an accused unit sees nothing of it, whatever other posts they hold
        Actor::Staff { person, posts } if accused(procedure, person, posts, subject) => {
            matches!(
                wish,
                Wish::Administer
                    | Wish::TakeCalls
                    | Wish::ListAll
                    | Wish::ListUnit
                    | Wish::SeeRounds
                    | Wish::SeeKnowledge
            ) && subject.number.is_none()
        }
        // who the informant is learns nobody but who was named for that
        Actor::Staff { posts, .. } if subject.informant && wish == Wish::OpenPerson => {
            posts.iter().any(|post| post.role == KEEPER)
        }
        // within their own field the members of the leading group see what is handled
        Actor::Staff { person, posts }
            if matches!(wish, Wish::SeeCase | Wish::ReadInstructions)
                && subject.in_charge.contains(person)
                && posts
                    .iter()
                    .any(|post| procedure.role(&post.role).is_some_and(|role| !role.outside)) =>
        {
            true
        }
        Actor::Staff { posts, .. } => posts.iter().any(|post| {
            if post.role == ADMINISTRATOR {
                return wish == Wish::Administer;
            }
            if post.role == KEEPER {
                // where the office itself is accused they act in its place
                let acts =
                    matches!(wish, Wish::ActOnCase | Wish::ReadInstructions) && office_accused(subject);
                return subject.informant && (wish == Wish::SeeCase || acts);
            }
            let Some(role) = procedure.role(&post.role) else {
                return false;
            };
            if wish == Wish::Audit {
                return role.audits;
            }
            let own = || post.unit.as_ref().is_some_and(|u| subject.units.contains(u));
            match (wish, role.sees_in(post.unit.as_ref().map(UnitId::as_str))) {
                (Wish::SeeCase | Wish::ActOnCase | Wish::OpenPerson, Scope::All) => true,
                (Wish::ReadInstructions | Wish::Correspond | Wish::SeeItems, Scope::All) => !role.outside,
                (
                    Wish::SeeCase | Wish::ActOnCase | Wish::OpenPerson | Wish::ReadInstructions,
                    Scope::OwnUnit | Scope::Pool,
                ) if own() => true,
                // a county sees what its townships have, but for who wrote against somebody; to act is theirs
                (Wish::SeeCase, Scope::OwnUnit | Scope::Pool)
                    if !subject.informant
                        && post.unit.as_ref().is_some_and(|u| subject.above.contains(u)) =>
                {
                    true
                }
                // no accusation waits to be claimed: whoever sees all cases says who looks into it
                (Wish::SeeCase | Wish::ActOnCase, Scope::Pool) => subject.pool && !subject.informant,
                (
                    Wish::SeeCase | Wish::ActOnCase | Wish::ReadInstructions | Wish::SeeItems,
                    Scope::Submitted,
                ) => subject.submitted.contains(&post.role) && (wish != Wish::SeeItems || !role.outside),
                // it tells of no case: whoever works with cases looks things up in it
                (Wish::SeeKnowledge, scope) => scope != Scope::None && scope != Scope::OwnCase,
                (Wish::SeeRounds, Scope::All) if !role.outside => true,
                (Wish::SeeRounds, _) => procedure.rounds.iter().any(|round| round.by.contains(&post.role)),
                (Wish::ListAll, Scope::All) => true,
                (Wish::SeeFigures, Scope::All | Scope::Submitted) => !role.outside,
                (Wish::Supervise, Scope::All) => !role.outside && supervises(procedure, &post.role),
                (Wish::ListUnit, Scope::OwnUnit | Scope::Pool) => post.unit.is_some(),
                (Wish::TakeCalls, Scope::All) => takes_calls(procedure, &post.role),
                _ => false,
            }
        }),
    }
}

/// Whether the case accuses this person, a unit they sit in, or the office they sit in.
fn accused(procedure: &Procedure, person: &PersonId, posts: &[Post], subject: &Subject<'_>) -> bool {
    let of_office =
        |post: &Post| post.unit.is_none() && procedure.role(&post.role).is_some_and(sits_in_office);
    subject.accused_people.contains(person)
        || sits_in(posts, subject.accused)
        || (office_accused(subject) && posts.iter().any(of_office))
}

/// Whether the case accuses the office itself.
fn office_accused(subject: &Subject<'_>) -> bool {
    subject.accused.iter().any(|unit| unit.as_str() == THIS_OFFICE)
}

/// Whether whoever holds a role sits in the office that receives the cases, and sees all of them.
pub(crate) fn sits_in_office(role: &Role) -> bool {
    role.sees == Scope::All && !role.outside
}

/// Whether one of the posts sits in one of the units.
fn sits_in(posts: &[Post], units: &[UnitId]) -> bool {
    let mut seats = posts.iter().filter_map(|post| post.unit.as_ref());
    seats.any(|unit| units.contains(unit))
}

/// Roles that supervise are those whom the procedure lets urge, supervise, convene or escalate.
fn supervises(procedure: &Procedure, role: &str) -> bool {
    let presses = |does| matches!(does, Do::Urge | Do::Supervise | Do::Convene | Do::Escalate);
    procedure
        .acts
        .iter()
        .any(|rule| presses(rule.does) && rule.by.iter().any(|r| r == role))
}

/// Roles that may enter a message are those whom the procedure lets receive one.
fn takes_calls(procedure: &Procedure, role: &str) -> bool {
    procedure
        .acts
        .iter()
        .any(|rule| rule.does == Do::Receive && rule.by.iter().any(|r| r == role))
}
