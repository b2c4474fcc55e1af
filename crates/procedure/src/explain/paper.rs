//! What is written beside the course, in sentences: demands, records, documents, rounds.

use super::Voice;
use crate::model::{Demand, Document, Record, Round, RoundDays};

impl Voice<'_> {
    pub(super) fn demand(&self, demand: &Demand) -> Vec<String> {
        let acts = self.row(demand.on.iter().map(|does| self.act(*does)));
        let mut all = vec![self.say("explain-demand", &[("acts", acts)])];
        if !demand.in_steps.is_empty() {
            let steps = self.steps(&demand.in_steps);
            all.push(self.say("explain-demand-in", &[("steps", steps)]));
        }
        if !demand.only_where.is_empty() {
            let conditions = self.conditions(&demand.only_where, "explain-comma");
            all.push(self.say("explain-if", &[("conditions", conditions)]));
        }
        if !demand.needs.is_empty() {
            let fields = self.row(demand.needs.iter().map(|n| self.field(n.field)));
            all.push(self.say("explain-needs", &[("fields", fields)]));
        }
        if let Some(that) = &demand.that {
            let say = demand.say.as_ref().map(|say| self.words(say)).unwrap_or_default();
            let args = [("condition", self.condition(that)), ("say", say)];
            all.push(self.say("explain-only-if", &args));
        }
        all
    }

    pub(super) fn record(&self, record: &Record) -> Vec<String> {
        let name = self.words(&record.name);
        let mut all = vec![self.say("explain-record", &[("name", name)])];
        let given = record.words.iter();
        all.extend(given.map(|words| self.say("explain-record-words", &[("text", self.words(words))])));
        if record.citizen {
            all.push(self.say("explain-record-citizen", &[]));
        }
        all
    }

    pub(super) fn document(&self, document: &Document) -> Vec<String> {
        let args = [
            ("name", self.words(&document.name)),
            ("series", document.series.clone()),
        ];
        let mut all = vec![self.say("explain-document", &args)];
        if !document.on.is_empty() {
            let acts = self.row(document.on.iter().map(|does| self.act(*does)));
            all.push(self.say("explain-document-on", &[("acts", acts)]));
        }
        for id in &document.rungs {
            let rung = self.procedure.rungs.iter().find(|rung| rung.id == *id);
            let clock = rung.map_or_else(|| id.clone(), |rung| self.clock(&rung.clock));
            all.push(self.say("explain-document-rung", &[("clock", clock)]));
        }
        if !document.only_if.is_empty() {
            let conditions = self.conditions(&document.only_if, "explain-comma");
            all.push(self.say("explain-if", &[("conditions", conditions)]));
        }
        if !document.to.is_empty() {
            let names = self.row(document.to.iter().map(|to| self.addressee(to)));
            all.push(self.say("explain-document-to", &[("names", names)]));
        }
        all
    }

    fn addressee(&self, to: &str) -> String {
        let body = self.procedure.bodies.iter().find(|body| body.id == to);
        body.map_or_else(|| self.role(to), |body| self.words(&body.name))
    }

    pub(super) fn round(&self, round: &Round) -> Vec<String> {
        let times = round
            .times
            .iter()
            .map(|time| format!("{:02}:{:02}", time.hour(), time.minute()));
        let days = match round.days {
            RoundDays::EveryDay => self.say("explain-every-day", &[]),
            RoundDays::Workdays => self.say("explain-workdays", &[]),
        };
        let args = [
            ("name", self.words(&round.name)),
            ("days", days),
            ("times", self.row(times)),
            ("roles", self.roles(&round.by)),
            ("limit", self.limit(round.within)),
        ];
        vec![self.say("explain-round", &args)]
    }
}
