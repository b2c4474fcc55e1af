//! The course in outline: where a case and its one work order stand before the answer, and which duties run there.

use super::answer;
use super::model::Model;
use super::said::{Said, moments};
use super::state::{Standing, State};
use super::step::Why;
use super::walk::Walk;
use crate::model::{Do, Moment, Of};
use std::collections::HashMap;

/// A place in the outline.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Node {
    pub(super) case: usize,
    pub(super) order: Option<usize>,
    /// The duties that bound a wait here, by their places among the clocks.
    pub(super) clocks: Vec<usize>,
    /// Whether the citizen has the answer.
    pub(super) answered: bool,
}

/// A way on in the outline.
#[derive(Debug, Clone, Copy)]
pub(super) struct Link {
    pub(super) to: usize,
    pub(super) why: Why,
    /// Whether a new work order came with it.
    pub(super) fresh: bool,
    /// Whether the act starts clocks, and which: others that run again keep their due time.
    pub(super) starts: u128,
    /// A state that stands for where it leads.
    pub(super) at: usize,
}

/// The outline: places, and the ways on from each.
#[derive(Debug, Default)]
pub(super) struct Outline {
    pub(super) nodes: Vec<Node>,
    pub(super) links: Vec<Vec<Link>>,
    /// Where a receipt leads.
    pub(super) first: Vec<Link>,
    /// Duties of the case that run from the receipt all the way to the answer.
    pub(super) whole: Vec<usize>,
}

impl Outline {
    pub(super) fn of(model: &Model<'_>, walk: &Walk) -> Self {
        let ends = answer::ends(model);
        let done = |state: &State| ends.get(state.step(None)) == Some(&true);
        let mut whole: Vec<usize> = duties(model).filter(|c| of_case(model, *c)).collect();
        // only what lies between receipt and answer, and breaks no limit
        let mut before = vec![false; walk.states.len()];
        let mut out: Vec<Vec<(usize, Why)>> = vec![Vec::new(); walk.states.len()];
        for edge in &walk.edges {
            if lawful(model, edge.why)
                && let Some(list) = out.get_mut(edge.from as usize)
            {
                list.push((edge.to as usize, edge.why));
            }
        }
        let first = walk
            .found
            .iter()
            .enumerate()
            .filter(|(_, (from, _))| from.is_none());
        let mut todo: Vec<usize> = first.map(|(at, _)| at).collect();
        let starts = todo.clone();
        while let Some(at) = todo.pop() {
            let Some(state) = walk.states.get(at).filter(|s| !done(s)) else {
                continue;
            };
            if std::mem::replace(before.get_mut(at).unwrap_or(&mut true), true) {
                continue;
            }
            whole.retain(|c| model.stand(state, *c, None).open());
            todo.extend(out.get(at).into_iter().flatten().map(|(to, _)| *to));
        }
        let mut it = Self {
            whole,
            ..Self::default()
        };
        let mut known: HashMap<Node, usize> = HashMap::new();
        for at in starts {
            let why = walk.found.get(at).map_or(Why::Rule(0), |(_, why)| *why);
            if let Some(to) = it.meet(model, walk, &mut known, at, done) {
                let starts = model.starts(why);
                let link = Link {
                    to,
                    why,
                    fresh: false,
                    starts,
                    at,
                };
                it.first.push(link);
            }
        }
        for at in (0..walk.states.len()).filter(|at| before.get(*at) == Some(&true)) {
            let Some(from) = it.meet(model, walk, &mut known, at, done) else {
                continue;
            };
            for (next, why) in out.get(at).into_iter().flatten() {
                // who is refused or withdraws gets no reply
                if model
                    .does(*why)
                    .is_some_and(|does| matches!(does, Do::Refuse | Do::Withdraw | Do::Merge))
                {
                    continue;
                }
                let Some(to) = it.meet(model, walk, &mut known, *next, done) else {
                    continue;
                };
                let fresh = model
                    .does(*why)
                    .is_some_and(|does| matches!(does, Do::Dispatch | Do::Claim));
                let links = it.links.get_mut(from);
                if let Some(links) = links.filter(|links| to != from && !links.iter().any(|l| l.to == to)) {
                    let (why, at, starts) = (*why, *next, model.starts(*why));
                    links.push(Link {
                        to,
                        why,
                        fresh,
                        starts,
                        at,
                    });
                }
            }
        }
        it
    }

    fn meet(
        &mut self,
        model: &Model<'_>,
        walk: &Walk,
        known: &mut HashMap<Node, usize>,
        at: usize,
        done: impl Fn(&State) -> bool,
    ) -> Option<usize> {
        let state = walk.states.get(at)?;
        let open = state.is(0, Standing::Open);
        let mut clocks = Vec::new();
        for clock in duties(model).filter(|c| !self.whole.contains(c)) {
            let place = if of_case(model, clock) { None } else { Some(0) };
            if (place.is_none() || open) && model.stand(state, clock, place).open() {
                clocks.push(clock);
            }
        }
        let node = Node {
            case: state.step(None),
            order: open.then(|| state.step(Some(0))),
            clocks,
            answered: done(state),
        };
        let count = self.nodes.len();
        let place = *known.entry(node.clone()).or_insert(count);
        if place == count {
            self.nodes.push(node);
            self.links.push(Vec::new());
        }
        Some(place)
    }
}

/// Clocks that bound a wait: duties, and rights whose lapse leads on.
fn duties<'a>(model: &'a Model<'_>) -> impl Iterator<Item = usize> + 'a {
    let clocks = model.p.clocks.iter().enumerate();
    // one counted back from another ends before it
    clocks
        .filter(|(_, c)| (!c.right || c.lapse_to.is_some()) && c.before.is_none())
        .map(|(at, _)| at)
}

fn of_case(model: &Model<'_>, clock: usize) -> bool {
    model.p.clocks.get(clock).is_some_and(|c| c.of == Of::Case)
}

/// Nobody breaks a limit; a right may pass unused.
fn lawful(model: &Model<'_>, why: Why) -> bool {
    match why {
        Why::Rule(_) => true,
        Why::Lapse(at) => model.p.clocks.get(at).is_some_and(|c| c.right),
    }
}

impl Model<'_> {
    /// The clocks that an act can start, as bits.
    pub(super) fn starts(&self, why: Why) -> u128 {
        let Some(does) = self.does(why) else { return 0 };
        let mut all: Vec<Moment> = Said::all(does)
            .into_iter()
            .flat_map(|said| moments(does, said))
            .collect();
        if matches!(does, Do::Dispatch | Do::Claim) {
            all.extend([Moment::Dispatched, Moment::Claimed]);
        }
        let clocks = self.p.clocks.iter().enumerate();
        let starting = clocks.filter(|(_, c)| c.starts_on.iter().any(|m| all.contains(m)));
        starting.fold(0, |bits, (at, _)| bits | 1 << at.min(127))
    }

    pub(super) fn does(&self, why: Why) -> Option<Do> {
        match why {
            Why::Rule(at) => self.p.acts.get(at).map(|rule| rule.does),
            Why::Lapse(_) => None,
        }
    }
}
