//! A calendar: zone, office hours, holidays and make-up workdays.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime, Time};
use jiff::tz::TimeZone;
use sha2::{Digest, Sha256};

use crate::file::{File, of_week};
use crate::{CalendarError, Day, DayKind, DueError, Instant, Lang, Name};

/// A calendar as adopted: known by its id and by the hash of its exact text.
#[derive(Clone, Debug)]
pub struct Calendar {
    id: String,
    hash: String,
    name: Name,
    zone: TimeZone,
    pub(crate) hours: Vec<(Time, Time)>,
    first_year: i16,
    years: Vec<Vec<DayKind>>,
}

impl Calendar {
    /// Reads a calendar file (TOML, as `calendars/cn.toml`).
    pub fn from_toml(text: &str) -> Result<Self, CalendarError> {
        let file = File::read(text)?;
        Ok(Self {
            id: file.id,
            hash: hex::encode(Sha256::digest(text)),
            name: file.name,
            zone: file.zone,
            hours: file.hours,
            first_year: file.first_year,
            years: file.years,
        })
    }

    /// Its id, as "cn".
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The first and the last year that the file holds.
    pub fn years(&self) -> (i16, i16) {
        let count = i16::try_from(self.years.len()).unwrap_or(i16::MAX);
        (self.first_year, self.first_year.saturating_add(count - 1))
    }

    /// SHA-256 of the exact text of the file, in hex.
    pub fn hash(&self) -> &str {
        &self.hash
    }

    /// What people call it.
    pub fn name(&self, lang: Lang) -> &str {
        self.name.text(lang)
    }

    /// What kind of day a date is.
    pub fn day(&self, date: Date) -> Day {
        let (kind, provisional) = self.kind(date);
        Day { kind, provisional }
    }

    /// The kind of a date, and whether its year is not announced.
    pub(crate) fn kind(&self, date: Date) -> (DayKind, bool) {
        let year = usize::try_from(date.year() - self.first_year)
            .ok()
            .and_then(|year| self.years.get(year));
        match year {
            Some(days) => (days[date.day_of_year() as usize - 1].clone(), false),
            None => (of_week(date), true),
        }
    }

    /// The moment on the clocks of the calendar's zone.
    pub fn local(&self, at: Instant) -> DateTime {
        self.zone.to_datetime(timestamp(at))
    }

    /// The moment at which the clocks of the calendar's zone show this; where they are put forward or back,
    /// what a person would take it for.
    pub fn instant(&self, local: DateTime) -> Result<Instant, DueError> {
        let moment = self
            .zone
            .to_ambiguous_timestamp(local)
            .compatible()
            .map_err(|_| DueError::OutOfRange)?;
        in_range(Instant::from_ms(moment.as_millisecond()))
    }

    /// RFC 3339 in the calendar's zone: `2025-03-11T00:00:00+08:00`.
    pub fn rfc3339(&self, at: Instant) -> String {
        let moment = timestamp(at);
        moment
            .display_with_offset(self.zone.to_offset(moment))
            .to_string()
    }
}

/// Moments that no calendar serves stop at the ends of what a date can say.
fn timestamp(at: Instant) -> Timestamp {
    let end = if at.ms() < 0 {
        Timestamp::MIN
    } else {
        Timestamp::MAX
    };
    Timestamp::from_millisecond(at.ms()).unwrap_or(end)
}

/// The moment, if it is one of the years that a calendar serves.
pub(crate) fn in_range(at: Instant) -> Result<Instant, DueError> {
    if (Instant::EARLIEST..=Instant::LATEST).contains(&at) {
        Ok(at)
    } else {
        Err(DueError::OutOfRange)
    }
}

/// The day after.
pub(crate) fn next(date: Date) -> Result<Date, DueError> {
    date.tomorrow().map_err(|_| DueError::OutOfRange)
}

/// The day before.
pub(crate) fn previous(date: Date) -> Result<Date, DueError> {
    date.yesterday().map_err(|_| DueError::OutOfRange)
}
