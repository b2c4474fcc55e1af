//! The year with its holidays and make-up workdays, and a due time counted day by day.

use crate::parts::{Choice, Field, Input, days, span};
use crate::shell::{Frame, T};
use askama::Template;
use calendar::{Calendar, DayKind, Due, Lang};
use jiff::ToSpan;
use jiff::civil::Date;

/// A due time, or the field at fault with the key and the arguments of what is wrong.
pub type Counted = Result<Due, (&'static str, &'static str, Vec<(&'static str, String)>)>;

/// `GET /calendar`.
#[derive(Debug, Template)]
#[template(path = "calendar.html")]
pub struct CalendarPage {
    frame: Frame,
    name: String,
    year: i16,
    provisional: bool,
    workdays: String,
    known: String,
    hash: String,
    months: Vec<Month>,
    weekdays: Vec<(String, String)>,
    holidays: Vec<HolidayRow>,
    earlier: Option<i16>,
    later: i16,
    fields: Vec<Field>,
    counted: Option<(String, String, Vec<String>)>,
}

#[derive(Debug)]
struct Month {
    name: String,
    weeks: Vec<Vec<Option<DayCell>>>,
}

#[derive(Debug)]
struct DayCell {
    no: i8,
    class: &'static str,
    /// The sign beside the number, never the colour alone.
    sign: Option<String>,
    /// What it is, for whoever does not see the sign.
    says: String,
    today: bool,
}

#[derive(Debug)]
struct HolidayRow {
    name: String,
    off: String,
    work: String,
}

impl CalendarPage {
    /// Of a year. `was` gives what was typed into `start`, `limit` and `limit_unit`.
    pub fn of(
        frame: Frame,
        calendar: &Calendar,
        (today, year): (Date, i16),
        counted: Option<Counted>,
        was: &dyn Fn(&str) -> String,
    ) -> Self {
        let t = frame.t;
        let all = days_of(year);
        let works = all.iter().filter(|day| calendar.day(**day).kind.works()).count();
        let count = [("year", year.to_string()), ("count", works.to_string())];
        let (first, last) = calendar.years();
        let known = [("from", first.to_string()), ("to", last.to_string())];
        let mut fields = fields(t, was);
        let result = counted.and_then(|counted| match counted {
            Ok(due) => Some(result(t, calendar, &due)),
            Err((field, key, args)) => {
                for one in fields.iter_mut().filter(|one| one.name == field) {
                    one.fault = Some(t.args(key, &args));
                }
                None
            }
        });
        Self {
            name: calendar.name(t.lang()).to_owned(),
            provisional: year > last,
            workdays: t.args("calendar-workdays-of-year", &count),
            known: t.args("calendar-known", &known),
            hash: calendar.hash().to_owned(),
            months: (1..=12)
                .map(|month| of_month(t, calendar, (year, month), today))
                .collect(),
            weekdays: weekdays(t),
            holidays: holidays(t, calendar, &all),
            earlier: (year > first).then(|| year - 1),
            later: year + 1,
            year,
            fields,
            counted: result,
            frame,
        }
    }
}

fn days_of(year: i16) -> Vec<Date> {
    let first = jiff::civil::date(year, 1, 1);
    first
        .series(1.day())
        .take_while(|day| day.year() == year)
        .collect()
}

fn weekdays(t: T) -> Vec<(String, String)> {
    let names = t.say("calendar-weekdays");
    let short = t.say("calendar-weekdays-short");
    let pairs = short.split(' ').zip(names.split(' '));
    pairs
        .map(|(short, name)| (short.to_owned(), name.to_owned()))
        .collect()
}

fn of_month(t: T, calendar: &Calendar, (year, month): (i16, i8), today: Date) -> Month {
    let first = jiff::civil::date(year, month, 1);
    let before = first.weekday().to_monday_zero_offset();
    let mut cells: Vec<Option<DayCell>> = (0..before).map(|_| None).collect();
    let days = first.series(1.day()).take_while(|day| day.month() == month);
    cells.extend(days.map(|day| Some(cell(t, calendar, day, today))));
    while !cells.len().is_multiple_of(7) {
        cells.push(None);
    }
    let mut weeks = Vec::new();
    let mut cells = cells.into_iter();
    loop {
        let week: Vec<_> = cells.by_ref().take(7).collect();
        if week.is_empty() {
            break;
        }
        weeks.push(week);
    }
    let name = match t.lang() {
        Lang::Zh => format!("{month}月"),
        Lang::En => first.strftime("%B").to_string(),
    };
    Month { name, weeks }
}

fn cell(t: T, calendar: &Calendar, day: Date, today: Date) -> DayCell {
    let (class, sign, says) = match calendar.day(day).kind {
        DayKind::Workday => ("", None, String::new()),
        DayKind::Weekend => ("weekend", None, t.say("calendar-weekend")),
        DayKind::Holiday(name) => (
            "holiday",
            Some(t.say("calendar-sign-off")),
            name.text(t.lang()).to_owned(),
        ),
        DayKind::MakeUp(name) => {
            let args = [("holiday", name.text(t.lang()).to_owned())];
            (
                "make-up",
                Some(t.say("calendar-sign-work")),
                t.args("calendar-make-up", &args),
            )
        }
    };
    DayCell {
        no: day.day(),
        class,
        sign,
        says,
        today: day == today,
    }
}

/// Each holiday of the year with the days off and the days worked in exchange.
fn holidays(t: T, calendar: &Calendar, all: &[Date]) -> Vec<HolidayRow> {
    let mut rows: Vec<(String, Vec<Date>, Vec<Date>)> = Vec::new();
    for day in all {
        let (name, off) = match calendar.day(*day).kind {
            DayKind::Holiday(name) => (name, true),
            DayKind::MakeUp(name) => (name, false),
            DayKind::Workday | DayKind::Weekend => continue,
        };
        let name = name.text(t.lang());
        let at = match rows.iter().position(|(known, ..)| known == name) {
            Some(at) => at,
            None => {
                rows.push((name.to_owned(), Vec::new(), Vec::new()));
                rows.len() - 1
            }
        };
        if let Some((_, days_off, worked)) = rows.get_mut(at) {
            let days = if off { days_off } else { worked };
            days.push(*day);
        }
    }
    let row = |(name, off, work): (String, Vec<Date>, Vec<Date>)| HolidayRow {
        name,
        off: t.list(spans(t, &off)),
        work: t.list(work.iter().map(|day| shown(t, *day))),
    };
    rows.into_iter().map(row).collect()
}

/// Days in a row as one span.
fn spans(t: T, days: &[Date]) -> Vec<String> {
    let mut spans: Vec<(Date, Date)> = Vec::new();
    for day in days {
        match spans
            .last_mut()
            .filter(|(_, last)| last.tomorrow().ok() == Some(*day))
        {
            Some((_, last)) => *last = *day,
            None => spans.push((*day, *day)),
        }
    }
    let span = |(from, to): (Date, Date)| match from == to {
        true => shown(t, from),
        false => format!("{}–{}", shown(t, from), shown(t, to)),
    };
    spans.into_iter().map(span).collect()
}

fn shown(t: T, day: Date) -> String {
    calendar::show_day_short(day, t.lang())
}

fn fields(t: T, was: &dyn Fn(&str) -> String) -> Vec<Field> {
    let start = Input::Line {
        value: was("start"),
        kind: "datetime-local",
        autocomplete: "off",
        keyboard: "text",
        most: 25,
    };
    let chosen = was("limit_unit");
    let unit = |value: &str, label: String| Choice {
        chosen: chosen == value,
        value: value.to_owned(),
        label,
        note: None,
    };
    let limit = Input::Limit {
        amount: was("limit"),
        units: vec![
            unit("workdays", t.say("desk-workdays")),
            unit("days", t.say("desk-days")),
            unit("hours", t.say("desk-hours")),
            unit("workhours", t.say("calendar-workhours")),
        ],
    };
    vec![
        Field::new(t, "start", t.say("calendar-start"), start),
        Field::new(t, "limit", t.say("calendar-limit-field"), limit),
    ]
}

/// When it is due, for what, and how that was counted.
fn result(t: T, calendar: &Calendar, due: &Due) -> (String, String, Vec<String>) {
    let args = [
        ("from", calendar.show(due.from, t.lang())),
        ("limit", span(t, due.limit)),
    ];
    let mut lines = days(t, due);
    if due.provisional {
        lines.push(t.say("calendar-provisional"));
    }
    (
        calendar.show_due(due.due, t.lang()),
        t.args("shell-clock-from", &args),
        lines,
    )
}
