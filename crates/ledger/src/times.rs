//! When messages came and when they were answered: what measuring needs of a ledger, and nothing of what
//! people wrote.

use std::io::{Read, Seek};

use calendar::{Calendar, Instant};

use crate::ledger::{Ledger, open};
use crate::row::Reading;
use crate::{Field, LedgerError, Mapping, RowError};

/// Without these columns nothing can be measured.
const REQUIRED: [Field; 2] = [Field::Received, Field::Replied];

/// One message and its answer, in time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Times {
    /// Line of the file or row of the sheet where it begins, from 1.
    pub line: u64,
    /// When it came.
    pub received: Instant,
    /// When the answer was given, if the table says so.
    pub replied: Option<Instant>,
    /// Whether the table holds the text of an answer.
    pub reply: bool,
    /// The unit that handled it.
    pub unit: Option<String>,
    /// Which kind of matter it is.
    pub kind: Option<String>,
}

/// A table of which only the times, the unit and the kind are read: an iterator of rows, good and bad.
pub struct AllTimes<'a>(Ledger<'a>);

/// Opens a table to measure it. Times without a zone are read in the calendar's. Fails if it is no table, or
/// if the column of the message's time or of the answer's, or one that the mapping names, is not there.
pub fn times<'a, R: Read + Seek + 'a>(
    source: R,
    mapping: &Mapping,
    calendar: &'a Calendar,
) -> Result<AllTimes<'a>, LedgerError> {
    open(source, mapping, calendar, &REQUIRED).map(AllTimes)
}

impl AllTimes<'_> {
    /// The header over a field's column, as it stands in the table, if it has one.
    pub fn header(&self, field: Field) -> Option<&str> {
        self.0.columns.header(field)
    }
}

impl Iterator for AllTimes<'_> {
    type Item = Result<Times, RowError>;

    fn next(&mut self) -> Option<Self::Item> {
        let record = self.0.record()?;
        Some(record.and_then(|record| {
            let reading = Reading::begin(&record, &self.0.columns, self.0.calendar)?;
            Ok(Times {
                line: record.line,
                received: reading.required(Field::Received, reading.time(Field::Received)?)?,
                replied: reading.time(Field::Replied)?,
                reply: reading.holds(Field::Reply),
                unit: reading.text(Field::Unit)?,
                kind: reading.text(Field::Kind)?,
            })
        }))
    }
}
