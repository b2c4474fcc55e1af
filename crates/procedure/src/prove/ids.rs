//! The ids that conditions ask, and every place where conditions stand.

use crate::fact::{Compare, Condition, Fact};
use crate::model::{Demand, Do, Procedure};

impl Condition {
    /// The greatest number asked.
    pub(super) fn most(&self) -> u64 {
        match self.compare {
            Compare::AtLeast(n) | Compare::Under(n) => u64::from(n),
            _ => 1,
        }
    }

    /// The id asked.
    pub(super) fn id(&self) -> Option<&str> {
        match &self.compare {
            Compare::Is(id) => Some(id),
            _ => None,
        }
    }
}

/// The ids that are asked, by fact.
#[derive(Debug, Default)]
pub(super) struct Ids(Vec<(Fact, String)>);

impl Ids {
    pub(super) fn of(p: &Procedure) -> Self {
        let mut ids = Self::default();
        for condition in asked(p) {
            if let Some(id) = condition.id()
                && ids.place(condition.fact, id).is_none()
            {
                ids.0.push((condition.fact, id.to_owned()));
            }
        }
        // a document must be written before it is delivered, whether or not a rule asks for it
        let delivered = p.acts.iter().filter(|a| a.does == Do::Deliver);
        for document in delivered.filter_map(|a| a.document.as_deref()) {
            for fact in [Fact::CaseWritten, Fact::OrderWritten] {
                if ids.place(fact, document).is_none() {
                    ids.0.push((fact, document.to_owned()));
                }
            }
        }
        ids
    }

    /// The place, from 0, of an id among those asked of the fact.
    pub(super) fn place(&self, fact: Fact, id: &str) -> Option<u8> {
        let at = self.of_fact(fact).position(|i| i == id)?;
        u8::try_from(at).ok()
    }

    /// The ids asked of a fact.
    pub(super) fn of_fact(&self, fact: Fact) -> impl Iterator<Item = &str> {
        self.0
            .iter()
            .filter(move |(f, _)| *f == fact)
            .map(|(_, id)| id.as_str())
    }
}

/// Every condition of acts, demands and clocks.
pub(super) fn asked(p: &Procedure) -> Vec<&Condition> {
    let of_acts = p.acts.iter().flat_map(|a| {
        let musts = a.only_if.iter().map(|o| &o.that);
        a.only_where.iter().chain(musts)
    });
    let of_demands = p.demands.iter().flat_map(|d| d.only_where.iter().chain(&d.that));
    let of_clocks = p.clocks.iter().flat_map(|c| {
        let others = c.limits.iter().flat_map(|a| &a.only_if);
        c.only_if.iter().chain(&c.runs_again_if).chain(others)
    });
    of_acts.chain(of_demands).chain(of_clocks).collect()
}

/// The demands on an act in any of these steps.
pub(super) fn demands<'a>(p: &'a Procedure, does: Do, steps: &[String]) -> Vec<&'a Demand> {
    let demands = p.demands.iter().filter(|d| d.on.contains(&does));
    demands
        .filter(|d| d.in_steps.is_empty() || steps.is_empty() || d.in_steps.iter().any(|s| steps.contains(s)))
        .collect()
}
