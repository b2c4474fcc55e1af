//! A procedure made ready to be walked: its deciding rules by step and person, and the values that states hold.

use super::ask::{Ask, Held, SAID};
use super::clocks::Clock;
use super::folds::{Var, Write, named};
use super::ids::{Ids, asked, demands};
use super::live::Live;
use super::relevant::{Relevant, deciding, implied, in_case, stored};
use super::state::Layout;
use super::step::Fired;
use crate::fact::{Condition, Fact};
use crate::model::{ActRule, Do, Field, Moment, Need, Of, Procedure, WhichOrders};
use std::collections::HashMap;

/// Who can do it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Hand {
    /// People of the office and the units.
    Staff,
    /// What comes in through a channel.
    System,
    /// The citizen.
    Citizen,
    /// Nobody: time passes.
    Time,
}

/// One thing that an act can say.
#[derive(Debug)]
pub(super) struct Saying {
    pub(super) truths: u32,
    pub(super) moments: Vec<Moment>,
    pub(super) writes: Vec<(Write, Option<Held>)>,
    /// Data that can be one thing or another: of each the writes of one alternative.
    pub(super) forks: Vec<Vec<Vec<(Write, Held)>>>,
}

/// A demand on an act, ready.
#[derive(Debug)]
pub(super) struct Demand {
    /// Only in these steps; in all where empty.
    pub(super) steps: Vec<usize>,
    pub(super) asks: Vec<Ask>,
    pub(super) musts: Vec<Ask>,
}

/// A rule, ready.
#[derive(Debug)]
pub(super) struct Rule {
    /// Place among the acts of the file.
    pub(super) index: usize,
    pub(super) asks: Vec<Ask>,
    pub(super) musts: Vec<Ask>,
    pub(super) demands: Vec<Demand>,
    /// What it writes by its own words.
    pub(super) writes: Vec<(Write, Held)>,
    pub(super) to: Option<usize>,
    pub(super) case_to: Option<usize>,
    pub(super) orders_to: Option<usize>,
    pub(super) needs_lead: bool,
    pub(super) needs_limit: bool,
    /// What the rule's needs make sure of.
    pub(super) sure: Vec<Held>,
}

/// What a person can do in a step: the rules of one act, in the order of the file.
#[derive(Debug)]
pub(super) struct Entry {
    pub(super) does: Do,
    pub(super) hand: Hand,
    /// What is asked of the one who acts.
    pub(super) truths: u32,
    /// Places among [`Model::rules`].
    pub(super) rules: Vec<usize>,
}

/// How much of a case is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct View {
    /// Work orders looked at together: one or two.
    pub places: usize,
    /// Whether every clock is followed, or only those that rules ask about or whose lapse leads on.
    pub clocks: bool,
    /// Whether flags that can always be made up for are left out.
    pub eases: bool,
    /// Whether values that nobody asks any more are forgotten.
    pub forgets: bool,
}

/// A procedure, ready to be walked.
#[derive(Debug)]
pub struct Model<'a> {
    pub(super) p: &'a Procedure,
    pub(super) view: View,
    values: HashMap<Var, Held>,
    /// The same, in a fixed order.
    pub(super) followed: Vec<(Var, Held)>,
    pub(super) ids: Ids,
    /// Further facts that acts say of themselves.
    pub(super) atoms: Vec<(Fact, String)>,
    pub(super) rules: Vec<Rule>,
    pub(super) clocks: Vec<Clock>,
    pub(super) sayings: HashMap<Do, Vec<Saying>>,
    /// By step; the last is that of no step at all, where a case is received.
    pub(super) entries: Vec<Vec<Entry>>,
    /// Whether supervision can begin by itself.
    pub(super) supervises: bool,
    /// Whether it matters which work order leads.
    pub(super) lead_matters: bool,
    /// Whether work orders that are done still count.
    pub(super) counts_done: bool,
    pub(super) first_order_step: Option<usize>,
    /// Whether everything that is asked found room in the states.
    pub(super) whole: bool,
    pub(super) live: Live,
}

impl<'a> Model<'a> {
    /// Makes a procedure ready. Every name in it must mean something.
    pub fn of(p: &'a Procedure, view: View) -> Self {
        Self::knowing(p, view, None)
    }

    /// The same, knowing in which steps a smaller view saw cases fall under which rules. [`super::Walk`] says whether
    /// that was all.
    pub(super) fn knowing(p: &'a Procedure, view: View, fired: Option<&Fired>) -> Self {
        let deciding = deciding(p);
        let ids = Ids::of(p);
        let relevant = Relevant::of(p, &deciding, view, &ids);
        let asked: Vec<&Condition> = asked(p);
        let mut model = Self {
            p,
            view,
            values: HashMap::new(),
            followed: Vec::new(),
            ids,
            atoms: Vec::new(),
            rules: Vec::new(),
            clocks: Vec::new(),
            sayings: HashMap::new(),
            entries: Vec::new(),
            supervises: p.priorities.iter().any(|x| !x.any_of.is_empty())
                || p.rungs.iter().any(|r| r.priority.is_some()),
            first_order_step: p.steps.iter().position(|s| s.id == p.head.first_order_step),
            lead_matters: lead_matters(p, &asked),
            counts_done: counts_done(p, &asked),
            whole: true,
            live: Live::default(),
        };
        for condition in asked {
            let (fact, id) = (condition.fact, condition.id().unwrap_or_default().to_owned());
            let of_act = fact.name().starts_with("act.") && !SAID.contains(&fact);
            let atom = of_act || matches!(fact, Fact::ActorRole | Fact::ActorOutside);
            if atom && !model.atoms.contains(&(fact, id.clone())) {
                model.atoms.push((fact, id));
            }
        }
        let layout = model.room(&relevant);
        model.ready_clocks(&relevant, layout);
        for index in deciding {
            let rule = p.acts.get(index).filter(|_| relevant.rules.contains(&index));
            if let Some(rule) = rule {
                let ready = model.rule(index, rule);
                model.rules.push(ready);
                let sayings = model.sayings_of(rule.does);
                model.sayings.entry(rule.does).or_insert(sayings);
            }
        }
        model.ready_entries();
        if view.forgets {
            model.live = Live::of(&model, fired);
        }
        model
    }

    fn room(&mut self, relevant: &Relevant) -> Layout {
        let mut layout = Layout::new();
        for (var, most) in relevant.values.values() {
            let most = match var {
                Var::Id(fact) => self.ids.of_fact(*fact).count() as u64,
                _ => (*most).min(15),
            };
            let of_order = var.of_order();
            match layout.room(of_order, most) {
                Some(cell) => {
                    let held = Held { cell, most, of_order };
                    self.values.insert(*var, held);
                    self.followed.push((*var, held));
                }
                None => self.whole = false,
            }
        }
        layout
    }

    fn ready_clocks(&mut self, relevant: &Relevant, mut layout: Layout) {
        for (index, clock) in self.p.clocks.iter().enumerate() {
            let followed = relevant.clocks.contains(&index);
            let of_order = clock.of == Of::Order;
            let cell = if followed { layout.room(of_order, 6) } else { None };
            self.whole &= !followed || cell.is_some();
            let held = cell.map(|cell| Held {
                cell,
                most: 6,
                of_order,
            });
            self.clocks.push(Clock {
                of: clock.of,
                held,
                timed: relevant.timed.contains(&index),
                asked_lapsed: asked_lapsed(self.p, &clock.id),
                before: clock
                    .before
                    .as_ref()
                    .and_then(|b| self.p.clocks.iter().position(|c| c.id == b.clock)),
                others: Vec::new(),
                only_if: Vec::new(),
                again_if: Vec::new(),
                again: !clock.runs_again_on.is_empty(),
                lapse_to: self.step(clock.lapse_to.as_deref()),
            });
        }
        for (index, clock) in self.p.clocks.iter().enumerate() {
            let only_if = clock.only_if.iter().map(|c| self.ask(c)).collect();
            let again_if = clock.runs_again_if.iter().map(|c| self.ask(c)).collect();
            let others = clock.limits.iter().map(|other| {
                let asks: Vec<Ask> = other.only_if.iter().map(|c| self.ask(c)).collect();
                (asks, other.from.is_some() || other.until.is_some())
            });
            let others = others.collect();
            if let Some(ready) = self.clocks.get_mut(index) {
                (ready.only_if, ready.again_if, ready.others) = (only_if, again_if, others);
            }
        }
    }

    fn rule(&self, index: usize, rule: &ActRule) -> Rule {
        let mut musts: Vec<Ask> = rule.only_if.iter().map(|r| self.ask(&r.that)).collect();
        musts.extend(
            stored(rule.does, &rule.needs)
                .into_iter()
                .map(|var| self.must(var)),
        );
        for var in implied(self.p, rule, &self.ids) {
            musts.push(match rule.does {
                Do::AskExtension | Do::AskSendBack => self.must_not(var),
                _ => self.must(var),
            });
        }
        let demands = demands(self.p, rule.does, &rule.in_steps)
            .into_iter()
            .map(|demand| {
                let mut musts: Vec<Ask> = demand.that.iter().map(|c| self.ask(c)).collect();
                musts.extend(
                    stored(rule.does, &demand.needs)
                        .into_iter()
                        .map(|var| self.must(var)),
                );
                Demand {
                    steps: demand
                        .in_steps
                        .iter()
                        .filter_map(|s| self.step(Some(s)))
                        .collect(),
                    asks: demand.only_where.iter().map(|c| self.ask(c)).collect(),
                    musts,
                }
            });
        let brought = |needs: &[Need]| -> Vec<Held> {
            let brings = matches!(rule.does, Do::Receive | Do::Complete);
            let vars = needs.iter().filter(|_| brings).filter_map(|n| in_case(n.field));
            vars.filter_map(|var| self.held(var)).collect()
        };
        Rule {
            index,
            asks: rule.only_where.iter().map(|c| self.ask(c)).collect(),
            musts,
            demands: demands.collect(),
            writes: self.writes(named(self.p, rule, &self.ids)),
            to: self.step(rule.to.as_deref()),
            case_to: self.step(rule.case_to.as_deref()),
            orders_to: self.step(rule.orders.as_ref().map(|o| o.to.as_str())),
            needs_limit: self.needs_limit(rule),
            needs_lead: rule.needs.iter().any(|n| n.field == Field::Lead),
            sure: brought(&rule.needs),
        }
    }

    /// Whether the act must name a limit.
    fn needs_limit(&self, rule: &ActRule) -> bool {
        let demands = demands(self.p, rule.does, &rule.in_steps);
        let always = demands
            .iter()
            .filter(|d| d.only_where.is_empty() && d.in_steps.is_empty());
        let mut needs = rule.needs.iter().chain(always.flat_map(|d| &d.needs));
        needs.any(|need| need.field == Field::Limit)
    }

    pub(super) fn held(&self, var: Var) -> Option<Held> {
        self.values.get(&var).copied()
    }

    pub(super) fn atom(&self, fact: Fact, id: &str) -> Option<usize> {
        self.atoms.iter().position(|(f, i)| *f == fact && i == id)
    }

    pub(super) fn step(&self, id: Option<&str>) -> Option<usize> {
        let id = id?;
        self.p.steps.iter().position(|s| s.id == id)
    }
}

fn asked_lapsed(p: &Procedure, clock: &str) -> bool {
    let asks = |c: &&Condition| c.fact == Fact::ClockLapsed && c.id() == Some(clock);
    asked(p).iter().any(asks)
}

fn lead_matters(p: &Procedure, asked: &[&Condition]) -> bool {
    let facts = [Fact::OrderLead, Fact::CaseLeadStands, Fact::CaseToRectify];
    let needs = |rule: &ActRule| rule.orders.is_some() || rule.needs.iter().any(|n| n.field == Field::Lead);
    asked.iter().any(|c| facts.contains(&c.fact)) || p.acts.iter().any(needs)
}

fn counts_done(p: &Procedure, asked: &[&Condition]) -> bool {
    let facts = [Fact::CaseDoneOrders, Fact::CaseLeadStands, Fact::CaseToRectify];
    let rectified = |rule: &ActRule| {
        let which = rule.orders.as_ref().map(|o| o.which);
        which == Some(WhichOrders::DoneLead)
    };
    let lead = |rule: &ActRule| rule.needs.iter().any(|n| n.field == Field::Lead);
    asked.iter().any(|c| facts.contains(&c.fact)) || p.acts.iter().any(|r| rectified(r) || lead(r))
}
