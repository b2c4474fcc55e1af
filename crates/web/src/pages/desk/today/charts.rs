//! The charts of the page of today.

use super::unit_name;
use crate::parts::Chart;
use crate::shell::T;
use jiff::civil::Date;
use office::counts::{DAYS, Figures, UnitFigures, WEEKS, open_of};
use report::chart::{Heat, Period, Row, Series, Share, Trend};

/// Units with a row in the heat map.
const HOT: usize = 7;

/// A day as a chart names it.
fn day(t: T, day: Date) -> String {
    calendar::show_day_short(day, t.lang())
}

fn short(day: Date) -> String {
    format!("{}/{}", day.month(), day.day())
}

/// A day, or a week by its Monday.
fn period(t: T, at: Date, week: bool) -> Period {
    let name = day(t, at);
    Period {
        short: short(at),
        long: if week {
            t.args("chart-week-of", &[("day", name)])
        } else {
            name
        },
    }
}

/// What came and what was answered, day by day.
pub(super) fn trend(t: T, found: &Figures) -> Chart {
    let series = |key: &str, values: Vec<u64>| Series {
        name: t.say(key),
        values,
    };
    let chart = Trend {
        id: "trend".to_owned(),
        title: t.args("today-trend", &[("days", DAYS.to_string())]),
        over: t.say("chart-day"),
        periods: found.days.iter().map(|at| period(t, at.day, false)).collect(),
        bars: series(
            "today-series-came",
            found.days.iter().map(|day| day.came.all).collect(),
        ),
        line: Some(series(
            "today-series-answered",
            found.days.iter().map(|day| day.answered).collect(),
        )),
    };
    Chart::trend(t, &chart)
}

/// What became of what came, week by week.
pub(super) fn share(t: T, found: &Figures) -> Chart {
    let row = |week: &office::counts::Week| Row {
        name: t.args("chart-week-of", &[("day", day(t, week.monday))]),
        in_time: week.came.in_time,
        late: week.came.late,
        overdue: week.came.overdue,
        open: open_of(week.came),
    };
    let chart = Share {
        id: "share".to_owned(),
        title: t.args("today-share", &[("weeks", WEEKS.to_string())]),
        over: t.say("chart-week"),
        rows: found.weeks.iter().map(row).collect(),
    };
    Chart::share(t, &chart)
}

/// Which units got how much, week by week; those that got most.
pub(super) fn heat(t: T, found: &Figures) -> Chart {
    let sum = |unit: &UnitFigures| unit.weeks.iter().sum::<u64>();
    let mut units: Vec<&UnitFigures> = found.units.iter().filter(|unit| sum(unit) > 0).collect();
    units.sort_by_key(|unit| (std::cmp::Reverse(sum(unit)), unit.unit.clone()));
    units.truncate(HOT);
    let chart = Heat {
        id: "heat".to_owned(),
        title: t.args("today-heat", &[("weeks", WEEKS.to_string())]),
        over: t.say("chart-unit"),
        periods: found
            .weeks
            .iter()
            .map(|week| period(t, week.monday, true))
            .collect(),
        rows: units
            .iter()
            .map(|unit| (unit_name(t, unit), unit.weeks.clone()))
            .collect(),
    };
    Chart::heat(t, &chart)
}
