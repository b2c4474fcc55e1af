//! Where an act leads: steps of the case and its work orders, and the moments that clocks listen to.

use crate::facts::Seen;
use crate::{Act, Effect, OrderNo};
use procedure::prove::said::{self, Said};
use procedure::{ActRule, Moment, WhichOrders};

/// A moment, with the work order it concerns.
pub(crate) type Happened = (Moment, Option<OrderNo>);

/// Adds the step effects of the act and returns its moments.
pub(crate) fn steps(seen: &Seen<'_>, rule: &ActRule, effects: &mut Vec<Effect>) -> Vec<Happened> {
    let order = seen.order.map(|o| o.no);
    let mut moments = Vec::new();
    if let Some(act) = seen.act {
        own_moments(act, order, &mut moments);
        match act {
            Act::Dispatch { to, .. } => dispatched(seen, to.len(), effects, &mut moments),
            Act::Claim(_) => {
                dispatched(seen, 1, effects, &mut moments);
                let no = moments.last().and_then(|(_, no)| *no);
                moments.push((Moment::Claimed, no));
            }
            _ => {}
        }
    }
    for passed_over in &rule.pass_over {
        effects.push(Effect::PassOver {
            step: passed_over.step.clone(),
            say: passed_over.say.clone(),
        });
    }
    if let Some(to) = &rule.to {
        effects.push(Effect::Step {
            order,
            to: to.clone(),
        });
    }
    if let Some(to) = &rule.case_to {
        effects.push(Effect::Step {
            order: None,
            to: to.clone(),
        });
    }
    if let Some(orders) = &rule.orders {
        for order in &seen.case.orders {
            let effect = match orders.which {
                WhichOrders::Open if order.is_open() => Effect::End { order: order.no },
                WhichOrders::DoneLead if seen.case.can_rectify(order) => Effect::Open { order: order.no },
                _ => continue,
            };
            moments.push(match orders.which {
                WhichOrders::Open => (Moment::Withdrawn, Some(order.no)),
                WhichOrders::DoneLead => (Moment::RectificationOrdered, Some(order.no)),
            });
            effects.push(effect);
            effects.push(Effect::Step {
                order: Some(order.no),
                to: orders.to.clone(),
            });
        }
    }
    moments
}

fn dispatched(seen: &Seen<'_>, count: usize, effects: &mut Vec<Effect>, moments: &mut Vec<Happened>) {
    let first = seen.case.orders.len() + 1;
    for no in first..first + count {
        let no = OrderNo::try_from(no).unwrap_or(OrderNo::MAX);
        effects.push(Effect::Step {
            order: Some(no),
            to: seen.rules.procedure.head.first_order_step.clone(),
        });
        moments.push((Moment::Dispatched, Some(no)));
    }
}

/// The moments that lie in the act itself, from the one table of them.
fn own_moments(act: &Act, order: Option<OrderNo>, moments: &mut Vec<Happened>) {
    if let Some(word) = act.word() {
        let own = said::moments(word, said_by(act)).into_iter();
        moments.extend(own.map(|moment| (moment, order)));
    }
}

/// What the act says of itself that clocks can hear.
fn said_by(act: &Act) -> Said {
    let no = Said::default();
    match act {
        Act::RuleExtension { granted, .. } | Act::RuleSendBack { granted, .. } => Said {
            granted: *granted,
            ..no
        },
        Act::Review { passed, .. } => Said {
            passed: *passed,
            ..no
        },
        Act::Sign(signing) => Said {
            passed: signing.passed,
            ..no
        },
        Act::RuleAbove(ruling) => Said {
            passed: ruling.passed,
            ..no
        },
        Act::AnswerVisit {
            solved, satisfied, ..
        } => Said {
            reached: true,
            solved: *solved,
            satisfied: *satisfied,
            ..no
        },
        Act::Visit {
            reached,
            solved,
            satisfied,
            ..
        } => Said {
            reached: *reached,
            solved: *solved,
            satisfied: *satisfied,
            ..no
        },
        _ => no,
    }
}
