//! `GET /openapi.json`: the description of this API.

use crate::api::document;
use axum::http::header;
use axum::response::IntoResponse;
use std::sync::OnceLock;

/// It never changes while the program runs.
static TEXT: OnceLock<String> = OnceLock::new();

/// This document
///
/// OpenAPI 3.1.
#[utoipa::path(
    get, path = "/openapi.json", operation_id = "openapi", tag = "service",
    responses((status = 200, description = "The document.", content_type = "application/json", body = Object)),
)]
pub(crate) async fn handle() -> impl IntoResponse {
    let text = TEXT.get_or_init(|| document::make().to_json().unwrap_or_default());
    ([(header::CONTENT_TYPE, "application/json")], text.as_str())
}
