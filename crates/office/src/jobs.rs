//! Work that nobody asks for: timers that turn due clocks into events, and what leaves through the outbox.

pub mod timers;
