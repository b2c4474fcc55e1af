//! Row after row under every limit.

use std::collections::BTreeSet;

use calendar::{Calendar, DueError, Instant, Limit};
use ledger::{RowError, Times};
use procedure::Procedure;

use crate::column::{Column, LeftOut, Limited, columns};
use crate::fare::{Fare, fare};
use crate::kind::{Kinds, Known};
use crate::tally::{Group, Tallies};

/// A ledger, measured.
#[derive(Debug, Clone)]
pub struct Replay<'a> {
    /// The limits, those of each procedure together.
    pub columns: Vec<Column<'a>>,
    /// The clocks that end with the answer and are not measured.
    pub left_out: Vec<LeftOut<'a>>,
    /// All rows of the table.
    pub rows: u64,
    /// Rows that were not measured, in the order of the table.
    pub left: Vec<Left>,
    /// Rows with a due time in a year whose holidays are not announced yet.
    pub provisional: u64,
    /// All rows measured.
    pub total: Group,
    /// By the month in which the message came, as `2019-04`, in the zone of the calendar.
    pub months: Vec<Group>,
    /// By unit, as the ledger names it; none where it names no unit.
    pub units: Vec<Group>,
    /// By kind of matter, as the ledger names it; none where it names no kind.
    pub kinds: Vec<Group>,
    /// For each procedure the kinds of the ledger that are its categories or marks, by id or name.
    pub known_kinds: Vec<BTreeSet<String>>,
}

/// A row that was not measured.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Left {
    /// Line of the file or row of the sheet.
    pub line: u64,
    /// Why.
    pub why: NotMeasured,
}

/// Why a row was not measured.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotMeasured {
    /// There is neither a reply nor its time.
    NoReply,
    /// There is a reply, and no time of it.
    NoTime,
    /// The reply is earlier than the message.
    BeforeMessage,
    /// The row cannot be read.
    Unreadable(RowError),
    /// A due time lies beyond the years that a calendar serves.
    Uncountable(DueError),
}

/// Measures a ledger by the limits of procedures, side by side.
///
/// # Errors
/// A limit that the calendar cannot count at all, such as one in workhours without office hours.
pub fn replay<'a>(
    rows: impl Iterator<Item = Result<Times, RowError>>,
    procedures: &[&'a Procedure],
    calendar: &Calendar,
) -> Result<Replay<'a>, DueError> {
    let (mut all, mut left_out) = (Vec::new(), Vec::new());
    for (of, procedure) in procedures.iter().enumerate() {
        let (measured, not) = columns(of, procedure);
        all.extend(measured);
        left_out.extend(not);
    }
    let mut run = Run {
        kinds_of: procedures.iter().map(|procedure| Kinds::of(procedure)).collect(),
        calendar,
        columns: all,
        rows: 0,
        left: Vec::new(),
        provisional: 0,
        total: Tallies::default(),
        months: Tallies::default(),
        units: Tallies::default(),
        kinds: Tallies::default(),
        known_kinds: vec![BTreeSet::new(); procedures.len()],
    };
    for row in rows {
        run.rows += 1;
        run.take(row)?;
    }
    Ok(run.finish(left_out))
}

struct Run<'r, 'a> {
    kinds_of: Vec<Kinds<'a>>,
    calendar: &'r Calendar,
    columns: Vec<Column<'a>>,
    rows: u64,
    left: Vec<Left>,
    provisional: u64,
    total: Tallies,
    months: Tallies,
    units: Tallies,
    kinds: Tallies,
    known_kinds: Vec<BTreeSet<String>>,
}

impl<'a> Run<'_, 'a> {
    fn take(&mut self, row: Result<Times, RowError>) -> Result<(), DueError> {
        let (line, why) = match row {
            Err(error) => (error.line, NotMeasured::Unreadable(error)),
            Ok(row) => match (row.replied, row.reply) {
                (None, false) => (row.line, NotMeasured::NoReply),
                (None, true) => (row.line, NotMeasured::NoTime),
                (Some(replied), _) if replied < row.received => (row.line, NotMeasured::BeforeMessage),
                (Some(replied), _) => match self.measure(&row, replied) {
                    Ok(()) => return Ok(()),
                    Err(error @ DueError::OutOfRange) => (row.line, NotMeasured::Uncountable(error)),
                    Err(error) => return Err(error),
                },
            },
        };
        self.left.push(Left { line, why });
        Ok(())
    }

    fn measure(&mut self, row: &Times, replied: Instant) -> Result<(), DueError> {
        let kind = row.kind.as_deref();
        let known: Vec<Known<'_>> = self.kinds_of.iter().map(|kinds| kinds.known(kind)).collect();
        let mut fares: Vec<Option<Fare>> = Vec::with_capacity(self.columns.len());
        for column in &self.columns {
            let limit = match column.limited {
                Limited::By { limit, .. } => Some(limit),
                Limited::ByKind => known[column.of].limit(column.clock).flatten(),
            };
            let under = |limit: Limit| fare(self.calendar, row.received, replied, limit, column.counting);
            fares.push(limit.map(under).transpose()?);
        }
        let provisional = fares.iter().flatten().any(|fare| fare.provisional);
        self.provisional += u64::from(provisional);
        let came = self.calendar.local(row.received).date();
        self.total.add("", &fares);
        self.months
            .add(&format!("{:04}-{:02}", came.year(), came.month()), &fares);
        self.units.add(row.unit.as_deref().unwrap_or_default(), &fares);
        self.kinds.add(kind.unwrap_or_default(), &fares);
        for (kinds, known) in self.known_kinds.iter_mut().zip(known) {
            kinds.extend(kind.filter(|_| known.anything()).map(str::to_owned));
        }
        Ok(())
    }

    fn finish(self, left_out: Vec<LeftOut<'a>>) -> Replay<'a> {
        let comparable: Vec<bool> = self
            .columns
            .iter()
            .map(|column| column.unit().is_some())
            .collect();
        let nobody = || {
            let cells = vec![crate::Cell::default(); comparable.len()];
            let name = String::new();
            Group { name, rows: 0, cells }
        };
        let total = self.total.finish(&comparable).pop().unwrap_or_else(nobody);
        let mut replay = Replay {
            left_out,
            rows: self.rows,
            left: self.left,
            provisional: self.provisional,
            total,
            months: self.months.finish(&comparable),
            units: most_first(self.units.finish(&comparable)),
            kinds: most_first(self.kinds.finish(&comparable)),
            known_kinds: self.known_kinds,
            columns: self.columns,
        };
        replay.drop_empty();
        replay
    }
}

impl Replay<'_> {
    /// A choice by kind under which no row fell says nothing.
    fn drop_empty(&mut self) {
        let says = |(column, cell): (&Column<'_>, &crate::Cell)| {
            column.limited != Limited::ByKind || cell.in_time + cell.late > 0
        };
        let keep: Vec<bool> = self.columns.iter().zip(&self.total.cells).map(says).collect();
        let groups = [&mut self.months, &mut self.units, &mut self.kinds];
        let groups = groups.into_iter().flatten().chain([&mut self.total]);
        for group in groups {
            kept(&mut group.cells, &keep);
        }
        kept(&mut self.columns, &keep);
    }
}

fn kept<T>(list: &mut Vec<T>, keep: &[bool]) {
    let mut keep = keep.iter();
    list.retain(|_| keep.next().copied().unwrap_or(true));
}

/// The largest group first; none where the ledger says nothing about any row.
fn most_first(mut groups: Vec<Group>) -> Vec<Group> {
    if groups.iter().all(|group| group.name.is_empty()) {
        groups.clear();
    }
    groups.sort_by_key(|group| std::cmp::Reverse(group.rows));
    groups
}
