//! Every step of a real case is a step of the abstract ones over which a procedure is proven: random walks of the
//! engine, followed state by state.

use crate::play;
use crate::walk::{any, payload};

use any::{World, conditions};
use case::{Actor, Case, Command, Event, Offer, Rules, decide, next_timer, offers, tick};
use payload::Dice;
use play::{at, calendar};
use procedure::prove::{Model, Standing, State, View};
use procedure::{Condition, Do, Of, Procedure, Wanted, assemble};
use std::collections::HashSet;
use std::path::Path;

/// A procedure as it is shipped, with what it includes.
fn shipped(name: &str) -> Procedure {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../procedures");
    let read = |file: String| std::fs::read_to_string(folder.join(file));
    let find = |wanted: Wanted<'_>| match wanted {
        Wanted::Rules(id) => read(format!("rules/{id}.toml")).ok(),
        Wanted::Procedure(_) => None,
    };
    let whole = assemble(&read(format!("{name}.toml")).unwrap(), &find).unwrap();
    procedure::read(&whole.text).unwrap()
}

/// The abstract states that look like the case.
struct Followed<'a> {
    model: &'a Model<'a>,
    rules: Rules<'a>,
    states: HashSet<State>,
    conditions: Vec<&'a Condition>,
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
        let said = || {
            let orders = case.orders.iter();
            let orders: Vec<_> = orders.map(|o| (&o.step, o.lead, o.is_open())).collect();
            let mut differs: Vec<String> = all.iter().filter_map(|s| self.differs(case, event, s)).collect();
            differs.sort_unstable();
            differs.dedup();
            let before: Vec<String> = self.states.iter().map(|s| self.shown(s)).collect();
            format!(
                "to {} {orders:?}\nfrom {before:?}\nall differ in {differs:?}",
                case.step
            )
        };
        assert!(
            !like.is_empty(),
            "{} of {:?} led where no abstract case can come: {}",
            serde_json::to_value(&event.act).unwrap()["act"],
            event.order,
            said()
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
        let model = self.model;
        // what falls due at the same instant lapses one after the other
        let falls_due = |c: &Condition| {
            let clock = c.to_string();
            let of_clock = matches!(c.fact, procedure::Fact::ClockOpen | procedure::Fact::ClockLapsed);
            let mut due = case
                .clocks
                .iter()
                .filter(|c| c.is_open() && c.lapsed.is_none() && c.due <= event.at);
            of_clock && due.any(|c| clock.ends_with(&format!("= {}", c.id)))
        };
        let holds = |c: &Condition, order| case::holds(&self.rules, case, order, &Actor::System, event.at, c);
        for c in self
            .conditions
            .iter()
            .filter(|c| !c.fact.name().starts_with("order.") && !falls_due(c))
        {
            if model
                .says(state, c, None)
                .is_some_and(|says| says != holds(c, None))
            {
                return Some(c.to_string());
            }
        }
        for clock in self.rules.procedure.clocks.iter().filter(|c| c.of == Of::Case) {
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
                && (self.conditions.iter()).filter(|c| !falls_due(c)).all(|c| {
                    let says = model.says(state, c, Some(place.place));
                    says.is_none_or(|says| says == holds(c, Some(order.no)))
                })
                && self
                    .rules
                    .procedure
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

/// Each act as likely as any other, however many may do it; every second time one that leads on.
fn chosen(p: &Procedure, offered: &[(&Actor, Offer)], dice: &mut Dice) -> Do {
    let mut words: Vec<Do> = offered.iter().map(|(_, offer)| offer.does).collect();
    words.sort_unstable();
    words.dedup();
    let ends = |does: &Do| {
        matches!(
            does,
            Do::Refuse | Do::Withdraw | Do::TakeBack | Do::Merge | Do::Reopen
        )
    };
    let leads = |does: &Do| {
        p.acts
            .iter()
            .any(|a| a.does == *does && (a.to.is_some() || a.case_to.is_some()))
    };
    let on: Vec<Do> = words
        .iter()
        .copied()
        .filter(|does| leads(does) && !ends(does))
        .collect();
    if on.is_empty() || dice.below(2) == 0 {
        dice.one(&words)
    } else {
        dice.one(&on)
    }
}

/// Walks a file at random and follows each walk; which acts and which steps of the case the walks came to.
fn walked(name: &str, seeds: u64, length: usize) -> (HashSet<Do>, HashSet<String>) {
    let p = shipped(name);
    let rules = Rules {
        procedure: &p,
        calendar: calendar(),
    };
    let world = World::of(&p);
    let everybody = world.everybody();
    let view = View {
        places: 2,
        clocks: true,
        eases: false,
        forgets: false,
    };
    let model = Model::of(&p, view);
    let (mut acts, mut steps) = (HashSet::new(), HashSet::new());
    for seed in 1..seeds {
        let mut dice = Dice(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
        let mut followed = Followed {
            model: &model,
            rules,
            states: HashSet::new(),
            conditions: conditions(&p),
        };
        let mut case = Case::default();
        let mut now = at("2025-09-28T16:00:00");
        for _ in 0..length {
            now = now.plus_ms(1 + dice.one(&[0, 1, 59, 240, 1440, 8640]) * 60_000);
            if dice.below(5) == 0 {
                let timers = (0..)
                    .zip(&case.clocks)
                    .filter_map(|(i, _)| next_timer(&rules, &case, i));
                now = timers.min().map_or(now, |next| next.max(now));
            }
            let offered: Vec<(&Actor, Offer)> = everybody
                .iter()
                .flat_map(|who| offers(&rules, &case, who, now).into_iter().map(move |o| (who, o)))
                .filter(|(_, offer)| {
                    let seldom = matches!(offer.does, Do::Reopen | Do::Withdraw | Do::Refuse | Do::Merge);
                    offer.blocked.is_none() && (!seldom || dice.0.is_multiple_of(3))
                })
                .collect();
            let events = if offered.is_empty() || dice.below(4) == 0 {
                tick(&rules, &case, now)
            } else {
                let word = chosen(&p, &offered, &mut dice);
                let of_word: Vec<&(&Actor, Offer)> = offered.iter().filter(|(_, o)| o.does == word).collect();
                // what is refused is tried again, otherwise
                let tries = (0..6).find_map(|_| {
                    let (who, offer) = dice.one(&of_word);
                    let Some(act) = world.act(&case, offer, who, &mut dice, now) else {
                        panic!("{name}: {word:?} is offered, and cannot be made");
                    };
                    let command = Command {
                        id: "walk".into(),
                        act,
                        order: offer.order,
                        seen: Some(case.seq),
                    };
                    decide(&rules, &case, &command, who, now).ok()
                });
                tries.unwrap_or_default()
            };
            let mut after = case.clone();
            events.iter().for_each(|event| after.apply(event));
            // of more work orders than are looked at, those that are over are forgotten
            let forgotten = |event: &Event| {
                let order = event.order.and_then(|no| case.order(no));
                case.orders.len() > 2 && order.is_some_and(|order| !order.is_open())
            };
            if !within(&after) || events.iter().any(forgotten) {
                continue;
            }
            for event in &events {
                let before = case.clone();
                case.apply(event);
                followed.step(&case, event, &before);
                acts.extend(event.act.word());
                steps.insert(case.step.clone());
            }
        }
    }
    (acts, steps)
}

/// The walks of a file come to nearly all of its acts and steps; else they would prove little.
fn follow(name: &str, seeds: u64, length: usize) {
    let (acts, steps) = walked(name, seeds, length);
    let p = shipped(name);
    let all: HashSet<Do> = p.acts.iter().map(|act| act.does).collect();
    let missed: Vec<&Do> = all.iter().filter(|act| !acts.contains(act)).collect();
    assert!(missed.len() * 5 <= all.len(), "{name}: no walk did {missed:?}");
    let of_case = p.steps.iter().filter(|step| step.of == Of::Case);
    let all: Vec<&str> = of_case.map(|step| step.id.as_str()).collect();
    let missed: Vec<&&str> = all.iter().filter(|id| !steps.contains(**id)).collect();
    assert!(
        missed.len() * 3 <= all.len(),
        "{name}: no walk came to {missed:?}"
    );
}

#[test]
fn every_step_of_a_case_is_a_step_of_an_abstract_one() {
    follow("suqian-12345", 40, 40);
}

#[test]
fn the_same_under_the_rules_of_pingliang() {
    follow("pingliang-messages", 20, 60);
}

#[test]
fn the_same_under_the_rules_of_jungar() {
    follow("jungar-messages", 20, 240);
}

#[test]
fn the_same_under_the_rules_of_wenshao() {
    follow("wenshao-wenzheng", 16, 80);
}

#[test]
fn the_same_under_the_rules_of_the_example() {
    follow("examples/bureau-12345", 40, 40);
}
