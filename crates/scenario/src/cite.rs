//! Where a procedure file cites its clauses: the tables that stand on each, with their lines.

use crate::table::Notes;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A step of the way to a value: a key, or a position in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Part {
    Key(String),
    At(usize),
}

/// One table that stands on a clause.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cited {
    /// The clause.
    pub clause: String,
    /// Kind of table as files write it: `act`, `clock`; `procedure` for the head.
    pub table: String,
    /// Its id, or what is done; empty where it has neither.
    pub name: String,
    /// The key within the table, for a need or requirement that cites a clause of its own.
    pub key: Option<String>,
    /// Line on which the clause is cited.
    pub line: usize,
    /// The way from the root of the file.
    pub(crate) path: Vec<Part>,
}

/// Every citation of the file, in the order of its lines. What is not TOML cites nothing.
pub fn cited(text: &str) -> Vec<Cited> {
    let (root, _) = DeTable::parse_recoverable(text);
    let mut walk = Walk {
        notes: Notes::of(text),
        path: Vec::new(),
        table: String::new(),
        name: String::new(),
        found: Vec::new(),
    };
    for (key, value) in root.get_ref() {
        // the clauses themselves cite nobody
        if key.get_ref() != "clause" {
            walk.table = key.get_ref().to_string();
            walk.within(key.get_ref(), value);
        }
    }
    walk.found.sort_by_key(|cited| cited.line);
    walk.found
}

struct Walk {
    notes: Notes,
    path: Vec<Part>,
    table: String,
    name: String,
    found: Vec<Cited>,
}

impl Walk {
    fn within(&mut self, key: &str, value: &Spanned<DeValue<'_>>) {
        self.path.push(Part::Key(key.to_owned()));
        self.value(value);
        self.path.pop();
    }

    fn value(&mut self, value: &Spanned<DeValue<'_>>) {
        match value.get_ref() {
            DeValue::Array(list) => {
                for (index, entry) in list.iter().enumerate() {
                    self.path.push(Part::At(index));
                    self.value(entry);
                    self.path.pop();
                }
            }
            DeValue::Table(table) => self.table(table),
            _ => {}
        }
    }

    fn table(&mut self, table: &DeTable<'_>) {
        if self.path.len() <= 2 {
            let text = |key: &str| {
                table
                    .get(key)
                    .and_then(|v| v.get_ref().as_str())
                    .map(str::to_owned)
            };
            self.name = text("id")
                .or_else(|| text("do"))
                .or_else(|| text("unit_kind"))
                .unwrap_or_default();
        }
        for (key, value) in table {
            let name: &str = key.get_ref();
            match value.get_ref().as_str() {
                Some(clause) if name == "clause" || name.ends_with("_clause") => {
                    let inner = self.path.iter().skip(1).rev().find_map(|part| match part {
                        Part::Key(key) => Some(key.clone()),
                        Part::At(_) => None,
                    });
                    let own = name.strip_suffix("_clause").map(str::to_owned);
                    self.found.push(Cited {
                        clause: clause.to_owned(),
                        table: self.table.clone(),
                        name: self.name.clone(),
                        key: own.or(inner),
                        line: self.notes.line(key.span().start),
                        path: self.path.clone(),
                    });
                }
                Some(_) => {}
                None => self.within(name, value),
            }
        }
    }
}
