//! Documents that an act or a rung issues by itself: those whose rule names it and whose conditions hold then.

use crate::facts::Seen;
use crate::{Act, Case, Effect, OrderNo};
use procedure::{Document, Of, Rung};

/// One effect for each document and work order. `after` is the case with the act folded.
pub(crate) fn issued(seen: &Seen<'_>, after: &Case) -> Vec<Effect> {
    let Some(word) = seen.act.and_then(Act::word) else {
        return Vec::new();
    };
    let mut effects = Vec::new();
    let documents = &seen.rules.procedure.documents;
    for rule in documents.iter().filter(|rule| rule.on.contains(&word)) {
        for order in about(seen, after, rule) {
            let now = Seen {
                case: after,
                order: order.and_then(|no| after.order(no)),
                ..*seen
            };
            if now.all(&rule.only_if) {
                effects.push(Effect::Issue {
                    document: rule.id.clone(),
                    order,
                });
            }
        }
    }
    effects
}

/// The documents that a rung issues, about the work order of its clock or about the case.
pub(crate) fn of_rung(seen: &Seen<'_>, rung: &Rung) -> Vec<Effect> {
    let documents = &seen.rules.procedure.documents;
    let named = documents.iter().filter(|rule| rule.rungs.contains(&rung.id));
    let order = seen.order.map(|order| order.no);
    let there = named.filter(|rule| rule.of == Of::Case || order.is_some());
    let issued = there.filter(|rule| {
        let order = seen.order.filter(|_| rule.of == Of::Order);
        Seen { order, ..*seen }.all(&rule.only_if)
    });
    let effect = |rule: &Document| Effect::Issue {
        document: rule.id.clone(),
        order: order.filter(|_| rule.of == Of::Order),
    };
    issued.map(effect).collect()
}

/// The work orders that a document is about: those that the act makes, or the one that it is done on; for a document of
/// the case, none.
fn about(seen: &Seen<'_>, after: &Case, rule: &Document) -> Vec<Option<OrderNo>> {
    if rule.of == Of::Case {
        return vec![None];
    }
    let new = after.orders.iter().skip(seen.case.orders.len());
    let new: Vec<_> = new.map(|order| Some(order.no)).collect();
    if new.is_empty() {
        seen.order.map(|order| Some(order.no)).into_iter().collect()
    } else {
        new
    }
}
