//! One record of a table, before it is known what its columns mean.

/// One record: where it begins and what its cells hold.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Record {
    /// Line of the file or row of the sheet, from 1.
    pub(crate) line: u64,
    pub(crate) cells: Vec<Cell>,
}

/// What a cell holds.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Cell {
    Text(String),
    /// A number of a workbook that is not shown as a time.
    Number(f64),
    /// Days since the epoch of workbooks, 1900-01-01 as day 1.
    Serial(f64),
}

impl Cell {
    /// What a person sees in the cell, more or less.
    pub(crate) fn to_text(&self) -> String {
        match self {
            Cell::Text(text) => text.clone(),
            Cell::Number(number) | Cell::Serial(number) => number.to_string(),
        }
    }

    pub(crate) fn is_blank(&self) -> bool {
        matches!(self, Cell::Text(text) if clean(text).is_empty())
    }
}

impl Record {
    pub(crate) fn is_blank(&self) -> bool {
        self.cells.iter().all(Cell::is_blank)
    }
}

/// A text without blanks around it, with plain line ends, and without signs that show nothing and that
/// databases refuse.
pub(crate) fn clean(text: &str) -> String {
    let invisible = |c: char| matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}');
    let edge = |c: char| c.is_whitespace() || c.is_control() || invisible(c);
    let text = text.trim_matches(edge).replace("\r\n", "\n").replace('\r', "\n");
    if text.chars().any(|c| c.is_control() && !matches!(c, '\n' | '\t')) {
        return text
            .chars()
            .filter(|c| !c.is_control() || matches!(c, '\n' | '\t'))
            .collect();
    }
    text
}
