//! The calendar file: TOML for people, read into one table of days per year.

use std::sync::Arc;

use jiff::civil::{Date, Time, Weekday};
use jiff::tz::TimeZone;
use serde::Deserialize;

use crate::{CalendarError, DayKind, Name};

/// What a file says, checked.
pub(crate) struct File {
    pub(crate) id: String,
    pub(crate) name: Name,
    pub(crate) zone: TimeZone,
    pub(crate) hours: Vec<(Time, Time)>,
    pub(crate) first_year: i16,
    pub(crate) years: Vec<Vec<DayKind>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    id: String,
    name: Name,
    zone: String,
    #[serde(default)]
    office_hours: Vec<String>,
    years: Vec<WrittenYear>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenYear {
    year: i16,
    holidays: Vec<WrittenHoliday>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenHoliday {
    zh: String,
    en: String,
    off: Vec<String>,
    #[serde(default)]
    work: Vec<String>,
}

impl File {
    pub(crate) fn read(text: &str) -> Result<Self, CalendarError> {
        let written: Written = toml::from_str(text).map_err(|error| CalendarError::Shape {
            line: error.span().map_or(1, |span| {
                1 + text[..span.start.min(text.len())].matches('\n').count()
            }),
            text: error.message().to_owned(),
        })?;
        let zone = TimeZone::get(&written.zone).map_err(|_| CalendarError::Zone(written.zone))?;
        let first_year = written.years.first().map_or(0, |year| year.year);
        let mut years = Vec::with_capacity(written.years.len());
        for (expected, year) in (first_year..).zip(written.years) {
            if year.year != expected || !(2000..=2199).contains(&year.year) {
                return Err(CalendarError::Year(year.year));
            }
            years.push(table(year)?);
        }
        Ok(Self {
            id: written.id,
            name: written.name,
            zone,
            hours: office_hours(&written.office_hours)?,
            first_year,
            years,
        })
    }
}

/// All days of a year, first those of the week, then holidays and make-up days over them.
fn table(written: WrittenYear) -> Result<Vec<DayKind>, CalendarError> {
    let year = written.year;
    let wrong = |text: &str| CalendarError::Date {
        year,
        text: text.to_owned(),
    };
    let first = Date::new(year, 1, 1).map_err(|_| CalendarError::Year(year))?;
    let mut days: Vec<DayKind> = first
        .series(jiff::Span::new().days(1))
        .take_while(|date| date.year() == year)
        .map(of_week)
        .collect();
    let mut set = |date: Date, kind: DayKind| {
        let slot = &mut days[date.day_of_year() as usize - 1];
        let free = matches!(slot, DayKind::Workday | DayKind::Weekend);
        *slot = kind;
        if free {
            Ok(())
        } else {
            Err(CalendarError::Twice {
                date: date.to_string(),
            })
        }
    };
    for holiday in written.holidays {
        let name = Arc::new(Name {
            zh: holiday.zh,
            en: holiday.en,
        });
        for text in &holiday.off {
            let (from, to) = text.split_once("..").unwrap_or((text, text));
            let (from, to) = (
                month_day(year, from).ok_or_else(|| wrong(text))?,
                month_day(year, to).ok_or_else(|| wrong(text))?,
            );
            if from > to {
                return Err(wrong(text));
            }
            for date in from
                .series(jiff::Span::new().days(1))
                .take_while(|date| *date <= to)
            {
                set(date, DayKind::Holiday(Arc::clone(&name)))?;
            }
        }
        for text in &holiday.work {
            let date = month_day(year, text).ok_or_else(|| wrong(text))?;
            if of_week(date) == DayKind::Workday {
                return Err(CalendarError::NotAWeekend {
                    date: date.to_string(),
                });
            }
            set(date, DayKind::MakeUp(Arc::clone(&name)))?;
        }
    }
    Ok(days)
}

/// What a date is by its day of the week alone.
pub(crate) fn of_week(date: Date) -> DayKind {
    match date.weekday() {
        Weekday::Saturday | Weekday::Sunday => DayKind::Weekend,
        _ => DayKind::Workday,
    }
}

/// `MM-DD` in a year.
fn month_day(year: i16, text: &str) -> Option<Date> {
    let (month, day) = text.split_once('-')?;
    if month.len() != 2 || day.len() != 2 {
        return None;
    }
    Date::new(year, month.parse().ok()?, day.parse().ok()?).ok()
}

/// `HH:MM-HH:MM` each, one after the other.
fn office_hours(texts: &[String]) -> Result<Vec<(Time, Time)>, CalendarError> {
    let mut hours: Vec<(Time, Time)> = Vec::with_capacity(texts.len());
    for text in texts {
        let span = text
            .split_once('-')
            .and_then(|(open, close)| Some((hour_minute(open)?, hour_minute(close)?)));
        match span {
            Some((open, close)) if open < close && hours.last().is_none_or(|last| last.1 <= open) => {
                hours.push((open, close))
            }
            _ => return Err(CalendarError::OfficeHours(text.clone())),
        }
    }
    Ok(hours)
}

/// `HH:MM`.
fn hour_minute(text: &str) -> Option<Time> {
    let (hour, minute) = text.split_once(':')?;
    if hour.len() != 2 || minute.len() != 2 {
        return None;
    }
    Time::new(hour.parse().ok()?, minute.parse().ok()?, 0, 0).ok()
}
