//! What a procedure may decide about the counting of a period where the law leaves it open.

use serde::{Deserialize, Serialize};

/// What happens when the last day of a period of days or months is no workday (民法典 第203条第1款).
#[derive(Copy, Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Roll {
    /// The period ends on that day all the same.
    #[default]
    None,
    /// The period ends on the next workday.
    NextWorkday,
}

/// Which day is the first that counts, in a period of days, workdays or months (民法典 第201条第1款).
/// Minutes, hours and workhours run from the moment, whatever stands here (第201条第2款).
#[derive(Copy, Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Start {
    /// The day after the one in which the period starts.
    #[default]
    NextDay,
    /// The day itself in which the period starts.
    SameDay,
    /// The first workday after the day in which the period starts.
    NextWorkday,
    /// The day in which the period starts, if it is a workday; else the first workday after it.
    SameWorkday,
}

/// How a procedure counts its periods. The default is that of the bundled procedures.
#[derive(Copy, Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
pub struct Counting {
    /// Whether a last day that is no workday moves on.
    pub roll: Roll,
    /// The first day that counts.
    pub start: Start,
    /// Whether a last day with office hours ends at close of business and not at 24:00 (民法典 第203条第2款).
    pub close: bool,
}
