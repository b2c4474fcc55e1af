//! Pages and the JSON API.
//!
//! [`shell`] is what every answer goes through: language, headers, cookies, forms, errors. [`parts`] are the pieces
//! that pages are made of, [`pages`] the pages themselves: a struct with its template. `api` is the JSON API.

mod api;
mod app;
mod choose;
mod handle;
mod live;
mod operations;
pub mod pages;
pub mod parts;
mod proxy;
pub mod shell;
mod spoken;
mod state;

pub use app::{app, routes, serve};
pub use operations::operations;
pub use proxy::{NoNetwork, Trusted, behind};
pub use state::AppState;
