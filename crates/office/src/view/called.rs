//! Units in a case as a language calls them. The log keeps the Chinese name that a unit had when it was named; a reader of
//! another language sees the one that the directory gives it in that language.

use super::case::CaseView;
use super::public::{PublicCase, PublicLine};
use crate::load::Loaded;
use crate::{Office, Problem};
use calendar::Lang;
use case::{UnitId, act::UnitRef};
use std::collections::BTreeMap;
use std::sync::Arc;

/// What units are called, by id.
pub type UnitNames = BTreeMap<UnitId, String>;

impl Office {
    /// What the units of a jurisdiction, past and present, are called in a language; nothing in Chinese, in which every
    /// act names them itself.
    ///
    /// # Errors
    /// The store's.
    pub async fn unit_names(&self, j: &str, lang: Lang) -> Result<UnitNames, Problem> {
        if lang == Lang::Zh {
            return Ok(UnitNames::new());
        }
        let units = self.store().units_ever(j).await?;
        Ok(units.into_iter().map(|unit| (unit.id, unit.en)).collect())
    }
}

impl CaseView {
    /// Calls the units by these names; one that has none here keeps its own.
    pub fn call_units(&mut self, names: &UnitNames) {
        if names.is_empty() {
            return;
        }
        let orders = self.orders.iter_mut().map(|view| &mut view.order);
        let orders = orders.chain(&mut self.case.orders).map(|order| &mut order.unit);
        let accused = self.case.accused.iter_mut();
        let acts = self.timeline.iter_mut().flat_map(|entry| entry.act.units_named());
        orders
            .chain(accused)
            .chain(acts)
            .for_each(|unit| call(unit, names));
    }
}

impl Loaded {
    /// The same for a document about it.
    pub(crate) fn call_units(&mut self, names: &UnitNames) {
        if names.is_empty() {
            return;
        }
        let orders = Arc::make_mut(&mut self.case).orders.iter_mut();
        let orders = orders.map(|order| &mut order.unit);
        let events = Arc::make_mut(&mut self.events).iter_mut();
        let acts = events.flat_map(|(event, _)| event.act.units_named());
        orders.chain(acts).for_each(|unit| call(unit, names));
    }
}

impl PublicCase {
    /// The same for what everybody may read.
    pub fn call_units(&mut self, names: &UnitNames) {
        self.unit.iter_mut().for_each(|unit| call(unit, names));
        for step in &mut self.course {
            let named = step.act.units_named().into_iter();
            named.for_each(|unit| call(unit, names));
            step.units = step.act.units().iter().map(|unit| unit.name.clone()).collect();
        }
    }
}

impl PublicLine {
    /// The same for its line in a list.
    pub fn call_units(&mut self, names: &UnitNames) {
        self.unit.iter_mut().for_each(|unit| call(unit, names));
    }
}

fn call(unit: &mut UnitRef, names: &UnitNames) {
    if let Some(name) = names.get(&unit.id) {
        unit.name.clone_from(name);
    }
}
