//! Work that nobody asks for: timers that turn due clocks into events, clocks counted anew by another calendar, what
//! leaves through the outbox, and the loop that keeps all of it going.

mod merged;
pub mod outbox;
mod recount;
mod run;
pub mod timers;

pub use outbox::{Trouble, Undelivered};
