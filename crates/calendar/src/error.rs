//! What can be wrong with a calendar file, and why a due time cannot be counted.

use thiserror::Error;

use crate::{LimitError, instant};

/// What is wrong with a calendar file.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum CalendarError {
    /// It is not TOML, or not of a calendar's shape.
    #[error("line {line}: the calendar file cannot be read: {text}")]
    Shape {
        /// Where, from 1 on.
        line: usize,
        /// What the reader of TOML found.
        text: String,
    },
    /// A zone that is not in the time zone database.
    #[error("the zone {0:?} is unknown; write Asia/Shanghai")]
    Zone(String),
    /// Office hours that are not `HH:MM-HH:MM`, overlap, or are not in order.
    #[error("the office hours {0:?} are not understood; write [\"09:00-12:00\", \"13:00-18:00\"], in order")]
    OfficeHours(String),
    /// The years do not follow one another.
    #[error("year {0} is out of order: the years follow one another without a gap")]
    Year(i16),
    /// A day that is not `MM-DD` or `MM-DD..MM-DD` of its year.
    #[error("{year}: {text:?} is no day of the year; write 10-01 or 10-01..10-07")]
    Date {
        /// The year it stands under.
        year: i16,
        /// What was written.
        text: String,
    },
    /// A date under two holidays, or off and worked at once.
    #[error("{date} is named twice; a day is off for one holiday, or made up for one")]
    Twice {
        /// The date, as `2026-10-01`.
        date: String,
    },
    /// A make-up workday from Monday to Friday.
    #[error("{date} is no Saturday or Sunday, so it cannot be a make-up workday")]
    NotAWeekend {
        /// The date, as `2026-10-01`.
        date: String,
    },
}

impl CalendarError {
    /// The key of the catalogue.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Shape { .. } => "calendar-file-shape",
            Self::Zone(_) => "calendar-file-zone",
            Self::OfficeHours(_) => "calendar-file-office-hours",
            Self::Year(_) => "calendar-file-year",
            Self::Date { .. } => "calendar-file-date",
            Self::Twice { .. } => "calendar-file-twice",
            Self::NotAWeekend { .. } => "calendar-file-not-a-weekend",
        }
    }

    /// The arguments of the catalogue text.
    pub fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Shape { line, text } => vec![("line", line.to_string()), ("text", text.clone())],
            Self::Zone(text) | Self::OfficeHours(text) => vec![("text", text.clone())],
            Self::Year(year) => vec![("year", year.to_string())],
            Self::Date { year, text } => vec![("year", year.to_string()), ("text", text.clone())],
            Self::Twice { date } | Self::NotAWeekend { date } => vec![("date", date.clone())],
        }
    }
}

/// Why a due time cannot be counted.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum DueError {
    /// It starts or ends outside the years 2010 to 2199.
    #[error("the time runs outside the years 2010 to 2199; write {}", instant::EXAMPLE)]
    OutOfRange,
    /// The limit itself is zero or absurd.
    #[error(transparent)]
    Limit(#[from] LimitError),
    /// A limit in workhours under a calendar that names no office hours.
    #[error("the calendar names no office hours; write office_hours = [\"09:00-12:00\", \"13:00-18:00\"]")]
    NoOfficeHours,
}

impl DueError {
    /// The key of the catalogue.
    pub fn code(&self) -> &'static str {
        match self {
            Self::OutOfRange => "calendar-out-of-range",
            Self::Limit(error) => error.code(),
            Self::NoOfficeHours => "calendar-no-office-hours",
        }
    }

    /// The arguments of the catalogue text.
    pub fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::OutOfRange => vec![("example", instant::EXAMPLE.into())],
            Self::Limit(error) => error.args(),
            Self::NoOfficeHours => Vec::new(),
        }
    }
}
