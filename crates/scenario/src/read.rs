//! Reads a scenario file: every fault of it at once, each with its line.

mod people;
mod steps;
mod then;

use crate::act::Maker;
use crate::table::{Notes, Table};
use crate::unit::Units;
use crate::{Fault, File, Scenario, time};
use calendar::Calendar;
use jiff::civil::Date;
use procedure::Procedure;
use steps::Courses;
use toml::de::DeTable;

/// The case of every scenario has this number.
pub(crate) const NUMBER: &str = "0001";

/// The procedure that a scenario file names.
///
/// # Errors
/// The file is not TOML, or does not say.
pub fn procedure_of(text: &str) -> Result<String, Vec<Fault>> {
    let mut notes = Notes::of(text);
    let root = parsed(text, &mut notes);
    let named = Table::new(1, root.get_ref())
        .must("procedure", &mut notes)
        .map(str::to_owned);
    named.filter(|_| notes.faults.is_empty()).ok_or(notes.faults)
}

/// Reads a scenario file that is to be played on this procedure.
///
/// # Errors
/// Every fault of the file: keys, words, times, people, units and clauses that do not exist.
pub fn read(text: &str, procedure: &Procedure, calendar: &Calendar) -> Result<File, Vec<Fault>> {
    let mut notes = Notes::of(text);
    let root = parsed(text, &mut notes);
    if !notes.faults.is_empty() {
        return Err(notes.faults);
    }
    let table = Table::new(1, root.get_ref());
    table.only(
        &["procedure", "used_until", "unit", "course", "scenario"],
        &mut notes,
    );
    let used_until = used_until(&table, &mut notes);
    let named = table.must("procedure", &mut notes).unwrap_or_default().to_owned();
    let units = Units::read(&table, &mut notes);
    let courses = Courses::read(&table, &mut notes);
    let reader = Reader {
        maker: Maker {
            procedure,
            calendar,
            units: &units,
        },
        courses,
        used_until,
    };
    let mut scenarios: Vec<Scenario> = Vec::new();
    for table in table.tables("scenario", &mut notes) {
        let scenario = reader.scenario(&table, &mut notes);
        if scenarios.iter().any(|other| other.name == scenario.name) {
            notes.add(Fault::new(table.line, "scenario-name-twice").with("name", &scenario.name));
        }
        scenarios.push(scenario);
    }
    if scenarios.is_empty() && notes.faults.is_empty() {
        notes.add(Fault::new(1, "scenario-none"));
    }
    notes.faults.sort_by_key(|fault| fault.line);
    if notes.faults.is_empty() {
        Ok(File {
            procedure: named,
            scenarios,
        })
    } else {
        Err(notes.faults)
    }
}

fn parsed<'a>(text: &'a str, notes: &mut Notes) -> toml::Spanned<DeTable<'a>> {
    let (root, faults) = DeTable::parse_recoverable(text);
    for fault in &faults {
        let line = fault.span().map_or(1, |span| notes.line(span.start));
        let message = fault.message().lines().next().unwrap_or_default().to_owned();
        notes.add(Fault::new(line, "scenario-not-toml").with("message", message));
    }
    root
}

struct Reader<'a> {
    maker: Maker<'a>,
    courses: Courses<'a>,
    used_until: Option<Date>,
}

/// Until which day it was decided to go on using a lapsed procedure.
fn used_until(table: &Table<'_>, notes: &mut Notes) -> Option<Date> {
    let (line, text) = table.may("used_until", notes)?;
    let day = text.parse().ok();
    if day.is_none() {
        notes.add(Fault::new(line, "scenario-wrong-time").with("text", text));
    }
    day
}

impl Reader<'_> {
    fn scenario(&self, table: &Table<'_>, notes: &mut Notes) -> Scenario {
        const KEYS: [&str; 8] = ["name", "clauses", "note", "start", "at", "given", "when", "then"];
        table.only(&KEYS, notes);
        let name = table.must("name", notes).unwrap_or_default().to_owned();
        let begins = table.may("at", notes);
        let begins = begins.and_then(|(line, text)| self.time(line, text, notes));
        let mut now = begins;
        let mut given = Vec::new();
        if let Some((line, course)) = table.may("start", notes) {
            given = self.course(line, course, &mut now, notes);
        }
        given.extend(self.steps(&table.tables("given", notes), &mut now, notes));
        let when = self.steps(&table.tables("when", notes), &mut now, notes);
        if when.is_empty() && given.is_empty() {
            notes.add(Fault::new(table.line, "scenario-empty"));
        }
        Scenario {
            name,
            line: table.line,
            used_until: self.used_until,
            clauses: self.clauses(table, notes),
            given,
            when,
            then: self.then(table, notes),
        }
    }

    fn clauses(&self, table: &Table<'_>, notes: &mut Notes) -> Vec<String> {
        let Some(value) = table.get("clauses", notes) else {
            notes.add(Fault::new(table.line, "scenario-missing-key").with("key", "clauses"));
            return Vec::new();
        };
        let clauses = value.texts("clauses", notes);
        for clause in &clauses {
            if self.maker.procedure.clause(clause).is_none() {
                notes.add(Fault::new(value.line, "scenario-unknown-clause").with("clause", clause));
            }
        }
        clauses.into_iter().map(str::to_owned).collect()
    }

    fn time(&self, line: usize, text: &str, notes: &mut Notes) -> Option<calendar::Instant> {
        let at = time::read(text, self.maker.calendar);
        if at.is_none() {
            notes.add(Fault::new(line, "scenario-wrong-time").with("text", text));
        }
        at
    }
}
