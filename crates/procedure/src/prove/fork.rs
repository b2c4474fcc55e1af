//! Data that an act may bring, each alternative with what it writes: marks, ranks, outcomes.

use super::ask::Held;
use super::folds::{Var, Write, marked};
use super::model::Model;
use crate::Fact;
use std::collections::BTreeSet;

/// The writes of one alternative.
type Writes = Vec<(Write, Held)>;

impl Model<'_> {
    /// The alternatives of data, in line with what the act says of itself where rules ask.
    pub(super) fn forks(&self, write: Write, truths: u32) -> Vec<Vec<Writes>> {
        match write {
            Write::Marks => self.marks(truths),
            Write::Ranks => self.ranks(truths),
            Write::Choose(var @ Var::Id(fact)) => self.outcomes(var, fact, truths),
            _ => Vec::new(),
        }
    }

    /// What the act says of an id: `None` where no rule asks.
    fn act_says(&self, fact: Fact, id: &str, truths: u32) -> Option<bool> {
        let at = self.atom(fact, id)?;
        Some(truths >> (super::ask::SAID.len() + at) & 1 == 1)
    }

    /// Of each group one, or none; and a mark that nobody asks about takes the place of the others of its group.
    fn marks(&self, truths: u32) -> Vec<Vec<Writes>> {
        let asked: Vec<&str> = self.ids.of_fact(Fact::CaseMark).collect();
        let group = |id: &str| {
            let mark = self.p.marks.iter().find(|m| m.id == id);
            mark.and_then(|m| m.group.clone())
                .unwrap_or_else(|| format!("= {id}"))
        };
        let groups: BTreeSet<String> = asked.iter().map(|id| group(id)).collect();
        let mut forks = Vec::new();
        for name in groups {
            let mut fork = vec![Vec::new()];
            let mut sure = None;
            for mark in self.p.marks.iter().filter(|m| group(&m.id) == name) {
                let says = self.act_says(Fact::ActMark, &mark.id, truths);
                let writes = self.writes(marked(self.p, &mark.id, &self.ids));
                match says {
                    Some(true) => sure = Some(writes),
                    Some(false) => {}
                    None if !writes.is_empty() && !fork.contains(&writes) => fork.push(writes),
                    None => {}
                }
            }
            forks.push(sure.map_or(fork, |writes| vec![writes]));
        }
        forks.retain(|fork| fork.iter().any(|writes| !writes.is_empty()));
        forks
    }

    fn ranks(&self, truths: u32) -> Vec<Vec<Writes>> {
        let mut forks = Vec::new();
        for id in self.ids.of_fact(Fact::CaseInstructedAs) {
            let at = self.ids.place(Fact::CaseInstructedAs, id);
            let set = at.map(|at| Write::Set(Var::Has(Fact::CaseInstructedAs, at)));
            let writes = self.writes(set.into_iter().collect());
            match self.act_says(Fact::ActOutcome, id, truths) {
                Some(true) => forks.push(vec![writes]),
                Some(false) => {}
                None if writes.is_empty() => {}
                None => forks.push(vec![Vec::new(), writes]),
            }
        }
        forks
    }

    fn outcomes(&self, var: Var, fact: Fact, truths: u32) -> Vec<Vec<Writes>> {
        let Some(held) = self.held(var) else {
            return Vec::new();
        };
        let put = |value: u64| vec![(Write::Put(value), held)];
        let mut fork = vec![put(0)];
        for (value, id) in (1..).zip(self.ids.of_fact(fact)) {
            match self.act_says(Fact::ActOutcome, id, truths) {
                Some(true) => return vec![vec![put(value)]],
                Some(false) => {}
                None => fork.push(put(value)),
            }
        }
        vec![fork]
    }

    pub(super) fn writes(&self, writes: Vec<Write>) -> Writes {
        let held = writes.into_iter().filter_map(|w| Some((w, self.held(w.var()?)?)));
        held.collect()
    }
}
