//! A table being read: which kind of file it is, where its header stands, and then row after row.

use std::io::{Cursor, Read, Seek};

use calendar::Calendar;

use crate::archive;
use crate::columns::Columns;
use crate::csv::{Broken, Records};
use crate::encoding::{Decoded, is_text};
use crate::record::Record;
use crate::sheet::{SparseRow, Workbook};
use crate::{Fault, Field, LedgerError, Mapping, Row, RowError};

/// The header stands among the first records: people write a title above it.
const HEADER_WITHIN: usize = 10;
/// Part of a CSV, in bytes of UTF-8, in which the header is looked for.
const HEAD: u64 = 64 * 1024;

/// A table being read: an iterator of rows, good and bad, in the order of the file.
pub struct Ledger<'a> {
    records: Source<'a>,
    pub(crate) columns: Columns,
    pub(crate) calendar: &'a Calendar,
}

enum Source<'a> {
    Csv(Box<Records<Box<dyn Read + 'a>>>),
    Sheet(std::vec::IntoIter<SparseRow>),
}

/// Opens a table. Times without a zone are read in the calendar's. Fails if it is no table, or if a column
/// without which there is no case, or one that the mapping names, is not there.
pub fn read<'a, R: Read + Seek + 'a>(
    source: R,
    mapping: &Mapping,
    calendar: &'a Calendar,
) -> Result<Ledger<'a>, LedgerError> {
    open(source, mapping, calendar, &Field::REQUIRED)
}

/// Opens a table whose header has these columns.
pub(crate) fn open<'a, R: Read + Seek + 'a>(
    mut source: R,
    mapping: &Mapping,
    calendar: &'a Calendar,
    required: &'static [Field],
) -> Result<Ledger<'a>, LedgerError> {
    let best = Best::new(required);
    let mut head = Vec::new();
    source.by_ref().take(4096).read_to_end(&mut head)?;
    source.rewind()?;
    let (records, columns) = if head.starts_with(b"PK\x03\x04") {
        sheet(source, mapping, best)?
    } else if head.starts_with(b"\xd0\xcf\x11\xe0") {
        return Err(LedgerError::OldWorkbook);
    } else if !is_text(&head) {
        return Err(LedgerError::NotATable);
    } else {
        csv(source, mapping, best)?
    };
    Ok(Ledger {
        records,
        columns,
        calendar,
    })
}

fn sheet<'a>(
    mut source: impl Read + Seek,
    mapping: &Mapping,
    mut best: Best,
) -> Result<(Source<'a>, Columns), LedgerError> {
    let damaged = |error: calamine::XlsxError| LedgerError::Workbook(error.to_string());
    archive::measured(&mut source)?;
    let mut workbook = Workbook::open(source).map_err(damaged)?;
    for name in workbook.sheets() {
        let rows = workbook.rows(&name).map_err(damaged)?;
        let mut rows = rows.into_iter();
        let mut tried = 0;
        while let Some(row) = rows.next().filter(|_| tried < HEADER_WITHIN) {
            tried += 1;
            if let Some(columns) = best.try_header(&Record::from(row), mapping) {
                return Ok((Source::Sheet(rows), columns));
            }
        }
    }
    Err(best.fault())
}

fn csv<'a>(
    source: impl Read + 'a,
    mapping: &Mapping,
    mut best: Best,
) -> Result<(Source<'a>, Columns), LedgerError> {
    let mut text = Decoded::new(source);
    let mut head = Vec::new();
    text.by_ref().take(HEAD).read_to_end(&mut head)?;
    for separator in [b',', b'\t', b';'] {
        let records = Records::new(head.as_slice(), separator)
            .map_while(Result::ok)
            .take(HEADER_WITHIN);
        for (above, record) in records.enumerate() {
            if let Some(columns) = best.try_header(&record, mapping) {
                let whole: Box<dyn Read + 'a> = Box::new(Cursor::new(head).chain(text));
                let mut records = Records::new(whole, separator);
                for _ in records.by_ref().take(above + 1) {}
                return Ok((Source::Csv(Box::new(records)), columns));
            }
        }
    }
    Err(best.fault())
}

/// The nearest thing to a header that was seen: if none will do, people are told about this one.
struct Best {
    required: &'static [Field],
    known: usize,
    fault: Option<LedgerError>,
}

impl Best {
    fn new(required: &'static [Field]) -> Self {
        Self {
            required,
            known: 0,
            fault: None,
        }
    }

    fn try_header(&mut self, record: &Record, mapping: &Mapping) -> Option<Columns> {
        let columns = Columns::read(record, mapping);
        if columns.is_blank() {
            return None;
        }
        match columns.check(mapping, self.required) {
            Ok(()) => return Some(columns),
            Err(fault) if self.fault.is_none() || columns.known() > self.known => {
                (self.known, self.fault) = (columns.known(), Some(fault));
            }
            Err(_) => {}
        }
        None
    }

    fn fault(self) -> LedgerError {
        self.fault.unwrap_or(LedgerError::Empty)
    }
}

impl Ledger<'_> {
    /// The next record that holds anything, or why there is none to be read.
    pub(crate) fn record(&mut self) -> Option<Result<Record, RowError>> {
        loop {
            let record = match &mut self.records {
                Source::Sheet(rows) => Record::from(rows.next()?),
                Source::Csv(records) => match records.next()? {
                    Ok(record) => record,
                    Err(Broken::TooLong(line)) => {
                        return Some(Err(RowError {
                            line,
                            column: None,
                            fault: Fault::TooLong,
                        }));
                    }
                    Err(Broken::Source(line, error)) => {
                        let fault = Fault::Source(error.to_string());
                        return Some(Err(RowError {
                            line,
                            column: None,
                            fault,
                        }));
                    }
                },
            };
            if !record.is_blank() {
                return Some(Ok(record));
            }
        }
    }
}

impl Iterator for Ledger<'_> {
    type Item = Result<Row, RowError>;

    fn next(&mut self) -> Option<Self::Item> {
        let record = self.record()?;
        Some(record.and_then(|record| Row::read(&record, &self.columns, self.calendar)))
    }
}
