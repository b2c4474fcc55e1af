//! Tables as people bring them, read into rows.
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]

mod common;
mod csv;
mod faults;
mod real;
mod times;
mod xlsx;
