//! The JSON API under `/api/v1`: the same commands and queries as the pages, described by an OpenAPI document.
//!
//! One operation is one file in `ops`: handler, types, description. The router and the document are made from the
//! same list, so neither knows an operation that the other does not. Who calls is told by a bearer token alone:
//! cookies are not looked at, so no other site can make a browser call for somebody. Faults are
//! `application/problem+json` (RFC 9457) with a code, and the clause where a rule refuses.

mod answer;
mod body;
mod caller;
mod case_view;
mod command_id;
mod cursor;
mod document;
mod error;
mod file;
mod line;
mod misread;
mod named;
mod ops;
mod problem;
mod query;
mod scope;
mod signed_head;
mod time;

use crate::state::AppState;
use axum::Router;
use axum::middleware::from_fn_with_state;
use error::ApiError;
use utoipa::OpenApi as _;

/// Where it stands.
pub(crate) const BASE: &str = "/api/v1";

/// All operations with their faults, to be nested under [`BASE`].
pub(crate) fn routes(state: &AppState) -> Router<AppState> {
    ops::routes()
        .fallback(async || ApiError::NoRoute)
        .method_not_allowed_fallback(async || ApiError::Method)
        .layer(from_fn_with_state(state.clone(), problem::render))
}

/// Method and path of every operation, from the description that the router is made from.
pub(crate) fn list() -> Vec<(String, String)> {
    let described = ops::Described::openapi();
    let mut all = Vec::new();
    for (path, item) in &described.paths.paths {
        let methods = [("GET", &item.get), ("POST", &item.post), ("DELETE", &item.delete)];
        for (method, _) in methods.iter().filter(|(_, operation)| operation.is_some()) {
            all.push(((*method).to_owned(), format!("{BASE}{path}")));
        }
    }
    all
}
