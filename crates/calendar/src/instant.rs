//! A moment in time, and how one is written.

use jiff::fmt::temporal::{Pieces, PiecesOffset};
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// A right way to write a moment, shown with every fault.
pub(crate) const EXAMPLE: &str = "2026-09-30T17:00:00+08:00";

/// A moment: milliseconds since 1970-01-01T00:00:00Z.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Instant(i64);

impl Instant {
    /// 2009-12-31T00:00:00Z: no earlier moment is in the year 2010, in whatever zone.
    pub(crate) const EARLIEST: Self = Self(1_262_217_600_000);
    /// 2200-01-02T00:00:00Z: no later moment is the end of a day in 2199, in whatever zone.
    pub(crate) const LATEST: Self = Self(7_258_204_800_000);

    /// The moment so many UTC milliseconds after 1970-01-01T00:00:00Z.
    pub const fn from_ms(ms: i64) -> Self {
        Self(ms)
    }

    /// UTC milliseconds since 1970-01-01T00:00:00Z.
    pub const fn ms(self) -> i64 {
        self.0
    }

    /// The moment so many milliseconds later (earlier, if negative); it stops at the ends of the range.
    pub const fn plus_ms(self, ms: i64) -> Self {
        Self(self.0.saturating_add(ms))
    }

    /// Reads RFC 3339 with a zone, as `2026-09-30T17:00:00+08:00` or `2026-09-30T09:00:00Z`, years 2010 to
    /// 2199. What is finer than a millisecond is cut off.
    pub fn parse(text: &str) -> Result<Self, InstantError> {
        let text = text.trim();
        let fault = || {
            if looks_like_a_date(text) {
                InstantError::NoSuchTime(text.into())
            } else {
                InstantError::NotATime(text.into())
            }
        };
        let pieces = Pieces::parse(text).map_err(|_| fault())?;
        let Some(time) = pieces.time() else {
            return Err(InstantError::NoTimeOfDay(text.into()));
        };
        let offset = match pieces.offset() {
            Some(PiecesOffset::Numeric(numeric)) => numeric.offset(),
            Some(PiecesOffset::Zulu) => jiff::tz::Offset::UTC,
            _ => return Err(InstantError::NoZone(text.into())),
        };
        let year = pieces.date().year();
        if !(2010..=2199).contains(&year) {
            return Err(InstantError::Year {
                text: text.into(),
                year,
            });
        }
        let timestamp = offset
            .to_timestamp(pieces.date().to_datetime(time))
            .map_err(|_| fault())?;
        Ok(Self(timestamp.as_millisecond()))
    }
}

/// Whether the text has the shape `dddd-dd-dd…`, so that its fault is in the numbers.
fn looks_like_a_date(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.len() >= 10
        && bytes[..10].iter().enumerate().all(|(i, b)| {
            if i == 4 || i == 7 {
                *b == b'-'
            } else {
                b.is_ascii_digit()
            }
        })
}

/// Why a text is no moment.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum InstantError {
    /// It has not the shape of a date with a time.
    #[error("{0:?} is not a date with a time of day; write {EXAMPLE}")]
    NotATime(String),
    /// Shape right, but no such day in the month, or no such hour.
    #[error("{0:?}: there is no such date or time; write {EXAMPLE}")]
    NoSuchTime(String),
    /// A date alone.
    #[error("{0:?} has no time of day; write {EXAMPLE}")]
    NoTimeOfDay(String),
    /// No `+08:00` and no `Z` at its end.
    #[error("{0:?} has no zone; write {EXAMPLE}")]
    NoZone(String),
    /// A year that no calendar serves.
    #[error("{text:?}: year {year} is outside 2010 to 2199; write {EXAMPLE}")]
    Year {
        /// What was written.
        text: String,
        /// The year in it.
        year: i16,
    },
}

impl InstantError {
    /// The key of the catalogue.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NotATime(_) => "calendar-not-a-time",
            Self::NoSuchTime(_) => "calendar-no-such-time",
            Self::NoTimeOfDay(_) => "calendar-no-time-of-day",
            Self::NoZone(_) => "calendar-no-zone",
            Self::Year { .. } => "calendar-year",
        }
    }

    /// The arguments of the catalogue text.
    pub fn args(&self) -> Vec<(&'static str, String)> {
        let (text, year) = match self {
            Self::NotATime(text) | Self::NoSuchTime(text) | Self::NoTimeOfDay(text) | Self::NoZone(text) => {
                (text, None)
            }
            Self::Year { text, year } => (text, Some(year)),
        };
        let mut args = vec![("text", text.clone()), ("example", EXAMPLE.into())];
        args.extend(year.map(|year| ("year", year.to_string())));
        args
    }
}
