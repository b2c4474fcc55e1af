//! Acts in sentences: who may do what where, with what, on which conditions, and where it leads.

use super::{Rule, Voice};
use crate::model::{ActRule, Do, WhichOrders};

impl Rule<'_> {
    /// The rule in plain sentences, the first of which names it.
    pub fn sentences(&self, voice: &Voice<'_>) -> Vec<String> {
        match self {
            Rule::Act(act) => voice.act_rule(act),
            Rule::Need(act, need) => {
                let args = [("act", voice.act(act.does)), ("field", voice.field(need.field))];
                vec![voice.say("explain-need", &args)]
            }
            Rule::OnlyIf(act, only) => {
                let mut all = vec![voice.allowed(act)];
                all.push(voice.only_if(&only.that, &only.say));
                all
            }
            Rule::Clock(clock) => voice.clock_rule(clock),
            Rule::Extension(clock) => voice.extension(clock),
            Rule::Rung(rung) => voice.rung(rung),
            other => voice.entry(other),
        }
    }
}

impl Voice<'_> {
    fn allowed(&self, act: &ActRule) -> String {
        let mut args = vec![("act", self.act(act.does)), ("roles", self.roles(&act.by))];
        if act.in_steps.is_empty() {
            return self.say("explain-act-receipt", &args);
        }
        args.push(("steps", self.steps(&act.in_steps)));
        self.say("explain-act", &args)
    }

    fn only_if(&self, that: &crate::Condition, say: &crate::Words) -> String {
        let args = [("condition", self.condition(that)), ("say", self.words(say))];
        self.say("explain-only-if", &args)
    }

    fn act_rule(&self, act: &ActRule) -> Vec<String> {
        let mut all = vec![self.allowed(act)];
        if !act.only_where.is_empty() {
            let conditions = self.conditions(&act.only_where, "explain-comma");
            all.push(self.say("explain-if", &[("conditions", conditions)]));
        }
        if !act.needs.is_empty() {
            let fields = self.row(act.needs.iter().map(|n| self.field(n.field)));
            all.push(self.say("explain-needs", &[("fields", fields)]));
        }
        all.extend(act.only_if.iter().map(|only| self.only_if(&only.that, &only.say)));
        if let Some(record) = &act.record {
            all.push(self.say("explain-writes-record", &[("name", self.paper(record))]));
        }
        if let Some(document) = &act.document {
            let key = if act.does == Do::Deliver {
                "explain-delivers-document"
            } else {
                "explain-writes-document"
            };
            all.push(self.say(key, &[("name", self.paper(document))]));
        }
        for (key, marks) in [("explain-marks", &act.marks), ("explain-unmarks", &act.unmarks)] {
            if !marks.is_empty() {
                let names = self.row(marks.iter().map(|id| self.mark(id)));
                all.push(self.say(key, &[("names", names)]));
            }
        }
        if act.seen {
            all.push(self.say("explain-seen", &[]));
        }
        let step = |id: &String| [("step", self.quoted(self.step(id)))];
        all.extend(act.to.iter().map(|to| self.say("explain-to", &step(to))));
        all.extend(
            act.case_to
                .iter()
                .map(|to| self.say("explain-case-to", &step(to))),
        );
        if let Some(orders) = &act.orders {
            all.push(match orders.which {
                WhichOrders::Open => self.say("explain-orders-open", &step(&orders.to)),
                WhichOrders::DoneLead => self.say("explain-orders-done-lead", &step(&orders.to)),
            });
        }
        for tell in &act.tell {
            let template = self.procedure.template(&tell.template);
            let subject = template.map(|t| self.words(&t.subject)).unwrap_or_default();
            all.push(self.say(
                "explain-tell",
                &[("who", self.role(&tell.who)), ("subject", subject)],
            ));
        }
        all
    }
}
