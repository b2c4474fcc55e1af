//! Where an act leads: steps of the case and its work orders, and the moments that clocks listen to.

use crate::facts::Seen;
use crate::{Act, Effect, OrderNo};
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

/// The moments that lie in the act itself.
fn own_moments(act: &Act, order: Option<OrderNo>, moments: &mut Vec<Happened>) {
    let moment = match act {
        Act::Receive { .. } => Moment::Received,
        Act::Accept { .. } => Moment::Accepted,
        Act::Refuse { .. } => Moment::Refused,
        Act::PassUp { .. } => Moment::PassedUp,
        Act::Answer { .. } => {
            moments.push((Moment::Answered, order));
            Moment::Replied
        }
        Act::TakeBack { .. } => Moment::TakenBack,
        Act::SignFor => Moment::SignedFor,
        Act::AskExtension { .. } => Moment::ExtensionAsked,
        Act::AskSendBack { .. } => Moment::SendBackAsked,
        Act::RuleSendBack { granted: true, .. } => Moment::SentBack,
        Act::RuleSendBack { granted: false, .. } => Moment::SendBackRefused,
        Act::Report { .. } => Moment::Reported,
        Act::Review { passed: true, .. } => Moment::Passed,
        Act::Review { passed: false, .. } => Moment::Returned,
        Act::Reply { .. } => Moment::Replied,
        Act::AnswerVisit {
            solved, satisfied, ..
        } => {
            moments.push((Moment::VisitAnswered, order));
            outcome_of_visit(*solved, *satisfied)
        }
        Act::Visit {
            reached,
            solved,
            satisfied,
            ..
        } => {
            moments.push((Moment::Visited, order));
            if *reached {
                outcome_of_visit(*solved, *satisfied)
            } else {
                Moment::Unreached
            }
        }
        Act::DemandOpinion { .. } => Moment::OpinionDemanded,
        Act::GiveOpinion { .. } => Moment::OpinionGiven,
        Act::Supervise { .. } => Moment::Supervised,
        Act::Close { .. } => Moment::Closed,
        Act::Withdraw { .. } => Moment::Withdrawn,
        Act::Reopen { .. } => Moment::Reopened,
        Act::Archive => Moment::Archived,
        Act::RuleExtension { granted: true, .. } => Moment::ExtensionGranted,
        Act::Add { .. } => Moment::CitizenAdded,
        Act::Mark(_) => Moment::Marked,
        Act::Tidy { .. } => Moment::Tidied,
        Act::Publish { .. } => Moment::Published,
        Act::Withhold { .. } => Moment::Withheld,
        Act::Hide { .. } => Moment::Hidden,
        Act::Submit(_) => Moment::Submitted,
        Act::Instruct(_) => Moment::Instructed,
        Act::Sign(signing) if signing.passed => Moment::Signed,
        Act::Sign(_) => Moment::Unsigned,
        Act::Record(_) => Moment::Recorded,
        Act::Write(_) => Moment::Written,
        Act::Deliver(_) => Moment::Delivered,
        Act::ReportUp { .. } => Moment::ReportedUp,
        Act::RuleAbove(ruling) if ruling.passed => Moment::ApprovedAbove,
        Act::RuleAbove(_) => Moment::ReturnedAbove,
        Act::AskCitizen { .. } => Moment::CitizenAsked,
        Act::Merge { .. } => Moment::Merged,
        Act::Refer(_) => Moment::Referred,
        _ => return,
    };
    moments.push((moment, order));
}

/// Solved only where the citizen says so and is satisfied; anything else keeps the matter open.
fn outcome_of_visit(solved: bool, satisfied: bool) -> Moment {
    if solved && satisfied {
        Moment::Solved
    } else {
        Moment::Unsolved
    }
}
