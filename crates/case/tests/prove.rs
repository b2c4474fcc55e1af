//! Every step of a real case is a step of the abstract ones over which a procedure is proven: random walks of the
//! engine, followed state by state.
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]

#[path = "walk/payload.rs"]
mod payload;
mod play;

use case::{Actor, Case, Command, Event, Offer, decide, next_timer, offers, tick};
use payload::{Dice, UNITS, well_formed};
use play::{at, procedure, rules, staff};
use procedure::prove::{Model, Standing, State, View};
use procedure::{Condition, Do, Of, Seat};
use std::collections::HashSet;

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

/// Every condition that acts and clocks ask.
fn conditions() -> Vec<&'static Condition> {
    let p = procedure();
    let acts = p.acts.iter();
    let of_acts = acts.flat_map(|a| a.only_where.iter().chain(a.only_if.iter().map(|o| &o.that)));
    let of_clocks = p
        .clocks
        .iter()
        .flat_map(|c| c.only_if.iter().chain(&c.runs_again_if));
    of_acts.chain(of_clocks).collect()
}

/// The abstract states that look like the case.
struct Followed<'a> {
    model: &'a Model<'a>,
    states: HashSet<State>,
    conditions: Vec<&'static Condition>,
}

impl Followed<'_> {
    fn step(&mut self, case: &Case, event: &Event, before: &Case) {
        let all: HashSet<State> = if before.seq == 0 {
            self.model.first().into_iter().map(|s| s.to).collect()
        } else {
            let next = self.states.iter().flat_map(|s| self.model.next(s));
            next.map(|s| s.to).chain(self.states.iter().copied()).collect()
        };
        let like: HashSet<State> = all
            .iter()
            .filter(|s| self.alike(case, event, s))
            .copied()
            .collect();
        assert!(
            !like.is_empty(),
            "{:?} of {:?} led where no abstract case can come: {} {:?}\nfrom {:?}\nto {:?}",
            event.act.word(),
            event.order,
            case.step,
            case.orders
                .iter()
                .map(|o| (&o.step, o.lead, o.is_open()))
                .collect::<Vec<_>>(),
            self.states.iter().map(|s| self.shown(s)).collect::<Vec<_>>(),
            all.iter()
                .map(|s| (self.shown(s), self.differs(case, event, s)))
                .collect::<Vec<_>>(),
        );
        self.states = like;
    }

    fn shown(&self, state: &State) -> String {
        format!("{} {:?}", self.model.case_step(state), self.model.orders(state))
    }

    fn alike(&self, case: &Case, event: &Event, state: &State) -> bool {
        self.differs(case, event, state).is_none()
    }

    /// In what a state is not like the case.
    fn differs(&self, case: &Case, event: &Event, state: &State) -> Option<String> {
        if self.model.case_step(state) != case.step {
            return Some("step".to_owned());
        }
        let (model, rules) = (self.model, rules());
        let holds = |c: &Condition, order| case::holds(&rules, case, order, &Actor::System, event.at, c);
        for c in self
            .conditions
            .iter()
            .filter(|c| !c.fact.name().starts_with("order."))
        {
            if model
                .says(state, c, None)
                .is_some_and(|says| says != holds(c, None))
            {
                return Some(c.to_string());
            }
        }
        for clock in procedure().clocks.iter().filter(|c| c.of == Of::Case) {
            let open = case.clock(&clock.id, None).is_some_and(case::Clock::is_open);
            if model
                .clock_open(state, &clock.id, None)
                .is_some_and(|o| o != open)
            {
                return Some(clock.id.clone());
            }
        }
        let mut places: Vec<_> = model.orders(state);
        places.retain(|o| o.standing == Standing::Open);
        let orders: Vec<_> = case.orders.iter().filter(|o| o.is_open()).collect();
        if places.len() != orders.len() {
            return Some("orders".to_owned());
        }
        let like = |order: &case::Order, place: &procedure::prove::look::Order| {
            order.step == place.step
                && (self.conditions.iter()).all(|c| {
                    let says = model.says(state, c, Some(place.place));
                    says.is_none_or(|says| says == holds(c, Some(order.no)))
                })
                && procedure()
                    .clocks
                    .iter()
                    .filter(|c| c.of == Of::Order)
                    .all(|clock| {
                        let open = case
                            .clock(&clock.id, Some(order.no))
                            .is_some_and(case::Clock::is_open);
                        model
                            .clock_open(state, &clock.id, Some(place.place))
                            .is_none_or(|o| o == open)
                    })
        };
        let matched = match (orders.as_slice(), places.as_slice()) {
            ([], []) => true,
            ([a], [x]) => like(a, x),
            ([a, b], [x, y]) => like(a, x) && like(b, y) || like(a, y) && like(b, x),
            _ => false,
        };
        (!matched).then(|| "an order".to_owned())
    }
}

/// Whether the case is still one of those that are looked at: no more than two work orders at a time, and none forgotten
/// that was done.
fn within(case: &Case) -> bool {
    let open = case.orders.iter().filter(|o| o.is_open()).count();
    let done = case
        .orders
        .iter()
        .filter(|o| case.done_now(o) && o.ended.is_none())
        .count();
    let owing = case
        .orders
        .iter()
        .filter(|o| !o.is_open() && o.open_opinions > 0)
        .count();
    open + done.max(owing) <= 2
}

#[test]
fn every_step_of_a_case_is_a_step_of_an_abstract_one() {
    let view = View {
        places: 2,
        clocks: true,
        eases: false,
        forgets: false,
    };
    let model = Model::of(procedure(), view);
    let mut acts: HashSet<Do> = HashSet::new();
    for seed in 1..70_u64 {
        let mut dice = Dice(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
        let mut followed = Followed {
            model: &model,
            states: HashSet::new(),
            conditions: conditions(),
        };
        let mut case = Case::default();
        let mut now = at("2025-09-28T16:00:00");
        for _ in 0..40 {
            now = now.plus_ms(1 + dice.one(&[0, 1, 59, 240, 1440, 8640]) * 60_000);
            if dice.below(5) == 0 {
                let timers = (0..)
                    .zip(&case.clocks)
                    .filter_map(|(i, _)| next_timer(&rules(), &case, i));
                now = timers.min().map_or(now, |next| next.max(now));
            }
            let everybody = everybody();
            let offered: Vec<(Actor, Offer)> = everybody
                .iter()
                .flat_map(|who| {
                    offers(&rules(), &case, who, now)
                        .into_iter()
                        .map(move |o| (who.clone(), o))
                })
                .filter(|(_, offer)| {
                    offer.blocked.is_none() && (offer.does != Do::Reopen || dice.0.is_multiple_of(3))
                })
                .collect();
            let events = if offered.is_empty() || dice.below(4) == 0 {
                tick(&rules(), &case, now)
            } else {
                let (who, offer) = dice.one(&offered);
                let act = dice.one(&well_formed(&case, offer.does, offer.order, now));
                let command = Command {
                    id: "walk".into(),
                    act,
                    order: offer.order,
                    seen: Some(case.seq),
                };
                decide(&rules(), &case, &command, &who, now).unwrap_or_default()
            };
            let mut after = case.clone();
            events.iter().for_each(|event| after.apply(event));
            if !within(&after) {
                continue;
            }
            for event in &events {
                let before = case.clone();
                case.apply(event);
                followed.step(&case, event, &before);
                acts.extend(event.act.word());
            }
        }
    }
    assert!(acts.len() > 25, "the walks did only {acts:?}");
}
