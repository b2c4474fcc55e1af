//! One expectation against what was found.

use super::{basis, shown, told};
use crate::play::Play;
use crate::{Expect, Fault, Refused, time};
use case::access::{Subject, Wish, may};
use case::{Act, Actor, Event, OrderNo, Refusal, UnitId};
use procedure::{Condition, vocabulary};

/// How the scenario ended.
pub(super) struct Found<'a> {
    pub(super) play: &'a Play<'a>,
    /// What happened in `when`.
    pub(super) since: &'a [Event],
    /// How the last act was refused.
    pub(super) refusal: Option<&'a Refusal>,
}

impl Found<'_> {
    /// The mismatch, if there is one.
    pub(super) fn mismatch(&self, line: usize, expect: &Expect) -> Option<Fault> {
        let (what, expected, found) = match expect {
            Expect::Step(step) => ("step".to_owned(), step.clone(), self.play.case.step.clone()),
            Expect::OrderStep(no, step) => {
                let found = self.play.case.order(*no).map(|order| order.step.clone());
                (format!("orders.{no}"), step.clone(), found.unwrap_or_else(none))
            }
            Expect::Refused(refused) => self.refused(refused),
            Expect::Due(clock, order, due) => {
                let said = |at| time::due(at, self.play.rules.calendar);
                let found = self.play.case.clock(clock, *order).map(|clock| said(clock.due));
                let expected = due.map_or_else(none, said);
                (named("due", clock, *order), expected, found.unwrap_or_else(none))
            }
            Expect::Clock(clock, order, standing) => {
                let found = self.play.case.clock(clock, *order);
                let found = found.map(|clock| vocabulary::word(clock.standing(self.play.now)));
                (
                    named("clocks", clock, *order),
                    standing.clone(),
                    found.unwrap_or_else(none),
                )
            }
            Expect::Lapsed(clocks) => ("lapsed".to_owned(), list(clocks), list(&self.lapsed())),
            Expect::Events(events) => {
                let found: Vec<String> = self.since.iter().map(told::word).collect();
                ("events".to_owned(), list(events), list(&found))
            }
            Expect::Told(yes, who, template) => return self.told(line, *yes, who, template.as_deref()),
            Expect::Offered(yes, who, act) => return self.offered(line, *yes, who, act),
            Expect::Basis(expected) => {
                let last = self.since.iter().rev().find(|event| event.act.word().is_some());
                let found = last.map_or_else(none, |event| basis(&event.basis).to_owned());
                ("basis".to_owned(), expected.clone(), found)
            }
            Expect::Priorities(expected) => (
                "priorities".to_owned(),
                list(expected),
                list(&self.play.case.priorities),
            ),
            Expect::InPerson(no, role) => {
                let order = self.play.case.order(*no);
                let found = order.and_then(|order| order.in_person.clone());
                let expected = role.clone().unwrap_or_else(none);
                (format!("in_person.{no}"), expected, found.unwrap_or_else(none))
            }
            Expect::Holds(order, condition) => return self.holds(line, *order, condition),
            Expect::Sees(yes, who) => return self.sees(line, *yes, who),
            Expect::Guidance(expected) => ("guidance".to_owned(), expected.clone(), self.guidance()),
        };
        let differs = match expect {
            Expect::Refused(refused) => !self.fits(refused),
            _ => expected != found,
        };
        differs.then(|| differing(line, what, expected, found))
    }

    fn refused(&self, refused: &Refused) -> (String, String, String) {
        let clause = refused.clause.as_deref();
        let expected = match (&refused.code, clause) {
            (Some(code), Some(clause)) => format!("{code} ({clause})"),
            (Some(code), None) => code.clone(),
            (None, clause) => clause.unwrap_or_default().to_owned(),
        };
        (
            "refused".to_owned(),
            expected,
            self.refusal.map_or_else(none, shown),
        )
    }

    fn fits(&self, refused: &Refused) -> bool {
        self.refusal.is_some_and(|refusal| {
            let code = refused.code.as_deref();
            code.is_none_or(|code| code == refusal.code.trim_start_matches("refusal-"))
                && refused
                    .clause
                    .as_deref()
                    .is_none_or(|clause| clause == basis(&refusal.basis))
        })
    }

    fn lapsed(&self) -> Vec<String> {
        let lapsed = self.since.iter().filter_map(|event| match &event.act {
            Act::Lapse { clock, .. } => Some(clock.clone()),
            _ => None,
        });
        lapsed.collect()
    }

    fn told(&self, line: usize, yes: bool, who: &str, template: Option<&str>) -> Option<Fault> {
        let told = told::told(self.since);
        let is = told
            .iter()
            .any(|(w, t)| w == who && template.is_none_or(|template| template == *t));
        let what = if yes { "told" } else { "not_told" };
        let expected = template.map_or_else(|| who.to_owned(), |template| format!("{who}: {template}"));
        let found: Vec<String> = told
            .iter()
            .map(|(who, template)| format!("{who}: {template}"))
            .collect();
        (is != yes).then(|| differing(line, what.to_owned(), expected, list(&found)))
    }

    fn offered(&self, line: usize, yes: bool, who: &Actor, act: &str) -> Option<Fault> {
        let offers = case::offers(&self.play.rules, &self.play.case, who, self.play.now);
        let open = offers.iter().filter(|offer| offer.blocked.is_none());
        let found: Vec<String> = open.map(|offer| vocabulary::word(offer.does)).collect();
        let is = found.iter().any(|offered| offered == act);
        let what = if yes { "offered" } else { "not_offered" };
        (is != yes).then(|| differing(line, what.to_owned(), act.to_owned(), list(&found)))
    }

    fn holds(&self, line: usize, order: Option<OrderNo>, condition: &Condition) -> Option<Fault> {
        let order = order.or(self.play.case.orders.first().map(|order| order.no));
        let (play, system) = (self.play, Actor::System);
        let holds = case::holds(&play.rules, &play.case, order, &system, play.now, condition);
        (!holds).then(|| {
            differing(
                line,
                "holds".to_owned(),
                condition.to_string(),
                format!("not {condition}"),
            )
        })
    }

    fn sees(&self, line: usize, yes: bool, who: &Actor) -> Option<Fault> {
        let case = &self.play.case;
        let units: Vec<UnitId> = case.orders.iter().map(|order| order.unit.id.clone()).collect();
        let accused: Vec<UnitId> = case.accused.iter().map(|unit| unit.id.clone()).collect();
        let submitted: Vec<String> = case.submitted.iter().map(|(role, _)| role.clone()).collect();
        let step = self.play.rules.procedure.step(&case.step);
        let subject = Subject {
            number: case.number.as_ref(),
            units: &units,
            // a scenario has no directory
            above: &[],
            accused: &accused,
            accused_people: &case.accused_people,
            informant: case.accuses(),
            pool: step.is_some_and(|step| step.pool),
            submitted: &submitted,
            in_charge: &case.in_charge,
        };
        let sees = may(self.play.rules.procedure, who, Wish::SeeCase, &subject);
        let word = |yes: bool| if yes { "sees" } else { "sees_not" }.to_owned();
        let name = match who {
            Actor::Staff { person, .. } => person.to_string(),
            _ => "citizen".to_owned(),
        };
        (sees != yes).then(|| differing(line, name, word(yes), word(sees)))
    }

    /// The guidance that the ground of the refused case gives.
    fn guidance(&self) -> String {
        let case = &self.play.case;
        let ground = case.ground.as_deref().filter(|_| case.refused.is_some());
        let ground = ground.and_then(|ground| self.play.rules.procedure.ground(ground));
        let guidance = &self.play.rules.procedure.guidance;
        let told = |id: &&String| guidance.iter().any(|text| text.id == **id);
        let id = ground.and_then(|ground| ground.guidance.as_ref()).filter(told);
        id.cloned().unwrap_or_else(none)
    }
}

fn differing(line: usize, what: String, expected: String, found: String) -> Fault {
    Fault::new(line, "scenario-differs")
        .with("what", what)
        .with("expected", expected)
        .with("found", found)
}

fn named(what: &str, clock: &str, order: Option<OrderNo>) -> String {
    match order {
        Some(no) => format!("{what}.{no}.{clock}"),
        None => format!("{what}.{clock}"),
    }
}

fn list(words: &[String]) -> String {
    format!("[{}]", words.join(", "))
}

fn none() -> String {
    "none".to_owned()
}
