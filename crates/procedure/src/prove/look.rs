//! What can be seen of an abstract state from outside, to hold it against a real case.

use super::model::Model;
use super::state::{PLACES, Standing, State};
use crate::fact::Condition;

/// A work order of a state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Order {
    /// Its place, for questions.
    pub place: usize,
    /// The step's id.
    pub step: String,
    /// How it stands.
    pub standing: Standing,
}

impl Model<'_> {
    /// The id of the step in which the case stands.
    pub fn case_step(&self, state: &State) -> &str {
        self.p.steps.get(state.step(None)).map_or("", |s| s.id.as_str())
    }

    /// The work orders that are looked at.
    pub fn orders(&self, state: &State) -> Vec<Order> {
        let places = (0..PLACES).filter(|p| state.there(*p));
        let orders = places.map(|place| Order {
            place,
            step: self
                .p
                .steps
                .get(state.step(Some(place)))
                .map(|s| s.id.clone())
                .unwrap_or_default(),
            standing: state.standing(place),
        });
        orders.collect()
    }

    /// Whether a condition holds, of the case or of the work order in a place; `None` where that is not followed, or
    /// where it asks about an act.
    pub fn says(&self, state: &State, condition: &Condition, place: Option<usize>) -> Option<bool> {
        let name = condition.fact.name();
        if name.starts_with("act.") || name.starts_with("actor.") {
            return None;
        }
        self.holds(self.ask(condition), state, place, 0)
    }

    /// Whether a clock runs or is overdue; `None` where it is not followed.
    pub fn clock_open(&self, state: &State, id: &str, place: Option<usize>) -> Option<bool> {
        let at = self.p.clocks.iter().position(|c| c.id == id)?;
        self.clocks.get(at)?.held?;
        Some(self.stand(state, at, place).open())
    }
}
