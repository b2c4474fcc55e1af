//! What holds on every road through the procedure: random walks of all roles with plausible and made-up commands.

pub(crate) mod any;
pub(crate) mod beside;
pub(crate) mod payload;
use crate::play;

use calendar::Instant;
use case::{
    Act, Actor, Case, Command, Effect, Event, Offer, Standing, decide, next_timer, offers, rows, tick,
};
use payload::{Dice, UNITS, made_up, well_formed};
use play::{at, procedure, rules, staff};
use procedure::{Do, Seat, StepEnd};
use proptest::prelude::*;

/// Everybody who could act: the citizen, the system, the office's roles, the roles of each unit.
fn everybody() -> Vec<Actor> {
    let mut all = vec![Actor::Citizen(None), Actor::System];
    for role in &procedure().roles {
        match role.seat {
            Seat::Citizen => {}
            Seat::Office => all.push(staff(&role.id, None)),
            Seat::Unit => all.extend(UNITS.iter().map(|unit| staff(&role.id, Some(unit)))),
        }
    }
    all
}

/// What leads on, other than what can be done at any time beside the course.
fn leads_on(does: Do) -> bool {
    !matches!(
        does,
        Do::Add
            | Do::Withdraw
            | Do::Correct
            | Do::Supervise
            | Do::ConfirmRepeat
            | Do::LinkEmergency
            | Do::Urge
            | Do::Contact
            | Do::DemandOpinion
            | Do::Recheck
            | Do::RecordAccountability
            | Do::Escalate
            | Do::Convene
            | Do::Designate
            | Do::AskExtension
    )
}

struct Walk {
    case: Case,
    events: Vec<Event>,
    now: Instant,
    dice: Dice,
    people: Vec<Actor>,
}

impl Walk {
    fn new(seed: u64) -> Self {
        Self {
            case: Case::default(),
            events: Vec::new(),
            now: at("2025-09-28T16:00:00"),
            dice: Dice(seed | 1),
            people: everybody(),
        }
    }

    fn command(&self, act: Act, order: Option<u16>) -> Command {
        Command {
            id: "walk".into(),
            act,
            order,
            seen: Some(self.case.seq),
        }
    }

    fn offers_of(&self, who: &Actor) -> Vec<Offer> {
        let mut all = offers(&rules(), &self.case, who, self.now);
        all.retain(|o| o.blocked.is_none());
        all
    }

    /// Time passes, sometimes just to the instant at which something falls due.
    fn wait(&mut self) {
        let minutes = self.dice.one(&[0, 0, 1, 59, 60, 240, 720, 1440, 8640]);
        self.now = self.now.plus_ms(minutes * 60_000);
        if self.dice.below(5) == 0 {
            let timers = (0..)
                .zip(&self.case.clocks)
                .filter_map(|(i, _)| next_timer(&rules(), &self.case, i));
            self.now = timers.min().map_or(self.now, |next| next.max(self.now));
        }
        if self.dice.below(3) == 0 {
            let events = tick(&rules(), &self.case, self.now);
            self.take(events);
            assert!(
                tick(&rules(), &self.case, self.now).is_empty(),
                "nothing fires twice"
            );
        }
    }

    /// One command by anybody: mostly what leads on, sometimes what is offered beside it, sometimes anything.
    fn act(&mut self) {
        let all = self.people.iter();
        let mut offered: Vec<(Actor, Offer)> = all
            .flat_map(|who| self.offers_of(who).into_iter().map(move |o| (who.clone(), o)))
            .collect();
        let roll = self.dice.below(10);
        if roll < 7 {
            offered.retain(|(_, o)| leads_on(o.does) && o.does != Do::Reopen);
        }
        let (who, act, order) = if roll < 9 && !offered.is_empty() {
            let (who, offer) = self.dice.one(&offered);
            let acts = well_formed(&self.case, offer.does, offer.order, self.now);
            (who, self.dice.one(&acts), offer.order)
        } else {
            let order = self.dice.one(&[None, Some(1), Some(2), Some(9)]);
            let who = self.dice.one(&self.people.clone());
            (who, made_up(&mut self.dice, &self.case, self.now), order)
        };
        let command = self.command(act, order);
        let before = self.case.clone();
        let answer = decide(&rules(), &self.case, &command, &who, self.now);
        assert_eq!(before, self.case);
        match answer {
            Ok(events) => self.take(events),
            Err(refusal) => {
                let again = decide(&rules(), &self.case, &command, &who, self.now);
                assert_eq!(again, Err(refusal), "refused for the same reason again");
            }
        }
    }

    fn take(&mut self, events: Vec<Event>) {
        for event in events {
            assert!(
                self.case.last.is_none_or(|last| event.at >= last),
                "time goes on: {event:?}"
            );
            assert!(event.at <= self.now.max(event.at));
            self.lapse_is_true(&event);
            self.clocks_exist(&event);
            self.case.apply(&event);
            self.events.push(event);
        }
    }

    fn lapse_is_true(&self, event: &Event) {
        if let Act::Lapse { index, clock } = &event.act {
            let lapsed = &self.case.clocks[*index as usize];
            assert_eq!((&lapsed.id, lapsed.lapsed), (clock, None));
            assert_eq!(lapsed.standing(event.at), Standing::Overdue);
        }
    }

    fn clocks_exist(&self, event: &Event) {
        let mut after = self.case.clone();
        after.apply(event);
        for effect in &event.effects {
            match effect {
                Effect::Start {
                    clock,
                    order,
                    from,
                    due,
                    ..
                } => {
                    assert!(procedure().clock(clock).is_some() && from < due);
                    assert!(order.is_none() || order.and_then(|no| after.order(no)).is_some());
                }
                Effect::Meet { clock, order }
                | Effect::Withdraw { clock, order }
                | Effect::RunAgain { clock, order } => {
                    assert!(self.case.clock(clock, *order).is_some(), "{effect:?}");
                }
                Effect::Extend {
                    clock, order, due, ..
                } => {
                    assert!(
                        self.case.clock(clock, *order).unwrap().due < *due,
                        "an extension gives time"
                    );
                }
                _ => {}
            }
        }
        let mut open: Vec<_> = after
            .clocks
            .iter()
            .filter(|c| c.is_open())
            .map(|c| (&c.id, c.order))
            .collect();
        let all = open.len();
        open.sort_unstable();
        open.dedup();
        assert_eq!(open.len(), all, "one of a kind runs at a time");
    }

    /// There is a way on, or nothing more has to happen.
    fn there_is_a_way_on(&self) {
        let step = procedure().step(&self.case.step);
        if self.case.seq == 0 || step.is_none_or(|s| s.end == StepEnd::Final) {
            return;
        }
        let offered = self
            .people
            .iter()
            .any(|who| self.offers_of(who).iter().any(|o| leads_on(o.does)));
        assert!(
            offered,
            "nobody can go on from {} {:?}",
            self.case.step, self.case.orders
        );
    }

    /// Until the citizen is answered something runs, or the step says why not.
    fn something_runs(&self) {
        let Some(step) = procedure().step(&self.case.step) else {
            return;
        };
        if self.case.accepted.is_none()
            || step.answered
            || step.no_clock.is_some()
            || step.end == StepEnd::Final
        {
            return;
        }
        assert!(
            self.case.clocks.iter().any(case::Clock::is_open),
            "no clock in {}",
            step.id
        );
        for order in self.case.orders.iter().filter(|o| o.is_open()) {
            let step = procedure().step(&order.step).unwrap();
            let runs = self
                .case
                .clocks
                .iter()
                .any(|c| c.order == Some(order.no) && c.is_open());
            assert!(
                runs || step.no_clock.is_some(),
                "no clock of order {} in {}",
                order.no,
                step.id
            );
        }
    }

    /// What is offered and not blocked can be done.
    fn offers_hold(&self) {
        for who in &self.people {
            for offer in self.offers_of(who) {
                let acts = well_formed(&self.case, offer.does, offer.order, self.now);
                let refusals: Vec<_> = acts
                    .into_iter()
                    .map_while(|act| {
                        decide(
                            &rules(),
                            &self.case,
                            &self.command(act, offer.order),
                            who,
                            self.now,
                        )
                        .err()
                    })
                    .collect();
                let tried = well_formed(&self.case, offer.does, offer.order, self.now).len();
                assert!(
                    refusals.len() < tried,
                    "{:?} offered to {who:?}: {refusals:?}",
                    offer.does
                );
            }
        }
    }

    /// The bytes of the events are the case: state and rows come back from them.
    fn replays(&self) {
        let bytes: Vec<Vec<u8>> = self
            .events
            .iter()
            .map(|e| serde_json::to_vec(e).unwrap())
            .collect();
        let events: Vec<Event> = bytes.iter().map(|b| serde_json::from_slice(b).unwrap()).collect();
        assert_eq!(events, self.events);
        let replayed = Case::fold(&events);
        assert_eq!(replayed, self.case);
        let number = "2025092800000017".into();
        assert_eq!(
            rows::rows(&rules(), &replayed, &number),
            rows::rows(&rules(), &self.case, &number)
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, max_shrink_iters: 0, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn on_every_road_the_rules_hold(seed in any::<u64>(), steps in 10usize..60) {
        let mut walk = Walk::new(seed);
        for step in 0..steps {
            walk.wait();
            walk.act();
            if step % 7 == 0 {
                walk.offers_hold();
            }
            walk.there_is_a_way_on();
            walk.something_runs();
        }
        walk.offers_hold();
        walk.replays();
    }
}

/// The walks above would prove nothing if they never left the first steps.
#[test]
fn the_walks_reach_every_step_and_every_act() {
    let mut steps = std::collections::BTreeSet::new();
    let mut acts = std::collections::BTreeSet::new();
    for seed in 1..160_u64 {
        let mut walk = Walk::new(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15));
        for _ in 0..60 {
            walk.wait();
            walk.act();
            steps.insert(walk.case.step.clone());
            steps.extend(walk.case.orders.iter().map(|o| o.step.clone()));
        }
        acts.extend(walk.events.iter().filter_map(|e| e.act.word()));
    }
    let missed: Vec<_> = procedure()
        .steps
        .iter()
        .map(|s| &s.id)
        .filter(|id| !steps.contains(*id))
        .collect();
    assert!(missed.is_empty(), "no walk came to {missed:?}");
    let missed: Vec<_> = payload::ALL.iter().filter(|act| !acts.contains(act)).collect();
    assert!(missed.is_empty(), "no walk did {missed:?}");
}
