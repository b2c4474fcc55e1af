//! What a rule may ask, answered for a case, a work order, an act and the one who acts.

mod papers;

use crate::state::Standing;
use crate::{Act, Actor, Case, Order, Rules};
use calendar::Instant;
use procedure::{Condition, Fact, Moment, fact::Compare};

/// Everything a condition can look at.
pub(crate) struct Seen<'a> {
    pub(crate) rules: &'a Rules<'a>,
    pub(crate) case: &'a Case,
    pub(crate) order: Option<&'a Order>,
    /// `None` while acts are only offered: conditions on the act are then open.
    pub(crate) act: Option<&'a Act>,
    pub(crate) who: &'a Actor,
    pub(crate) now: Instant,
}

impl Seen<'_> {
    /// Whether the condition holds. A condition on an act not yet made counts as holding.
    pub(crate) fn holds(&self, condition: &Condition) -> bool {
        if self.act.is_none() && condition.fact.name().starts_with("act.") {
            return condition.fact != Fact::ActRefusalWithoutReason || self.responsibility_clear();
        }
        let holds = match &condition.compare {
            Compare::Holds => self.flag(condition.fact),
            Compare::AtLeast(n) => self.count(condition.fact) >= *n,
            Compare::Under(n) => self.count(condition.fact) < *n,
            Compare::Is(id) => self.is(condition.fact, id),
        };
        holds != condition.not
    }

    /// Whether all hold.
    pub(crate) fn all(&self, conditions: &[Condition]) -> bool {
        conditions.iter().all(|c| self.holds(c))
    }

    fn flag(&self, fact: Fact) -> bool {
        let case = self.case;
        let order = self.order;
        match fact {
            Fact::CaseRealName => case.citizen.as_ref().is_some_and(|c| c.verified.is_some()),
            Fact::CaseAccepted => case.accepted.is_some(),
            Fact::CaseAnswered => self.rules.procedure.step(&case.step).is_some_and(|s| s.answered),
            Fact::CaseRepeat => case.repeat_of.is_some(),
            Fact::CaseSupervised => case.supervised.is_some(),
            Fact::CaseReplySupervised => case.evasion_after_supervision,
            Fact::CaseLeadDesignated => case.designated.is_some(),
            Fact::CaseResponsibilityClear => self.responsibility_clear(),
            Fact::CaseLeadStands => case.lead_stands(),
            Fact::CaseEmergency => {
                let ground = case
                    .ground
                    .as_deref()
                    .and_then(|g| self.rules.procedure.ground(g));
                case.refused.is_some() && ground.is_some_and(|g| g.emergency)
            }
            Fact::CaseLinked => case.emergency_linked,
            Fact::OrderDirect => order.is_some_and(|o| o.direct),
            Fact::OrderLead => order.is_some_and(|o| o.lead),
            Fact::OrderSignedFor => order.is_some_and(|o| o.signed.is_some()),
            Fact::OrderPersonal => order.is_some_and(|o| o.in_person.is_some()),
            Fact::OrderExtensionOpen => order.is_some_and(|o| case.open_request(o.no, false).is_some()),
            Fact::OrderSendBackOpen => order.is_some_and(|o| case.open_request(o.no, true).is_some()),
            Fact::OrderOpinionOpen => order.is_some_and(|o| o.open_opinions > 0),
            Fact::OrderRectifying => order.is_some_and(|o| o.rectifying),
            Fact::CaseUnsolved => case
                .visits
                .iter()
                .rev()
                .find(|v| v.reached)
                .is_some_and(|v| !(v.solved && v.satisfied)),
            Fact::OrderContacted => order.is_some_and(|o| o.contacted.is_some()),
            Fact::ActorPersonal => self.acts_in_person(),
            Fact::ActGranted => matches!(
                self.act,
                Some(Act::RuleExtension { granted: true, .. } | Act::RuleSendBack { granted: true, .. })
            ),
            Fact::ActPassed => match self.act {
                Some(Act::Review { passed, .. }) => *passed,
                Some(Act::Sign(signing)) => signing.passed,
                Some(Act::RuleAbove(ruling)) => ruling.passed,
                _ => false,
            },
            Fact::ActSatisfied => matches!(
                self.act,
                Some(Act::Visit { satisfied: true, .. } | Act::AnswerVisit { satisfied: true, .. })
            ),
            Fact::ActSolved => {
                matches!(
                    self.act,
                    Some(Act::Visit { solved: true, .. } | Act::AnswerVisit { solved: true, .. })
                )
            }
            Fact::ActReached => {
                matches!(
                    self.act,
                    Some(Act::Visit { reached: true, .. } | Act::AnswerVisit { .. })
                )
            }
            Fact::ActSerious => matches!(self.act, Some(Act::Escalate { serious: true, .. })),
            Fact::ActRefusalWithoutReason => {
                let named = matches!(
                    self.act,
                    Some(Act::Escalate {
                        refusal_without_reason: true,
                        ..
                    })
                );
                named && self.responsibility_clear()
            }
            Fact::ActBad => self.bad_outcome(),
            _ => self.paper_flag(fact),
        }
    }

    fn count(&self, fact: Fact) -> u32 {
        let case = self.case;
        let since = case.replied;
        let n = match fact {
            Fact::CaseOpenOrders => case.orders.iter().filter(|o| o.is_open()).count(),
            Fact::CaseDoneOrders => case.orders.iter().filter(|o| case.done_now(o)).count(),
            Fact::CaseToRectify => case.orders.iter().filter(|o| case.can_rectify(o)).count(),
            Fact::CaseUnits => distinct(case.orders.iter().map(|o| o.unit.id.as_str())),
            Fact::CaseUnitKinds => distinct(case.orders.iter().map(|o| o.unit.kind.as_str())),
            Fact::CaseOpenRequests => case.requests.iter().filter(|r| r.waits()).count(),
            Fact::CaseOpenOpinions => case.orders.iter().map(|o| o.open_opinions as usize).sum(),
            Fact::CaseReturns => case.returns as usize,
            Fact::CaseSendBacks => {
                let granted = |r: &&crate::state::Request| {
                    r.asked == crate::state::Asked::SendBack && r.ruled.is_some_and(|(_, granted)| granted)
                };
                case.requests.iter().filter(granted).count()
            }
            Fact::CaseVisitsAnswered => case
                .visits
                .iter()
                .filter(|v| v.reached && Some(v.at) >= since)
                .count(),
            Fact::CasePersonVisits => case
                .visits
                .iter()
                .rev()
                .take_while(|v| v.by_person && Some(v.at) >= since)
                .count(),
            Fact::CaseDissatisfiedPersonVisits => case
                .visits
                .iter()
                .filter(|v| v.by_person && v.reached && !v.satisfied && v.round == case.round)
                .count(),
            Fact::CaseFailedCoordinations => case.failed_coordinations as usize,
            Fact::CaseMeasures => case.measures.len(),
            Fact::CaseLapses => case.clocks.iter().filter(|c| self.lapsed(c)).count(),
            Fact::CaseBadRechecks => case.bad_rechecks as usize,
            Fact::OrderRequestsRefused => self.order.map_or(0, |o| o.send_backs_refused as usize),
            Fact::CaseLines => case.lines.len(),
            Fact::CaseClaimedLines => case.lines.iter().filter(|line| line.claimed.is_some()).count(),
            Fact::CaseOrders => case.orders.len(),
            Fact::CaseSignatures => case.signatures as usize,
            _ => 0,
        };
        u32::try_from(n).unwrap_or(u32::MAX)
    }

    fn is(&self, fact: Fact, id: &str) -> bool {
        let case = self.case;
        match fact {
            Fact::CaseGround => case.ground.as_deref() == Some(id),
            Fact::CaseChannel => self.channel() == Some(id),
            Fact::CaseCategory => self.category() == Some(id),
            Fact::CaseWay => case.way.as_deref() == Some(id),
            Fact::OrderUnitKind => self.order.is_some_and(|o| o.unit.kind == id),
            Fact::ClockOpen => self
                .clock(id)
                .is_some_and(|c| c.is_open() && c.standing(self.now) == Standing::Running),
            Fact::ClockLapsed => self.clock(id).is_some_and(|c| self.lapsed(c)),
            _ => self.paper_is(fact, id),
        }
    }

    fn clock(&self, id: &str) -> Option<&crate::Clock> {
        let of_order = self.order.and_then(|o| self.case.clock(id, Some(o.no)));
        of_order.or_else(|| self.case.clock(id, None))
    }

    /// Overdue, or met too late, and a duty: a right that expires is no lapse of anybody.
    fn lapsed(&self, clock: &crate::Clock) -> bool {
        let right = self.rules.procedure.clock(&clock.id).is_some_and(|c| c.right);
        !right && matches!(clock.standing(self.now), Standing::Overdue | Standing::MetLate)
    }

    /// A lead was designated, a send-back was refused, or a unit let the time for one pass.
    fn responsibility_clear(&self) -> bool {
        let case = self.case;
        case.designated.is_some()
            || case.orders.iter().filter(|o| o.ended.is_none()).any(|order| {
                order.send_backs_refused > 0
                    || case.clocks.iter().any(|c| {
                        c.order == Some(order.no)
                            && c.standing(self.now) == Standing::Overdue
                            && self.sends_back(c)
                    })
            })
    }

    /// Whether a clock is the right to send back.
    fn sends_back(&self, clock: &crate::Clock) -> bool {
        let rule = self.rules.procedure.clock(&clock.id);
        rule.is_some_and(|r| r.right && r.met_by.contains(&Moment::SendBackAsked))
    }

    fn acts_in_person(&self) -> bool {
        let (Some(order), Actor::Staff { posts, .. }) = (self.order, self.who) else {
            return false;
        };
        posts
            .iter()
            .any(|p| Some(&p.role) == order.in_person.as_ref() && p.unit.as_ref() == Some(&order.unit.id))
    }

    /// Whether a fault named in a return is evasion.
    pub(crate) fn evasive(&self, faults: &[String]) -> bool {
        let norms = &self.rules.procedure.norms;
        norms.iter().any(|n| n.evasive && faults.contains(&n.id))
    }

    /// Whether the outcome named counts against the handling.
    pub(crate) fn bad_outcome(&self) -> bool {
        let Some(outcome) = self.act.and_then(Act::outcome) else {
            return false;
        };
        let outcomes = &self.rules.procedure.outcomes;
        outcomes.iter().any(|o| o.id == outcome && o.bad)
    }
}

fn distinct<'a>(names: impl Iterator<Item = &'a str>) -> usize {
    let mut names: Vec<&str> = names.collect();
    names.sort_unstable();
    names.dedup();
    names.len()
}
