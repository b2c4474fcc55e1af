//! Who acts for an office that is itself accused (PL-18): nobody who sits in it may see the case, so those who keep
//! accusations act in its place, under the same rules and clocks as everybody.

use crate::access::{KEEPER, THIS_OFFICE, sits_in_office};
use crate::{Actor, Case, Post};
use procedure::{Procedure, Seat};
use std::borrow::Cow;

/// The actor with the posts of the office beside their own, where they keep accusations and the case accuses the office.
/// The event then names the person and the role in which they acted. Every other actor stays as they are.
pub(crate) fn stand_in<'a>(procedure: &Procedure, case: &Case, who: &'a Actor) -> Cow<'a, Actor> {
    let Actor::Staff { person, posts } = who else {
        return Cow::Borrowed(who);
    };
    let office = case.accused.iter().any(|unit| unit.id.as_str() == THIS_OFFICE);
    if !office || !posts.iter().any(|post| post.role == KEEPER) {
        return Cow::Borrowed(who);
    }
    let of_office = procedure
        .roles
        .iter()
        .filter(|role| role.seat == Seat::Office && sits_in_office(role))
        .map(|role| Post {
            role: role.id.clone(),
            unit: None,
        });
    Cow::Owned(Actor::Staff {
        person: person.clone(),
        posts: posts.iter().cloned().chain(of_office).collect(),
    })
}
