//! What stands against an act before anything is written: the same rules as `decide`, for pages that say beforehand
//! where something cannot be done, and by which clause.

use crate::decide::{of, rule_of, unheld, unmet};
use crate::facts::Seen;
use crate::stand_in::stand_in;
use crate::{Actor, Case, OrderNo, Refusal, Rules};
use calendar::Instant;
use procedure::{Do, Of};

/// The refusal that this person would meet at `now`; `None` where nothing is known against the act yet. What it has to
/// bring along is not asked.
pub fn against(
    rules: &Rules<'_>,
    case: &Case,
    (does, order): (Do, Option<OrderNo>),
    who: &Actor,
    now: Instant,
) -> Option<Refusal> {
    let meant = order.and_then(|no| case.order(no));
    if order.is_some() && meant.is_none() {
        return Some(Refusal::product("refusal-no-such-order"));
    }
    let who = &*stand_in(rules.procedure, case, who);
    let seen = Seen {
        rules,
        case,
        order: meant,
        act: None,
        who,
        now,
    };
    match rule_of(&seen, does) {
        Ok((rule, _)) => unmet(&seen, rule).err().or_else(|| unheld(&seen, does)),
        Err(refusal) => Some(refusal),
    }
}

/// Whether an act is done to a work order, under any of its rules.
pub fn on_orders(rules: &Rules<'_>, does: Do) -> bool {
    let mut own = rules.procedure.acts.iter().filter(|rule| rule.does == does);
    own.any(|rule| of(rules.procedure, rule) == Some(Of::Order))
}
