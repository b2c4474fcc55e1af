//! Who is on duty, now and in the next seven days.

use crate::shell::Frame;
use askama::Template;
use calendar::{Calendar, Lang};
use office::view::roster::RosterLine;
use words::{Named, sort_by_name};

/// `GET /desk/roster`.
#[derive(Debug, Template)]
#[template(path = "desk/roster.html")]
pub struct Roster {
    frame: Frame,
    /// Whether whoever looks may strike shifts off.
    strikes: bool,
    lines: Vec<UnitRow>,
    /// What could not be struck off, and why.
    wrong: Option<String>,
}

#[derive(Debug)]
struct UnitRow {
    name: String,
    now: Option<String>,
    next: Vec<ShiftRow>,
}

#[derive(Debug)]
struct ShiftRow {
    name: String,
    /// From when to when.
    span: String,
    unit: String,
    login: String,
    /// UTC milliseconds.
    from: i64,
}

impl Roster {
    /// From what the office tells; beside it why a shift could not be struck off.
    pub fn of(
        (frame, strikes): (Frame, bool),
        calendar: &Calendar,
        lines: &[RosterLine],
        wrong: Option<String>,
    ) -> Self {
        let t = frame.t;
        let row = |line: &RosterLine| UnitRow {
            name: match t.lang() {
                Lang::Zh => line.unit.zh.clone(),
                Lang::En => line.unit.en.clone(),
            },
            now: line.now.clone(),
            next: line
                .duties
                .iter()
                .map(|duty| {
                    let span = [
                        ("from", calendar.show_due_short(duty.from, t.lang())),
                        ("to", calendar.show_due_short(duty.to, t.lang())),
                    ];
                    ShiftRow {
                        name: duty.name.clone(),
                        span: t.args("roster-span", &span),
                        unit: line.unit.id.to_string(),
                        login: duty.login.clone(),
                        from: duty.from.ms(),
                    }
                })
                .collect(),
        };
        let mut lines: Vec<UnitRow> = lines.iter().map(row).collect();
        sort_by_name(&mut lines, Named::Thing, |line| &line.name);
        Self {
            lines,
            frame,
            strikes,
            wrong,
        }
    }
}
