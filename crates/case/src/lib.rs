//! What may happen to a case: decide, apply, clocks, folds; who may see or do what. Pure.
//!
//! [`decide()`] takes the rules, the case as it stands, a command, who gives it and the time; it gives events or a
//! [`Refusal`]. [`Case::apply`] folds events. Nothing here reads a clock, draws a random number or does I/O.

pub mod access;
pub mod act;
pub mod actor;
mod against;
mod apply;
mod ask;
pub mod at_once;
pub mod catalogue;
mod clocks;
pub mod decide;
pub mod event;
pub mod facets;
mod facts;
pub mod ids;
pub mod knowledge;
mod offers;
mod priorities;
mod recount;
pub mod refusal;
pub mod rounds;
pub mod rows;
mod said;
mod stand_in;
pub mod state;
mod timers;

pub use act::{Act, Command};
pub use actor::{Actor, Post};
pub use against::{against, on_orders};
pub use ask::holds;
pub use decide::{Rules, decide};
pub use event::{By, Effect, Event};
pub use ids::{CaseNumber, CommandId, OrderNo, PersonId, UnitId};
pub use offers::{Offer, offers};
pub use recount::recount;
pub use refusal::Refusal;
pub use said::said;
pub use state::{Case, Clock, Order, Standing};
pub use timers::{next_timer, tick};
