//! `then`: what must be so in the end.

use super::Reader;
use crate::table::{Notes, Table, Value};
use crate::{Expect, Fault, Refused};
use case::OrderNo;
use procedure::{Condition, Of};

/// How a clock may stand, as `case::Standing` has it, and `none` where it must not be there.
const STANDINGS: [&str; 6] = ["running", "overdue", "met", "met-late", "withdrawn", "none"];
const KEYS: [&str; 18] = [
    "step",
    "orders",
    "refused",
    "due",
    "clocks",
    "lapsed",
    "events",
    "told",
    "not_told",
    "offered",
    "not_offered",
    "basis",
    "priorities",
    "in_person",
    "holds",
    "sees",
    "sees_not",
    "guidance",
];

impl Reader<'_> {
    pub(super) fn then(&self, scenario: &Table<'_>, notes: &mut Notes) -> Vec<(usize, Expect)> {
        let table = scenario
            .get("then", notes)
            .and_then(|value| value.table("then", notes));
        let Some(table) = table else {
            notes.add(Fault::new(scenario.line, "scenario-missing-key").with("key", "then"));
            return Vec::new();
        };
        table.only(&KEYS, notes);
        let mut all = Vec::new();
        for (key, value) in table.entries(notes) {
            let before = all.len();
            self.expect(key, &value, &mut all, notes);
            if all.len() == before && notes.faults.is_empty() {
                value.wrong(key, "…", notes);
            }
        }
        if all.is_empty() && notes.faults.is_empty() {
            notes.add(Fault::new(table.line, "scenario-expects-nothing"));
        }
        all
    }

    fn expect(&self, key: &str, value: &Value<'_>, all: &mut Vec<(usize, Expect)>, notes: &mut Notes) {
        let line = value.line;
        let mut add = |expect| all.push((line, expect));
        let owned = |texts: Vec<&str>| texts.into_iter().map(str::to_owned).collect::<Vec<_>>();
        match key {
            "step" => {
                if let Some(step) = value.text(key, notes) {
                    self.step_exists(line, step, notes);
                    add(Expect::Step(step.to_owned()));
                }
            }
            "orders" => {
                for (no, value) in self.by_order(key, value, notes) {
                    if let Some(step) = value.text(key, notes) {
                        self.step_exists(value.line, step, notes);
                        all.push((value.line, Expect::OrderStep(no, step.to_owned())));
                    }
                }
            }
            "refused" => {
                if let Some(refused) = refused(value, notes) {
                    add(Expect::Refused(refused));
                }
            }
            "due" | "clocks" => self.clocks(key, value, all, notes),
            "lapsed" => add(Expect::Lapsed(owned(value.texts(key, notes)))),
            "events" => add(Expect::Events(owned(value.texts(key, notes)))),
            "told" | "not_told" => {
                for text in value.texts(key, notes) {
                    let (who, template) = match text.split_once(':') {
                        Some((who, template)) => (who.trim(), Some(template.trim().to_owned())),
                        None => (text.trim(), None),
                    };
                    add(Expect::Told(key == "told", who.to_owned(), template));
                }
            }
            "offered" | "not_offered" => {
                for (who, value) in value
                    .table(key, notes)
                    .map(|t| t.entries(notes))
                    .unwrap_or_default()
                {
                    let actor = self.who(value.line, who, notes);
                    for act in value.texts(key, notes) {
                        let offered = Expect::Offered(key == "offered", actor.clone(), act.to_owned());
                        all.push((value.line, offered));
                    }
                }
            }
            "basis" => add_text(value.text(key, notes), Expect::Basis, add),
            "guidance" => add_text(value.text(key, notes), Expect::Guidance, add),
            "priorities" => add(Expect::Priorities(owned(value.texts(key, notes)))),
            "in_person" => {
                for (no, value) in self.by_order(key, value, notes) {
                    let role = value.text(key, notes).map(str::to_owned);
                    all.push((
                        value.line,
                        Expect::InPerson(no, role.filter(|role| role != "none")),
                    ));
                }
            }
            "holds" => {
                for text in value.texts(key, notes) {
                    let (order, condition) = match text.split_once(':') {
                        Some((order, condition)) => (order.trim().parse::<OrderNo>().ok(), condition),
                        None => (None, text),
                    };
                    match Condition::try_from(condition.trim().to_owned()) {
                        Ok(condition) => add(Expect::Holds(order, condition)),
                        Err(error) => {
                            let fault = Fault::new(line, "scenario-condition").with("text", text);
                            notes.add(fault.with("reason", error));
                        }
                    }
                }
            }
            "sees" | "sees_not" => {
                for who in value.texts(key, notes) {
                    add(Expect::Sees(key == "sees", self.who(line, who, notes)));
                }
            }
            _ => {}
        }
    }

    fn step_exists(&self, line: usize, step: &str, notes: &mut Notes) {
        if self.maker.procedure.step(step).is_none() {
            notes.add(Fault::new(line, "scenario-unknown-step").with("step", step));
        }
    }

    /// `{ 1 = …, 2 = … }`: something for each work order.
    fn by_order<'a>(&self, key: &str, value: &Value<'a>, notes: &mut Notes) -> Vec<(OrderNo, Value<'a>)> {
        let mut all = Vec::new();
        for (no, value) in value
            .table(key, notes)
            .map(|table| table.entries(notes))
            .unwrap_or_default()
        {
            match no.parse() {
                Ok(no) => all.push((no, value)),
                Err(_) => value.wrong(key, "{ 1 = \"…\" }", notes),
            }
        }
        all
    }

    /// Clocks by id; those of work orders are of the first, or stand under its number.
    fn clocks(&self, key: &str, value: &Value<'_>, all: &mut Vec<(usize, Expect)>, notes: &mut Notes) {
        for (name, value) in value
            .table(key, notes)
            .map(|table| table.entries(notes))
            .unwrap_or_default()
        {
            match (name.parse::<OrderNo>(), value.value.get_ref().as_table()) {
                (Ok(no), Some(_)) => {
                    let table = value.table(key, notes);
                    for (name, value) in table.map(|table| table.entries(notes)).unwrap_or_default() {
                        self.clock(key, name, Some(no), &value, all, notes);
                    }
                }
                _ => self.clock(key, name, None, &value, all, notes),
            }
        }
    }

    fn clock(
        &self,
        key: &str,
        name: &str,
        order: Option<OrderNo>,
        value: &Value<'_>,
        all: &mut Vec<(usize, Expect)>,
        notes: &mut Notes,
    ) {
        let Some(rule) = self.maker.procedure.clock(name) else {
            let known: Vec<&str> = self
                .maker
                .procedure
                .clocks
                .iter()
                .map(|c| c.id.as_str())
                .collect();
            let fault = Fault::new(value.line, "scenario-unknown-clock").with("clock", name);
            notes.add(fault.with("known", known.join(", ")));
            return;
        };
        let order = order.or((rule.of == Of::Order).then_some(1));
        let Some(text) = value.text(key, notes) else {
            return;
        };
        let name = name.to_owned();
        let expect = if key == "clocks" {
            if !STANDINGS.contains(&text) {
                value.wrong(name.as_str(), &STANDINGS.join(" / "), notes);
            }
            Expect::Clock(name, order, text.to_owned())
        } else if text == "none" {
            Expect::Due(name, order, None)
        } else {
            Expect::Due(name, order, self.time(value.line, text, notes))
        };
        all.push((value.line, expect));
    }
}

fn add_text(text: Option<&str>, expect: fn(String) -> Expect, mut add: impl FnMut(Expect)) {
    if let Some(text) = text {
        add(expect(text.to_owned()));
    }
}

/// `refused = "SQ-10(4)"`, or with the code: `{ code = "field-missing", clause = "SQ-10(4)" }`.
fn refused(value: &Value<'_>, notes: &mut Notes) -> Option<Refused> {
    if let Some(clause) = value.value.get_ref().as_str() {
        return Some(Refused {
            code: None,
            clause: Some(clause.to_owned()),
        });
    }
    let table = value.table("refused", notes)?;
    table.only(&["code", "clause"], notes);
    let code = table.may("code", notes);
    Some(Refused {
        code: code.map(|(_, code)| code.trim_start_matches("refusal-").to_owned()),
        clause: table.may("clause", notes).map(|(_, clause)| clause.to_owned()),
    })
}
