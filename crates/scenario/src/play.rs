//! A case played step by step: what the engine is told, and what it answered.

use crate::read::NUMBER;
use crate::{Seen, Step};
use calendar::Instant;
use case::{Act, Actor, Case, CaseNumber, Command, CommandId, Event, OrderNo, Refusal, Rules, decide, tick};
use jiff::civil::Date;
use procedure::{ActRule, Basis, Of, Procedure};

/// How a message is refused that comes before the procedure is in force.
const NOT_IN_FORCE: &str = "not-in-force";
/// How one is refused that comes after its last day, where nobody decided to go on using it.
const LAPSED: &str = "lapsed";

/// The case with its events so far.
pub(crate) struct Play<'a> {
    pub(crate) rules: Rules<'a>,
    pub(crate) case: Case,
    pub(crate) events: Vec<Event>,
    pub(crate) now: Instant,
    used_until: Option<Date>,
}

impl<'a> Play<'a> {
    pub(crate) fn new(rules: Rules<'a>, now: Instant, used_until: Option<Date>) -> Self {
        let case = Case {
            number: Some(CaseNumber::from(NUMBER)),
            ..Case::default()
        };
        Self {
            rules,
            case,
            events: Vec::new(),
            now,
            used_until,
        }
    }

    /// Does the step, or says why the engine refuses it. Where only time passes, the timers come by.
    pub(crate) fn step(&mut self, step: &Step) -> Result<(), Refusal> {
        self.now = step.at;
        let Some((word, act)) = &step.act else {
            self.timers();
            return Ok(());
        };
        self.in_force(act)?;
        let command = Command {
            id: CommandId::from(format!("c{}", self.events.len() + 1)),
            act: act.clone(),
            order: step.order.or_else(|| self.meant(word, act, &step.who)),
            seen: self.seen(step.seen),
        };
        let events = decide(&self.rules, &self.case, &command, &step.who, self.now)?;
        self.take(events);
        Ok(())
    }

    /// The timers come by: what fell due happens.
    pub(crate) fn timers(&mut self) {
        let events = tick(&self.rules, &self.case, self.now);
        self.take(events);
    }

    fn take(&mut self, events: Vec<Event>) {
        for event in events {
            self.case.apply(&event);
            self.events.push(event);
        }
    }

    /// The office takes in nothing under a procedure before the day on which it comes into force, nor after its last
    /// day, unless somebody decided to go on using it.
    fn in_force(&self, act: &Act) -> Result<(), Refusal> {
        let day = self.rules.calendar.local(self.now).date();
        let head = &self.rules.procedure.head;
        let lapsed = head
            .last_day
            .is_some_and(|last| day > self.used_until.map_or(last, |until| last.max(until)));
        let code = match act {
            Act::Receive { .. } if day < head.in_force => NOT_IN_FORCE,
            Act::Receive { .. } if lapsed => LAPSED,
            _ => return Ok(()),
        };
        Err(Refusal {
            code,
            args: Vec::new(),
            basis: Basis::Product(code.to_owned()),
            say: None,
        })
    }

    /// The work order that an act on work orders means where the step names none: the latest of the person's unit,
    /// or the only one there is.
    fn meant(&self, word: &str, act: &Act, who: &Actor) -> Option<OrderNo> {
        if !only_on_orders(self.rules.procedure, word, act, who) {
            return None;
        }
        let units: Vec<_> = match who {
            Actor::Staff { posts, .. } => posts.iter().filter_map(|post| post.unit.as_ref()).collect(),
            _ => Vec::new(),
        };
        let own = self
            .case
            .orders
            .iter()
            .rev()
            .find(|order| units.contains(&&order.unit.id));
        own.or(self.case.orders.last()).map(|order| order.no)
    }

    /// The number of the last event that the person saw.
    fn seen(&self, seen: Seen) -> Option<u64> {
        let count = |events: usize| u64::try_from(events).ok();
        match seen {
            Seen::Nothing => None,
            Seen::Latest => Some(self.case.seq),
            Seen::At(then) => count(self.events.iter().filter(|event| event.at <= then).count()),
        }
    }
}

/// Whether the procedure knows the act, of this record or document, on work orders alone: for whoever acts, or where
/// they may not do it at all, for anybody.
fn only_on_orders(procedure: &Procedure, word: &str, act: &Act, who: &Actor) -> bool {
    let rules = || {
        let of_word = |rule: &&ActRule| procedure::vocabulary::word(rule.does) == word;
        let names = act.names();
        let rules = procedure.acts.iter().filter(of_word);
        rules.filter(move |rule| names.is_none() || rule.names() == names)
    };
    let mine = |rule: &&ActRule| match who {
        Actor::Staff { posts, .. } => posts.iter().any(|post| rule.by.contains(&post.role)),
        _ => false,
    };
    let any = rules().any(|rule| mine(&rule));
    let mut steps = rules()
        .filter(|rule| !any || mine(rule))
        .filter_map(|rule| rule.in_steps.first().and_then(|id| procedure.step(id)))
        .peekable();
    steps.peek().is_some() && steps.all(|step| step.of == Of::Order)
}
