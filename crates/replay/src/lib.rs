//! A past ledger under the limits of a procedure: how many answers would have been in time, and how late the
//! others were.
//!
//! What is measured is the time from message to reply, the only two that a ledger has. Every limit of a clock
//! that ends with the answer or the result is a [`Column`]; which of several limits a message falls under is
//! said only where the ledger's kind of matter decides it. From which day a procedure is in force plays no
//! part: the question is how the past would look under it.

mod column;
mod fare;
mod kind;
mod run;
mod tally;

pub use column::{Column, LeftOut, Limited, Why, columns};
pub use run::{Left, NotMeasured, Replay, replay};
pub use tally::{By, Cell, Group};
