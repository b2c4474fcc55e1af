//! Entries of lists in sentences: roles, channels, grounds, steps and the like.

use super::{Rule, Voice};
use crate::model::{Head, Measure, Of, Priority, Purpose, Seat, Step, Words};

impl Voice<'_> {
    fn name(&self, key: &str, name: &Words) -> Vec<String> {
        vec![self.say(key, &[("name", self.words(name))])]
    }

    /// What has its own file is not told here.
    pub(super) fn entry(&self, rule: &Rule<'_>) -> Vec<String> {
        match rule {
            Rule::Role(role) => match role.seat {
                Seat::Citizen => self.name("explain-role-citizen", &role.name),
                Seat::Office => self.name("explain-role-office", &role.name),
                Seat::Unit => self.name("explain-role-unit", &role.name),
            },
            Rule::Channel(channel) => self.name("explain-channel", &channel.name),
            Rule::Category(category) => self.name("explain-category", &category.name),
            Rule::Ground(ground) => match ground.purpose {
                Purpose::Accept => self.name("explain-ground-accept", &ground.name),
                Purpose::Refuse => self.name("explain-ground-refuse", &ground.name),
            },
            Rule::Guidance(guidance) => {
                let args = [
                    ("name", self.words(&guidance.name)),
                    ("text", self.words(&guidance.text)),
                ];
                vec![self.say("explain-guidance", &args)]
            }
            Rule::Way(way) => self.name("explain-way", &way.name),
            Rule::Step(step) => self.step_rule(step),
            Rule::Norm(norm) => self.name("explain-norm", &norm.name),
            Rule::Outcome(outcome) => {
                let args = [
                    ("act", self.act(outcome.of_act)),
                    ("name", self.words(&outcome.name)),
                ];
                vec![self.say("explain-outcome", &args)]
            }
            Rule::Demand(demand) => self.demand(demand),
            Rule::Mark(mark) => self.name("explain-mark", &mark.name),
            Rule::Record(record) => self.record(record),
            Rule::Document(document) => self.document(document),
            Rule::Watch(round) => self.round(round),
            Rule::Body(body) => self.name("explain-body", &body.name),
            Rule::Priority(priority) => self.priority(priority),
            Rule::Measure(measure) => self.measure(measure),
            Rule::Personal(personal) => {
                let args = [
                    ("kind", personal.unit_kind.clone()),
                    ("role", self.role(&personal.role)),
                ];
                vec![self.say("explain-personal", &args)]
            }
            Rule::Repeat(head) => self.repeat(head),
            _ => Vec::new(),
        }
    }

    fn step_rule(&self, step: &Step) -> Vec<String> {
        let mut all = match step.of {
            Of::Case => self.name("explain-step-case", &step.name),
            Of::Order => self.name("explain-step-order", &step.name),
        };
        if !step.clocks.is_empty() {
            let clocks = self.row(step.clocks.iter().map(|id| self.quoted(self.clock(id))));
            all.push(self.say("explain-step-clocks", &[("clocks", clocks)]));
        }
        let reason = step.no_clock.iter();
        all.extend(reason.map(|r| self.say("explain-step-no-clock", &[("text", self.words(r))])));
        all
    }

    fn priority(&self, priority: &Priority) -> Vec<String> {
        let mut all = self.name("explain-priority", &priority.name);
        if !priority.any_of.is_empty() {
            let conditions = self.conditions(&priority.any_of, "explain-or");
            all.push(self.say("explain-priority-any", &[("conditions", conditions)]));
        }
        all
    }

    fn measure(&self, measure: &Measure) -> Vec<String> {
        let any = self.conditions(&measure.any_of, "explain-or");
        let mut all = vec![self.say(
            "explain-measure",
            &[("name", self.words(&measure.name)), ("conditions", any)],
        )];
        if !measure.all_of.is_empty() {
            let conditions = self.conditions(&measure.all_of, "explain-comma");
            all.push(self.say("explain-measure-all", &[("conditions", conditions)]));
        }
        all
    }

    fn repeat(&self, head: &Head) -> Vec<String> {
        let within = head.repeat_within.iter();
        let mut all: Vec<String> = within
            .map(|l| self.say("explain-repeat-within", &[("limit", self.limit(*l))]))
            .collect();
        let clock = head.repeat_clock.as_ref().and_then(|id| self.procedure.clock(id));
        all.extend(clock.map(|c| {
            let args = [("clock", self.words(&c.name)), ("limit", self.length(c))];
            self.say("explain-repeat-clock", &args)
        }));
        all
    }
}
