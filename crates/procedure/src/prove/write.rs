//! The writes of an act, and the work orders that it makes: each in every way that the data leave open.

use super::ask::Held;
use super::clocks::Happened;
use super::folds::{Var, Write};
use super::model::{Model, Rule};
use super::places::add;
use super::state::{PLACES, Standing, State};
use crate::Fact;
use crate::model::{Do, Moment};

impl Model<'_> {
    pub(super) fn write(&self, write: Write, held: Option<Held>, place: Option<usize>, all: &mut Vec<State>) {
        let Some(held) = held else {
            return self.whole_write(write, place, all);
        };
        let at = place.filter(|_| held.of_order);
        if held.of_order && place.is_none() && write != Write::InPerson {
            return;
        }
        let mut more = Vec::new();
        for state in all.iter_mut() {
            let value = state.get(at, held.cell);
            let mut fork = |value: u64| {
                let mut state = *state;
                state.set(at, held.cell, value);
                more.push(state);
            };
            match write {
                Write::Set(_) => state.set(at, held.cell, 1),
                Write::Clear(_) => state.set(at, held.cell, 0),
                Write::Either(_) => {
                    fork(1);
                    state.set(at, held.cell, 0);
                }
                Write::Add(_) => add(state, at, held),
                Write::MayAdd(_) if value < held.most => fork(value + 1),
                // what reached the most that is counted may still be more than that
                Write::Less(_) if value == held.most => fork(value.saturating_sub(1)),
                Write::Less(_) => state.set(at, held.cell, value.saturating_sub(1)),
                Write::MayClear(_) if value > 0 => fork(0),
                Write::Put(value) => state.set(at, held.cell, value),
                Write::Choose(_) => (0..=held.most).filter(|v| *v != value).for_each(&mut fork),
                Write::InPerson => {
                    for places in 1..1_usize << PLACES {
                        let mut state = *state;
                        let named = (0..PLACES).filter(|p| places >> p & 1 == 1 && state.there(*p));
                        for place in named.collect::<Vec<_>>() {
                            if state.standing(place) != Standing::Ended {
                                state.set(Some(place), held.cell, 1);
                            }
                        }
                        more.push(state);
                    }
                }
                _ => {}
            }
        }
        all.extend(more);
    }

    fn whole_write(&self, write: Write, place: Option<usize>, all: &mut Vec<State>) {
        let mut more = Vec::new();
        for state in all.iter_mut() {
            match (write, place) {
                (Write::Pass, Some(place)) => {
                    state.stand(place, Standing::Done);
                    self.nothing_asked(state, place);
                }
                (Write::End, Some(place)) => self.ended(state, place),
                (Write::Round, _) => {
                    for place in 0..PLACES {
                        if state.is(place, Standing::Done) {
                            state.stand(place, Standing::Old);
                        }
                    }
                    let ends = |var: &Var| match var {
                        Var::Has(fact, _) => {
                            matches!(fact, Fact::CaseRecorded | Fact::CaseWritten | Fact::CaseDelivered)
                        }
                        _ => matches!(var, Var::PastDone | Var::PastLead),
                    };
                    for (_, held) in self.followed.iter().filter(|(var, _)| ends(var)) {
                        state.set(None, held.cell, 0);
                    }
                }
                (Write::Designate, _) => {
                    // the unit designated may have one of the open work orders, or none
                    let open: Vec<usize> = (0..PLACES).filter(|p| state.is(*p, Standing::Open)).collect();
                    for lead in &open {
                        let mut state = *state;
                        open.iter().for_each(|p| state.lead(*p, p == lead));
                        more.push(state);
                    }
                    open.iter().for_each(|p| state.lead(*p, false));
                }
                (Write::Extend, Some(place)) => self.extend(state, place),
                _ => {}
            }
        }
        all.extend(more);
    }

    /// A lapse recorded is withdrawn where more time was granted.
    fn extend(&self, state: &mut State, place: usize) {
        for (index, rule) in self.p.clocks.iter().enumerate() {
            let stand = self.stand(state, index, Some(place));
            if rule.extension.is_some() && stand == super::clocks::Stand::Lapsed {
                self.put(state, index, Some(place), super::clocks::Stand::Runs);
            }
        }
    }

    /// A dispatch: to a lead unit, to one that assists, or to both, as far as there is room for two.
    pub(super) fn dispatched(&self, state: &State, rule: &Rule, does: Do) -> Vec<(State, Vec<Happened>)> {
        let mut all = Vec::new();
        let Some(step) = self.first_order_step else {
            return all;
        };
        let leads = (0..PLACES).any(|p| state.is(p, Standing::Open) && state.leads(p));
        let past = self
            .held(Var::PastLead)
            .is_some_and(|h| state.get(None, h.cell) > 0);
        let stands = leads || past || (0..PLACES).any(|p| state.is(p, Standing::Done) && state.leads(p));
        let claims = does == Do::Claim;
        let parts: &[&[bool]] = match (claims, stands) {
            // who claims leads, unless somebody does already
            (true, true) => &[&[false]],
            (true, false) => &[&[true]],
            (false, _) => &[&[true], &[false], &[true, false], &[false, false]],
        };
        for parts in parts {
            let lead = parts.contains(&true);
            if lead && leads || rule.needs_lead && !lead && !stands {
                continue;
            }
            let mut made = *state;
            let mut moments = Vec::new();
            let mut taken = None;
            for lead in *parts {
                let Some(place) = self.free(&made, taken) else {
                    break;
                };
                self.give_up(&mut made, place);
                made.place(place, step, *lead && self.lead_matters);
                taken = Some(place);
                moments.push((Moment::Dispatched, Some(place)));
                if claims {
                    moments.push((Moment::Claimed, Some(place)));
                    if let Some(held) = self.held(Var::Fact(Fact::OrderClaimed)) {
                        made.set(Some(place), held.cell, 1);
                    }
                }
                if let Some(held) = self.held(Var::Fact(Fact::CaseOrders)) {
                    add(&mut made, None, held);
                }
            }
            let dispatched = moments.iter().filter(|(m, _)| *m == Moment::Dispatched).count();
            if dispatched < parts.len() {
                continue;
            }
            let mut forks = vec![made];
            for (_, place) in moments.iter().filter(|(m, _)| *m == Moment::Dispatched) {
                self.data_of(*place, claims, &mut forks);
                for (write, held) in rule.writes.iter().filter(|(_, held)| held.of_order) {
                    self.write(*write, Some(*held), *place, &mut forks);
                }
            }
            all.extend(forks.into_iter().map(|state| (state, moments.clone())));
        }
        all
    }

    /// What a dispatch says of a work order.
    fn data_of(&self, place: Option<usize>, claimed: bool, forks: &mut Vec<State>) {
        if let Some(held) = self.held(Var::Fact(Fact::OrderDirect)).filter(|_| !claimed) {
            self.write(
                Write::Either(Var::Fact(Fact::OrderDirect)),
                Some(held),
                place,
                forks,
            );
        }
        for var in [Var::Id(Fact::OrderUnitKind), Var::Id(Fact::OrderUnit)] {
            if let Some(held) = self.held(var) {
                self.write(Write::Choose(var), Some(held), place, forks);
            }
        }
        let repeat = self.held(Var::Fact(Fact::CaseRepeat));
        if let (Some(held), Some(repeat)) = (self.held(Var::Fact(Fact::OrderPersonal)), repeat) {
            let mut named = Vec::new();
            for state in forks.iter().filter(|s| s.get(None, repeat.cell) > 0) {
                let mut state = *state;
                state.set(place, held.cell, 1);
                named.push(state);
            }
            forks.extend(named);
        }
    }
}
