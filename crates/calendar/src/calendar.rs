//! A calendar: zone, office hours, holidays and make-up workdays.

use jiff::civil::{Date, DateTime};

use crate::{CalendarError, Counting, Day, DayKind, Due, DueError, Instant, Lang, Limit};

/// A calendar as adopted: known by its id and by the hash of its exact text.
#[derive(Clone, Debug)]
pub struct Calendar {
    id: String,
    hash: String,
}

impl Calendar {
    /// Reads a calendar file (TOML).
    pub fn from_toml(text: &str) -> Result<Self, CalendarError> {
        let _ = text;
        Ok(Self {
            id: "cn".into(),
            hash: String::new(),
        })
    }
    /// Its id, as "cn".
    pub fn id(&self) -> &str {
        &self.id
    }
    /// SHA-256 of the exact text of the file, in hex.
    pub fn hash(&self) -> &str {
        &self.hash
    }
    /// When a limit that starts at `from` ends.
    pub fn due(&self, from: Instant, limit: Limit, counting: Counting) -> Result<Due, DueError> {
        let _ = (from, limit, counting);
        Err(DueError::OutOfRange)
    }
    /// A limit counted back from another one's due moment, as 48 hours before.
    pub fn before(&self, due: Instant, limit: Limit) -> Result<Due, DueError> {
        let _ = (due, limit);
        Err(DueError::OutOfRange)
    }
    /// The new due moment of the limit `original`, due at `due`, extended by `by`.
    pub fn extend(
        &self,
        due: Instant,
        original: Limit,
        by: Limit,
        counting: Counting,
    ) -> Result<Due, DueError> {
        let _ = (due, original, by, counting);
        Err(DueError::OutOfRange)
    }
    /// What kind of day a date is.
    pub fn day(&self, date: Date) -> Day {
        let _ = date;
        Day {
            kind: DayKind::Workday,
            provisional: true,
        }
    }
    /// The moment on the clocks of the calendar's zone.
    pub fn local(&self, at: Instant) -> DateTime {
        let _ = at;
        DateTime::default()
    }
    /// The moment at which the clocks of the calendar's zone show this.
    pub fn instant(&self, local: DateTime) -> Result<Instant, DueError> {
        let _ = local;
        Err(DueError::OutOfRange)
    }
    /// RFC 3339 in the calendar's zone: `2025-03-11T00:00:00+08:00`.
    pub fn rfc3339(&self, at: Instant) -> String {
        let _ = at;
        String::new()
    }
    /// For people: `2025年3月10日 14:53`, `10 Mar 2025, 14:53`.
    pub fn show(&self, at: Instant, lang: Lang) -> String {
        let _ = (at, lang);
        String::new()
    }
    /// A due moment for people; midnight is shown as the end of the day before: `2025年3月10日24时`.
    pub fn show_due(&self, due: Instant, lang: Lang) -> String {
        let _ = (due, lang);
        String::new()
    }
}
