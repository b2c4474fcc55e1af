//! Given, when, then as data: scenario files (`procedures/scenarios/*.toml`) are read here and played on a
//! procedure through the real `case::decide`, as a clerk writes them. Pure.
//!
//! [`read()`] makes a [`File`] of a text, [`File::run`] plays one of its scenarios and names every mismatch with its
//! line. The guide for those who write such files is `docs/scenarios.md`.

mod act;
mod cite;
pub mod conformance;
mod fault;
mod file;
mod mutant;
mod play;
mod read;
mod run;
mod table;
mod time;
mod unit;

pub use cite::{Cited, cited};
pub use fault::Fault;
pub use file::{Expect, File, Refused, Scenario, Seen, Step};
pub use mutant::{Subject, Survivor};
pub use read::{procedure_of, read};
