//! The units of a scenario file, `[unit.water]`, as acts name them.

use crate::Fault;
use crate::table::{Notes, Table};
use case::act::UnitRef;
use serde_json::{Map, Value as Json, json};
use std::collections::BTreeMap;

/// The units by id, each in the form that an act takes.
pub(crate) struct Units(BTreeMap<String, Json>);

impl Units {
    pub(crate) fn read(root: &Table<'_>, notes: &mut Notes) -> Self {
        let mut units = BTreeMap::new();
        let table = root
            .get("unit", notes)
            .and_then(|value| value.table("unit", notes));
        for (id, value) in table.map(|table| table.entries(notes)).unwrap_or_default() {
            let mut unit = Map::new();
            unit.insert("id".to_owned(), json!(id));
            unit.insert("name".to_owned(), json!(id));
            unit.insert("kind".to_owned(), json!("unit"));
            if let Some(given) = value.data().as_object() {
                unit.extend(given.clone());
            }
            let unit = Json::Object(unit);
            if let Some(reason) = unfit(&unit) {
                notes.add(
                    Fault::new(value.line, "scenario-unit")
                        .with("unit", id)
                        .with("reason", reason),
                );
            }
            units.insert(id.to_owned(), unit);
        }
        Self(units)
    }

    pub(crate) fn get(&self, id: &str) -> Option<&Json> {
        self.0.get(id)
    }

    pub(crate) fn ids(&self) -> String {
        self.0.keys().cloned().collect::<Vec<_>>().join(", ")
    }
}

/// Why it is no unit: a key that a unit does not have, or a value of the wrong kind.
fn unfit(unit: &Json) -> Option<String> {
    let read: UnitRef = match serde_json::from_value(unit.clone()) {
        Ok(read) => read,
        Err(error) => return Some(error.to_string()),
    };
    let back = serde_json::to_value(read).ok()?;
    let unknown = unit
        .as_object()?
        .keys()
        .find(|key| back.get(key.as_str()).is_none());
    unknown.cloned()
}
