//! Proves what a procedure promises, over every course that its rules leave open: the state of a case is brought
//! down to its steps, those of up to two work orders, the facts that rules ask and how the clocks stand, and every
//! such state that can be reached is looked at.
//!
//! What acts say and write stands in tables here ([`said`], `folds.rs`). Crate `case` takes the moments from them, and
//! random walks of the engine are held against the rest (`crates/case/tests/prove.rs`).

mod answer;
mod ask;
mod clocks;
mod ease;
mod folds;
mod fork;
mod ids;
mod live;
mod longest;
pub mod look;
mod model;
mod outline;
mod pairs;
mod path;
mod places;
mod proof;
mod react;
mod relevant;
mod rounds;
pub mod said;
mod sayings;
mod state;
mod step;
mod wait;
mod walk;
mod worst;
mod write;

pub use longest::{Longest, Round, Span};
pub use model::{Model, View};
pub use path::{Leg, line};
pub use proof::Proof;
pub use state::{Standing, State};
pub use step::{Step, Why};
pub use walk::Walk;
pub use worst::Worst;
