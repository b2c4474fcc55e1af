//! What acts can say, and who can do what in which step.

use super::ask::SAID;
use super::folds::{Var, Write, folds};
use super::model::{Entry, Hand, Model, Saying};
use super::said::{Said, moments};
use crate::fact::Fact;
use crate::model::{ActRule, Do, Seat};

impl Model<'_> {
    /// Everything that an act can say, as far as rules ask.
    pub(super) fn sayings_of(&self, does: Do) -> Vec<Saying> {
        let rules = self.p.acts.iter().filter(|r| r.does == does);
        let of_rules = rules.flat_map(|r| r.only_where.iter().chain(r.only_if.iter().map(|o| &o.that)));
        let of_demands = self.p.demands.iter().filter(|d| d.on.contains(&does));
        let of_demands = of_demands.flat_map(|d| d.only_where.iter().chain(&d.that));
        let of_act = of_rules
            .chain(of_demands)
            .filter(|c| c.fact.name().starts_with("act."));
        let mut bits: Vec<usize> = of_act
            .filter_map(|c| self.atom(c.fact, c.id().unwrap_or_default()))
            .collect();
        bits.sort_unstable();
        bits.dedup();
        let mut all = Vec::new();
        for said in Said::all(does) {
            let own = [
                said.granted,
                said.passed,
                said.reached,
                said.solved,
                said.satisfied,
            ];
            let base = own
                .iter()
                .enumerate()
                .fold(0, |t, (i, yes)| t | u32::from(*yes) << i);
            for mut truths in self.atoms_of(&bits) {
                truths |= base;
                let data = |write: &Write| {
                    matches!(
                        write,
                        Write::Marks | Write::Ranks | Write::Choose(Var::Id(Fact::OrderOutcome))
                    )
                };
                let folds = folds(does, said);
                let forks = folds
                    .iter()
                    .filter(|w| data(w))
                    .flat_map(|w| self.forks(*w, truths));
                let forks = forks.collect();
                let writes = folds
                    .into_iter()
                    .filter(|w| !data(w))
                    .filter_map(|write| match write.var() {
                        Some(var) => self.held(var).map(|held| (write, Some(held))),
                        None => Some((write, None)),
                    });
                all.push(Saying {
                    truths,
                    moments: moments(does, said),
                    writes: writes.collect(),
                    forks,
                });
            }
        }
        all
    }

    /// Every way in which the further facts can be: of one fact with ids at most one holds.
    fn atoms_of(&self, bits: &[usize]) -> Vec<u32> {
        let mut all = vec![0_u32];
        for bit in bits {
            let fact = |bit: usize| self.atoms.get(bit).map(|(fact, _)| *fact);
            let same: u32 = (bits.iter())
                .filter(|b| fact(**b) == fact(*bit))
                .filter(|_| fact(*bit) != Some(Fact::ActMark))
                .fold(0, |mask, b| mask | 1 << (SAID.len() + b));
            let with = all
                .iter()
                .filter(|t| *t & same == 0)
                .map(|t| t | 1 << (SAID.len() + bit));
            let with: Vec<u32> = with.collect();
            all.extend(with);
        }
        all
    }

    pub(super) fn ready_entries(&mut self) {
        let none = self.p.steps.len();
        let mut entries: Vec<Vec<Entry>> = (0..=none).map(|_| Vec::new()).collect();
        for (step, list) in entries.iter_mut().enumerate() {
            let id = self.p.steps.get(step).map(|s| s.id.as_str());
            let here = |rule: &&ActRule| match id {
                Some(id) => rule.in_steps.iter().any(|s| s == id),
                None => rule.in_steps.is_empty() && rule.does == Do::Receive,
            };
            // an act names one record or document: rules for others are no rules for it
            let mut by_person: Vec<(&str, Do, Option<&str>, Vec<usize>)> = Vec::new();
            for (at, rule) in self.rules.iter().enumerate() {
                let Some(rule) = self.p.acts.get(rule.index).filter(here) else {
                    continue;
                };
                for role in &rule.by {
                    let same = |(r, does, names, _): &&mut (&str, Do, Option<&str>, Vec<usize>)| {
                        r == role && *does == rule.does && *names == rule.names()
                    };
                    match by_person.iter_mut().find(same) {
                        Some((_, _, _, rules)) => rules.push(at),
                        None => by_person.push((role, rule.does, rule.names(), vec![at])),
                    }
                }
            }
            for (role, does, _, rules) in by_person {
                let (truths, hand) = (self.truths_of(role), self.hand(role));
                let same =
                    |e: &Entry| e.does == does && e.hand == hand && e.rules == rules && e.truths == truths;
                if !list.iter().any(same) {
                    list.push(Entry {
                        does,
                        hand,
                        truths,
                        rules,
                    });
                }
            }
        }
        self.entries = entries;
    }

    fn truths_of(&self, role: &str) -> u32 {
        let outside = self.p.role(role).is_some_and(|r| r.outside);
        let holds = |(fact, id): &(Fact, String)| match fact {
            Fact::ActorRole => id == role,
            Fact::ActorOutside => outside,
            _ => false,
        };
        let atoms = self.atoms.iter().enumerate().filter(|(_, atom)| holds(atom));
        atoms.fold(0, |truths, (at, _)| truths | 1 << (SAID.len() + at))
    }

    fn hand(&self, role: &str) -> Hand {
        match self.p.role(role).map(|r| r.seat) {
            Some(Seat::Citizen) => Hand::Citizen,
            Some(_) => Hand::Staff,
            None => Hand::System,
        }
    }
}
