//! The tests of `store`, one program: it is linked once. A file that is not named here would not run; `cargo xtask tidy`
//! looks for one.
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]

mod archive;
mod blobs;
mod bucket;
mod codes;
mod common;
mod condition;
mod counts;
mod held;
mod live;
mod log;
mod narrow;
mod nothing_goes;
mod papers;
mod people;
mod queue_parts;
mod queues;
mod rebuild;
mod samples;
mod schemas;
mod shared;
