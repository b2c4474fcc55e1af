//! What commands print. Where nobody reads on (`wenzheng verify … | head -1`), they end without a word: the macros of the
//! standard library, which these stand in for in all of this program, would panic.

use std::fmt::Arguments;
use std::io::{ErrorKind, Write};

/// As programs end that a closed pipe stopped: 128 and the number of the signal.
const CLOSED: i32 = 141;

macro_rules! println {
    () => { $crate::out::print(format_args!("\n")) };
    ($($text:tt)+) => { $crate::out::print(format_args!("{}\n", format_args!($($text)+))) };
}

macro_rules! print {
    ($($text:tt)+) => { $crate::out::print(format_args!($($text)+)) };
}

macro_rules! eprintln {
    () => { $crate::out::complain(format_args!("\n")) };
    ($($text:tt)+) => { $crate::out::complain(format_args!("{}\n", format_args!($($text)+))) };
}

/// To the standard output.
pub(crate) fn print(text: Arguments<'_>) {
    end_where_closed(std::io::stdout().write_fmt(text));
}

/// To the standard error.
pub(crate) fn complain(text: Arguments<'_>) {
    end_where_closed(std::io::stderr().write_fmt(text));
}

/// Other faults of a terminal are no reason to leave work half done.
fn end_where_closed(written: std::io::Result<()>) {
    if written.is_err_and(|error| error.kind() == ErrorKind::BrokenPipe) {
        std::process::exit(CLOSED);
    }
}
