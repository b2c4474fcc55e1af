//! The changes of one rule: gone, one of its needs or requirements gone, a limit longer by one step.

use super::{at, at_mut};
use crate::cite::Part;
use calendar::Limit;
use toml::Value;

/// Keys that hold a limit.
const LIMITS: [&str; 5] = ["limit", "by", "at_most", "within", "repeat_within"];
/// Keys whose entries are demands of their own: each can be taken out alone.
const DEMANDS: [&str; 5] = ["needs", "only_if", "all_of", "any_of", "limits"];
/// Tables that say what things are called and where they stand: what they name is used by rules, and those are changed
/// one by one. And the list of a month, which is of no single case: no scenario can miss it.
const NAMES: [&str; 4] = ["step", "role", "body", "monthly"];

/// Needs that the form of an act meets by itself: the act cannot be given without.
const BY_FORM: [(&str, &str); 3] = [
    ("ask-extension", "limit"),
    ("confirm-repeat", "earlier"),
    ("link-emergency", "when"),
];

/// One change.
pub(super) struct Change {
    pub(super) word: String,
    path: Vec<Part>,
    what: What,
}

enum What {
    Remove,
    Replace(Value),
}

impl Change {
    /// Makes it; `false` where there was nothing to change.
    pub(super) fn make(&self, root: &mut Value) -> bool {
        if let What::Replace(new) = &self.what {
            return at_mut(root, &self.path)
                .map(|value| *value = new.clone())
                .is_some();
        }
        let Some((last, before)) = self.path.split_last() else {
            return false;
        };
        match (at_mut(root, before), last) {
            (Some(Value::Array(list)), Part::At(index)) if *index < list.len() => {
                list.remove(*index);
                true
            }
            (Some(Value::Table(table)), Part::Key(key)) => table.remove(key).is_some(),
            _ => false,
        }
    }
}

/// Every change of the table at the end of the way.
pub(super) fn changes(root: &Value, path: &[Part]) -> Vec<Change> {
    let mut all = Vec::new();
    match path {
        [Part::Key(head)] if head == "procedure" => {
            let repeat = |key: &str| [path, &[Part::Key(key.to_owned())]].concat();
            for key in ["repeat_within", "repeat_clock"] {
                all.push(remove(repeat(key), key));
            }
            if let Some(limit) = at(root, &repeat("repeat_within")) {
                all.extend(longer(limit, repeat("repeat_within"), "repeat_within"));
            }
        }
        [Part::Key(table), ..] if NAMES.contains(&table.as_str()) => {}
        _ => {
            all.push(remove(path.to_vec(), "removed"));
            if let Some(table) = at(root, path) {
                within(table, path, &mut all);
            }
        }
    }
    all
}

/// Changes within a table; what cites a clause of its own is changed under that clause.
fn within(table: &Value, path: &[Part], all: &mut Vec<Change>) {
    let Some(entries) = table.as_table() else { return };
    for (key, value) in entries {
        let here = [path, &[Part::Key(key.clone())]].concat();
        match value {
            Value::String(_) if LIMITS.contains(&key.as_str()) => all.extend(longer(value, here, key)),
            Value::Array(list) if DEMANDS.contains(&key.as_str()) => {
                for (index, entry) in list.iter().enumerate() {
                    let here = [here.as_slice(), &[Part::At(index)]].concat();
                    if entry.get("clause").is_none() && !by_form(table, entry) {
                        all.push(remove(here.clone(), &format!("{key} {entry} removed")));
                        within(entry, &here, all);
                    }
                }
            }
            Value::Table(_) if value.get("clause").is_none() => within(value, &here, all),
            _ => {}
        }
    }
}

/// Whether the act of this rule cannot even be given without what the need asks for.
fn by_form(rule: &Value, need: &Value) -> bool {
    let text = |table: &Value, key: &str| table.get(key).and_then(Value::as_str).map(str::to_owned);
    let (does, field) = (text(rule, "do"), text(need, "field"));
    BY_FORM
        .iter()
        .any(|(d, f)| does.as_deref() == Some(d) && field.as_deref() == Some(f))
}

fn remove(path: Vec<Part>, word: &str) -> Change {
    Change {
        word: word.to_owned(),
        path,
        what: What::Remove,
    }
}

/// The limit longer by one: 5 workdays become 6.
fn longer(value: &Value, path: Vec<Part>, key: &str) -> Option<Change> {
    let limit: Limit = value.as_str()?.parse().ok()?;
    let longer = Limit {
        amount: limit.amount + 1,
        ..limit
    };
    Some(Change {
        word: format!("{key} {limit} → {longer}"),
        path,
        what: What::Replace(Value::String(longer.to_string())),
    })
}

/// The first and the last day in force moved outwards by a day.
pub(super) fn clock_face(root: &Value) -> Vec<(String, Value)> {
    let mut all = Vec::new();
    for (key, days) in [("in_force", -1), ("last_day", 1)] {
        let path = [Part::Key("procedure".to_owned()), Part::Key(key.to_owned())];
        let day = at(root, &path)
            .and_then(Value::as_str)
            .and_then(|day| day.parse::<jiff::civil::Date>().ok());
        let moved = day.and_then(|day| day.checked_add(jiff::Span::new().days(days)).ok());
        if let Some(moved) = moved {
            let change = Change {
                word: String::new(),
                path: path.to_vec(),
                what: What::Replace(Value::String(moved.to_string())),
            };
            let mut root = root.clone();
            if change.make(&mut root) {
                all.push((format!("{key} = {moved}"), root));
            }
        }
    }
    all
}
