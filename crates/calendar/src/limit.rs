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

/// What a unit is called, and the most of it that is believed.
struct Row {
    unit: Unit,
    /// Shown in English: one, and several.
    english: [&'static str; 2],
    /// Shown in Chinese.
    chinese: &'static str,
    /// Understood besides.
    others: &'static [&'static str],
    /// Ten years of it.
    most: u32,
}

/// In the order of [`Unit`].
#[rustfmt::skip]
const UNITS: [Row; 6] = [
    Row { unit: Unit::Minutes, english: ["minute", "minutes"], chinese: "分钟", others: &["分"], most: 5_270_400 },
    Row { unit: Unit::Hours, english: ["hour", "hours"], chinese: "小时", others: &["个小时"], most: 87_840 },
    Row {
        unit: Unit::Workhours, english: ["workhour", "workhours"], chinese: "个工作小时",
        others: &["work hour", "work hours", "working hour", "working hours", "工作小时"], most: 25_000,
    },
    Row { unit: Unit::Days, english: ["day", "days"], chinese: "天", others: &["日", "自然日", "个自然日"], most: 3_660 },
    Row {
        unit: Unit::Workdays, english: ["workday", "workdays"], chinese: "个工作日",
        others: &["work day", "work days", "working day", "working days", "工作日"], most: 2_500,
    },
    Row { unit: Unit::Months, english: ["month", "months"], chinese: "个月", others: &[], most: 120 },
];

impl Unit {
    const fn row(self) -> &'static Row {
        &UNITS[self as usize]
    }

    /// The most of it that a limit may have: ten years.
    pub(crate) const fn most(self) -> u32 {
        self.row().most
    }
}

impl Row {
    fn is_called(&self, name: &str) -> bool {
        self.english.contains(&name) || self.chinese == name || self.others.contains(&name)
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
        let most = unit.row().most;
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
        format!("{}{}", self.amount, self.unit.row().chinese)
    }
}

impl fmt::Display for Limit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} {}",
            self.amount,
            self.unit.row().english[usize::from(self.amount != 1)]
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
        let Some(row) = UNITS.iter().find(|row| row.is_called(unit)) else {
            return Err(LimitError::UnknownUnit {
                unit: unit.to_owned(),
                text,
            });
        };
        // A number too long for u32 is too long for every unit.
        match Self::new(digits.parse().unwrap_or(u32::MAX), row.unit) {
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
            Self::UnknownUnit { text, unit } => (text, Some(("unit", unit.clone()))),
            Self::NoAmount(text) | Self::NotWhole(text) | Self::NoUnit(text) => (text, None),
            Self::Zero(text) | Self::TooLong { text, .. } => (text, None),
        };
        let mut args = vec![("text", text.clone()), ("example", EXAMPLE.into())];
        args.extend(more);
        args
    }
}
