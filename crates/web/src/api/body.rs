//! The body of a call: JSON, limited, read as the document describes it.

use super::error::ApiError;
use super::misread::Misread;
use axum::body::Bytes;
use axum::extract::{DefaultBodyLimit, FromRequest, Request};
use axum::http::header;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// Most bytes of a body without files.
pub(crate) const SMALL: usize = 256 << 10;

/// A body of at most `MOST` bytes.
pub(crate) struct Body<T, const MOST: usize = SMALL>(pub(crate) T);

impl<S: Sync, T: DeserializeOwned, const MOST: usize> FromRequest<S> for Body<T, MOST> {
    type Rejection = ApiError;

    async fn from_request(mut request: Request, _: &S) -> Result<Self, ApiError> {
        if !is_json(&request) {
            return Err(ApiError::Media);
        }
        DefaultBodyLimit::max(MOST).apply(&mut request);
        let bytes = Bytes::from_request(request, &())
            .await
            .map_err(|_| ApiError::TooLarge(MOST))?;
        let value: Value =
            serde_json::from_slice(&bytes).map_err(|e| ApiError::Body(Misread::no_json(&e)))?;
        if let Some(field) = nul(&value, "") {
            return Err(ApiError::field(field, "api-nul"));
        }
        Misread::body(value).map(Self).map_err(ApiError::Body)
    }
}

fn is_json(request: &Request) -> bool {
    let kind = request.headers().get(header::CONTENT_TYPE);
    let kind = kind.and_then(|k| k.to_str().ok()).unwrap_or_default();
    let kind = kind.split(';').next().unwrap_or_default().trim();
    kind.eq_ignore_ascii_case("application/json")
}

/// The field that holds U+0000: no text that people write does, and PostgreSQL cannot store it.
fn nul<'a>(value: &'a Value, field: &'a str) -> Option<&'a str> {
    match value {
        Value::String(text) => text.contains('\0').then_some(field),
        Value::Array(items) => items.iter().find_map(|item| nul(item, field)),
        Value::Object(fields) => fields.iter().find_map(|(name, value)| nul(value, name)),
        _ => None,
    }
}
