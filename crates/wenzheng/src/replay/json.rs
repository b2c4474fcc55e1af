//! The whole as JSON, for other programs.

use ::calendar::{Lang, Limit, Unit};
use ::procedure::explain::Voice;
use ::replay::{By, Group, Limited};
use serde::Serialize;
use words::say;

use super::{Measured, left, legend};

#[derive(Serialize)]
struct Whole<'a> {
    ledger: &'a str,
    rows: u64,
    measured: u64,
    /// What the ledger's two times allow: never a clause's own clock where that starts or ends otherwise.
    measures: [&'static str; 2],
    in_force_dates_ignored: bool,
    calendar: &'a str,
    calendar_hash: &'a str,
    provisional: u64,
    procedures: Vec<Procedure<'a>>,
    total: Numbers<'a>,
    months: Vec<Numbers<'a>>,
    units: Vec<Numbers<'a>>,
    kinds: Vec<Numbers<'a>>,
    not_measured: Vec<NotMeasured>,
}

#[derive(Serialize)]
struct Procedure<'a> {
    id: &'a str,
    version: &'a str,
    hash: &'a str,
    columns: Vec<Column<'a>>,
    /// Clocks that a ledger cannot measure, by id.
    left_out: Vec<&'a str>,
    known_kinds: Vec<&'a str>,
}

#[derive(Serialize)]
struct Column<'a> {
    column: String,
    clock: &'a str,
    label: String,
    limit: Option<String>,
    clause: Option<&'a str>,
    #[serde(rename = "if")]
    only_if: Vec<String>,
    by_kind: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    from: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    until: Option<String>,
    /// What lateness is counted in; none where the limits of a column by kind differ in it.
    unit: Option<String>,
    notes: Vec<String>,
}

#[derive(Serialize)]
struct Numbers<'a> {
    name: &'a str,
    rows: u64,
    columns: Vec<Cell>,
}

#[derive(Serialize)]
struct Cell {
    column: String,
    in_time: u64,
    past_due: u64,
    late: u64,
    late_by: Option<LateBy>,
}

#[derive(Serialize)]
struct LateBy {
    median: u32,
    p90: u32,
    worst: u32,
}

#[derive(Serialize)]
struct NotMeasured {
    line: u64,
    code: &'static str,
    reason: String,
}

pub(super) fn json(measured: &Measured<'_>, lang: Lang) -> Result<String, String> {
    let replay = &measured.replay;
    let not_measured = replay.left.iter().map(|row| NotMeasured {
        line: row.line,
        code: left::code(row),
        reason: left::reason(row, lang),
    });
    let whole = Whole {
        ledger: &measured.ledger,
        rows: replay.rows,
        measured: replay.total.rows,
        measures: ["received", "replied"],
        in_force_dates_ignored: true,
        calendar: measured.calendar.id(),
        calendar_hash: measured.calendar.hash(),
        provisional: replay.provisional,
        procedures: (0..measured.procedures.len())
            .filter_map(|of| measured.procedure(of, lang))
            .collect(),
        total: numbers(&replay.total),
        months: replay.months.iter().map(numbers).collect(),
        units: replay.units.iter().map(numbers).collect(),
        kinds: replay.kinds.iter().map(numbers).collect(),
        not_measured: not_measured.collect(),
    };
    serde_json::to_string_pretty(&whole).map_err(|error| error.to_string())
}

impl Measured<'_> {
    fn procedure(&self, of: usize, lang: Lang) -> Option<Procedure<'_>> {
        let procedure = self.procedures.get(of)?;
        let catalogue = |key: &str, args: &[(&str, String)]| say(lang, key, args);
        let voice = Voice {
            procedure,
            lang,
            catalogue: &catalogue,
        };
        let columns = self.replay.columns.iter().enumerate();
        let columns = columns.filter(|(_, column)| column.of == of).map(|(at, column)| {
            let (limit, only_if, dates, clause) = match &column.limited {
                Limited::By {
                    limit,
                    only_if,
                    dates,
                    clause,
                    ..
                } => (Some(limit.to_string()), *only_if, *dates, *clause),
                Limited::ByKind => (None, &[][..], [None, None], None),
            };
            let [from, until] = dates.map(|day| day.map(|day| day.to_string()));
            Column {
                column: legend::letter(at),
                clock: &column.clock.id,
                label: legend::label(column, &voice),
                limit,
                clause: clause.map(|clause| clause.as_str()),
                only_if: only_if.iter().map(ToString::to_string).collect(),
                by_kind: column.limited == Limited::ByKind,
                from,
                until,
                unit: column.unit().map(unit),
                notes: legend::notes(column.clock, &voice),
            }
        });
        let left_out = self.replay.left_out.iter().filter(|left| left.of == of);
        let known = self.replay.known_kinds.get(of)?;
        Some(Procedure {
            id: &procedure.head.id,
            version: &procedure.head.version,
            hash: &procedure.hash,
            columns: columns.collect(),
            left_out: left_out.map(|left| left.clock.id.as_str()).collect(),
            known_kinds: known.iter().map(String::as_str).collect(),
        })
    }
}

/// A unit as limits name it: `workdays`.
fn unit(unit: Unit) -> String {
    let two = Limit { amount: 2, unit }.to_string();
    two.split_once(' ')
        .map_or(two.clone(), |(_, unit)| unit.to_owned())
}

fn numbers(group: &Group) -> Numbers<'_> {
    let late_by = |by: By| LateBy {
        median: by.median,
        p90: by.p90,
        worst: by.worst,
    };
    let cells = group.cells.iter().enumerate().map(|(at, cell)| Cell {
        column: legend::letter(at),
        in_time: cell.in_time,
        past_due: cell.past_due,
        late: cell.late,
        late_by: cell.by.map(late_by),
    });
    Numbers {
        name: &group.name,
        rows: group.rows,
        columns: cells.collect(),
    }
}
