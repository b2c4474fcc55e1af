//! Documents that an act issues by itself: those whose rule names it and whose conditions hold once it is done.

use crate::facts::Seen;
use crate::{Act, Case, Effect, OrderNo};
use procedure::{Document, Of};

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
