//! Work that nobody asks for: timers that turn due clocks into events, what leaves through the outbox, and the loop
//! that keeps both going.

pub mod outbox;
mod run;
pub mod timers;

pub use outbox::{Trouble, Undelivered};
