//! Names of things in the words of the procedure and of the catalogue.

use crate::fact::{Compare, Condition, Fact};
use crate::model::{Do, Field, Moment, Procedure, Words};
use crate::vocabulary::word;
use calendar::{Lang, Limit};

/// The catalogue's text for a key and its arguments.
pub type Say<'a> = &'a dyn Fn(&str, &[(&str, String)]) -> String;

/// A procedure, a language, and the catalogue that knows the sentences: `say(key, arguments)`.
#[derive(Clone, Copy)]
pub struct Voice<'a> {
    /// Whose steps and roles are named.
    pub procedure: &'a Procedure,
    /// In which language.
    pub lang: Lang,
    /// The catalogue's text for a key.
    pub catalogue: Say<'a>,
}

impl Voice<'_> {
    /// A text of the catalogue.
    pub fn say(&self, key: &str, args: &[(&str, String)]) -> String {
        (self.catalogue)(key, args)
    }

    /// A text of the file.
    pub fn words(&self, words: &Words) -> String {
        words.get(self.lang).to_owned()
    }

    /// The name of an act.
    pub fn act(&self, does: Do) -> String {
        self.say(&format!("act-{}", word(does)), &[])
    }

    pub(super) fn field(&self, field: Field) -> String {
        self.say(&format!("need-{}", word(field)), &[])
    }

    /// Moments, any of which will do.
    pub fn moments(&self, moments: &[Moment]) -> String {
        let names = moments
            .iter()
            .map(|m| self.say(&format!("moment-{}", word(*m)), &[]));
        names.collect::<Vec<_>>().join(&self.say("explain-or", &[]))
    }

    /// A time limit, as the language writes it.
    pub fn limit(&self, limit: Limit) -> String {
        match self.lang {
            Lang::Zh => limit.zh(),
            Lang::En => limit.to_string(),
        }
    }

    /// The name of a role, or of whom else a rule may name.
    pub fn role(&self, id: &str) -> String {
        match self.procedure.role(id) {
            Some(role) => self.words(&role.name),
            None if id == "system" => self.say("explain-system", &[]),
            None if id == "unit" => self.say("explain-unit", &[]),
            None if id == "citizen" => self.say("explain-citizen", &[]),
            None => id.to_owned(),
        }
    }

    /// Names in a row.
    pub fn roles(&self, ids: &[String]) -> String {
        self.row(ids.iter().map(|id| self.role(id)))
    }

    pub(super) fn row(&self, names: impl Iterator<Item = String>) -> String {
        names.collect::<Vec<_>>().join(&self.say("explain-comma", &[]))
    }

    pub(super) fn quoted(&self, name: String) -> String {
        self.say("explain-quoted", &[("name", name)])
    }

    /// The name of a step.
    pub fn step(&self, id: &str) -> String {
        self.procedure
            .step(id)
            .map_or_else(|| id.to_owned(), |s| self.words(&s.name))
    }

    pub(super) fn steps(&self, ids: &[String]) -> String {
        self.row(ids.iter().map(|id| self.quoted(self.step(id))))
    }

    pub(super) fn mark(&self, id: &str) -> String {
        let mark = self.procedure.marks.iter().find(|m| m.id == id);
        mark.map_or_else(|| id.to_owned(), |m| self.words(&m.name))
    }

    pub(super) fn clock(&self, id: &str) -> String {
        self.procedure
            .clock(id)
            .map_or_else(|| id.to_owned(), |c| self.words(&c.name))
    }

    /// Conditions in a row, with the text of this key between them.
    pub fn conditions(&self, conditions: &[Condition], between: &str) -> String {
        let each: Vec<String> = conditions.iter().map(|c| self.condition(c)).collect();
        each.join(&self.say(between, &[]))
    }

    /// A condition as a sentence would have it.
    pub fn condition(&self, condition: &Condition) -> String {
        let fact = self.say(&format!("fact-{}", condition.fact.name().replace('.', "-")), &[]);
        let args = |n: String| [("fact", fact.clone()), ("n", n)];
        let said = match &condition.compare {
            Compare::Holds => fact.clone(),
            Compare::AtLeast(n) => self.say("explain-at-least", &args(n.to_string())),
            Compare::Under(n) => self.say("explain-under", &args(n.to_string())),
            Compare::Is(id) => {
                let name = self.named(condition.fact, id);
                self.say("explain-is", &[("fact", fact.clone()), ("name", name)])
            }
        };
        if condition.not {
            self.say("explain-not", &[("fact", said)])
        } else {
            said
        }
    }

    fn named(&self, fact: Fact, id: &str) -> String {
        let p = self.procedure;
        macro_rules! find {
            ($list:ident) => {
                p.$list
                    .iter()
                    .find(|x| x.id == id)
                    .map(|x| self.words(&x.name))
            };
        }
        let name = match fact {
            Fact::CaseGround => find!(grounds),
            Fact::CaseChannel => find!(channels),
            Fact::CaseCategory => find!(categories),
            Fact::CaseWay => find!(ways),
            Fact::CaseMark | Fact::ActMark => find!(marks),
            Fact::ActChannel => find!(channels),
            Fact::ActMeasure => find!(measures),
            Fact::CaseInstructedAs | Fact::OrderOutcome | Fact::ActOutcome => find!(outcomes),
            Fact::CaseRecorded | Fact::OrderRecorded => find!(records),
            Fact::CaseWritten | Fact::CaseDelivered | Fact::OrderWritten | Fact::OrderDelivered => {
                find!(documents)
            }
            Fact::ActorRole => find!(roles),
            Fact::ClockOpen | Fact::ClockLapsed => find!(clocks),
            _ => None,
        };
        name.unwrap_or_else(|| id.to_owned())
    }
}
