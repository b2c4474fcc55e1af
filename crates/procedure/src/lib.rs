//! A regulation as data: read, check, explain, draw.
//!
//! A procedure file (`procedures/*.toml`) holds the text of a regulation clause by clause and beside it the
//! rules that the text asks for: steps, acts, clocks, grounds. One engine (crate `case`) runs any of them.
//! This crate knows what a rule may say; it decides nothing.

pub mod assemble;
pub mod check;
pub mod draw;
pub mod explain;
pub mod fact;
pub mod model;
pub mod own;
pub mod prove;
pub mod read;
pub mod schema;
pub mod vocabulary;

pub use assemble::{Assembled, Find, Wanted, assemble};
pub use check::{check, check_file};
pub use fact::{Condition, Fact};
pub use model::*;
pub use own::{OwnEnded, OwnRules, compose, compose_ending, own_rules};
pub use read::{Fault, hash, read};
