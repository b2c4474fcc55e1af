//! The form of the file: keys, words, values. Every fault of it at once, not the first alone.

use super::file::Lines;
use super::findings::{Args, Findings};
use super::nearest::{list, nearest};
use crate::fact::{Compare, Condition, ConditionError, Fact, Shape};
use crate::model::ClauseId;
use crate::schema::{Key, Kind, Section, WORDS};
use calendar::Limit;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

pub(super) fn check(file: &'static Section, root: &DeTable<'_>, lines: &Lines, found: &mut Findings) {
    let mut shape = Shaped {
        lines,
        found,
        clause: None,
        file,
    };
    shape.table(file, root, 1);
}

struct Shaped<'a> {
    lines: &'a Lines,
    found: &'a mut Findings,
    /// Of the rule in which we are.
    clause: Option<ClauseId>,
    /// What a whole file holds.
    file: &'static Section,
}

impl Shaped<'_> {
    fn fault(&mut self, line: usize, code: &'static str, args: Args) {
        self.found.fault(line, code, self.clause.as_ref(), args);
    }

    fn table(&mut self, section: &'static Section, table: &DeTable<'_>, line: usize) {
        for (key, value) in table {
            let line = self.lines.at(key.span().start);
            match section.key(key.get_ref()) {
                Some(known) => self.value(section, known, value, line),
                None => self.unknown(section, key.get_ref(), line),
            }
        }
        for key in section
            .keys
            .iter()
            .filter(|k| k.needed && !table.contains_key(k.name))
        {
            if std::ptr::eq(section, &WORDS) {
                self.fault(line, "check-words-missing", vec![("key", key.name.to_owned())]);
            } else if section.name == "file" {
                self.fault(line, "check-missing-table", vec![("key", key.name.to_owned())]);
            } else {
                let args = vec![
                    ("key", key.name.to_owned()),
                    ("table", section.name.to_owned()),
                    ("example", format!("{} = {}", key.name, key.kind.example())),
                ];
                self.fault(line, "check-missing-key", args);
            }
        }
    }

    fn unknown(&mut self, section: &Section, key: &str, line: usize) {
        let known = || section.keys.iter().map(|k| k.name);
        let mut args = vec![
            ("key", key.to_owned()),
            ("near", nearest(key, known())),
            ("words", list(known())),
        ];
        if std::ptr::eq(section, self.file) {
            self.fault(line, "check-unknown-table", args);
        } else {
            args.push(("table", section.name.to_owned()));
            self.fault(line, "check-unknown-key", args);
        }
    }

    fn value(&mut self, section: &'static Section, key: &Key, value: &Spanned<DeValue<'_>>, line: usize) {
        match (key.kind, value.get_ref()) {
            (Kind::Yes, DeValue::Boolean(_)) => {}
            (Kind::Date, DeValue::Datetime(date)) if date.time.is_none() && date.offset.is_none() => {}
            (Kind::Table(inner), DeValue::Table(table)) => {
                let line = self.lines.at(value.span().start).max(line);
                self.table(inner, table, line);
            }
            (Kind::Tables(inner), DeValue::Array(rows)) => self.rows(section, inner, rows, line),
            (Kind::Tables(inner), DeValue::Table(_)) if std::ptr::eq(section, self.file) => {
                self.fault(line, "check-single-table", vec![("table", inner.name.to_owned())]);
            }
            (Kind::WordList(_) | Kind::Texts | Kind::Times | Kind::Conditions, DeValue::Array(entries)) => {
                for entry in entries.iter() {
                    self.text_of(key, entry);
                }
            }
            (Kind::Text | Kind::Limit | Kind::Date | Kind::Word(_) | Kind::Condition, DeValue::String(_)) => {
                self.text_of(key, value)
            }
            _ => self.wrong(key, line),
        }
    }

    fn rows(
        &mut self,
        section: &'static Section,
        inner: &'static Section,
        rows: &[Spanned<DeValue<'_>>],
        line: usize,
    ) {
        for row in rows {
            let start = self.lines.at(row.span().start);
            let Some(table) = row.get_ref().as_table() else {
                self.wrong(
                    &Key {
                        name: inner.name,
                        kind: Kind::Table(inner),
                        needed: false,
                    },
                    line,
                );
                continue;
            };
            if std::ptr::eq(section, self.file) {
                let own = if inner.name == "clause" { "id" } else { "clause" };
                let named = table.get(own).and_then(|v| v.get_ref().as_str());
                self.clause = named.map(ClauseId::from);
            }
            self.table(inner, table, start);
            if std::ptr::eq(section, self.file) {
                self.clause = None;
            }
        }
    }

    fn wrong(&mut self, key: &Key, line: usize) {
        let example = format!("{} = {}", key.name, key.kind.example());
        self.fault(
            line,
            "check-wrong-type",
            vec![("key", key.name.to_owned()), ("example", example)],
        );
    }

    /// A text, or an entry of a list of texts.
    fn text_of(&mut self, key: &Key, value: &Spanned<DeValue<'_>>) {
        let line = self.lines.at(value.span().start);
        let Some(text) = value.get_ref().as_str() else {
            return self.wrong(key, line);
        };
        let name = || key.name.to_owned();
        if text.trim().is_empty() {
            return self.fault(line, "check-empty", vec![("key", name())]);
        }
        let text_args = || vec![("key", name()), ("text", text.to_owned())];
        match key.kind {
            Kind::Limit if text.parse::<Limit>().is_err() => self.fault(line, "check-limit", text_args()),
            Kind::Date if text.parse::<jiff::civil::Date>().is_err() => {
                self.fault(line, "check-date", text_args());
            }
            Kind::Times if text.parse::<jiff::civil::Time>().is_err() => {
                self.fault(line, "check-time", text_args());
            }
            Kind::Word(words) | Kind::WordList(words) if !words().contains(&text) => {
                let args = vec![
                    ("key", name()),
                    ("word", text.to_owned()),
                    ("near", nearest(text, words().iter().copied())),
                    ("words", list(words().iter().copied())),
                ];
                self.fault(line, "check-unknown-word", args);
            }
            Kind::Condition | Kind::Conditions => self.condition(text, line),
            _ => {}
        }
    }

    fn condition(&mut self, text: &str, line: usize) {
        match Condition::try_from(text.to_owned()) {
            Ok(_) => {}
            Err(ConditionError::Unknown(name)) => {
                let near = nearest(&name, Fact::ALL.iter().map(|f| f.name()));
                self.fault(line, "check-unknown-fact", vec![("fact", name), ("near", near)]);
            }
            Err(ConditionError::Shape(name, _)) => {
                let example = Fact::ALL.iter().find(|f| f.name() == name).map(|f| example(*f));
                let args = vec![
                    ("text", text.to_owned()),
                    ("example", example.unwrap_or_default()),
                ];
                self.fault(line, "check-fact-shape", args);
            }
        }
    }
}

/// A right way to ask a fact.
fn example(fact: Fact) -> String {
    let compare = match fact.shape() {
        Shape::Flag => Compare::Holds,
        Shape::Count => Compare::AtLeast(2),
        Shape::Id => Compare::Is("…".to_owned()),
    };
    format!(
        "\"{}\"",
        Condition {
            not: false,
            fact,
            compare
        }
    )
}
