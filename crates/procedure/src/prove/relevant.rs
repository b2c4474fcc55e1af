//! What the course hangs on: acts, facts and clocks that can change where a case comes. The rest is left out, which
//! changes no proof and keeps the states few.

use super::ask::behind;
use super::ease::{eased, flag};
use super::folds::{Var, Write, folds, named, written};
use super::ids::{Ids, demands};
use super::model::View;
use super::said::{Said, moments};
use crate::fact::{Condition, Fact};
use crate::model::{ActRule, ClockRule, Demand, Do, Field, Moment, Need, Of, Procedure};
use std::collections::{BTreeMap, HashSet};

/// What is followed.
#[derive(Debug, Default)]
pub(super) struct Relevant {
    /// Places of rules among the acts of the file.
    pub(super) rules: HashSet<usize>,
    /// Each value with the greatest number that is asked of it.
    pub(super) values: BTreeMap<Key, (Var, u64)>,
    pub(super) clocks: HashSet<usize>,
    /// Values left out, because they can always be made up for.
    pub(super) eased: HashSet<Var>,
    /// Clocks of which it matters whether they lapsed.
    pub(super) timed: HashSet<usize>,
}

/// An order for the values, so that the same file gives the same states on every machine.
type Key = String;

/// The rules that decide the course: one that is followed by another with the same consequences under fewer
/// conditions is left out.
pub(super) fn deciding(p: &Procedure) -> Vec<usize> {
    let all = 0..p.acts.len();
    all.filter(|i| {
        let Some(rule) = p.acts.get(*i) else { return false };
        let mut later = p
            .acts
            .iter()
            .skip(i + 1)
            .filter(|r| r.does == rule.does && meet(rule, r));
        !later.next().is_some_and(|next| stands_for(next, rule))
    })
    .collect()
}

fn meet(a: &ActRule, b: &ActRule) -> bool {
    let same = a.names() == b.names();
    same && (a.in_steps.is_empty() || a.in_steps.iter().any(|s| b.in_steps.contains(s)))
}

/// Whether the later rule does the same for everybody and everywhere the earlier one does.
fn stands_for(later: &ActRule, earlier: &ActRule) -> bool {
    let hard = |rule: &ActRule| -> Vec<Condition> {
        let mut all: Vec<Condition> = rule.only_if.iter().map(|r| r.that.clone()).collect();
        all.retain(|c| c.fact != Fact::ActorPersonal || c.not);
        all
    };
    let fields = |rule: &ActRule| -> Vec<Field> {
        let stored = [Field::Citizen, Field::RealName, Field::Lead];
        let needs = rule.needs.iter().map(|n| n.field);
        needs.filter(|f| stored.contains(f)).collect()
    };
    later.to == earlier.to
        && later.case_to == earlier.case_to
        && later.orders.is_none()
        && earlier.orders.is_none()
        && earlier.in_steps.iter().all(|s| later.in_steps.contains(s))
        && earlier.by.iter().all(|r| later.by.contains(r))
        && later.only_where.iter().all(|c| earlier.only_where.contains(c))
        && hard(later) == hard(earlier)
        && [&later.record, &later.document] == [&earlier.record, &earlier.document]
        && later.marks == earlier.marks
        && later.unmarks == earlier.unmarks
        && fields(later) == fields(earlier)
}

/// What the sense of an act asks, whatever its rules say.
pub(super) fn implied(p: &Procedure, rule: &ActRule, ids: &Ids) -> Vec<Var> {
    match rule.does {
        Do::AskExtension | Do::RuleExtension => vec![Var::Fact(Fact::OrderExtensionOpen)],
        Do::AskSendBack | Do::RuleSendBack => vec![Var::Fact(Fact::OrderSendBackOpen)],
        Do::GiveOpinion => vec![Var::Opinions],
        Do::Deliver => {
            let document = p.documents.iter().find(|d| Some(&d.id) == rule.document.as_ref());
            let Some(document) = document.filter(|d| d.on.is_empty()) else {
                return Vec::new();
            };
            let fact = match document.of {
                Of::Case => Fact::CaseWritten,
                Of::Order => Fact::OrderWritten,
            };
            ids.place(fact, &document.id)
                .map(|at| Var::Has(fact, at))
                .into_iter()
                .collect()
        }
        _ => Vec::new(),
    }
}

/// Needs that the case itself must already meet.
pub(super) fn stored(does: Do, needs: &[Need]) -> Vec<Var> {
    if matches!(does, Do::Receive | Do::Complete) {
        return Vec::new();
    }
    needs.iter().filter_map(|need| in_case(need.field)).collect()
}

/// The value behind a field that the case itself can hold.
pub(super) fn in_case(field: Field) -> Option<Var> {
    match field {
        Field::RealName => Some(Var::Fact(Fact::CaseRealName)),
        Field::Citizen => Some(Var::Citizen),
        _ => None,
    }
}

impl Relevant {
    pub(super) fn of(p: &Procedure, deciding: &[usize], view: View, ids: &Ids) -> Self {
        let mut it = Self::default();
        if view.eases {
            it.eased = eased(p, ids);
        }
        let clocks = view.clocks;
        let listed = |id: &String| p.steps.iter().any(|s| s.clocks.contains(id));
        for (index, clock) in p.clocks.iter().enumerate() {
            let leads_on = clock.lapse_to.is_some() && listed(&clock.id);
            if clocks || leads_on {
                it.clocks.insert(index);
            }
            if leads_on {
                it.timed.insert(index);
            }
        }
        let rules: Vec<(usize, &ActRule)> = deciding
            .iter()
            .filter_map(|i| Some((*i, p.acts.get(*i)?)))
            .collect();
        loop {
            let before = (it.rules.len(), it.values.len(), it.clocks.len(), it.timed.len());
            for (index, rule) in &rules {
                if it.matters(p, rule, ids) {
                    it.rules.insert(*index);
                }
            }
            it.with_others(&rules, view);
            it.follow(p, ids);
            if before == (it.rules.len(), it.values.len(), it.clocks.len(), it.timed.len()) {
                return it;
            }
        }
    }

    /// Rules that matter because others do: an earlier one that takes cases from one that matters; and where every rule
    /// is to have its cases, all rules of an act of which one matters.
    fn with_others(&mut self, rules: &[(usize, &ActRule)], view: View) {
        let others: Vec<usize> = rules
            .iter()
            .filter(|(index, rule)| {
                let same = |(at, other): &&(usize, &ActRule)| {
                    let takes = at > index && meet(rule, other);
                    self.rules.contains(at) && other.does == rule.does && (!view.eases || takes)
                };
                rules.iter().any(|other| same(&other))
            })
            .map(|(index, _)| *index)
            .collect();
        self.rules.extend(others);
    }

    fn matters(&self, p: &Procedure, rule: &ActRule, ids: &Ids) -> bool {
        let does = rule.does;
        let leads = rule.to.is_some() || rule.case_to.is_some() || rule.orders.is_some();
        let clocks = self.clocks.iter().filter_map(|i| p.clocks.get(*i));
        // of records and documents a clock hears those that it names
        let hears = |c: &&ClockRule, m: &Moment| {
            let of_paper = matches!(m, Moment::Recorded | Moment::Written | Moment::Delivered);
            let named = || rule.names().is_some_and(|name| c.named.iter().any(|n| n == name));
            !of_paper || c.named.is_empty() || named()
        };
        let heard: HashSet<Moment> = clocks
            .flat_map(|c| {
                let lists = [
                    &c.starts_on,
                    &c.met_by,
                    &c.withdrawn_on,
                    &c.runs_again_on,
                    &c.pauses_on,
                    &c.resumes_on,
                ];
                lists.into_iter().flatten().filter(move |m| hears(&c, m))
            })
            .copied()
            .collect();
        let brings = |said: Said| moments(does, said).iter().any(|m| heard.contains(m));
        let extends = || {
            let gives = |said: Said| folds(does, said).contains(&Write::Extend);
            let can = |i: &usize| p.clocks.get(*i).is_some_and(|c| c.extension.is_some());
            Said::all(does).into_iter().any(gives) && self.timed.iter().any(can)
        };
        let writes = |var: &Var| self.values.values().any(|(v, _)| v == var);
        let holds = |fact: Fact| {
            self.values
                .values()
                .any(|(v, _)| matches!(v, Var::Has(f, _) if *f == fact))
        };
        let writes_ids = match does {
            Do::Mark | Do::Receive => holds(Fact::CaseMark),
            Do::Instruct => holds(Fact::CaseInstructedAs),
            _ => false,
        };
        leads
            || writes_ids
            || named(p, rule, ids)
                .iter()
                .filter_map(|w| w.var())
                .any(|var| writes(&var))
            || matches!(does, Do::Dispatch | Do::Claim)
            || does == Do::Receive
            || Said::all(does).into_iter().any(brings)
            || written(does).iter().any(writes)
            || extends()
    }

    /// The values behind everything that the acts and clocks so far ask.
    fn follow(&mut self, p: &Procedure, ids: &Ids) {
        let mut asked: Vec<&Condition> = Vec::new();
        let mut vars: Vec<Var> = Vec::new();
        for rule in self.rules.iter().filter_map(|i| p.acts.get(*i)) {
            asked.extend(&rule.only_where);
            asked.extend(rule.only_if.iter().map(|r| &r.that));
            vars.extend(implied(p, rule, ids));
            vars.extend(stored(rule.does, &rule.needs));
            for demand in demands(p, rule.does, &rule.in_steps) {
                if !self.refuses(rule.does, demand, ids) {
                    continue;
                }
                asked.extend(demand.only_where.iter().chain(&demand.that));
                vars.extend(stored(rule.does, &demand.needs));
            }
            if rule.needs.iter().any(|n| n.field == Field::Lead) {
                vars.push(Var::PastLead);
            }
            if rule.orders.is_some() {
                vars.push(Var::Fact(Fact::OrderRectifying));
            }
        }
        for clock in self.clocks.iter().filter_map(|i| p.clocks.get(*i)) {
            asked.extend(&clock.only_if);
            asked.extend(&clock.runs_again_if);
            if clock.limit.is_none() {
                asked.extend(clock.limits.iter().flat_map(|other| &other.only_if));
            }
        }
        for var in vars {
            self.hold(var, 1);
        }
        let mut more = Vec::new();
        for condition in asked {
            let most = condition.most();
            if most > 0 {
                behind(condition.fact, condition.id().unwrap_or_default(), ids)
                    .into_iter()
                    .for_each(|var| self.hold(var, most));
            }
            if let (Fact::ClockOpen | Fact::ClockLapsed, Some(id)) = (condition.fact, condition.id()) {
                more.extend(p.clocks.iter().position(|c| c.id == id));
            }
        }
        self.clocks.extend(&more);
        self.timed.extend(&more);
    }

    /// Whether a demand can refuse anything: not where all that it wants can always be made up for.
    fn refuses(&self, does: Do, demand: &Demand, ids: &Ids) -> bool {
        let that = demand.that.as_ref();
        let eased = |c: &Condition| flag(c, ids).is_some_and(|var| self.eased.contains(&var));
        let needs = stored(does, &demand.needs);
        that.is_some_and(|c| !eased(c)) || needs.iter().any(|var| !self.eased.contains(var))
    }

    fn hold(&mut self, var: Var, most: u64) {
        if self.eased.contains(&var) {
            return;
        }
        let at = self.values.entry(format!("{var:?}")).or_insert((var, most));
        at.1 = at.1.max(most);
    }
}
