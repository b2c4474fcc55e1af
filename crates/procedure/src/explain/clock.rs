//! Time limits in sentences: how long, from when, met by what, and the urging around them.

use super::Voice;
use crate::model::{Alternative, ClockRule, CountsFrom, Of, Rung, RungDo, RungTime};

impl Voice<'_> {
    pub(super) fn clock_rule(&self, clock: &ClockRule) -> Vec<String> {
        let of = match clock.of {
            Of::Case => self.say("explain-of-case", &[]),
            Of::Order => self.say("explain-of-order", &[]),
        };
        let args = [
            ("name", self.words(&clock.name)),
            ("limit", self.length(clock)),
            ("moments", self.moments(&clock.starts_on)),
        ];
        let mut all = vec![format!("{} [{of}]", self.say("explain-clock", &args))];
        all.extend(clock.limits.iter().map(|other| self.alternative(other)));
        if clock.counts_from == CountsFrom::Posted {
            all.push(self.say("explain-counts-from-posted", &[]));
        }
        if !clock.only_if.is_empty() {
            let conditions = self.conditions(&clock.only_if, "explain-comma");
            all.push(self.say("explain-if", &[("conditions", conditions)]));
        }
        let listed = |key: &str, moments: &[crate::Moment]| {
            let said = || self.say(key, &[("moments", self.moments(moments))]);
            (!moments.is_empty()).then(said)
        };
        all.extend(listed("explain-met", &clock.met_by));
        all.extend(listed("explain-withdrawn", &clock.withdrawn_on));
        all.extend(listed("explain-pauses", &clock.pauses_on));
        all.extend(listed("explain-resumes", &clock.resumes_on));
        if !clock.named.is_empty() {
            let names = self.row(clock.named.iter().map(|id| self.paper(id)));
            all.push(self.say("explain-named", &[("names", names)]));
        }
        all.extend(listed("explain-runs-again", &clock.runs_again_on));
        if !clock.runs_again_if.is_empty() {
            let conditions = self.conditions(&clock.runs_again_if, "explain-comma");
            all.push(self.say("explain-runs-again-if", &[("conditions", conditions)]));
        }
        if clock.right {
            all.push(self.say("explain-right", &[]));
        }
        all.extend(self.extension(clock));
        if let Some(to) = &clock.lapse_to {
            all.push(self.say("explain-lapse-to", &[("step", self.quoted(self.step(to)))]));
        }
        let rungs = self.procedure.rungs.iter().filter(|r| r.clock == clock.id);
        all.extend(rungs.flat_map(|rung| self.rung(rung)));
        all
    }

    /// How long a clock runs, or where its due time comes from.
    pub fn length(&self, clock: &ClockRule) -> String {
        if let Some(limit) = clock.limit {
            return self.limit(limit);
        }
        if let Some(before) = &clock.before {
            let args = [
                ("limit", self.limit(before.by)),
                ("clock", self.clock(&before.clock)),
            ];
            return self.say("explain-before", &args);
        }
        if let Some(id) = &clock.round {
            let name = self.procedure.round(id).map(|r| self.words(&r.name));
            let name = name.unwrap_or_else(|| id.clone());
            return self.say("explain-next-round", &[("name", name)]);
        }
        self.say("explain-set-by-act", &[])
    }

    fn alternative(&self, other: &Alternative) -> String {
        let mut when = Vec::new();
        if !other.only_if.is_empty() {
            when.push(self.conditions(&other.only_if, "explain-comma"));
        }
        for (key, day) in [
            ("explain-from-day", other.from),
            ("explain-until-day", other.until),
        ] {
            when.extend(day.map(|d| self.say(key, &[("day", d.to_string())])));
        }
        let args = [
            ("limit", self.limit(other.limit)),
            ("conditions", self.row(when.into_iter())),
        ];
        let said = self.say("explain-alternative", &args);
        match &other.clause {
            Some(clause) => format!("{said} [{clause}]"),
            None => said,
        }
    }

    /// The name of a record or document.
    pub(super) fn paper(&self, id: &str) -> String {
        let p = self.procedure;
        let name = p.record(id).map(|r| &r.name).or(p.document(id).map(|d| &d.name));
        name.map_or_else(|| id.to_owned(), |name| self.words(name))
    }

    pub(super) fn extension(&self, clock: &ClockRule) -> Vec<String> {
        let extension = clock.extension.iter();
        extension
            .map(|e| {
                let args = [("limit", self.limit(e.at_most)), ("clause", e.clause.to_string())];
                let key = if e.in_all {
                    "explain-extension-in-all"
                } else {
                    "explain-extension"
                };
                self.say(key, &args)
            })
            .collect()
    }

    pub(super) fn rung(&self, rung: &Rung) -> Vec<String> {
        let does = match rung.does {
            RungDo::Remind => self.say("explain-rung-remind", &[]),
            RungDo::Urge => self.say("explain-rung-urge", &[]),
            RungDo::Supervise => self.say("explain-rung-supervise", &[]),
        };
        let args = [
            ("clock", self.clock(&rung.clock)),
            ("by", rung.by.map(|by| self.limit(by)).unwrap_or_default()),
            ("does", does),
            ("who", self.roles(&rung.tell)),
        ];
        let mut all = vec![match rung.when {
            RungTime::Before => self.say("explain-rung-before", &args),
            RungTime::At => self.say("explain-rung-at", &args),
            RungTime::After => self.say("explain-rung-after", &args),
        }];
        let priority = rung.priority.as_ref();
        let issues = self
            .procedure
            .documents
            .iter()
            .filter(|d| d.rungs.contains(&rung.id));
        let issues = issues.map(|d| self.say("explain-writes-document", &[("name", self.words(&d.name))]));
        all.extend(issues);
        let named = priority.and_then(|id| self.procedure.priorities.iter().find(|p| p.id == *id));
        all.extend(named.map(|p| self.say("explain-rung-priority", &[("priority", self.words(&p.name))])));
        all
    }
}
