//! `[[step]]`: where a case or a work order can stand.

use super::{ClauseId, House, Of, Words, basis::ruled};
use serde::Deserialize;

/// How a step ends the course.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum StepEnd {
    /// It goes on from here.
    #[default]
    No,
    /// Nothing more has to happen, though something may (such as reopening).
    Final,
}

/// One step.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// Id used by rules.
    pub id: String,
    /// Whether cases or work orders stand here.
    pub of: Of,
    /// Name on screens.
    pub name: Words,
    /// The clause that knows this step.
    #[serde(default)]
    pub clause: Option<ClauseId>,
    /// Or the office's own basis.
    #[serde(default)]
    pub house: Option<House>,
    /// Whether the course ends here.
    #[serde(default)]
    pub end: StepEnd,
    /// Clocks that run while something waits here.
    #[serde(default)]
    pub clocks: Vec<String>,
    /// Why no clock is needed while something waits here.
    #[serde(default)]
    pub no_clock: Option<Words>,
    /// Whether units claim what waits here.
    #[serde(default)]
    pub pool: bool,
    /// Whether the citizen has an answer once the case stands here.
    #[serde(default)]
    pub answered: bool,
}
ruled!(Step);
