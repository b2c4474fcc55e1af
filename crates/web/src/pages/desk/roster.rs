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
    lines: Vec<UnitRow>,
}

#[derive(Debug)]
struct UnitRow {
    name: String,
    now: Option<String>,
    /// Name, and from when to when.
    next: Vec<(String, String)>,
}

impl Roster {
    /// From what the office tells.
    pub fn of(frame: Frame, calendar: &Calendar, lines: &[RosterLine]) -> Self {
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
                    (duty.name.clone(), t.args("roster-span", &span))
                })
                .collect(),
        };
        let mut lines: Vec<UnitRow> = lines.iter().map(row).collect();
        sort_by_name(&mut lines, Named::Thing, |line| &line.name);
        Self { lines, frame }
    }
}
