//! Loops to which the text sets no end: each time round, limits begin anew.

use super::longest::Round;
use super::model::Model;
use super::outline::{Link, Outline};
use super::step::Why;
use super::walk::Walk;
use crate::model::{Basis, Ruled};
use std::collections::{BTreeSet, HashSet, VecDeque};

/// Most loops that are shown.
const MOST: usize = 4;

/// The shortest loop through each rule on which a limit begins anew, and none lasts all the way round; those of the text
/// before those of the office.
pub(super) fn of(model: &Model<'_>, walk: &Walk, outline: &Outline) -> Vec<Round> {
    let mut found: Vec<(usize, BTreeSet<Why>, Vec<Link>)> = Vec::new();
    let mut rules = HashSet::new();
    for (from, links) in outline.links.iter().enumerate() {
        for link in links {
            if rules.contains(&link.why) {
                continue;
            }
            let Some(back) = back(outline, link.to, from) else {
                continue;
            };
            let round: Vec<Link> = std::iter::once(*link).chain(back).collect();
            if !endless(outline, &round) {
                continue;
            }
            rules.insert(link.why);
            let whys: BTreeSet<Why> = round.iter().map(|l| l.why).collect();
            let house = whys.iter().filter(|why| of_house(model, **why)).count();
            found.push((house, whys, round));
        }
    }
    found.sort_by_key(|(house, whys, _)| (*house, whys.len()));
    let mut kept: Vec<(BTreeSet<Why>, Vec<Link>)> = Vec::new();
    for (_, whys, round) in found {
        if kept.len() < MOST && !kept.iter().any(|(known, _)| known.is_subset(&whys)) {
            kept.push((whys, round));
        }
    }
    let leg = |link: &Link| Some(model.leg(link.why, walk.states.get(link.at)?));
    let rounds = kept.into_iter().map(|(_, round)| Round {
        legs: round.iter().filter_map(leg).collect(),
    });
    rounds.collect()
}

fn of_house(model: &Model<'_>, why: Why) -> bool {
    let basis = match why {
        Why::Rule(at) => model.p.acts.get(at).map(Ruled::basis),
        Why::Lapse(at) => model.p.clocks.get(at).map(Ruled::basis),
    };
    !matches!(basis, Some(Basis::Clause(_)))
}

/// Whether a limit begins anew on the way round, and none lasts all the way.
fn endless(outline: &Outline, round: &[Link]) -> bool {
    let nodes: Vec<_> = round.iter().filter_map(|l| outline.nodes.get(l.to)).collect();
    let begins = round
        .iter()
        .zip(&nodes)
        .any(|(link, node)| node.clocks.iter().any(|clock| link.starts >> clock & 1 == 1));
    let started = round.iter().fold(0, |bits, link| bits | link.starts);
    let lasts = |clock: &usize| nodes.iter().all(|n| n.clocks.contains(clock)) && started >> clock & 1 == 0;
    begins && !nodes.iter().flat_map(|n| &n.clocks).any(lasts)
}

/// The shortest way from one place to another before the answer.
fn back(outline: &Outline, from: usize, to: usize) -> Option<Vec<Link>> {
    let mut known: Vec<Option<(usize, Link)>> = vec![None; outline.nodes.len()];
    let mut todo = VecDeque::from([from]);
    let mut seen = HashSet::from([from]);
    while let Some(at) = todo.pop_front() {
        if at == to {
            let mut path = Vec::new();
            let mut here = to;
            while here != from {
                let (before, link) = known.get(here).copied().flatten()?;
                path.push(link);
                here = before;
            }
            path.reverse();
            return Some(path);
        }
        if outline.nodes.get(at).is_none_or(|n| n.answered) {
            continue;
        }
        for link in outline.links.get(at).into_iter().flatten() {
            if seen.insert(link.to) {
                if let Some(slot) = known.get_mut(link.to) {
                    *slot = Some((at, *link));
                }
                todo.push_back(link.to);
            }
        }
    }
    None
}
