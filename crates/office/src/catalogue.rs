//! The dispatch catalogue (派单目录) and the portfolios of the leading group: entered and ended by the administrator,
//! asked when a case is dispatched.

mod enter;
mod stored;
mod suggest;

pub use enter::CatalogueEntry;
pub use stored::fold;
pub use suggest::{Suggestion, Typing};

/// The stream of a jurisdiction's catalogue.
pub const STREAM: &str = "catalogue";
