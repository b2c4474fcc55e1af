//! What can always be made up for: a flag that rules only ask for, in steps where somebody can set it at any time and
//! nothing else comes of that. Whether it is set yet keeps nobody from an answer, so two work orders are looked at
//! without it.

use super::ask::behind;
use super::folds::{Var, Write, folds, named};
use super::ids::{Ids, asked, demands};
use super::relevant::{implied, in_case, stored};
use super::said::Said;
use crate::fact::{Compare, Condition};
use crate::model::{ActRule, Do, Field, Procedure, Seat};
use std::collections::HashSet;

/// The values that can always be made up for.
pub(super) fn eased(p: &Procedure, ids: &Ids) -> HashSet<Var> {
    let mut eased = HashSet::new();
    loop {
        let before = eased.len();
        for condition in asked(p) {
            if let Some(var) = flag(condition, ids).filter(|var| !eased.contains(var))
                && only_wanted(p, var, ids)
                && wanting(p, var, ids).all(|rule| made_up_for(p, rule, var, ids, &eased))
            {
                eased.insert(var);
            }
        }
        let needed = [Field::RealName, Field::Citizen].into_iter().filter_map(in_case);
        // a document must be written before it is delivered
        let delivers = p.acts.iter().filter(|rule| rule.does == Do::Deliver);
        let written = delivers.flat_map(|rule| implied(p, rule, ids));
        for var in needed.chain(written) {
            if !eased.contains(&var)
                && only_wanted(p, var, ids)
                && wanting(p, var, ids).all(|rule| made_up_for(p, rule, var, ids, &eased))
            {
                eased.insert(var);
            }
        }
        if eased.len() == before {
            return eased;
        }
    }
}

/// The flag that a condition asks to be set.
pub(super) fn flag(condition: &Condition, ids: &Ids) -> Option<Var> {
    let id = condition.id().unwrap_or_default();
    let var = behind(condition.fact, id, ids).into_iter().next()?;
    let one = matches!(
        condition.compare,
        Compare::Holds | Compare::Is(_) | Compare::AtLeast(1)
    );
    let plain = match var {
        Var::Fact(fact) => fact == condition.fact,
        Var::Has(..) => true,
        _ => false,
    };
    (one && plain && !condition.not).then_some(var)
}

fn touches(condition: &Condition, var: Var, ids: &Ids) -> bool {
    behind(condition.fact, condition.id().unwrap_or_default(), ids).contains(&var)
}

/// Whether rules only ever ask for it once they apply, and never that it be not so.
fn only_wanted(p: &Procedure, var: Var, ids: &Ids) -> bool {
    let musts = p.acts.iter().flat_map(|a| a.only_if.iter().map(|o| &o.that));
    let demanded = p.demands.iter().filter_map(|d| d.that.as_ref());
    let wanted: Vec<&Condition> = musts.chain(demanded).collect();
    let is_must = |c: &Condition| wanted.iter().any(|w| std::ptr::eq(*w, c));
    let mut touching = asked(p).into_iter().filter(|c| touches(c, var, ids));
    touching.all(|c| is_must(c) && flag(c, ids) == Some(var))
}

/// The rules that ask for it.
fn wanting<'a>(p: &'a Procedure, var: Var, ids: &'a Ids) -> impl Iterator<Item = &'a ActRule> {
    p.acts.iter().filter(move |rule| {
        let on = demands(p, rule.does, &rule.in_steps);
        let asks = rule
            .only_if
            .iter()
            .map(|o| &o.that)
            .chain(on.iter().filter_map(|d| d.that.as_ref()));
        let needs = stored(rule.does, &rule.needs).into_iter();
        let needs = needs.chain(on.iter().flat_map(|d| stored(rule.does, &d.needs)));
        let needs = needs.chain(implied(p, rule, ids));
        asks.into_iter().any(|c| touches(c, var, ids)) || needs.into_iter().any(|need| need == var)
    })
}

/// Whether in each step of the rule somebody can set it, and nothing else comes of that.
fn made_up_for(p: &Procedure, rule: &ActRule, var: Var, ids: &Ids, eased: &HashSet<Var>) -> bool {
    rule.in_steps.iter().all(|step| {
        p.acts.iter().any(|other| {
            let here = other.in_steps.contains(step) && other.to.as_ref().is_none_or(|to| to == step);
            let alone = other.case_to.is_none() && other.orders.is_none() && other.only_where.is_empty();
            let asks_eased = |c: &Condition| flag(c, ids).is_some_and(|v| eased.contains(&v));
            let free = other.only_if.iter().all(|o| asks_eased(&o.that))
                && demands(p, other.does, &other.in_steps).is_empty()
                && stored(other.does, &other.needs)
                    .iter()
                    .all(|need| eased.contains(need));
            let staff = other
                .by
                .iter()
                .any(|id| p.role(id).is_some_and(|r| r.seat != Seat::Citizen));
            here && alone && free && staff && sets(p, other, var, ids)
        })
    })
}

/// Whether the rule's act can set it, and writes nothing else that anybody could mind.
fn sets(p: &Procedure, rule: &ActRule, var: Var, ids: &Ids) -> bool {
    let brought = || rule.needs.iter().any(|need| in_case(need.field) == Some(var));
    Said::all(rule.does).into_iter().any(|said| {
        let mut writes = folds(rule.does, said);
        writes.extend(named(p, rule, ids));
        let either = writes.contains(&Write::Either(var)) && brought();
        writes.contains(&Write::Set(var)) || either
    })
}
