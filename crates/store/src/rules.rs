//! The adopted rules, read, for folding cases into rows.

use crate::{Kind, Store, StoreError, StoredEvent};
use calendar::Calendar;
use case::Rules;
use procedure::Procedure;
use std::collections::HashMap;

/// All rules that a jurisdiction ever adopted, by hash.
pub(crate) struct AllRules {
    procedures: HashMap<String, Procedure>,
    calendars: HashMap<String, Calendar>,
}

impl AllRules {
    pub(crate) async fn load(store: &Store, jurisdiction: &str) -> Result<Self, StoreError> {
        let mut all = Self {
            procedures: HashMap::new(),
            calendars: HashMap::new(),
        };
        for copy in store.all_adopted(jurisdiction, Kind::Procedure).await? {
            let procedure = procedure::read(text(&copy.text)?)
                .map_err(|fault| corrupt(&copy.hash, format!("line {}: {}", fault.line, fault.what)))?;
            all.procedures.insert(copy.hash, procedure);
        }
        for copy in store.all_adopted(jurisdiction, Kind::Calendar).await? {
            let calendar = Calendar::from_toml(text(&copy.text)?)
                .map_err(|fault| corrupt(&copy.hash, fault.to_string()))?;
            all.calendars.insert(copy.hash, calendar);
        }
        Ok(all)
    }

    /// The rules that an event names.
    pub(crate) fn of(&self, event: &StoredEvent) -> Result<Rules<'_>, StoreError> {
        let missing = |hash: &str| corrupt(hash, format!("named by {} event {}", event.stream, event.seq));
        Ok(Rules {
            procedure: self
                .procedures
                .get(&event.procedure)
                .ok_or_else(|| missing(&event.procedure))?,
            calendar: self
                .calendars
                .get(&event.calendar)
                .ok_or_else(|| missing(&event.calendar))?,
        })
    }
}

fn text(bytes: &[u8]) -> Result<&str, StoreError> {
    std::str::from_utf8(bytes).map_err(|e| StoreError::Corrupt(e.to_string()))
}

fn corrupt(hash: &str, what: String) -> StoreError {
    StoreError::Corrupt(format!("adopted rules {hash}: {what}"))
}
