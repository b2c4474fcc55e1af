//! The access log: who read what, when, from where and why.

use super::ledger::Asked;
use crate::parts::{Field, Input, Pager, grouped, note};
use crate::shell::{Frame, T};
use askama::Template;
use calendar::Calendar;
use office::access::AccessLine;
use report::sheet::Sheet;

/// `GET /desk/access`; the filters stand in the address.
#[derive(Debug, Template)]
#[template(path = "desk/access.html")]
pub struct Access {
    frame: Frame,
    filters: Vec<Field>,
    wrong: bool,
    lines: Vec<Line>,
    pager: Pager,
    take: String,
}

#[derive(Debug)]
struct Line {
    at: String,
    who: String,
    id: String,
    what: String,
    number: String,
    from: String,
    reason: String,
    times: u32,
}

impl Line {
    fn of(t: T, calendar: &Calendar, line: &AccessLine) -> Self {
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        let id = line.person.as_ref().map(|person| person.as_str().to_owned());
        Self {
            at: calendar.show(line.at, t.lang()),
            who: match (&line.name, &id) {
                (Some(name), _) => name.clone(),
                (None, Some(id)) => id.clone(),
                (None, None) => t.say("access-citizen"),
            },
            id: text(&id),
            what: line.what.map(|look| t.say(look.code())).unwrap_or_default(),
            number: line
                .number
                .as_ref()
                .map(|number| grouped(number.as_str()))
                .unwrap_or_default(),
            from: text(&line.from),
            reason: text(&line.reason),
            times: line.times,
        }
    }
}

impl Access {
    /// From the lines of one page. `was` gives the filters in the address: `person`, `number`, `from`, `to` (days);
    /// beside them what is wrong with which.
    pub fn of(
        frame: Frame,
        calendar: &Calendar,
        (was, wrong): Asked<'_>,
        lines: &[AccessLine],
        pager: Pager,
        take: String,
    ) -> Self {
        let t = frame.t;
        let line = |name: &str, label: String, most: u16| {
            Field::new(t, name, label, Input::line(&was(name), most)).optional()
        };
        let day = |name: &str, label: String| {
            let input = Input::Line {
                value: was(name),
                kind: "date",
                autocomplete: "off",
                keyboard: "text",
                most: 10,
            };
            Field::new(t, name, label, input).optional()
        };
        let mut filters = vec![
            line("person", t.say("access-person"), 64).hint(t.say("access-person-hint")),
            line("number", t.say("citizen-number"), 64),
            day("from", t.say("access-from-day")),
            day("to", t.say("access-to-day")),
        ];
        note(&mut filters, wrong);
        Self {
            wrong: !wrong.is_empty(),
            filters,
            lines: lines.iter().map(|line| Line::of(t, calendar, line)).collect(),
            pager,
            take,
            frame,
        }
    }
}

/// The lines as a sheet.
pub fn sheet(t: T, calendar: &Calendar, lines: &[AccessLine]) -> Sheet {
    let head = [
        "access-at",
        "access-who",
        "access-person",
        "access-what",
        "citizen-number",
        "access-from",
        "access-reason",
        "access-times",
    ];
    let rows = lines.iter().map(|line| {
        let line = Line::of(t, calendar, line);
        vec![
            line.at.into(),
            line.who.into(),
            line.id.into(),
            line.what.into(),
            line.number.replace('\u{a0}', "").into(),
            line.from.into(),
            line.reason.into(),
            i64::from(line.times).into(),
        ]
    });
    Sheet {
        head: head.iter().map(|key| t.say(key)).collect(),
        rows: rows.collect(),
    }
}
