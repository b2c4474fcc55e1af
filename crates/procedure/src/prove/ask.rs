//! Conditions, made ready to be asked of abstract states. Where a fact is not followed exactly, both answers count.

use super::folds::Var;
use super::ids::Ids;
use super::model::Model;
use super::state::{Cell, PLACES, Standing, State};
use crate::fact::{Compare, Condition, Fact};

/// A value that the states hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Held {
    pub(super) cell: Cell,
    /// Counts stop here: no rule asks for more.
    pub(super) most: u64,
    pub(super) of_order: bool,
}

/// What is asked.
#[derive(Debug, Clone, Copy)]
enum Test {
    /// A bit of what the act says.
    Said(u8),
    /// A value of the case or the work order reaches a number.
    Reaches(Held, u64),
    /// It is exactly this.
    Is(Held, u64),
    /// Added up over the work orders it reaches a number.
    Sum(Held, u64),
    Open(u64),
    Done(u64),
    ToRectify(u64),
    LeadStands,
    Leads,
    Answered,
    Requests(u64),
    Runs(usize),
    Lapsed(usize),
    /// The one who acts is the leader named; only where one is.
    InPerson(Option<Held>),
    Never,
    /// Not followed.
    Either,
}

/// One condition, ready to be asked.
#[derive(Debug, Clone, Copy)]
pub(super) struct Ask {
    not: bool,
    test: Test,
}

/// The facts that an act says of itself, in the order of their bits.
pub(super) const SAID: [Fact; 5] = [
    Fact::ActGranted,
    Fact::ActPassed,
    Fact::ActReached,
    Fact::ActSolved,
    Fact::ActSatisfied,
];

/// The values behind a fact.
pub(super) fn behind(fact: Fact, id: &str, ids: &Ids) -> Vec<Var> {
    match fact {
        Fact::CaseMark
        | Fact::CaseInstructedAs
        | Fact::CaseRecorded
        | Fact::CaseWritten
        | Fact::CaseDelivered
        | Fact::OrderRecorded
        | Fact::OrderWritten
        | Fact::OrderDelivered => ids
            .place(fact, id)
            .map(|at| Var::Has(fact, at))
            .into_iter()
            .collect(),
        Fact::CaseOpenOpinions | Fact::OrderOpinionOpen => vec![Var::Opinions],
        Fact::CaseOpenRequests => vec![
            Var::Fact(Fact::OrderExtensionOpen),
            Var::Fact(Fact::OrderSendBackOpen),
        ],
        Fact::CaseDoneOrders => vec![Var::PastDone],
        Fact::CaseLeadStands => vec![Var::PastLead],
        Fact::CaseGround
        | Fact::CaseChannel
        | Fact::CaseCategory
        | Fact::CaseWay
        | Fact::OrderUnitKind
        | Fact::OrderUnit
        | Fact::OrderOutcome => vec![Var::Id(fact)],
        Fact::ActorPersonal | Fact::OrderPersonal => {
            vec![Var::Fact(Fact::OrderPersonal), Var::Fact(Fact::CaseRepeat)]
        }
        Fact::CaseRealName
        | Fact::CaseAccepted
        | Fact::CaseRepeat
        | Fact::CaseSupervised
        | Fact::CaseLeadDesignated
        | Fact::CaseEmergency
        | Fact::CaseLinked
        | Fact::CaseReturns
        | Fact::CaseSendBacks
        | Fact::CaseUnsolved
        | Fact::CaseVisitsAnswered
        | Fact::CasePersonVisits
        | Fact::CaseDissatisfiedPersonVisits
        | Fact::CaseFailedCoordinations
        | Fact::CaseMeasures
        | Fact::CasePublic
        | Fact::CaseWithheld
        | Fact::CaseTidied
        | Fact::CaseSubmitted
        | Fact::CaseInstructed
        | Fact::CaseAccused
        | Fact::CaseAnonymous
        | Fact::CaseReportedUp
        | Fact::CaseApprovedAbove
        | Fact::CaseWaitsForCitizen
        | Fact::CaseMerged
        | Fact::CaseReplied
        | Fact::CaseLines
        | Fact::CaseClaimedLines
        | Fact::CaseOrders
        | Fact::CaseSignatures
        | Fact::OrderClaimed
        | Fact::OrderSignedOff
        | Fact::CaseBadRechecks
        | Fact::OrderDirect
        | Fact::OrderSignedFor
        | Fact::OrderExtensionOpen
        | Fact::OrderSendBackOpen
        | Fact::OrderRectifying
        | Fact::OrderContacted
        | Fact::OrderRequestsRefused => vec![Var::Fact(fact)],
        _ => Vec::new(),
    }
}

impl Model<'_> {
    /// A condition, ready.
    pub(super) fn ask(&self, condition: &Condition) -> Ask {
        let (number, under) = match condition.compare {
            Compare::AtLeast(n) => (u64::from(n), false),
            Compare::Under(n) => (u64::from(n), true),
            _ => (1, false),
        };
        let id = match &condition.compare {
            Compare::Is(id) => id.as_str(),
            _ => "",
        };
        Ask {
            not: condition.not != under,
            test: self.test(condition.fact, number, id),
        }
    }

    /// A value that must hold.
    pub(super) fn must(&self, var: Var) -> Ask {
        let test = self.held(var).map_or(Test::Either, |held| Test::Reaches(held, 1));
        Ask { not: false, test }
    }

    /// A value that must not hold.
    pub(super) fn must_not(&self, var: Var) -> Ask {
        Ask {
            not: true,
            ..self.must(var)
        }
    }

    fn test(&self, fact: Fact, number: u64, id: &str) -> Test {
        let said = SAID.iter().position(|f| *f == fact);
        if let Some(bit) = said.or_else(|| self.atom(fact, id).map(|at| SAID.len() + at)) {
            return u8::try_from(bit).map_or(Test::Either, Test::Said);
        }
        if number == 0 {
            // "at least none" always holds: the opposite of never is asked by the caller's `not`
            return Test::Reaches(Held::NOTHING, 0);
        }
        if self.comes_with_a_rung(fact, id) {
            return Test::Either;
        }
        match fact {
            Fact::CaseAnswered => Test::Answered,
            Fact::CaseOpenOrders => Test::Open(number),
            Fact::CaseDoneOrders => Test::Done(number),
            Fact::CaseToRectify => Test::ToRectify(number),
            Fact::CaseLeadStands => Test::LeadStands,
            Fact::OrderLead => Test::Leads,
            Fact::CaseOpenRequests => Test::Requests(number),
            Fact::CaseOpenOpinions => self
                .held(Var::Opinions)
                .map_or(Test::Either, |h| Test::Sum(h, number)),
            Fact::ActorPersonal => Test::InPerson(self.held(Var::Fact(Fact::OrderPersonal))),
            Fact::ClockOpen | Fact::ClockLapsed => {
                let at = self.p.clocks.iter().position(|c| c.id == id);
                match (at, fact) {
                    (Some(at), Fact::ClockOpen) => Test::Runs(at),
                    (Some(at), _) if self.p.clocks.get(at).is_some_and(|c| !c.right) => Test::Lapsed(at),
                    _ => Test::Never,
                }
            }
            _ => match behind(fact, id, &self.ids).first() {
                Some(var @ Var::Id(_)) => match (self.held(*var), self.ids.place(fact, id)) {
                    (Some(held), Some(place)) => Test::Is(held, u64::from(place) + 1),
                    _ => Test::Either,
                },
                Some(var) => self.held(*var).map_or(Test::Either, |h| Test::Reaches(h, number)),
                None => Test::Either,
            },
        }
    }

    /// Whether a fact asks for a document that urging issues: rungs are not followed, so it may be there at any time.
    fn comes_with_a_rung(&self, fact: Fact, id: &str) -> bool {
        let of_papers = matches!(
            fact,
            Fact::CaseWritten | Fact::CaseDelivered | Fact::OrderWritten | Fact::OrderDelivered
        );
        of_papers && self.p.document(id).is_some_and(|d| !d.rungs.is_empty())
    }

    /// Whether it holds; `None` where both are possible.
    pub(super) fn holds(&self, ask: Ask, state: &State, place: Option<usize>, truths: u32) -> Option<bool> {
        let count = |wanted: Standing| (0..PLACES).filter(|p| state.is(*p, wanted)).count() as u64;
        let at = |held: Held| match (held.of_order, place) {
            (true, None) => 0,
            (true, Some(place)) => state.get(Some(place), held.cell),
            (false, _) => state.get(None, held.cell),
        };
        let past = |var: Var| self.held(var).map_or(0, |held| state.get(None, held.cell));
        let yes = match ask.test {
            Test::Said(bit) => truths >> bit & 1 == 1,
            Test::Reaches(held, number) => at(held) >= number,
            Test::Is(held, value) => at(held) == value,
            Test::Sum(held, number) => {
                let places = (0..PLACES).filter(|p| state.there(*p));
                places.map(|p| state.get(Some(p), held.cell)).sum::<u64>() >= number
            }
            Test::Open(number) => count(Standing::Open) >= number,
            Test::Done(number) => count(Standing::Done) + past(Var::PastDone) >= number,
            Test::ToRectify(number) => {
                (0..PLACES).filter(|p| self.can_rectify(state, *p)).count() as u64 >= number
            }
            Test::LeadStands => {
                past(Var::PastLead) > 0
                    || (0..PLACES).any(|p| {
                        state.leads(p) && (state.is(p, Standing::Open) || state.is(p, Standing::Done))
                    })
            }
            Test::Leads => place.is_some_and(|p| state.leads(p)),
            Test::Answered => self.answered(state),
            Test::Requests(number) => {
                let facts = [Fact::OrderExtensionOpen, Fact::OrderSendBackOpen];
                let held = facts.iter().filter_map(|f| self.held(Var::Fact(*f)));
                let all = held.flat_map(|h| (0..PLACES).map(move |p| state.get(Some(p), h.cell)));
                all.sum::<u64>() >= number
            }
            Test::Runs(clock) => self.clock_in(state, clock, place)?.runs(),
            Test::Lapsed(clock) => self.clock_in(state, clock, place)?.lapsed(),
            Test::InPerson(held) => {
                // whoever is not named is refused, the one named is not: somebody can
                held.is_none_or(|held| at(held) > 0)
            }
            Test::Never => false,
            Test::Either => return None,
        };
        Some(yes != ask.not)
    }

    /// Whether a done work order's unit can still be told to rectify.
    pub(super) fn can_rectify(&self, state: &State, place: usize) -> bool {
        let told = self.held(Var::Fact(Fact::OrderRectifying));
        state.is(place, Standing::Done)
            && state.leads(place)
            && told.is_none_or(|held| state.get(Some(place), held.cell) == 0)
    }

    /// Whether the citizen has an answer where the case stands.
    pub(super) fn answered(&self, state: &State) -> bool {
        self.p.steps.get(state.step(None)).is_some_and(|s| s.answered)
    }
}

impl Held {
    const NOTHING: Self = Self {
        cell: super::state::STEP,
        most: 0,
        of_order: false,
    };
}
