//! Ledgers under the limits of procedures, counted by hand first.
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]

mod alternatives;
mod by_hand;
mod columns;
mod common;
mod groups;
mod properties;
mod real;
mod rows;
