//! Who acts, as files write it: `citizen`, `system`, `operator`, `handler@water`, several posts with `+`.

use super::{NUMBER, Reader};
use crate::Fault;
use crate::table::Notes;
use case::{Actor, CaseNumber, Post};
use procedure::Seat;

impl Reader<'_> {
    /// The person, or a fault where the procedure has no such role or the file no such unit.
    pub(super) fn who(&self, line: usize, text: &str, notes: &mut Notes) -> Actor {
        match text {
            "citizen" => return Actor::Citizen(Some(CaseNumber::from(NUMBER))),
            "stranger" => return Actor::Citizen(None),
            "system" => return Actor::System,
            _ => {}
        }
        let mut posts = Vec::new();
        for part in text.split('+') {
            let (role, unit) = match part.trim().split_once('@') {
                Some((role, unit)) => (role, Some(unit)),
                None => (part.trim(), None),
            };
            let known = self.maker.procedure.role(role);
            if known.is_none() && role != case::access::ADMINISTRATOR {
                let roles: Vec<&str> = self.maker.procedure.roles.iter().map(|r| r.id.as_str()).collect();
                let fault = Fault::new(line, "scenario-unknown-role").with("role", role);
                notes.add(fault.with("known", roles.join(", ")));
            }
            if known.is_some_and(|role| role.seat == Seat::Unit) && unit.is_none() {
                notes.add(Fault::new(line, "scenario-role-without-unit").with("role", role));
            }
            if let Some(unit) = unit.filter(|unit| self.maker.units.get(unit).is_none()) {
                let fault = Fault::new(line, "scenario-unknown-unit").with("unit", unit);
                notes.add(fault.with("known", self.maker.units.ids()));
            }
            posts.push(Post {
                role: role.to_owned(),
                unit: unit.map(Into::into),
            });
        }
        Actor::Staff {
            person: text.into(),
            posts,
        }
    }
}
