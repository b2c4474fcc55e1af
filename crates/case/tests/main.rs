//! The tests of `case`, one program: it is linked once. A file that is not named here would not run; `cargo xtask tidy`
//! looks for one.
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]

mod access;
mod at_once;
mod catalogue;
mod course;
mod people;
mod play;
mod prove;
mod recheck;
mod rounds;
mod rows;
mod sq_06;
mod sq_07;
mod sq_08;
mod sq_09;
mod sq_10_1;
mod sq_10_2;
mod sq_10_3;
mod sq_10_3_extension;
mod sq_10_4;
mod sq_10_5;
mod sq_11;
mod sq_18;
mod sq_19;
mod sq_20;
mod sq_21;
mod time;
mod walk;
