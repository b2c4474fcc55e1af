//! One row of a ledger, its columns understood.

use calendar::{Calendar, Instant};

use crate::columns::Columns;
use crate::record::{Cell, Record, clean};
use crate::{Fault, Field, RowError, time};

/// One case as a table tells it. Texts are trimmed and never empty; what the table left empty is `None`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Line of the file or row of the sheet where it begins, from 1.
    pub line: u64,
    /// The number under which it was kept.
    pub number: Option<String>,
    /// Who brought it.
    pub name: Option<String>,
    /// One line on what it is about.
    pub title: Option<String>,
    /// What the person wrote or said.
    pub text: String,
    /// When it came.
    pub received: Instant,
    /// What the person was answered.
    pub reply: Option<String>,
    /// When the answer was given.
    pub replied: Option<Instant>,
    /// Phone number, as written.
    pub phone: Option<String>,
    /// Resident identity number, as written.
    pub id_number: Option<String>,
    /// E-mail address, as written.
    pub email: Option<String>,
    /// Where the person lives or where the matter is.
    pub address: Option<String>,
    /// The unit that handled it.
    pub unit: Option<String>,
    /// Which way it came in.
    pub channel: Option<String>,
    /// Which kind of matter it is.
    pub kind: Option<String>,
    /// Attachments, as the table lists them.
    pub attachment: Option<String>,
    /// All other columns that hold something: header and text.
    pub extra: Vec<(String, String)>,
}

impl Row {
    pub(crate) fn read(record: &Record, columns: &Columns, calendar: &Calendar) -> Result<Self, RowError> {
        let reading = Reading::begin(record, columns, calendar)?;
        Ok(Self {
            line: record.line,
            number: reading.digits(Field::Number)?,
            name: reading.text(Field::Name)?,
            title: reading.text(Field::Title)?,
            text: reading.required(Field::Text, reading.text(Field::Text)?)?,
            received: reading.required(Field::Received, reading.time(Field::Received)?)?,
            reply: reading.text(Field::Reply)?,
            replied: reading.time(Field::Replied)?,
            phone: reading.digits(Field::Phone)?,
            id_number: reading.digits(Field::IdNumber)?,
            email: reading.text(Field::Email)?,
            address: reading.text(Field::Address)?,
            unit: reading.text(Field::Unit)?,
            channel: reading.text(Field::Channel)?,
            kind: reading.text(Field::Kind)?,
            attachment: reading.text(Field::Attachment)?,
            extra: reading.extra()?,
        })
    }
}

pub(crate) struct Reading<'a> {
    record: &'a Record,
    columns: &'a Columns,
    calendar: &'a Calendar,
}

impl<'a> Reading<'a> {
    /// A record that has no more cells than its header has columns.
    pub(crate) fn begin(
        record: &'a Record,
        columns: &'a Columns,
        calendar: &'a Calendar,
    ) -> Result<Self, RowError> {
        let reading = Self {
            record,
            columns,
            calendar,
        };
        reading.check_width()?;
        Ok(reading)
    }

    fn fault(&self, field: Field, fault: Fault) -> RowError {
        let column = self.columns.header(field).map(str::to_owned);
        RowError {
            line: self.record.line,
            column,
            fault,
        }
    }

    fn cell(&self, field: Field) -> Option<&Cell> {
        self.columns
            .position(field)
            .and_then(|at| self.record.cells.get(at))
    }

    /// Cells beyond the header mean that a separator or a quote is where it should not be, and that others
    /// may stand in the wrong columns.
    fn check_width(&self) -> Result<(), RowError> {
        let surplus = self
            .record
            .cells
            .iter()
            .skip(self.columns.len())
            .any(|cell| !cell.is_blank());
        let (columns, cells) = (self.columns.len(), self.record.cells.len());
        let fault = Fault::Surplus { columns, cells };
        if surplus {
            Err(RowError {
                line: self.record.line,
                column: None,
                fault,
            })
        } else {
            Ok(())
        }
    }

    /// Whether anything stands in the field's cell.
    pub(crate) fn holds(&self, field: Field) -> bool {
        self.cell(field).is_some_and(|cell| !cell.is_blank())
    }

    pub(crate) fn text(&self, field: Field) -> Result<Option<String>, RowError> {
        let text = self
            .cell(field)
            .map(|cell| clean(&cell.to_text()))
            .filter(|text| !text.is_empty());
        match text {
            Some(text) if text.contains('\u{fffd}') => Err(self.fault(field, Fault::Undecodable)),
            text => Ok(text),
        }
    }

    /// A text of digits, unless a spreadsheet took it for a number and rounded its end away.
    fn digits(&self, field: Field) -> Result<Option<String>, RowError> {
        let text = self.text(field)?;
        let scientific = |text: &str| {
            text.split_once(['E', 'e'])
                .is_some_and(|(a, b)| is_float(a) && is_float(b))
        };
        let rounded = match self.cell(field) {
            Some(Cell::Number(number) | Cell::Serial(number)) => number.abs() >= 1e15,
            _ => text.as_deref().is_some_and(scientific),
        };
        if rounded {
            Err(self.fault(field, Fault::Rounded))
        } else {
            Ok(text)
        }
    }

    pub(crate) fn time(&self, field: Field) -> Result<Option<Instant>, RowError> {
        let text = self.text(field)?;
        let Some((cell, text)) = self.cell(field).zip(text) else {
            return Ok(None);
        };
        if let (Cell::Text(_), Ok(instant)) = (cell, Instant::parse(&text)) {
            return Ok(Some(instant));
        }
        let local = match cell {
            Cell::Number(days) | Cell::Serial(days) => time::serial(*days),
            Cell::Text(_) => {
                let days = text.parse().ok().filter(|_| is_float(&text));
                time::local(&text).or_else(|| days.and_then(time::serial))
            }
        };
        let unknown = |text: &str| Fault::Time {
            text: text.chars().take(40).collect(),
        };
        let local = local.ok_or_else(|| self.fault(field, unknown(&text)))?;
        let instant = self.calendar.instant(local);
        instant
            .map(Some)
            .map_err(|error| self.fault(field, Fault::Calendar(error)))
    }

    pub(crate) fn required<T>(&self, field: Field, value: Option<T>) -> Result<T, RowError> {
        value.ok_or_else(|| self.fault(field, Fault::Missing))
    }

    fn extra(&self) -> Result<Vec<(String, String)>, RowError> {
        let mut found = Vec::new();
        for (at, header) in self.columns.others() {
            let text = self
                .record
                .cells
                .get(at)
                .map(|cell| clean(&cell.to_text()))
                .unwrap_or_default();
            if text.contains('\u{fffd}') {
                let column = Some(header.to_owned());
                return Err(RowError {
                    line: self.record.line,
                    column,
                    fault: Fault::Undecodable,
                });
            }
            if !text.is_empty() {
                found.push((header.to_owned(), text));
            }
        }
        Ok(found)
    }
}

fn is_float(text: &str) -> bool {
    let text = text.strip_prefix(['+', '-']).unwrap_or(text);
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit() || b == b'.')
}
