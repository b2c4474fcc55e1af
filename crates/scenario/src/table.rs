//! Tables of a scenario file with their lines, and the faults found in reading them.

use crate::Fault;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// The faults found so far, and where the lines of the text begin.
pub(crate) struct Notes {
    starts: Vec<usize>,
    pub(crate) faults: Vec<Fault>,
}

impl Notes {
    pub(crate) fn of(text: &str) -> Self {
        Self {
            starts: text.match_indices('\n').map(|(at, _)| at + 1).collect(),
            faults: Vec::new(),
        }
    }

    /// The line, from 1, of a byte position.
    pub(crate) fn line(&self, position: usize) -> usize {
        self.starts.partition_point(|start| *start <= position) + 1
    }

    pub(crate) fn add(&mut self, fault: Fault) {
        self.faults.push(fault);
    }
}

/// A value with the line of its key.
#[derive(Clone, Copy)]
pub(crate) struct Value<'a> {
    pub(crate) line: usize,
    pub(crate) value: &'a Spanned<DeValue<'a>>,
}

/// A table with the line on which it begins.
#[derive(Clone, Copy)]
pub(crate) struct Table<'a> {
    pub(crate) line: usize,
    table: &'a DeTable<'a>,
}

impl<'a> Table<'a> {
    pub(crate) fn new(line: usize, table: &'a DeTable<'a>) -> Self {
        Self { line, table }
    }

    /// Every key with its value, in the order of the file.
    pub(crate) fn entries(&self, notes: &Notes) -> Vec<(&'a str, Value<'a>)> {
        let mut all: Vec<(usize, &str, Value<'_>)> = Vec::new();
        for (key, value) in self.table {
            let start = key.span().start;
            let line = notes.line(start);
            all.push((start, key.get_ref().as_ref(), Value { line, value }));
        }
        all.sort_by_key(|(start, ..)| *start);
        all.into_iter().map(|(_, key, value)| (key, value)).collect()
    }

    pub(crate) fn get(&self, name: &str, notes: &Notes) -> Option<Value<'a>> {
        let (key, value) = self.table.get_key_value(name)?;
        let line = notes.line(key.span().start);
        Some(Value { line, value })
    }

    /// Notes every key that is not among these.
    pub(crate) fn only(&self, known: &[&str], notes: &mut Notes) {
        for (key, value) in self.entries(notes) {
            if !known.contains(&key) {
                let fault = Fault::new(value.line, "scenario-unknown-key");
                notes.add(fault.with("key", key).with("known", known.join(", ")));
            }
        }
    }

    /// A text that must be there.
    pub(crate) fn must(&self, name: &'static str, notes: &mut Notes) -> Option<&'a str> {
        match self.get(name, notes) {
            Some(value) => value.text(name, notes),
            None => {
                notes.add(Fault::new(self.line, "scenario-missing-key").with("key", name));
                None
            }
        }
    }

    /// A text that may be there.
    pub(crate) fn may(&self, name: &str, notes: &mut Notes) -> Option<(usize, &'a str)> {
        let value = self.get(name, notes)?;
        value.text(name, notes).map(|text| (value.line, text))
    }

    /// The tables of a list, where there is one.
    pub(crate) fn tables(&self, name: &str, notes: &mut Notes) -> Vec<Table<'a>> {
        let Some(value) = self.get(name, notes) else {
            return Vec::new();
        };
        let Some(list) = value.value.get_ref().as_array() else {
            value.wrong(name, "[{ … }, { … }]", notes);
            return Vec::new();
        };
        let mut all = Vec::new();
        for entry in list.iter() {
            let line = notes.line(entry.span().start);
            match entry.get_ref().as_table() {
                Some(table) => all.push(Table { line, table }),
                None => notes.add(
                    Fault::new(line, "scenario-wrong-value")
                        .with("key", name)
                        .with("example", "{ … }"),
                ),
            }
        }
        all
    }
}

impl<'a> Value<'a> {
    /// Notes that the value is not of the right kind.
    pub(crate) fn wrong(&self, key: &str, example: &str, notes: &mut Notes) {
        notes.add(
            Fault::new(self.line, "scenario-wrong-value")
                .with("key", key)
                .with("example", example),
        );
    }

    pub(crate) fn text(&self, key: &str, notes: &mut Notes) -> Option<&'a str> {
        let text = self.value.get_ref().as_str();
        if text.is_none() {
            self.wrong(key, "\"…\"", notes);
        }
        text
    }

    pub(crate) fn texts(&self, key: &str, notes: &mut Notes) -> Vec<&'a str> {
        let texts: Option<Vec<&str>> = self
            .value
            .get_ref()
            .as_array()
            .and_then(|list| list.iter().map(|entry| entry.get_ref().as_str()).collect());
        if texts.is_none() {
            self.wrong(key, "[\"…\", \"…\"]", notes);
        }
        texts.unwrap_or_default()
    }

    pub(crate) fn table(&self, key: &str, notes: &mut Notes) -> Option<Table<'a>> {
        let table = self.value.get_ref().as_table();
        if table.is_none() {
            self.wrong(key, "{ … = … }", notes);
        }
        table.map(|table| Table {
            line: self.line,
            table,
        })
    }

    /// A number of a work order.
    pub(crate) fn number(&self, key: &str, notes: &mut Notes) -> Option<u16> {
        let number = match self.value.get_ref() {
            DeValue::Integer(number) => number.as_str().parse().ok(),
            _ => None,
        };
        if number.is_none() {
            self.wrong(key, "1", notes);
        }
        number
    }

    /// The value as data, without its lines.
    pub(crate) fn data(&self) -> serde_json::Value {
        data(self.value.get_ref())
    }
}

fn data(value: &DeValue<'_>) -> serde_json::Value {
    use serde_json::Value as Json;
    match value {
        DeValue::String(text) => Json::from(text.as_ref()),
        DeValue::Integer(number) => number.as_str().parse::<i64>().map_or(Json::Null, Json::from),
        DeValue::Float(number) => number.as_str().parse::<f64>().map_or(Json::Null, Json::from),
        DeValue::Boolean(yes) => Json::from(*yes),
        DeValue::Datetime(time) => Json::from(time.to_string()),
        DeValue::Array(list) => list.iter().map(|entry| data(entry.get_ref())).collect(),
        DeValue::Table(table) => table
            .iter()
            .map(|(key, value)| (key.get_ref().to_string(), data(value.get_ref())))
            .collect(),
    }
}
