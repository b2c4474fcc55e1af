//! How the clocks of a state answer to what happens: every way it can go.

use super::clocks::{Clock, Happened, Stand};
use super::model::{Model, Rule};
use super::state::{PLACES, State};
use crate::model::{ActRule, ClockRule, Moment, Of};

/// What happened.
struct Stir<'a> {
    before: &'a State,
    moments: &'a [Happened],
    /// The record or document that it is about.
    name: Option<&'a str>,
    /// Whether the act must name a limit.
    limit: bool,
}

impl Stir<'_> {
    /// Whether a clock listens: the moment is listed, and the record or document is one of those named.
    fn counts(&self, rule: &ClockRule, list: &[Moment], moment: Moment) -> bool {
        let of_paper = matches!(moment, Moment::Recorded | Moment::Written | Moment::Delivered);
        let named = || self.name.is_some_and(|name| rule.named.iter().any(|n| n == name));
        list.contains(&moment) && (!of_paper || rule.named.is_empty() || named())
    }

    /// A work order's clock hears its own work order and the case, the case's hears everything.
    fn hears(&self, rule: &ClockRule, list: &[Moment], place: Option<usize>) -> bool {
        let own = |of: &Option<usize>| place.is_none() || of.is_none() || *of == place;
        self.moments
            .iter()
            .any(|(m, of)| own(of) && self.counts(rule, list, *m))
    }
}

impl Model<'_> {
    /// The states after the clocks answered. Those counted back from another come after it.
    pub(super) fn react(&self, before: State, moments: &[Happened], rule: &Rule) -> Vec<State> {
        let mut after = vec![before];
        let stir = Stir {
            before: &before,
            moments,
            name: self.p.acts.get(rule.index).and_then(ActRule::names),
            limit: rule.needs_limit,
        };
        for counted_back in [false, true] {
            for (index, clock) in self.clocks.iter().enumerate() {
                if clock.held.is_none() || clock.before.is_some() != counted_back {
                    continue;
                }
                match clock.of {
                    Of::Case => self.one(&stir, index, None, &mut after),
                    Of::Order => {
                        for place in (0..PLACES).filter(|p| before.there(*p)) {
                            self.one(&stir, index, Some(place), &mut after);
                        }
                    }
                }
            }
        }
        after
    }

    fn one(&self, stir: &Stir<'_>, index: usize, place: Option<usize>, after: &mut Vec<State>) {
        let (Some(clock), Some(rule)) = (self.clocks.get(index), self.p.clocks.get(index)) else {
            return;
        };
        let now = self.stand(stir.before, index, place);
        let mut can = self.existing(stir, (clock, rule), now, place);
        let begins = stir
            .moments
            .iter()
            .any(|(m, of)| stir.counts(rule, &rule.starts_on, *m) && (place.is_none() || *of == place));
        let mut with_other = false;
        if begins {
            match self.begins(stir, clock, rule, place) {
                Some(true) => can = vec![Stand::Runs],
                None => can.push(Stand::Runs),
                Some(false) => {}
            }
            with_other = clock.before.is_some() && can.contains(&Stand::Runs);
        }
        if can.as_slice() == [now] {
            return;
        }
        let forks = std::mem::take(after);
        for stand in can {
            for mut state in forks.iter().copied() {
                let other = clock.before.filter(|_| with_other && stand == Stand::Runs);
                // without the other clock it has nothing to be counted back from
                let there = other
                    .is_none_or(|other| [place, None].iter().any(|p| self.stand(&state, other, *p).open()));
                self.put(&mut state, index, place, if there { stand } else { now });
                after.push(state);
            }
        }
    }

    fn existing(
        &self,
        stir: &Stir<'_>,
        (clock, rule): (&Clock, &ClockRule),
        now: Stand,
        place: Option<usize>,
    ) -> Vec<Stand> {
        match now {
            Stand::Off => vec![now],
            _ if now.open() && stir.hears(rule, &rule.met_by, place) => {
                vec![if now == Stand::Lapsed {
                    Stand::MetLate
                } else {
                    Stand::Met
                }]
            }
            _ if now.open() && stir.hears(rule, &rule.withdrawn_on, place) => vec![Stand::Ended],
            Stand::Paused if stir.hears(rule, &rule.resumes_on, place) => vec![Stand::Runs],
            Stand::Runs | Stand::Lapsed if stir.hears(rule, &rule.pauses_on, place) => vec![Stand::Paused],
            // another limit may put the due time off again
            Stand::Lapsed if clock.timed && !rule.limits.is_empty() => vec![now, Stand::Runs],
            Stand::Met | Stand::MetLate | Stand::Ended if stir.hears(rule, &rule.runs_again_on, place) => {
                let again = self.all(&clock.again_if, stir.before, place, u32::MAX);
                let mut can = Vec::with_capacity(3);
                if again != Some(false) {
                    can.push(if now == Stand::MetLate {
                        Stand::Lapsed
                    } else {
                        Stand::Runs
                    });
                    if now == Stand::Ended && clock.timed {
                        can.push(Stand::Lapsed);
                    }
                }
                if again != Some(true) {
                    can.push(now);
                }
                can
            }
            _ => vec![now],
        }
    }

    /// Whether a clock that hears its start begins: on its conditions, and where something names its due time.
    fn begins(&self, stir: &Stir<'_>, clock: &Clock, rule: &ClockRule, place: Option<usize>) -> Option<bool> {
        let sure = self.all(&clock.only_if, stir.before, place, u32::MAX);
        if rule.limit.is_some() || rule.round.is_some() || rule.before.is_some() {
            return sure;
        }
        let mut fits = match (rule.set_by_act, stir.limit) {
            (true, true) => Some(true),
            (true, false) => None,
            (false, _) => Some(false),
        };
        let others = clock.others.iter().filter(|_| fits != Some(true));
        let others: Vec<_> = others.collect();
        for (asks, dated) in others {
            match self.all(asks, stir.before, place, u32::MAX) {
                Some(true) if !dated => {
                    fits = Some(true);
                    break;
                }
                Some(true) | None => fits = None,
                Some(false) => {}
            }
        }
        match (sure, fits) {
            (Some(false), _) | (_, Some(false)) => Some(false),
            (Some(true), Some(true)) => Some(true),
            _ => None,
        }
    }
}
