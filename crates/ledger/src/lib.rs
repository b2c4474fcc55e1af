//! Tables that people bring: CSV and XLSX in UTF-8, UTF-16 or GB18030, read into rows.
//!
//! [`read`] finds out encoding, separator and header by itself, or takes a [`Mapping`]. It returns an iterator
//! of rows; a row that cannot be read is an error with its line and reason, and the next ones come all the
//! same. A CSV is read once, from front to back, and only one row of it is held in memory; the rows of a
//! workbook are held as they stand in it. [`times()`] reads of a table only when messages came and were
//! answered.

mod archive;
mod columns;
mod csv;
mod encoding;
mod error;
mod fault;
mod field;
mod ledger;
mod mapping;
mod record;
mod row;
mod sheet;
mod time;
mod times;

pub use error::LedgerError;
pub use fault::{Fault, RowError};
pub use field::Field;
pub use ledger::{Ledger, read};
pub use mapping::Mapping;
pub use row::Row;
pub use times::{AllTimes, Times, times};
