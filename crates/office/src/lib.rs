//! Use cases: who asks, what is loaded, what is committed. Between the pages and the pure rules.
//!
//! Every use case finds the person, asks [`case::access::may`] before it reads anything, decides through
//! [`case::decide()`], and commits once. Time and randomness come from [`Clock`] and [`Chance`].

pub mod access;
mod accused;
pub mod administer;
pub mod adopt;
mod adopted;
pub mod backup;
pub mod catalogue;
pub mod chance;
pub mod citizen;
pub mod clock;
pub mod command;
mod credentials;
pub mod demo;
pub mod directory;
pub mod draft;
pub mod exchange;
pub mod export;
mod files;
mod folded;
mod folds;
pub mod gauges;
pub mod generate;
pub mod import;
mod intake;
pub mod items;
pub mod jobs;
pub mod jurisdictions;
pub mod keys;
mod limits;
mod load;
pub mod log;
pub mod machines;
pub mod notice;
mod office;
pub mod papers;
pub mod problem;
pub mod publicity;
mod recent;
pub mod retention;
pub mod rounds;
pub mod rules;
mod sealing;
pub mod senders;
pub mod settings;
pub mod setup;
pub mod sign_on;
pub mod staff;
mod stored;
pub mod verify;
pub mod view;
mod visit_answer;

pub use adopted::Adopted;
pub use chance::{Chance, SystemChance};
pub use clock::{Clock, SystemClock};
pub use command::{Done, Order};
pub use draft::Draft;
pub use folds::fold;
pub use intake::{Message, Receipt, Upload};
pub use office::{Config, Office};
pub use problem::{FieldFault, Problem};
pub use senders::Senders;
pub use settings::Settings;
pub use visit_answer::VisitAnswer;
