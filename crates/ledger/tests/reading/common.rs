//! What the tests of reading tables share.

use std::io::Cursor;
use std::sync::LazyLock;

use calendar::{Calendar, SHIPPED};
use ledger::{LedgerError, Mapping, Row, RowError, read};

pub(crate) static CALENDAR: LazyLock<Calendar> = LazyLock::new(|| Calendar::from_toml(SHIPPED).unwrap());

pub(crate) const HEADER: &str = "留言编号,留言用户,留言主题,留言时间,留言详情,答复意见,答复时间\n";

pub(crate) fn rows_of(bytes: impl AsRef<[u8]>) -> Vec<Result<Row, RowError>> {
    try_rows(bytes, &Mapping::default()).unwrap()
}

pub(crate) fn try_rows(
    bytes: impl AsRef<[u8]>,
    mapping: &Mapping,
) -> Result<Vec<Result<Row, RowError>>, LedgerError> {
    Ok(read(Cursor::new(bytes.as_ref()), mapping, &CALENDAR)?.collect())
}

/// A moment on the clocks of the calendar's zone, as RFC 3339.
pub(crate) fn shown(at: calendar::Instant) -> String {
    CALENDAR.rfc3339(at)
}
