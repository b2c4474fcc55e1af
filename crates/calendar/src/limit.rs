//! A limit as people write it: `5 workdays`, `5个工作日`.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// A right way to write a limit, shown with every fault.
pub(crate) const EXAMPLE: &str = "5 workdays / 5个工作日";

/// What a limit is counted in.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash)]
pub enum Unit {
    /// Minutes from the moment (民法典 第201条第2款).
    Minutes,
    /// Hours from the moment (第201条第2款).
    Hours,
    /// Hours within the office hours of workdays, from the moment.
    Workhours,
    /// Natural days (天).
    Days,
    /// Days that are neither weekend nor public holiday, and make-up workdays (工作日).
    Workdays,
    /// Months, to the day of the same number or the last of a shorter month (第202条).
    Months,
}

/// What every unit is called: itself, English singular and plural, further names that are understood, the
/// Chinese name as shown, the most that is believed (ten years).
const UNITS: [(Unit, [&str; 2], &[&str], &str, u32); 6] = [
    (
        Unit::Minutes,
        ["minute", "minutes"],
        &["分钟", "分"],
        "分钟",
        5_270_400,
    ),
    (
        Unit::Hours,
        ["hour", "hours"],
        &["小时", "个小时"],
        "小时",
        87_840,
    ),
    (
        Unit::Workhours,
        ["workhour", "workhours"],
        &[
            "work hour",
            "work hours",
            "working hour",
            "working hours",
            "工作小时",
            "个工作小时",
        ],
        "个工作小时",
        25_000,
    ),
    (
        Unit::Days,
        ["day", "days"],
        &["天", "日", "自然日", "个自然日"],
        "天",
        3_660,
    ),
    (
        Unit::Workdays,
        ["workday", "workdays"],
        &[
            "work day",
            "work days",
            "working day",
            "working days",
            "工作日",
            "个工作日",
        ],
        "个工作日",
        2_500,
    ),
    (Unit::Months, ["month", "months"], &["个月"], "个月", 120),
];

impl Unit {
    const fn row(
        self,
    ) -> &'static (
        Unit,
        [&'static str; 2],
        &'static [&'static str],
        &'static str,
        u32,
    ) {
        &UNITS[self as usize]
    }
}

/// So much of a unit; never zero, never more than ten years.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Limit {
    /// How many.
    pub amount: u32,
    /// Of what.
    pub unit: Unit,
}

impl Limit {
    /// A limit, unless it is zero or longer than ten years.
    pub fn new(amount: u32, unit: Unit) -> Result<Self, LimitError> {
        let limit = Self { amount, unit };
        let most = unit.row().4;
        match amount {
            0 => Err(LimitError::Zero(limit.to_string())),
            _ if amount > most => Err(LimitError::TooLong {
                text: limit.to_string(),
                most: Self { amount: most, unit },
            }),
            _ => Ok(limit),
        }
    }

    /// As Chinese readers write it: `5个工作日`.
    pub fn zh(self) -> String {
        format!("{}{}", self.amount, self.unit.row().3)
    }
}

impl fmt::Display for Limit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} {}",
            self.amount,
            self.unit.row().1[usize::from(self.amount != 1)]
        )
    }
}

impl From<Limit> for String {
    fn from(limit: Limit) -> Self {
        limit.to_string()
    }
}

impl TryFrom<String> for Limit {
    type Error = LimitError;
    fn try_from(text: String) -> Result<Self, LimitError> {
        text.parse()
    }
}

impl FromStr for Limit {
    type Err = LimitError;

    fn from_str(text: &str) -> Result<Self, LimitError> {
        let plain: String = text
            .trim()
            .chars()
            .map(half_width)
            .collect::<String>()
            .to_lowercase();
        let end = plain.find(|c: char| !c.is_ascii_digit()).unwrap_or(plain.len());
        let (digits, unit) = (&plain[..end], plain[end..].trim());
        let text = text.trim().to_owned();
        if digits.is_empty() {
            return Err(LimitError::NoAmount(text));
        }
        if unit.starts_with(['.', ',']) {
            return Err(LimitError::NotWhole(text));
        }
        if unit.is_empty() {
            return Err(LimitError::NoUnit(text));
        }
        let known = UNITS
            .iter()
            .find(|(_, english, others, ..)| english.contains(&unit) || others.contains(&unit));
        let Some((found, ..)) = known else {
            return Err(LimitError::UnknownUnit {
                unit: unit.to_owned(),
                text,
            });
        };
        // A number too long for u32 is too long for every unit.
        match Self::new(digits.parse().unwrap_or(u32::MAX), *found) {
            Err(LimitError::Zero(_)) => Err(LimitError::Zero(text)),
            Err(LimitError::TooLong { most, .. }) => Err(LimitError::TooLong { text, most }),
            other => other,
        }
    }
}

/// A full-width digit, letter or space as its half-width counterpart.
fn half_width(c: char) -> char {
    match c {
        '\u{3000}' => ' ',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        _ => c,
    }
}

/// Why a text is no limit.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum LimitError {
    /// No number at its beginning.
    #[error("{0:?} does not begin with a whole number; write {EXAMPLE}")]
    NoAmount(String),
    /// A fraction.
    #[error("{0:?} is not a whole number of units; write {EXAMPLE}")]
    NotWhole(String),
    /// A number alone.
    #[error("{0:?} names no unit; write {EXAMPLE}")]
    NoUnit(String),
    /// A unit that is not known.
    #[error("{text:?}: the unit {unit:?} is unknown; write {EXAMPLE}")]
    UnknownUnit {
        /// What was written.
        text: String,
        /// The unit in it.
        unit: String,
    },
    /// Nothing to count.
    #[error("{0:?} is no time at all; write {EXAMPLE}")]
    Zero(String),
    /// More than ten years.
    #[error("{text:?} is longer than the longest limit, {most}; write {EXAMPLE}")]
    TooLong {
        /// What was written.
        text: String,
        /// The longest limit in this unit.
        most: Limit,
    },
}

impl LimitError {
    /// The key of the catalogue.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NoAmount(_) => "calendar-no-amount",
            Self::NotWhole(_) => "calendar-not-whole",
            Self::NoUnit(_) => "calendar-no-unit",
            Self::UnknownUnit { .. } => "calendar-unknown-unit",
            Self::Zero(_) => "calendar-zero",
            Self::TooLong { .. } => "calendar-too-long",
        }
    }

    /// The arguments of the catalogue text.
    pub fn args(&self) -> Vec<(&'static str, String)> {
        let (text, more) = match self {
            Self::NoAmount(text) | Self::NotWhole(text) | Self::NoUnit(text) | Self::Zero(text) => {
                (text, None)
            }
            Self::UnknownUnit { text, unit } => (text, Some(("unit", unit.clone()))),
            Self::TooLong { text, most } => (text, Some(("most", most.to_string()))),
        };
        let mut args = vec![("text", text.clone()), ("example", EXAMPLE.into())];
        args.extend(more);
        args
    }
}
