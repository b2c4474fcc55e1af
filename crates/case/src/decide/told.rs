//! Who is told of an act, as the rule's `tell` names them.

use crate::event::Whom;
use crate::facts::Seen;
use crate::{Act, Case, Effect, Event, Order, OrderNo, UnitId};
use procedure::{ActRule, Seat, Tell};

/// The messages that follow from an act. A dispatch tells each of its units.
pub(crate) fn tell(seen: &Seen<'_>, rule: &ActRule, after: &Case, event: &Event) -> Vec<Effect> {
    let orders: Vec<(Option<OrderNo>, Option<UnitId>)> = match &event.act {
        Act::Dispatch { .. } | Act::Claim(_) => after
            .orders
            .iter()
            .skip(seen.case.orders.len())
            .map(|o| (Some(o.no), Some(o.unit.id.clone())))
            .collect(),
        _ => vec![(event.order, seen.order.map(|o| o.unit.id.clone()))],
    };
    let mut told = Vec::new();
    for Tell { who, template } in &rule.tell {
        for (order, unit) in &orders {
            let assigner = order
                .and_then(|no| after.order(no))
                .and_then(|o| o.assigned_by.as_deref());
            let who = if who == "assigner" {
                assigner
            } else {
                Some(who.as_str())
            };
            let Some(who) = who else { continue };
            for whom in resolve(seen, after, who, unit.as_ref()) {
                let tell = Effect::Tell {
                    whom,
                    template: template.clone(),
                    order: *order,
                };
                if !told.contains(&tell) {
                    told.push(tell);
                }
            }
        }
    }
    told
}

/// Turns a name of the file into people. With no work order at hand, a unit role means the unit of each work order
/// that is open before or after what happens.
pub(crate) fn resolve(seen: &Seen<'_>, after: &Case, who: &str, unit: Option<&UnitId>) -> Vec<Whom> {
    if who == "citizen" {
        return if seen.case.history {
            Vec::new()
        } else {
            vec![Whom::Citizen]
        };
    }
    let units = || -> Vec<UnitId> {
        match unit {
            Some(unit) => vec![unit.clone()],
            None => after
                .orders
                .iter()
                .filter(|o| o.is_open() || seen.case.order(o.no).is_some_and(Order::is_open))
                .map(|o| o.unit.id.clone())
                .collect(),
        }
    };
    if who == "unit" {
        return units().into_iter().map(Whom::Unit).collect();
    }
    let seated_in_unit = seen
        .rules
        .procedure
        .role(who)
        .is_some_and(|r| r.seat == Seat::Unit);
    if seated_in_unit {
        return units()
            .into_iter()
            .map(|u| Whom::Role {
                role: who.to_owned(),
                unit: Some(u),
            })
            .collect();
    }
    vec![Whom::Role {
        role: who.to_owned(),
        unit: None,
    }]
}
