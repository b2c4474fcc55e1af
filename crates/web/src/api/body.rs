//! The body of a call: JSON, limited, read as the document describes it.

use super::error::ApiError;
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
        let value: Value = serde_json::from_slice(&bytes).map_err(|e| ApiError::Body(e.to_string()))?;
        if holds_nul(&value) {
            return Err(ApiError::Body("U+0000".to_owned()));
        }
        let read = serde_json::from_value(value).map_err(|e| ApiError::Body(e.to_string()))?;
        Ok(Self(read))
    }
}

fn is_json(request: &Request) -> bool {
    let kind = request.headers().get(header::CONTENT_TYPE);
    let kind = kind.and_then(|k| k.to_str().ok()).unwrap_or_default();
    let kind = kind.split(';').next().unwrap_or_default().trim();
    kind.eq_ignore_ascii_case("application/json")
}

/// No text that people write holds U+0000, and PostgreSQL cannot store it.
fn holds_nul(value: &Value) -> bool {
    match value {
        Value::String(text) => text.contains('\0'),
        Value::Array(items) => items.iter().any(holds_nul),
        Value::Object(fields) => fields.iter().any(|(name, value)| name.contains('\0') || holds_nul(value)),
        _ => false,
    }
}
