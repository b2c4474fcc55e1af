//! Cursors: where the next page of a list begins. Opaque to callers.

use super::error::ApiError;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as BASE64;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// As it is handed out.
pub(crate) fn write<T: Serialize>(place: &T) -> Result<String, ApiError> {
    Ok(BASE64.encode(serde_json::to_vec(place)?))
}

/// As it comes back in the field `after`.
pub(crate) fn read<T: DeserializeOwned>(text: Option<&str>) -> Result<Option<T>, ApiError> {
    let Some(text) = text else {
        return Ok(None);
    };
    // U+0000 stands in no place of ours, and PostgreSQL cannot look for it
    let nul = |bytes: &[u8]| bytes.windows(6).any(|w| w == b"\\u0000");
    let bytes = BASE64.decode(text).ok().filter(|bytes| !nul(bytes));
    let place = bytes.and_then(|bytes| serde_json::from_slice(&bytes).ok());
    place
        .map(Some)
        .ok_or_else(|| ApiError::field("after", "api-cursor"))
}
