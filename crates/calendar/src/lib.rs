//! Working time: days, hours, due times, and how each was counted.
//!
//! Pure: no clock is read. A [`Calendar`] is made from the text of a calendar file; every [`Due`] that it
//! counts explains itself by the days that were counted and the days that were skipped.

mod back;
mod calendar;
mod count;
mod counting;
mod day;
mod due;
mod error;
mod extend;
mod file;
mod instant;
mod lang;
mod late;
mod limit;
mod pause;
mod rounds;
mod show;
mod tally;
mod workhours;

pub use calendar::Calendar;
pub use counting::{Counting, Roll, Start};
pub use day::{Day, DayKind, Name};
pub use due::{Counted, Due, Skipped, Why};
pub use error::{CalendarError, DueError};
pub use instant::{Instant, InstantError};
pub use lang::Lang;
pub use limit::{Limit, LimitError, Unit};
pub use show::{show_day, show_day_short};

/// The text of the calendar that ships with the program: `calendars/cn.toml`.
pub const SHIPPED: &str = include_str!("../../../calendars/cn.toml");
