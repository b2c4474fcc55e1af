//! What is wrong with one row.

use calendar::DueError;

/// A row that could not be read. The rows after it are read all the same.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}, column {}: {fault}", column.as_deref().unwrap_or("-"))]
pub struct RowError {
    /// Line of the file or row of the sheet where the row begins, from 1.
    pub line: u64,
    /// Header of the column at fault, if it is one.
    pub column: Option<String>,
    /// What is wrong.
    pub fault: Fault,
}

/// What is wrong with a row.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// A required cell is empty.
    #[error("empty")]
    Missing,
    /// No time that is understood.
    #[error("{text:?} is not understood as a time")]
    Time {
        /// The cell, cut to 40 characters.
        text: String,
    },
    /// A time that the calendar does not serve.
    #[error(transparent)]
    Calendar(DueError),
    /// More cells than the header has columns.
    #[error("{cells} cells under {columns} columns")]
    Surplus {
        /// Columns of the header.
        columns: usize,
        /// Cells of the row.
        cells: usize,
    },
    /// Bytes that are no text in the file's encoding.
    #[error("not readable in the encoding of the file")]
    Undecodable,
    /// A spreadsheet took a number of many digits for a quantity, and its last digits are lost.
    #[error("the last digits were lost in a spreadsheet")]
    Rounded,
    /// Longer than any row can be, most likely because a quote was not closed.
    #[error("longer than any row; a quote may not be closed")]
    TooLong,
    /// The file could not be read any further.
    #[error("the file cannot be read on: {0}")]
    Source(String),
}

impl RowError {
    /// Key of the message in the catalogue.
    pub fn code(&self) -> &'static str {
        match self.fault {
            Fault::Missing => "ledger-row-missing",
            Fault::Time { .. } => "ledger-row-time",
            Fault::Calendar(_) => "ledger-row-out-of-range",
            Fault::Surplus { .. } => "ledger-row-surplus",
            Fault::Undecodable => "ledger-row-undecodable",
            Fault::Rounded => "ledger-row-rounded",
            Fault::TooLong => "ledger-row-too-long",
            Fault::Source(_) => "ledger-row-source",
        }
    }

    /// Arguments of the message: always `line` and `column`, and those of the fault.
    pub fn args(&self) -> Vec<(&'static str, String)> {
        let mut args = vec![
            ("line", self.line.to_string()),
            ("column", self.column.clone().unwrap_or_default()),
        ];
        match &self.fault {
            Fault::Time { text } => args.push(("text", text.clone())),
            Fault::Surplus { columns, cells } => {
                args.extend([("columns", columns.to_string()), ("cells", cells.to_string())]);
            }
            Fault::Source(error) => args.push(("error", error.clone())),
            Fault::Missing | Fault::Calendar(_) | Fault::Undecodable | Fault::Rounded | Fault::TooLong => {}
        }
        args
    }
}
