//! The tests of `words`, one program: it is linked once. A file that is not named here would not run; `cargo xtask tidy`
//! looks for one.
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]

mod added;
mod catalogue;
mod order;
mod say;
