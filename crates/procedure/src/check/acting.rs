//! Who acts: an act that nobody may do, a role that can do nothing, a role that cannot act where the rule puts it.

use super::file::{File, line};
use super::findings::Findings;
use crate::model::{Do, Of, Ruled, Scope, Seat};
use crate::vocabulary::word;

pub(super) fn check(file: &File<'_>, found: &mut Findings) {
    let p = file.procedure;
    for (index, act) in p.acts.iter().enumerate() {
        let args = || vec![("act", word(act.does))];
        if act.by.is_empty() {
            found.fault(
                line!(file, "act", index, "by"),
                "check-act-by-nobody",
                act.clause(),
                args(),
            );
        }
        let of = act
            .in_steps
            .first()
            .and_then(|s| p.step(s))
            .map_or(Of::Case, |s| s.of);
        for (j, id) in act.by.iter().enumerate() {
            let seat = p.role(id).map(|r| r.seat);
            // people of units act on their own unit's work orders, never on the whole case
            if of == Of::Case && seat == Some(Seat::Unit) && act.does != Do::Claim {
                let mut args = args();
                args.push(("role", id.clone()));
                found.fault(
                    line!(file, "act", index, "by", j),
                    "check-unit-on-case",
                    act.clause(),
                    args,
                );
            }
        }
    }
    for (index, role) in p.roles.iter().enumerate() {
        let acts = p.acts.iter().any(|a| a.by.contains(&role.id));
        let told = p.acts.iter().flat_map(|a| &a.tell).any(|t| t.who == role.id)
            || p.rungs.iter().any(|r| r.tell.contains(&role.id));
        let args = vec![("role", role.id.clone())];
        let line = line!(file, "role", index, "id");
        // An auditor reads who read what, and that is all.
        if role.audits {
            continue;
        }
        if !acts && !told && role.sees == Scope::None {
            found.fault(line, "check-role-idle", role.clause(), args);
        } else if !acts && !told {
            found.advice(line, "check-role-looks", role.clause(), args);
        }
    }
    for (index, personal) in p.personal.iter().enumerate() {
        if p.role(&personal.role).is_some_and(|r| r.seat != Seat::Unit) {
            let args = vec![("role", personal.role.clone())];
            found.fault(
                line!(file, "personal", index, "role"),
                "check-personal-seat",
                personal.clause(),
                args,
            );
        }
    }
}
