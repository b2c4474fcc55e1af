//! A due time that explains itself.

use jiff::civil::Date;
use serde::Serialize;

use crate::{DayKind, Instant, Limit};

/// When a period ends, and how that was counted.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Due {
    /// The first instant that is too late: an act is in time if it happened before it.
    pub due: Instant,
    /// Where the counting began.
    pub from: Instant,
    /// What was counted.
    pub limit: Limit,
    /// The count rests on the kind of a day in a year whose holidays are not announced yet.
    pub provisional: bool,
    /// The days that count, in the order of counting; none for minutes and hours.
    pub counted: Vec<Counted>,
    /// The days passed over, in the order of counting.
    pub skipped: Vec<Skipped>,
}

/// A day that counts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Counted {
    /// The day, in the calendar's zone.
    pub date: Date,
    /// What kind of day it is.
    #[serde(flatten)]
    pub kind: DayKind,
    /// The office minutes counted on it, for a limit in workhours.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub minutes: Option<u32>,
}

/// A day that does not count.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Skipped {
    /// The day, in the calendar's zone.
    pub date: Date,
    /// Why it does not count.
    pub why: Why,
    /// What kind of day it is.
    #[serde(flatten)]
    pub kind: DayKind,
}

/// Why a day does not count.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Why {
    /// The day in which the period starts (民法典 第201条第1款).
    FirstDay,
    /// A Saturday or Sunday.
    Weekend,
    /// A public holiday.
    Holiday,
    /// A workday whose office hours are over, or have not begun, at the end at which the counting starts.
    OutsideOfficeHours,
}
