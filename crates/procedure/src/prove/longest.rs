//! The longest lawful way from receipt to reply: everybody uses each limit to its end and breaks none.

use super::model::Model;
use super::outline::{Link, Outline};
use super::path::Leg;
use super::walk::Walk;
use crate::model::{Basis, ClockRule, Ruled};
use calendar::{Limit, Unit};
use std::collections::HashMap;

/// One limit of a way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    /// The clock's id.
    pub clock: String,
    /// The limit, the longest where there are alternatives; `None` where an act or a round names the time.
    pub limit: Option<Limit>,
    /// The most by which it can be extended.
    pub more: Option<Limit>,
    /// The clause; `None` for the office's own rule.
    pub clause: Option<String>,
}

/// A loop in which time can pass for ever.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Round {
    /// What is done on the way round.
    pub legs: Vec<Leg>,
}

/// The longest lawful way.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Longest {
    /// What is done, from the receipt to the reply.
    pub legs: Vec<Leg>,
    /// The limits that follow one another on it.
    pub spans: Vec<Span>,
    /// Steps on it in which no limit but those on the whole way bounds the wait.
    pub open: Vec<String>,
    /// Limits on the whole way from receipt to reply.
    pub whole: Vec<Span>,
    /// Loops to which the text sets no end.
    pub rounds: Vec<Round>,
    /// Whether every way was looked at.
    pub all: bool,
}

/// Most partial ways that are looked at.
const MOST: usize = 60_000;

/// A partial way.
#[derive(Clone)]
struct Partial {
    node: usize,
    /// Nominal minutes since the receipt, every wait used up.
    time: u64,
    /// The clocks that brought it there.
    chain: Vec<usize>,
    /// When each running clock is due, and the chain up to then.
    due: Vec<(usize, u64, Vec<usize>)>,
    links: Vec<Link>,
    /// Pairs of steps passed.
    passed: Vec<(usize, Option<usize>)>,
    open: Vec<usize>,
}

impl Longest {
    pub(super) fn of(model: &Model<'_>, walk: &Walk) -> Self {
        let outline = Outline::of(model, walk);
        let mut search = Search {
            model,
            outline: &outline,
            best: None,
            seen: HashMap::new(),
            looked_at: 0,
        };
        for link in &outline.first {
            search.from(Partial {
                node: link.to,
                time: 0,
                chain: Vec::new(),
                due: Vec::new(),
                links: vec![*link],
                passed: Vec::new(),
                open: Vec::new(),
            });
        }
        let span = |at: &usize| model.p.clocks.get(*at).map(span);
        let all = search.looked_at < MOST;
        let whole = outline.whole.iter().filter_map(span).collect();
        let rounds = super::rounds::of(model, walk, &outline);
        let Some(best) = search.best else {
            return Self {
                whole,
                rounds,
                all,
                ..Self::default()
            };
        };
        let legs = best.links.iter();
        let step = |at: &usize| model.p.steps.get(*at).map(|s| s.id.clone());
        Self {
            legs: legs
                .filter_map(|l| Some(model.leg(l.why, walk.states.get(l.at)?)))
                .collect(),
            spans: best.chain.iter().filter_map(span).collect(),
            open: best.open.iter().filter_map(step).collect(),
            whole,
            rounds,
            all,
        }
    }
}

/// What a clock gives at most.
fn span(rule: &ClockRule) -> Span {
    let longest = longest(rule);
    let clause = longest.clone().and_then(|(_, clause)| clause);
    Span {
        clock: rule.id.clone(),
        limit: longest.map(|(limit, _)| limit),
        more: rule
            .extension
            .as_ref()
            .map(|e| e.at_most)
            .filter(|_| !in_all(rule)),
        clause: clause.or(match rule.basis() {
            Basis::Clause(clause) => Some(clause.to_string()),
            _ => None,
        }),
    }
}

fn in_all(rule: &ClockRule) -> bool {
    rule.extension.as_ref().is_some_and(|e| e.in_all)
}

/// The longest of a clock's limits, with its own clause where it has one.
fn longest(rule: &ClockRule) -> Option<(Limit, Option<String>)> {
    let own = rule.limit.map(|limit| (limit, None));
    let others = rule
        .limits
        .iter()
        .map(|o| (o.limit, o.clause.as_ref().map(ToString::to_string)));
    let extended = rule.extension.as_ref().filter(|e| e.in_all);
    let in_all = extended.map(|e| (e.at_most, Some(e.clause.to_string())));
    own.into_iter()
        .chain(others)
        .chain(in_all)
        .max_by_key(|(limit, _)| minutes(*limit))
}

/// Minutes, to compare by: five workdays count as a week, eight workhours as a workday.
fn minutes(limit: Limit) -> u64 {
    let each = match limit.unit {
        Unit::Minutes => 1,
        Unit::Hours => 60,
        Unit::Workhours => 7 * 24 * 60 / 40,
        Unit::Days => 24 * 60,
        Unit::Workdays => 7 * 24 * 60 / 5,
        Unit::Months => 31 * 24 * 60,
    };
    u64::from(limit.amount) * each
}

fn most(rule: &ClockRule) -> u64 {
    let limit = longest(rule).map_or(24 * 60, |(limit, _)| minutes(limit));
    let more = rule
        .extension
        .as_ref()
        .filter(|e| !e.in_all)
        .map_or(0, |e| minutes(e.at_most));
    limit + more
}

/// A place in the outline with the pairs of steps passed on the way there.
type Passed = (usize, Vec<(usize, Option<usize>)>);

struct Search<'a> {
    model: &'a Model<'a>,
    outline: &'a Outline,
    best: Option<Partial>,
    /// The best times so far: of the way, and of all that runs.
    seen: HashMap<Passed, (u64, u64)>,
    looked_at: usize,
}

impl Search<'_> {
    /// Waits as long as the limits let it, then goes on in every way that does not go round.
    fn from(&mut self, mut way: Partial) {
        self.looked_at += 1;
        let Some(node) = self.outline.nodes.get(way.node).filter(|_| self.looked_at < MOST) else {
            return;
        };
        if node.answered {
            let longer = self
                .best
                .as_ref()
                .is_none_or(|best| (way.time, best.links.len()) > (best.time, way.links.len()));
            if longer {
                self.best = Some(way);
            }
            return;
        }
        self.clocks(&mut way, &node.clocks);
        let running = way.due.iter().filter(|(clock, _, _)| node.clocks.contains(clock));
        match running.min_by_key(|(_, due, _)| *due) {
            Some((_, due, chain)) => (way.time, way.chain) = (*due.max(&way.time), chain.clone()),
            None if way.open.last() != Some(&node.case) => way.open.push(node.case),
            None => {}
        }
        let pair = (node.case, node.order);
        way.passed.push(pair);
        way.passed.sort_unstable();
        let all = way.due.iter().map(|(_, due, _)| *due).sum();
        let reached = (way.time, all);
        let seen = self.seen.entry((way.node, way.passed.clone())).or_insert((0, 0));
        if *seen >= reached && reached > (0, 0) {
            return;
        }
        *seen = reached;
        for link in self.outline.links.get(way.node).into_iter().flatten() {
            let to = self.outline.nodes.get(link.to);
            let again = |n: &super::outline::Node| {
                let pair = (n.case, n.order);
                way.passed.contains(&pair) && (link.fresh || pair != (node.case, node.order))
            };
            if to.is_none_or(again) || way.links.iter().any(|l| l.to == link.to) {
                continue;
            }
            let mut next = way.clone();
            next.node = link.to;
            next.links.push(*link);
            if link.fresh {
                next.due.retain(|(clock, _, _)| {
                    self.model
                        .p
                        .clocks
                        .get(*clock)
                        .is_some_and(|c| c.of == crate::model::Of::Case)
                });
            }
            self.from(next);
        }
    }

    /// Clocks that start are due after their limit; one that runs again, at its old time.
    fn clocks(&self, way: &mut Partial, open: &[usize]) {
        let starts = way.links.last().map_or(0, |l| l.starts);
        for clock in open {
            let known = way.due.iter().position(|(known, _, _)| known == clock);
            if known.is_some() && starts >> clock & 1 == 0 {
                continue;
            }
            let Some(rule) = self.model.p.clocks.get(*clock) else {
                continue;
            };
            let mut chain = way.chain.clone();
            chain.push(*clock);
            let new = (*clock, way.time + most(rule), chain);
            match known.and_then(|at| way.due.get_mut(at)) {
                Some(old) => *old = new,
                None => way.due.push(new),
            }
        }
    }
}
