//! Gathers the rules by what they stand on.

use super::{ByHouse, Explained, Explanation, Rule};
use crate::model::{ClauseId, House, Procedure, Ruled};

/// The whole procedure, or the clause with this id; `None` where it has no such clause.
pub fn explain<'a>(procedure: &'a Procedure, clause: Option<&str>) -> Option<Explanation<'a>> {
    let stands = stands(procedure);
    let of = |id: &ClauseId| {
        let here = stands
            .iter()
            .filter(|(basis, _)| matches!(basis, On::Clause(c) if *c == id));
        here.map(|(_, rule)| *rule).collect()
    };
    let wanted = procedure
        .clauses
        .iter()
        .filter(|c| clause.is_none_or(|id| id == c.id.as_str()));
    let clauses: Vec<Explained<'a>> = wanted
        .map(|c| Explained {
            clause: c,
            rules: of(&c.id),
        })
        .collect();
    if clause.is_some() && clauses.is_empty() {
        return None;
    }
    let mut house: Vec<ByHouse<'a>> = Vec::new();
    for (basis, rule) in stands.iter().filter(|_| clause.is_none()) {
        let On::House(reason) = basis else { continue };
        match house.iter_mut().find(|h| h.house == *reason) {
            Some(same) => same.rules.push(*rule),
            None => house.push(ByHouse {
                house: reason,
                rules: vec![*rule],
            }),
        }
    }
    Some(Explanation {
        head: &procedure.head,
        clauses,
        house,
    })
}

/// What a rule stands on.
enum On<'a> {
    Clause(&'a ClauseId),
    House(&'a House),
}

fn stands(p: &Procedure) -> Vec<(On<'_>, Rule<'_>)> {
    let mut all = Vec::new();
    fn add<'a>(all: &mut Vec<(On<'a>, Rule<'a>)>, ruled: &'a dyn Ruled, rule: Rule<'a>) {
        match (ruled.clause(), ruled.house()) {
            (Some(clause), _) => all.push((On::Clause(clause), rule)),
            (None, Some(house)) => all.push((On::House(house), rule)),
            (None, None) => {}
        }
    }
    for act in &p.acts {
        add(&mut all, act, Rule::Act(act));
        for need in &act.needs {
            let own = need.clause.iter().filter(|c| Some(*c) != act.clause.as_ref());
            all.extend(own.map(|c| (On::Clause(c), Rule::Need(act, need))));
        }
        for only in &act.only_if {
            let own = only.clause.iter().filter(|c| Some(*c) != act.clause.as_ref());
            all.extend(own.map(|c| (On::Clause(c), Rule::OnlyIf(act, only))));
        }
    }
    for clock in &p.clocks {
        add(&mut all, clock, Rule::Clock(clock));
        let own = clock
            .extension
            .iter()
            .filter(|e| Some(&e.clause) != clock.clause.as_ref());
        all.extend(own.map(|e| (On::Clause(&e.clause), Rule::Extension(clock))));
    }
    if let Some(clause) = &p.head.repeat_clause {
        all.push((On::Clause(clause), Rule::Repeat(&p.head)));
    }
    macro_rules! each {
        ($($list:ident $rule:ident),+) => { $(
            for one in &p.$list {
                add(&mut all, one, Rule::$rule(one));
            }
        )+ };
    }
    each!(
        rungs Rung, personal Personal, grounds Ground, guidance Guidance, ways Way, norms Norm, outcomes Outcome,
        priorities Priority, measures Measure, demands Demand, marks Mark, records Record, documents Document,
        rounds Watch, bodies Body, channels Channel, categories Category, steps Step, roles Role
    );
    all
}
