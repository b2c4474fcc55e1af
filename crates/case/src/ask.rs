//! Asks a condition of a case as it stands, outside of any act: what scenarios expect, and what pages show.

use crate::facts::Seen;
use crate::{Actor, Case, OrderNo, Rules};
use calendar::Instant;
use procedure::Condition;

/// Whether the condition holds of the case, and of this work order of it, for this person at `now`.
pub fn holds(
    rules: &Rules<'_>,
    case: &Case,
    order: Option<OrderNo>,
    who: &Actor,
    now: Instant,
    condition: &Condition,
) -> bool {
    let seen = Seen {
        rules,
        case,
        order: order.and_then(|no| case.order(no)),
        act: None,
        who,
        now,
    };
    seen.holds(condition)
}
