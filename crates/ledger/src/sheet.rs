//! Records of a workbook (XLSX): the cells that are there, row by row.

use std::io::{Read, Seek};

use calamine::{DataRef, Reader as _, SheetType, SheetVisible, Xlsx, XlsxError};

use crate::record::{Cell, Record};

/// Cells further to the right belong to no table that a person made.
const MOST_COLUMNS: usize = 4096;

/// A row as it is stored: a cell at the far right costs nothing for those it skips.
#[derive(Debug)]
pub(crate) struct SparseRow {
    line: u64,
    cells: Vec<(usize, Cell)>,
}

impl From<SparseRow> for Record {
    fn from(row: SparseRow) -> Self {
        let mut record = Record {
            line: row.line,
            cells: Vec::new(),
        };
        for (column, cell) in row.cells {
            if record.cells.len() <= column {
                record.cells.resize(column + 1, Cell::Text(String::new()));
            }
            if let Some(place) = record.cells.get_mut(column) {
                *place = cell;
            }
        }
        record
    }
}

/// A workbook whose sheets are looked at one after the other.
pub(crate) struct Workbook<R: Read + Seek>(Xlsx<R>);

impl<R: Read + Seek> Workbook<R> {
    pub(crate) fn open(source: R) -> Result<Self, XlsxError> {
        Xlsx::new(source).map(Self)
    }

    /// Names of the sheets that a person sees.
    pub(crate) fn sheets(&self) -> Vec<String> {
        let seen = self.0.sheets_metadata().iter();
        seen.filter(|sheet| sheet.visible == SheetVisible::Visible && sheet.typ == SheetType::WorkSheet)
            .map(|sheet| sheet.name.clone())
            .collect()
    }

    /// The rows of a sheet that hold anything.
    pub(crate) fn rows(&mut self, sheet: &str) -> Result<Vec<SparseRow>, XlsxError> {
        // workbooks that began on an old Mac count from 1904
        let shift = if self.0.has_1904_epoch() { 1462.0 } else { 0.0 };
        let mut cells = self.0.worksheet_cells_reader(sheet)?;
        let mut rows: Vec<SparseRow> = Vec::new();
        while let Some(cell) = cells.next_cell()? {
            let (row, column) = cell.get_position();
            let (line, column) = (u64::from(row) + 1, column as usize);
            let value = match cell.get_value() {
                DataRef::Empty => continue,
                DataRef::Int(number) => Cell::Number(*number as f64),
                DataRef::Float(number) => Cell::Number(*number),
                DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
                    Cell::Text(text.clone())
                }
                DataRef::SharedString(text) => Cell::Text((*text).to_owned()),
                DataRef::Bool(value) => Cell::Text(value.to_string()),
                DataRef::DateTime(time) => Cell::Serial(time.as_f64() + shift),
                DataRef::Error(error) => Cell::Text(error.to_string()),
            };
            if column >= MOST_COLUMNS {
                continue;
            }
            match rows.last_mut() {
                Some(last) if last.line == line => last.cells.push((column, value)),
                _ => rows.push(SparseRow {
                    line,
                    cells: vec![(column, value)],
                }),
            }
        }
        Ok(rows)
    }
}
