//! What people see: lists, and one case with its texts opened.

pub mod bench;
mod beside;
pub mod called;
pub mod case;
pub mod files;
pub mod linked;
pub mod lists;
pub mod person;
pub mod public;
mod repeat;
pub mod roster;
pub mod search;
pub(crate) mod sight;
pub(crate) mod texts;
pub mod timeline;
pub mod together;

pub use case::{CaseView, ClockView, OrderView};
pub use files::CaseFile;
pub use lists::QueueLine;
pub use timeline::TimelineEntry;
