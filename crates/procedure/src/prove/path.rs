//! A way through a procedure in the words of its file: what was done, under which clause, and where that led.

use super::model::Model;
use super::state::{PLACES, Standing, State};
use super::step::Why;
use super::walk::Walk;
use crate::model::{Basis, Ruled};
use crate::vocabulary::word;

/// One step of a way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leg {
    /// The act's word, or the id of the clock that lapsed.
    pub what: String,
    /// Whether time passed and nobody acted.
    pub lapse: bool,
    /// Who can do it: roles.
    pub by: Vec<String>,
    /// The clause; `None` for the office's own rule.
    pub clause: Option<String>,
    /// The step of the case after it.
    pub case: String,
    /// The steps of its open work orders after it.
    pub orders: Vec<String>,
}

impl std::fmt::Display for Leg {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.what)?;
        if self.lapse {
            f.write_str(" lapses")?;
        }
        let clause = self.clause.as_deref().unwrap_or("house");
        write!(f, " ({clause}) → {}", self.case)?;
        if !self.orders.is_empty() {
            write!(f, " [{}]", self.orders.join(", "))?;
        }
        Ok(())
    }
}

/// The way in one line.
pub fn line(legs: &[Leg]) -> String {
    let legs: Vec<String> = legs.iter().map(ToString::to_string).collect();
    legs.join("; ")
}

impl Model<'_> {
    pub(super) fn leg(&self, why: Why, state: &State) -> Leg {
        let (what, basis, by) = match why {
            Why::Rule(at) => self
                .p
                .acts
                .get(at)
                .map(|rule| (word(rule.does), rule.basis(), rule.by.clone())),
            Why::Lapse(at) => self
                .p
                .clocks
                .get(at)
                .map(|rule| (rule.id.clone(), rule.basis(), Vec::new())),
        }
        .unwrap_or_else(|| (String::new(), Basis::House, Vec::new()));
        let name = |place: Option<usize>| {
            let step = self.p.steps.get(state.step(place));
            step.map(|s| s.id.clone()).unwrap_or_default()
        };
        let open = (0..PLACES).filter(|p| state.is(*p, Standing::Open));
        Leg {
            what,
            lapse: matches!(why, Why::Lapse(_)),
            by,
            clause: match basis {
                Basis::Clause(clause) => Some(clause.to_string()),
                _ => None,
            },
            case: name(None),
            orders: open.map(|p| name(Some(p))).collect(),
        }
    }

    /// The shortest way from the receipt to a state of a walk.
    pub(super) fn way_to(&self, walk: &Walk, at: usize) -> Vec<Leg> {
        let path = walk.path(at).into_iter();
        path.filter_map(|(why, at)| Some(self.leg(why, walk.states.get(at)?)))
            .collect()
    }
}
