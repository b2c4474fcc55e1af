//! What handlers return.

use super::error::ApiError;
use axum::Json;

/// An answer in JSON, or a fault.
pub(crate) type Answer<T> = Result<Json<T>, ApiError>;
